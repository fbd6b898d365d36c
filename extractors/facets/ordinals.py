"""Which one of a row: "her third visit", "the 21st victim". The number of the place, with the unit "ordinal".

Only where a noun follows: "finished third" and "second, he lied" count nothing. Idioms and names are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.facets.counted import counted
from extractors.facets.lexing import Lexeme
from extractors.facets.number_reading import Hit, Reading, is_word, span_of
from extractors.facets.number_words import TENS
from extractors.records import Quantity
from extractors.word_lists import word_list, word_set

PLACES = {
    word: value
    for value, word in enumerate(
        word_list(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
}
_ENDINGS = word_set("st nd rd th")
_LONGEST_PLACE = 9  # digits; more are a number of an account, and thousands of them Python does not read
_OWNERS = word_set("the a an his her its their our my your this that 's ’s for very")
# Behind an ordinal these make a fixed phrase or a stretch of time, and nothing is counted.
_FIXED = word_set(
    "lady ladies gentleman place half hand class aid name minister responder responders instance glance sight love "
    "world thing century quarter chance thought thoughts opinion nature fiddle wind guess best look party way "
    "sense reading degree cousin cousins hour one ones of and or to amendment avenue street estate time fruits crack "
    "principles refusal rate string base floor impression impressions language trimester tier"
)


def read_ordinal(reading: Reading, at: int) -> Hit | None:
    lexemes = reading.lexemes
    if at == 0 or lexemes[at - 1].low not in _OWNERS or lexemes[at].capitalised:
        return None
    value, after = _value(lexemes, at)
    if not value or after >= len(lexemes):
        return None
    if is_word(lexemes, after, "and") and after + 1 < len(lexemes) and lexemes[after + 1].low in ("final", "last"):
        noun_at = after + 2
    else:
        noun_at = after
    while is_word(lexemes, noun_at + 1, "-", glued=True) and noun_at + 2 < len(lexemes):
        noun_at += 2  # "one of the first post-war novels"
    following = lexemes[min(noun_at, len(lexemes) - 1)]
    if following.kind != "word" or (following.glued and lexemes[noun_at - 1].text != "-") or following.low in _FIXED:
        return None
    noun = counted(reading, noun_at)
    if lexemes[noun.after - 1].capitalised or noun.of is None or noun.of.split()[-1] in _FIXED:
        return None
    place = float(value)
    return (Quantity(span_of(reading, at, after), place, place, "ordinal", False, None, noun.of),), after


def _value(lexemes: Sequence[Lexeme], at: int) -> tuple[int, int]:
    """The place, 0 for none, and the index behind it: "third", "21st", "twenty-first"."""
    piece = lexemes[at]
    plain = piece.text.replace(",", "")
    if piece.kind == "digits" and plain.isdigit() and len(plain) <= _LONGEST_PLACE and at + 1 < len(lexemes):
        ending = lexemes[at + 1]
        return (int(plain), at + 2) if ending.glued and ending.low in _ENDINGS else (0, at)
    if piece.low in TENS and is_word(lexemes, at + 1, "-", glued=True) and at + 2 < len(lexemes):
        unit = PLACES.get(lexemes[at + 2].low, 0)
        return (TENS[piece.low] + unit, at + 3) if 1 <= unit <= 9 else (0, at)
    return PLACES.get(piece.low, 0), at + 1
