"""Where an expression of time of some kind can stand at all: a sign that none of that kind is without.

    places_of(text) -> kind -> ranges of code points in which expressions of that kind may begin

A pattern of `extractors.facets.time_patterns` costs its time at every code point of a text, whether there is a month in
it or not, and there are over eighty. A sign is searched for many times faster, and most are rare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

REACH = 120
"""Code points from the beginning of an expression to its end, and to whatever has to follow it, at most. The longest in
924 articles has 34."""

_MONTHS = (
    r"(?:january|february|march|april|june|july|august|september|october|november|december|may"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b)"
)
_WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_YEARS = r"(?:1[5-9]|20)\d\d"
_UNITS = r"(?:minute|hour|day|week|month|quarter|year|decade|centur)"
_SEASONS = r"(?:winter|spring|summer|autumn|fall)"
_CLOCK = r"\d\s?[ap]\.?\s?m|\d[:.][0-5]\d"

# Kinds, and the sign that whatever a pattern of theirs finds holds, in small letters. None begins with a test (\b),
# which would be made at every code point.
_SIGNS = tuple(
    (kinds.split(), re.compile(sign))
    for kinds, sign in (
        ("date date_range date_of month_year month_of month_range month which_month", _MONTHS),
        ("weekday weekday_range weekday_beside", _WEEKDAYS),
        ("weekday_of_month", rf"{_WEEKDAYS}|weekend"),
        ("iso years season_year_pair year described_year", _YEARS),
        ("early_year", r"in\s1[0-4]\d\d"),
        ("season_year which_season season", _SEASONS),
        ("period in_days that_span portion", _UNITS),
        ("shift shift_from", rf"{_UNITS}(?:y|ie)?s?\s(?:later|earlier|prior|afterwards|beforehand|before|after)"),
        ("past_span", r"(?:past|last|next|coming|previous)\s"),
        ("weekend", r"weekend"),
        ("ago ago_on", r"\sago\b"),
        ("from_now", r"from\s(?:now|today)"),
        ("second_next", r"before\slast|after\snext"),
        ("in_time", r"['’]s?\stime\b"),
        ("day_of_month", r"\d(?:st|nd|rd|th)\b"),
        ("numeric_date", r"\d/\d"),
        ("quarter", r"quarter|q[1-4]"),
        ("half", r"half|h[12]\s"),
        ("century", r"century|1[5-9]00"),
        ("decade", r"\d0['’]?s|ties\b"),
        ("holiday", r"christmas|new\syear|boxing|valentine|halloween"),
        ("day_after", r"tomorrow|yesterday"),
        ("relative_day", r"yesterday|today|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening)"),
        ("eve_of", r"eve\s"),
        ("next_day", r"the\s(?:next|following|previous|same|day\sbefore|day\safter)"),
        ("short_year", r"['’]\d\d"),
        ("clock_range bare_clock", _CLOCK),
        (
            "clock",
            rf"{_CLOCK}|\d{{4}}\s|(?:half|quarter|five|ten|twenty)\s(?:past|to)\s|o['’]clock|noon|midday|midnight",
        ),
        (
            "recurring",
            rf"every\s|each\s|{_WEEKDAYS}|hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually",
        ),
    )
)


def places_of(text: str) -> dict[str, list[tuple[int, int]]]:
    """For each kind the ranges of `text` in which an expression of it may begin, in order and apart."""
    low = text.replace("İ", "I").lower()  # the one letter whose small form is longer
    found: dict[str, list[tuple[int, int]]] = {}
    for kinds, sign in _SIGNS:
        ranges = list(_before_each(sign, low))
        found.update((kind, ranges) for kind in kinds)
    return found


def _before_each(sign: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    start = end = 0
    for match in sign.finditer(text):
        at = max(0, match.start() - REACH)
        if at > end:
            if end:
                yield start, end
            start = at
        end = match.end()
    if end:
        yield start, end
