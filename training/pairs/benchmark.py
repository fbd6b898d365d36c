"""How well shipped weights tell paraphrases, together with counts of common words: MRPC's test part.

    python -m training.pairs.benchmark --data ../shared/data

The counts are weighed on the train part, and with what reading says on the validation part.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from matching.reading.pairs import OUTPUTS
from matching.reading.reader import WEIGHTS, Reader
from training.logistic import Array, Fitted, fit_logistic
from training.pairs.corpora import paraphrase_lines, passage

WORD = re.compile(r"\w+|[^\w\s]")
RUNS = (1, 2, 3)
SAID = [OUTPUTS.index(name) for name in ("paraphrase", "similar")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    reader = Reader(args.weights)
    train, validation, test = (
        list(paraphrase_lines(args.data / f"pairs/mrpc/msr-para-{part}.tsv")) for part in ("train", "val", "test")
    )
    words = fit_logistic(np.array([counts(one, two) for _, one, two in train]), np.array([q for q, _, _ in train]))
    both = fit_logistic(rows(validation, words, reader), np.array([q for q, _, _ in validation]))
    taken = both.probabilities(rows(test, words, reader)) >= 0.5
    labels = np.array([q for q, _, _ in test]) == 1.0
    f1, accuracy = 200 * (taken & labels).sum() / (taken.sum() + labels.sum()), 100 * (taken == labels).mean()
    print(f"MRPC test: {len(labels)} pairs, F1 {f1:.1f}, accuracy {accuracy:.1f}")


def rows(lines: list[tuple[float, str, str]], words: Fitted, reader: Reader) -> Array:
    """The logit of the counts, and what reading says."""
    found = []
    for _, one, two in lines:
        left, right = (reader.read(passage(text, reader.pieces)) for text in (one, two))
        logit = words.intercept + float(words.coefficients @ counts(one, two))
        found.append([logit, *reader.judge(left, right, ()).rows[0, SAID]])
    return np.array(found)


def counts(one: str, two: str) -> list[float]:
    """What two sentences have in common: runs of words, their order, length, figures and names; all in [0, 1]."""
    left, right = ([word.lower() for word in WORD.findall(text)] for text in (one, two))
    row: list[float] = []
    for size in RUNS:
        a, b = (Counter(zip(*(words[at:] for at in range(size)), strict=False)) for words in (left, right))
        common = sum((a & b).values())
        row += sorted((common / max(1, a.total()), common / max(1, b.total())))
    figures = [{word for word in words if any(c.isdigit() for c in word)} for words in (left, right)]
    names = [{word for word in WORD.findall(text)[1:] if word[0].isupper()} for text in (one, two)]
    return [
        *row,
        LCSseq.normalized_similarity(left, right),
        abs(len(left) - len(right)) / max(len(left), len(right)),
        float(figures[0] == figures[1]),
        float(figures[0] <= figures[1] or figures[1] <= figures[0]),
        float(bool(figures[0] or figures[1])),
        len(names[0] & names[1]) / max(1, len(names[0] | names[1])),
        fuzz.token_set_ratio(one, two) / 100,
    ]


if __name__ == "__main__":
    main()
