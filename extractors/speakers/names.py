"""All names of an article, read once: people, organisations, and who holds which role where.

text -> runs of capitals -> titles off -> people -> what is left: organisations
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.speakers.capitals import Word, is_title, runs, strip_titles
from extractors.speakers.organisations import Organisations, read_organisations
from extractors.speakers.people import MOST_NAME_WORDS, read_people
from extractors.speakers.persons import Naming, People, Person, TitledRun
from extractors.speakers.shouting import in_names
from extractors.speakers.words import given_names, offices, openers, titles


@dataclass(frozen=True, slots=True)
class Names:
    """`namings` are the places where people are named, in order."""

    people: People
    namings: tuple[Naming, ...]
    organisations: Organisations

    def within(self, start: int, end: int, most: int) -> list[Naming]:
        """The first `most` namings that lie in a stretch of text."""
        first = bisect_left(self.namings, start, key=lambda naming: naming.start)
        return [naming for naming in self.namings[first : first + most] if naming.end <= end]

    def inside(self, offset: int) -> bool:
        """Whether an offset lies within a name."""
        at = bisect_left(self.organisations.namings, offset, key=lambda naming: naming.start) - 1
        return at >= 0 and self.organisations.namings[at].end > offset

    def holders(self, role: str) -> list[Person]:
        """Whom the article gives a role, in order of their first naming."""
        return [person for person in self.people.all if role in person.roles]


def read_names(text: str, speaking: frozenset[int] = frozenset(), bodies: frozenset[str] = frozenset()) -> Names:
    """All names of an article; for `speaking` and `bodies` see `extractors.speakers.people.read_people`."""
    found = [part for run in runs(text) for part in in_names(run)]
    capitals = {word.text.lower() for run in found for word in run[:1]}
    small = {word for word in _small_words(text) if word in capitals}
    cut = [_without_opener(text, run, small) for run in found]
    titled = [TitledRun(tuple(t), tuple(n)) for run in cut for t, n in [strip_titles(run)] if len(n) > 0]
    short = [run for run in titled if len(run.name) <= MOST_NAME_WORDS]
    people, namings = read_people(text, short, speaking, bodies)
    taken = [(naming.start, naming.end) for naming in namings]
    organisations = read_organisations(text, [run for run in cut if run], taken, speaking, bodies)
    return Names(people, namings, organisations)


_OFFICE_OF = re.compile(r"(?i:secretary|minister|department|ministry|chancellor|chief)\sof\s(?:the\s)?$")


def _small_words(text: str) -> set[str]:
    return {word for word in text.split() if word.isalpha() and word.islower()}


def _without_opener(text: str, run: Sequence[Word], small: set[str]) -> list[Word]:
    """A run without the word that only opens its sentence, and without the field of an office ("of State")."""
    rest = list(run)
    while len(rest) > 1 and (rest[0].text in openers() or _only_opens(text, rest[0], small)):
        rest = rest[1:]
    given = next((i for i, word in enumerate(rest) if word.text in given_names()), 0)
    if 0 < given < len(rest) - 1 and text.endswith(" of ", 0, rest[0].start) and not is_title(rest[given - 1].text):
        return rest[given:]  # "attorney for the District of Norland Ann Lee"
    if (
        len(rest) > 1
        and rest[0].text in offices()
        and _OFFICE_OF.search(text, max(0, rest[0].start - 40), rest[0].start)
    ):
        left = [word for i, word in enumerate(rest) if any(w.text not in offices() for w in rest[: i + 1])]
        return left or rest
    return rest


def _only_opens(text: str, word: Word, small: set[str]) -> bool:
    before = text[max(word.start - 2, 0) : word.start].strip()
    opens = not before or before[-1] in '.!?“"‘:'
    return opens and word.text.lower() in small and word.text not in given_names() and word.text not in titles()
