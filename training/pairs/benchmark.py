"""How well shipped weights tell paraphrases, together with counts of common words: MRPC's test part.

    python -m training.pairs.benchmark --data ../shared/data

The counts, and how near the words of single sentences come to each other, are weighed on the train part; with what
reading two sentences together says, on the validation part.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from matching.reading.pairs import OUTPUTS, Floats
from matching.reading.reader import WEIGHTS, Read, Reader, meaning
from matching.words import words_of
from training.logistic import Array, Fitted, fit_logistic
from training.pairs.corpora import paraphrase_lines, passage

WORD = re.compile(r"\w+|[^\w\s]")
RUNS = (1, 2, 3)
LETTERS = 4
FARTHEST = 3
"""The words of a sentence that are farthest from all of the other: one without a counterpart may change everything."""

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
    rarity = rarity_of(text for _, *both in train for text in both)
    alone = fit_logistic(
        np.array([by_words(one, two, rarity, reader) for _, one, two in train]), np.array([q for q, _, _ in train])
    )
    both = fit_logistic(rows(validation, alone, rarity, reader), np.array([q for q, _, _ in validation]))
    taken = both.probabilities(rows(test, alone, rarity, reader)) >= 0.5
    labels = np.array([q for q, _, _ in test]) == 1.0
    f1, accuracy = 200 * (taken & labels).sum() / (taken.sum() + labels.sum()), 100 * (taken == labels).mean()
    print(f"MRPC test: {len(labels)} pairs, F1 {f1:.1f}, accuracy {accuracy:.1f}")


def rarity_of(sentences: Iterable[str]) -> Callable[[str], float]:
    """Inverse document frequency of stems, a sentence being a document."""
    documents = [{word.stem for word in words_of(text, 0, len(text))} for text in sentences]
    seen = Counter(stem for document in documents for stem in document)
    return lambda stem: math.log((1 + len(documents)) / (1 + seen[stem])) + 1.0


def rows(lines: list[tuple[float, str, str]], alone: Fitted, rarity: Callable[[str], float], reader: Reader) -> Array:
    """The logit of words alone, and what reading says."""
    found = []
    for _, one, two in lines:
        left, right = (reader.read(passage(text, reader.pieces)) for text in (one, two))
        logit = alone.intercept + float(alone.coefficients @ by_words(one, two, rarity, reader))
        found.append([logit, *reader.judge(left, right, ()).rows[0, SAID]])
    return np.array(found)


def by_words(one: str, two: str, rarity: Callable[[str], float], reader: Reader) -> list[float]:
    return [*counts(one, two), *stems(one, two, rarity), *nearness(one, two, reader)]


def nearness(one: str, two: str, reader: Reader) -> list[float]:
    """The cosine of the sentences, and how near the words of each come to the nearest of the other: on average, at
    worst, and in the farthest few; of all words and of content words.
    """
    left, right = (reader.read(passage(text, reader.pieces)) for text in (one, two))
    row = [float(meaning(left) @ meaning(right))]
    for content in (False, True):
        a, b = (_states(each, content) for each in (left, right))
        alike = a @ b.T
        nearest = [np.sort(alike.max(axis=side)) for side in (1, 0)]
        for taken in (len(alike) + alike.shape[1], 1, FARTHEST):
            row += sorted(float(each[:taken].mean()) for each in nearest)
    return row


def _states(read: Read, content: bool) -> Floats:
    """(pieces, units), each of length 1, without the outer marks; of content words where there are any."""
    inside = [at for at, stem in enumerate(read.passage.stems) if stem] if content else []
    states = read.top[inside] if inside else read.top[1:-1]
    result: Floats = states / np.linalg.norm(states, axis=1, keepdims=True)
    return result


def stems(one: str, two: str, rarity: Callable[[str], float]) -> list[float]:
    """What the sentences have in common under their stems, the rare weighing more; how like their letters are; and
    figures that only one has.
    """
    left, right = (list(words_of(text, 0, len(text))) for text in (one, two))
    a, b = ({word.stem for word in words if word.is_content} for words in (left, right))
    weight_a, weight_b, common, only_a, only_b = (sum(map(rarity, part)) for part in (a, b, a & b, a - b, b - a))
    letters = [{text[at : at + LETTERS].lower() for at in range(len(text) - LETTERS + 1)} for text in (one, two)]
    shared = len(letters[0] & letters[1])
    figures = [{word.stem for word in words if any(c.isdigit() for c in word.written)} for words in (left, right)]
    return [
        *sorted((common / max(1.0, weight_a), common / max(1.0, weight_b))),
        common / max(1.0, weight_a + weight_b - common),
        *sorted((min(3.0, only_a / 10), min(3.0, only_b / 10))),
        *sorted((len(a - b) / 10, len(b - a) / 10)),
        max(map(rarity, a ^ b), default=0.0) / 10,
        fuzz.ratio(one, two) / 100,
        fuzz.token_sort_ratio(one, two) / 100,
        fuzz.partial_ratio(one, two) / 100,
        *sorted(shared / max(1, len(each)) for each in letters),
        len(figures[0] ^ figures[1]) / 5,
        min(len(figures[0] - figures[1]), len(figures[1] - figures[0])) / 3,
    ]


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
