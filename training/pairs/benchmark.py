"""How well shipped weights tell paraphrases: MRPC's test part, with the threshold chosen on its validation part.

python -m training.pairs.benchmark --data ../shared/data
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from matching.reading.pairs import OUTPUTS
from matching.reading.reader import WEIGHTS, Reader
from training.logistic import Array, best_cut
from training.pairs import corpora
from training.pairs.examples import Example


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    reader = Reader(args.weights)
    mrpc = args.data / "pairs/mrpc"
    scores, labels = said(reader, corpora.paraphrases(mrpc / "msr-para-val.tsv", reader.pieces))
    cut = best_cut(scores, labels, int(labels.sum())).threshold
    scores, labels = said(reader, corpora.paraphrases(mrpc / "msr-para-test.tsv", reader.pieces))
    taken = scores >= cut
    right = float((taken & (labels == 1.0)).sum())
    f1, accuracy = 200 * right / (taken.sum() + labels.sum()), 100 * (taken == (labels == 1.0)).mean()
    print(f"MRPC test: {len(labels)} pairs, F1 {f1:.1f}, accuracy {accuracy:.1f}")


def said(reader: Reader, examples: Iterable[Example]) -> tuple[Array, Array]:
    """Logits of "paraphrase" and labels."""
    at = OUTPUTS.index("paraphrase")
    found = [
        (float(reader.judge(reader.read(e.left), reader.read(e.right), ()).rows[0, at]), float(e.answers[0, at]))
        for e in examples
    ]
    scores, labels = np.array(found).T
    return scores, labels


if __name__ == "__main__":
    main()
