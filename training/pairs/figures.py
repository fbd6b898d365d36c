"""How well answers rank what is known: best F1 over all thresholds and area under the curve. numpy alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from training.pairs.packed import CERTAIN, UNKNOWN, Batches, Packed

OF_WHOLES = ("carries", "diverges", "paraphrase", "contradicts")
OF_CLAIMS = ("aligned",)

Floats = npt.NDArray[np.floating]
Flags = npt.NDArray[np.bool_]


def ranked(packed: Packed, batches: Batches, asked: Sequence[int], logits: Floats) -> dict[str, float]:
    """In per cent, by source and answer; `logits` runs along the rows of the examples `asked`."""
    places = batches.rows_of(asked)
    rows = np.concatenate([np.arange(place.start, place.stop) for place in places])
    whole = np.concatenate([np.arange(place.stop - place.start) == 0 for place in places])
    answers, source = packed.answers[rows], np.repeat(packed.source[list(asked)], packed.rows[list(asked)])
    found: dict[str, float] = {}
    for number, name in enumerate(packed.sources.tolist()):
        for output in (*OF_WHOLES, *OF_CLAIMS):
            column = packed.outputs.tolist().index(output)
            known = (source == number) & (answers[:, column] != UNKNOWN) & (whole == (output in OF_WHOLES))
            labels = answers[known, column] > CERTAIN / 2
            if labels.any() and not labels.all():
                found[f"{name} {output} f1"] = round(best_f1(logits[known, column], labels), 1)
                found[f"{name} {output} area"] = round(area(logits[known, column], labels), 1)
    return found


def best_f1(scores: Floats, labels: Flags) -> float:
    right = np.cumsum(labels[np.argsort(-scores, kind="stable")])
    return float(100 * (2 * right / (np.arange(1, len(labels) + 1) + labels.sum())).max())


def area(scores: Floats, labels: Flags) -> float:
    """Chance that a positive is ranked before a negative."""
    ranks = np.empty(len(labels))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(labels) + 1)
    positives, negatives = int(labels.sum()), int((~labels).sum())
    return float(100 * (ranks[labels].sum() - positives * (positives + 1) / 2) / (positives * negatives))
