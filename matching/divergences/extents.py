"""How far a telling says something holds: for all or for some, in one place or everywhere, for now or for good.

Each reading finds one phrase; a telling in which both sides of a question stand ("all of them", "most of them") has no
reading of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.records import Span
from matching.divergences.telling import Telling
from matching.words import root, words_of

# Content words after a quantifier among which the head of what is counted is looked for.
_HEAD = 4


@dataclass(frozen=True, slots=True)
class Extent:
    """`side` names the reading; `heads` are the roots of the words it is said of."""

    question: str
    side: str
    span: Span
    heads: frozenset[str]


_QUESTIONS: tuple[tuple[str, tuple[tuple[str, re.Pattern[str]], ...]], ...] = (
    (
        "quantity",
        (
            (
                "all",
                re.compile(
                    r"(?<!\balmost )(?<!\bnearly )(?<!\bvirtually )(?<!\bnot )(?<!\bin )(?<!\bat )(?<!\babove )"
                    r"(?<!\bafter )"
                    r"(?<!\bfirst of )(?<!\bbest of )"
                    r"\b(?:all(?! but| right| but one)|every(?! day| week| year| month| hour| time)|"
                    r"each|everyone|"
                    r"everybody|the (?:whole|entire)|without exception|of any age|any age)\b(?! else)"
                ),
            ),
            (
                "some",
                re.compile(
                    r"\b(?:almost all|nearly all|virtually all|most(?! of the time)(?= \w)|some of|many of|"
                    r"several of|a few of|part of|parts of|"
                    r"only(?: those| some| the)?|half (?:of )?(?:the|its|his|her|their)|the majority|"
                    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) of (?:the|its|his|her|their)|"
                    r"senior|under (?:six|ten|twelve|sixteen|eighteen|\d+)|elderly|pensioners|certain|selected|"
                    r"the (?:rest|others?|remaining)(?! of the))\b"
                ),
            ),
        ),
    ),
    (
        "area",
        (
            (
                "everywhere",
                re.compile(
                    r"\b(?:nationwide|countrywide|across the (?:whole |entire )?(?:country|nation|land|region|"
                    r"continent)|"
                    r"throughout the (?:country|nation|region)|(?:the|its) (?:whole|entire) (?:country|nation|"
                    r"coast|region|network)|"
                    r"all over the country|in every (?:region|province|district|county|state)|national(?:ly)?)\b"
                ),
            ),
            (
                "somewhere",
                re.compile(
                    r"\b(?:in the (?:city|town|village|capital|district|province|county) (?:of|[a-z]+ )|"
                    r"in one (?:city|town|region|district|province)|"
                    r"(?:in|of) (?=the capital\b)|local(?:ly)?|in the (?:north|south|east|west)\b|in \w+ (?:bay|"
                    r"city|county|district|province|valley)\b)"
                ),
            ),
        ),
    ),
    (
        "duration",
        (
            ("for good", re.compile(r"\b(?:for good|permanent(?:ly)?|for ever|forever|indefinitely|for life)\b")),
            (
                "for a time",
                re.compile(
                    r"\b(?:temporar(?:y|ily)|for the (?:coming |next |rest of the )?(?:season|year|month|week|"
                    r"summer|winter)|"
                    r"for (?:a|one|two|three|four|five|six|\d+) (?:days?|weeks?|months?|years?|seasons?)|until \w+)\b"
                ),
            ),
        ),
    ),
)


def extents_of(telling: Telling) -> tuple[Extent, ...]:
    """At most one for each question."""
    found: list[Extent] = []
    for question, sides in _QUESTIONS:
        read = [
            (side, match) for side, pattern in sides for match in [pattern.search(telling.low)] if match is not None
        ]
        if len(read) == 1:
            side, match = read[0]
            found.append(Extent(question, side, telling.span(*match.span()), _heads(telling, match.end())))
    return tuple(found)


def _heads(telling: Telling, at: int) -> frozenset[str]:
    content = [word for word in words_of(telling.text, at, len(telling.text)) if word.is_content]
    return frozenset(root(word.stem) for word in content[:_HEAD])
