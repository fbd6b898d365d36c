"""What people decided about speakers, applied. It starts from the speaker that names tell and follows the decisions.

A merge leads everything of one speaker to another; a split leads what satisfies its conditions to a new one. Decisions
that stand never lead in a circle (`api.resources.decisions` refuses one that would), so following them ends. Where
several lead away from one speaker, splits are asked first, the earliest before the others, and then the merge.
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
ArticleSpeaker = tuple[str, str]
"""An article and a speaker in it, by the ids that whoever asks knows them by."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One appearance as decisions see it: the speaker that names tell, where it stands, and the name it has there."""

    automatic_id: str
    article_id: str
    story_id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Who:
    """The speaker that somebody is by decision, and what that one is called."""

    speaker_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """What decisions say of some occurrences: who they are, if one is about them, and which decisions counted."""

    who: Mapping[ArticleSpeaker, Who]
    decisions: tuple[str, ...]


NOTHING_DECIDED = Ruling({}, ())


def settled(occurrence: Occurrence, decisions: Decisions) -> str:
    """The speaker that an occurrence is of."""
    way = way_of(occurrence, decisions)
    return way[-1].to_id if way else occurrence.automatic_id


def way_of(occurrence: Occurrence, decisions: Decisions) -> list[tables.SpeakerDecision]:
    """The decisions that lead from the speaker that names tell to the one it is, in order."""
    way: list[tables.SpeakerDecision] = []
    at = occurrence.automatic_id
    while step := next((one for one in decisions.get(at, ()) if applies(one, occurrence)), None):
        way.append(step)
        at = step.to_id
    return way


async def ruling_on(session: AsyncSession, occurrences: Mapping[ArticleSpeaker, Occurrence]) -> Ruling:
    """What the decisions that stand say of some occurrences.

    A decision counts if it leads one of them elsewhere. It is then about those that it leads away, about those of the
    speaker that it leads them to, and about those that it leaves behind.
    """
    decisions = await decisions_from(session, {one.automatic_id for one in occurrences.values()})
    ways = {place: way_of(one, decisions) for place, one in occurrences.items()}
    counted = {one.id: one for way in ways.values() for one in way}
    concerned = {end for one in counted.values() for end in (one.from_id, one.to_id)}
    speaker_of = {place: settled(one, decisions) for place, one in occurrences.items()}
    names = await session.execute(
        sa.select(col(tables.Speaker.id), col(tables.Speaker.name)).where(
            col(tables.Speaker.id).in_(concerned & set(speaker_of.values()))
        )
    )
    name_of = dict(names.all())
    return Ruling(
        {place: Who(one, name_of[one]) for place, one in speaker_of.items() if one in name_of},
        tuple(sorted(counted)),
    )


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
