"""A claim that tells of several occasions, cut into one part for each.

"…which will kick off in Geneva on January 10th, move to Brussels two days later and wrap up on January 13th" is one
claim of three meetings. To align the second with another outlet's report of it, the claim is cut where the telling
moves on: at a comma, a semicolon or a conjunction between two times. Each part keeps the times and places that stand
in it; a claim with fewer than two different times is one part.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from extractors.records import Claim, Place, Quantity, Span, Time
from matching.words import words_of

# Content words that must stand between the turn and the next time. Fewer, and the times are a list ("on Monday and
# Tuesday") rather than two occasions.
_TELLING_WORDS = 2
_TURN = re.compile(r"[,;—–]\s+(?:and\s+|then\s+|before\s+)*|\s+(?:and|then|before)\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch of a claim that tells of one occasion: spans of the article's text and the facets inside them."""

    spans: tuple[Span, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    quantities: tuple[Quantity, ...]


def parts_of(text: str, claim: Claim) -> tuple[Part, ...]:
    """At least one part; together they cover the claim's spans in order."""
    cuts = _cuts(text, claim)
    parts: list[Part] = []
    for low, high in zip([0, *cuts], [*cuts, len(text)], strict=True):
        spans = tuple(
            Span.of(text, max(low, span.start), min(high, span.end))
            for span in claim.spans
            if max(low, span.start) < min(high, span.end)
        )
        if spans:
            parts.append(
                Part(
                    spans,
                    tuple(time for time in claim.times if _is_of_days(time) and low <= time.spans[-1].start < high),
                    tuple(place for place in claim.places if low <= place.span.start < high),
                    tuple(quantity for quantity in claim.quantities if low <= quantity.span.start < high),
                )
            )
    return tuple(parts)


def _is_of_days(time: Time) -> bool:
    """Hours stand beside the day they belong to, and what comes again has no day; neither is compared."""
    return time.recurs is None and (time.clock is None or time.granularity == "day")


def _cuts(text: str, claim: Claim) -> list[int]:
    """Offsets at which a new occasion begins."""
    times = sorted(
        (time for time in claim.times if time.first is not None and _is_of_days(time)),
        key=lambda time: time.spans[-1].start,
    )
    cuts = []
    for before, after in itertools.pairwise(times):
        turn = _TURN.search(text, before.spans[-1].end, after.spans[-1].start)
        if turn is None or (before.first, before.last) == (after.first, after.last):
            continue
        told = words_of(text, turn.end(), after.spans[-1].start)
        if sum(word.is_content for word in told) >= _TELLING_WORDS:
            cuts.append(turn.end())
    return cuts
