"""Whom "the minister" means: those the article gives a role, and where it calls them by it.

Holders            the persons of an article by role
described_namings  every "the minister" of the article that has a holder, so that a later "he" may mean them
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractors.speakers.names import Names
from extractors.speakers.persons import Naming, Person
from extractors.speakers.words import collectives, epithets, roles

LOOK_BACK = 60
"""Namings looked back on for the holder of a role."""

NOT_THE_HOLDER = re.compile(
    r"(?:the|this|that)\s(?:late|other|same|next|first|second|last|two|three|new|newly|then|only|entire)\b",
    re.IGNORECASE,
)
COMPLEMENT = re.compile(
    r"\s(?:of|for|at|in|from|on|to|with|who|whose|investigating|probing|leading|vying|running|charged)\s"
)
FORMER = re.compile(r"(?:the|this|that)\s(?:former|onetime|ex-?)\b", re.IGNORECASE)
_DESCRIPTION = re.compile(r"\b[Tt]he\s((?:[\w’'-]+\s){0,2}?)([a-z][a-z-]+)\b(?!\s(?:of|for|to|in|[A-Z])|[-’'])")


class Holders:
    """Who holds which role in one article."""

    def __init__(self, names: Names) -> None:
        self._present: dict[str, list[Person]] = {}
        self._former: dict[str, list[Person]] = {}
        for person in names.people.all:
            for role in person.roles:
                self._present.setdefault(role, []).append(person)
            for role in person.former:
                self._former.setdefault(role, []).append(person)

    def known(self, role: str) -> bool:
        return role in self._present

    def of(self, role: str) -> Sequence[Person]:
        """Everybody who holds a role, in order of their first naming."""
        return self._present.get(role, ())

    def meant(self, phrase: str, role: str, position: int, namings: Sequence[Naming]) -> Person | None:
        """Whom a definite description at an offset means.

        What else it says must not contradict what the article says of them ("the chairman of the port"). Of several
        that fit, the one named most often so far, then the one named last; the first named later where none was yet.
        """
        if NOT_THE_HOLDER.match(phrase):
            return None
        former = FORMER.match(phrase) is not None
        holders = list(self._former.get(role, ()) if former else self.of(role))
        if role in epithets():
            before = {id(naming.person) for naming in namings[: bisect_left(namings, position, key=_start_of)]}
            holders = [person for person in holders if id(person) in before]
        complement = COMPLEMENT.search(phrase)
        told = telling_words(phrase[complement.end() :]) if complement else set()
        told = {word for word in told if word not in collectives()} or told
        wanted = telling_words(phrase) - {role}
        if told:
            holders = [person for person in holders if shares(told, person.described)]
        elif former and not holders:
            holders = [one for one in self.of(role) if shares(wanted, one.described)]
        else:
            holders = [person for person in holders if shares(wanted, person.described)] or holders
        if len(holders) < 2:
            return holders[0] if holders else None
        return _most_named(holders, position, namings)


def described_namings(text: str, holders: Holders, namings: Sequence[Naming]) -> Iterator[Naming]:
    """The places where a description names a holder, in order; none inside a naming."""
    for found in _DESCRIPTION.finditer(text):
        role = found.group(2)
        if role not in roles() or not holders.known(role):
            continue
        at = bisect_left(namings, found.end(), key=_start_of) - 1
        if at >= 0 and namings[at].end > found.start():
            continue
        person = holders.meant(found.group(), role, found.start(), namings)
        if person is not None:
            yield Naming(found.start(), found.end(), person, found.start())


def shares(words: set[str], described: set[str]) -> bool:
    """Whether a word is among those a person is described with, abbreviated ("Ariz") or not."""
    return any(form in described for word in words for form in (word, word[:3], word[:4], word[:5]))


def telling_words(phrase: str) -> set[str]:
    words = {word.lower() for word in re.findall(r"[\w’'-]{4,}|\b[A-Z]{2,3}\b", phrase)}
    return words - {"former", "this", "that"}


def _start_of(naming: Naming) -> int:
    return naming.start


def _most_named(holders: Sequence[Person], position: int, namings: Sequence[Naming]) -> Person | None:
    at = bisect_left(namings, position, key=_start_of)
    counts: dict[int, int] = {}
    lasts: dict[int, int] = {}
    for naming in namings[max(0, at - LOOK_BACK) : at]:
        counts[id(naming.person)] = counts.get(id(naming.person), 0) + 1
        lasts[id(naming.person)] = naming.start
    named = [person for person in holders if id(person) in counts]
    if not named:
        known = {id(person) for person in holders}
        return next((naming.person for naming in namings[at : at + LOOK_BACK] if id(naming.person) in known), None)
    return max(named, key=lambda person: (counts[id(person)], lasts[id(person)]))
