"""An article joins a story: it, who its speakers are and the comparison it changes become visible in one write.

    the story's state ─ compare ─ write, if the story is still in that state
            ▲                          │ it is not
            └──────────────────────────┘

The comparison takes seconds and the database takes one writer at a time, so nothing is locked while it is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.articles.schemas import ArticleRequest
from api.articles.writing import Draft, find, next_revision, settled_source, write
from api.comparison.schemas import MIN_ARTICLES
from api.engine import Engine
from api.errors import ArticleElsewhere, StoryBusy
from api.intake import Intake
from api.storage import comparisons, identifications, tables
from api.storage.comparisons import StoredArticle
from api.storage.identifications import Named
from api.stories import service as stories
from matching.records import Comparison

ATTEMPTS = 20
"""How often a comparison is made anew because another process changed the story meanwhile. Callers in one process take
turns, so this many failures in a row mean some twenty processes at work on one story."""


class Overtaken(Exception):
    """What a write was decided on has changed: it is undone and decided anew. Never leaves this module."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, with the articles it was made of under the names they had in it."""

    named: dict[str, StoredArticle]
    comparison: Comparison


async def store_in_story(intake: Intake, request: ArticleRequest, draft: Draft | None, story_id: str) -> bool:
    """Put an article into a story, a new one or (where `draft` is None) one that is stored. Whether it was written.

    Raises ArticleElsewhere, StoryFull and StoryBusy.
    """
    async with intake.database.turn(story_id):
        for _ in range(ATTEMPTS):
            try:
                return await _attempt(intake, request, draft, story_id)
            except Overtaken:
                continue
    raise StoryBusy("Others keep changing this story. Nothing was stored; send the article again.")


async def _attempt(intake: Intake, request: ArticleRequest, draft: Draft | None, story_id: str) -> bool:
    async with intake.database.reading() as session:
        known = await find(session, request)
        if known is not None and known.story_id == story_id:
            return False
        if known is not None and known.story_id is not None:
            raise ArticleElsewhere(f"This article is already in the story {known.story_id}.", pointer="/story_id")
        state = await stories.state_of(session, story_id)
        newcomer = await _newcomer(session, request, draft, known)
    members = stories.newest([*state.articles, newcomer])
    stories.refuse_too_much(members)
    named = await intake.computing.run(by_names, members, story_id)
    compared = await _compare(intake, members)
    async with intake.database.writing() as session:
        source = await settled_source(session, intake, request.source)
        if not await stories.advance(session, story_id, state.version):
            raise Overtaken
        if known is not None:
            await _join(session, known.id, story_id)
        elif draft is not None and await find(session, request) is None:
            await write(session, source, draft)
        else:
            raise Overtaken
        await identifications.save(session, [one.row.id for one in members], named, intake.clock())
        if compared is not None:
            run = comparisons.run_of(story_id, compared.named, compared.comparison, intake.clock())
            await stories.retire_comparison(session, story_id)
            await comparisons.save(session, run, compared.named, compared.comparison)
    return known is None


async def _newcomer(
    session: AsyncSession, request: ArticleRequest, draft: Draft | None, known: tables.Article | None
) -> StoredArticle:
    if known is not None:
        return (await stories.stored_articles(session, col(tables.Article.id) == known.id))[0]
    if draft is None:
        raise Overtaken
    draft.row.revision = await next_revision(session, request.source.name, request.url)
    return StoredArticle(draft.row, request.source.name, draft.run.id, draft.extraction)


def by_names(_engine: Engine, members: Sequence[StoredArticle], story_id: str | None) -> list[Named]:
    """Who the names of some articles tell, as work for the threads that compute."""
    return identifications.by_names(members, story_id)


async def _compare(intake: Intake, articles: Sequence[StoredArticle]) -> Compared | None:
    if len(articles) < MIN_ARTICLES:
        return None
    named = comparisons.in_order(articles)
    return Compared(named, await intake.computing.run(_comparison_of, named))


def _comparison_of(engine: Engine, named: dict[str, StoredArticle]) -> Comparison:
    return engine.compare(comparisons.as_given(named))


async def _join(session: AsyncSession, article_id: str, story_id: str) -> None:
    """Put a stored article that is in no story into one. Raises Overtaken when it is in one by now."""
    joined = await session.execute(
        sa.update(tables.Article)
        .where(col(tables.Article.id) == article_id, col(tables.Article.story_id).is_(None))
        .values(story_id=story_id)
        .returning(col(tables.Article.id))
    )
    if joined.one_or_none() is None:
        raise Overtaken
