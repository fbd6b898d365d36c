"""How the tables of this folder are written: the words that count stand in ⟦⟧, a value is one short string.

A quantity is "300", "~300" (approximate), "3..5" (both ends), "100.." and "..100" (one end), with its unit behind it.
A time is its first and last day, "2031-03-03..2031-03-09 week", one day where they are the same.
"""

import re

from extractors.records import Quantity, Span, Time

_MARKS = re.compile(r"⟦(.*?)⟧", re.DOTALL)


def unmarked(marked: str) -> str:
    return _MARKS.sub(r"\1", marked)


def marked_spans(marked: str) -> list[Span]:
    text = unmarked(marked)
    return [
        Span.of(text, found.start() - 2 * number, found.end() - 2 * number - 2)
        for number, found in enumerate(_MARKS.finditer(marked))
    ]


def shown(quantity: Quantity) -> str:
    low, high = _number(quantity.lower), _number(quantity.upper)
    value = low if low == high else f"{low}..{high}"
    return f"{'~' if quantity.approximate else ''}{value} {quantity.unit or ''}".strip()


def shown_time(time: Time) -> str:
    first, last = time.first.isoformat() if time.first else "", time.last.isoformat() if time.last else ""
    return f"{first if first == last else f'{first}..{last}'} {time.granularity}"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{int(value):,}" if value.is_integer() else f"{value:,.6g}"
