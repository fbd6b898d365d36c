"""Times told from the day of publication: "yesterday", "Monday", "last week", "in June", "two years ago".

Every rule takes the parts of an expression and what it is resolved against. It gives None where that lacks a day of
publication, and raises OverflowError beyond the calendar.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from extractors.facets import calendars
from extractors.facets.calendars import ONE_DAY, Days
from extractors.facets.tense import Direction
from extractors.facets.time_patterns import WEEKDAYS
from extractors.facets.time_pieces import (
    Resolved,
    Setting,
    count_of,
    granularity_of,
    month_number,
    ordinal_of,
    part_of,
    spaced,
    year_named,
    year_of_month,
)

_HOURS = 24
_MONTHS_AROUND = range(-2, 3)  # one month in two, at the least, has a 31st
_SATURDAY = 5  # as datetime counts the days of a week


def relative_day(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}
    if setting.published is None:
        return None
    which = spaced(parts.get("which") or parts["which1"])
    return calendars.one(setting.published + shift.get(which, 0) * ONE_DAY), "day"


def weekday(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    number, which = WEEKDAYS[parts["weekday"]], spaced(parts.get("which", ""))
    if which in ("the following", "the previous", "that"):
        base = setting.last_day
        sign: Direction = "past" if which == "the previous" else "future"
        same = which == "that"
        return None if base is None else (calendars.one(_nearest_weekday(base, number, sign, same=same)), "day")
    if setting.published is None:
        return None
    if "week" in parts:
        return _weekday_of_week(number, spaced(parts["week"]), setting)
    if which in ("last", "this past"):
        day = _nearest_weekday(setting.published, number, "past", same=False)
    elif which in ("next", "this coming"):
        day = _nearest_weekday(setting.published, number, "future", same=False)
    else:
        day = _nearest_weekday(setting.published, number, setting.tense() or setting.untold, same=True)
    return calendars.one(day), "day"


def _weekday_of_week(number: int, week: str, setting: Setting) -> Resolved | None:
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


def period(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    if setting.published is None:
        return None
    which = spaced(parts["which"]).removeprefix("the ")
    count = {"last": -1, "previous": -1, "next": 1, "coming": 1, "this coming": 1}.get(which, 0)
    unit, part = parts["unit"], spaced(parts.get("part", "")).removeprefix("the ")
    day = setting.published
    if which == "this past" and unit == "weekend":
        return _weekend(day, 0 if day.weekday() > _SATURDAY else -1), "day"
    if which in ("past", "this past"):
        return Days(calendars.shifted(day, -1, "week" if unit == "weekend" else unit), day), granularity_of(unit)
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
        days = part_of(days, {"part": part})
    return days, granularity_of(unit)


def weekend(_: Mapping[str, str], setting: Setting) -> Resolved | None:
    """Such as "over the weekend": the running one, or the last or next as the tense says."""
    return period({"which": "this", "unit": "weekend"}, setting)


def _weekend(day: dt.date, count: int) -> Days:
    """Saturday and Sunday: of this week, or whole weeks away."""
    saturday = calendars.week_of(day).first + (5 + 7 * count) * ONE_DAY
    return Days(saturday, saturday + ONE_DAY)


def past_span(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    if setting.published is None or "vague" in parts or ("plural" in parts and "count" not in parts):
        return None  # "the coming years" are nobody knows how many
    count = count_of(parts.get("count", "one"))
    unit, day = parts["unit"], setting.published
    if unit in ("minute", "hour"):
        days = -(-count // _HOURS) * ONE_DAY if unit == "hour" and count >= _HOURS else 0 * ONE_DAY
        ahead = parts["which"] in ("next", "coming")
        return (Days(day, day + days) if ahead else Days(day - days, day)), granularity_of(unit)
    if parts["which"] in ("next", "coming"):
        return Days(day, calendars.shifted(day, count, unit)), granularity_of(unit)
    return Days(calendars.shifted(day, -count, unit), day), granularity_of(unit)


def ago(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """The stretch that lies so long ago; the caller opens it where it is longer ("more than a year ago")."""
    return _away(parts["unit"], -count_of(parts["count"]), setting.published)


def in_time(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    return _away(parts.get("unit") or parts["unit1"], count_of(parts.get("count", "one")), setting.published)


def _away(unit: str, count: int, base: dt.date | None) -> Resolved | None:
    """The whole day, week, month or year that lies `count` units from `base`."""
    if base is None:
        return None
    if unit in ("minute", "hour"):
        return calendars.one(base), granularity_of(unit)
    whole = "decade" if unit == "century" else unit  # "a century ago" is no longer a stretch than "a decade ago"
    return calendars.whole(calendars.shifted(base, count, unit), whole), granularity_of(whole)


def ago_on(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """Such as "a year ago today", "ten years ago this week"."""
    if setting.published is None:
        return None
    day = calendars.shifted(setting.published, -count_of(parts["count"]), parts["unit"])
    unit = spaced(parts["on"]).split()[-1].replace("today", "day")
    return calendars.whole(day, unit), granularity_of(unit)


def second_next(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """Such as "the week before last", "the year after next"."""
    if setting.published is None:
        return None
    unit, day = parts["unit"], setting.published
    count = -2 if spaced(parts["way"]) == "before last" else 2
    if unit == "weekend":
        return _weekend(day, count), "day"
    if unit in ("week", "month", "year"):
        return calendars.whole(calendars.shifted(day, count, unit), unit), granularity_of(unit)
    return season(
        {"season": unit, "which": "last" if count < 0 else "next"}, replace(setting, published=_year_off(day, count))
    )


def _year_off(day: dt.date, count: int) -> dt.date:
    return calendars.shifted(day, 1 if count > 0 else -1, "year")


def portion(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """Such as "the first three months of the year", "the last two weeks of 2029"."""
    named = spaced(parts["whole"])
    if named.isdigit():
        whole = calendars.year(int(named))
    elif setting.published is None:
        return None
    else:
        which, unit = named.split()
        shift = {"last": -1, "next": 1}.get(which, 0)
        whole = calendars.whole(calendars.shifted(setting.published, shift, unit), unit)
    count, unit = count_of(parts["count"]), parts["unit"]
    if parts["end"] in ("first", "opening"):
        days = Days(whole.first, calendars.shifted(whole.first, count, unit) - ONE_DAY)
    else:
        days = Days(calendars.shifted(whole.last + ONE_DAY, -count, unit), whole.last)
    return (days, granularity_of(unit)) if whole.first <= days.first and days.last <= whole.last else None


def day_of_month(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """Such as "the 14th of this month", "on the 14th"."""
    now, day, which = setting.published, int(parts["day"]), parts.get("which", "")
    if now is None:
        return None
    this = now.replace(day=1)
    if which:
        shift = {"last": -1, "next": 1}.get(which, 0)
        return calendars.one(calendars.shifted(this, shift, "month").replace(day=day)), "day"
    months = [calendars.shifted(this, shift, "month") for shift in _MONTHS_AROUND]
    days = [first.replace(day=day) for first in months if day <= calendars.month(first.year, first.month).last.day]
    if setting.tense() == "future":
        return calendars.one(min(one for one in days if one >= now)), "day"
    return calendars.one(max(one for one in days if one <= now)), "day"


def month_range(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """Such as "from March through May": the later month as the tense says, the earlier one before it."""
    first, last = month_number(parts["month"]), month_number(parts["month2"])
    year = int(parts["year"]) if "year" in parts else year_of_month(last, setting)
    if year is None or first == last:
        return None
    start = calendars.month(year - (first > last), first).first
    return Days(start, calendars.month(year, last).last), "month"


def weekday_range(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """Such as "from Monday to Friday", of a week gone or to come; with no tense it is any week's and none."""
    way, now = setting.tense(), setting.published
    if now is None or way is None:
        return None
    first, last = WEEKDAYS[parts["weekday"]], WEEKDAYS[parts["weekday2"]]
    length = (last - first) % 7 * ONE_DAY
    if way == "future":
        start = _nearest_weekday(now, first, "future", same=True)
        return Days(start, start + length), "day"
    end = _nearest_weekday(now, last, "past", same=True)
    return Days(end - length, end), "day"


def month(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    number = month_number(parts["month"])
    year = year_of_month(number, setting)
    return None if year is None else (part_of(calendars.month(year, number), parts), "month")


def weekday_of_month(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    """Such as "the first Saturday in October", "the last Monday of May 2024", "the last weekend of June"."""
    number = month_number(parts["month"])
    year = int(parts["year"]) if "year" in parts else year_of_month(number, setting)
    if year is None:
        return None
    whole, weekday_number = calendars.month(year, number), WEEKDAYS.get(parts["weekday"], _SATURDAY)
    if parts["number"] in ("last", "final"):
        day = _nearest_weekday(whole.last, weekday_number, "past", same=True)
    else:
        first = _nearest_weekday(whole.first, weekday_number, "future", same=True)
        day = first + 7 * (ordinal_of(parts["number"]) - 1) * ONE_DAY
    return Days(day, day + (parts["weekday"] == "weekend") * ONE_DAY), "day"


def which_month(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    if setting.published is None:
        return None
    number, which, now = month_number(parts["month"]), spaced(parts["which"]), setting.published
    if which in ("last", "this past"):
        year = now.year - (number >= now.month)
    elif which in ("next", "this coming"):
        year = now.year + (number <= now.month)
    else:
        year = now.year
    return calendars.month(year, number), "month"


def month_of(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
    which = spaced(parts["which"])
    if which in ("last", "this", "next"):
        year = year_named(f"{which} year", setting)
    else:
        shift = {"the following": 1, "the previous": -1}.get(which, 0)
        year = None if setting.last_day is None else setting.last_day.year + shift
    return None if year is None else (calendars.month(year, month_number(parts["month"])), "month")


def season(parts: Mapping[str, str], setting: Setting) -> Resolved | None:
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
    return part_of(choice, parts), "season"
