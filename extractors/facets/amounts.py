"""A number with its unit or currency, and ranges of two: "£1.2bn", "10-15 km".

read_amount(lexemes, at)          number, magnitude and unit in base units
read_range(lexemes, amount)       a second amount after "to", "and", "-"; both ends kept
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.facets.lexing import Lexeme, low_at
from extractors.facets.number_words import Number, read_number
from extractors.facets.units import (
    CODES,
    DURATIONS,
    GLUED,
    GLUED_ONLY,
    LONGEST_UNIT,
    MEASURES,
    MONEY,
    MONEY_WORDS,
    SIGNS,
    Unit,
)
from extractors.word_lists import word_set


@dataclass(frozen=True, slots=True)
class Amount:
    """Lexemes `[first, after)`. `low` and `high` are the figures with their magnitude, before any conversion.

    `measure` None makes it a plain number. `signed` says that the currency stands in front ("$3-5 million"),
    `at_least` that the number has a "plus" behind it ("15-plus years").
    """

    first: int
    after: int
    low: float
    high: float
    magnitude: float
    measure: Unit | None
    number: Number
    signed: bool = False
    at_least: bool = False

    @property
    def lower(self) -> float:
        return self.low if self.measure is None else self.low * self.measure.factor + self.measure.shift

    @property
    def upper(self) -> float:
        return self.high if self.measure is None else self.high * self.measure.factor + self.measure.shift

    @property
    def unit(self) -> str | None:
        return None if self.measure is None else self.measure.base


# Words that ask how long, before "a week"; and words that make "a day" a point in time or part of a rate.
_HOW_LONG = word_set(
    "for lasted lasting last lasts took take takes taking than least nearly almost about over spent within under half"
)
_WHOLE = word_set("extra additional further full whole entire solid")
_MEASURED = word_set("than least nearly almost about over within under")
_NEVER_LENGTH = word_set("'s ’s -")
_NO_LENGTH = _NEVER_LENGTH | word_set("ago later earlier before after from")
_MONEY_LETTERS = {"m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "K": 1e3, "T": 1e12, "t": 1e12}
_METRES_AFTER = word_set(
    "tall long high wide deep above below away from race sprint hurdles butterfly freestyle backstroke "
    "breaststroke relay dash final record course"
)


def read_amount(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """The amount that begins at `lexemes[at]`: an optional sign or currency code, a number, an optional unit."""
    amount = _single_amount(lexemes, at)
    return None if amount is None else _with_smaller_unit(lexemes, amount)


def _with_smaller_unit(lexemes: Sequence[Lexeme], amount: Amount) -> Amount:
    """Such as "two hours and 10 minutes", "two years, six months": one length of time."""
    if amount.unit not in DURATIONS or amount.measure is None or amount.number.vague:
        return amount
    joined = low_at(lexemes, amount.after) in ("and", ",")
    rest = _single_amount(lexemes, amount.after + joined) if amount.after + joined < len(lexemes) else None
    if rest is None or rest.measure is None or rest.unit != amount.unit or rest.number.vague:
        return amount
    if rest.measure.factor >= amount.measure.factor or rest.low * rest.measure.factor >= amount.measure.factor:
        return amount
    added = rest.low * rest.measure.factor / amount.measure.factor
    return replace(amount, after=rest.after, low=amount.low + added, high=amount.high + added)


def _single_amount(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    sign, start = _sign(lexemes, at)
    if (half := _half_unit(lexemes, at)) is not None:
        return half
    number = read_number(lexemes, start) if start < len(lexemes) else None
    if number is None:
        return _article_unit(lexemes, at)
    after, scale = number.after, 1.0
    if number.share:
        if (part := _part_of_unit(lexemes, number)) is not None:
            return part
        return Amount(at, after, 100 * number.lower, 100 * number.upper, 1.0, Unit("percent"), number)
    if sign and number.digits and _glued(lexemes, after, *_MONEY_LETTERS):
        scale, after = _MONEY_LETTERS[lexemes[after].text], after + 1
    elif number.digits and _glued(lexemes, after, "m") and (sign or not _means_metres(lexemes, after)):
        scale, after = 1e6, after + 1
    plus = low_at(lexemes, after) == "-" and low_at(lexemes, after + 1) == "plus" and lexemes[after].glued
    after += 2 * plus
    unit_at = after + 1 if number.vague and low_at(lexemes, after) == "of" else after
    measure, end = (Unit(sign), after) if sign else _unit(lexemes, unit_at, glued=number.digits and scale == 1.0)
    if measure is None:
        end = after
    if measure is None and scale == 1.0 and _glued_word(lexemes, after):
        return None  # "5G", "20th", "3D"
    low, high = number.lower * scale, number.upper * scale
    return Amount(at, end, low, high, number.magnitude * scale, measure, number, signed=sign is not None, at_least=plus)


def read_range(lexemes: Sequence[Lexeme], low: Amount, joiners: frozenset[str]) -> Amount | None:
    """`low` joined to a second, greater amount by one of `joiners`.

    The unit and the magnitude of the second serve both ("10-15 km", "3 to 5 million"), and a currency sign in front
    of the first does ("$3-5 million").
    """
    at = low.after
    if _suspended(lexemes, at):
        at += 1
    if at + 1 >= len(lexemes) or lexemes[at].low not in joiners:
        return None
    start = at + 2 if lexemes[at + 1].low in ("about", "around", "as", "nearly", "perhaps") else at + 1
    high = read_amount(lexemes, start) if start < len(lexemes) else None
    if high is None or high.number.vague or low.number.vague or low.number.share != high.number.share:
        return None
    if low.unit is not None and low.unit != high.unit and not (low.signed and high.unit is None):
        return None
    first = low.low
    if low.magnitude == 1.0 and first < 1000 and first * high.magnitude < high.high:
        first *= high.magnitude
    joined = replace(high, first=low.first, low=first, measure=high.measure or low.measure)
    if low.measure is not None and high.measure is not None:
        joined = replace(joined, low=(low.lower - high.measure.shift) / high.measure.factor)
        if low.magnitude == 1.0 and low.measure == high.measure:
            joined = replace(joined, low=first)
    return joined if joined.lower < joined.upper else None


def _suspended(lexemes: Sequence[Lexeme], at: int) -> bool:
    """The hyphen of "18- to 24-year-old", "two- or three-day"."""
    if at + 1 >= len(lexemes) or lexemes[at].text != "-" or not lexemes[at].glued:
        return False
    return lexemes[at + 1].low in ("to", "or") and not lexemes[at + 1].glued


def _sign(lexemes: Sequence[Lexeme], at: int) -> tuple[str | None, int]:
    """Currency and the index of the number after a sign ("$", "US$") or code ("EUR")."""
    piece = lexemes[at]
    if piece.low in SIGNS:
        return SIGNS[piece.low], at + 1
    following = lexemes[at + 1] if at + 1 < len(lexemes) else None
    if following is not None and following.glued and piece.low + following.low in SIGNS:
        return SIGNS[piece.low + following.low], at + 2
    if piece.text in CODES and following is not None and following.kind == "digits":
        return piece.text, at + 1
    return None, at


def _unit(lexemes: Sequence[Lexeme], at: int, *, glued: bool) -> tuple[Unit | None, int]:
    """The longest unit name at `at`, one hyphen allowed before it ("10-mile"), and the index behind it."""
    start = at
    hyphened = at + 1 < len(lexemes) and lexemes[at].text in "-‐‑" and lexemes[at].glued and lexemes[at + 1].glued
    if hyphened:
        start = at + 1
    for size in range(LONGEST_UNIT, 0, -1):
        pieces = lexemes[start : start + size]
        if len(pieces) < size or any(piece.line for piece in pieces[1:]):
            continue
        name = " ".join(piece.low for piece in pieces)
        close = "".join(piece.low for piece in pieces)
        unit = (
            MONEY_WORDS.get(name)
            or MEASURES.get(name)
            or (MEASURES.get(close) if close in ("km/h", "°c", "°f") else None)
        )
        if unit is None or (name in GLUED_ONLY and not (glued and pieces[0].glued and pieces[0].text.isupper())):
            continue
        if (
            pieces[0].capitalised
            and name not in GLUED_ONLY
            and name not in ("kw", "mw", "gw")
            and pieces[0].text.istitle()
            and size == 1
            and lexemes[at - 1].kind == "word"
        ):
            continue  # "Two Pounds" may be a name; units are written small
        return unit, start + size
    if glued and at < len(lexemes) and lexemes[at].glued and lexemes[at].text in GLUED:
        return GLUED[lexemes[at].text], at + 1
    return None, at


def _half_unit(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """Such as "Half an hour", "half a percentage point", "half of one percent", "a half-century"."""
    if lexemes[at].low != "half":
        return None
    joined = MEASURES.get(low_at(lexemes, at + 2)) if low_at(lexemes, at + 1) == "-" else None
    if joined is not None and lexemes[at + 1].glued and lexemes[at + 2].glued:
        return Amount(at, at + 3, 0.5, 0.5, 1.0, joined, Number(at, at + 1, 0.5, 0.5, 0.1))
    start = at + 2 if low_at(lexemes, at + 1) == "of" else at + 1
    if low_at(lexemes, start) not in ("a", "an", "one", "1"):
        return None  # of other fractions see `_part_of_unit`
    measure, end = _unit(lexemes, start + 1, glued=False)
    if measure is None or measure.base in MONEY:
        return None
    return Amount(at, end, 0.5, 0.5, 1.0, measure, Number(at, at + 1, 0.5, 0.5, 0.1))


def _part_of_unit(lexemes: Sequence[Lexeme], number: Number) -> Amount | None:
    """Such as "a third of a mile", "three quarters of an hour"."""
    at = number.after
    if low_at(lexemes, at) != "of" or low_at(lexemes, at + 1) not in ("a", "an", "one"):
        return None
    measure, end = _unit(lexemes, at + 2, glued=False)
    if measure is None or measure.base in MONEY or lexemes[end - 1].low.endswith("s"):
        return None
    return Amount(number.first, end, number.lower, number.upper, 1.0, measure, replace(number, share=False))


def _article_unit(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """Such as "for a week", "more than a year and a half": one of a unit of time, where a word asks how long."""
    if (whole := _whole_unit(lexemes, at)) is not None:
        return whole
    if lexemes[at].low not in ("a", "an") or at == 0 or low_at(lexemes, at - 1) not in _HOW_LONG:
        return None
    name = low_at(lexemes, at + 1)
    measure = MEASURES.get(name)
    follows = low_at(lexemes, at + 2)
    # "Nearly a week after the fire" is a length, "a day after" is a day.
    measured = low_at(lexemes, at - 1) in _MEASURED
    if measure is None or measure.base not in DURATIONS or name.endswith("s"):
        return None
    if follows in (_NEVER_LENGTH if measured else _NO_LENGTH):
        return None
    if [low_at(lexemes, at + 2 + step) for step in range(3)] == ["and", "a", "half"]:
        return Amount(at, at + 5, 1.5, 1.5, 1.0, measure, Number(at, at + 5, 1.5, 1.5, 0.5))
    return Amount(at, at + 2, 1.0, 1.0, 1.0, measure, Number(at, at + 1, 1.0, 1.0, 1.0))


def _whole_unit(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """Such as "a full year", "an extra week", "hourlong", "a year-long ban"."""
    low = lexemes[at].low
    if low in ("a", "an", "another") and low_at(lexemes, at + 1) in _WHOLE:
        name, after = low_at(lexemes, at + 2), at + 3
    elif low_at(lexemes, at + 1) == "-" and low_at(lexemes, at + 2) == "long" and lexemes[at + 1].glued:
        name, after = (low, at + 3) if at == 0 or lexemes[at - 1].text != "-" else ("", at)
    else:
        name, after = low.removesuffix("long") if low.endswith("long") else "", at + 1
    measure = MEASURES.get(name)
    if measure is None or measure.base not in DURATIONS or name.endswith("s"):
        return None
    return Amount(at, after, 1.0, 1.0, 1.0, measure, Number(at, after, 1.0, 1.0, 1.0))


def _glued(lexemes: Sequence[Lexeme], at: int, *texts: str) -> bool:
    return at < len(lexemes) and lexemes[at].glued and lexemes[at].text in texts


def _glued_word(lexemes: Sequence[Lexeme], at: int) -> bool:
    return at < len(lexemes) and lexemes[at].glued and lexemes[at].kind == "word"


def _means_metres(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether a glued "m" is metres: a length word or nothing countable follows. "3m people" are millions."""
    following = lexemes[at + 1] if at + 1 < len(lexemes) else None
    if following is None or following.kind != "word" or following.line:
        return True
    if following.low in MONEY_WORDS or following.low in (
        "czech",
        "swedish",
        "danish",
        "norwegian",
        "swiss",
        "us",
    ):
        return False
    return following.low in _METRES_AFTER or not following.low.endswith(("s", "people", "men", "women", "children"))
