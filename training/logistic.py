"""Logistic regression by Newton's method.

Thirty-odd features and forty thousand pairs need no more than this, and it gives the same coefficients on every
machine: no random start, no stopping by chance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Strength of the ridge on standardised coefficients; 0.3 to 30 gave the same F1 within 0.5 on the development stories.
RIDGE = 1.0
STEPS = 50
# Newton has arrived when no coefficient moves more than this.
STILL = 1e-9
# Logits beyond this are as sure as floating point can be.
FURTHEST = 40.0


@dataclass(frozen=True, slots=True)
class Fitted:
    intercept: float
    coefficients: Array

    def probabilities(self, rows: Array) -> Array:
        return np.asarray(1.0 / (1.0 + np.exp(-(self.intercept + rows @ self.coefficients))))


def fit_logistic(rows: Array, labels: Array) -> Fitted:
    """`rows` is pairs by features, `labels` 1.0 for aligned. A feature that never varies gets coefficient 0."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread = np.where(spread > 0, spread, np.inf)
    design = np.hstack([np.ones((len(rows), 1)), (rows - mean) / spread])
    ridge = np.full(design.shape[1], RIDGE)
    ridge[0] = 0.0
    weights = newton(design, labels, np.ones(len(labels)), ridge)
    coefficients = weights[1:] / spread
    return Fitted(float(weights[0] - coefficients @ np.where(np.isfinite(spread), mean, 0.0)), coefficients)


def newton(design: Array, labels: Array, counts: Array, ridge: Array) -> Array:
    """The weights of the columns of `design`. `counts` is what each row counts, `ridge` what each weight is held by."""
    weights = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(design @ weights, -FURTHEST, FURTHEST)))
        slope = design.T @ (counts * (chance - labels)) + ridge * weights
        curve = (design * (counts * chance * (1 - chance))[:, None]).T @ design + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < STILL:
            break
    return weights


def calibration_error(chances: Array, labels: Array, bins: int = 10) -> float:
    """Expected calibration error over equal-width bins, in [0, 1]."""
    which = np.minimum((chances * bins).astype(int), bins - 1)
    error = 0.0
    for index in range(bins):
        inside = which == index
        if inside.any():
            error += inside.mean() * abs(chances[inside].mean() - labels[inside].mean())
    return float(error)
