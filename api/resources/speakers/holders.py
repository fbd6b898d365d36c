"""Which speaker across articles an attribution is to."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.storage import tables


async def holders(session: AsyncSession, attribution_ids: Collection[str]) -> dict[str, str]:
    """The speakers that some attributions of current runs are to, by attribution."""
    found = await session.execute(
        sa.select(col(tables.Attribution.id), col(tables.Identification.speaker_id))
        .join(
            tables.Identification,
            col(tables.Identification.appearance_id) == col(tables.Attribution.appearance_id),
        )
        .where(col(tables.Attribution.id).in_(attribution_ids))
    )
    return dict(found.all())
