"""Comparing the articles of a story, and comparing them once more when the story has changed meanwhile.

    the story's state, and who decisions say its speakers are ─ compare ─ write, if both are still so
                 ▲                                                          │ they are not
                 └──────────────────────────────────────────────────────────┘

A comparison takes seconds and SQLite has one writer at a time, so nothing is locked while it is computed. Before it is
written, the state it was computed from is read again; where that has changed, all of it is done anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.errors import StoryBusy
from api.resources.stories import service as stories
from api.running.engine import Engine
from api.running.intake import Intake
from api.storage import comparisons, identifications, tables
from api.storage.comparisons import StoredArticle
from api.storage.deciding import Ruling
from api.storage.identifications import Named
from api.wire import MIN_ARTICLES
from matching.errors import TooFewArticles
from matching.records import Comparison

ATTEMPTS = 20
"""How often a comparison is made anew because another process changed the story meanwhile. Callers in one process take
turns, so this many failures in a row mean some twenty processes at work on one story."""

T = TypeVar("T")


class Overtaken(Exception):
    """What a write was decided on has changed: it is undone and decided anew. Never leaves `in_turn`."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, with the articles it was made of under the names they had in it, and the decisions it counted."""

    named: dict[str, StoredArticle]
    ruling: Ruling
    comparison: Comparison


async def in_turn(intake: Intake, story_id: str, attempt: Callable[[], Awaitable[T]]) -> T:
    """What `attempt` gives when nobody overtakes it. Raises StoryBusy."""
    async with intake.database.turn(story_id):
        for _ in range(ATTEMPTS):
            try:
                return await attempt()
            except Overtaken:
                continue
    raise StoryBusy("Others keep changing this story. Nothing was stored; send the request again.")


async def compare_again(intake: Intake, story_id: str) -> bool:
    """Bring a story's comparison up to date with the decisions that stand. Whether that changed anything.

    Raises NotFound, TooFewArticles and StoryBusy.
    """
    async with intake.database.reading() as session:
        await stories.STORIES.get(session, story_id)
    return await in_turn(intake, story_id, lambda: _attempt(intake, story_id))


async def _attempt(intake: Intake, story_id: str) -> bool:
    async with intake.database.reading() as session:
        state = await stories.state_of(session, story_id)
    named = await intake.computing.run(by_names, state.articles, story_id)
    compared = await compare_members(intake, state.articles, named)
    if compared is None:
        raise TooFewArticles(f"Put at least {MIN_ARTICLES} articles into the story; then they are compared.")
    async with intake.database.writing() as session:
        if not await stories.advance(session, story_id, state.version):
            raise Overtaken
        await refuse_overtaken(session, compared, named)
        return await save(session, intake, story_id, compared)


def by_names(_engine: Engine, members: Sequence[StoredArticle], story_id: str | None) -> list[Named]:
    """Who the names of some articles tell, as work for the threads that compute."""
    return identifications.by_names(members, story_id)


async def compare_members(intake: Intake, articles: Sequence[StoredArticle], named: Sequence[Named]) -> Compared | None:
    """The comparison of some articles, whose speakers are `named`; None of fewer than two."""
    if len(articles) < MIN_ARTICLES:
        return None
    async with intake.database.reading() as session:
        ruling = await _ruling(session, articles, named)
    in_order = comparisons.in_order(articles)
    return Compared(in_order, ruling, await intake.computing.run(_comparison_of, in_order, ruling))


def _comparison_of(engine: Engine, named: dict[str, StoredArticle], ruling: Ruling) -> Comparison:
    return engine.compare(comparisons.as_given(named, ruling))


async def refuse_overtaken(session: AsyncSession, compared: Compared, named: Sequence[Named]) -> None:
    """Raises Overtaken when decisions say something else by now; until the transaction ends they cannot."""
    await identifications.one_at_a_time(session)
    if await _ruling(session, list(compared.named.values()), named) != compared.ruling:
        raise Overtaken


async def _ruling(session: AsyncSession, articles: Sequence[StoredArticle], named: Sequence[Named]) -> Ruling:
    return await identifications.ruling_on_named(session, [one.row.id for one in articles], named)


async def save(session: AsyncSession, intake: Intake, story_id: str, compared: Compared) -> bool:
    """Make a comparison the story's current one. False when it was already.

    One that was made before, of the same articles under the same decisions, is stored and comes to the front again.
    """
    run = comparisons.run_of(story_id, compared.named, compared.ruling, compared.comparison, intake.clock())
    known = await session.get(tables.Run, run.id)
    if known is not None and known.current:
        return False
    await session.execute(
        sa.update(tables.Run).where(col(tables.Run.story_id) == story_id, col(tables.Run.current)).values(current=False)
    )
    if known is not None:
        known.current = True
    else:
        await comparisons.save(session, run, compared.named, compared.comparison)
    return True
