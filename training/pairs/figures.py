"""How well the shipped graphs read pairs, without torch.

    python -m training.pairs.figures --data DIR [--weights matching/weights/reading]

Paraphrase on the MRPC test part, with the threshold that is best on the validation part; whether two sentences in focus
diverge on contrast/dev.jsonl, at a chance of one half.
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
    chances, labels = answers(reader, corpora.paraphrases(mrpc / "msr-para-val.tsv", reader.pieces), "paraphrase")
    cut = best_cut(chances, labels, int(labels.sum())).threshold
    show(
        "MRPC test", *answers(reader, corpora.paraphrases(mrpc / "msr-para-test.tsv", reader.pieces), "paraphrase"), cut
    )
    contrasts = corpora.contrasts(args.data / "contrast/dev.jsonl", reader.pieces)
    show("contrast dev, diverges", *answers(reader, contrasts, "diverges"), 0.5)


def answers(reader: Reader, examples: Iterable[Example], name: str) -> tuple[Array, Array]:
    """Chances and labels of one answer about whole passages, where it is known."""
    at = OUTPUTS.index(name)
    chances, labels = [], []
    for example in examples:
        label = float(example.answers[0, at])
        if not np.isnan(label):
            logits = reader.judge(reader.read(example.left), reader.read(example.right), ())
            chances.append(1.0 / (1.0 + np.exp(-float(logits[0, at]))))
            labels.append(label)
    return np.array(chances), np.array(labels)


def show(name: str, chances: Array, labels: Array, cut: float) -> None:
    said = chances >= cut
    right = float((said & (labels == 1.0)).sum())
    f1 = 200 * right / (said.sum() + labels.sum())
    print(f"{name}: {len(labels)} pairs, F1 {f1:.1f}, accuracy {100 * (said == (labels == 1.0)).mean():.1f}")


if __name__ == "__main__":
    main()
