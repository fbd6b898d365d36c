"""Can two quantities, or two times, both be right? Pure functions of the records, for whoever compares claims.

    same_kind(a, b)             both are money of one currency, both lengths, both counts, ...
    quantities_meet(a, b)       their intervals, widened by what rounding and "about" allow, have a value in common
    times_meet(a, b)            they have a day in common
    overlap_days(a, b)          that stretch of days

Every answer is symmetric. None means "cannot tell": another kind of unit, which is no contradiction.

A stated value stands for what rounds to it: half of its last significant digit each way (4.5 % is 4.45 to 4.55),
never more than `ROUNDING_SHARE` of the value, so that "3,000" does not meet 2,600. Words such as "about" and "nearly"
widen by `APPROXIMATE_SHARE`. The end of a bound is exact: "more than 100" does not meet 97.
"""

from __future__ import annotations

import datetime as dt
import math

from extractors.facets.lexing import lex
from extractors.facets.number_words import Number, read_number
from extractors.records import Quantity, Time

# Share of the value that a word of approximation allows either way. Judgement: "nearly 5,000" for 4,870 and "about
# 100" for 92 are ordinary news rounding, "about 100" for 80 is not.
APPROXIMATE_SHARE = 0.10
# Cap on the rounding of plain digits and words, as a share of the value: among pairs of news sentences said to mean
# the same, gaps under five per cent are as often rounding as not.
ROUNDING_SHARE = 0.05
# A share given as a fraction ("a third", "one in five") is good to so many percentage points, either way.
FRACTION_POINTS = 1.0
# A calendar month in seconds (mean Gregorian), to compare "six weeks" with "a month"; it is approximate by nature.
SECONDS_IN_MONTH = 2_629_746.0
# Share of its length that a month may be longer or shorter: February has 8 % less than the mean, and people round.
MONTH_SHARE = 0.10


def same_kind(left: Quantity, right: Quantity) -> bool:
    """Whether the two can be compared at all: one unit, or both durations. A count compares with a count only."""
    return left.unit == right.unit or {left.unit, right.unit} == {"second", "month"}


def quantities_meet(left: Quantity, right: Quantity) -> bool | None:
    """True if one value can satisfy both, False if none can, None where the units do not compare.

    What is counted and what happened to it are not looked at: the caller compares `of` and `measure`.
    """
    if not same_kind(left, right):
        return None
    mixed = left.unit != right.unit
    low_left, high_left = _widened(left, mixed)
    low_right, high_right = _widened(right, mixed)
    return low_left <= high_right and low_right <= high_left


def tolerance(quantity: Quantity) -> float:
    """How far the true value may lie from the stated one, in the quantity's own unit: rounding, and "about"."""
    value = max(abs(bound) for bound in (quantity.lower, quantity.upper, 0.0) if bound is not None)
    number = _number_in(quantity.span.exact)
    if number is None:
        rounding = 0.0
    elif number.share:
        rounding = FRACTION_POINTS
    elif number.vague or not number.upper:
        rounding = 0.0
    else:
        # A count below a hundred is meant to the last one, even where it ends in a nought.
        step = number.step if number.upper >= 100 or number.step < 1 else 1.0
        whole_count = quantity.unit is None and step <= 1 and float(number.upper).is_integer()
        share = 0.0 if whole_count and number.digits else min(step / 2 / number.upper, ROUNDING_SHARE)
        rounding = share * value
    return max(rounding, APPROXIMATE_SHARE * value if quantity.approximate else 0.0)


def _widened(quantity: Quantity, mixed: bool) -> tuple[float, float]:
    low = -math.inf if quantity.lower is None else quantity.lower
    high = math.inf if quantity.upper is None else quantity.upper
    bounded = quantity.lower is not None and quantity.upper is not None
    slack = tolerance(quantity) if bounded or quantity.approximate else 0.0
    low, high = low - slack, high + slack
    if mixed and quantity.unit == "month":
        return low * SECONDS_IN_MONTH * (1 - MONTH_SHARE), high * SECONDS_IN_MONTH * (1 + MONTH_SHARE)
    return low, high


def _number_in(exact: str) -> Number | None:
    """The coarsest number of the expression, as written: both ends of a range are given to the same digit or finer."""
    lexemes = lex(exact)
    numbers = []
    at = 0
    while at < len(lexemes):
        number = read_number(lexemes, at)
        at = number.after if number is not None else at + 1
        if number is not None:
            numbers.append(number)
    return max(numbers, key=lambda number: number.step, default=None)


def overlap_days(left: Time, right: Time) -> tuple[dt.date, dt.date] | None:
    """The days both may mean, first and last; an open end counts as the end of the calendar. None if there are none."""
    first = max(left.first or dt.date.min, right.first or dt.date.min)
    last = min(left.last or dt.date.max, right.last or dt.date.max)
    return (first, last) if first <= last else None


def times_meet(left: Time, right: Time) -> bool:
    """Whether the two can mean one day: "in January" meets "on January 10th", "Monday" does not meet "Tuesday".

    No tolerance: a day too many is a divergence, unless the texts were published in different time zones, which
    only the caller can know.
    """
    return overlap_days(left, right) is not None
