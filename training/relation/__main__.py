"""Fit the score of divergences and write its weights.

    python -m training.relation --data DIR --out matching/weights/relation [--run DIR]

`--data` holds stories/train, stories/dev, contrast/train.jsonl and contrast/dev.jsonl. What rules read in the training
parts is weighed by whether it is there; how sure an alignment's relation is, is read off held-out fifths of them.
The development parts chose the thresholds and the weight of reading, and give the figures printed. Needs the alignment
score in matching/weights/alignment, and some minutes. `--run` keeps what was extracted (the run folder of
`training/pairs` will do); remove it after a change of the extractors.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from extractors.pipeline import Pipeline
from matching.agreements import CLOSENESS
from matching.reading.reader import WEIGHTS, reader_from
from matching.relation.scoring import DOUBT, UNDETERMINED, model_of
from matching.scoring import load_model
from training.contrasts import kept_contrasts
from training.logistic import calibration_error
from training.relation.data import Examples, Ready, examples, ready_contrasts, ready_stories
from training.relation.figures import Outcome, outcomes, show
from training.relation.fitting import Weights, fit, fit_line
from training.stories import kept_stories

FOLDS = 5

# Probability from which a divergence is reported: by grade, for one kind by itself, and for two rules of that kind.
# Chosen on the development data: at 0.3 one in seventeen near misses of the contrasts is taken for a divergence and one
# report in ten has a contradiction too many elsewhere, which doubles at 0.2. Attribution is rarely annotated where it
# might be, so that all its scores are low. Two holders of one statement are as often annotated at 0.03 as one article's
# own voice against a holder at 0.05, which makes more than half of all false alarms, and more of them below.
THRESHOLDS = {
    "contradiction": 0.3,
    "variation": 0.2,
    "attribution": 0.03,
    "attribution.own_voice": 0.05,
    "attribution.own_voice_contested": 0.05,
    "timeline": 0.3,
    "report": 0.5,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, default=Path("training/runs/pairs"))
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    train, dev = (_ready(args.data, part, args.run) for part in ("train", "dev"))
    all_examples = examples(train)
    held_out = [each for fold in range(FOLDS) for each in _held_out(train, all_examples, fold)]
    weights = fit(all_examples)
    calibrated = _calibrated(weights, held_out)
    args.out.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(json.dumps(calibrated, sort_keys=True).encode()).hexdigest()[:12]
    stored = {"version": digest, **calibrated}
    (args.out / "model.json").write_text(json.dumps(stored, indent=1) + "\n")
    model = model_of(stored)
    show("held out of training", held_out, train)
    found = outcomes(dev, model)
    show("development", found, dev)
    sure = np.array([each.sureness for each in found]), np.array([float(each.is_right) for each in found])
    print(f"calibration error of the relation score, development: {calibration_error(*sure):.3f} of {len(found)}")


def _ready(data: Path, part: str, run: Path) -> list[Ready]:
    alignment, reader = load_model(), reader_from(WEIGHTS)
    pipeline = Pipeline.load()
    stories = kept_stories(data / "stories" / part, lambda: pipeline.extract, run / f"stories-{part}.pkl")
    contrasts = kept_contrasts(
        data / "contrast" / f"{part}.jsonl", lambda: pipeline.extract, run / f"contrasts-{part}.pkl"
    )
    return [*ready_stories(stories, alignment, reader), *ready_contrasts(contrasts, alignment, reader)]


def _held_out(train: Sequence[Ready], known: Examples, fold: int) -> list[Outcome]:
    """What a model that has not seen a fifth of the stories makes of them."""
    unseen = {ready.name for index, ready in enumerate(train) if index % FOLDS == fold}
    seen = np.array([name not in unseen for name in known.names])
    rules = tuple(rule for rule, kept in zip(known.rules, seen, strict=True) if kept)
    names = tuple(name for name, kept in zip(known.names, seen, strict=True) if kept)
    weights = fit(Examples(known.rows[seen], rules, known.labels[seen], names))
    model = model_of({"version": "", **_stored(weights, (0.0, 1.0), defaultdict(float))})
    return outcomes([ready for ready in train if ready.name in unseen], model)


def _calibrated(weights: Weights, held_out: Sequence[Outcome]) -> dict[str, object]:
    diverging = [each for each in held_out if each.surest]
    sureness = fit_line(
        np.array([each.logit for each in diverging]), np.array([float(each.is_right) for each in diverging])
    )
    agreeing = [each for each in held_out if not each.surest]
    likeliest = np.array([each.likeliest for each in agreeing])
    right = np.array([float(each.is_right) for each in agreeing])
    _, slope = fit_line(likeliest, right)
    agreements: dict[str, float] = {DOUBT: -slope}
    for name in (*CLOSENESS, UNDETERMINED):
        of_class = np.array([each.agreement == name for each in agreeing])
        agreements[name] = _level(right[of_class], slope * likeliest[of_class])
    return _stored(weights, sureness, agreements)


def _level(right: np.ndarray, offset: np.ndarray) -> float:
    """The intercept at which the mean chance is the share that is right, one example of either kind added."""
    share = (right.sum() + 1) / (len(right) + 2)
    low, high = -10.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        mean = (1 / (1 + np.exp(-(middle + offset)))).mean() if len(offset) else 1 / (1 + np.exp(-middle))
        low, high = (middle, high) if mean < share else (low, middle)
    return float(low)


def _stored(weights: Weights, sureness: tuple[float, float], agreements: dict[str, float]) -> dict[str, object]:
    return {
        "thresholds": THRESHOLDS,
        "intercept": weights.intercept,
        "common": weights.common,
        "families": {
            name: {"intercept": intercept, "evidence": slopes} for name, (intercept, slopes) in weights.families.items()
        },
        "sureness": {"intercept": sureness[0], "slope": sureness[1]},
        "agreements": agreements,
    }


if __name__ == "__main__":
    main()
