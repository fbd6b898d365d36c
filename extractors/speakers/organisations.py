"""The organisations an article names: full names, acronyms, and what "the committee" or "the company" may call them.

A name of several runs is one organisation where its first run ends in a noun for one: "House Select Committee" + "on" +
"Harbour Safety". Words of the name, and its apposition, say which descriptions fit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.speakers.capitals import Word, head_noun, head_phrase_end, is_organisation, is_title
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
_APPOSED = re.compile(r",\s(?:an?\s([^,.;:—\n]{3,160})|the\s([^,.;:—\n]{3,90}))[,.;:—\n]")
_GOES_ON = re.compile(r"\s(?:of|for|in|that|which|behind)\s|$")
_KIND_BEFORE = re.compile(r"(?:^|\s)([a-z-]+)\s$")
_JOIN = re.compile(r"\s(?:of|for|on|of the|for the|on the|to the)\s")
_AND = re.compile(r",?\s(?:and|&)\s")
_AND_OR_JOIN = re.compile(rf"{_AND.pattern}|{_JOIN.pattern}")

_OF_PLACES = re.compile(r"(?:ans?|ish|ese|ists?|ers|ats|ics?)$|^[A-Z]-")
"""Endings of what somebody is of, such as "American", and "R-Ohio"."""

APPOSITION_REACH = 180
"""Code points after a name in which its apposition must end."""

LONGEST_KIND = 30
"""Code points before a name in which the noun for what it is stands: "the advocacy group"."""

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
    """`nouns` are those in its name, `told` those the article calls it by ("Harbour Watch, a group in Ghent"), in small
    letters; `known` is False for a name that shows by itself no organisation.
    """

    name: str
    known: bool
    nouns: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
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
        """The only longer name of the article that this one is short for, or the name.

        It goes on with nouns for organisations ("BuzzFeed" beside "BuzzFeed News", "Treasury" beside "Treasury
        Department"), or ends with all of a name of several words ("Ethics Committee" beside "Senate Ethics Committee").
        """
        longer = {
            one
            for one in self._names
            if (
                one.startswith(f"{name} ")
                and all(collectives().get(word.lower()) == "organisation" for word in one[len(name) :].split())
            )
            or (" " in name and one.endswith(f" {name}"))
        }
        return next(iter(longer)) if len(longer) == 1 else name

    def at(self, start: int) -> OrganisationNaming | None:
        """The naming that begins at an offset."""
        i = bisect_left(self.namings, start, key=lambda naming: naming.start)
        return self.namings[i] if i < len(self.namings) and self.namings[i].start == start else None

    def described(self, noun: str, before: int, since: int, among: Iterable[str] = ()) -> Organisation | None:
        """Which organisation "the <noun>" means at an offset, in a sentence that begins at `since`.

        First those whose own name or apposition holds the noun, then those called by a noun of like meaning ("the
        group" for "an organisation"), then those the noun may call: the last of the sentence, if their names show what
        they are, or else the most often named of the last ones. `among` are words that tell them apart ("the Senate
        committee"). None if nothing fits.
        """
        last = bisect_left(self.namings, before, key=lambda naming: naming.start)
        first = bisect_left(self.namings, since, key=lambda naming: naming.start)
        near = [naming.organisation for naming in self.namings[max(0, last - MOST_NAMINGS_BACK) : last]]
        wanted = [word.lower() for word in among if word[:1].isupper()]
        if wanted:
            near = [one for one in near if all(word in one.name.lower() for word in wanted)]
        words = organisation_kinds().get(noun, frozenset())
        own = [one for one in reversed(near) if noun in one.nouns or noun in one.told]
        alike = [one for one in reversed(near) if words and any(organisation_kinds().get(n) == words for n in one.told)]
        if own or alike:
            return (own or alike)[0]
        called = [one for one in near if _may_be_called(one, words)]
        beside = [naming.organisation for naming in self.namings[first:last] if naming.organisation.known]
        if not called:
            return None
        if "PLAIN" not in words and any(one in called for one in beside):
            return next(one for one in reversed(beside) if one in called)
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
    text: str,
    runs: Sequence[Sequence[Word]],
    persons: Iterable[tuple[int, int]],
    speaking: frozenset[int],
    bodies: frozenset[str],
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
    told = _told(text, runs)
    end = 0
    for i, run in enumerate(runs):
        if run[0].start < end or _overlaps(run, taken, starts):
            continue
        stretch, known = _stretch(text, runs, i)
        kinds = told.get(stretch.text, set())
        body = stretch.text in bodies - places() and not _is_of_people(stretch)
        known = known or body
        if not (known or kinds) and not _is_plain(stretch):
            continue
        if not (kinds or body) and _is_description(stretch, run, speaking):
            continue
        end = stretch.end
        name = acronyms.get(stretch.text.replace(".", ""), stretch.text)
        one = found.setdefault(name, Organisation(name, known or bool(kinds)))
        one.named += 1 + (2 if stretch.end in speaking else 0)
        one.nouns |= {word.lower() for word in stretch.text.split()} & collectives().keys() if known else set()
        one.told |= kinds
        namings.append(OrganisationNaming(stretch.start, stretch.end, one))
    return Organisations(namings, acronyms)


def _is_plain(stretch: Stretch) -> bool:
    """Whether a name that no noun shows to be an organisation's may be one."""
    words = stretch.text.split()
    opens = bool(set(words) & openers()) or words[-1] in titles()
    return len(words) <= 3 and not opens and stretch.text not in places()


def _is_of_people(stretch: Stretch) -> bool:
    last = stretch.text.split()[-1].lower()
    return last in plural_roles() or collectives().get(last) in ("group", "document") or bool(_OF_PLACES.search(last))


def _is_description(stretch: Stretch, run: Sequence[Word], speaking: frozenset[int]) -> bool:
    """Whether the capitals are those of people ("House Democrats"), or of what somebody is of ("American")."""
    words = stretch.text.split()
    last = words[-1].lower()
    people = last in plural_roles() or last in roles() or collectives().get(last) == "group"
    of = len(words) == 1 and _OF_PLACES.search(words[0]) is not None and stretch.end not in speaking
    return of or (people and stretch.end == run[-1].end)


def _told(text: str, runs: Sequence[Sequence[Word]]) -> dict[str, set[str]]:
    """The nouns for organisations that the article calls names by: "Harbour Watch, a group in Ghent"."""
    found: dict[str, set[str]] = {}
    for run in runs:
        start, end = run[0].start, run[-1].end
        apposed = _APPOSED.match(text, end, end + APPOSITION_REACH)
        before = _KIND_BEFORE.search(text, max(0, start - LONGEST_KIND), start)
        nouns = (_head(apposed) if apposed else "", before.group(1) if before else "")
        kinds = {noun for noun in nouns if collectives().get(noun) == "organisation"}
        if kinds and (len(run) > 1 or run[0].text not in openers()):
            found.setdefault(" ".join(text[start:end].split()), set()).update(kinds)
    return found


def _head(apposed: re.Match[str]) -> str:
    """The head noun of an apposition; "In July, the group left" has none."""
    indefinite, definite = apposed.groups()
    if definite and not _GOES_ON.match(definite, head_phrase_end(definite)):
        return ""
    return head_noun(indefinite or definite)


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
