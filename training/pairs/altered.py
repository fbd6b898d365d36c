"""Minimal pairs: two sentences that agree, one of them altered in one respect, so that they diverge in a known kind.

Only what both sentences say is altered, a number, a day, a month, a name, or whether it is so; what one of them adds
could be changed without any divergence.
"""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Sequence

NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\w%]*\d)")
NUMBER_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
WEEKDAYS = list(calendar.day_name)
MONTHS = list(calendar.month_name)[1:]
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})*")
AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|has|have|had|did|does|can|could|should)\b(?! not\b|n.t)")
NEGATED = re.compile(r"\b(is|are|was|were|will|would|has|have|had|did|does|can|could|should) not\b")

_LARGEST_SWAPPED_YEAR = 2100


def alter(left: str, right: str, names: Sequence[str], lot: random.Random) -> tuple[str, str] | None:
    """`right` altered in one thing that `left` says too, and the kind of divergence; None when they share nothing.

    `names` are names of the same story to put in place of a shared one.
    """
    ways = [_number, _word, lambda a, b, r: _name(a, b, names, r), _polarity]
    lot.shuffle(ways)
    for way in ways:
        found = way(left, right, lot)
        if found is not None:
            return found
    return None


def _number(left: str, right: str, lot: random.Random) -> tuple[str, str] | None:
    shared = [m for m in NUMBER.finditer(right) if re.search(rf"(?<![\w.,]){re.escape(m.group())}(?!\w)", left)]
    if not shared:
        return None
    match = lot.choice(shared)
    value = float(match.group().replace(",", ""))
    year = value.is_integer() and 1900 <= value <= _LARGEST_SWAPPED_YEAR
    other = value + lot.choice((-3, -2, -1, 1, 2)) if year else max(1.0, value * lot.choice((0.5, 0.7, 1.3, 1.6, 2, 3)))
    written = f"{other:,.1f}" if "." in match.group() else f"{round(other):,}" if not year else str(int(other))
    if written == match.group():
        return None
    return right[: match.start()] + written + right[match.end() :], "date" if year else "number"


def _word(left: str, right: str, lot: random.Random) -> tuple[str, str] | None:
    for words, kind in ((WEEKDAYS, "date"), (MONTHS, "date"), (NUMBER_WORDS, "number")):
        shared = [word for word in words if re.search(rf"\b{word}\b", left) and re.search(rf"\b{word}\b", right)]
        if shared:
            word = lot.choice(shared)
            other = lot.choice([each for each in words if each != word])
            return re.sub(rf"\b{word}\b", other, right), kind
    return None


def _name(left: str, right: str, names: Sequence[str], lot: random.Random) -> tuple[str, str] | None:
    shared = [m for m in NAME.finditer(right) if m.group() in left and m.group() not in WEEKDAYS + MONTHS]
    others = [name for name in names if name not in left and name not in right]
    if not shared or not others:
        return None
    match = lot.choice(shared)
    return right[: match.start()] + lot.choice(others) + right[match.end() :], "entity"


def _polarity(left: str, right: str, lot: random.Random) -> tuple[str, str] | None:
    negated = NEGATED.search(right)
    if negated:
        return right[: negated.start()] + negated.group(1) + right[negated.end() :], "polarity"
    shared = [m for m in AUXILIARY.finditer(right) if re.search(rf"\b{m.group()}\b", left)]
    if not shared:
        return None
    match = lot.choice(shared)
    return right[: match.end()] + " not" + right[match.end() :], "polarity"
