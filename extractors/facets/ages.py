"""Ages: "aged 36", "36-year-old", "Ana Petrov, 36,", "in his forties", "the under-18s"."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.facets.amounts import Amount, read_amount, read_range
from extractors.facets.bounds import read_qualifier, read_suffix
from extractors.facets.counted import Counted, counted
from extractors.facets.lexing import Lexeme
from extractors.facets.measure_words import COUNTED
from extractors.facets.number_reading import DASHES, Hit, Reading, clean, is_word, span_of
from extractors.facets.units import DURATIONS
from extractors.records import Quantity
from extractors.word_lists import word_set

_AGE_LIMIT = 120  # years; nobody is known to have lived longer by more than two
_JOINERS = DASHES | {"to", "or"}
_SUSPENDING = frozenset({"to", "or"})
_PERSONS = word_set(
    "man woman boy girl victim suspect mother father son daughter brother sister wife husband widow widower child "
    "student pupil nurse clerk cook guard pilot judge chef aunt uncle niece nephew friend partner cousin teen defendant"
)
_OF_AN_AGE = word_set(
    "people persons those anyone anybody everyone everybody men women children kids boys girls adults voters workers "
    "players drivers patients pupils students residents teenagers youths americans citizens somebody someone nobody"
)
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman")
_MONTHS_OLD, _WEEKS_OLD, _DAYS_OLD = 1 / 12, 7 / 365.25, 1 / 365.25


def read_age(reading: Reading, at: int) -> Hit | None:
    lexemes = reading.lexemes
    low = lexemes[at].low
    if low in ("aged", "age", "ages") and at + 1 < len(lexemes):
        return _after_aged(reading, at)
    if low in ("under", "over") and at + 2 < len(lexemes) and lexemes[at + 1].text in DASHES:
        figure = lexemes[at + 2]
        if not _is_age(figure.text) or not is_word(lexemes, at + 3, "s", glued=True):
            return None
        floor, ceiling = (None, float(figure.text)) if low == "under" else (float(figure.text), None)
        return (Quantity(span_of(reading, at, at + 4), floor, ceiling, "year_of_age", False, None, None),), at + 4
    return (
        _old(reading, at)
        or _people_under(reading, at)
        or _after_name(reading, at)
        or _after_is(reading, at)
        or _in_their_forties(reading, at)
    )


def _after_aged(reading: Reading, at: int) -> Hit | None:
    """Such as "Aged 36", "aged between 18 and 60", "aged 9, 11 and 14": the last are three ages."""
    lexemes = reading.lexemes
    between = lexemes[at + 1].low == "between" or lexemes[at].low == "ages"
    first = at + 2 if lexemes[at + 1].low in ("between", "of") and at + 2 < len(lexemes) else at + 1
    amount = read_amount(lexemes, first)
    if amount is None or amount.upper > _AGE_LIMIT or amount.number.vague or amount.unit not in (None, "month"):
        return None
    amount = read_range(lexemes, amount, _JOINERS | {"and"} if between else _JOINERS) or amount
    ages, after = _aged(reading, at, amount, amount.after, 1 / 12 if amount.unit == "month" else 1.0, None)
    while amount.unit is None and (figure := _listed_age(lexemes, after)) is not None:
        more, after = _aged(reading, figure.first, figure, figure.after, 1.0, None)
        ages += more
    return ages, after


def _listed_age(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """A bare figure after "," or "and" that goes on with a list of ages."""
    while at < len(lexemes) and lexemes[at].low in (",", "and"):
        at += 1
    if at == 0 or at >= len(lexemes) or lexemes[at - 1].low not in (",", "and"):
        return None
    figure = read_amount(lexemes, at)
    if figure is None or figure.unit is not None or figure.number.vague or not 0 < figure.upper <= _AGE_LIMIT:
        return None
    closed = figure.after >= len(lexemes) or lexemes[figure.after].kind != "word" or lexemes[figure.after].low == "and"
    return figure if closed else None


def _old(reading: Reading, at: int) -> Hit | None:
    """Such as "36-year-old", "36 years old", "18-month-old", "36 years of age"."""
    lexemes = reading.lexemes
    amount = reading.amount(at)
    if amount is not None and amount.unit is None:
        if (both := _both_old(reading, amount)) is not None:
            return both
        amount = read_range(lexemes, amount, _SUSPENDING)
    if amount is None or amount.unit not in DURATIONS:
        return None
    after = amount.after
    unit = lexemes[after - 1].low.rstrip("s")
    factor = {"year": 1.0, "month": _MONTHS_OLD, "week": _WEEKS_OLD, "day": _DAYS_OLD}.get(unit)
    joined = after + 1 if is_word(lexemes, after, "-", glued=True) else after
    if factor is None:
        return None
    if is_word(lexemes, joined, "old") or is_word(lexemes, joined, "olds"):
        end = joined + 1
    elif is_word(lexemes, after, "of") and is_word(lexemes, after + 1, "age"):
        end = after + 2
    else:
        return None
    noun = counted(reading, end) if joined != after else Counted(None, end)
    return _aged(reading, at, amount, end, factor, noun.of, per_figure=True)


def _people_under(reading: Reading, at: int) -> Hit | None:
    """Such as "people under 30", "those over 65", "children under five", "anybody older than 40"."""
    lexemes = reading.lexemes
    low = lexemes[at].low
    first = at + 1
    if low in ("older", "younger"):
        if not is_word(lexemes, at + 1, "than"):
            return None
        first = at + 2
    elif low not in ("under", "over", "below", "above") or at == 0 or lexemes[at - 1].low not in _OF_AN_AGE:
        return None
    figure = read_amount(lexemes, first) if first < len(lexemes) else None
    if figure is None or figure.unit is not None or figure.number.vague or not 0 < figure.upper <= _AGE_LIMIT:
        return None
    follows = lexemes[figure.after] if figure.after < len(lexemes) else None
    counts = follows is not None and (follows.low in COUNTED or (follows.kind == "word" and follows.low.endswith("s")))
    if counts or (follows is not None and follows.text in "%-/:$°"):
        return None
    below = low in ("under", "below", "younger")
    floor, ceiling = (None, figure.upper) if below else (figure.lower, None)
    return (
        Quantity(span_of(reading, at, figure.after), floor, ceiling, "year_of_age", False, None, None),
    ), figure.after


def _both_old(reading: Reading, first: Amount) -> Hit | None:
    """Such as "27 and 29 years old": two ages."""
    lexemes = reading.lexemes
    if not is_word(lexemes, first.after, "and") or first.number.vague or not 0 < first.upper <= _AGE_LIMIT:
        return None
    second = _old(reading, first.after + 1) if first.after + 1 < len(lexemes) else None
    if second is None:
        return None
    ages, after = second
    span = span_of(reading, first.first, first.after)
    return (Quantity(span, first.lower, first.upper, "year_of_age", False, None, None), *ages), after


def _after_name(reading: Reading, at: int) -> Hit | None:
    """Such as "Ana Petrov, 36, said", "the men, both 52,": a number between commas behind a name or a person's noun."""
    lexemes = reading.lexemes
    piece = lexemes[at]
    if piece.kind != "digits" or not _is_age(piece.text) or at < 2:
        return None
    comma = at - 2 if lexemes[at - 1].low in ("both", "then", "now") and at > 2 else at - 1
    before, name = lexemes[comma], lexemes[comma - 1]
    closed = at + 1 < len(lexemes) and _closes(lexemes[at + 1])
    ends_in_date = closed and at + 2 < len(lexemes) and lexemes[at + 2].kind == "digits"
    if before.text != "," or not (name.capitalised or _is_person(name)) or piece.glued or not closed or ends_in_date:
        return None
    amount = read_amount(lexemes, at)
    return None if amount is None else _aged(reading, at, amount, at + 1, 1.0, None)


def _after_is(reading: Reading, at: int) -> Hit | None:
    """Such as "who is 70.", "she turned 30 and": a bare figure a person is or becomes."""
    lexemes = reading.lexemes
    if at < 2 or lexemes[at].kind != "digits" or not _is_age(lexemes[at].text):
        return None
    verb, person = lexemes[at - 1].low, lexemes[at - 2].low
    following = lexemes[at + 1] if at + 1 < len(lexemes) else None
    closed = following is None or following.kind == "mark" or following.low in ("and", "when", "now", "but")
    compound = following is not None and following.text in "%-/:$°"
    is_one = verb in ("is", "was", "am", "turned", "turns", "'s", "’s") and (
        person in ("who", "he", "she", "i") or _is_of_a_person(reading, lexemes[at])
    )
    if not is_one or not closed or compound:
        return None
    age = float(lexemes[at].text)
    return (Quantity(span_of(reading, at, at + 1), age, age, "year_of_age", False, None, None),), at + 1


def _is_of_a_person(reading: Reading, figure: Lexeme) -> bool:
    """Whether the tree has a name or a person as the subject of "was 24"."""
    token = reading.token_at(figure.start)
    if token is None or not reading.parsed:
        return False
    subjects = [child for child in token.children if child.dep_ == "nsubj"]
    return any(one.pos_ == "PROPN" or one.lower_ in _PERSONS or one.lower_ in COUNTED for one in subjects)


def _is_age(digits: str) -> bool:
    return digits.isdigit() and len(digits) <= 3 and 1 <= int(digits) <= _AGE_LIMIT


def _closes(piece: Lexeme) -> bool:
    return (piece.text in ",.;" and piece.glued) or piece.text in "—–―("


def _is_person(piece: Lexeme) -> bool:
    return (
        piece.low in _PERSONS or piece.low in COUNTED or (piece.kind == "word" and piece.low.endswith(_PERSON_ENDINGS))
    )


def _in_their_forties(reading: Reading, at: int) -> Hit | None:
    lexemes = reading.lexemes
    piece = lexemes[at]
    owner = lexemes[at - 1].low if at else ""
    if owner in ("early", "mid", "late", "-") and at >= 2:
        owner = lexemes[at - 2].low if owner != "-" else lexemes[at - 3].low
    if (
        owner not in ("his", "her", "their", "my", "your", "our")
        or piece.kind != "digits"
        or not is_word(lexemes, at + 1, "s", glued=True)
    ):
        return None
    decade = float(piece.text) if _is_age(piece.text) else 0.0
    if decade not in range(20, 100, 10):
        return None
    span = span_of(reading, at, at + 2)
    return (Quantity(span, decade, decade + 9, "year_of_age", False, None, None),), at + 2


def _aged(
    reading: Reading,
    at: int,
    amount: Amount,
    end: int,
    factor: float,
    of: str | None,
    *,
    per_figure: bool = False,
) -> Hit:
    low, high = (amount.low, amount.high) if per_figure else (amount.lower, amount.upper)
    bound, about, start = read_qualifier(reading.lexemes, at, duration=False)
    suffix, after = read_suffix(reading.lexemes, end)
    bound = bound or (suffix if suffix != "about" else None)
    lower = None if bound == "upper" else clean(low * factor)
    upper = None if bound == "lower" else clean(high * factor)
    span = span_of(reading, start, after)
    return (Quantity(span, lower, upper, "year_of_age", about, None, of),), after
