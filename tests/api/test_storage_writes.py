"""What is accepted is never lost, never half there and never there twice, whoever else is writing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

from api.errors import ArticleElsewhere, StoryBusy
from api.resources.articles.schemas import ArticleRequest
from api.resources.articles.service import Ingested, ingest
from api.resources.stories import service as stories
from api.resources.stories.schemas import StoryComparison, StoryRequest
from api.running.computing import Computing
from api.running.engine import Engine
from api.running.intake import Intake
from api.storage import tables
from api.storage.database import Database
from extractors.records import ArticleText, Extraction
from matching.records import Article, Comparison
from tests.api.fakes import FakeEngine
from tests.api.stored import COURIER, MOMENT, counter


class Failing(FakeEngine):
    """Reads, and fails to compare."""

    def compare(self, articles: Sequence[Article]) -> Comparison:
        raise RuntimeError(f"out of order, with {len(articles)} articles")


class Careless(FakeEngine):
    """Gives two claims of an article the same id, which is found out in the middle of writing."""

    def extract(self, article: ArticleText) -> Extraction:
        read = super().extract(article)
        return replace(read, claims=(*read.claims, read.claims[0]))


def intake_with(database: Database, engine: Engine) -> Intake:
    return Intake(database, Computing(engine, 2), lambda: MOMENT, counter())


def article(number: int, story: str | None, **changes: Any) -> ArticleRequest:
    sent = {
        **COURIER,
        "url": f"https://courier.example/{number}",
        "text": f"The bridge cost {number} million.",
        "story_id": story,
    }
    return ArticleRequest.model_validate({**sent, **changes})


async def opened(intake: Intake) -> str:
    return (await stories.open_story(intake, StoryRequest(title="A bridge"))).id


async def comparison(database: Database, story: str) -> StoryComparison:
    async with database.reading() as session:
        return await stories.current_comparison(session, story)


async def counts(database: Database) -> dict[str, int]:
    """How many rows every table holds, those that are empty left out."""
    async with database.reading() as session:
        found = {
            name: await session.scalar(sa.select(sa.func.count()).select_from(table))
            for name, table in SQLModel.metadata.tables.items()
        }
    return {name: count for name, count in found.items() if count}


async def test_articles_sent_to_one_story_at_once_are_all_in_its_comparison(database: Database) -> None:
    intake = intake_with(database, FakeEngine())
    story = await opened(intake)
    sent = await asyncio.gather(*(ingest(intake, article(number, story)) for number in range(8)))
    found = await comparison(database, story)
    assert {one.id for one in found.articles} == {one.article.id for one in sent}
    assert len(found.alignments) == 8 * 7 / 2


async def test_processes_that_write_to_one_story_at_once_lose_nothing(database_url: str) -> None:
    """Two databases opened on one address share no turns, as two processes do not."""
    one, other = Database(database_url), Database(database_url)
    ids = counter()
    intakes = [Intake(each, Computing(FakeEngine(), 1), lambda: MOMENT, ids) for each in (one, other)]
    story = await opened(intakes[0])
    sent = await asyncio.gather(*(ingest(intakes[n % 2], article(n, story)) for n in range(6)))
    found = await comparison(one, story)
    await one.close()
    await other.close()
    assert {part.id for part in found.articles} == {part.article.id for part in sent}


async def test_one_article_sent_many_times_at_once_is_stored_once(database: Database) -> None:
    intake = intake_with(database, FakeEngine())
    sent = await asyncio.gather(*(ingest(intake, article(1, None)) for _ in range(6)))
    assert sorted(one.created for one in sent) == [False] * 5 + [True]
    assert len({one.article.id for one in sent}) == 1
    held = await counts(database)
    assert (held["articles"], held["sources"], held["runs"]) == (1, 1, 1)


async def test_one_article_sent_to_two_stories_at_once_is_in_one_of_them(database: Database) -> None:
    intake = intake_with(database, FakeEngine())
    both = [await opened(intake), await opened(intake)]
    sent = await asyncio.gather(*(ingest(intake, article(1, story)) for story in both), return_exceptions=True)
    assert {type(one) for one in sent} == {Ingested, ArticleElsewhere}
    assert (await counts(database))["articles"] == 1


async def test_new_texts_at_one_address_sent_at_once_are_revisions_in_a_row(database: Database) -> None:
    intake = intake_with(database, FakeEngine())
    first = await ingest(intake, article(0, None, url="https://courier.example/same"))
    later = await asyncio.gather(
        *(ingest(intake, article(n, None, url="https://courier.example/same")) for n in range(1, 6))
    )
    assert sorted(one.article.revision for one in (first, *later)) == [1, 2, 3, 4, 5, 6]


async def test_an_article_whose_story_cannot_be_compared_is_not_stored(database: Database) -> None:
    intake = intake_with(database, Failing())
    story = await opened(intake)
    await ingest(intake, article(1, story))
    before = await counts(database)
    with pytest.raises(RuntimeError, match="out of order"):
        await ingest(intake, article(2, story))
    assert await counts(database) == before


async def test_a_write_that_fails_half_way_leaves_nothing(database: Database) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        await ingest(intake_with(database, Careless()), article(1, None))
    assert await counts(database) == {}


async def test_a_story_that_changes_all_the_time_is_given_up(database: Database) -> None:
    class Restless(FakeEngine):
        """While it compares, somebody else changes every story."""

        def compare(self, articles: Sequence[Article]) -> Comparison:
            asyncio.run_coroutine_threadsafe(touch(database), loop).result()
            return super().compare(articles)

    loop = asyncio.get_running_loop()
    intake = intake_with(database, Restless())
    story = await opened(intake)
    await ingest(intake, article(1, story))
    before = await counts(database)
    with pytest.raises(StoryBusy):
        await ingest(intake, article(2, story))
    assert await counts(database) == before


async def touch(database: Database) -> None:
    async with database.writing() as session:
        await session.execute(sa.update(tables.Story).values(version=tables.Story.version + 1))


async def test_readers_see_the_article_and_its_comparison_together(database: Database) -> None:
    """Whenever a reader looks, a story of two or more articles has a comparison of all of them."""
    intake = intake_with(database, FakeEngine())
    story = await opened(intake)
    seen: list[tuple[int, int]] = []

    async def look() -> None:
        while len(seen) < 1 or seen[-1][0] < 5:
            async with database.reading() as session:
                row = await stories.STORIES.get(session, story)
                held = (await stories.described(session, [row]))[0].articles
            async with database.reading() as session:
                compared = len((await stories.current_comparison(session, story)).articles) if held > 1 else held
            seen.append((held, compared))

    watching = asyncio.create_task(look())
    for number in range(5):
        await ingest(intake, article(number, story))
    await watching
    assert all(compared >= held for held, compared in seen)


async def test_what_is_derived_is_the_same_in_every_database(database_url: str) -> None:
    """The same articles under the same ids give byte for byte the same comparison, stored and computed anew."""
    told = []
    for _ in range(2):
        database = Database(database_url)
        intake = intake_with(database, FakeEngine())
        story = await opened(intake)
        for number in range(3):
            await ingest(intake, article(number, story))
        told.append((await comparison(database, story)).model_dump_json())
        await database.close()
        await emptied(database_url)
    assert told[0] == told[1]


async def emptied(url: str) -> None:
    database = Database(url)
    async with database.writing() as session:
        for table in reversed(SQLModel.metadata.sorted_tables):
            await session.execute(sa.delete(table))
    await database.close()
