"""Two passages side by side, and the claims in them that are asked about.

The pieces of the left passage are followed by those of the right one. The first question is always about the two
passages as wholes; each further one is about a claim on either side, given by its spans. A question is two rows of
weights over all pieces, whose weighted means are what the head looks at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.records import Span
from matching.reading.passages import Passage, within
from matching.records import DivergenceKind

SHAPES_OF_A_SIDE = 8
"""Shapes of the right passage are counted on from here, so that one embedding tells case, quotation and side."""

SHARED = 16
"""And from here those of words that both passages have: layers this few need not learn to find them."""

KINDS: tuple[DivergenceKind, ...] = (
    "number",
    "date",
    "place",
    "entity",
    "role",
    "polarity",
    "cause",
    "wording",
    "attribution",
    "certainty",
    "scope",
    "other",
    "update",
)
"""Kinds of divergence that two sentences can show by themselves."""

OUTPUTS = ("carries", "aligned", "diverges", "paraphrase", "similar", "contradicts", *KINDS)
"""What the head answers to each question: do the passages carry a claim in common (asked of whole passages), are the
two claims one, do they diverge and in what. "paraphrase", "similar" and "contradicts" are learned from pairs of
sentences that are no news or without a story, and serve only training and benchmarks."""

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Question = tuple[Sequence[Span], Sequence[Span]]
"""The spans of a claim of the left passage and of one of the right."""


@dataclass(frozen=True, slots=True)
class Row:
    """`shapes` has one integer a piece, `left` and `right` are (questions, pieces), each row summing to 1."""

    shapes: Ints
    left: Floats
    right: Floats


def row_of(left: Passage, right: Passage, questions: Sequence[Question]) -> Row:
    shapes = [*_shapes(left, right, 0), *_shapes(right, left, SHAPES_OF_A_SIDE)]
    length, after = len(shapes), len(left.shapes)
    whole: Question = ((), ())
    asked = [whole, *questions]
    return Row(
        np.array(shapes, dtype=np.int64),
        np.stack([weights(within(left, spans), length) for spans, _ in asked]),
        np.stack([weights([after + at for at in within(right, spans)], length) for _, spans in asked]),
    )


def _shapes(passage: Passage, other: Passage, side: int) -> list[int]:
    shared = set(other.stems) - {""}
    return [
        shape + side + (SHARED if stem in shared else 0)
        for shape, stem in zip(passage.shapes, passage.stems, strict=True)
    ]


def weights(at: Sequence[int], length: int) -> Floats:
    """Equal weights on the pieces `at`, none elsewhere."""
    row = np.zeros(length, dtype=np.float32)
    row[list(at)] = 1.0 / len(at)
    return row
