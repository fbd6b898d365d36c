"""Articles: storing one with all that is read in it, finding them, and describing them.

look it up ── known, no story named or in it already ──► answer it
    │
read it, if it is new           computation, outside every transaction
    │
    ├── no story named ── one write: source, article, run, everything read, who its speakers are
    └── a story named ─── `joining`: the same and the story's comparison in one write
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.errors import UnknownStory
from api.lists.filters import equals
from api.lists.pagination import Listing
from api.resources.articles import schemas
from api.resources.articles.joining import store_in_story
from api.resources.articles.schemas import Article, ArticleExtraction, ArticleRequest, ArticleSummary
from api.resources.articles.writing import Draft, drafted, find, settled_source, write
from api.resources.stories.comparing import by_names
from api.running.intake import Intake
from api.storage import extractions, identifications, tables
from api.storage.comparisons import StoredArticle

ARTICLES = Listing(
    "article",
    tables.Article,
    order=("id",),
    filters={
        "story": equals(tables.Article.story_id),
        "source": equals(tables.Article.source_id),
        "url": equals(tables.Article.url),
    },
)


@dataclass(frozen=True, slots=True)
class Ingested:
    """`created` is False when the same text of the same source and address was stored already."""

    article: Article
    created: bool


async def ingest(intake: Intake, request: ArticleRequest) -> Ingested:
    """Store an article with everything read in it; if it joins a story of others, with the story's new comparison.

    All of it becomes visible together. The same text of the same source and address is stored once: sent again it is
    found, and joins the story named if it was in none. Raises InputError when the text cannot be read, UnknownStory,
    ArticleElsewhere, StoryFull and StoryBusy; then nothing is stored.
    """
    async with intake.database.reading() as session:
        if request.story_id is not None and await session.get(tables.Story, request.story_id) is None:
            raise UnknownStory("Open the story first; there is none with this id.", pointer="/story_id")
        known = await find(session, request)
    draft = None if known else await drafted(intake, request)
    if request.story_id is not None:
        created = await store_in_story(intake, request, draft, request.story_id)
    else:
        created = draft is not None and await store_alone(intake, request, draft)
    async with intake.database.reading() as session:
        return Ingested(await stored(session, request), created)


async def store_alone(intake: Intake, request: ArticleRequest, draft: Draft) -> bool:
    """Write a new article that belongs to no story. False when somebody else has written it since it was looked up."""
    alone = StoredArticle(draft.row, request.source.name, draft.run.id, draft.extraction)
    named = await intake.computing.run(by_names, [alone], None)
    async with intake.database.writing() as session:
        source = await settled_source(session, intake, request.source)
        if await find(session, request) is not None:
            return False
        await write(session, source, draft)
        await identifications.save(session, [draft.row.id], named, intake.clock())
        return True


async def stored(session: AsyncSession, request: ArticleRequest) -> Article:
    """The article of a request that was carried out."""
    row = await find(session, request)
    if row is None:
        raise LookupError("the article was stored a moment ago and is gone")
    return await described(session, row)


async def get(session: AsyncSession, article_id: str) -> Article:
    """Raises NotFound."""
    return await described(session, await ARTICLES.get(session, article_id))


async def described(session: AsyncSession, row: tables.Article) -> Article:
    return schemas.article(row, *(await _around(session, [row]))[0])


async def summaries(session: AsyncSession, rows: Sequence[tables.Article]) -> list[ArticleSummary]:
    around = await _around(session, rows)
    return [schemas.article_summary(row, name, run) for row, (name, run) in zip(rows, around, strict=True)]


async def _around(session: AsyncSession, rows: Sequence[tables.Article]) -> list[tuple[str, tables.Run]]:
    """The source's name and the current run of each article."""
    found = await session.execute(
        sa.select(col(tables.Article.id), col(tables.Source.name), tables.Run)
        .join(tables.Source, col(tables.Source.id) == col(tables.Article.source_id))
        .join(tables.Run, sa.and_(col(tables.Run.article_id) == col(tables.Article.id), col(tables.Run.current)))
        .where(col(tables.Article.id).in_([row.id for row in rows]))
    )
    around = {article_id: (name, run) for article_id, name, run in found}
    return [around[row.id] for row in rows]


async def extraction_of(session: AsyncSession, article_id: str) -> ArticleExtraction:
    """Everything the current run read in an article. Raises NotFound."""
    row = await ARTICLES.get(session, article_id)
    run = (await _around(session, [row]))[0][1]
    kept = await extractions.load(session, [run.id])
    return schemas.article_extraction(row.id, run.id, kept[run.id].extraction)
