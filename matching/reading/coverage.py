"""How much of what one stretch says a sentence elsewhere says too, word by word.

Each content word of a statement, or of a whole sentence, is set against the nearest word of the other sentence: the
cosines of their states, weighed by how rare the words are in the story, make the share that is covered. It finds one
thing told in other words ("stepped down", "resigned") where mean meanings of long sentences blur (greedy matching as in
BERTScore, Zhang et al. 2020). What all words of the story have in common is taken off first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from extractors.records import Span
from matching.reading.pairs import Floats
from matching.reading.passages import within
from matching.reading.sentences import Readings

_WORDLESS = 0.1
"""Weight of the pieces of a sentence without any content word, beside 1.0 and more of those."""


@dataclass(frozen=True, slots=True)
class Covered:
    """Shares in about [0, 1]: of the whole sentence, and of each statement in it in the order of `statements`."""

    whole: float
    statements: Mapping[int, float]


class Coverage:
    """Shares covered between the sentences of a story, computed when asked for and kept."""

    def __init__(self, readings: Readings, spans: Sequence[Sequence[Span]], rarity: Mapping[str, float]) -> None:
        """`spans` has the words of each statement, `rarity` the weight of each stem."""
        kept = [_content(readings, index) for index in range(len(readings.sentences))]
        self._states = _apart([readings.read[index].top[pieces] for index, pieces in enumerate(kept)])
        self._readings = readings
        self._weights = [_weights(readings, index, pieces, spans, rarity) for index, pieces in enumerate(kept)]
        self._known: dict[tuple[int, int], tuple[Covered, Covered]] = {}

    def of(self, one: int, two: int) -> Covered:
        """What of sentence `one` is covered by sentence `two`."""
        low, high = min(one, two), max(one, two)
        known = self._known.get((low, high))
        if known is None:
            alike = self._states[low] @ self._states[high].T
            known = self._covered(low, alike.max(axis=1)), self._covered(high, alike.max(axis=0))
            self._known[low, high] = known
        return known[0 if one == low else 1]

    def _covered(self, sentence: int, nearest: Floats) -> Covered:
        with np.errstate(invalid="ignore"):  # a run of the networks may leave the processor's flag set
            whole, *each = (self._weights[sentence] @ nearest).tolist()
        return Covered(whole, dict(zip(self._readings.sentences[sentence].statements, each, strict=True)))


def _content(readings: Readings, index: int) -> list[int]:
    stems = readings.read[index].passage.stems
    return [at for at, stem in enumerate(stems) if stem] or list(range(len(stems)))


def _apart(states: Sequence[Floats]) -> list[Floats]:
    """Each state less the mean of all, at length 1."""
    mean = np.concatenate(states).mean(axis=0) if states else 0.0
    return [_unit(each - mean) for each in states]


def _unit(states: Floats) -> Floats:
    lengths = np.linalg.norm(states, axis=1, keepdims=True)
    result: Floats = (states / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
    return result


def _weights(
    readings: Readings, index: int, pieces: Sequence[int], spans: Sequence[Sequence[Span]], rarity: Mapping[str, float]
) -> Floats:
    """One row for the sentence and one for each statement in it, over `pieces`, each summing to 1."""
    passage = readings.read[index].passage
    weight = np.array([_weight(passage.stems[at], rarity) for at in pieces], dtype=np.float32)
    rows = [weight]
    for order in readings.sentences[index].statements:
        inside = set(within(passage, spans[order]))
        own = np.array([at in inside for at in pieces], dtype=np.float32) * weight
        rows.append(own if own.any() else weight)
    stacked = np.stack(rows)
    result: Floats = stacked / stacked.sum(axis=1, keepdims=True)
    return result


def _weight(stem: str, rarity: Mapping[str, float]) -> float:
    return rarity.get(stem, 1.0) if stem else _WORDLESS
