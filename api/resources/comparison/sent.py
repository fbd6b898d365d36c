"""Stored decisions on speakers, applied to articles that somebody sent to have them compared.

These articles are not stored, but the id of a speaker follows from the name, so that decisions on speakers of the
archive hold for them, too. Where the same article is stored as well, decisions that name it or its story hold also.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.resources.articles.writing import identity_of
from api.resources.comparison.schemas import CompareArticle
from api.running.engine import Engine
from api.running.intake import Intake
from api.storage import tables
from api.storage.deciding import NOTHING_DECIDED, Ruling
from api.storage.identifications import Named, ruling_on_named
from matching.records import Article

SCOPE = "compared"
"""What a last name alone holds within where no story is known; no id of a story is like it."""


@dataclass(frozen=True, slots=True)
class Known:
    """The stored article that one of those sent is."""

    id: str
    story_id: str | None


async def ruling_on_sent(intake: Intake, sent: Sequence[CompareArticle], articles: Sequence[Article]) -> Ruling:
    """The ruling on the speakers of `articles`, which were read in those sent, by their ids there."""
    async with intake.database.reading() as session:
        if not await _any_decision(session):
            return NOTHING_DECIDED
        known = await _known(session, sent)
    named = await intake.computing.run(_by_names, articles, known)
    async with intake.database.reading() as session:
        ruling = await ruling_on_named(session, {one.id for one in known.values()}, named)
    stored_as = {one.id: _stored_id(one.id, known) for one in articles}
    return Ruling(
        {
            (article.id, speaker.id): ruling.who[place]
            for article in articles
            for speaker in article.extraction.speakers
            if (place := (stored_as[article.id], speaker.id)) in ruling.who
        },
        ruling.decisions,
    )


async def _any_decision(session: AsyncSession) -> bool:
    standing = sa.select(col(tables.SpeakerDecision.id)).where(col(tables.SpeakerDecision.reversed_at).is_(None))
    return await session.scalar(standing.limit(1)) is not None


async def _known(session: AsyncSession, sent: Sequence[CompareArticle]) -> dict[str, Known]:
    """The stored articles among those sent, by the ids they were sent with."""
    article = tables.Article
    identities = {one.id: identity_of(one.source.name, one.url, one.text) for one in sent}
    rows = await session.execute(
        sa.select(col(article.identity), col(article.id), col(article.story_id)).where(
            col(article.identity).in_(list(identities.values()))
        )
    )
    stored = {identity: Known(article_id, story_id) for identity, article_id, story_id in rows}
    return {sent_id: stored[identity] for sent_id, identity in identities.items() if identity in stored}


def _by_names(_engine: Engine, articles: Sequence[Article], known: Mapping[str, Known]) -> list[Named]:
    """Who the names tell, under the ids of what is stored: a last name alone as in the one story they are of."""
    from matching.identity_keys import identities  # loads spaCy, which the service does when it computes

    stories = {one.story_id for one in known.values() if one.story_id}
    found = identities(articles, stories.pop() if len(stories) == 1 else SCOPE)
    return [
        Named(
            "",
            _stored_id(article.id, known),
            known[article.id].story_id if article.id in known else None,
            speaker,
            found[article.id, speaker.id],
        )
        for article in articles
        for speaker in article.extraction.speakers
    ]


def _stored_id(sent_id: str, known: Mapping[str, Known]) -> str:
    """The id of the stored article, or one that is no stored article's."""
    return known[sent_id].id if sent_id in known else f"sent {sent_id}"
