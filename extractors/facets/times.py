"""When: expressions of time resolved to stretches of days.

    text -> find_expressions -> resolve each against the day of publication, the tense around it and the times before
         -> open an end for "since", "until", "by", "before", "after"

An expression that cannot be resolved is left out: a weekday without a day of publication, "two days later" with no
day before it in the paragraph, "the day before the vote" whose vote has no date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Doc

from extractors.facets import calendars
from extractors.facets.calendars import ONE_DAY, Days
from extractors.facets.clauses import Sentences
from extractors.facets.lexing import lex
from extractors.facets.number_words import read_number
from extractors.facets.tense import Direction, direction
from extractors.facets.time_expressions import (
    MONTHS,
    WEEKDAYS,
    Expression,
    find_expressions,
)
from extractors.records import Granularity, Span, Time
from extractors.word_lists import word_list

# Time units from fine to coarse: a time given to the month is no anchor for "two days later".
_FINENESS: dict[str, int] = {
    unit: rank
    for rank, unit in enumerate(
        ("minute", "hour", "day", "week", "month", "quarter", "season", "half", "year", "decade")
    )
}
_DECADES = {
    name: 1920 + 10 * index
    for index, name in enumerate(word_list("twenties thirties forties fifties sixties seventies eighties nineties"))
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "latter": 2}
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
# A day or month longer ago than this is given with its year ("last November"); without one the next is meant.
_FARTHEST_WITHOUT_YEAR = dt.timedelta(days=300)
_SATURDAY = 5  # as datetime counts the days of a week
# How far into the next sentence "on the eve of" may look for its day, in code points.
_EVE_REACH = 40


@dataclass(frozen=True, slots=True)
class _Setting:
    """What an expression is resolved against. `tense` is asked only where it decides."""

    published: dt.date | None
    tense: Callable[[], Direction | None]
    last_day: dt.date | None  # the day named last before, for "the following Monday"
    untold: Direction = "past"  # where a weekday lies if no verb says so


_Resolved = tuple[Days, Granularity]


def find_times(doc: Doc, published: dt.date | None) -> tuple[Time, ...]:
    """Every time in `doc` that can be resolved, in reading order of its last span.

    Weekdays, months and days without a year look back or ahead as the tense around them says; with no sign they mean
    the nearest past weekday and the month or day nearest to publication. `published` None leaves only what is
    absolute, or anchored on something absolute.
    """
    sentences = Sentences(doc)
    text = sentences.text
    expressions = find_expressions(text)
    found: list[Time] = []
    last_day: dt.date | None = None
    skip = -1
    for index, expression in enumerate(expressions):
        if index == skip:
            continue
        following = expressions[index + 1] if index + 1 < len(expressions) else None
        if expression.kind in ("shift_from", "eve_of"):
            time = _from_following(sentences, expression, following, published)
            skip = index + 1 if time is not None else skip
        elif expression.kind in ("shift", "next_day", "that_span"):
            time = _from_before(text, expression, found)
        else:
            time = _alone(sentences, expression, published, last_day)
        if time is not None:
            found.append(time)
            last_day = time.first if time.granularity == "day" and time.first == time.last else last_day
    return tuple(found)


def _alone(
    sentences: Sentences, expression: Expression, published: dt.date | None, last_day: dt.date | None
) -> Time | None:
    text, start, end = sentences.text, expression.start, expression.end
    untold: Direction = "future" if _AHEAD.search(text[max(0, start - 20) : start]) else "past"
    setting = _Setting(published, lambda: direction(sentences, start, end), last_day, untold)
    resolved = _resolve(expression, setting)
    if resolved is None:
        return None
    (days_meant, granularity) = resolved
    first, last = _opened(text, start, end, days_meant, granularity)
    return Time((Span.of(text, start, end),), first, last, granularity)


def _resolve(expression: Expression, setting: _Setting) -> _Resolved | None:
    rule = _RULES.get(expression.kind)
    if rule is None:
        return None
    try:
        return rule(expression.parts, setting)
    except (ValueError, OverflowError):
        # No such day: "February 30", or a shift beyond the calendar.
        return None


# Absolute


def _date(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    number, day = _month_number(parts["month"]), int(parts["day"])
    year = _year_for(parts, number, day, setting)
    return None if year is None else (calendars.one(dt.date(year, number, day)), "day")


def _holiday(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    number, day = _HOLIDAYS[_spaced(parts["holiday"]).replace("’", "'")]
    way: Direction | None = {"last": "past", "next": "future"}.get(parts.get("way", ""))  # type: ignore[assignment]
    year = _year_for(parts, number, day, replace(setting, tense=lambda: way) if way else setting)
    return None if year is None else (calendars.one(dt.date(year, number, day)), "day")


def _date_of(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    year = _year_named(parts["year"], setting)
    number = _month_number(parts["month"])
    return None if year is None else (calendars.one(dt.date(year, number, int(parts["day"]))), "day")


def _iso(parts: Mapping[str, str], _: _Setting) -> _Resolved:
    return calendars.one(dt.date(int(parts["year"]), int(parts["month"]), int(parts["day"]))), "day"


def _date_range(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    number, day = _month_number(parts["month"]), int(parts["day"])
    number2, day2 = _month_number(parts.get("month2", parts["month"])), int(parts["day2"])
    year = _year_for(parts, number, day, setting)
    if year is None or (number, day) >= (number2, day2):
        return None
    return Days(dt.date(year, number, day), dt.date(year, number2, day2)), "day"


def _month_year(parts: Mapping[str, str], _: _Setting) -> _Resolved:
    return _part(calendars.month(int(parts["year"]), _month_number(parts["month"])), parts), "month"


def _quarter(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    year = _year_named(parts["year"], setting)
    return None if year is None else (calendars.quarter(year, _ordinal(parts["number"])), "quarter")


def _half(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    year = _year_named(parts["year"], setting)
    return None if year is None else (calendars.half(year, min(2, _ordinal(parts["number"]))), "half")


def _season_year(parts: Mapping[str, str], _: _Setting) -> _Resolved:
    return _part(calendars.season(int(parts["year"]), parts["season"]), parts), "season"


def _years(parts: Mapping[str, str], _: _Setting) -> _Resolved | None:
    first, last = int(parts["year"]), int(parts["year2"])
    return (calendars.years(first, last), "year") if first < last else None


def _year_pair(parts: Mapping[str, str], _: _Setting) -> _Resolved | None:
    """Such as "2014-15": a span that ends within ten years, in the same century."""
    first = int(parts["year"])
    last = first - first % 100 + int(parts["year2"])
    return (calendars.years(first, last), "year") if 0 < last - first <= 10 else None


def _year(parts: Mapping[str, str], _: _Setting) -> _Resolved:
    return _part(calendars.year(int(parts["year"])), parts), "year"


def _decade(parts: Mapping[str, str], _: _Setting) -> _Resolved:
    written = parts["decade"]
    first = _DECADES.get(written) or (int(written) if len(written) == 4 else 1900 + int(written))
    return _part(calendars.years(first, first + 9), parts), "decade"


# Against the day of publication


def _relative_day(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}
    if setting.published is None:
        return None
    which = _spaced(parts.get("which") or parts["which1"])
    return calendars.one(setting.published + shift.get(which, 0) * ONE_DAY), "day"


def _weekday(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    number, which = WEEKDAYS[parts["weekday"]], _spaced(parts.get("which", ""))
    if which in ("the following", "the previous"):
        base = setting.last_day
        sign: Direction = "future" if which == "the following" else "past"
        return None if base is None else (calendars.one(_nearest_weekday(base, number, sign, same=False)), "day")
    if setting.published is None:
        return None
    if "week" in parts:
        return _weekday_of_week(number, _spaced(parts["week"]), setting)
    if which in ("last", "this past"):
        day = _nearest_weekday(setting.published, number, "past", same=False)
    elif which in ("next", "this coming"):
        day = _nearest_weekday(setting.published, number, "future", same=False)
    else:
        day = _nearest_weekday(setting.published, number, setting.tense() or setting.untold, same=True)
    return calendars.one(day), "day"


def _weekday_of_week(number: int, week: str, setting: _Setting) -> _Resolved | None:
    assert setting.published is not None  # noqa: S101 - narrows the type; the only caller has checked
    weeks = {"last week": -1, "this week": 0, "next week": 1}.get(week)
    if weeks is None:  # "Monday week", British for the Monday after the coming one
        coming = _nearest_weekday(setting.published, number, "future", same=False)
        return calendars.one(coming + 7 * ONE_DAY), "day"
    monday = calendars.week_of(setting.published).first + 7 * weeks * ONE_DAY
    return calendars.one(monday + number * ONE_DAY), "day"


def _nearest_weekday(base: dt.date, number: int, way: Direction, *, same: bool) -> dt.date:
    """The nearest such weekday before or after `base`; `base` itself where `same` allows it."""
    distance = (number - base.weekday()) % 7 if way == "future" else (base.weekday() - number) % 7
    if distance == 0 and not same:
        distance = 7
    return base + (distance if way == "future" else -distance) * ONE_DAY


def _period(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    if setting.published is None:
        return None
    which = _spaced(parts["which"]).removeprefix("the ")
    count = {"last": -1, "previous": -1, "next": 1, "coming": 1, "this coming": 1}.get(which, 0)
    unit, part = parts["unit"], _spaced(parts.get("part", "")).removeprefix("the ")
    day = setting.published
    if which == "this past" and unit == "weekend":
        return _weekend(day, 0 if day.weekday() > _SATURDAY else -1), "day"
    if which in ("past", "this past"):
        return Days(calendars.shifted(day, -1, "week" if unit == "weekend" else unit), day), _granularity(unit)
    if unit == "weekend":
        gone = which == "this" and day.weekday() < _SATURDAY and setting.tense() == "past"
        return _weekend(day, -1 if gone else count), "day"
    if unit == "quarter":
        days = calendars.quarter(day.year, (day.month + 2) // 3)
        moved = calendars.shifted(days.first, 3 * count, "month")
        return calendars.quarter(moved.year, (moved.month + 2) // 3), "quarter"
    days = calendars.whole(calendars.shifted(day, count, unit), unit)
    if part == "earlier" or (part == "" and which == "the"):
        days = Days(days.first, min(days.last, day))
    elif part == "later":
        days = Days(max(days.first, day), days.last)
    else:
        days = _part(days, {"part": part})
    return days, _granularity(unit)


def _weekend(day: dt.date, count: int) -> Days:
    """Saturday and Sunday: of this week, or whole weeks away."""
    saturday = calendars.week_of(day).first + (5 + 7 * count) * ONE_DAY
    return Days(saturday, saturday + ONE_DAY)


def _past_span(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    if setting.published is None or "vague" in parts or ("plural" in parts and "count" not in parts):
        return None  # "the coming years" are nobody knows how many
    count = _count(parts.get("count", "one"))
    unit, day = parts["unit"], setting.published
    if unit in ("minute", "hour"):
        return calendars.one(day), _granularity(unit)
    if parts["which"] in ("next", "coming"):
        return Days(day, calendars.shifted(day, count, unit)), _granularity(unit)
    return Days(calendars.shifted(day, -count, unit), day), _granularity(unit)


def _ago(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    return _away(parts["unit"], -_count(parts["count"]), setting.published)


def _in_time(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    return _away(parts.get("unit") or parts["unit1"], _count(parts.get("count", "one")), setting.published)


def _away(unit: str, count: int, base: dt.date | None) -> _Resolved | None:
    """The whole day, week, month or year that lies `count` units from `base`."""
    if base is None:
        return None
    if unit in ("minute", "hour"):
        return calendars.one(base), _granularity(unit)
    return calendars.whole(calendars.shifted(base, count, unit), unit), _granularity(unit)


def _month(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    number = _month_number(parts["month"])
    year = _year_of_month(number, setting)
    return None if year is None else (_part(calendars.month(year, number), parts), "month")


def _which_month(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    if setting.published is None:
        return None
    number, which, now = _month_number(parts["month"]), _spaced(parts["which"]), setting.published
    if which in ("last", "this past"):
        year = now.year - (number >= now.month)
    elif which in ("next", "this coming"):
        year = now.year + (number <= now.month)
    else:
        year = now.year
    return calendars.month(year, number), "month"


def _month_of(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    which = _spaced(parts["which"])
    if which in ("last", "this", "next"):
        year = _year_named(f"{which} year", setting)
    else:
        shift = {"the following": 1, "the previous": -1}.get(which, 0)
        year = None if setting.last_day is None else setting.last_day.year + shift
    return None if year is None else (calendars.month(year, _month_number(parts["month"])), "month")


def _season(parts: Mapping[str, str], setting: _Setting) -> _Resolved | None:
    """A season without a year: the running one or the last for the past, the running or the coming for the future."""
    if setting.published is None:
        return None
    now, name, which = setting.published, parts["season"], parts.get("which", "")
    runs = [calendars.season(now.year + shift, name) for shift in (-2, -1, 0, 1)]
    ended = [days for days in runs if days.last < now]
    coming = [days for days in runs if days.first > now]
    running = [days for days in runs if days.first <= now <= days.last]
    way = {"last": "past", "next": "future"}.get(which) or setting.tense() or "past"
    choice = coming[0] if way == "future" else ended[-1]
    if running and which not in ("last", "next"):
        choice = running[0]
    elif which == "this":
        nearest = min((coming[0], ended[-1]), key=lambda days: min(abs(days.first - now), abs(days.last - now)))
        choice = {"past": ended[-1], "future": coming[0]}.get(setting.tense() or "", nearest)
    return _part(choice, parts), "season"


_RULES: dict[str, Callable[[Mapping[str, str], _Setting], _Resolved | None]] = {
    "date_of": _date_of,
    "iso": _iso,
    "holiday": _holiday,
    "date": _date,
    "date_range": _date_range,
    "month_year": _month_year,
    "month_of": _month_of,
    "quarter": _quarter,
    "half": _half,
    "season_year": _season_year,
    "season": _season,
    "which_season": _season,
    "years": _years,
    "season_year_pair": _year_pair,
    "year": _year,
    "decade": _decade,
    "day_after": _relative_day,
    "relative_day": _relative_day,
    "weekday": _weekday,
    "period": _period,
    "past_span": _past_span,
    "ago": _ago,
    "in_time": _in_time,
    "month": _month,
    "which_month": _which_month,
}


# Against another time of the text


def _from_before(text: str, expression: Expression, before: list[Time]) -> Time | None:
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
        return Time((anchor.spans[-1], own), days.first, days.last, _granularity(unit))
    if expression.kind == "next_day":
        which = _spaced(expression.parts["which"])
        count = {"next": 1, "following": 1, "day after": 1, "same": 0}.get(which, -1)
    else:
        way = expression.parts["way"]
        count = _count(expression.parts["count"]) * (1 if way in ("later", "after", "afterwards") else -1)
    resolved = _shifted_time(anchor.first, anchor.granularity, unit, count)
    if resolved is None:
        return None
    days, granularity = resolved
    return Time((anchor.spans[-1], own), days.first, days.last, granularity)


def _can_anchor(time: Time, unit: str) -> bool:
    closed = time.first is not None and time.last is not None
    return closed and _FINENESS[time.granularity] <= max(_FINENESS[unit], _FINENESS["day"])


def _shifted_time(base: dt.date, granularity: Granularity, unit: str, count: int) -> _Resolved | None:
    if unit in ("minute", "hour"):
        return calendars.one(base), _granularity(unit)
    try:
        moved = calendars.shifted(base, count, unit)
    except OverflowError:
        return None
    # "Two years after January 10th" is a day, "two years later" after a month is a month.
    return calendars.whole(moved, granularity), granularity


def _from_following(
    sentences: Sentences, expression: Expression, following: Expression | None, published: dt.date | None
) -> Time | None:
    """Such as "Two days before Monday's vote", "on the eve of Thursday's talks"."""
    if following is None or following.start - expression.end > (_EVE_REACH if expression.kind == "eve_of" else 1):
        return None
    setting = _Setting(published, lambda: direction(sentences, following.start, following.end), None)
    base = _resolve(following, setting)
    if base is None or base[1] != "day":
        return None
    if expression.kind == "eve_of":
        unit, count = "day", -1
    else:
        unit = expression.parts["unit"]
        count = _count(expression.parts["count"]) * (1 if expression.parts["way"] == "after" else -1)
    resolved = _shifted_time(base[0].first, "day", unit, count)
    if resolved is None:
        return None
    return Time(
        (Span.of(sentences.text, expression.start, following.end),),
        resolved[0].first,
        resolved[0].last,
        resolved[1],
    )


# Small pieces

# "Open until Friday", "due by Monday": with no verb of the past in sight the day lies ahead.
_AHEAD = re.compile(r"\b(?:until|till|by)\s$", re.IGNORECASE)
_OPENER = re.compile(r"\b(?P<word>since|until|till|by|before|after)\s(?:the\s|about\s|around\s)?$", re.IGNORECASE)


def _opened(
    text: str, start: int, end: int, days: Days, granularity: Granularity
) -> tuple[dt.date | None, dt.date | None]:
    """The stretch with an end opened by the word before it; "before Monday's vote" speaks of the vote, not the day."""
    lead = _OPENER.search(text[max(0, start - 20) : start])
    word = lead.group("word").lower() if lead else ""
    possessive = text[end : end + 2] in ("'s", "’s")
    if word == "since":
        return days.first, None
    if word in ("until", "till", "by") and not possessive:
        return None, days.last
    attribute = lead is not None and lead.group().lower().endswith("the ")  # "after the 1999 fire" is in 1999
    if word == "before" and not possessive and not attribute:
        closes = text[start : start + 10].lower() == "the end of"  # up to its last day
        return None, days.last if closes else days.first - ONE_DAY
    if word == "after" and not possessive and not attribute and granularity != "day":
        return days.last + ONE_DAY, None
    return days.first, days.last


def _month_number(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _count(word: str) -> int:
    words = _spaced(word)
    number = read_number(lex(words), 0)
    return 2 if "couple" in words else 1 if number is None else int(number.lower)


def _ordinal(word: str) -> int:
    return int(word) if word.isdigit() else _ORDINALS[word]


def _granularity(unit: str) -> Granularity:
    names: dict[str, Granularity] = {
        "minute": "minute",
        "hour": "hour",
        "week": "week",
        "weekend": "day",
        "month": "month",
        "quarter": "quarter",
        "year": "year",
        "decade": "decade",
    }
    return names.get(unit, "day")


def _part(days: Days, parts: Mapping[str, str]) -> Days:
    part = _spaced(parts.get("part", "")).removeprefix("the ").removesuffix(" of")
    name = {"end": "late", "start": "early", "beginning": "early"}.get(part, part)
    return calendars.third(days, name) if name in ("early", "mid", "late") else days


def _year_named(words: str, setting: _Setting) -> int | None:
    """The year of "2014" or of "last year"."""
    if words.isdigit():
        return int(words)
    shift = {"this": 0, "last": -1, "next": 1}[words.split()[0]]
    return None if setting.published is None else setting.published.year + shift


def _year_for(parts: Mapping[str, str], number: int, day: int, setting: _Setting) -> int | None:
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


def _year_of_month(number: int, setting: _Setting) -> int | None:
    now = setting.published
    if now is None:
        return None
    if setting.tense() == "future":
        return now.year + (number < now.month)
    back = now.year - (number > now.month)
    far = now - calendars.month(back, number).last > _FARTHEST_WITHOUT_YEAR
    return back + far
