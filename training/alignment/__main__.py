"""Fit the alignment score and write its weights.

    python -m training.alignment --train DIR --dev DIR --out matching/weights/alignment [--run DIR] [--shares 0.25 0.5]

`--train` and `--dev` hold annotated stories (see `training/stories.py`). The features are weighed on the first; what
reading says is weighed against them by what was said of each of these stories by a network that had not learned from it
(`unseen.npz`). The second chooses the threshold and gives the figures printed and stored. Needs the reader in
matching/weights/reading, the run folder of `training/pairs`, nothing but what the project itself installs, and some
minutes. After a change of the extractors, remove stories-*.pkl from the run folder: what was said is found again by the
words of the sentences (`unseen.py`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from extractors.pipeline import Pipeline
from matching.features import FEATURES
from matching.reading.judging import READ_FEATURES
from matching.reading.reader import WEIGHTS, Reader, reader_from
from matching.scoring import AlignmentModel, Weighing, read_apart
from training.alignment.data import DIGITS, Annotated, annotated, by_features, by_reading, weigh_reading, weighing
from training.alignment.figures import Measured, scored
from training.alignment.unseen import Unseen, unseen_of
from training.logistic import fit_logistic
from training.stories import Extract, kept_stories

THRESHOLDS = np.arange(0.1, 0.42, 0.02)

# Points of F1 given up for precision, which counts more: of the thresholds that come so near the best the highest is
# taken: what is wrongly aligned is what a reader sees first, and false alarms of divergences follow from it.
GIVEN_FOR_PRECISION = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--run", type=Path, default=Path("training/runs/pairs"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shares", type=float, nargs="*", default=[], help="parts of the training stories to try, too")
    args = parser.parse_args()
    reader = reader_from(WEIGHTS)
    train, dev = (
        annotated(kept_stories(folder, _extract, args.run / f"stories-{part}.pkl"), reader)
        for part, folder in (("train", args.train), ("dev", args.dev))
    )
    unseen = unseen_of(args.run, reader.pieces.of([":"])[0][0])
    for share in args.shares:
        stories = round(share * len(train))
        measured, threshold = _chosen(dev, _fitted(train[:stories], unseen), reader)
        aligned = measured.at(threshold)
        print(
            f"{stories} of {len(train)} stories: precision {aligned.precision:.1f}, recall {aligned.recall:.1f}, "
            f"F1 {aligned.f1:.1f} at {threshold:.2f}"
        )
    model = _fitted(train, unseen)
    measured, threshold = _chosen(dev, model, reader)
    aligned = measured.at(threshold)
    candidates, all_pairs = measured.candidate_recall()
    best_once, ranking_once = measured.each_once()
    figures = {
        "precision": aligned.precision,
        "recall": aligned.recall,
        "f1": aligned.f1,
        "f1_each_once": best_once,
        "average_precision_each_once": ranking_once,
        "candidate_recall": candidates,
        "scored_recall": all_pairs,
        "calibration_error": 100 * measured.calibration(0.0),
        "calibration_error_aligned": 100 * measured.calibration(threshold),
    }
    rounded = {name: round(value, 1) for name, value in figures.items()}
    args.out.mkdir(parents=True, exist_ok=True)
    stored = _stored(replace(model, threshold=round(threshold, 3)), rounded)
    (args.out / "model.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(f"at {threshold:.2f}: {rounded}")


def _fitted(train: Sequence[Annotated], unseen: Unseen) -> AlignmentModel:
    """How the features, and how what reading says, are weighed, and what is typical of them; without threshold."""
    labelled = by_features(train)
    features = weighing(fit_logistic(*labelled.both))
    asked = by_reading(train, features, unseen)
    read = weighing(weigh_reading(asked))
    typical = tuple(round(float(mean), DIGITS) for mean in labelled.rows.mean(axis=0))
    typically_read = round(float(np.mean([read_apart(read, row).read for row in asked.rows])), DIGITS)
    return AlignmentModel("", features, read, 1.0, typical, typically_read)


def _chosen(dev: Sequence[Annotated], model: AlignmentModel, reader: Reader) -> tuple[Measured, float]:
    """The development stories as the weights score them, and the threshold that is best there."""
    measured = Measured(dev, scored(dev, model, reader))
    f1 = {float(cut): measured.at(float(cut)).f1 for cut in THRESHOLDS}
    return measured, max(cut for cut in f1 if f1[cut] >= max(f1.values()) - GIVEN_FOR_PRECISION)


def _extract() -> Extract:
    return Pipeline.load().extract


def _stored(model: AlignmentModel, figures: dict[str, float]) -> dict[str, object]:
    content: dict[str, object] = {
        "threshold": model.threshold,
        "features": _named(model.features, FEATURES),
        "read": _named(model.read, READ_FEATURES),
        "typical": {"features": dict(zip(FEATURES, model.typical, strict=True)), "read": model.typically_read},
    }
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:12]
    return {"version": digest, **content, "development": figures}


def _named(weighing: Weighing, names: Sequence[str]) -> dict[str, object]:
    return {
        "intercept": weighing.intercept,
        "coefficients": dict(zip(names, weighing.coefficients, strict=True)),
    }


if __name__ == "__main__":
    main()
