"""The organisations an article names: full names, acronyms, and what "the committee" or "the company" may call them.

A name of several runs is one organisation where its first run ends in a noun for one: "House Select Committee" + "on" +
"Harbour Safety". Words of the name, and its apposition, say which descriptions fit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.speakers.capitals import Word, head_noun, is_organisation, is_title
from extractors.speakers.words import (
    collectives,
    given_names,
    openers,
    organisation_kinds,
    places,
    plural_roles,
    roles,
    titles,
)

_ACRONYM = re.compile(r"\(\s?(?:the\s|or\s|also known as\s)?[“\"]?((?:[A-Z]\.?){2,8})[”\"]?,?\s?\)")
_APPOSED = re.compile(r",\s(?:an?|the)\s([^,.;:—\n]{3,90})[,.;:—\n]")
_JOIN = re.compile(r"\s(?:of|for|on|of the|for the|on the|to the)\s")
_AND = re.compile(r",?\s(?:and|&)\s")
_AND_OR_JOIN = re.compile(rf"{_AND.pattern}|{_JOIN.pattern}")

_OF_PLACES = re.compile(r"(?:ans?|ish|ese|ists?|ers|ats|ics?)$|^[A-Z]-")
"""Endings of what somebody is of, such as "American", and "R-Ohio"."""

MOST_NAMINGS_BACK = 40
"""Organisation names looked back on for a description. A description of an organisation seldom reaches farther."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A name of possibly several runs, "of" and "and" between taken in."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Organisation:
    """`nouns` are the descriptions that fit, in small letters; `known` is False for a name nothing shows to be one."""

    name: str
    known: bool
    nouns: set[str] = field(default_factory=set)
    named: int = 0


@dataclass(frozen=True, slots=True)
class OrganisationNaming:
    start: int
    end: int
    organisation: Organisation


class Organisations:
    """The organisations of one article by name, acronym and description."""

    def __init__(self, namings: Sequence[OrganisationNaming], acronyms: dict[str, str]) -> None:
        self.namings = tuple(namings)
        self._acronyms = acronyms
        self._names = {naming.organisation.name for naming in namings if naming.organisation.known}
        self._by_initials: dict[str, set[str]] = {}
        for naming in namings:
            name = naming.organisation.name
            if naming.organisation.known and " " in name:
                initials = "".join(word[0] for word in name.split() if word[0].isupper())
                self._by_initials.setdefault(initials, set()).add(name)

    def spelled_out(self, short: str) -> str | None:
        """The long form of an acronym: the one given with it, or the only organisation of these initials."""
        if short in self._acronyms:
            return self._acronyms[short]
        fitting = self._by_initials.get(short, set())
        return next(iter(fitting)) if len(fitting) == 1 else None

    def full_name(self, name: str) -> str:
        """The only longer name of the article that goes on from this one with nouns for organisations, or the name.

        "BuzzFeed" beside "BuzzFeed News", "Treasury" beside "Treasury Department".
        """
        longer = {
            one
            for one in self._names
            if one.startswith(f"{name} ")
            and all(collectives().get(word.lower()) == "organisation" for word in one[len(name) :].split())
        }
        return next(iter(longer)) if len(longer) == 1 else name

    def at(self, start: int) -> OrganisationNaming | None:
        """The naming that begins at an offset."""
        i = bisect_left(self.namings, start, key=lambda naming: naming.start)
        return self.namings[i] if i < len(self.namings) and self.namings[i].start == start else None

    def described(self, noun: str, before: int, among: Iterable[str] = ()) -> Organisation | None:
        """Which organisation "the <noun>" means at an offset.

        First those whose own name or apposition holds the noun, then those the noun may call, the most often named of
        the last ones. `among` are words that tell them apart ("the Senate committee"). None if nothing fits.
        """
        last = bisect_left(self.namings, before, key=lambda naming: naming.start)
        near = [naming.organisation for naming in self.namings[max(0, last - MOST_NAMINGS_BACK) : last]]
        wanted = [word.lower() for word in among if word[:1].isupper()]
        if wanted:
            near = [one for one in near if all(word in one.name.lower() for word in wanted)]
        own = [one for one in reversed(near) if noun in one.nouns]
        if own:
            return own[0]
        words = organisation_kinds().get(noun, frozenset())
        called = [one for one in near if _may_be_called(one, words)]
        if not called:
            return None
        often = max(one.named for one in called)
        return next(one for one in reversed(called) if one.named == often)


def _may_be_called(one: Organisation, words: frozenset[str]) -> bool:
    parts = one.name.split()
    if {part.lower().strip(".") for part in parts} & words:
        return True
    if (
        "ACRONYM" in words
        and len(parts) == 1
        and one.name not in places()
        and parts[0].replace(".", "").isupper()
        and len(parts[0]) > 2
    ):
        return True
    return "PLAIN" in words and not one.known and one.named > 1


def read_organisations(
    text: str, runs: Sequence[Sequence[Word]], persons: Iterable[tuple[int, int]], speaking: frozenset[int]
) -> Organisations:
    """Organisations among `runs` that overlap none of `persons`, both in order of their offsets.

    A run that no noun shows to be an organisation is kept as a possible one if `speaking` holds its end: a speaker that
    is no person.
    """
    taken = sorted(persons)
    starts = [start for start, _ in taken]
    found: dict[str, Organisation] = {}
    namings: list[OrganisationNaming] = []
    acronyms = _acronyms(text)
    end = 0
    for i, run in enumerate(runs):
        if run[0].start < end or _overlaps(run, taken, starts):
            continue
        stretch, known = _stretch(text, runs, i)
        words = stretch.text.split()
        if stretch.end == run[-1].end and (
            words[-1].lower() in plural_roles()
            or words[-1].lower() in roles()
            or collectives().get(words[-1].lower()) == "group"
        ):
            continue
        plain = len(words) <= 3 and not (set(words) & openers()) and words[-1] not in titles()
        if len(words) == 1 and _OF_PLACES.search(words[0]) and stretch.end not in speaking:
            continue
        if not known and (stretch.text in places() or not plain):
            continue
        end = stretch.end
        name = acronyms.get(stretch.text.replace(".", ""), stretch.text)
        one = found.setdefault(name, Organisation(name, known))
        one.named += 1 + (2 if stretch.end in speaking else 0)
        one.nouns |= {word.lower() for word in words} & collectives().keys() if known else set()
        apposed = _APPOSED.match(text, stretch.end, stretch.end + 110)
        if apposed is not None and collectives().get(noun := head_noun(apposed.group(1))) == "organisation":
            one.nouns.add(noun)
        namings.append(OrganisationNaming(stretch.start, stretch.end, one))
    return Organisations(namings, acronyms)


def _overlaps(run: Sequence[Word], taken: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    at = bisect_left(starts, run[-1].end) - 1
    return at >= 0 and taken[at][1] > run[0].start


def _stretch(text: str, runs: Sequence[Sequence[Word]], i: int) -> tuple[Stretch, bool]:
    """The name that begins with run `i`, the runs that "of", "for" or "on" hang on it taken in."""
    run = runs[i]
    words = [word.text for word in run]
    known = is_organisation(words)
    start, end = run[0].start, run[-1].end
    if collectives().get(words[-1].lower()) == "organisation" and len(words[-1]) > 3:
        between: re.Pattern[str] = _JOIN
        for following in runs[i + 1 : i + 4]:
            gap = text[end : following[0].start]
            if not between.fullmatch(gap):
                break
            words = [word.text for word in following]
            if _AND.fullmatch(gap) and (is_organisation(words) or words[0] in given_names() or is_title(words[0])):
                break
            end = following[-1].end
            between = _AND_OR_JOIN
    return Stretch(" ".join(text[start:end].split()), start, end), known


def _acronyms(text: str) -> dict[str, str]:
    """Short forms given in brackets behind the long form: "North Atlantic Treaty Organization (NATO)"."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        letters = match.group(1).replace(".", "")
        before = re.findall(r"[\w’'&.-]+", text[max(0, match.start() - 20 * len(letters)) : match.start()])
        for size in range(len(letters), min(len(before), 2 * len(letters)) + 1):
            words = before[-size:]
            initials = "".join(w[0] for w in words if w[0].isupper())
            if words[0][0].isupper() and initials == letters:
                found[letters] = " ".join(words)
                break
    return found
