"""Merging and splitting speakers, and undoing it.

    merge: all of `from` leads to `to`           split: what satisfies the conditions leads from `from` to a new speaker

Every decision is made while nobody else changes who is who, and applied at once to what is stored; what comes later
is led the same way when it is written (`api.storage.deciding`). Asking twice for the same decides it once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.errors import Fault, NothingToSplit, SameSpeaker, SpeakerMerged, SplitApart, UnknownSpeaker
from api.lists.filters import any_of, equals, is_set
from api.lists.pagination import Listing
from api.resources.decisions.schemas import MergeRequest, ReversalRequest, SplitRequest
from api.resources.speakers.service import SPEAKERS
from api.running.intake import Intake
from api.storage import tables
from api.storage.deciding import Occurrence, applies, decisions_from, end_of_merges, merged_into
from api.storage.identifications import SPEAKER, occurrences, one_at_a_time, resettle
from api.storage.name_words import learn
from api.storage.speaker_names import refresh
from matching.name_forms import plain

DECISION = "dec"
"""Prefix of the ids of decisions."""
DECISIONS = Listing(
    "decision",
    tables.SpeakerDecision,
    order=("created_at", "id"),
    filters={
        "kind": equals(tables.SpeakerDecision.kind),
        "author": equals(tables.SpeakerDecision.author),
        "speaker": any_of(equals(tables.SpeakerDecision.from_id), equals(tables.SpeakerDecision.to_id)),
        "reversed": is_set(tables.SpeakerDecision.reversed_at),
    },
)


@dataclass(frozen=True, slots=True)
class Decided:
    """`created` is False when the same was decided before, and stands."""

    row: tables.SpeakerDecision
    created: bool


async def merge(intake: Intake, speaker_id: str, request: MergeRequest) -> Decided:
    """Another speaker becomes part of this one. Raises NotFound, UnknownSpeaker, SpeakerMerged, SameSpeaker and
    SplitApart.
    """
    async with intake.database.writing() as session:
        await one_at_a_time(session)
        into = await _standing(session, speaker_id)
        other = await session.get(tables.Speaker, request.speaker_id)
        if other is None:
            raise UnknownSpeaker("Name a speaker that exists; there is none with this id.", pointer="/speaker_id")
        if other.id == into.id:
            raise SameSpeaker("Name another speaker than the one in the address.", pointer="/speaker_id")
        decisions = await decisions_from(session, {other.id, into.id})
        known = next((one for one in decisions.get(other.id, ()) if one.kind == "merge"), None)
        if known is not None:
            end = end_of_merges(other.id, decisions)
            if end == into.id:
                return Decided(known, created=False)
            raise SpeakerMerged(f"It was merged into {end}; merge that one.", pointer="/speaker_id")
        if way := _way(decisions, into.id, other.id):
            raise SplitApart(f"It was split off; reverse the decision {way[-1].id} instead.", pointer="/speaker_id")
        row = _row(intake, "merge", other.id, into.id, request)
        await _write(session, row)
        await resettle(session, col(tables.Identification.speaker_id) == other.id)
        await refresh(session, {into.id})
        return Decided(row, created=True)


async def split(intake: Intake, speaker_id: str, request: SplitRequest) -> Decided:
    """Some appearances of the speaker become a new one's. Raises NotFound, SpeakerMerged and NothingToSplit."""
    async with intake.database.writing() as session:
        await one_at_a_time(session)
        whole = await _standing(session, speaker_id)
        row = _row(intake, "split", whole.id, intake.new_id(SPEAKER), request)
        for one in (await decisions_from(session, {whole.id})).get(whole.id, ()):
            if one.kind == "split" and _conditions(one) == _conditions(row):
                return Decided(one, created=False)
        of_whole = col(tables.Identification.speaker_id) == whole.id
        found = [one for _, one in await occurrences(session, of_whole)]
        _refuse_useless(request, found)
        taken = [one for one in found if applies(row, one)]
        if not taken:
            raise NothingToSplit("No appearance satisfies all of these conditions together.")
        if len(taken) == len(found):
            raise NothingToSplit("Every appearance of the speaker satisfies these conditions; nothing would be left.")
        session.add(
            tables.Speaker(
                id=row.to_id,
                name=row.name or taken[0].name,
                type=whole.type,
                anonymous=whole.anonymous,
                created_at=row.created_at,
            )
        )
        await session.flush()
        await _write(session, row)
        await resettle(session, of_whole)
        return Decided(row, created=True)


async def reverse(intake: Intake, decision_id: str, request: ReversalRequest) -> Decided:
    """The decision no longer holds; what it led astray goes back. A second time changes nothing. Raises NotFound."""
    async with intake.database.writing() as session:
        await one_at_a_time(session)
        row = await DECISIONS.get(session, decision_id)
        if row.reversed_at is not None:
            return Decided(row, created=False)
        ways = await decisions_from(session, {row.to_id})
        reached = {row.to_id, *(one.to_id for every in ways.values() for one in every)}
        row.reversed_at = intake.clock()
        row.reversed_by = request.author
        row.reversal_reason = request.reason
        await session.flush()
        await resettle(session, col(tables.Identification.speaker_id).in_(reached))
        await refresh(session, {row.to_id})
        return Decided(row, created=True)


async def _standing(session: AsyncSession, speaker_id: str) -> tables.Speaker:
    """The speaker of this id, who was merged into no other. Raises NotFound and SpeakerMerged."""
    row = await SPEAKERS.get(session, speaker_id)
    end = await merged_into(session, row.id)
    if end != row.id:
        raise SpeakerMerged(f"This speaker was merged into {end}; decide on that one.")
    return row


def _row(
    intake: Intake, kind: str, from_id: str, to_id: str, request: MergeRequest | SplitRequest
) -> tables.SpeakerDecision:
    of_split = request if isinstance(request, SplitRequest) else None
    return tables.SpeakerDecision(
        id=intake.new_id(DECISION),
        kind=kind,
        from_id=from_id,
        to_id=to_id,
        articles=tuple(sorted(set(of_split.articles))) if of_split else (),
        stories=tuple(sorted(set(of_split.stories))) if of_split else (),
        names=tuple(sorted(set(of_split.names))) if of_split else (),
        name=request.name,
        author=request.author,
        reason=request.reason,
        created_at=intake.clock(),
        reversed_by=None,
        reversal_reason=None,
        reversed_at=None,
    )


async def _write(session: AsyncSession, row: tables.SpeakerDecision) -> None:
    session.add(row)
    await session.flush()
    await learn(session, {row.name} if row.name else set())


def _conditions(row: tables.SpeakerDecision) -> tuple[tuple[str, ...], ...]:
    return row.articles, row.stories, row.names


def _way(
    decisions: dict[str, list[tables.SpeakerDecision]], start: str, end: str
) -> list[tables.SpeakerDecision] | None:
    """The decisions that lead from one speaker to another, None when none do."""
    for one in decisions.get(start, ()):
        if one.to_id == end:
            return [one]
        if rest := _way(decisions, one.to_id, end):
            return [one, *rest]
    return None


def _refuse_useless(request: SplitRequest, occurrences: Sequence[Occurrence]) -> None:
    """Raises NothingToSplit, naming each article, story and name that the speaker does not appear in or under."""
    there: dict[str, set[str | None]] = {
        "articles": {one.article_id for one in occurrences},
        "stories": {one.story_id for one in occurrences},
        "names": {plain(one.name) for one in occurrences},
    }
    faults = [
        Fault("no_appearance", "No appearance of the speaker satisfies this.", pointer=f"/{field}/{position}")
        for field, given in (
            ("articles", request.articles),
            ("stories", request.stories),
            ("names", [plain(name) for name in request.names]),
        )
        for position, value in enumerate(given)
        if value not in there[field]
    ]
    if faults:
        raise NothingToSplit("Leave out what the speaker does not appear in or under.", faults=faults)
