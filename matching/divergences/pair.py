"""Two statements that may be of one thing, how each is told, and the making of the record of their divergence."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from extractors.records import Quantity, Span, Time
from matching.divergences.actors import Actor, actors_of
from matching.divergences.telling import Telling, telling_of
from matching.gates import Holders, holders
from matching.records import GRADE_OF, Article, Divergence, DivergenceKind, Side
from matching.statements import Statement, Story
from matching.words import root, words_of

_SENTENCE = re.compile(r"[^.!?\n]+")
_OTHER_NAME = re.compile(
    r"\b(?:known (?:\w+ )*as|called|nicknamed|alias|formerly|née|born|trades as|trading as|subsidiary|"
    r"parent company|arm of|unit of|division of|whose real name|calls? (?:him|her|it)self|married|stage name)\b"
)
_IN_PLACE = re.compile(r"\b(?:in|at|near|outside|across|throughout)\s+((?:[A-Z][\w'’-]+\s?)+)")
T = TypeVar("T")

# Words between a name and what describes it: "Rosa Quill, who since May has led the club".
NEAR = 6

_MARK = re.compile(r"[\"\[]")


class Told:
    """How the statements of a story are told, each read once however many pairs it is in."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.articles = {article.id: article for article in story.articles}
        self._tellings: dict[int, Telling] = {}
        self._stems: dict[str, frozenset[str]] = {}
        self._quoted: dict[str, str] = {}
        self._actors: dict[int, tuple[Actor, ...]] = {}
        self._explained: dict[str, list[set[str]]] = {}
        self._read: dict[tuple[int, Callable[[Telling], object]], object] = {}
        self._sentences: dict[str, list[list[str]]] = {}
        self._together: dict[tuple[str, frozenset[str], frozenset[str]], bool] = {}
        self._figures: dict[tuple[str, Span], tuple[Quantity, ...]] = {}
        self._times: dict[tuple[str, Span], tuple[Time, ...]] = {}

    def of(self, statement: Statement) -> Telling:
        known = self._tellings.get(statement.order)
        if known is None:
            known = telling_of(self.articles[statement.article].text, statement)
            self._tellings[statement.order] = known
        return known

    def read(self, statement: Statement, reader: Callable[[Telling], T]) -> T:
        """What `reader` finds in how a statement is told, asked once."""
        key = statement.order, reader
        if key not in self._read:
            self._read[key] = reader(self.of(statement))
        return cast("T", self._read[key])

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of all names in the story."""
        return frozenset().union(*(statement.context_names for statement in self.story.statements))

    def actors_in(self, statement: Statement) -> tuple[Actor, ...]:
        known = self._actors.get(statement.order)
        if known is None:
            known = actors_of(self.of(statement), self.names)
            self._actors[statement.order] = known
        return known

    def stems_in(self, article: str) -> frozenset[str]:
        """Stems of all words of an article and its title."""
        known = self._stems.get(article)
        if known is None:
            text = f"{self.articles[article].title or ''}\n{self.articles[article].text}"
            known = frozenset(word.stem for word in words_of(text, 0, len(text)))
            self._stems[article] = known
        return known

    def figures_in(self, statement: Statement) -> tuple[Quantity, ...]:
        """Quantities that any statement of the same sentence gives."""
        if not self._figures:
            for other in self.story.statements:
                key = other.article, other.claim.sentence
                self._figures[key] = (*self._figures.get(key, ()), *other.quantities)
        return self._figures.get((statement.article, statement.claim.sentence), ())

    def times_in(self, statement: Statement) -> tuple[Time, ...]:
        """Times with both ends that any statement of the same sentence gives."""
        if not self._times:
            for other in self.story.statements:
                key = other.article, other.claim.sentence
                bounded = [time for time in other.times if time.first is not None and time.last is not None]
                self._times[key] = (*self._times.get(key, ()), *bounded)
        return self._times.get((statement.article, statement.claim.sentence), ())

    def is_told_apart(self, article: str, stems: Collection[str]) -> bool:
        """Whether an article tells in one sentence that somebody goes by two names, or names a place so."""
        known = self._explained.get(article)
        if known is None:
            known = list(_explained(self.articles[article].text))
            self._explained[article] = known
        return any(set(stems) <= names for names in known)

    def names_together(self, article: str, one: Collection[str], two: Collection[str]) -> bool:
        """Whether one sentence of an article has a stem of each, with no more than `NEAR` words between them."""
        key = article, frozenset(one), frozenset(two)
        if key not in self._together:
            self._together[key] = self._are_together(*key)
        return self._together[key]

    def _are_together(self, article: str, one: frozenset[str], two: frozenset[str]) -> bool:
        for stems in self._sentences_of(article):
            here = [index for index, stem in enumerate(stems) if stem in one]
            there = [index for index, stem in enumerate(stems) if stem in two]
            if any(abs(a - b) <= NEAR + 1 for a in here for b in there):
                return True
        return False

    def _sentences_of(self, article: str) -> list[list[str]]:
        known = self._sentences.get(article)
        if known is None:
            text = self.articles[article].text
            known = [[word.stem for word in words_of(s, 0, len(s))] for s in _SENTENCE.findall(text)]
            self._sentences[article] = known
        return known

    def quoted_in(self, article: str) -> str:
        """Stems of the words of all quotations of an article in their order, a blank on either side of each."""
        known = self._quoted.get(article)
        if known is None:
            of = self.articles[article]
            inner = [quote.inner for quote in of.extraction.quotes if quote.parent is None]
            known = " ".join(
                ["", *(word.stem for span in inner for word in words_of(of.text, span.start, span.end)), ""]
            )
            self._quoted[article] = known
        return known


def _explained(text: str) -> Iterator[set[str]]:
    """Stems of the sentences that give somebody another name, and of the names of places."""
    for sentence in _SENTENCE.findall(text):
        if _OTHER_NAME.search(sentence):
            yield {word.stem for word in words_of(sentence, 0, len(sentence))}
        for match in _IN_PLACE.finditer(sentence):
            yield {word.stem for word in words_of(match[1], 0, len(match[1]))}


Found = tuple[str, Span, Span]
"""A rule and the words of either side that it read."""


def turned(found: Found | None) -> Found | None:
    """The same with the sides exchanged."""
    return None if found is None else (found[0], found[2], found[1])


@dataclass(frozen=True)
class AlignedPair:
    """Statements of two articles and the likelihood `score` that they fill one slot; `left` has the smaller article id.

    The score in [0, 1] is that of `matching.scoring`.
    """

    all_told: Told
    left: Statement
    right: Statement
    score: float

    @property
    def story(self) -> Story:
        return self.all_told.story

    @cached_property
    def articles(self) -> tuple[Article, Article]:
        by_id = self.all_told.articles
        return by_id[self.left.article], by_id[self.right.article]

    @cached_property
    def told(self) -> tuple[Telling, Telling]:
        return self.all_told.of(self.left), self.all_told.of(self.right)

    def read(self, reader: Callable[[Telling], T]) -> tuple[T, T]:
        """What `reader` finds in how each is told."""
        return self.all_told.read(self.left, reader), self.all_told.read(self.right, reader)

    @property
    def actors(self) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """Those whom each telling names."""
        return self.all_told.actors_in(self.left), self.all_told.actors_in(self.right)

    @cached_property
    def holders(self) -> Holders:
        return holders(self.left, self.right)

    @property
    def is_same_level(self) -> bool:
        """The second question: false where two different speakers are heard."""
        return self.holders != "other_speaker"

    @cached_property
    def is_brief(self) -> bool:
        """Whether both tellings have room for one event only."""
        return all(telling.is_brief for telling in self.told)

    @cached_property
    def is_bare(self) -> bool:
        """Whether neither telling says anything besides its event."""
        return all(telling.is_bare for telling in self.told)

    @cached_property
    def is_one_deed(self) -> bool:
        """Whether the verb of one is a word of the other's telling."""
        verbs = [
            root(predicate.lemma.lower()) if (predicate := statement.claim.predicate) is not None else ""
            for statement in (self.left, self.right)
        ]
        return verbs[0] in self.told[1].roots or verbs[1] in self.told[0].roots

    @cached_property
    def is_quoted(self) -> bool:
        """Whether a telling has words in quotation marks or brackets."""
        return any(telling.has(_MARK) for telling in self.told)

    @cached_property
    def sources(self) -> tuple[str, str]:
        """The names a reader knows the two articles by."""
        one, two = (article.source or article.id for article in self.articles)
        return one, two

    def diverges(
        self,
        kind: DivergenceKind,
        rule: str,
        values: tuple[str, str],
        evidence: tuple[Span, Span],
        explanation: str,
    ) -> Divergence:
        left, right = (
            Side(statement.member.article, statement.member.claim, value, span)
            for statement, value, span in zip((self.left, self.right), values, evidence, strict=True)
        )
        return Divergence(kind, GRADE_OF[kind], left, right, rule, explanation)

    def source_of(self, statement: Statement) -> str:
        """The name a reader knows the article by."""
        return self.sources[0] if statement is self.left else self.sources[1]
