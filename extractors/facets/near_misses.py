"""Digits and number words that are no quantity: telephone numbers, versions, addresses, numbered things, names.

masked(text)                    stretches of text in which no number is read
names_something(lexemes, ...)   whether a number is part of a name ("Flight 208", "Big Ten", "Covid-19")
is_year(lexemes, ...)           whether four digits are a year although nothing around them says so
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.facets.lexing import Lexeme
from extractors.facets.measure_words import COUNTED
from extractors.facets.time_expressions import find_expressions
from extractors.facets.time_patterns import MONTHS, WEEKDAYS
from extractors.facets.units import MEASURES, MONEY_WORDS
from extractors.word_lists import word_set

# Each with a sign that whatever it finds holds. A sign is looked for many times faster, and most texts lack most.
_STREETS = r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Blvd|Drive|Square|Terrace|Court|Row)"
_EMERGENCY = r"(?:911|999|112)"
_PHONE = r"\d{3}\)?[-.\s]\d{3}"
_ANYWHERE = r""
_MASKS = tuple(
    (re.compile(sign), re.compile(mask))
    for sign, mask in (
        (
            r"://|www\.|[@#]",
            r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|[@#]\w+",
        ),
        (_ANYWHERE, r"\+\d[\d\s().-]{6,}\d"),  # +44 20 7946 0123
        (
            _PHONE,
            r"(?<![\d,.$£€])\(?\d{3,5}\)?[-.\s]\d{3,4}[-.\s]\d{3,4}(?![\d,%]|\.\d)",  # 800-555-0199
        ),
        (_PHONE, r"(?<![\d,.$£€])\d-\d{3}-\d{3}-\d{4}(?!\d)"),  # 1-800-555-0199
        (
            r"[\d(][\d\s()-]{4,}\d",
            r"(?i:(?:call|phone|tel|telephone|dial|text|hotline|helpline|fax)[:.]?\s(?:on\s|us at\s)?)"
            r"[\d(][\d\s()-]{4,}\d",
        ),
        (r"\.\d+\.\d", r"\b\d+(?:\.\d+){2,}\b"),  # versions and network addresses
        (r"[vV]\d", r"\b[vV]\d+(?:\.\d+)*\b"),
        (r"\d/\d", r"\b\d{1,4}/\d{1,4}(?:/\d{2,4})?\b"),  # 9/11, 24/7, 10/01/2022
        (_ANYWHERE, r"(?m:^)[ \t]*(?:\d{1,3}[.)]|\(\d{1,3}\))[ \t]"),  # numbered paragraphs
        (_ANYWHERE, r"\[\d{1,3}\]"),  # notes
        (
            r"to[- ](?:[Ff]ive|5)",
            r"\b(?:[Nn]ine|9)[- ]to[- ](?:[Ff]ive|5)\b(?=\s(?:job|work|shift|day|hours|routine))",
        ),
        (
            rf"{_STREETS}\b",  # 131 West 23rd Street
            rf"\b\d{{1,5}}\s(?:(?:[A-Z][\w.'’-]{{0,30}}|\d{{1,3}}(?:st|nd|rd|th))\s){{1,4}}{_STREETS}\b",
        ),
        (r"\d[xX]\d", r"\b\d{1,2}[xX]\d{1,2}\b"),
        (r"(?:on|by)[- ](?:one|two)\b", r"\b(?:[Oo]ne|[Tt]wo)[- ](?:on|by)[- ](?:one|two)\b"),
        (_ANYWHERE, r"</?\w[^<>]{0,500}>"),  # what is left of a page's markup
        (_EMERGENCY, rf"\b{_EMERGENCY}(?=\s(?:calls?|callers?|dispatch\w*|operators?)\b)"),
        (
            _EMERGENCY,
            rf"\b(?:[Cc]all(?:ed|s|ing)?|[Dd]ial(?:led|ed|s|ling|ing)?)\s{_EMERGENCY}\b",
        ),
        (r"Sept", r"\b(?:Sept\.?|September)\s11\b"),
    )
)
# A number after one of these is the number of a thing, not how many there are.
_NUMBERED = word_set(
    "number numbers no nos section sections article articles chapter chapters flight route highway interstate road "
    "gate room page pages phase level type grade grades channel version title class division unit week day game round "
    "formula area apollo boeing airbus psalm step tier category stage model resolution proposition prop amendment rule "
    "line lines platform terminal pier block apartment apt suite building ward district precinct zone sector battalion "
    "brigade regiment squadron paragraph clause annex schedule figure table appendix volume vol part episode season "
    "verse act scene act item lot track bus tram exit junction mile marker reactor bill house senate protocol agenda "
    "windows iphone galaxy ps xbox under-"
)
# "number of", "Flights 12 and 14 were": only the capitalised or fixed uses of these are names.
_ALSO_PLAIN = word_set(
    "week day game round part line lines house senate bill area unit grade grades level season road building block "
    "district zone sector page pages class type model track bus item lot table rule act step stage mile room"
)
# After a number and a hyphen: kinds and manners, not counts.
_MANNERS = word_set(
    "way faced sided handed dimensional track tone ply off stop state star wheel time tier step pronged piece on "
    "fold party pin figure alarm something somethings"
)
_UNITS = frozenset(name.split()[0] for name in (*MEASURES, *MONEY_WORDS)) - {"c", "f"} | {"point", "points"}
_PLACING = word_set("in at near from to across around outside inside")
_OPENERS = frozenset(".!?:;“\"‘'«([—–*•")
_FUNCTION = word_set(
    "in on at by for from to with of the a an and or but some about around nearly almost over under after before "
    "since until when while where if that these those this there here more at least up as only just all another "
    "another his her its their our he she it they we you i nor so yet now then also both"
)


def masked(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches of `text` that hold no quantity, sorted, times among them."""
    stretches = [found.span() for sign, mask in _MASKS if sign.search(text) for found in mask.finditer(text)]
    stretches += [(one.start, one.end) for one in find_expressions(text)]
    return tuple(sorted(stretches))


def names_something(lexemes: Sequence[Lexeme], first: int, after: int) -> bool:
    """Whether the number at `lexemes[first:after]` belongs to a name or numbers a thing."""
    piece = lexemes[first]
    before = lexemes[first - 1] if first else None
    following = lexemes[after] if after < len(lexemes) else None
    if _glued_to_letters(lexemes, first):
        return True
    if _manner(lexemes, after):
        return True
    if before is None:
        return False
    if _numbered(lexemes, first):
        return True
    measured = following is not None and (following.text == "%" or following.low in _UNITS)
    counted = following is not None and (following.low in COUNTED or _plural(following))
    if piece.kind == "word":
        if not piece.capitalised:
            return _group_of(lexemes, first)
        return not (_starts_sentence(lexemes, first) and _counts_at_start(lexemes, first, after))
    if _group_of(lexemes, first):
        return True
    if before.text == "The" and not _starts_sentence(lexemes, first - 1) and not counted and not measured:
        return True  # a title: "They read The 411."
    named = before.capitalised and before.low not in _FUNCTION and not _is_time_word(before.low) and not measured
    placed = first >= 2 and lexemes[first - 2].low in _PLACING  # "in Orrby 500 firms closed", but "Fortune 500 firms"
    return named and not _starts_sentence(lexemes, first - 1) and not (counted and placed)


def is_year(lexemes: Sequence[Lexeme], first: int, after: int) -> bool:
    """A bare run of four digits from 1400 to 2100, unless somebody or something countable follows."""
    piece = lexemes[first]
    if after != first + 1 or len(piece.text) != 4 or not piece.text.isdigit():
        return False
    if not 1400 <= int(piece.text) <= 2100:
        return False
    return not any(one.low in COUNTED for one in lexemes[after : after + 2])


def _glued_to_letters(lexemes: Sequence[Lexeme], first: int) -> bool:
    piece = lexemes[first]
    if not piece.glued or not first:
        return False
    before = lexemes[first - 1]
    if before.kind in ("word", "digits", "clitic") or before.text in "./:_#@\\":
        return True
    joined = before.text in "-‐‑" and before.glued and first >= 2 and lexemes[first - 2].kind == "word"
    return joined and lexemes[first - 2].low not in ("mid", "under", "over", "magnitude", "sub", "plus")


def _manner(lexemes: Sequence[Lexeme], after: int) -> bool:
    if after + 1 >= len(lexemes) or lexemes[after].text not in "-‐‑" or not lexemes[after].glued:
        return False
    word = lexemes[after + 1]
    return word.glued and word.kind == "word" and (word.low in _MANNERS or word.capitalised)


def _counts_at_start(lexemes: Sequence[Lexeme], first: int, after: int) -> bool:
    """Whether "Seven ..." opens a sentence about seven of something: no name goes on with it ("Seven Oaks")."""
    if after > first + 1 or after >= len(lexemes) or not lexemes[after].capitalised:
        return True
    last = after
    while last + 1 < len(lexemes) and lexemes[last + 1].capitalised:
        last += 1
    behind = lexemes[last + 1] if last + 1 < len(lexemes) else None
    return lexemes[last].low.endswith("s") or (behind is not None and (_plural(behind) or behind.low in COUNTED))


def _numbered(lexemes: Sequence[Lexeme], first: int) -> bool:
    at = first - 1
    if (
        lexemes[at].text == "."
        and lexemes[at].glued
        and at
        and lexemes[at - 1].low in ("no", "nos", "vol", "art", "sec")
    ):
        return True
    word = lexemes[at]
    if word.low not in _NUMBERED:
        return False
    return word.low not in _ALSO_PLAIN or word.capitalised


def _group_of(lexemes: Sequence[Lexeme], first: int) -> bool:
    return (
        first >= 2
        and lexemes[first - 1].low == "of"
        and lexemes[first - 2].text in ("Group", "Gang", "Council", "Committee", "Chapter", "Rule")
    )


def _starts_sentence(lexemes: Sequence[Lexeme], at: int) -> bool:
    return lexemes[at].line or at == 0 or lexemes[at - 1].text in _OPENERS


def _plural(piece: Lexeme) -> bool:
    return piece.kind == "word" and not piece.capitalised and piece.low.endswith("s") and len(piece.low) > 3


def _is_time_word(word: str) -> bool:
    return word in MONTHS or word in WEEKDAYS
