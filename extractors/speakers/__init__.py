"""One identity for every speaker of an article, and the attribution records that point at it.

words      the word lists
names      who the article names: capitals, titles, appositions, acronyms
mentions   what one mention says by itself
reference  who a pronoun or description refers to
kinds      direct, mixed or indirect

`resolve(text, found, quotes)` goes through the attributions in reading order. A mention that nothing in the article
resolves keeps its own words as its name.

Not covered: first names of two bearers, "the two", nicknames, family relations ("her father"), and one identity across
articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.attribution.found import FoundAttribution
from extractors.records import Attribution, Quote, Span, Speaker, SpeakerType
from extractors.speakers.kinds import MarkPlaces
from extractors.speakers.mentions import Mention, head_end, read_mention
from extractors.speakers.names import Names, Naming, Person, read_names
from extractors.speakers.reference import REACH, Places, he_or_she
from extractors.speakers.words import Gender
from extractors.stance import stance_of

__all__ = ["Resolved", "resolve"]

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "themselves"})
IT = frozenset({"it", "its", "itself"})
FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """Attributions "a1", "a2", ... in the order they were found, speakers "s1", ... by their first mention in it."""

    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]


@dataclass(slots=True)
class _Entity:
    name: str
    type: SpeakerType
    anonymous: bool
    person: Person | None = None
    mentions: set[Span] = field(default_factory=set)


def resolve(text: str, found: Sequence[FoundAttribution], quotes: Sequence[Quote]) -> Resolved:
    """Attribution records of `found`, in the same order, with the article's speakers."""
    entities = _Resolution(text, found, quotes).entities()
    order = list({id(entity): entity for entity in entities if entity is not None}.values())
    speakers = {
        id(entity): Speaker(f"s{i}", entity.name, entity.type, entity.anonymous, tuple(sorted(entity.mentions)))
        for i, entity in enumerate(order, 1)
    }
    marks = MarkPlaces(text, quotes)
    attributions = tuple(
        Attribution(
            id=f"a{i}",
            kind=marks.kind_of(one.contents),
            spans=one.contents,
            speaker=None if entity is None else speakers[id(entity)],
            mention=one.source,
            cue=one.cue,
            stance=stance_of(one.cue.exact if one.cue else None),
            via=None if one.via is None else f"a{one.via + 1}",
            score=one.score,
            found_by=one.found_by,
        )
        for i, (one, entity) in enumerate(zip(found, entities, strict=True), 1)
    )
    return Resolved(attributions, tuple(speakers.values()))


class _Resolution:
    """The speakers of one article, found one after the other, since a pronoun leans on those before it."""

    def __init__(self, text: str, found: Sequence[FoundAttribution], quotes: Sequence[Quote]) -> None:
        self._text = text
        self._found = found
        self._places = Places(text, quotes)
        sources = [one.source for one in found if one.source]
        self._names: Names = read_names(text, frozenset(head_end(source) for source in sources))
        self._namings = list(self._names.namings)
        self._spoke: set[int] = set()
        self._known: dict[tuple[str, str], _Entity] = {}
        self._by_source: dict[Span, _Entity] = {}

    def entities(self) -> list[_Entity | None]:
        """The entity of every attribution, None where it has no source."""
        mentions = [
            None if one.source is None else read_mention(self._text, one.source, self._names) for one in self._found
        ]
        entities: list[_Entity | None] = [None] * len(mentions)
        for i in sorted(range(len(mentions)), key=lambda i: (self._start(i), i)):
            mention, source = mentions[i], self._found[i].source
            if mention is None or source is None:
                continue
            if source not in self._by_source:
                self._by_source[source] = self._entity(mention, source, i, entities)
            entity = self._by_source[source]
            entity.mentions.add(source)
            entities[i] = entity
            self._remember(entity, source)
        return entities

    def _start(self, i: int) -> int:
        source = self._found[i].source
        return source.start if source else 0

    def _entity(self, mention: Mention, source: Span, i: int, entities: Sequence[_Entity | None]) -> _Entity:
        if mention.form == "pronoun":
            return self._pronoun(mention, source, i, entities)
        if mention.person is not None:
            return self._of_person(mention.person)
        if mention.form == "description" and mention.type == "person":
            holder = self._holder_of_role(mention, source)
            if holder is not None:
                return self._of_person(holder)
        entity = _Entity(mention.name, mention.type, mention.anonymous)
        definite = mention.form == "name" or re.match(r"the\s", source.exact, re.IGNORECASE)
        return self._known.setdefault((mention.type, mention.name.lower()), entity) if definite else entity

    def _of_person(self, person: Person) -> _Entity:
        key = ("person", f"{person.first or ''} {person.last}")
        return self._known.setdefault(key, _Entity(person.name, "person", False, person))

    def _remember(self, entity: _Entity, source: Span) -> None:
        """Let later pronouns find this speaker where it was mentioned."""
        if entity.person is None:
            return
        at = bisect_left(self._namings, source.start, key=lambda naming: naming.start)
        named = at < len(self._namings) and self._namings[at].end <= source.end
        if named and self._namings[at].person is entity.person:
            self._spoke.add(self._namings[at].start)
        elif source.start not in self._spoke:
            insort(self._namings, Naming(source.start, source.end, entity.person), key=lambda naming: naming.start)
            self._spoke.add(source.start)

    # pronouns and descriptions

    def _pronoun(self, mention: Mention, source: Span, i: int, entities: Sequence[_Entity | None]) -> _Entity:
        word = mention.head
        if word in HE or word in SHE:
            gender: Gender = "m" if word in HE else "f"
            before = self._before(source.start)
            person = he_or_she(self._text, source.start, gender, before, self._spoke, self._places)
            return self._of_person(person) if person else _Entity(mention.name, "person", False)
        if word in RELATIVE:
            person = self._antecedent(source)
            return self._of_person(person) if person else _Entity(mention.name, "unknown", False)
        if word in FIRST_PERSON:
            via = self._found[i].via
            outer = entities[via] if via is not None else None
            return outer or _Entity(mention.name, "person" if word in {"i", "me", "my"} else "group", False)
        types: tuple[SpeakerType, ...] = ("group", "organisation") if word in THEY else ("organisation", "document")
        if word in THEY or word in IT:
            return self._spoken_before(source, types) or _Entity(mention.name, "unknown", False)
        return _Entity(mention.name, "unknown", False)

    def _before(self, position: int) -> list[Naming]:
        first = bisect_left(self._namings, position - REACH, key=lambda naming: naming.start)
        last = bisect_left(self._namings, position, key=lambda naming: naming.start)
        return self._namings[first:last]

    def _antecedent(self, source: Span) -> Person | None:
        """The person right before a relative pronoun, their apposition in commas between or not."""
        near = self._before(source.start)
        if not near:
            return None
        between = self._text[near[-1].end : source.start]
        apposed = re.fullmatch(r"(?:\s\([^)]*\))?(?:,\s[^.;:!?\n“”\"]{3,80})?,?\s", between)
        return near[-1].person if apposed else None

    def _spoken_before(self, source: Span, types: Sequence[SpeakerType]) -> _Entity | None:
        """The speaker of one of these types mentioned last, within reach."""
        last: tuple[int, _Entity] | None = None
        for mention, entity in reversed(self._by_source.items()):
            if source.start - REACH <= mention.start < source.start and entity.type in types:
                last = (mention.start, entity)
                break
        return last[1] if last else None

    def _holder_of_role(self, mention: Mention, source: Span) -> Person | None:
        """Whom "the minister" means: of those the article gives this role, the one named last before."""
        if not re.match(r"(?:the|this)\s(?!former\b|late\b|other\b|same\b)", source.exact, re.IGNORECASE):
            return None
        holders = {id(person): person for person in self._names.people if mention.head in person.roles}
        if len(holders) == 1:
            return next(iter(holders.values()))
        at = bisect_left(self._namings, source.start, key=lambda naming: naming.start)
        return next((n.person for n in reversed(self._namings[:at]) if id(n.person) in holders), None)
