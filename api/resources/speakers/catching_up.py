"""What an earlier version stored and this one would have identified is identified when the service starts.

These are the speakers of articles stored before speakers were known across articles, and the words of names stored
before speakers could be searched for.
"""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.resources.stories.service import stored_articles
from api.storage import identifications, tables
from api.storage.database import Database
from api.storage.name_words import learn, unlearned


async def catch_up(database: Database, now: dt.datetime) -> int:
    """Identify the speakers of every story and article where some are not. How many of these there were.

    Where there are none, nothing is written, so that many processes may start at once.
    """
    async with database.reading() as session:
        waiting = await _waiting(session)
        names = await unlearned(session)
    for story_id, article_id in waiting:
        async with database.writing() as session:
            of_it = (
                col(tables.Article.id) == article_id if story_id is None else col(tables.Article.story_id) == story_id
            )
            members = await stored_articles(session, of_it)
            named = identifications.by_names(members, story_id)
            await identifications.save(session, [one.row.id for one in members], named, now)
    if names:
        async with database.writing() as session:
            await identifications.one_at_a_time(session)
            await learn(session, names)
    return len(waiting)


async def _waiting(session: AsyncSession) -> list[tuple[str | None, str | None]]:
    """Stories, and articles of none, with appearances of current runs that nobody was found for."""
    found = await session.execute(
        sa.select(col(tables.Article.story_id), col(tables.Article.id))
        .join(tables.Appearance, col(tables.Appearance.article_id) == col(tables.Article.id))
        .join(tables.Run, sa.and_(col(tables.Run.id) == col(tables.Appearance.run_id), col(tables.Run.current)))
        .outerjoin(tables.Identification, col(tables.Identification.appearance_id) == col(tables.Appearance.id))
        .where(col(tables.Identification.appearance_id).is_(None))
        .order_by(col(tables.Article.id))
        .distinct()
    )
    return list(dict.fromkeys((story, None if story else article) for story, article in found))
