"""Fit the alignment score and write its weights.

    python -m training.alignment --train DIR --dev DIR --out matching/weights/alignment

`--train` and `--dev` hold annotated stories (see `training/stories.py`). The coefficients are fitted on the
first; the second chooses the threshold and gives the figures printed and stored. Needs nothing but what the project
itself installs, and some minutes, nearly all of it extraction.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from extractors.pipeline import Pipeline
from matching.features import FEATURES
from training.alignment.data import Labelled, label
from training.logistic import Cut, Fitted, best_cut, calibration_error, fit_logistic
from training.stories import read_stories

DIGITS = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    extract = Pipeline.load().extract
    write(label(read_stories(args.train, extract)), label(read_stories(args.dev, extract)), args.out)


def write(train: Labelled, dev: Labelled, out: Path) -> None:
    """Fit, choose the threshold, store both with the figures on `dev`, and print the figures."""
    fitted = fit_logistic(train.rows, train.labels)
    chances = fitted.probabilities(dev.rows)
    cut = best_cut(chances, dev.labels, dev.aligned)
    error = calibration_error(chances, dev.labels)
    out.mkdir(parents=True, exist_ok=True)
    stored = json.dumps(_stored(fitted, cut, error), indent=1) + "\n"
    (out / "model.json").write_text(stored, encoding="utf-8")
    print(f"pairs: {len(train.rows)} to train on, {int(train.labels.sum())} aligned; {len(dev.rows)} to choose on")
    print(f"at {cut.threshold:.3f}: precision {cut.precision:.1f}, recall {cut.recall:.1f}, F1 {cut.f1:.1f}")
    print(f"expected calibration error {error:.4f}")


def _stored(fitted: Fitted, cut: Cut, error: float) -> dict[str, object]:
    coefficients = {
        name: round(float(value), DIGITS) for name, value in zip(FEATURES, fitted.coefficients, strict=True)
    }
    content: dict[str, object] = {
        "intercept": round(fitted.intercept, DIGITS),
        "threshold": round(cut.threshold, 3),
        "coefficients": coefficients,
    }
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:12]
    figures = {
        "precision": round(cut.precision, 1),
        "recall": round(cut.recall, 1),
        "f1": round(cut.f1, 1),
        "calibration_error": round(error, 4),
    }
    return {"version": digest, **content, "development": figures}


if __name__ == "__main__":
    main()
