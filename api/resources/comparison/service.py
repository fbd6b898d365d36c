"""Comparing articles that somebody sent: nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from api.errors import Fault, TooMuchText, UnreadableArticles
from api.resources.comparison.schemas import (
    CompareArticle,
    CompareRequest,
    CompareResult,
    article,
    article_text,
    compare_result,
)
from api.resources.comparison.sent import ruling_on_sent
from api.resources.extraction.service import read
from api.running.engine import Engine
from api.running.intake import Intake
from api.storage.comparisons import decided_in
from api.storage.deciding import Ruling
from api.wire import MAX_TOTAL_TEXT
from extractors.errors import InputError
from matching.errors import DuplicateArticle
from matching.records import Article


async def compare(intake: Intake, request: CompareRequest) -> CompareResult:
    """Where the articles agree and diverge, under the decisions on speakers that are stored.

    Raises DuplicateArticle, TooMuchText, the InputError of the one article that cannot be read, UnreadableArticles
    when several cannot, and ComparisonError; each points into the request.
    """
    articles = await intake.computing.run(read_all, request.articles)
    ruling = await ruling_on_sent(intake, request.articles, articles)
    return await intake.computing.run(_compared, articles, ruling)


def _compared(engine: Engine, articles: Sequence[Article], ruling: Ruling) -> CompareResult:
    decided = [replace(one, decided=decided_in(one.id, one.extraction, ruling)) for one in articles]
    return compare_result(engine.compare(decided), ruling.decisions)


def refuse_too_much(articles: Sequence[CompareArticle]) -> None:
    """Raises TooMuchText."""
    total = sum(len(one.text) for one in articles)
    if total > MAX_TOTAL_TEXT:
        raise TooMuchText(
            f"Send at most {MAX_TOTAL_TEXT:,} characters in all; these are {total:,}.", pointer="/articles"
        )


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
    """Every article with its extraction. All of them are tried, so that one answer names all that cannot be read.

    Raises what `compare` does but ComparisonError.
    """
    refuse_duplicates(articles)
    refuse_too_much(articles)
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
