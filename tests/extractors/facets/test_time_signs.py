"""No expression of time is overlooked because its sign is: every pattern, held against all places of a text."""

from __future__ import annotations

import re

import pytest

from extractors.facets.time_patterns import PATTERNS
from extractors.facets.time_signs import REACH, places_of

EXPRESSIONS = {
    "iso": "2031-04-05",
    "date_range": "between March 3 and 5, 2031; between the 3rd and the 5th of Sept. 2031",
    "date": "Tues, the Sept. 4th of 2031; 4 Jan 2031; May the 4th",
    "numeric_date": "4/5/2031",
    "day_of_month": "the 4th of this month; on the 5th.",
    "date_of": "JUNE 4, June 4 of last year",
    "month_year": "early June of 2031",
    "weekday_of_month": "the last Friday in May 2031; the first weekend of June",
    "weekday_beside": "The Friday before the vote",
    "early_year": "built in 1420 by",
    "month_of": "August of the previous year",
    "quarter": "the final quarter of next year; Q3 of 2031; the first quarter 2031",
    "half": "the latter half of this year; H2 2031",
    "season_year": "late autumn of 2031",
    "years": "from 2031 to 2033; between 2031 and 2033",
    "season_year_pair": "2031-32",
    "century": "the turn of the twenty-first century; the 1900s",
    "decade": "the late 1950s; the ’50s; in the 50s; the early seventies",
    "holiday": "next Christmas Eve; last New Year’s Day; Boxing Day",
    "day_after": "the day after tomorrow",
    "relative_day": "tomorrow morning; last night; This evening",
    "ago": "about a century ago",
    "ago_on": "ten days ago this week",
    "from_now": "two decades from now",
    "second_next": "the weekend after next",
    "past_span": "over the coming few centuries; The next three months",
    "in_time": "in two weeks’ time; in a year's time",
    "in_days": "in ten days",
    "period": "later this quarter; earlier in the week; the end of the decade; the year so far; all week",
    "weekend": "throughout the weekend",
    "portion": "the opening three months of the decade",
    "which_season": "Last winter",
    "season": "in early spring; most of the summer",
    "which_month": "Next May",
    "month_range": "from May to July",
    "weekday_range": "between Monday and Friday",
    "month": "since late May; mid-June; this May's vote",
    "weekday": "last Friday night",
    "shift_from": "a week before the Monday",
    "that_span": "That month",
    "eve_of": "on the eve of the vote",
    "shift": "a century later; two hours earlier; three days before.",
    "next_day": "The day before; the following day",
    "year": "mid-2031; the end of 2031; pre-2031; since early 2031; (2031); 2031 levels; the 2031 vote",
    "short_year": "since ’31",
    "described_year": "the disputed 2031 law of",
    "clock_range": "from 9 to 11.30 A. M. EST; 9:00-11:30",
    "clock": "9pm; 21.30 GMT; 2130 hours; 21:30 hrs; half past six; ten to 9; six o’clock; by midday",
    "bare_clock": "9:58",
    "recurring": "Every other Monday; each 3 weeks; on Mondays; the last Friday of every month; paid monthly.",
}
FILLER = " nothing of that kind stands in here, İ and all. " * (2 * REACH // 40)


def test_every_kind_is_tried() -> None:
    assert EXPRESSIONS.keys() == {kind for kind, _ in PATTERNS}


@pytest.mark.parametrize(("kind", "pattern"), PATTERNS)
def test_places_hold_what_the_pattern_finds(kind: str, pattern: str) -> None:
    text = FILLER + FILLER.join(EXPRESSIONS.values())
    places = places_of(text)[kind]
    found = [match.start() for match in re.finditer(pattern, text)]
    assert found
    assert all(any(start <= at < end for start, end in places) for at in found)


def test_a_text_without_signs_has_no_places() -> None:
    assert not any(places_of(FILLER).values())
