"""Times told from another time of the text: "two days later", "the next day", "two days before Monday's vote"."""

from __future__ import annotations

import datetime as dt
from itertools import takewhile

from extractors.facets import calendars
from extractors.facets.clauses import Sentences
from extractors.facets.tense import direction
from extractors.facets.time_expressions import Expression
from extractors.facets.time_pieces import Resolved, Setting, count_of, granularity_of, spaced
from extractors.facets.time_rules import resolve
from extractors.records import Granularity, Span, Time

# Time units from fine to coarse: a time given to the month is no anchor for "two days later".
_FINENESS: dict[str, int] = {
    unit: rank
    for rank, unit in enumerate(
        ("minute", "hour", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century")
    )
}
# How far into the next sentence "on the eve of" may look for its day, in code points.
_EVE_REACH = 40


def from_before(text: str, expression: Expression, before: list[Time]) -> Time | None:
    """Such as "Two days later", "the next day": from the last time named before it in the same paragraph."""
    unit = "day" if expression.kind == "next_day" else expression.parts["unit"]
    own = Span.of(text, expression.start, expression.end)
    paragraph = text.rfind("\n", 0, own.start)
    near = takewhile(lambda time: time.spans[-1].end > paragraph, reversed(before))
    anchor = next((time for time in near if _can_anchor(time, unit)), None)
    if anchor is None or anchor.first is None:
        return None
    if expression.kind == "that_span":
        days = calendars.whole(anchor.first, unit)
        return Time((anchor.spans[-1], own), days.first, days.last, granularity_of(unit))
    if expression.kind == "next_day":
        which = spaced(expression.parts["which"])
        count = {"next": 1, "following": 1, "day after": 1, "same": 0}.get(which, -1)
    else:
        way = expression.parts["way"]
        count = count_of(expression.parts["count"]) * (1 if way in ("later", "after", "afterwards") else -1)
    resolved = _shifted_time(anchor.first, anchor.granularity, unit, count)
    if resolved is None:
        return None
    days, granularity = resolved
    return Time((anchor.spans[-1], own), days.first, days.last, granularity)


def _can_anchor(time: Time, unit: str) -> bool:
    closed = time.first is not None and time.last is not None
    return closed and _FINENESS[time.granularity] <= max(_FINENESS[unit], _FINENESS["day"])


def _shifted_time(base: dt.date, granularity: Granularity, unit: str, count: int) -> Resolved | None:
    if unit in ("minute", "hour"):
        return calendars.one(base), granularity_of(unit)
    try:
        moved = calendars.shifted(base, count, unit)
    except OverflowError:
        return None
    # "Two years after January 10th" is a day, "two years later" after a month is a month.
    return calendars.whole(moved, granularity), granularity


def from_following(
    sentences: Sentences, expression: Expression, following: Expression | None, published: dt.date | None
) -> Time | None:
    """Such as "Two days before Monday's vote", "on the eve of Thursday's talks"."""
    if following is None or following.start - expression.end > (_EVE_REACH if expression.kind == "eve_of" else 1):
        return None
    setting = Setting(published, lambda: direction(sentences, following.start, following.end), None)
    base = resolve(following, setting)
    if base is None or base[1] != "day":
        return None
    if expression.kind == "eve_of":
        unit, count = "day", -1
    else:
        unit = expression.parts["unit"]
        count = count_of(expression.parts["count"]) * (1 if expression.parts["way"] == "after" else -1)
    resolved = _shifted_time(base[0].first, "day", unit, count)
    if resolved is None:
        return None
    return Time(
        (Span.of(sentences.text, expression.start, following.end),),
        resolved[0].first,
        resolved[0].last,
        resolved[1],
    )
