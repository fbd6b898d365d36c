"""Facets in words, as explanations and shared values show them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from extractors.records import Quantity, Span, Time


def number_in_words(quantity: Quantity) -> str:
    """As "about 5000 households", "at least 12", "3 to 5 percent"; plain digits, no rounding."""
    low, high = quantity.lower, quantity.upper
    if low is not None and high is not None:
        value = _figure(low) if low == high else f"{_figure(low)} to {_figure(high)}"
    elif low is not None:
        value = f"at least {_figure(low)}"
    elif high is not None:
        value = f"at most {_figure(high)}"
    else:
        value = quantity.span.exact
    unit = (quantity.unit or "").replace("_", " ")
    return " ".join(part for part in ("about" if quantity.approximate else "", value, unit, quantity.of or "") if part)


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
    return str(int(value)) if value == int(value) else f"{value:.6g}"


def _day(day: dt.date) -> str:
    return day.isoformat()
