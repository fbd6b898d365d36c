"""One identity for every speaker of an article, and the attribution records that point at it.

words          the word lists
capitals       stretches of capitalised words, titles, head nouns
shouting       names in stretches that are all in capitals
persons        who bears which name: the records
introductions  what the words around a name say of its bearer
people         who the article names, with genders and roles
organisations  which organisations it names, and what "the committee" may call them
names          both, read once
phrases        the parts of a mention's phrase
several        those whom one mention joins
mentions       what one mention says by itself
seen           the noun phrase a mention is a piece of
reference      who a pronoun or description of a person refers to
antecedents    what stands before a relative pronoun
revealed       who is described first and named later
things         writings and groups called by a noun again
writings       whose a letter is that the article told the author of
holders        whom "the minister" means
epithets       and what may mean whoever was just named
unsourced      who stands beside a cue whose source was left out
entities       the speakers found so far
resolving      one mention after the other
echoes         who is only reported in their own words
anonymity      what is told of a speaker without a name
kinds          direct, mixed or indirect

`resolve(text, found, quotes, source)` goes through the attributions in reading order. A mention that nothing in the
article resolves keeps its own words as its name. Time grows with the length of the text: whatever is looked back on or
ahead to has a bound.

Not covered: first names of two bearers, "the two", family relations of several ("her father" beside "his father").
One identity across articles is `matching.speakers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.attribution.found import FoundAttribution
from extractors.records import Attribution, Quote, Span, Speaker
from extractors.speakers.anonymity import anonymity_of
from extractors.speakers.echoes import chosen, without_echoes
from extractors.speakers.entities import Entity
from extractors.speakers.kinds import MarkPlaces
from extractors.speakers.resolving import Resolution
from extractors.speakers.seen import Seen
from extractors.stance import stance_of

__all__ = ["Resolved", "Seen", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Attributions "a1", "a2", ... in the order they were found, speakers "s1", ... by their first mention in it.

    `found` is what each attribution was made of.
    """

    found: tuple[FoundAttribution, ...]
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]


def resolve(
    text: str,
    found: Sequence[FoundAttribution],
    quotes: Sequence[Quote],
    source: str | None = None,
    seen: Seen | None = None,
) -> Resolved:
    """Attribution records of `found` but for echoes, in the same order, with the article's speakers.

    `source` is the outlet's name, `seen` what the tree tells of the mentions; without it they are read by their words.
    """
    resolution = Resolution(text, found, quotes, seen)
    every = resolution.entities()
    heard = {id(entity) for i, entity in enumerate(every) if entity and resolution.speaks_to(i, source)}
    kept = without_echoes(found, every)
    found, entities = chosen(found, kept), [every[i] for i in kept]
    order = list({id(entity): entity for entity in entities if entity is not None}.values())
    speakers = {
        id(entity): _speaker(text, f"s{i}", entity, first_hand=id(entity) in heard) for i, entity in enumerate(order, 1)
    }
    marks = MarkPlaces(text, quotes)
    attributions = tuple(
        Attribution(
            id=f"a{i}",
            kind=marks.kind_of(one.contents),
            spans=one.contents,
            speaker=None if entity is None else speakers[id(entity)],
            mention=resolution.mentions.get(at),
            cue=one.cue,
            stance=stance_of(one.cue.exact if one.cue else None),
            via=None if one.via is None else f"a{one.via + 1}",
            score=one.score,
            found_by=one.found_by,
        )
        for i, (at, one, entity) in enumerate(zip(kept, found, entities, strict=True), 1)
    )
    return Resolved(found, attributions, tuple(speakers.values()))


def _speaker(text: str, name: str, entity: Entity, *, first_hand: bool) -> Speaker:
    unnamed = entity.anonymous or (entity.type == "document" and not entity.has_own_name)
    return Speaker(
        id=name,
        name=entity.name,
        type=entity.type,
        anonymous=unnamed,
        mentions=tuple(sorted(entity.mentions)),
        anonymity=anonymity_of(entity.name, entity.type, first_hand) if unnamed else None,
        roles=tuple(Span.of(text, *place) for place in sorted(entity.person.titled)) if entity.person else (),
    )
