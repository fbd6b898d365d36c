"""What networks said of stories that they had not learned from, found again by the words they read.

`training.pairs.schedule` leaves answers to pairs of sentences as they were cut then. Sentences change little when the
extractors do, claims much; so sentences are joined by their words, and a pair of claims takes the answer to the pair
that has most words in common with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extractors.records import Span
from matching.reading.pairs import Floats
from matching.reading.passages import MOST_SPEAKER_PIECES, NOWHERE, Passage, within
from training.pairs.packed import STEP, Batches, Packed

Words = tuple[int, ...]
"""The pieces of a passage without its speaker."""

Stretch = frozenset[int]
"""Pieces of a passage, counted from its end: there the speaker, who may have changed, moves nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Answers to two passages: about them as wholes, and about each pair of stretches in them."""

    whole: Floats
    stretches: tuple[tuple[Stretch, Stretch], ...]
    claims: Floats

    def rows(self, asked: Sequence[tuple[Stretch, Stretch]]) -> Floats:
        """(1 + asked, OUTPUTS)."""
        rows = [self.whole]
        for left, right in asked:
            alike = [min(_overlap(left, a), _overlap(right, b)) for a, b in self.stretches]
            rows.append(self.claims[int(np.argmax(alike))] if alike else self.whole)
        return np.stack(rows)


@dataclass(frozen=True, slots=True)
class Unseen:
    """Answers by the number of the story and the words of both passages."""

    said: Mapping[tuple[int, Words, Words], Said]

    def of(
        self, number: int, one: Passage, two: Passage, asked: Sequence[tuple[Sequence[Span], Sequence[Span]]]
    ) -> Floats | None:
        """Rows of answers, the first about the passages as wholes; None when they were not read."""
        said = self.said.get((number, _words(one), _words(two)))
        if said is None:
            return None
        return said.rows([(_stretch(one, left), _stretch(two, right)) for left, right in asked])


def unseen_of(run: Path, colon: int) -> Unseen:
    """What `training.pairs.schedule` left in a run folder. The numbers are those of the stories in order; `colon` is
    the piece that ends a speaker.
    """
    packed = Packed.load(run / "packed.npz")
    batches = Batches(packed)
    keys = np.load(run / "keys.npz")["keys"]
    with np.load(run / "unseen.npz") as stored:
        logits = np.full((len(packed.answers), len(packed.outputs)), np.nan, dtype=np.float32)
        logits[stored["rows"]] = stored["logits"].astype(np.float32) * STEP
    examples = np.flatnonzero(packed.of_source("stories")).tolist()
    found: dict[tuple[int, Words, Words], Said] = {}
    for (number, _, _, asked), example, rows in zip(keys, examples, batches.rows_of(examples), strict=True):
        if not np.isnan(logits[rows.start, 0]):
            left, right, marks = batches.sides_of(example)
            said = Said(
                logits[rows.start],
                tuple(
                    (_from_end(mark[: len(left)]), _from_end(mark[len(left) :])) for mark in marks[1 : 1 + int(asked)]
                ),
                logits[rows.start + 1 : rows.start + 1 + int(asked)],
            )
            for one in _tails(left, colon):
                for two in _tails(right, colon):
                    found[int(number), one, two] = said
    return Unseen(found)


def _words(passage: Passage) -> Words:
    first = next((at for at, place in enumerate(passage.places) if place != NOWHERE), 1)
    return passage.pieces[first:]


def _tails(pieces: Sequence[int], colon: int) -> list[Words]:
    """What may stand after the first piece and a speaker."""
    ends = [at for at, piece in enumerate(pieces[: MOST_SPEAKER_PIECES + 2]) if piece == colon]
    return [tuple(pieces[end + 1 :]) for end in (0, *ends)]


def _stretch(passage: Passage, spans: Sequence[Span]) -> Stretch:
    return frozenset(len(passage.pieces) - at for at in within(passage, spans))


def _from_end(marks: npt.NDArray[np.uint8]) -> Stretch:
    return frozenset((len(marks) - np.flatnonzero(marks)).tolist())


def _overlap(one: Stretch, two: Stretch) -> float:
    return len(one & two) / max(1, len(one | two))
