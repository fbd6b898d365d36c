"""Calendar arithmetic over inclusive stretches of days.

Weeks run from Monday to Sunday (ISO 8601). Seasons are the meteorological ones of the northern hemisphere, and a
winter belongs to the year it begins in.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

ONE_DAY = dt.timedelta(days=1)
_SEASON_START = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date


def one(day: dt.date) -> Days:
    return Days(day, day)


def month(year: int, number: int) -> Days:
    return Days(dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1]))


def months(year: int, number: int, count: int) -> Days:
    """`count` whole months from the given one on."""
    first = dt.date(year, number, 1)
    return Days(first, shifted(first, count, "month") - ONE_DAY)


def year(number: int) -> Days:
    return Days(dt.date(number, 1, 1), dt.date(number, 12, 31))


def years(first: int, last: int) -> Days:
    return Days(dt.date(first, 1, 1), dt.date(last, 12, 31))


def century(number: int) -> Days:
    """The hundred years that end with a year divisible by 100: the 19th is 1801 to 1900."""
    return years(100 * number - 99, 100 * number)


def quarter(year_number: int, number: int) -> Days:
    return months(year_number, 3 * number - 2, 3)


def half(year_number: int, number: int) -> Days:
    return months(year_number, 6 * number - 5, 6)


def season(year_number: int, name: str) -> Days:
    return months(year_number, _SEASON_START[name], 3)


def week_of(day: dt.date) -> Days:
    monday = day - day.weekday() * ONE_DAY
    return Days(monday, monday + 6 * ONE_DAY)


def shifted(day: dt.date, count: int, unit: str) -> dt.date:
    """`day` moved by `count` days, weeks, months or years; the 31st becomes the last day of a shorter month.

    Raises OverflowError where that leaves the years 1 to 9999.
    """
    if unit == "day":
        return day + count * ONE_DAY
    if unit == "week":
        return day + 7 * count * ONE_DAY
    total = day.year * 12 + day.month - 1 + count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    year_number, month_index = divmod(total, 12)
    if not dt.MINYEAR <= year_number <= dt.MAXYEAR:
        raise OverflowError(f"{count} {unit}s from {day} is no date")
    return dt.date(year_number, month_index + 1, min(day.day, calendar.monthrange(year_number, month_index + 1)[1]))


def whole(day: dt.date, unit: str) -> Days:
    """The day, week, month, year, decade or century that `day` lies in."""
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month(day.year, day.month)
    if unit == "year":
        return year(day.year)
    if unit == "decade":
        return years(day.year - day.year % 10, day.year - day.year % 10 + 9)
    if unit == "century":
        return century((day.year + 99) // 100)
    return one(day)


def third(days: Days, part: str) -> Days:
    """The "early", "mid" or "late" third: of its months where a stretch has three or more, else of its days."""
    count = (days.last.year - days.first.year) * 12 + days.last.month - days.first.month + 1
    whole_months = days.first.day == 1 and (days.last + ONE_DAY).day == 1 and count >= 3
    unit, size = ("month", count) if whole_months else ("day", (days.last - days.first).days + 1)
    second, late = shifted(days.first, size // 3, unit), shifted(days.first, 2 * size // 3, unit)
    if part == "early":
        return Days(days.first, second - ONE_DAY)
    if part == "mid":
        return Days(second, late - ONE_DAY)
    return Days(late, days.last)
