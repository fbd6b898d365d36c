"""Two aligned statements, and the making of the record of their divergence."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.records import Span
from matching.records import GRADE_OF, Divergence, DivergenceKind, Side
from matching.statements import Statement, Story


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Statements of two articles that were aligned with `score`; `left` comes from the article with the smaller id."""

    story: Story
    left: Statement
    right: Statement
    score: float

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
        article = next(article for article in self.story.articles if article.id == statement.article)
        return article.source or article.id
