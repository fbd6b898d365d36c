"""How many times another value: "doubled", "a threefold rise", "twice as many", "three times the rate". Unit "times".

Only where the words compare. "Twice a week" and "three times in May" say how often, "a double murder" and "twofold
aims" say of what kind; none of them is a multiple.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.facets.amounts import read_range
from extractors.facets.bounds import read_qualifier
from extractors.facets.counted import counted, measure_of
from extractors.facets.lexing import Lexeme, low_at
from extractors.facets.measure_words import CHANGE
from extractors.facets.number_reading import Hit, Reading, clean, is_word, span_of
from extractors.facets.number_words import FRACTIONS, ONES, TENS
from extractors.records import Quantity
from extractors.word_lists import word_set

_STEMS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
_INFLECTED = {stem + ending: value for stem, value in _STEMS.items() for ending in ("ed", "ing")}
_BARE = {stem + ending: value for stem, value in _STEMS.items() for ending in ("e", "es")}
_ADVERBS = {"twice": 2.0, "thrice": 3.0}
_FOLDS = {f"{word}fold": float(value) for word, value in {**ONES, **TENS, "hundred": 100}.items() if value > 1}
# "Doubled down" and "doubles as" multiply nothing.
_IDIOMS = word_set("down up back over as")
_BEFORE_VERB = word_set("to will would could can may might shall should must 'll ’ll not than they we you")
_OWNERS = word_set("the its his her our your their that those what this last")
# What can be some times as large: "twice the number", "three times the national rate".
_SCALES = word_set(
    "number size amount rate average level price cost value weight length height width depth share total sum speed "
    "distance age population limit volume output pay salary wage income budget area strength rent norm figure count "
    "market risk intake minimum maximum fee turnout support revenue profit spending capacity quota estimate"
)
_EXTENTS = word_set("size height width length weight speed age")  # "half the price" may be a share of it
_SCALE_REACH = 5  # lexemes between "times the" and the scale: "three times the current seasonally adjusted rate"
_SIZES = word_set(
    "many much big large long high tall fast likely often great old wide deep expensive costly common heavy good "
    "strong few little far hard bad quickly popular frequently productive dangerous deadly powerful effective"
)
_COMPARATIVES = word_set("more less fewer higher lower larger bigger greater smaller better worse longer faster")
_HALVING = word_set("cut cuts cutting slash slashed slashes slashing reduce reduced reduces reducing")
_HALVING_REACH = 6  # lexemes between the verb and "in half": "cut the time they wait in half"
_FOLD_REACH = 4  # lexemes between a verb of change and "tenfold"

OPENING_MULTIPLE = frozenset((*_INFLECTED, *_BARE, *_ADVERBS, *_FOLDS, *_HALVING, "in"))
"""Words besides those of a number that a multiple may begin with."""


@dataclass(frozen=True, slots=True)
class _Multiple:
    """Lexemes `[first, after)`; `measure` is set where the multiple is itself a change."""

    first: int
    after: int
    lower: float
    upper: float
    measure: str | None = None


def read_multiple(reading: Reading, at: int) -> Hit | None:
    lexemes = reading.lexemes
    one = _verb(lexemes, at) or _halved(lexemes, at) or _fold(reading, at) or _times(reading, at) or _part(lexemes, at)
    if one is None:
        return None
    bound, about, start = read_qualifier(lexemes, one.first, duration=False)
    compared = is_word(lexemes, one.after, "as")
    noun = counted(reading, one.after + 2) if compared else None
    measure = one.measure or measure_of(reading, start, one.after, noun.after if noun else one.after)
    quantity = Quantity(
        span_of(reading, start, one.after),
        None if bound == "upper" else clean(one.lower),
        None if bound == "lower" else clean(one.upper),
        "times",
        about,
        measure,
        noun.of if noun else None,
    )
    return (quantity,), one.after


def _verb(lexemes: Sequence[Lexeme], at: int) -> _Multiple | None:
    """Such as "doubled", "will triple", "double the number"."""
    low, follows = lexemes[at].low, low_at(lexemes, at + 1)
    value = _INFLECTED.get(low) or _BARE.get(low)
    if value is None or follows in _IDIOMS or follows == "-":
        return None
    before = low_at(lexemes, at - 1)
    if before == "-":
        return None
    compares = follows in _OWNERS and (_is_scale(lexemes, at + 1) or follows in ("what", "that"))
    if low in _BARE and before not in _BEFORE_VERB and not compares:
        return None
    measure = None if compares and before not in _BEFORE_VERB and low in _BARE else "rise" if value > 1 else "fall"
    return _Multiple(at, at + 1, value, value, measure)


def _halved(lexemes: Sequence[Lexeme], at: int) -> _Multiple | None:
    """Such as "cut in half", "cut the price in half"."""
    if lexemes[at].low in _HALVING and low_at(lexemes, at + 1) == "in" and low_at(lexemes, at + 2) == "half":
        return _Multiple(at, at + 3, 0.5, 0.5, "fall")
    if lexemes[at].low != "in" or low_at(lexemes, at + 1) != "half":
        return None
    verbs = [piece.low for piece in lexemes[max(0, at - 1 - _HALVING_REACH) : at]]
    return _Multiple(at, at + 2, 0.5, 0.5, "fall") if any(word in _HALVING for word in verbs) else None


def _fold(reading: Reading, at: int) -> _Multiple | None:
    """Such as "a threefold increase", "grew 10-fold", "a two- to three-fold rise"."""
    lexemes = reading.lexemes
    value, after = _FOLDS.get(lexemes[at].low), at + 1
    lower = upper = value
    low = ONES.get(lexemes[at].low)
    suspended = low_at(lexemes, at + 1) == "-" and low_at(lexemes, at + 2) in ("to", "or")
    if low is not None and suspended and low_at(lexemes, at + 3) in _FOLDS:
        lower, upper, after = float(low), _FOLDS[lexemes[at + 3].low], at + 4
    elif value is None:
        amount = reading.amount(at)
        if amount is None or amount.unit is not None or amount.number.vague:
            return None
        amount = read_range(lexemes, amount, frozenset({"to", "or"})) or amount
        lower, upper, after = amount.low, amount.high, amount.after
        after += low_at(lexemes, after) in ("-", "‐", "‑")
        if low_at(lexemes, after) != "fold" or not lexemes[after].glued:
            return None
        after += 1
    around = [*lexemes[max(0, at - _FOLD_REACH) : at], *lexemes[after : after + 2]]
    ways = [CHANGE[piece.low] for piece in around if piece.low in CHANGE]
    if lower is None or upper is None or not ways:
        return None
    return _Multiple(at, after, lower, upper, ways[0])


def _times(reading: Reading, at: int) -> _Multiple | None:
    """Such as "twice as many", "three times the rate", "three to four times more"."""
    lexemes = reading.lexemes
    value = _ADVERBS.get(lexemes[at].low)
    if value is not None:
        lower, upper, after = value, value, at + 1
    else:
        amount = reading.amount(at)
        if amount is None or amount.unit is not None or amount.number.share:
            return None
        amount = read_range(lexemes, amount, frozenset({"to", "or", "-", "–"})) or amount
        lower, upper, after = amount.low, amount.high, amount.after + 1
        if low_at(lexemes, amount.after) != "times":
            return None
    compares = _as_sized(lexemes, after) or _is_scale(lexemes, after) or low_at(lexemes, after) in ("what", "that")
    more = value is None and low_at(lexemes, after) in _COMPARATIVES
    return _Multiple(at, after, lower, upper) if compares or more else None


def _part(lexemes: Sequence[Lexeme], at: int) -> _Multiple | None:
    """Such as "half as many", "a third as large", "two-thirds as much"."""
    if lexemes[at].low == "half":
        sized = low_at(lexemes, at + 1) in _OWNERS and low_at(lexemes, at + 2) in _EXTENTS
        return _Multiple(at, at + 1, 0.5, 0.5) if sized or _as_sized(lexemes, at + 1) else None
    top = 1 if lexemes[at].low in ("a", "one") else ONES.get(lexemes[at].low, 0)
    name_at = at + 2 if is_word(lexemes, at + 1, "-", glued=True) else at + 1
    bottom = FRACTIONS.get(low_at(lexemes, name_at), 0)
    if not 0 < top < bottom or not _as_sized(lexemes, name_at + 1):
        return None
    return _Multiple(at, name_at + 1, top / bottom, top / bottom)


def _as_sized(lexemes: Sequence[Lexeme], at: int) -> bool:
    return low_at(lexemes, at) == "as" and low_at(lexemes, at + 1) in _SIZES


def _is_scale(lexemes: Sequence[Lexeme], at: int) -> bool:
    if low_at(lexemes, at) not in _OWNERS:
        return False
    for piece in lexemes[at + 1 : at + 1 + _SCALE_REACH]:
        if piece.kind not in ("word", "clitic"):
            return False
        if piece.low.removesuffix("s") in _SCALES:
            return True
    return False
