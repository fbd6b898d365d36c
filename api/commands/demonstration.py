"""Storing the demonstration stories, and finding what their comparison showed.

Each article is stored under an address of its own, made from the names of its story and file. By it a second run finds
what the first has stored, and an article whose file was edited becomes a new revision instead of a second article.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.commands.seeding import SeedArticle, SeedStory
from api.errors import NotFound
from api.resources.articles.schemas import ArticleRequest
from api.resources.articles.service import ingest
from api.resources.stories import service as stories
from api.resources.stories.schemas import Story, StoryRequest
from api.running.intake import Intake
from api.storage import comparisons, tables
from api.wire import SourceRef
from matching.records import Comparison

Told = Callable[[SeedStory, SeedArticle], None]
"""Called after each article, for whoever watches."""


@dataclass(frozen=True, slots=True)
class StoredStory:
    """A story as it is stored; `new` counts the articles that were not there before."""

    seed: SeedStory
    story: Story
    new: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The newest comparison of a story and the run that made it."""

    run: tables.Run
    comparison: Comparison


def chosen(seeds: Sequence[SeedStory], name: str) -> SeedStory:
    """The story of a name. Raises NotFound, naming those there are."""
    found = next((seed for seed in seeds if seed.id == name), None)
    if found is None:
        raise NotFound(f"There is no demonstration story {name!r}; there are {', '.join(seed.id for seed in seeds)}.")
    return found


async def store(intake: Intake, seeds: Sequence[SeedStory], told: Told) -> list[StoredStory]:
    """Every story with its articles, those that are stored already left as they are. Raises what `ingest` does."""
    done = []
    for seed in seeds:
        story_id = await _story_of(intake, seed)
        new = 0
        for article in seed.articles:
            new += (await ingest(intake, request_of(seed, article, story_id))).created
            told(seed, article)
        async with intake.database.reading() as session:
            (story,) = await stories.described(session, [await stories.STORIES.get(session, story_id)])
        done.append(StoredStory(seed, story, new))
    return done


async def shown(session: AsyncSession, story: Story) -> Shown:
    """Raises NotFound while the story has no comparison."""
    run = await session.get(tables.Run, story.comparison_run_id) if story.comparison_run_id else None
    if run is None:
        raise NotFound(f"The story {story.title!r} has not been compared: it holds {story.articles} article(s).")
    return Shown(run, await comparisons.load(session, run))


def request_of(seed: SeedStory, article: SeedArticle, story_id: str) -> ArticleRequest:
    return ArticleRequest(
        text=article.text,
        title=article.title,
        published_at=article.published,
        url=address_of(seed, article),
        source=SourceRef(name=article.source, publisher=article.publisher),
        story_id=story_id,
    )


def address_of(seed: SeedStory, article: SeedArticle) -> str:
    return f"urn:variorum:seed:{seed.id}/{article.id}"


async def _story_of(intake: Intake, seed: SeedStory) -> str:
    """The stored story that holds one of the seed's articles, or a new one."""
    addresses = [address_of(seed, article) for article in seed.articles]
    statement = (
        sa.select(col(tables.Article.story_id))
        .where(col(tables.Article.url).in_(addresses), col(tables.Article.story_id).is_not(None))
        .order_by(col(tables.Article.id))
    )
    async with intake.database.reading() as session:
        story_id = (await session.scalars(statement)).first()
    return story_id or (await stories.open_story(intake, StoryRequest(title=seed.title))).id
