"""Rates: "$15 an hour", "20 flights a day", "two deaths per 100,000". The base joins the unit: "USD_per_hour"."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.facets.lexing import Lexeme
from extractors.facets.number_reading import DASHES
from extractors.word_lists import word_set

_PERIODS = word_set("second minute hour day night week month quarter season year decade")
# What prices and outputs are given for with an article. "Per" takes any noun.
_GOODS = word_set(
    "barrel tonne ton ounce pound kilogram kilo kg litre liter gallon pint bottle pack share unit dose vial ticket "
    "person head household pupil student patient vote seat room mile kilometre kilometer acre game match shift session"
)
_SPELLINGS = {"liter": "litre", "kilometer": "kilometre", "kilo": "kilogram", "kg": "kilogram"}
# "A day after the vote", "a year ago" name a time.
_NAMES_A_TIME = word_set("ago later earlier before after from")


def read_rate(lexemes: Sequence[Lexeme], at: int) -> tuple[str | None, int]:
    """The base at `lexemes[at]`, such as "hour" or "100000", and the index behind it; None and `at` if none."""
    if at + 1 >= len(lexemes) or lexemes[at].line:
        return None, at
    joint = [one.low for one in lexemes[at : at + 3]] if at + 3 < len(lexemes) else []
    hyphened = joint in (["-", "a", "-"], ["-", "an", "-"])
    if hyphened and lexemes[at + 3].low in _PERIODS:
        return lexemes[at + 3].low, at + 4  # "a $400-million-a-year business"
    opener, base = lexemes[at].low, lexemes[at + 1]
    follows = lexemes[at + 2].low if at + 2 < len(lexemes) else ""
    if opener == "per" and base.kind == "digits":
        return base.text.replace(",", ""), at + 2
    if opener == "per" and base.kind == "word" and base.low not in ("cent", "se", "capita"):
        return _SPELLINGS.get(base.low, base.low), at + 2
    if follows == "from" and at + 3 < len(lexemes) and lexemes[at + 3].low not in ("now", "today", "then"):
        follows = ""
    named = base.low in _PERIODS or (opener in ("a", "an") and base.low in _GOODS)
    if opener in ("a", "an", "each", "every") and named and follows not in _NAMES_A_TIME and follows not in DASHES:
        return _SPELLINGS.get(base.low, base.low), at + 2
    return None, at
