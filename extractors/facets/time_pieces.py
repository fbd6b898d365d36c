"""Words inside an expression of time as numbers: month names, counts, ordinals, years named or left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from extractors.facets import calendars
from extractors.facets.calendars import Days
from extractors.facets.lexing import lex
from extractors.facets.number_words import read_number
from extractors.facets.tense import Direction
from extractors.facets.time_patterns import MONTHS
from extractors.records import Granularity

Resolved = tuple[Days, Granularity]

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "latter": 2}
# A day or month longer ago than this is given with its year ("last November"); without one the next is meant.
_FARTHEST_WITHOUT_YEAR = dt.timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is resolved against. `tense` is asked only where it decides."""

    published: dt.date | None
    tense: Callable[[], Direction | None]
    last_day: dt.date | None  # the day named last before, for "the following Monday"
    untold: Direction = "past"  # where a weekday lies if no verb says so


def month_number(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def spaced(words: str) -> str:
    return " ".join(words.split())


def count_of(word: str) -> int:
    words = spaced(word)
    number = read_number(lex(words), 0)
    return 2 if "couple" in words else 1 if number is None else int(number.lower)


def ordinal_of(word: str) -> int:
    return int(word) if word.isdigit() else _ORDINALS[word]


def granularity_of(unit: str) -> Granularity:
    names: dict[str, Granularity] = {
        "minute": "minute",
        "hour": "hour",
        "week": "week",
        "weekend": "day",
        "month": "month",
        "quarter": "quarter",
        "year": "year",
        "decade": "decade",
        "century": "century",
    }
    return names.get(unit, "day")


def part_of(days: Days, parts: Mapping[str, str]) -> Days:
    part = spaced(parts.get("part", "")).removeprefix("the ").removesuffix(" of")
    name = {"end": "late", "start": "early", "beginning": "early", "middle": "mid"}.get(part, part)
    return calendars.third(days, name) if name in ("early", "mid", "late") else days


def year_named(words: str, setting: Setting) -> int | None:
    """The year of "2014" or of "last year"."""
    if words.isdigit():
        return int(words)
    shift = {"this": 0, "last": -1, "next": 1}[words.split()[0]]
    return None if setting.published is None else setting.published.year + shift


def year_for(parts: Mapping[str, str], number: int, day: int, setting: Setting) -> int | None:
    """The year of a day without one: by tense, or else the year that brings it nearest to publication."""
    if "year" in parts:
        return int(parts["year"])
    now = setting.published
    if now is None:
        return None
    candidates = [
        dt.date(year, number, day) for year in range(now.year - 4, now.year + 5) if _exists(year, number, day)
    ]
    way = setting.tense()
    if way == "future":
        ahead = [date for date in candidates if date >= now]
        return ahead[0].year if ahead else None
    if way == "past":
        behind = [date for date in candidates if date <= now]
        if behind and now - behind[-1] <= _FARTHEST_WITHOUT_YEAR:
            return behind[-1].year
    return min(candidates, key=lambda date: abs(date - now)).year if candidates else None


def _exists(year: int, number: int, day: int) -> bool:
    return 1 <= number <= 12 and 1 <= day <= calendars.month(year, number).last.day


def year_of_month(number: int, setting: Setting) -> int | None:
    now = setting.published
    if now is None:
        return None
    if setting.tense() == "future":
        return now.year + (number < now.month)
    back = now.year - (number > now.month)
    far = now - calendars.month(back, number).last > _FARTHEST_WITHOUT_YEAR
    return back + far
