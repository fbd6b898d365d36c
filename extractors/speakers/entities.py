"""The record of one speaker while an article is read, and the article's speakers so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.records import Span, SpeakerType
from extractors.speakers.persons import Person
from extractors.speakers.words import PRONOUNS


@dataclass(slots=True)
class Entity:
    """One speaker: `person` is set where the article knows them by name."""

    name: str
    type: SpeakerType
    anonymous: bool
    person: Person | None = None
    mentions: set[Span] = field(default_factory=set)

    @property
    def has_own_name(self) -> bool:
        """Whether the name is one in capitals: "Harbour Act", not "the report", nor "Documents" opening a sentence."""
        if self.name.startswith(("The ", "A ", "An ", "This ", "That ")) or not self.name[:1].isupper():
            return False
        first, *rest = self.name.split()
        return any(word[:1].isupper() for word in rest) or (not rest and not first.endswith("s"))

    @property
    def is_named(self) -> bool:
        """Whether others can be named after this one: somebody or something with a name of their own."""
        named = self.name.removeprefix("The ")[:1].isupper() and self.name.lower() not in PRONOUNS
        return named and not self.anonymous and self.type in ("person", "organisation", "unknown")


class Entities:
    """Speakers by what makes two mentions one: the person, or type and name."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Entity] = {}
        self._persons: dict[int, Entity] = {}

    def of_person(self, person: Person) -> Entity:
        return self._persons.setdefault(id(person), Entity(person.name, "person", False, person))

    def of_name(self, name: str, kind: SpeakerType) -> Entity:
        return self.shared(Entity(name, kind, False))

    def shared(self, entity: Entity) -> Entity:
        """The speaker of this type and name, `entity` itself where it is the first."""
        key = (entity.type, entity.name.lower().removeprefix("the "))
        return self._known.setdefault(key, entity)
