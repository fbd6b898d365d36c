"""Comparing articles that somebody sent: nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence

from api.comparison.schemas import CompareArticle, CompareRequest, CompareResult, article, article_text, compare_result
from api.engine import Engine
from api.errors import Fault, TooMuchText, UnreadableArticles
from api.extraction.service import read
from extractors.errors import InputError
from matching.errors import DuplicateArticle
from matching.records import Article

MAX_TOTAL_TEXT = 2_000_000
"""Code points of all articles of one comparison. Fifty long features are some 1,500,000; more belongs in a story."""


def compare(engine: Engine, request: CompareRequest) -> CompareResult:
    """Where the articles agree and diverge.

    Raises DuplicateArticle, TooMuchText, the InputError of the one article that cannot be read, UnreadableArticles
    when several cannot, and ComparisonError; each points into the request.
    """
    refuse_duplicates(request.articles)
    total = sum(len(one.text) for one in request.articles)
    if total > MAX_TOTAL_TEXT:
        raise TooMuchText(
            f"Send at most {MAX_TOTAL_TEXT:,} characters in all; these are {total:,}.", pointer="/articles"
        )
    return compare_result(engine.compare(read_all(engine, request.articles)))


def refuse_duplicates(articles: Sequence[CompareArticle]) -> None:
    """Raises DuplicateArticle at the first article whose id an earlier one has."""
    seen: set[str] = set()
    for position, one in enumerate(articles):
        if one.id in seen:
            raise DuplicateArticle(
                f"Give every article its own id; {one.id!r} stands twice.", pointer=f"/articles/{position}/id"
            )
        seen.add(one.id)


def read_all(engine: Engine, articles: Sequence[CompareArticle]) -> tuple[Article, ...]:
    """Every article with its extraction. All of them are tried, so that one answer names all that cannot be read."""
    readable: list[Article] = []
    unreadable: list[InputError] = []
    for position, one in enumerate(articles):
        try:
            readable.append(article(one, read(engine, article_text(one), at=f"/articles/{position}")))
        except InputError as error:
            unreadable.append(error)
    if len(unreadable) == 1:
        raise unreadable[0]
    if unreadable:
        raise UnreadableArticles(
            f"{len(unreadable)} of {len(articles)} articles cannot be read.",
            faults=[Fault(error.code, error.message, pointer=error.pointer) for error in unreadable],
        )
    return tuple(readable)
