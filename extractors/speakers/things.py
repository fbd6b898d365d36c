"""Writings and groups that an article calls by a noun after it told more of them: "the letter", "the task force".

Things.learn(...)      keeps whose letter or statement it was
Things.author(noun)    who speaks in "the letter"
Things.group(mention), Things.document(mention)   the one told of before, or a new one
"""

from __future__ import annotations

import re

from extractors.speakers.entities import Entities, Entity
from extractors.speakers.mentions import Mention

PAPERS = frozenset({"document", "documents", "paper", "papers", "record", "records", "filing", "filings"})
"""Nouns of one meaning for what a court or an office puts on record."""

_WRITING = re.compile(
    r"\b(statements?|tweets?|posts?|op-ed|column"
    r"|(?<=\bin a )(?:\w+\s)?(?:letter|memo|email|e-mail|message|filing|blog post|video|report|release)"
    r"|(?<=\bin an )(?:\w+\s)?(?:email|e-mail|open letter|essay|editorial))\b",
    re.IGNORECASE,
)


LONGEST_SENTENCE = 600
"""Code points of a sentence in which a writing is looked for."""


class Things:
    """Those of one article, by the noun they are called by; speakers are shared with `known`."""

    def __init__(self, known: Entities) -> None:
        self._known = known
        self._authors: dict[str, Entity] = {}
        self._documents: dict[str, Entity] = {}
        self._groups: dict[str, Entity] = {}

    def author(self, noun: str) -> Entity | None:
        return self._authors.get(noun.rstrip("s"))

    def wrote(self, noun: str, entity: Entity) -> None:
        self._authors[noun.rstrip("s")] = entity

    def called(self, noun: str, entity: Entity) -> None:
        """Keep a group by a noun for its members."""
        self._groups[noun] = entity

    def learn(self, entity: Entity, text: str, start: int, end: int) -> None:
        """Keep whose letter or statement a later "the letter" is, from the sentence in which somebody speaks."""
        if entity.type in ("unknown", "document"):
            return
        for noun in _WRITING.findall(text, start, min(end, start + LONGEST_SENTENCE)):
            self.wrote(noun.split()[-1].lower(), entity)

    def group(self, mention: Mention, definite: bool) -> Entity:
        """The group or body of this noun that spoke last, where "the task force" says no more than its name does."""
        earlier = self._groups.get(mention.head)
        words = mention.name.lower().split()[1:]
        if earlier is not None and definite and (len(words) == 1 or set(words) <= set(earlier.name.lower().split())):
            return earlier
        entity = Entity(mention.name, mention.type, mention.anonymous)
        entity = self._known.shared(entity) if definite and not mention.anonymous else entity
        self._groups[mention.head] = entity
        return entity

    def document(self, mention: Mention, definite: bool) -> Entity:
        """The document of this noun that spoke first, where "the records" says no more of it than the noun."""
        noun = "document" if mention.head in PAPERS else mention.head.rstrip("s")
        if definite and len(mention.name.split()) == 2 and noun in self._documents:
            return self._documents[noun]
        entity = Entity(mention.name, "document", False)
        entity = self._known.shared(entity) if definite else entity
        self._documents.setdefault(noun, entity)
        return entity
