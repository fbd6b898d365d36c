"""What a speaker is called, and what it is: what most articles say of its appearances."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.storage import tables


async def refresh(session: AsyncSession, speaker_ids: Collection[str]) -> None:
    """Bring name, type and `anonymous` of some speakers up to date.

    The name is one that a decision gave, the latest, or that which most articles use; of equals the most mentioned,
    then the longest. What was merged into a speaker does not rename it. A speaker without appearances stays as it is.
    """
    given = await _given_names(session, speaker_ids)
    weights: dict[str, dict[bool, Counter[tuple[str, str, bool]]]] = defaultdict(lambda: defaultdict(Counter))
    mentioned: Counter[tuple[str, str]] = Counter()
    own = col(tables.Identification.automatic_id) == col(tables.Identification.speaker_id)
    rows = await session.execute(
        sa.select(
            col(tables.Identification.speaker_id),
            own,
            col(tables.Identification.name),
            col(tables.Appearance.type),
            col(tables.Appearance.anonymous),
            sa.func.count(col(tables.Identification.article_id).distinct()),
            sa.func.sum(col(tables.Identification.mentions)),
        )
        .join(tables.Appearance, col(tables.Appearance.id) == col(tables.Identification.appearance_id))
        .where(col(tables.Identification.speaker_id).in_(speaker_ids))
        .group_by(
            col(tables.Identification.speaker_id),
            own,
            col(tables.Identification.name),
            col(tables.Appearance.type),
            col(tables.Appearance.anonymous),
        )
    )
    for speaker_id, is_own, name, kind, anonymous, articles, mentions in rows:
        weights[speaker_id][bool(is_own)][name, kind, bool(anonymous)] += articles
        mentioned[speaker_id, name] += mentions
    for speaker_id, by_origin in weights.items():
        counted = by_origin.get(True) or by_origin[False]
        names, kinds, hidden = Counter[str](), Counter[str](), Counter[bool]()
        for (name, kind, anonymous), articles in counted.items():
            names[name] += articles
            kinds[kind] += articles
            hidden[anonymous] += articles
        name = max(names, key=lambda one: (names[one], mentioned[speaker_id, one], len(one), one))
        await session.execute(
            sa.update(tables.Speaker)
            .where(col(tables.Speaker.id) == speaker_id)
            .values(
                name=given.get(speaker_id, name),
                type=max(kinds, key=lambda one: (kinds[one], one != "unknown", one)),
                anonymous=hidden[True] > hidden[False],
            )
        )


async def _given_names(session: AsyncSession, speaker_ids: Collection[str]) -> dict[str, str]:
    """The names that decisions gave, the latest of those that stand."""
    rows = await session.execute(
        sa.select(col(tables.SpeakerDecision.to_id), col(tables.SpeakerDecision.name))
        .where(
            col(tables.SpeakerDecision.to_id).in_(speaker_ids),
            col(tables.SpeakerDecision.name).is_not(None),
            col(tables.SpeakerDecision.reversed_at).is_(None),
        )
        .order_by(col(tables.SpeakerDecision.created_at), col(tables.SpeakerDecision.id))
    )
    return {speaker_id: name for speaker_id, name in rows if name}
