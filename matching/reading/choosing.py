"""Which pairs of sentences are worth reading.

Reading a pair costs some 7 ms where scoring its features costs 0.1 ms, so only pairs are read that the features do
not settle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from matching.reading.sentences import Readings

if TYPE_CHECKING:
    from matching.features import Pair

READ_FROM = 0.03
"""Features' score of its likeliest pair of claims from which two sentences are read. Reading adds at most 2 to a
logit (`matching.scoring`), so nothing below 0.037 can come to be aligned by it; what lies just below still shows which
other partner a sentence has. Against 0.01, which reads two thirds more of a story of three articles, F1 of alignment on
the development stories is 68.4 beside 68.3, and one divergence fewer of 137 is found.
"""

MOST_READ = 10
"""Partners of a sentence that are read at most, the likeliest first; it bounds the work in stories of many articles."""

SentencePair = tuple[int, int]
"""Two sentences of different articles by their index, the smaller first."""


def pairs_to_read(
    readings: Readings, candidates: Sequence[Pair], chance_of: Callable[[Pair], float]
) -> tuple[SentencePair, ...]:
    """The pairs of sentences to read, the likeliest first."""
    best: dict[SentencePair, float] = {}
    for pair in candidates:
        chance = chance_of(pair)
        if chance >= READ_FROM:
            one, two = sorted((readings.home[pair.left], readings.home[pair.right]))
            best[one, two] = max(chance, best.get((one, two), 0.0))
    times: dict[int, int] = defaultdict(int)
    kept: list[SentencePair] = []
    for one, two in sorted(best, key=lambda key: (-best[key], key)):
        if min(times[one], times[two]) < MOST_READ:
            kept.append((one, two))
            times[one] += 1
            times[two] += 1
    return tuple(kept)
