"""Persons of an article and where it names them, as records.

Person      who bears a name, with what the article shows of them
Naming      one place where one is named
TitledRun   a run of capitals cut into titles and name
People      all of them, by any form of their name
pick        the one bearer of a name that gender and roles leave
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.speakers.capitals import Word
from extractors.speakers.words import Gender, formal_names, same_given_name


@dataclass(slots=True)
class Person:
    """`name` is the first full form in the article, or the last name where there is none.

    `leaning` is the evidence for a man minus that for a woman in titles, nouns and the given name; `hint` the same in
    pronouns that follow the name. `former` are roles the person is said to have had before. `titled` are the offsets of
    the titles and descriptions given with the name.
    """

    name: str
    first: str | None
    last: str
    words: tuple[str, ...] = ()
    leaning: int = 0
    hint: int = 0
    roles: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)
    described: set[str] = field(default_factory=set)
    titled: set[tuple[int, int]] = field(default_factory=set)

    @property
    def gender(self) -> Gender | None:
        """What most of the evidence says, None without any or on a tie."""
        evidence = self.leaning or self.hint
        return None if evidence == 0 else "m" if evidence > 0 else "f"

    def shows(self, gender: Gender | None) -> None:
        """Take one piece of evidence in."""
        self.leaning += {"m": 1, "f": -1, None: 0}[gender]


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where the article names a person; `name` is where the name begins behind titles."""

    start: int
    end: int
    person: Person
    name: int


@dataclass(frozen=True, slots=True)
class TitledRun:
    """A run of capitals cut into what titles its bearer and the name."""

    titled: tuple[Word, ...]
    name: tuple[Word, ...]


class People:
    """The persons of one article, found by any form of their name."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}

    def add(self, person: Person) -> Person:
        self.all.append(person)
        self._by_last.setdefault(person.last, []).append(person)
        if person.first is not None:
            self._by_first.setdefault(person.first, []).append(person)
        return person

    def by_last(self, last: str) -> Sequence[Person]:
        return self._by_last.get(last, ())

    def by_first(self, first: str) -> Sequence[Person]:
        """Those of this first name, or else those whose first name it is a short form of."""
        if first in self._by_first:
            return self._by_first[first]
        return [one for formal in sorted(formal_names().get(first, ())) for one in self._by_first.get(formal, ())]

    def bearer(self, words: Sequence[str]) -> Person | None:
        """The person whose name these two or more words are a form of."""
        known = self.by_last(words[-1])
        exact = [person for person in known if person.first == words[0]]
        if exact:
            return exact[0]
        ends = [person for person in known if len(person.words) > len(words) and person.words[-len(words) :] == words]
        if len(ends) == 1:
            return ends[0]
        alike = [person for person in known if person.first and same_given_name(person.first, words[0])]
        return alike[0] if len(alike) == 1 else None


def pick(bearers: Sequence[Person], gender: Gender | None, roles_said: frozenset[str] = frozenset()) -> Person | None:
    """The one bearer of a name that a title's gender and roles leave, None where several are left.

    Of several, a last name alone is that of the one who is only ever called by it: "Mr. Hale" beside "Ann Hale".
    """
    left = [person for person in bearers if not gender or person.gender in (gender, None)]
    for narrower in (
        [person for person in left if gender and person.gender == gender],
        [person for person in left if roles_said & person.roles],
        [person for person in left if person.first is None],
    ):
        if len(narrower) == 1:
            return narrower[0]
    return left[0] if len(left) == 1 else None
