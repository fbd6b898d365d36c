"""Examples laid end to end in plain arrays, so that a machine with torch and numpy alone can learn from them.

    examples -> packed.npz -> batches

Passages are in pieces of the shipped vocabulary; questions are kept as marks on pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

UNKNOWN = 255
"""Stands for an answer or a mark that is not known."""

CERTAIN = 100
"""An answer of 1.0; graded answers are whole per cents of it."""

FOLDS = 4
"""Parts that stories and contrasts are dealt into. Each part is read by a network that has not learned from it, so that
what reading says of unseen stories can be weighed against the features (`training.alignment`)."""

NO_FOLD, TEST_FOLD = 250, 255
"""Folds of the examples that are in no story, and of those that are never learned from."""

STEP = 0.1
"""What is said of unseen examples is kept as whole steps of a logit."""

SIDE, SHAPES = 8, 32
"""What is added to a piece's shape on the right side, and how many shapes there are (`matching.reading.pairs`)."""

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Packed:
    """Of each example: its `source` (an index into `sources`), its `fold`, and how much it has of everything.

    `left` and `right` count the pieces of its passages, `rows` its answers (the first about the whole passages).
    `pieces`, `shapes` and `marks` (1 on pieces that carry the difference) run along all pieces; `asked` has for every
    row one mark a piece, in bits; `answers` is (rows, outputs) in per cent.
    """

    sources: npt.NDArray[np.str_]
    outputs: npt.NDArray[np.str_]
    kept: Ints  # ids of the vocabulary's pieces in the pretrained one
    source: Bytes
    fold: Bytes
    left: Bytes
    right: Bytes
    rows: Bytes
    pieces: npt.NDArray[np.uint16]
    shapes: Bytes
    marks: Bytes
    asked: Bytes
    answers: Bytes

    def save(self, path: Path) -> None:
        np.savez_compressed(path, **{field.name: getattr(self, field.name) for field in fields(self)})

    @staticmethod
    def load(path: Path) -> Packed:
        with np.load(path) as stored:
            return Packed(**{field.name: stored[field.name] for field in fields(Packed)})

    def of_source(self, name: str) -> npt.NDArray[np.bool_]:
        """Which examples come from a source."""
        of: npt.NDArray[np.bool_] = self.sources[self.source] == name
        return of


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded: `pieces`, `shapes`, `marks` and `mask` are (batch, length), `left` and `right` (batch, rows, length).

    `first` (batch, 1, length) weighs the first pieces of both passages; `answers` (batch, rows, outputs) is NaN where
    unknown, `marks` NaN likewise.
    """

    pieces: npt.NDArray[np.int64]
    shapes: npt.NDArray[np.int64]
    mask: npt.NDArray[np.float32]
    left: npt.NDArray[np.float32]
    right: npt.NDArray[np.float32]
    first: npt.NDArray[np.float32]
    marks: npt.NDArray[np.float32]
    answers: npt.NDArray[np.float32]


class Batches:
    """Takes padded batches out of packed examples."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self.lengths = packed.left.astype(np.int64) + packed.right
        self._piece_at = _starts(self.lengths)
        self._row_at = _starts(packed.rows.astype(np.int64))
        self._mark_at = _starts(self.lengths * packed.rows)
        self._asked = np.unpackbits(packed.asked)

    def rows_of(self, examples: Sequence[int]) -> list[slice]:
        """Where the rows of each example stand among all rows."""
        return [slice(self._row_at[e], self._row_at[e] + self.packed.rows[e]) for e in examples]

    def sides_of(self, example: int) -> tuple[list[int], list[int], Bytes]:
        """The pieces of an example's left and right passage, and for each of its rows 1 on the pieces asked about."""
        left, both, rows = int(self.packed.left[example]), int(self.lengths[example]), int(self.packed.rows[example])
        pieces = self.packed.pieces[self._piece_at[example] :][:both].tolist()
        marks = self._asked[self._mark_at[example] :][: rows * both].reshape(rows, both)
        return pieces[:left], pieces[left:], marks

    def take(self, examples: Sequence[int], swapped: Sequence[bool], multiple: int = 8) -> Batch:
        """The sides of an example change places where `swapped`. Lengths are padded to a `multiple`."""
        packed, size = self.packed, len(examples)
        length = -(-int(max(self.lengths[e] for e in examples)) // multiple) * multiple
        rows = int(max(packed.rows[e] for e in examples))
        pieces = np.zeros((size, length), dtype=np.int64)
        shapes = np.zeros((size, length), dtype=np.int64)
        mask = np.zeros((size, length), dtype=np.float32)
        marks = np.full((size, length), np.nan, dtype=np.float32)
        sides = np.zeros((2, size, rows, length), dtype=np.float32)
        first = np.zeros((size, 1, length), dtype=np.float32)
        answers = np.full((size, rows, len(packed.outputs)), np.nan, dtype=np.float32)
        for index, (e, swap) in enumerate(zip(examples, swapped, strict=True)):
            one, both, count = int(packed.left[e]), int(self.lengths[e]), int(packed.rows[e])
            at = slice(self._piece_at[e], self._piece_at[e] + both)
            order = np.r_[one:both, 0:one] if swap else np.arange(both)
            pieces[index, :both] = packed.pieces[at][order]
            shapes[index, :both] = packed.shapes[at].astype(np.int64)[order]
            after = both - one if swap else one
            if swap:
                shapes[index, :after] -= SIDE
                shapes[index, after:both] += SIDE
            mask[index, :both] = 1.0
            known = packed.marks[at][order]
            marks[index, :both] = np.where(known == UNKNOWN, np.nan, known)
            asked = self.sides_of(e)[2][:, order]
            sides[0, index, :count, :after] = asked[:, :after]
            sides[1, index, :count, after:both] = asked[:, after:]
            first[index, 0, [0, after]] = 0.5
            found = packed.answers[self._row_at[e] : self._row_at[e] + count].astype(np.float32)
            answers[index, :count] = np.where(found == UNKNOWN, np.nan, found / CERTAIN)
        sides /= np.maximum(sides.sum(-1, keepdims=True), 1.0)
        return Batch(pieces, shapes, mask, sides[0], sides[1], first, marks, answers)


def _starts(counts: Ints) -> Ints:
    starts: Ints = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
    return starts
