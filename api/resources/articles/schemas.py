"""The messages of `/v1/articles`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, Field

from api.lists.pagination import ID_PATTERN, MAX_ID
from api.resources.extraction.schemas import ExtractRequest, ExtractResult, extract_result
from api.storage import tables
from api.storage.comparisons import published
from api.wire import MAX_TITLE, MAX_URL, NextCursor, Published, ResponseModel, SourceRef
from extractors.records import Extraction


def storable(given: str) -> str:
    """The string itself. Raises ValueError when it holds the character U+0000, which PostgreSQL cannot store."""
    if "\x00" in given:
        raise ValueError("Leave out the character U+0000.")
    return given


def storable_source(given: SourceRef) -> SourceRef:
    storable(given.name + (given.publisher or ""))
    return given


def storable_moment(given: dt.datetime | dt.date) -> dt.datetime | dt.date:
    """The day or moment itself. Raises ValueError when the moment is in no year from 1 to 9999 in UTC."""
    if isinstance(given, dt.datetime):
        try:
            given.astimezone(dt.UTC)
        except OverflowError as error:
            raise ValueError("Give a moment that is in the years 1 to 9999 in UTC.") from error
    return given


class ArticleRequest(ExtractRequest):
    """An article to store: what `POST /v1/extract` takes, with its source, and the story it belongs to."""

    title: Annotated[str, AfterValidator(storable)] | None = Field(
        default=None, max_length=MAX_TITLE, description="Its headline."
    )
    published_at: Annotated[Published, AfterValidator(storable_moment)] | None = Field(
        default=None,
        description="When it was published: a date, or a date-time with its offset. Relative dates are resolved "
        "against it; without it they stay unresolved.",
    )
    url: Annotated[str, AfterValidator(storable)] | None = Field(
        default=None,
        max_length=MAX_URL,
        description="Its address. It is never fetched. Another text of the same source and address is a new revision.",
    )
    source: Annotated[SourceRef, AfterValidator(storable_source)] = Field(description="Who published it.")
    story_id: str | None = Field(
        default=None,
        max_length=MAX_ID,
        pattern=ID_PATTERN,
        description="The story it belongs to. The story's comparison is brought up to date with it.",
    )


class ArticleSource(ResponseModel):
    """Who published an article."""

    id: str = Field(description="Id of the source.")
    name: str = Field(description="Name of the outlet.")
    publisher: str | None = Field(description="Owner of the outlet, as it was sent with the article.")


class ArticleSummary(ResponseModel):
    """A stored article without its text."""

    id: str = Field(description="Id of the article.")
    source: ArticleSource
    story_id: str | None = Field(description="The story it belongs to, null when it was put into none.")
    url: str | None = Field(description="Its address, as it was sent.")
    title: str | None = Field(description="Its headline.")
    published_at: Published | None = Field(description="As it was given: a date, or a date-time with its offset.")
    text_sha256: str = Field(description="SHA-256 of the text's UTF-8 bytes, in hexadecimal.")
    language: str = Field(description="ISO 639-1 code.")
    revision: int = Field(ge=1, description="1 for the first text of this source at this address, then 2, 3 and so on.")
    run_id: str = Field(description="The run that read it.")
    pipeline_version: str = Field(description="The version that read it.")
    created_at: dt.datetime = Field(description="When it was stored.")


class Article(ArticleSummary):
    """A stored article. It is never changed; a changed text is a new revision, an article of its own."""

    text: str = Field(description="The text as it was sent. Every offset counts in it.")


class ArticlePage(ResponseModel):
    """Articles in the order they came."""

    items: list[ArticleSummary] = Field(description="The articles of this page.")
    next_cursor: NextCursor


class ArticleExtraction(ExtractResult):
    """Everything read in a stored article, as `POST /v1/extract` answers it, with the ids of what is stored."""

    article_id: str = Field(description="The article that was read.")
    run_id: str = Field(description="The run that read it.")


def article_summary(row: tables.Article, source_name: str, run: tables.Run) -> ArticleSummary:
    return ArticleSummary(
        id=row.id,
        source=ArticleSource(id=row.source_id, name=source_name, publisher=row.publisher),
        story_id=row.story_id,
        url=row.url,
        title=row.title,
        published_at=published(row),
        text_sha256=row.text_sha256,
        language=run.language or "",
        revision=row.revision,
        run_id=run.id,
        pipeline_version=run.pipeline_version,
        created_at=row.created_at,
    )


def article(row: tables.Article, source_name: str, run: tables.Run) -> Article:
    return Article(**dict(article_summary(row, source_name, run)), text=row.text)


def article_extraction(article_id: str, run_id: str, extraction: Extraction) -> ArticleExtraction:
    return ArticleExtraction(**dict(extract_result(extraction)), article_id=article_id, run_id=run_id)
