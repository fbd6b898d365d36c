"""`date`: one event, two times that have no day in common."""

from __future__ import annotations

from extractors.facets.comparing import times_meet
from extractors.records import Time
from matching.divergences.pair import AlignedPair
from matching.gates import SAME_SLOT, same_level, slot_overlap
from matching.records import Divergence
from matching.values import time_in_words


def other_date(pair: AlignedPair) -> Divergence | None:
    """Decided only where each side names exactly one time: with more, which of them dates the event is a guess."""
    one, two = _bounded(pair.left.times), _bounded(pair.right.times)
    if len(one) != 1 or len(two) != 1 or times_meet(one[0], two[0]) or not same_level(pair.left, pair.right):
        return None
    spans = [span for time in (*one, *two) for span in time.spans]
    if slot_overlap(pair.story, pair.left, pair.right, spans) < SAME_SLOT:
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
