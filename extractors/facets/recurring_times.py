"""What comes again: "every Tuesday", "Mondays", "every two years", "weekly"."""

from __future__ import annotations

from extractors.facets.lexing import lex
from extractors.facets.number_words import read_number
from extractors.facets.time_expressions import Expression
from extractors.facets.time_patterns import WEEKDAYS
from extractors.records import Frequency, Granularity, Recurrence, Span, Time

_UNITS: dict[str, tuple[Frequency, int, Granularity]] = {
    "hour": ("hourly", 1, "hour"),
    "hourly": ("hourly", 1, "hour"),
    "week": ("weekly", 1, "week"),
    "weekend": ("weekly", 1, "day"),
    "weekly": ("weekly", 1, "week"),
    "fortnightly": ("weekly", 2, "week"),
    "month": ("monthly", 1, "month"),
    "monthly": ("monthly", 1, "month"),
    "quarter": ("monthly", 3, "quarter"),
    "quarterly": ("monthly", 3, "quarter"),
    "year": ("yearly", 1, "year"),
    "yearly": ("yearly", 1, "year"),
    "annually": ("yearly", 1, "year"),
}
"""Frequency, interval and granularity; other units ("day", "morning", "nightly") are those of a day."""


def recurring_time(expression: Expression, text: str) -> Time:
    """The time of an expression of kind "recurring". It has no first and no last day."""
    parts = expression.parts
    span = Span.of(text, expression.start, expression.end)
    weekday = parts.get("weekday") or parts.get("weekdays")
    step = 2 if "other" in parts else _count(parts.get("count"))
    if weekday is not None:
        frequency: Frequency = "monthly" if "ordinal" in parts else "weekly"
        return Time((span,), None, None, "day", None, Recurrence(frequency, step, WEEKDAYS[weekday]))
    frequency, interval, granularity = _UNITS.get(parts.get("unit") or parts["adverb"], ("daily", 1, "day"))
    return Time((span,), None, None, granularity, None, Recurrence(frequency, interval * step, None))


def _count(word: str | None) -> int:
    number = read_number(lex(word), 0) if word else None
    return 1 if number is None else int(number.lower)
