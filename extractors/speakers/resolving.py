"""The speakers of one article, found one mention after the other, since a pronoun leans on those before it.

A mention is read (`mentions`), then resolved by its form: persons by name, pronouns and descriptions by whom the
article named before (`reference`), organisations by what it calls them (`organisations`), owned things by their owner.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence

from extractors.attribution.found import FoundAttribution
from extractors.records import Quote, Span, SpeakerType
from extractors.speakers.anonymity import speaks_to
from extractors.speakers.antecedents import GAP, phrase_before
from extractors.speakers.capitals import head_noun
from extractors.speakers.entities import Entities, Entity
from extractors.speakers.epithets import may_be_epithet
from extractors.speakers.holders import Holders, described_namings, shares, telling_words
from extractors.speakers.mentions import Mention, own_words, read_mention
from extractors.speakers.names import Names, read_names
from extractors.speakers.persons import Naming, Person
from extractors.speakers.phrases import speaking_ends
from extractors.speakers.reference import REACH, Candidate, Places, Referring, best, candidates
from extractors.speakers.revealed import is_one_of_people, named_after, naming_at, revealed
from extractors.speakers.seen import Seen
from extractors.speakers.things import Things
from extractors.speakers.unsourced import beside_cue
from extractors.speakers.words import Gender, authored, collectives, plural_roles, roles
from extractors.speakers.writings import author_told

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "themselves"})
IT = frozenset({"it", "its", "itself"})
FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})

DEEPEST = 3
"""Mentions inside mentions that are followed: "her lawyer's office" is 2."""


ADDRESSEE_REACH = 60
"""Code points behind a cue in which the one who is told stands: "told the Ledger", "said to the Ledger"."""

MOST_NOUN_WORDS = 2
"""Words of a noun that a name stands before: "task force"."""

_PLURAL_NOUN = re.compile(r"\b[a-z]+s\b")
_DEFINITE = re.compile(r"(?:the|this|that)\s", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:and |but |then |later |also )*(?:(?:\w+ing)\b(?! for)"
    r"|(?:said|says|added|adds|told|wrote|argued|insisted|noted)$)",
    re.IGNORECASE,
)
_ADDS = re.compile(
    r"\b(?:also|add(?:s|ed|ing)?|continu(?:es|ed|ing)|went on|again|further|later|then)\b", re.IGNORECASE
)


class Resolution:
    """The speakers of one article's attributions."""

    def __init__(
        self, text: str, found: Sequence[FoundAttribution], quotes: Sequence[Quote], seen: Seen | None = None
    ) -> None:
        self._text = text
        self._found = found
        self._places = Places(text, quotes)
        self._seen = seen or Seen()
        sources = [one.source for one in found if one.source]
        self._names: Names = read_names(text, speaking_ends(text, sources), self._seen.bodies)
        self._namings = list(self._names.namings)
        self._spoke: set[int] = set()
        self._known = Entities()
        self._by_source: dict[Span, Entity] = {}
        self.mentions: dict[int, Span] = {i: one.source for i, one in enumerate(found) if one.source is not None}
        """Where each attribution mentions its speaker, by its position."""
        self._things = Things(self._known)
        self._holders = Holders(self._names)
        for naming in list(described_namings(text, self._holders, self._names.namings)):
            insort(self._namings, naming, key=lambda one: one.start)

    def entities(self) -> list[Entity | None]:
        """The speaker of every attribution, None where it has none."""
        entities: list[Entity | None] = [None] * len(self._found)
        for i in sorted(range(len(self._found)), key=lambda i: (self._start(i), i)):
            source = self._found[i].source
            if source is None:
                entities[i] = self._left_out(i, entities)
                continue
            if source not in self._by_source:
                self._by_source[source] = self._entity(source, i, entities, 0)
            entity = self._by_source[source]
            entity.mentions.add(source)
            entities[i] = entity
            self._remember(entity, source)
            if self._found[i].via is None:
                self._things.learn(entity, self._text, *self._places.sentence_range(self._start(i)))
        return entities

    def speaks_to(self, i: int, source: str | None) -> bool:
        """Whether attribution `i` says that its speaker spoke to the outlet `source` itself."""
        cue = self._found[i].cue
        if cue is None:
            return False
        _, end = self._places.sentence_range(cue.start)
        return speaks_to(self._text[cue.start : min(end, cue.end + ADDRESSEE_REACH)], source)

    def _start(self, i: int) -> int:
        one = self._found[i]
        return one.source.start if one.source else one.cue.start if one.cue else one.contents[0].start

    def _entity(self, source: Span, i: int, entities: Sequence[Entity | None], depth: int) -> Entity:
        source = self._seen.whole.get(source, source)
        mention = read_mention(self._text, source, self._names)
        if depth > DEEPEST:
            return Entity(mention.name, mention.type, mention.anonymous)
        if mention.form == "pronoun":
            return self._pronoun(mention, source, i, entities, depth)
        if mention.person is not None:
            return self._known.of_person(mention.person)
        if mention.form == "several":
            return self._several(mention, i, entities, depth)
        if mention.owner is not None:
            return self._owned(mention, mention.owner, source, i, entities, depth)
        if mention.form == "description":
            return self._described(mention, source, i, entities)
        return self._known.of_name(self._full_name(mention), mention.type)

    def _full_name(self, mention: Mention) -> str:
        if mention.type not in ("organisation", "unknown"):
            return mention.name
        return self._names.organisations.full_name(mention.name)

    def _remember(self, entity: Entity, source: Span) -> None:
        """Let later pronouns find this speaker where it was mentioned."""
        if entity.person is None:
            return
        at = bisect_left(self._namings, source.start, key=lambda naming: naming.start)
        while at < len(self._namings) and self._namings[at].end <= source.end:
            if self._namings[at].person is entity.person:
                self._spoke.add(self._namings[at].start)
                return
            at += 1
        if source.start not in self._spoke:
            naming = Naming(source.start, source.end, entity.person, source.start)
            insort(self._namings, naming, key=lambda one: one.start)
            self._spoke.add(source.start)

    # several, owned

    def _several(self, mention: Mention, i: int, entities: Sequence[Entity | None], depth: int) -> Entity:
        parts = [self._entity(part, i, entities, depth + 1) for part in mention.parts]
        if len(parts) == 1:
            return parts[0]
        names = [part.name for part in parts]
        joined = f"{', '.join(names[:-1])} and {names[-1]}"
        anonymous = all(part.anonymous for part in parts)
        entity = Entity(own_words(joined), "group", anonymous)
        entity = entity if anonymous else self._known.shared(entity)
        for noun in _PLURAL_NOUN.findall(mention.name):
            if noun in plural_roles():
                self._things.called(noun, entity)
        return entity

    def _owned(
        self, mention: Mention, owner: Span, source: Span, i: int, entities: Sequence[Entity | None], depth: int
    ) -> Entity:
        holder = self._entity(owner, i, entities, depth + 1)
        if mention.form == "authored" and holder.is_named:
            self._things.wrote(mention.head, holder)
            return holder
        if mention.type == "person":
            related = self._related(mention) or self._named_later(mention, source)
            if related is not None:
                return self._known.of_person(related)
        if not holder.is_named or mention.form == "authored":
            return Entity(mention.name, mention.type, mention.anonymous)
        entity = Entity(own_words(f"{holder.name}'s {mention.owned}"), mention.type, mention.anonymous)
        return entity if mention.anonymous else self._known.shared(entity)

    def _related(self, mention: Mention) -> Person | None:
        """The only person the article gives this role: "her lawyer"."""
        holders = self._holders.of(mention.head)
        return holders[0] if len(holders) == 1 else None

    # pronouns

    def _pronoun(self, mention: Mention, source: Span, i: int, entities: Sequence[Entity | None], depth: int) -> Entity:
        word = mention.head
        if word in HE or word in SHE:
            gender: Gender = "m" if word in HE else "f"
            described = self._described_before(source, gender)
            if described is None or not self._is_nearest(max(described.mentions), source):
                person = self._person_before(source.start, gender, i, entities, speaks=depth == 0)
                if person is not None:
                    return self._known.of_person(person)
            if described is not None:
                described.type = "person"
            return described or Entity(mention.name, "person", True)
        if word in RELATIVE:
            return self._antecedent(source, i, entities, depth) or Entity(mention.name, "unknown", True)
        if word in FIRST_PERSON:
            outer = self._outer(i, entities)
            return outer or Entity(mention.name, "person" if word in {"i", "me", "my"} else "group", True)
        types: tuple[SpeakerType, ...] = ("group", "organisation") if word in THEY else ("organisation", "document")
        if word in THEY or word in IT:
            return self._spoken_before(source, types) or Entity(mention.name, "unknown", True)
        return Entity(mention.name, "unknown", True)

    def _described_before(self, source: Span, gender: Gender) -> Entity | None:
        """The last speaker in reach whom the article only describes or calls by one name, if a pronoun of this gender
        may mean them.
        """
        for mention, entity in reversed(self._by_source.items()):
            if mention.start < source.start - REACH:
                return None
            if mention.start >= source.start or entity.person is not None:
                continue
            if entity.type == "unknown" and entity.has_own_name and len(entity.name.split()) == 1:
                return entity
            told = roles().get(head_noun(mention.exact))
            if entity.type == "person" and mention.exact.lower() not in HE | SHE and told in (gender, None):
                return entity
        return None

    def _is_nearest(self, described: Span, pronoun: Span) -> bool:
        """Whether nobody is named between a description and the pronoun in the sentence after it, or in the same."""
        names = [naming for naming in self._before(pronoun.start) if naming.start >= described.end]
        return not names and self._places.sentence(pronoun.start) - self._places.sentence(described.start) <= 1

    def _person_before(
        self, position: int, gender: Gender | None, i: int, entities: Sequence[Entity | None], *, speaks: bool
    ) -> Person | None:
        return best(self._candidates(position, gender, i, entities, speaks=speaks))

    def _candidates(
        self, position: int, gender: Gender | None, i: int, entities: Sequence[Entity | None], *, speaks: bool
    ) -> list[Candidate]:
        """Whom a pronoun or description of a person means; `speaks` where it is itself the speaker of attribution `i`,
        and does not only stand in their phrase ("his lawyer").
        """
        outer, found = self._outer(i, entities), self._found[i]
        one = Referring(
            position,
            gender,
            self._spoke,
            outer.person if outer else None,
            found.contents if speaks else (),
            speaks and found.cue is not None and _ADDS.search(found.cue.exact) is not None,
        )
        return candidates(self._text, one, self._before(position), self._places)

    def _outer(self, i: int, entities: Sequence[Entity | None]) -> Entity | None:
        """Who speaks the words that attribution `i` stands in, as far as known."""
        via = self._found[i].via
        if via is None:
            return None
        if entities[via] is not None:
            return entities[via]
        source = self._found[via].source
        if source is not None and source not in self._by_source:
            self._by_source[source] = self._entity(source, via, entities, 0)
        return None if source is None else self._by_source[source]

    def _before(self, position: int) -> list[Naming]:
        first = bisect_left(self._namings, position - REACH, key=lambda naming: naming.start)
        last = bisect_left(self._namings, position, key=lambda naming: naming.start)
        return self._namings[first:last]

    def _antecedent(self, source: Span, i: int, entities: Sequence[Entity | None], depth: int) -> Entity | None:
        """Who stands right before a relative pronoun, their apposition in commas between or not."""
        near = () if source.exact.lower() == "which" else self._before(source.start)
        if near and GAP.fullmatch(self._text, near[-1].end, source.start):
            return self._known.of_person(near[-1].person)
        phrase = phrase_before(self._text, source)
        if phrase is not None:
            return self._entity(phrase, i, entities, depth + 1)
        shown = self._seen.antecedents.get(source)
        return None if shown is None else self._entity(shown, i, entities, depth + 1)

    def _spoken_before(self, source: Span, types: Sequence[SpeakerType]) -> Entity | None:
        """The speaker of one of these types mentioned last, within reach."""
        for mention, entity in reversed(self._by_source.items()):
            if mention.start < source.start - REACH:
                return None
            if mention.start < source.start and (
                entity.type in types
                or (entity.type == "unknown" and entity.is_named and "organisation" in types)
                or ("document" in types and _is_writing(mention.exact))
            ):
                return entity
        return None

    # descriptions

    def _described(self, mention: Mention, source: Span, i: int, entities: Sequence[Entity | None]) -> Entity:
        definite = _DEFINITE.match(mention.name) is not None
        if mention.type == "person":
            held = self._holders.meant(mention.name, mention.head, source.start, self._namings) if definite else None
            if held is None and definite:
                held = self._epithet(mention, source, i, entities)
            holder = held or self._named_later(mention, source)
            if holder is not None:
                return self._known.of_person(holder)
        if mention.type == "organisation" and definite:
            words = mention.name.split()[1:]
            among = words[:-1] if words and words[-1].lower() == mention.head else None
            since, _ = self._places.sentence_range(source.start)
            bodies = self._names.organisations
            one = None if among is None else bodies.described(mention.head, source.start, since, among)
            if one is not None:
                return self._known.of_name(one.name, "organisation")
            half_named = self._half_named(mention)
            if half_named is not None:
                return self._known.of_name(half_named, "organisation")
        if mention.head in authored() and definite and len(mention.name.split()) == 2:
            author = self._things.author(mention.head) or self._author_told(mention.head, source.start)
            if author is not None:
                return author
        if mention.type == "document":
            return self._things.document(mention, definite)
        opening = revealed(source, self._namings, self._places) if is_one_of_people(mention.name) else None
        if opening is not None:
            return self._known.of_person(opening)
        if mention.type in ("group", "organisation"):
            return self._things.group(mention, definite)
        entity = Entity(mention.name, mention.type, mention.anonymous)
        return self._known.shared(entity) if definite and not mention.anonymous else entity

    def _author_told(self, noun: str, before: int) -> Entity | None:
        start = author_told(self._text, noun, before)
        if start is None:
            return None
        person, body = naming_at(self._namings, start), self._names.organisations.at(start)
        if person is not None:
            return self._known.of_person(person)
        return None if body is None else self._known.of_name(body.organisation.name, "organisation")

    def _half_named(self, mention: Mention) -> str | None:
        """What else the article calls "the campaign" with a name before the noun, mostly: "the Perry campaign"."""
        _, *noun = mention.name.split()
        if not 0 < len(noun) <= MOST_NOUN_WORDS:
            return None
        written = re.findall(rf"\b[Tt]he (?:[A-Z][\w’.-]+\s){{1,4}}{re.escape(' '.join(noun))}\b", self._text)
        called = Counter(own_words(phrase[:1].lower() + phrase[1:]) for phrase in written)
        return called.most_common(1)[0][0] if called else None

    def _named_later(self, mention: Mention, source: Span) -> Person | None:
        """Whom a description means that the article names only behind it."""
        after = named_after(self._text, mention.head, source, self._namings)
        return after or revealed(source, self._namings, self._places)

    def _epithet(self, mention: Mention, source: Span, i: int, entities: Sequence[Entity | None]) -> Person | None:
        """Whom "the Ohio Republican" or "the billionaire" means: the likeliest of those named before."""
        if not may_be_epithet(mention.name, mention.head):
            return None
        found = self._candidates(source.start, roles().get(mention.head), i, entities, speaks=True)
        said = telling_words(mention.name)
        return best([one for one in found if shares(said, one.person.described)] or found)

    # attributions that name no source

    def _left_out(self, i: int, entities: Sequence[Entity | None]) -> Entity | None:
        """The speaker of an attribution without a source: right beside its cue, or of the cue it goes on with."""
        cue = self._found[i].cue
        if cue is None:
            return None
        beside = beside_cue(self._text, self._found[i], self._names, self._places)
        if beside is not None:
            self.mentions[i] = beside
            if beside not in self._by_source:
                self._by_source[beside] = self._entity(beside, i, entities, 0)
            entity = self._by_source[beside]
            entity.mentions.add(beside)
            self._remember(entity, beside)
            return entity
        if i == 0 or not _GOES_ON.match(cue.exact):
            return None
        start, _ = self._places.sentence_range(cue.start)
        earlier = [
            (one.cue.start, entity)
            for one, entity in zip(self._found[max(0, i - 4) : i], entities[max(0, i - 4) : i], strict=True)
            if one.cue is not None and entity is not None and start <= one.cue.start < cue.start
        ]
        return max(earlier, key=lambda pair: pair[0])[1] if earlier else None


def _is_writing(phrase: str) -> bool:
    """Whether a mention is one of a writing, whoever speaks in it: "Mr. Hale's letter"."""
    noun = head_noun(phrase)
    return noun in authored() or collectives().get(noun) == "document"
