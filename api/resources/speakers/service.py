"""Speakers across articles: finding them and describing them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.errors import NotFound
from api.lists.counting import Grouping, of_article
from api.lists.filters import Filter, appearances_of, equals, of_source, of_story
from api.lists.pagination import Listing, Slice, bound_to, is_id, ranked
from api.resources.extraction.attributions import SpeakerType
from api.resources.speakers import schemas
from api.resources.speakers.schemas import MOST_NAMES, Appearance, Speaker, SpeakerName
from api.resources.speakers.searching import Search
from api.storage import tables
from api.storage.deciding import merged_into

IDENTIFIED = tables.Identification


def appearing(condition: sa.ColumnElement[bool] | None = None) -> sa.ColumnElement[bool]:
    """Speakers one of whose appearances satisfies a condition, or who appear at all."""
    statement = sa.select(col(IDENTIFIED.speaker_id))
    return col(tables.Speaker.id).in_(statement if condition is None else statement.where(condition))


def appearing_where(condition: Filter) -> Filter:
    return lambda value: appearing(condition(value))


def _of_name(name: str) -> sa.ColumnElement[bool]:
    named = sa.select(col(tables.Appearance.id)).where(col(tables.Appearance.name) == name)
    return sa.or_(col(tables.Speaker.name) == name, appearing(col(IDENTIFIED.appearance_id).in_(named)))


SPEAKERS = Listing(
    "speaker",
    tables.Speaker,
    order=("created_at", "id"),
    filters={
        "name": _of_name,
        "type": equals(tables.Speaker.type),
        "anonymous": equals(tables.Speaker.anonymous),
        "article": appearing_where(equals(IDENTIFIED.article_id)),
        "story": appearing_where(of_story(IDENTIFIED.article_id)),
        "source": appearing_where(of_source(IDENTIFIED.article_id)),
    },
    always=(appearing(),),
)
APPEARANCES = Listing(
    "appearance",
    tables.Appearance,
    order=("article_id", "position", "id"),
    filters={
        "speaker": lambda speaker_id: col(tables.Appearance.id).in_(appearances_of(speaker_id)),
        "article": equals(tables.Appearance.article_id),
        "story": of_story(tables.Appearance.article_id),
        "source": of_source(tables.Appearance.article_id),
        "name": equals(tables.Appearance.name),
    },
)


_IDENTIFIED = (IDENTIFIED, col(IDENTIFIED.speaker_id) == col(tables.Speaker.id))
GROUPINGS = {
    "type": Grouping(tables.Speaker.type),
    "source": of_article(tables.Article.source_id, IDENTIFIED.article_id, tables.Source.name, [_IDENTIFIED]),
    "story": of_article(tables.Article.story_id, IDENTIFIED.article_id, tables.Story.title, [_IDENTIFIED]),
}


async def get(session: AsyncSession, speaker_id: str) -> tables.Speaker:
    """The speaker of this id: the one it was merged into, and of an appearance the one it is of. Raises NotFound."""
    if is_id(speaker_id):
        identified = await session.get(IDENTIFIED, speaker_id)
        found = await session.get(
            tables.Speaker, identified.speaker_id if identified else await merged_into(session, speaker_id)
        )
        if found is not None:
            return found
    raise NotFound("There is no speaker with this id.")


async def search(
    session: AsyncSession, sought: str, asked: Mapping[str, Any], limit: int, cursor: str | None
) -> Slice[tables.Speaker]:
    """One page of the speakers whose names fit, best first."""
    searching = Search(sought)
    meant = searching.meant(await session.scalars(sa.select(col(tables.NameWord.word)).distinct()))
    named = sa.intersect(
        *(sa.select(col(tables.NameWord.name)).where(col(tables.NameWord.word).in_(words)) for words in meant or [[]])
    )
    called = sa.union(
        sa.select(col(IDENTIFIED.speaker_id))
        .join(tables.Appearance, col(tables.Appearance.id) == col(IDENTIFIED.appearance_id))
        .where(col(tables.Appearance.name).in_(named)),
        sa.select(col(tables.Speaker.id)).where(col(tables.Speaker.name).in_(named)),
    )
    rows = await session.execute(
        sa.select(col(tables.Speaker.id), col(tables.Speaker.name), col(tables.Appearance.name))
        .join(IDENTIFIED, col(IDENTIFIED.speaker_id) == col(tables.Speaker.id))
        .join(tables.Appearance, col(tables.Appearance.id) == col(IDENTIFIED.appearance_id))
        .where(col(tables.Speaker.id).in_(called), *SPEAKERS.conditions(asked))
        .distinct()
    )
    names: dict[str, set[str]] = defaultdict(set)
    for speaker_id, *given in rows:
        names[speaker_id].update(given)
    ranks = [(found, speaker_id) for speaker_id, given in names.items() if (found := searching.rank(given)) > 0]
    page = ranked(ranks, bound_to("speaker", {**asked, "q": sought}), limit, cursor)
    row_of = {
        row.id: row
        for row in await session.scalars(
            sa.select(tables.Speaker).where(col(tables.Speaker.id).in_([speaker_id for _, speaker_id in page.rows]))
        )
    }
    return Slice([row_of[speaker_id] for _, speaker_id in page.rows], page.next_cursor)


async def described(session: AsyncSession, rows: Sequence[tables.Speaker]) -> list[Speaker]:
    """The messages of some speakers, in their order, with names and counts."""
    ids = [row.id for row in rows]
    names = await _names(session, ids)
    counts = await _counts(session, ids)
    claims = await _claims(session, ids)
    return [
        Speaker(
            id=row.id,
            name=row.name,
            type=SpeakerType(row.type),
            anonymous=row.anonymous,
            names=names[row.id][:MOST_NAMES],
            claims=claims.get(row.id, 0),
            created_at=row.created_at,
            **counts.get(row.id, _NOWHERE),
        )
        for row in rows
    ]


_COUNTED = ("articles", "stories", "sources", "mentions", "first_published_on", "last_published_on")
_NOWHERE: Mapping[str, Any] = dict(zip(_COUNTED, (0, 0, 0, 0, None, None), strict=True))


async def _names(session: AsyncSession, ids: Sequence[str]) -> dict[str, list[SpeakerName]]:
    articles = sa.func.count(col(IDENTIFIED.article_id).distinct())
    mentions = sa.func.sum(col(IDENTIFIED.mentions))
    rows = await session.execute(
        sa.select(col(IDENTIFIED.speaker_id), col(tables.Appearance.name), articles, mentions)
        .join(tables.Appearance, col(tables.Appearance.id) == col(IDENTIFIED.appearance_id))
        .where(col(IDENTIFIED.speaker_id).in_(ids))
        .group_by(col(IDENTIFIED.speaker_id), col(tables.Appearance.name))
        .order_by(articles.desc(), mentions.desc(), col(tables.Appearance.name))
    )
    found: dict[str, list[SpeakerName]] = defaultdict(list)
    for speaker_id, name, in_articles, mentioned in rows:
        found[speaker_id].append(SpeakerName(name=name, articles=in_articles, mentions=mentioned))
    return found


async def _counts(session: AsyncSession, ids: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    rows = await session.execute(
        sa.select(
            col(IDENTIFIED.speaker_id),
            sa.func.count(col(tables.Article.id).distinct()),
            sa.func.count(col(tables.Article.story_id).distinct()),
            sa.func.count(col(tables.Article.source_id).distinct()),
            sa.func.sum(col(IDENTIFIED.mentions)),
            sa.func.min(col(tables.Article.published_on)),
            sa.func.max(col(tables.Article.published_on)),
        )
        .join(tables.Article, col(tables.Article.id) == col(IDENTIFIED.article_id))
        .where(col(IDENTIFIED.speaker_id).in_(ids))
        .group_by(col(IDENTIFIED.speaker_id))
    )
    return {speaker_id: dict(zip(_COUNTED, counts, strict=True)) for speaker_id, *counts in rows}


async def _claims(session: AsyncSession, ids: Sequence[str]) -> dict[str, int]:
    rows = await session.execute(
        sa.select(col(IDENTIFIED.speaker_id), sa.func.count())
        .join(tables.Attribution, col(tables.Attribution.appearance_id) == col(IDENTIFIED.appearance_id))
        .join(tables.Claim, col(tables.Claim.attribution_id) == col(tables.Attribution.id))
        .where(col(IDENTIFIED.speaker_id).in_(ids), col(tables.Claim.level) == "clause")  # others say it again
        .group_by(col(IDENTIFIED.speaker_id))
    )
    return dict(rows.all())


async def appearances(session: AsyncSession, rows: Sequence[tables.Appearance]) -> list[Appearance]:
    """The messages of some appearances of current runs, in their order."""
    found = await session.execute(
        sa.select(IDENTIFIED, tables.Article)
        .join(tables.Article, col(tables.Article.id) == col(IDENTIFIED.article_id))
        .where(col(IDENTIFIED.appearance_id).in_([row.id for row in rows]))
    )
    around = {identified.appearance_id: (identified, article) for identified, article in found}
    return [schemas.appearance(row, *around[row.id]) for row in rows]
