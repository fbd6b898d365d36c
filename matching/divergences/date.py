"""`date`: one event, two times that have no day in common."""

from __future__ import annotations

import re

from extractors.facets.comparing import times_meet
from extractors.records import Time
from matching.divergences.figures import conflicting
from matching.divergences.pair import AlignedPair
from matching.gates import SAME_SLOT, same_level, slot_overlap
from matching.records import Divergence
from matching.statements import Statement
from matching.values import time_in_words

_STOP = re.compile(r"[,;:—–“”\"()]")


def other_date(pair: AlignedPair) -> Divergence | None:
    """Decided only where each side names exactly one time: with more, which of them dates the event is a guess.

    Each time must stand beside a word that is not a name and that the other time stands beside too: the event it dates.
    Where a figure differs too ("640 this year", "410 last year") the two report two things and neither is wrong.
    """
    one, two = _bounded(pair.left.times), _bounded(pair.right.times)
    if len(one) != 1 or len(two) != 1 or times_meet(one[0], two[0]) or not same_level(pair.left, pair.right):
        return None
    if conflicting(pair) is not None:
        return None
    spans = [span for time in (*one, *two) for span in time.spans]
    if slot_overlap(pair.story, pair.left, pair.right, spans) < SAME_SLOT:
        return None
    if not _near(pair.left, one[0]) & _near(pair.right, two[0]):
        return None
    values = time_in_words(one[0]), time_in_words(two[0])
    return pair.diverges(
        "date",
        "date.days_apart",
        values,
        (one[0].spans[-1], two[0].spans[-1]),
        f"{pair.source_of(pair.left)} dates it {values[0]}, {pair.source_of(pair.right)} {values[1]}.",
    )


def _bounded(times: tuple[Time, ...]) -> tuple[Time, ...]:
    return tuple(time for time in times if time.first is not None and time.last is not None)


def _near(statement: Statement, time: Time) -> set[str]:
    """Stems of the words in the time's stretch between commas, names and the time itself left out."""
    at = time.spans[-1]
    within = next(span for span in statement.spans if span.holds(at))
    low = max((m.end() for m in _STOP.finditer(within.exact, 0, at.start - within.start)), default=0)
    high = next((m.start() for m in _STOP.finditer(within.exact, at.end - within.start)), len(within.exact))
    words = [word for word in statement.words if low <= word.start - within.start < high]
    return {
        word.stem
        for word in words
        if word.is_content
        and word.stem not in statement.names
        and not any(span.start <= word.start < span.end for span in time.spans)
    }
