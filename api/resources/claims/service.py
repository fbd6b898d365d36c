"""Claims of stored articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.lists.counting import Grouping, of_article
from api.lists.pagination import Listing
from api.resources.claims.filters import FILTERS, OF_ONE_LEVEL, UNLESS_GIVEN
from api.resources.claims.schemas import Claim, stored_claim
from api.resources.speakers.holders import holders
from api.storage import extraction_rows, tables

OF_EVERY_LEVEL = Listing("claim", tables.Claim, ("article_id", "position", "id"), FILTERS, UNLESS_GIVEN)
CLAIMS = replace(OF_EVERY_LEVEL, unless_given={**UNLESS_GIVEN, **OF_ONE_LEVEL})
_ATTRIBUTED = (tables.Attribution, col(tables.Attribution.id) == col(tables.Claim.attribution_id))
_IDENTIFIED = (
    tables.Identification,
    col(tables.Identification.appearance_id) == col(tables.Attribution.appearance_id),
)
GROUPINGS = {
    "kind": Grouping(tables.Claim.kind),
    "level": Grouping(tables.Claim.level),
    "nature": Grouping(tables.Claim.nature),
    "polarity": Grouping(tables.Claim.polarity),
    "certainty": Grouping(tables.Claim.certainty),
    "stance": Grouping(tables.Attribution.stance, (_ATTRIBUTED,)),
    "source": of_article(tables.Article.source_id, tables.Claim.article_id, tables.Source.name),
    "story": of_article(tables.Article.story_id, tables.Claim.article_id, tables.Story.title),
    "speaker": Grouping(tables.Identification.speaker_id, (_ATTRIBUTED, _IDENTIFIED), tables.Speaker.name),
}


async def described(session: AsyncSession, rows: Sequence[tables.Claim]) -> list[Claim]:
    """The messages of some claims, in their order, with the attributions they belong to."""
    attributions = (
        await session.scalars(
            sa.select(tables.Attribution).where(
                col(tables.Attribution.id).in_({row.attribution_id for row in rows if row.attribution_id})
            )
        )
    ).all()
    appearances = await session.scalars(
        sa.select(tables.Appearance).where(
            col(tables.Appearance.id).in_({row.appearance_id for row in attributions if row.appearance_id})
        )
    )
    speaker_of = {row.id: extraction_rows.speaker(row) for row in appearances}
    attribution_of = {row.id: extraction_rows.attribution(row, speaker_of) for row in attributions}
    holder_of = await holders(session, attribution_of)
    return [
        stored_claim(row, extraction_rows.claim(row, attribution_of), holder_of.get(row.attribution_id or ""))
        for row in rows
    ]
