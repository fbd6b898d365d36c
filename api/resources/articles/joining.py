"""An article joins a story. The article, its speakers and the story's new comparison are written in one transaction.

The comparison takes too long to hold a lock meanwhile; `api.resources.stories.comparing` says what is done instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.errors import ArticleElsewhere
from api.resources.articles.schemas import ArticleRequest
from api.resources.articles.writing import Draft, find, next_revision, settled_source, write
from api.resources.stories import service as stories
from api.resources.stories.comparing import Overtaken, by_names, compare_members, in_turn, refuse_overtaken, save
from api.running.intake import Intake
from api.storage import identifications, tables
from api.storage.comparisons import StoredArticle


async def store_in_story(intake: Intake, request: ArticleRequest, draft: Draft | None, story_id: str) -> bool:
    """Put an article into a story, a new one or (where `draft` is None) one that is stored. Whether it was written.

    Raises ArticleElsewhere, StoryFull and StoryBusy.
    """
    return await in_turn(intake, story_id, lambda: _attempt(intake, request, draft, story_id))


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
    compared = await compare_members(intake, members, named)
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
        if compared is not None:
            await refuse_overtaken(session, compared, named)
            await save(session, intake, story_id, compared)
        await identifications.save(session, [one.row.id for one in members], named, intake.clock())
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
