"""The coefficients of the relation score: common ones, and what every family of rules adds to them.

Logistic regression by Newton's method with a ridge that differs between the two: what all rules have in common is
learned from everything, what a family has of its own is believed only as far as its few examples insist.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matching.relation.evidence import EVIDENCE
from matching.relation.scoring import family_of
from training.logistic import Array, newton
from training.relation.data import Examples

# Evidence that may count more or less in one family than in another.
OF_FAMILIES = (
    "aligned",
    "meaning_near",
    "values_alike",
    "shared_share",
    "rivals",
    "below_best_left",
    "crowd",
)
# Ridges on standardised coefficients. Of 0.3 to 3 and 1 to 15, tried on held-out fifths of the contrasts, these gave
# the least log loss.
RIDGE_COMMON = 1.0
RIDGE_INTERCEPT = 0.3
RIDGE_FAMILY = 5.0
# What an example of a story counts beside one of a contrast: stories hold ten times as many, nearly all of them false.
STORY_WEIGHT = 0.1


@dataclass(frozen=True, slots=True)
class Weights:
    """In the units of the evidence itself, as the product stores them."""

    intercept: float
    common: dict[str, float]
    families: dict[str, tuple[float, dict[str, float]]]


def fit(examples: Examples) -> Weights:
    families = sorted({family_of(rule) for rule in examples.rules})
    mean, spread = examples.rows.mean(axis=0), examples.rows.std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    rows = (examples.rows - mean) / spread
    own = [EVIDENCE.index(name) for name in OF_FAMILIES]
    member = np.array([[family_of(rule) == family for family in families] for rule in examples.rules], dtype=float)
    design = np.hstack([np.ones((len(rows), 1)), rows, member, *(member * rows[:, [at]] for at in own)])
    ridge = np.array(
        [1e-6]
        + [RIDGE_COMMON] * len(EVIDENCE)
        + [RIDGE_INTERCEPT] * len(families)
        + [RIDGE_FAMILY] * (len(families) * len(own))
    )
    counts = np.array([STORY_WEIGHT if name.startswith("story") else 1.0 for name in examples.names])
    weights = newton(design, examples.labels, counts, ridge)
    common = weights[1 : 1 + len(EVIDENCE)] / spread
    found: dict[str, tuple[float, dict[str, float]]] = {}
    for index, family in enumerate(families):
        start = 1 + len(EVIDENCE)
        slopes = {
            name: float(weights[start + len(families) * (1 + at) + index] / spread[own[at]])
            for at, name in enumerate(OF_FAMILIES)
        }
        moved = sum(slope * mean[EVIDENCE.index(name)] for name, slope in slopes.items())
        found[family] = (float(weights[start + index] - moved), slopes)
    intercept = float(weights[0] - common @ mean)
    return Weights(intercept, dict(zip(EVIDENCE, map(float, common), strict=True)), found)


def fit_line(values: Array, labels: Array) -> tuple[float, float]:
    """Intercept and slope of the logit of `labels` over `values`."""
    design = np.stack([np.ones(len(values)), values], axis=1)
    weights = newton(design, labels, np.ones(len(labels)), np.array([1e-6, 1e-3]))
    return float(weights[0]), float(weights[1])
