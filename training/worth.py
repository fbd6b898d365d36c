"""Fit the score of claims and write its weights.

    python -m training.worth --train DIR --dev DIR --out extractors/weights/worth

`--train` and `--dev` hold annotated stories (see `training/stories.py`). A claim counts as worth stating when
annotators found its words in a claim that two or more outlets carry. The coefficients are fitted on the first folder,
the figures printed and stored are those on the second.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from extractors.claims.worth import FEATURES
from extractors.pipeline import Pipeline
from extractors.records import Claim
from training.logistic import Array, Fitted, calibration_error, fit_logistic
from training.stories import covers, read_stories

DIGITS = 6


class Recorder:
    """Stands where the model will: keeps every claim's features, by its spans, and scores nothing."""

    def __init__(self) -> None:
        self.rows: list[tuple[float, ...]] = []

    def scored(self, claim: Claim, row: Sequence[float]) -> Claim:
        if claim.level == "clause":
            self.rows.append(tuple(row))
        return claim


def read(folder: Path) -> tuple[Array, Array]:
    """Features and labels of the clauses of the stories in `folder`."""
    recorder = Recorder()
    labels: list[float] = []
    for articles, gold in read_stories(folder, Pipeline.load(worth=recorder).extract):
        places = [place for claim in gold.claims for place in claim]
        labels += [
            float(any(covers(article.id, claim.spans, place) for place in places))
            for article in articles
            for claim in article.extraction.claims
            if claim.level == "clause"
        ]
    return np.array(recorder.rows), np.array(labels)


def area_under_curve(chances: Array, labels: Array) -> float:
    """The chance that a claim carried elsewhere scores above one that is not."""
    order = np.argsort(chances, kind="stable")
    ranks = np.empty(len(chances))
    ranks[order] = np.arange(1, len(chances) + 1)
    positive = labels == 1
    count = int(positive.sum())
    return float((ranks[positive].sum() - count * (count + 1) / 2) / (count * (len(labels) - count)))


def stored(fitted: Fitted, rows: Array, labels: Array) -> dict[str, object]:
    chances = fitted.probabilities(rows)
    return {
        "intercept": round(fitted.intercept, DIGITS),
        "coefficients": {
            name: round(float(value), DIGITS) for name, value in zip(FEATURES, fitted.coefficients, strict=True)
        },
        "development": {
            "claims": len(labels),
            "carried_elsewhere": int(labels.sum()),
            "area_under_curve": round(area_under_curve(chances, labels), 3),
            "calibration_error": round(calibration_error(chances, labels), 4),
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    content = stored(fit_logistic(*read(args.train)), *read(args.dev))
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "model.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(content["development"]))


if __name__ == "__main__":
    main()
