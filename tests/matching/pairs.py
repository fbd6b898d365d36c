"""Two sentences of two articles as an aligned pair, and the kinds of divergence that the rules read in it."""

from __future__ import annotations

from matching.divergences import AlignedPair, divergences_of
from matching.divergences.pair import Told as AllTold
from matching.reading import load_reader
from matching.records import Divergence
from matching.statements import prepare
from tests.matching.reports import Told, claim, report

DAY = "2024-03-12"


def aligned(
    left: str | Told,
    right: str | Told,
    *,
    score: float = 0.5,
    beside: tuple[str, str] = ("", ""),
    published: tuple[str, str] = (DAY, DAY),
) -> AlignedPair:
    """`beside` are further sentences of the two articles, where names are introduced."""
    articles = []
    for name, told, more, day in zip("ab", (left, right), beside, published, strict=True):
        focus = claim(told) if isinstance(told, str) else told
        articles.append(report(name, day, focus, *([claim(more)] if more else [])))
    story = prepare(articles, load_reader())
    one = next(statement for statement in story.statements if statement.article == "a")
    two = next(statement for statement in story.statements if statement.article == "b")
    return AlignedPair(AllTold(story), one, two, score)


def divergences(left: str | Told, right: str | Told, **more: object) -> tuple[Divergence, ...]:
    return divergences_of(aligned(left, right, **more))  # type: ignore[arg-type]


def kinds(left: str | Told, right: str | Told, **more: object) -> set[str]:
    return {divergence.kind for divergence in divergences(left, right, **more)}
