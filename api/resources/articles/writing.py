"""Writing one article: whether it is stored already, and else its source, its revision and its row."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.resources.articles.schemas import ArticleRequest
from api.resources.extraction.schemas import article_text
from api.resources.extraction.service import read
from api.running.engine import Engine
from api.running.intake import Intake
from api.storage import extractions, tables
from api.storage.ids import digest, text_digest
from api.wire import SourceRef, day_of
from extractors.records import Extraction


@dataclass(frozen=True, slots=True)
class Draft:
    """A new article and what was read in it. Its source and its revision are settled when it is written."""

    row: tables.Article
    run: tables.Run
    extraction: Extraction


async def drafted(intake: Intake, request: ArticleRequest) -> Draft:
    """The article as it would be stored, read in one of the computing threads. Raises InputError."""
    extraction = await intake.computing.run(_read, request)
    moment = request.published_at if isinstance(request.published_at, dt.datetime) else None
    offset = moment.utcoffset() if moment else None
    row = tables.Article(
        id=intake.new_id("art"),
        identity=identity_of(request.source.name, request.url, request.text),
        source_id="",
        story_id=request.story_id,
        publisher=request.source.publisher,
        url=request.url,
        title=request.title,
        published_on=day_of(request.published_at),
        published_at=moment,
        published_offset=None if offset is None else offset // dt.timedelta(minutes=1),
        text=request.text,
        text_sha256=text_digest(request.text),
        revision=1,
        created_at=intake.clock(),
    )
    return Draft(row, extractions.run_of(row, request.source.name, extraction, row.created_at), extraction)


def _read(engine: Engine, request: ArticleRequest) -> Extraction:
    return read(engine, article_text(request), at="")


def identity_of(source_name: str, url: str | None, text: str) -> str:
    """The same for two articles exactly if source, address and text are."""
    return digest(source_name, url, text_digest(text))


async def find(session: AsyncSession, request: ArticleRequest) -> tables.Article | None:
    """The stored article that the request would store again."""
    identity = identity_of(request.source.name, request.url, request.text)
    statement = sa.select(tables.Article).where(col(tables.Article.identity) == identity)
    return (await session.scalars(statement)).one_or_none()


async def settled_source(session: AsyncSession, intake: Intake, given: SourceRef) -> tables.Source:
    """The source's row, made if it is not there, and locked: nobody else writes articles of it meanwhile."""
    statement = sa.select(tables.Source).where(col(tables.Source.name) == given.name).with_for_update()
    source = (await session.scalars(statement)).one_or_none()
    if source is None:
        source = tables.Source(
            id=intake.new_id("src"), name=given.name, publisher=given.publisher, created_at=intake.clock()
        )
        try:
            async with session.begin_nested():
                session.add(source)
        except IntegrityError:  # another transaction has added it since we looked
            source = (await session.scalars(statement)).one()
    if source.publisher is None:
        source.publisher = given.publisher
    return source


async def next_revision(session: AsyncSession, source_name: str, url: str | None) -> int:
    """The revision that another text of this source at this address is. Without an address every text is a first."""
    if url is None:
        return 1
    last = await session.scalar(
        sa.select(sa.func.max(col(tables.Article.revision)))
        .join(tables.Source, col(tables.Source.id) == col(tables.Article.source_id))
        .where(
            col(tables.Source.name) == source_name, col(tables.Article.url) == url, col(tables.Article.url).is_not(None)
        )
    )
    return 1 + (last or 0)


async def write(session: AsyncSession, source: tables.Source, draft: Draft) -> None:
    """Write the article and everything read in it. `source` is its settled source."""
    draft.row.source_id = source.id
    draft.row.revision = await next_revision(session, source.name, draft.row.url)
    session.add(draft.row)
    await session.flush()
    await extractions.save(session, draft.run, draft.extraction)
