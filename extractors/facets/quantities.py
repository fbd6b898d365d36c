"""Numbers that say how many, how much, how old, how far: the small grammar of quantities.

    text -> lexemes -> at each: votes and scores | ages | amount [range] -> bound, unit, thing counted, measure

`extractors.facets.near_misses` says which numbers are none. Two ends of a range stay two ends; the two ends of a change
("from 4% to 5%" after "rose") are two quantities, "rise_from" and "rise_to".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractors.facets.amounts import Amount, read_amount, read_qualifier, read_range, read_suffix
from extractors.facets.counted import Counted, counted, governing_verb, measure_of
from extractors.facets.lexing import Lexeme, lex
from extractors.facets.measure_words import CHANGE, COUNTED
from extractors.facets.near_misses import is_year, masked, names_something
from extractors.facets.units import DURATIONS
from extractors.facets.word_lists import word_set
from extractors.records import Quantity, Span

_DASHES = frozenset("-‐‑–—")
_JOINERS = _DASHES | {"to", "or"}
_BETWEEN_JOINERS = frozenset({"and", "to"})
_SCORE_WORDS = word_set(
    "vote voted votes voting ballot ruled ruling decision majority margin split court panel committee passed rejected "
    "approved win won wins winning beat beats beaten beating defeat defeated defeats lost lose loses lead leads led "
    "draw drew victory score scored final set sets match game ahead trailed"
)
_VOTE_WORDS = word_set(
    "vote voted votes voting ballot ruled ruling decision majority court panel committee passed rejected approved "
    "judges justices jury council senate house"
)
_SCORE_REACH = 8
_LARGEST_SCORE = 700  # more votes than the largest chamber whose "312-300" is written like a score
_PRONOUN_ONE = word_set("no any every some this that each which another last the only anyone")
_AGE_LIMIT = 120
_MONTHS_OLD, _WEEKS_OLD, _DAYS_OLD = 1 / 12, 7 / 365.25, 1 / 365.25


@dataclass(frozen=True, slots=True)
class _Reading:
    """The document as the rules of this module see it."""

    doc: Doc
    text: str
    lexemes: tuple[Lexeme, ...]
    tokens: dict[int, Token]


_Hit = tuple[tuple[Quantity, ...], int]


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """Every quantity of `doc`, in reading order and never overlapping.

    Units are base units (metre, kilogram, second, month, celsius, ...), currencies ISO codes; "$" alone is taken as
    the US dollar. Shares ("one in five", "two-thirds") are percent. An age has the unit "year_of_age". The two sides of
    a vote are counts of "vote" with the measures "for" and "against", those of a match of "score" with "first" and
    "second". A range and a vague plural ("dozens" is 24 to 99) keep both ends.
    """
    text = doc.text
    lexemes = lex(text)
    reading = _Reading(doc, text, lexemes, {token.idx: token for token in doc})
    free = _unmasked(text, lexemes)
    found: list[Quantity] = []
    at = 0
    while at < len(lexemes):
        hit = _read(reading, at) if free[at] else None
        if hit is None:
            at += 1
            continue
        quantities, after = hit
        found.extend(quantity for quantity in quantities if not found or quantity.span.start >= found[-1].span.end)
        at = max(after, at + 1)
    return tuple(found)


def _read(reading: _Reading, at: int) -> _Hit | None:
    return _quake(reading, at) or _score(reading, at) or _age(reading, at) or _plain(reading, at)


def _unmasked(text: str, lexemes: Sequence[Lexeme]) -> list[bool]:
    free = [True] * len(lexemes)
    stretches = iter(masked(text))
    start, end = next(stretches, (len(text), len(text)))
    reach = -1
    for index, piece in enumerate(lexemes):
        while start < piece.end:
            reach = max(reach, end)
            start, end = next(stretches, (math.inf, math.inf))  # type: ignore[assignment]
        free[index] = piece.start >= reach
    return free


# Votes and scores


def _score(reading: _Reading, at: int) -> _Hit | None:
    """Such as "9-4", "by nine to four", "52 votes to 48": two counts, the first side's and the second's."""
    lexemes = reading.lexemes
    left = read_amount(lexemes, at)
    if left is None or left.unit is not None or left.number.vague or left.low > _LARGEST_SCORE:
        return None
    if names_something(lexemes, at, left.after) and not lexemes[at].line:
        return None
    middle = left.after
    votes = middle < len(lexemes) and lexemes[middle].low in ("votes", "vote")
    middle += votes
    if middle + 1 >= len(lexemes):
        return None
    joiner = lexemes[middle]
    dash = joiner.text in _DASHES and joiner.glued
    if not dash and joiner.low not in ("to", "against"):
        return None
    right = read_amount(lexemes, middle + 1)
    if right is None or right.unit is not None or right.number.vague or right.low > _LARGEST_SCORE:
        return None
    if dash and right.after < len(lexemes) and lexemes[right.after].text in _DASHES and lexemes[right.after].glued:
        following = lexemes[right.after + 1] if right.after + 1 < len(lexemes) else None
        if following is None or following.kind == "digits":
            return None
    context = _near_words(lexemes, at, right.after)
    by = at > 0 and lexemes[at - 1].low in ("by", "voted", "ruled", "won", "lost", "beat")
    if not votes and not (context & _SCORE_WORDS and (dash or by)) and not (dash and left.low > right.low):
        return None
    if not votes and right.after < len(lexemes) and lexemes[right.after].low in COUNTED and left.low < right.low:
        return None
    kind = "vote" if votes or context & _VOTE_WORDS else "score"
    names = ("for", "against") if kind == "vote" else ("first", "second")
    ends = ((left, left.number.after), (right, right.after))
    return (
        tuple(
            Quantity(_span(reading, side.first, end), side.lower, side.upper, None, False, name, kind)
            for (side, end), name in zip(ends, names, strict=True)
        ),
        right.after,
    )


def _near_words(lexemes: Sequence[Lexeme], first: int, after: int) -> set[str]:
    around = lexemes[max(0, first - _SCORE_REACH) : after + _SCORE_REACH]
    return {piece.low for piece in around}


# Ages


def _age(reading: _Reading, at: int) -> _Hit | None:
    lexemes = reading.lexemes
    first = at
    low = lexemes[at].low
    if low in ("aged", "age", "ages") and at + 1 < len(lexemes):
        first = at + 2 if lexemes[at + 1].low in ("of", "between") and at + 2 < len(lexemes) else at + 1
        amount = read_amount(lexemes, first)
        if amount is None or amount.upper > _AGE_LIMIT or amount.number.vague or amount.unit not in (None, "month"):
            return None
        joined = read_range(lexemes, amount, _JOINERS | {"and"}) or amount
        return _aged(reading, at, joined, joined.after, 1 / 12 if joined.unit == "month" else 1.0, None)
    if low in ("under", "over") and at + 2 < len(lexemes) and lexemes[at + 1].text in _DASHES:
        amount = read_amount(lexemes, at + 2) or _glued_plural(lexemes, at + 2)
        plural = amount is not None and _is(lexemes, amount.after, "s", glued=True)
        if amount is None or not plural or amount.unit is not None:
            return None
        floor, ceiling = (None, amount.upper) if low == "under" else (amount.lower, None)
        span = _span(reading, at, amount.after + 1)
        return (Quantity(span, floor, ceiling, "year_of_age", False, None, None),), amount.after + 1
    return _old(reading, at) or _after_name(reading, at) or _in_their_forties(reading, at)


def _glued_plural(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """Such as "18s": the figure of an age class."""
    piece = lexemes[at]
    if piece.kind != "digits" or not _is(lexemes, at + 1, "s", glued=True) or not piece.text.isdigit():
        return None
    cut = (*lexemes[: at + 1], Lexeme("mark", ".", ".", piece.end, piece.end + 1, glued=True, line=False))
    return read_amount(cut, at)


def _old(reading: _Reading, at: int) -> _Hit | None:
    """Such as "36-year-old", "36 years old", "18-month-old", "36 years of age"."""
    lexemes = reading.lexemes
    amount = read_amount(lexemes, at)
    if amount is None or amount.unit not in DURATIONS:
        return None
    after = amount.after
    unit = lexemes[after - 1].low.rstrip("s")
    factor = {"year": 1.0, "month": _MONTHS_OLD, "week": _WEEKS_OLD, "day": _DAYS_OLD}.get(unit)
    joined = after + 1 if _is(lexemes, after, "-", glued=True) else after
    if factor is None:
        return None
    if _is(lexemes, joined, "old") or _is(lexemes, joined, "olds"):
        end = joined + 1
    elif _is(lexemes, after, "of") and _is(lexemes, after + 1, "age"):
        end = after + 2
    else:
        return None
    noun = counted(reading.doc, lexemes, end, reading.tokens) if joined != after else Counted(None, end)
    return _aged(reading, at, amount, end, factor, noun.of, per_figure=True)


def _after_name(reading: _Reading, at: int) -> _Hit | None:
    """Such as "Ana Petrov, 36, said": a number between commas behind a name."""
    lexemes = reading.lexemes
    piece = lexemes[at]
    if piece.kind != "digits" or not piece.text.isdigit() or not 1 <= int(piece.text) <= _AGE_LIMIT or at < 2:
        return None
    before, name = lexemes[at - 1], lexemes[at - 2]
    closed = at + 1 < len(lexemes) and lexemes[at + 1].text in ",.;" and lexemes[at + 1].glued
    ends_in_date = closed and at + 2 < len(lexemes) and lexemes[at + 2].kind == "digits"
    if before.text != "," or not name.capitalised or piece.glued or not closed or ends_in_date:
        return None
    amount = read_amount(lexemes, at)
    return None if amount is None else _aged(reading, at, amount, at + 1, 1.0, None)


def _in_their_forties(reading: _Reading, at: int) -> _Hit | None:
    lexemes = reading.lexemes
    piece = lexemes[at]
    owner = lexemes[at - 1].low if at else ""
    if owner in ("early", "mid", "late", "-") and at >= 2:
        owner = lexemes[at - 2].low if owner != "-" else lexemes[at - 3].low
    if owner not in ("his", "her", "their") or piece.kind != "digits" or not _is(lexemes, at + 1, "s", glued=True):
        return None
    decade = float(piece.text) if piece.text.isdigit() else 0.0
    if decade not in range(20, 100, 10):
        return None
    span = _span(reading, at, at + 2)
    return (Quantity(span, decade, decade + 9, "year_of_age", False, None, None),), at + 2


def _aged(
    reading: _Reading,
    at: int,
    amount: Amount,
    end: int,
    factor: float,
    of: str | None,
    *,
    per_figure: bool = False,
) -> _Hit:
    low, high = (amount.low, amount.high) if per_figure else (amount.lower, amount.upper)
    bound, about, start = read_qualifier(reading.lexemes, at, duration=False)
    suffix, after = read_suffix(reading.lexemes, end)
    bound = bound or (suffix if suffix != "about" else None)
    lower = None if bound == "upper" else _clean(low * factor)
    upper = None if bound == "lower" else _clean(high * factor)
    span = _span(reading, start, after)
    return (Quantity(span, lower, upper, "year_of_age", about, None, of),), after


# Everything else


def _quake(reading: _Reading, at: int) -> _Hit | None:
    """Such as "Magnitude 7.1", "a 7.1-magnitude quake"."""
    lexemes = reading.lexemes
    if lexemes[at].low == "magnitude":
        first = at + 2 if _is(lexemes, at + 1, "-", glued=True) else at + 1
        if first < len(lexemes) and lexemes[first].kind == "digits":
            value = float(lexemes[first].text.replace(",", ""))
            return (Quantity(_span(reading, at, first + 1), value, value, "magnitude", False, None, None),), first + 1
    if lexemes[at].kind == "digits" and _is(lexemes, at + 1, "-", glued=True) and _is(lexemes, at + 2, "magnitude"):
        value = float(lexemes[at].text.replace(",", ""))
        return (Quantity(_span(reading, at, at + 3), value, value, "magnitude", False, None, None),), at + 3
    return None


def _plain(reading: _Reading, at: int) -> _Hit | None:
    lexemes = reading.lexemes
    amount = read_amount(lexemes, at)
    if amount is None or not _counts(reading, amount):
        return None
    between = at > 0 and lexemes[at - 1].low == "between"
    joiners = _BETWEEN_JOINERS if between else _JOINERS
    joined = None if _is_change(lexemes, amount) else read_range(lexemes, amount, joiners)
    start, end = at, amount.after
    if joined is not None and not is_year(lexemes, joined.number.first, joined.after):
        amount, end = joined, joined.after
        if between or (at > 0 and lexemes[at - 1].low == "from"):
            start = at - 1
    negative = start > 0 and (lexemes[start - 1].low == "minus" or _is_minus(lexemes, start, amount))
    start -= negative
    bound, about, start = read_qualifier(lexemes, start, duration=amount.unit in DURATIONS)
    suffix, end = read_suffix(lexemes, end)
    about = about or suffix == "about" or amount.number.vague or lexemes[at].low == "couple"
    bound = bound or (suffix if suffix != "about" else None)
    noun = _noun(reading, amount, end)
    measure = measure_of(lexemes, start, end, noun.after)
    if measure is None and amount.unit is None:
        measure = governing_verb(lexemes, amount.number.first, reading.tokens)
    low, high = (-amount.high, -amount.low) if negative else (amount.low, amount.high)
    lower, upper = (_clean(_converted(value, amount)) for value in (low, high))
    quantity = Quantity(
        _span(reading, start, end),
        None if bound == "upper" else lower,
        None if bound == "lower" else upper,
        amount.unit,
        about,
        measure,
        noun.of,
    )
    return (quantity,), end


def _counts(reading: _Reading, amount: Amount) -> bool:
    """Whether the number says how many: not a name, a year, a pronoun."""
    lexemes, first, after = reading.lexemes, amount.number.first, amount.after
    if amount.signed:
        return True
    if names_something(lexemes, first, after):
        return False
    if amount.unit is None and is_year(lexemes, first, after):
        return False
    piece = lexemes[first]
    if piece.low == "one" and not amount.number.share and amount.number.after == first + 1:
        return _is_count_of_one(reading, amount)
    if piece.low == "zero":
        return amount.unit is not None
    if amount.unit is None and after < len(lexemes) and lexemes[after].text in "/:" and lexemes[after].glued:
        return False
    return not (piece.low == "second" or (piece.low in ("ten", "nine") and _is(lexemes, after, "commandments")))


def _is_count_of_one(reading: _Reading, amount: Amount) -> bool:
    lexemes, first, after = reading.lexemes, amount.number.first, amount.after
    before = lexemes[first - 1].low if first else ""
    if before in _PRONOUN_ONE:
        return False
    if amount.unit is not None:
        return lexemes[after - 1].low not in ("day", "second", "minute", "night", "foot", "yard")
    following = lexemes[after].low if after < len(lexemes) else ""
    alone = word_set("dead killed injured wounded missing arrested")
    return following in alone or (following in COUNTED and not following.endswith("s")) or following == "more"


def _is_change(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether "4% to 5%" are the ends of a change: a verb of change stands shortly before."""
    words = [piece.low for piece in lexemes[max(0, amount.first - 8) : amount.first]]
    by = words[-1:] in (["by"], ["between"], ["of"])
    to = amount.after < len(lexemes) and lexemes[amount.after].low == "to"
    return to and not by and any(word in CHANGE for word in words)


def _is_minus(lexemes: Sequence[Lexeme], start: int, amount: Amount) -> bool:
    sign = lexemes[start - 1]
    return (
        sign.text in "-−"
        and not sign.glued
        and lexemes[start].glued
        and amount.unit in ("celsius", "degree", "percent")
    )


def _noun(reading: _Reading, amount: Amount, end: int) -> Counted:
    lexemes = reading.lexemes
    if amount.unit is None:
        return counted(reading.doc, lexemes, end, reading.tokens)
    of_share = amount.unit == "percent" and end < len(lexemes) and lexemes[end].low in ("of", "more", "fewer")
    of_measure = amount.unit in ("kilogram", "ton", "pound", "litre", "barrel", "gallon") and _is(lexemes, end, "of")
    if of_share or of_measure:
        return counted(reading.doc, lexemes, end, reading.tokens)
    return Counted(None, end)


def _converted(value: float, amount: Amount) -> float:
    return value if amount.measure is None else value * amount.measure.factor + amount.measure.shift


# Small pieces


def _is(lexemes: Sequence[Lexeme], at: int, word: str, *, glued: bool = False) -> bool:
    return 0 <= at < len(lexemes) and lexemes[at].low == word and (lexemes[at].glued or not glued)


def _span(reading: _Reading, first: int, after: int) -> Span:
    return Span.of(reading.text, reading.lexemes[first].start, reading.lexemes[after - 1].end)


def _clean(value: float) -> float:
    """Twelve significant digits: the conversion's own noise ("4.500000000000001") is no information."""
    return float(f"{value:.12g}")
