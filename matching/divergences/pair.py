"""Two aligned statements, how each is told, and the making of the record of their divergence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from extractors.records import Span
from matching.divergences.telling import Telling, telling_of
from matching.records import GRADE_OF, Article, Divergence, DivergenceKind, Side
from matching.statements import Statement, Story

_MARK = re.compile(r"[\"\[]")


@dataclass(frozen=True)
class AlignedPair:
    """Statements of two articles that were aligned with `score`; `left` is from the article with the smaller id."""

    story: Story
    left: Statement
    right: Statement
    score: float

    @cached_property
    def articles(self) -> tuple[Article, Article]:
        by_id = {article.id: article for article in self.story.articles}
        return by_id[self.left.article], by_id[self.right.article]

    @cached_property
    def told(self) -> tuple[Telling, Telling]:
        one, two = self.articles
        return telling_of(one.text, self.left), telling_of(two.text, self.right)

    @cached_property
    def is_brief(self) -> bool:
        """Whether both tellings have room for one event only."""
        return all(telling.is_brief for telling in self.told)

    @cached_property
    def is_bare(self) -> bool:
        """Whether neither telling says anything besides its event."""
        return all(telling.is_bare for telling in self.told)

    @cached_property
    def is_quoted(self) -> bool:
        """Whether a telling has words in quotation marks or brackets."""
        return any(telling.has(_MARK) for telling in self.told)

    @cached_property
    def shared_roots(self) -> frozenset[str]:
        one, two = self.told
        return one.roots & two.roots

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
