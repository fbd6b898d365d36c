"""Whom an article describes first and names later: "A port official resigned on Monday. Ann Lee, who ...".

named_after  by the same noun with the name beside it: "a lawyer for the port" ... "The lawyer, Bob Ray,"
revealed     whom the opening of an article describes: the first who opens one of the next sentences
naming_at    who is named at an offset
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.records import Span
from extractors.speakers.capitals import head_noun
from extractors.speakers.persons import Naming, Person
from extractors.speakers.reference import Places
from extractors.speakers.words import epithets, plural_roles

REVEAL_REACH = 900
"""Code points after an unnamed spokesman in which news prose tells the name, if at all."""

LONGEST_OFFICE = 40
"""Code points of what a holder is told to be of: "The lawyer for the port, Bob Ray,"."""

LEAD = 400
"""Code points that open an article: only there is somebody described whose name is kept for a moment."""

REVEALING = 2
"""Sentences behind that opening in which the name then comes. In 159 articles, these and LEAD take five descriptions,
none of them of somebody else; without LEAD two more, of two who stay unnamed."""

_DEFINITE = re.compile(r"the\s(?!.*[’']s?\s)", re.IGNORECASE)
_ONE_OF = re.compile(r"one of\s", re.IGNORECASE)


def naming_at(namings: Sequence[Naming], start: int) -> Person | None:
    at = bisect_left(namings, start, key=lambda naming: naming.start)
    return namings[at].person if at < len(namings) and namings[at].start == start else None


def named_after(text: str, noun: str, source: Span, namings: Sequence[Naming]) -> Person | None:
    """Who "a spokesman for the port" turns out to be: "the spokesman, Bob Ray," shortly after."""
    after = re.compile(
        rf"(?:[Tt]he|[’']s) (?i:{re.escape(noun)})(?: (?:for|of|at) [^,;:]{{1,{LONGEST_OFFICE}}})?, (?=[A-Z])"
    )
    found = after.search(text, source.end, source.end + REVEAL_REACH)
    return None if found is None else naming_at(namings, found.end())


def revealed(source: Span, namings: Sequence[Naming], places: Places) -> Person | None:
    """Who opens a sentence behind the opening of the article, named in full and never before.

    "The official" tells of somebody known where anybody is named before; "the port's official" need not. A source stays
    unnamed, and "an official" is nobody who has a title: "Inspector Ann Lee".
    """
    noun = head_noun(source.exact)
    named = bool(namings) and namings[0].start < source.start
    known = named and _DEFINITE.match(source.exact) is not None
    if source.start > LEAD or known or noun == "source":
        return None
    _, end = places.sentence_range(source.start)
    for _ in range(REVEALING):
        start, stop = places.sentence_range(end)
        person = naming_at(namings, start)
        if person is not None and person.first is not None:
            first = next(naming for naming in namings if naming.person is person)
            has_title = first.name > first.start
            return person if first.start == start and not (has_title and noun == "official") else None
        end = stop
    return None


def is_one_of_people(phrase: str) -> bool:
    """Whether a phrase is "one of the senators", not "one of the companies"."""
    found = _ONE_OF.match(phrase)
    noun = head_noun(phrase[found.end() :]) if found else ""
    return noun in plural_roles() or noun.removesuffix("s") in epithets()
