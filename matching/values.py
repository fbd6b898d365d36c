"""Facets in words, as explanations and shared values show them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from extractors.records import Quantity, Span, Time
from matching.plurals import plural

_ALIKE = frozenset({"percent", "times", "celsius"})
"""Units that are written alike for one and for many, as the codes of currencies are."""
_LARGER = {"second": {"day": 86_400, "hour": 3_600, "minute": 60}, "month": {"year": 12}}
"""In what a duration is told where it is a whole number of them, the largest first: nobody counts a week in seconds."""

_ROUNDED_FROM = 1e6
"""From here on fractions are left out."""


def number_in_words(quantity: Quantity) -> str:
    """As "about 5,000 households", "at least 12", "3 to 5 percent", "2nd term"; fractions to six digits.

    What a measured value is of stands in brackets, since its noun is known in the singular alone: "7 percent (voter)".
    """
    if quantity.unit == "ordinal":
        return " ".join(part for part in (_between(quantity, _ordinal), quantity.of) if part)
    unit, factor = _told_in(quantity)
    value = _between(quantity, lambda end: _figure(end / factor))
    one = quantity.lower == quantity.upper == factor
    if unit is None:
        named = (quantity.of if one else plural(quantity.of)) if quantity.of else ""
    else:
        named = _unit(unit, one) + (f" ({quantity.of})" if quantity.of else "")
    return " ".join(part for part in ("about" if quantity.approximate else "", value, named) if part)


def _between(quantity: Quantity, written: Callable[[float], str]) -> str:
    """The ends of the interval; the words of the article where it has none."""
    low, high = quantity.lower, quantity.upper
    if low is not None and high is not None:
        return written(low) if low == high else f"{written(low)} to {written(high)}"
    if low is not None:
        return f"at least {written(low)}"
    return f"at most {written(high)}" if high is not None else quantity.span.exact


def _told_in(quantity: Quantity) -> tuple[str | None, int]:
    """The unit, and how much of the quantity's own is one of it."""
    ends = [end for end in (quantity.lower, quantity.upper) if end is not None]
    for unit, factor in _LARGER.get(quantity.unit or "", {}).items():
        if any(ends) and all(end % factor == 0 for end in ends):
            return unit, factor
    return quantity.unit, 1


def _unit(unit: str, one: bool) -> str:
    """As in "USD per year", "years of age", "square metres"."""
    words = unit.replace("_", " ")
    first = words.split()[0]
    return words if one or first in _ALIKE or first.isupper() else plural(words)


def _ordinal(place: float) -> str:
    figure = _figure(place)
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(figure[-1], "th")
    return figure + ("th" if figure[-2:] in ("11", "12", "13") else ending)


def time_in_words(time: Time) -> str:
    """As "2022-01-10", "2022-01-10 to 2022-01-14", "from 2022-01-10", "until 2022-01-10"."""
    if time.first is not None and time.last is not None:
        return _day(time.first) if time.first == time.last else f"{_day(time.first)} to {_day(time.last)}"
    if time.first is not None:
        return f"from {_day(time.first)}"
    return f"until {_day(time.last)}" if time.last is not None else time.spans[-1].exact


def span_over(spans: Sequence[Span]) -> Span:
    """The first of several spans: evidence is one stretch of characters that a reader can be shown."""
    return min(spans)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or abs(value) >= _ROUNDED_FROM else f"{value:,.6g}"


def _day(day: dt.date) -> str:
    return day.isoformat()
