"""Stories: what one holds, and bringing its comparison up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.errors import StoryFull
from api.lists.pagination import Condition, Listing
from api.resources.stories import schemas
from api.resources.stories.schemas import Story, StoryComparison, StoryRequest
from api.running.intake import Intake
from api.storage import comparisons, extractions, identifications, tables
from api.storage.comparisons import StoredArticle
from api.storage.deciding import ruling_on
from api.wire import MAX_ARTICLES, MAX_TOTAL_TEXT, MIN_ARTICLES
from extractors.records import Caveat
from matching.errors import TooFewArticles

STORIES = Listing("story", tables.Story, order=("id",))
DECIDED_SINCE = Caveat(
    "decided_since",
    "Decisions on speakers that were made or reversed since are not counted; have the story compared again.",
)


@dataclass(frozen=True, slots=True)
class StoryState:
    """What a story held at one version: of each article the newest revision, in no order."""

    version: int
    articles: tuple[StoredArticle, ...]


async def open_story(intake: Intake, request: StoryRequest) -> Story:
    """A new story without articles. Two stories may have the same title."""
    row = tables.Story(id=intake.new_id("sto"), title=request.title, version=0, created_at=intake.clock())
    async with intake.database.writing() as session:
        session.add(row)
    return schemas.story(row, articles=0, comparison_run_id=None)


async def described(session: AsyncSession, rows: Sequence[tables.Story]) -> list[Story]:
    """The messages of some stories, in their order."""
    ids = [row.id for row in rows]
    counts = await session.execute(
        sa.select(col(tables.Article.story_id), sa.func.count())
        .where(col(tables.Article.story_id).in_(ids))
        .group_by(col(tables.Article.story_id))
    )
    count_of = dict(counts.all())
    runs = await session.execute(
        sa.select(col(tables.Run.story_id), col(tables.Run.id)).where(
            col(tables.Run.story_id).in_(ids), col(tables.Run.current)
        )
    )
    run_of = dict(runs.all())
    return [schemas.story(row, count_of.get(row.id, 0), run_of.get(row.id)) for row in rows]


async def state_of(session: AsyncSession, story_id: str) -> StoryState:
    """What the story holds now. The story exists."""
    version = (
        await session.scalars(sa.select(col(tables.Story.version)).where(col(tables.Story.id) == story_id))
    ).one()
    articles = await stored_articles(session, col(tables.Article.story_id) == story_id)
    return StoryState(version, newest(articles))


async def stored_articles(session: AsyncSession, condition: Condition) -> tuple[StoredArticle, ...]:
    """The articles that satisfy a condition, each with what its current run read, as the run gave it."""
    found = await session.execute(
        sa.select(tables.Article, col(tables.Source.name), col(tables.Run.id))
        .join(tables.Source, col(tables.Source.id) == col(tables.Article.source_id))
        .join(tables.Run, sa.and_(col(tables.Run.article_id) == col(tables.Article.id), col(tables.Run.current)))
        .where(condition)
    )
    parts = [(row, source, run_id) for row, source, run_id in found]
    kept = await extractions.load(session, [run_id for _, _, run_id in parts])
    return tuple(StoredArticle(row, source, run_id, kept[run_id].as_read()) for row, source, run_id in parts)


def newest(articles: Sequence[StoredArticle]) -> tuple[StoredArticle, ...]:
    """Of several revisions, texts of one source at one address, the newest; an article without an address is alone."""
    chosen: dict[tuple[str, str], StoredArticle] = {}
    for article in articles:
        key = (article.source, article.row.url or article.row.id)
        if key not in chosen or chosen[key].row.revision < article.row.revision:
            chosen[key] = article
    return tuple(chosen.values())


def refuse_too_much(articles: Sequence[StoredArticle]) -> None:
    """Raises StoryFull when these are more than one comparison takes."""
    if len(articles) > MAX_ARTICLES:
        raise StoryFull(f"A story holds at most {MAX_ARTICLES} articles; open another one.", pointer="/story_id")
    if sum(len(one.row.text) for one in articles) > MAX_TOTAL_TEXT:
        raise StoryFull(
            f"The articles of a story hold at most {MAX_TOTAL_TEXT:,} characters; open another one.",
            pointer="/story_id",
        )


async def advance(session: AsyncSession, story_id: str, version: int) -> bool:
    """Count one change of the story, if it is still at `version`; until the transaction ends nobody else can."""
    counted = await session.execute(
        sa.update(tables.Story)
        .where(col(tables.Story.id) == story_id, col(tables.Story.version) == version)
        .values(version=version + 1)
        .returning(col(tables.Story.id))
    )
    return counted.one_or_none() is not None


async def current_comparison(session: AsyncSession, story_id: str) -> StoryComparison:
    """What the story's articles show. Raises NotFound, and TooFewArticles while there are fewer than two."""
    await STORIES.get(session, story_id)
    run = (
        await session.scalars(
            sa.select(tables.Run).where(col(tables.Run.story_id) == story_id, col(tables.Run.current))
        )
    ).one_or_none()
    if run is None:
        raise TooFewArticles(f"Put at least {MIN_ARTICLES} articles into the story; then they are compared.")
    comparison = await comparisons.load(session, run)
    if await _decided_since(session, run):
        comparison = replace(comparison, caveats=(*comparison.caveats, DECIDED_SINCE))
    return schemas.story_comparison(run, comparison)


async def _decided_since(session: AsyncSession, run: tables.Run) -> bool:
    """Whether other decisions are about the speakers of a comparison than those it counted."""
    of_run = col(tables.Identification.article_id).in_([one.article for one in run.inputs])
    now = {
        (row.article_id, row.appearance_id): occurrence
        for row, occurrence in await identifications.occurrences(session, of_run)
    }
    return (await ruling_on(session, now)).decisions != run.decisions
