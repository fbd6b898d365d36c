"""Hours of a day: "9 p.m. EST", "by noon", "from 9 a.m. to 5 p.m.", each with the day it belongs to where one is near.

    expression -> Clock(start, end, zone, utc_offset)
    found days -> the day written next to the hour ("at 9 p.m. on Monday"), or the only one of its sentence

Zones whose distance from UTC depends on the season ("ET") or on the place ("local time") keep their name alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from extractors.facets.clauses import Sentences
from extractors.facets.time_expressions import Expression
from extractors.facets.time_pieces import spaced
from extractors.records import Clock, Granularity, Span, Time
from extractors.word_lists import word_list

_HOURS = {
    name: hour
    for hour, name in enumerate(word_list("one two three four five six seven eight nine ten eleven twelve"), start=1)
}
_NAMED = {"noon": dt.time(12), "midday": dt.time(12), "midnight": dt.time(0)}
_MINUTES_FROM = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20}
_OFFSETS = {
    "gmt": 0,
    "utc": 0,
    "greenwich mean time": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "moscow time": 180,
    "jst": 540,
    "aest": 600,
    "aedt": 660,
    "edt": -240,
    "est": -300,
    "cdt": -300,
    "cst": -360,
    "mdt": -360,
    "mst": -420,
    "pdt": -420,
    "pst": -480,
}
"""Minutes from UTC."""

_PARTS_OF_DAY = {
    "morning": (dt.time(5), dt.time(12)),
    "afternoon": (dt.time(12), dt.time(18)),
    "evening": (dt.time(17), dt.time(23, 59)),
    "night": (dt.time(18), dt.time(23, 59)),
}
"""From when to when a part of a day may last, as newspapers use the words; a night is that which begins on the day."""

_NOON = 12
_MINUTES_OF_DAY = 24 * 60
# What may stand between a day and its hour, on either side.
_LINK = re.compile(
    r"(?:,?\s(?:shortly\s|just\s|soon\s)?(?:at|by|around|about|from|until|till|before|after|on|of|this|between|in\sthe|late|"
    r"early)){0,2},?\s(?:the\s)?$"
)
_OPENER = re.compile(r"\b(?P<word>since|from|until|till|by|before|after)\s(?:about\s|around\s)?$", re.IGNORECASE)
_OPENER_REACH = 20  # code points before an hour in which such a word is looked for
_KINDS = frozenset({"clock", "clock_range", "bare_clock"})
# "At 9:58" is an hour, "won in 9:58" and "9:58 ahead" are none.
_TOLD = re.compile(r"\b(?:at|by|until|till|from|before|after|around|about|since)\s$", re.IGNORECASE)


def find_clocks(sentences: Sentences, expressions: Sequence[Expression], days: Sequence[Time]) -> tuple[Time, ...]:
    """The hours among `expressions`; `days` are the times found that have a day, in reading order.

    An hour without a day nearby has none: `first` and `last` are None.
    """
    found: list[Time] = []
    for expression in expressions:
        clock = clock_of(expression, sentences.text)
        if clock is None:
            continue
        own = Span.of(sentences.text, expression.start, expression.end)
        day = _day_of(sentences, own, days)
        exact: Granularity = "minute" if {"minute", "past", "to"} & expression.parts.keys() else "hour"
        if day is None:
            found.append(Time((own,), None, None, exact, clock))
        else:
            found.append(Time((day.spans[-1], own), day.first, day.last, exact, clock))
    return tuple(found)


def clock_of(expression: Expression, text: str) -> Clock | None:
    """The hours an expression means, with an end opened by the word before it; None where it means none."""
    before = text[max(0, expression.start - _OPENER_REACH) : expression.start]
    if expression.kind not in _KINDS or (expression.kind == "bare_clock" and not _TOLD.search(before)):
        return None
    parts = expression.parts
    zone = spaced(parts["zone"]) if "zone" in parts else None
    offset = _OFFSETS.get(zone) if zone else None
    written = zone and (zone.title() if " " in zone else zone.upper())
    end = _moment(parts, "2") if expression.kind == "clock_range" else None
    start = _moment(parts, "", parts.get("half2") if end is not None else None)
    if end is not None:
        return Clock(start, end, written, offset)
    lead = _OPENER.search(before)
    word = lead.group("word").lower() if lead else ""
    if word in ("since", "from", "after"):
        return Clock(start, None, written, offset)
    if word in ("until", "till", "by", "before"):
        return Clock(None, start, written, offset)
    return Clock(start, start, written, offset)


def part_of_day(name: str) -> Clock:
    """Such as the hours of "Monday morning"."""
    return Clock(*_PARTS_OF_DAY[name], None, None)


def _moment(parts: Mapping[str, str], which: str, half_of_other: str | None = None) -> dt.time:
    """`half_of_other` serves an hour without its own: "9 to 11 p.m."."""
    if "word" in parts and not which:
        return _NAMED[parts["word"]]
    written = parts[f"hour{which}"]
    hour = _NAMED[written].hour if written in _NAMED else _HOURS.get(written) or int(written)
    half = parts.get(f"half{which}") or half_of_other
    later = half.startswith("p") if half else parts.get("day") in ("afternoon", "evening") or "night" in parts
    if half or "day" in parts or "night" in parts:
        hour = hour % _NOON + _NOON * later
    minutes = hour * 60 + int(parts.get(f"minute{which}", "0"))
    if "past" in parts:
        minutes += _MINUTES_FROM[spaced(parts["past"])]
    if "to" in parts:
        minutes -= _MINUTES_FROM[spaced(parts["to"])]
    hours, minute = divmod(minutes % _MINUTES_OF_DAY, 60)
    return dt.time(hours, minute)


def _day_of(sentences: Sentences, own: Span, days: Sequence[Time]) -> Time | None:
    text = sentences.text
    single = [day for day in days if day.first is not None and day.first == day.last and day.granularity == "day"]
    before = next((day for day in reversed(single) if day.spans[-1].end <= own.start), None)
    after = next((day for day in single if day.spans[0].start >= own.end), None)
    if after is not None and _LINK.fullmatch(text, own.end, after.spans[0].start):
        return after
    if before is not None and _LINK.fullmatch(text, before.spans[-1].end, own.start):
        return before
    low, high = sentences.around(own.start, own.end)
    here = [day for day in single if low <= day.spans[-1].start < high]
    return here[0] if len({day.first for day in here}) == 1 else None
