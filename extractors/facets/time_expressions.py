"""Where a text names a time: expressions found by their form alone, not yet resolved to days.

    find_expressions(text) -> (Expression(start, end, kind, parts), ...)     in reading order, never overlapping

`kind` says which rule of `extractors.facets.time_rules` resolves it; `parts` are the named pieces of the pattern, in
lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from extractors.facets.time_patterns import PATTERNS
from extractors.facets.time_signs import REACH, places_of


@dataclass(frozen=True, slots=True)
class Expression:
    start: int
    end: int
    kind: str
    parts: Mapping[str, str]


_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in PATTERNS)

# A day's or month's name inside a longer name is no time.
_NAME_BEFORE = re.compile(
    r"\b(?:Black|Good|Bloody|Super|Ash|Palm|Cyber|Easter|Giving|Holy|Maundy|Shrove|Fat|Ruby|Casual|Spy|Whit|Blue|"
    r"Clean|Sheffield|Theresa|Brian|Elaine|Imelda|Fredric|Man)\s$"
)
_NAME_AFTER = re.compile(
    r"^\s(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Tribune|Night Live|Agreement|Night Lights|Review|People|"
    r"Sun|World|Star|Night Football|Group|Club|Movement|School)\b"
)
# "The September 11 attacks" name one event, whatever year it is now.
_NAMED_DAY = re.compile(
    r"^\s(?:attacks?|terror|terrorist|hijack\w*|conspirac\w+|victims?|families|survivors|widows?|memorials?|museum|"
    r"commemorations?|anniversary|Massacre|Revolution|Movement)\b"
)
# “News Sunday” in quotation marks is what something is called.
_TITLE_BEFORE = re.compile(r"[\"“'‘](?:[A-Z][\w.&'’-]*\s){1,4}$")
_TITLE_AFTER = re.compile(r"[,.]?[\"”'’](?!s\b)")
_TITLE_REACH = 60  # code points before a day in which the opening mark is looked for
# "Temperatures in the 90s" are degrees, "unemployment in the mid-30s" is percent.
_WEATHER = re.compile(
    r"\b(?:temperatures?|degrees|highs|lows|mercury|heat|unemployment|inflation|rates?|percent|approval|ratings?|polls?)\b",
    re.IGNORECASE,
)
_WEATHER_REACH = 60  # code points before a decade in which such a word is looked for
_PATH = re.compile(r"[\w/=?&.-]*/$")


# "It will open in ten days" names a day; "it was built in ten days" tells how long, "the first in ten days" looks back.
_AHEAD = re.compile(
    r"(?:\b(?:will|won['’]t|shall|going\sto|due|set\sto|scheduled|expected\sto|plans?\sto|hopes?\sto|(?:is|are)\sto|"
    r"begins?|starts?|opens?|expires?|resumes?)|['’]ll)\s[^.;:!?\n]*$",
    re.IGNORECASE,
)
_AHEAD_REACH = 80  # code points before a stretch of time in which such a word is looked for
_RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)|last|only|most|least|times?|takes?|[a-z]{3,}est)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)  # asked twice of every text, for its times and for its numbers that are none
def find_expressions(text: str) -> tuple[Expression, ...]:
    """Every expression of time in `text`; of two that overlap the earlier wins, then the longer, then the table's
    order.
    """
    found: list[tuple[int, int, int, Expression]] = []
    places = places_of(text)
    for rank, (kind, pattern) in enumerate(_COMPILED):
        for match in _beginning_in(places[kind], pattern, text):
            parts = {name: _in_singular(value) for name, value in match.groupdict().items() if value}
            start = match.start()
            if not _is_name(text, start, match.end(), kind):
                expression = _tidied(text, Expression(start, match.end(), kind, MappingProxyType(parts)))
                found.append((expression.start, -expression.end, rank, expression))
    found.sort(key=lambda item: item[:3])
    kept: list[Expression] = []
    for _, _, _, expression in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return tuple(kept)


def _beginning_in(places: Sequence[tuple[int, int]], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Those that `pattern.finditer(text)` gives, if all of them begin in `places`."""
    after = 0
    for start, end in places:
        for match in pattern.finditer(text, max(start, after), end + REACH):
            if match.start() >= end:
                break
            after = match.end()
            yield match


def _in_singular(part: str) -> str:
    return part.lower().rstrip(".").replace("centurie", "century")


def _is_name(text: str, start: int, end: int, kind: str) -> bool:
    before, after = text[max(0, start - 12) : start], text[end : end + 16]
    if kind in ("weekday", "month", "which_month", "recurring") and (
        _NAME_BEFORE.search(before) or _NAME_AFTER.match(after)
    ):
        return True
    if (
        kind == "weekday"
        and _TITLE_BEFORE.search(text[max(0, start - _TITLE_REACH) : start])
        and _TITLE_AFTER.match(after)
    ):
        return True
    if kind == "decade" and _WEATHER.search(text[max(0, start - _WEATHER_REACH) : start]):
        return True
    if kind == "date" and _NAMED_DAY.match(after):
        return True
    if kind == "in_days":
        ahead = _AHEAD.search(text[max(0, start - _AHEAD_REACH) : start])
        return ahead is None or bool(_RANKED.search(ahead.group()))
    return bool(_PATH.search(before.rsplit(" ", 1)[-1])) and kind in (
        "iso",
        "year",
        "years",
        "season_year_pair",
    )


_LEAD = re.compile(
    r"(?:(?:in|at|over|within|by|during|of|for|to|through|throughout|back in|and|or|than|from|since|until|till|before|"
    r"after|between|around|circa|on|fiscal(?: year)?|financial year|pre-|post-|most of|much of|rest of|an?|its|their|"
    r"his|her|that|"
    r"the(?!\s(?:end|start|beginning|middle)\sof))\b|['’]s|\()\s?",
    re.IGNORECASE,
)


_LED = frozenset(
    {"month", "year", "early_year", "short_year", "season", "past_span", "weekend", "in_days", "day_of_month"}
)


def _tidied(text: str, expression: Expression) -> Expression:
    """The expression without the preposition that showed it to be a time, and without closing marks."""
    start, end = expression.start, expression.end
    if expression.kind == "date" and text[start : start + 4].lower() == "the ":
        start += 4
    if expression.kind in _LED and not (expression.kind == "past_span" and text[start : start + 3].lower() == "the"):
        lead = _LEAD.match(text[start:end])
        start += lead.end() if lead else 0
    if expression.kind == "described_year":
        start = end - len(expression.parts["year"])  # the adjective between owner and year tells no time
    closed = "(" in text[start:end]
    while end > start + 1 and (text[end - 1].isspace() or (text[end - 1] == ")" and not closed)):
        end -= 1
    return Expression(start, end, expression.kind, expression.parts)
