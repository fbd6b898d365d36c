"""What people decided about speakers, applied: from the speaker that names tell to the one it is.

A merge leads everything of one speaker to another, a split what satisfies its conditions. Decisions that stand never
lead in a circle (`api.decisions.service` refuses one that would), so following them ends. At each speaker splits come
before the merge, earlier ones first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.storage import tables
from matching.name_forms import plain

Decisions = Mapping[str, Sequence[tables.SpeakerDecision]]
"""Decisions that stand, by the speaker they lead away from, in the order they are applied."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What decisions are made about: an appearance, by the speaker that names tell, its place and its own name."""

    automatic_id: str
    article_id: str
    story_id: str | None
    name: str


def settled(occurrence: Occurrence, decisions: Decisions) -> str:
    """The speaker that an occurrence is of."""
    speaker_id: str | None = occurrence.automatic_id
    while speaker_id is not None:
        last = speaker_id
        speaker_id = next((one.to_id for one in decisions.get(last, ()) if applies(one, occurrence)), None)
    return last


def applies(decision: tables.SpeakerDecision, occurrence: Occurrence) -> bool:
    """Whether a decision is about an occurrence of its speaker. A merge, which has no conditions, is about all."""
    names = {plain(name) for name in decision.names}
    return (
        (not decision.articles or occurrence.article_id in decision.articles)
        and (not decision.stories or occurrence.story_id in decision.stories)
        and (not names or plain(occurrence.name) in names)
    )


async def decisions_from(
    session: AsyncSession, speaker_ids: Collection[str]
) -> dict[str, list[tables.SpeakerDecision]]:
    """Every decision that stands on a way that begins at one of some speakers."""
    found: dict[str, list[tables.SpeakerDecision]] = defaultdict(list)
    seen = set(speaker_ids)
    ahead = seen
    while ahead:
        rows = await session.scalars(
            sa.select(tables.SpeakerDecision)
            .where(col(tables.SpeakerDecision.from_id).in_(ahead), col(tables.SpeakerDecision.reversed_at).is_(None))
            .order_by(
                col(tables.SpeakerDecision.kind).desc(),  # splits first
                col(tables.SpeakerDecision.created_at),
                col(tables.SpeakerDecision.id),
            )
        )
        ahead = set()
        for row in rows:
            found[row.from_id].append(row)
            ahead.add(row.to_id)
        ahead -= seen
        seen |= ahead
    return found


async def merged_into(session: AsyncSession, speaker_id: str) -> str:
    """The speaker that one was merged into, by however many merges; itself if it was not."""
    return end_of_merges(speaker_id, await decisions_from(session, {speaker_id}))


def end_of_merges(speaker_id: str, decisions: Decisions) -> str:
    """The same, of decisions that are known."""
    while merges := [one for one in decisions.get(speaker_id, ()) if one.kind == "merge"]:
        speaker_id = merges[0].to_id
    return speaker_id
