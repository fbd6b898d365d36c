"""Times that name their year, or a day or month of one: "4 May 2014", "the first half of last year",
"the 19th century".

Every rule takes the parts of an expression and what it is resolved against. It gives None where a year cannot be told,
and raises ValueError where there is no such day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from extractors.facets import calendars
from extractors.facets.calendars import Days
from extractors.facets.tense import Direction
from extractors.facets.time_pieces import (
    Resolved,
    Setting,
    month_number,
    ordinal_of,
    part_of,
    spaced,
    year_for,
    year_named,
)
from extractors.word_lists import word_list

_CENTURIES = {
    name: number
    for number, name in enumerate(
        word_list(
            "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
        ),
        start=2,
    )
}
_DECADES = {
    name: 1920 + 10 * index
    for index, name in enumerate(word_list("twenties thirties forties fifties sixties seventies eighties nineties"))
}
_MONTHS_OF_A_YEAR = 12
_THIS_CENTURY = 2000  # what the two figures of "3/30/14" are added to
_TURN = 10  # years either side of the first that "the turn of the 20th century" takes in; judgement
_LATEST_CENTURY = 22  # a "54th century" is told of in stories, not in news
# Days of the same date wherever they are kept. Others (labour days, thanksgivings, election days) have a date only
# with a country.
_HOLIDAYS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
}


def date(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    number, day = month_number(parts["month"]), int(parts["day"])
    year = year_for(parts, number, day, setting)
    return None if year is None else (calendars.one(dt.date(year, number, day)), "day")


def holiday(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    number, day = _HOLIDAYS[spaced(parts["holiday"]).replace("’", "'")]
    way: Direction | None = {"last": "past", "next": "future"}.get(parts.get("way", ""))  # type: ignore[assignment]
    year = year_for(parts, number, day, replace(setting, tense=lambda: way) if way else setting)
    return None if year is None else (calendars.one(dt.date(year, number, day)), "day")


def date_of(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    year = year_named(parts["year"], setting)
    number = month_number(parts["month"])
    return None if year is None else (calendars.one(dt.date(year, number, int(parts["day"]))), "day")


def iso(parts: Mapping[str, str], _: Setting) -> Resolved:
    return calendars.one(dt.date(int(parts["year"]), int(parts["month"]), int(parts["day"]))), "day"


def numeric_date(parts: Mapping[str, str], _: Setting) -> Resolved | None:
    """Such as "3/30/2031": told only where one of the first two numbers can be no month."""
    one, two = int(parts["one"]), int(parts["two"])
    year = int(parts["year"]) if len(parts["year"]) > len("16") else _THIS_CENTURY + int(parts["year"])
    if (one > _MONTHS_OF_A_YEAR) == (two > _MONTHS_OF_A_YEAR) and one != two:
        return None
    number, day = (one, two) if two > _MONTHS_OF_A_YEAR else (two, one)
    return calendars.one(dt.date(year, number, day)), "day"


def short_year(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """Such as "in '08": the last such year before publication."""
    if setting.published is None:
        return None
    year = setting.published.year - (setting.published.year - int(parts["short"])) % 100
    return calendars.year(year), "year"


def date_range(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    number, day = month_number(parts["month"]), int(parts["day"])
    number2, day2 = month_number(parts.get("month2", parts["month"])), int(parts["day2"])
    year = year_for(parts, number, day, setting)
    if year is None or (number, day) >= (number2, day2):
        return None
    return Days(dt.date(year, number, day), dt.date(year, number2, day2)), "day"


def month_year(parts: Mapping[str, str], _: Setting) -> Resolved:
    return part_of(calendars.month(int(parts["year"]), month_number(parts["month"])), parts), "month"


def quarter(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    year = year_named(parts["year"], setting)
    return None if year is None else (calendars.quarter(year, ordinal_of(parts["number"])), "quarter")


def half(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    year = year_named(parts["year"], setting)
    return None if year is None else (calendars.half(year, min(2, ordinal_of(parts["number"]))), "half")


def season_year(parts: Mapping[str, str], _: Setting) -> Resolved:
    return part_of(calendars.season(int(parts["year"]), parts["season"]), parts), "season"


def years(parts: Mapping[str, str], _: Setting) -> Resolved | None:
    first, last = int(parts["year"]), int(parts["year2"])
    return (calendars.years(first, last), "year") if first < last else None


def year_pair(parts: Mapping[str, str], _: Setting) -> Resolved | None:
    """Such as "2014-15": a span that ends within ten years, in the same century."""
    first = int(parts["year"])
    last = first - first % 100 + int(parts["year2"])
    return (calendars.years(first, last), "year") if 0 < last - first <= 10 else None


def year(parts: Mapping[str, str], _: Setting) -> Resolved:
    return part_of(calendars.year(int(parts["year"])), parts), "year"


def decade(parts: Mapping[str, str], _: Setting) -> Resolved:
    written = parts["decade"]
    first = _DECADES.get(written) or (int(written) if len(written) == 4 else 1900 + int(written))
    return part_of(calendars.years(first, first + 9), parts), "decade"


def century(parts: Mapping[str, str], _: Setting) -> Resolved | None:
    """The 19th century is 1801 to 1900, "the 1800s" are 1800 to 1899; its turn is the years about its first."""
    if "hundreds" in parts:
        first = int(parts["hundreds"])
        return part_of(calendars.years(first, first + 99), parts), "century"
    name = spaced(parts["century"]).replace(" ", "-")
    number = _CENTURIES[name] if name in _CENTURIES else int(name[:-2])
    if not 1 < number <= _LATEST_CENTURY:
        return None
    days, part = calendars.century(number), spaced(parts.get("part", "")).removesuffix(" of the")
    if part == "turn":
        return calendars.years(days.first.year - _TURN, days.first.year + _TURN - 1), "decade"
    return part_of(days, {"part": part}), "century"
