"""Which speaker every appearance is of: written with its article, and again when something changes it.

    identities of a story's articles ── the speaker that names tell ── decisions ── the speaker
                                              automatic_id                          speaker_id

The id of a speaker that names tell follows from the key of the name, so it is the same whatever order articles come
in, in every database and after every run. The work grows with the story and not with the archive, with one exception:
where a new article shows that one name is two people's ("Lee B. Hale", "Lee C. Hale"), the rows of other articles with
that name are corrected.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.storage import tables
from api.storage.comparisons import StoredArticle, article_record
from api.storage.deciding import Occurrence, Ruling, decisions_from, ruling_on, settled
from api.storage.extractions import APPEARANCE, write
from api.storage.ids import derived_id, digest
from api.storage.name_words import learn
from api.storage.speaker_names import refresh
from extractors.records import Speaker
from matching.name_forms import NO_MARKS, Identity, Marks, told_apart

SPEAKER = "spk"
"""Prefix of the ids of speakers."""
IDENTIFICATION_LOCK = 0x73706B72
"""Number of PostgreSQL's advisory lock; any constant will do that no other program on the database takes."""
Bearer = tuple[str, Marks]
"""The digest of a name's key, and what else the name tells of who bears it."""


@dataclass(frozen=True, slots=True)
class Named:
    """An appearance and who it is by its names. One in an article that is not stored has no id."""

    appearance_id: str
    article_id: str
    story_id: str | None
    speaker: Speaker
    identity: Identity

    @property
    def bearer(self) -> Bearer:
        return digest(*self.identity.key), self.identity.marks


def by_names(articles: Sequence[StoredArticle], story_id: str | None) -> list[Named]:
    """Who the speakers of a story's articles are, or those of one article that belongs to none. No database here."""
    from matching.identity_keys import identities  # loads spaCy, which the service does when it computes

    found = identities([article_record(one.row.id, one.row, one.source, one.extraction) for one in articles], story_id)
    return [
        Named(
            derived_id(APPEARANCE, one.run_id, speaker.id), one.row.id, story_id, speaker, found[one.row.id, speaker.id]
        )
        for one in articles
        for speaker in one.extraction.speakers
    ]


async def one_at_a_time(session: AsyncSession) -> None:
    """Until the transaction ends nobody else changes who is who. SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(sa.select(sa.func.pg_advisory_xact_lock(IDENTIFICATION_LOCK)))


async def save(session: AsyncSession, articles: Collection[str], named: Sequence[Named], now: dt.datetime) -> None:
    """Store who the appearances of some articles' current runs are. `named` holds all of them."""
    await one_at_a_time(session)
    before = {
        row.appearance_id: row
        for row in await session.scalars(
            sa.select(tables.Identification).where(col(tables.Identification.article_id).in_(articles))
        )
    }
    automatic = await _told_by_names(session, articles, named, now)
    decided = await decisions_from(session, set(automatic.values()))
    rows = {one.appearance_id: _row(one, automatic[one.bearer], decided) for one in named}
    changed = [
        row
        for name, row in before.items()
        if name not in rows or any(getattr(row, column) != value for column, value in rows[name].items())
    ]
    kept = before.keys() - {row.appearance_id for row in changed}
    new = [row for name, row in rows.items() if name not in kept]
    told_anew = [one for one in named if one.appearance_id not in kept]
    touched = {row.speaker_id for row in changed} | await _otherwise(session, told_anew, rows)
    for row in changed:
        await session.delete(row)
    await session.flush()
    await write(session, tables.Identification, new)
    await learn(session, {one.speaker.name for one in told_anew})
    await refresh(session, touched)


def _occurrence(one: Named, automatic_id: str) -> Occurrence:
    return Occurrence(automatic_id, one.article_id, one.story_id, one.speaker.name)


def _row(one: Named, automatic_id: str, decided: Mapping[str, Sequence[tables.SpeakerDecision]]) -> dict[str, Any]:
    key, marks = one.bearer
    return {
        "appearance_id": one.appearance_id,
        "article_id": one.article_id,
        "automatic_id": automatic_id,
        "speaker_id": settled(_occurrence(one, automatic_id), decided),
        "name": one.identity.name,
        "key": key,
        "marks": marks,
        "mentions": len(one.speaker.mentions),
    }


async def _told_by_names(
    session: AsyncSession, articles: Collection[str], named: Sequence[Named], now: dt.datetime
) -> dict[Bearer, str]:
    """The speaker that names tell, by key and marks. Speakers are made where there are none yet, and the rows of other
    articles that the new ones tell apart are corrected.
    """
    rows = tables.Identification
    others = await _elsewhere(session, articles, named)
    automatic = _speakers_of([*others, *(one.bearer for one in named)])
    of_key = {one.bearer[0]: one for one in named}
    examples = {speaker_id: of_key[key] for (key, _), speaker_id in automatic.items()}
    await _make_missing(session, {**examples, **{automatic[one.bearer]: one for one in named}}, now)
    wrong = [(bearer, old) for bearer, olds in others.items() for old in olds if automatic[bearer] != old]
    for (key, marks), old in wrong:
        same = sa.and_(col(rows.key) == key, col(rows.automatic_id) == old, col(rows.article_id).not_in(articles))
        for row in await session.scalars(sa.select(rows).where(same)):
            if row.marks == marks:
                row.automatic_id = automatic[key, marks]
        await session.flush()
        await resettle(session, col(rows.automatic_id) == automatic[key, marks])
    return automatic


async def _elsewhere(
    session: AsyncSession, articles: Collection[str], named: Sequence[Named]
) -> dict[Bearer, list[str]]:
    """Who else bears the names, in other articles than these, with the speakers they are by these names."""
    rows = tables.Identification
    found: dict[Bearer, list[str]] = defaultdict(list)
    for key, marks, speaker_id in await session.execute(
        sa.select(col(rows.key), col(rows.marks), col(rows.automatic_id))
        .where(col(rows.key).in_({one.bearer[0] for one in named}), col(rows.article_id).not_in(articles))
        .distinct()
    ):
        found[key, marks].append(speaker_id)
    return found


def _speakers_of(bearers: Iterable[Bearer]) -> dict[Bearer, str]:
    """The speaker each is by name, all of them known."""
    known: dict[str, set[Marks]] = defaultdict(set)
    for key, marks in bearers:
        known[key].add(marks)
    return {
        (key, marks): speaker_id_of(key, bearer)
        for key, every in known.items()
        for marks, bearer in told_apart(every).items()
    }


async def ruling_on_named(session: AsyncSession, articles: Collection[str], named: Sequence[Named]) -> Ruling:
    """What decisions say of the speakers of some articles, by article and speaker. `named` holds all of them."""
    automatic = _speakers_of([*await _elsewhere(session, articles, named), *(one.bearer for one in named)])
    return await ruling_on(
        session, {(one.article_id, one.speaker.id): _occurrence(one, automatic[one.bearer]) for one in named}
    )


def speaker_id_of(key: str, marks: Marks) -> str:
    """The id that follows from the digest of a key and what tells its bearer from others of the same key."""
    return derived_id(SPEAKER, key, *([marks.middles, marks.generation] if marks != NO_MARKS else []))


async def _make_missing(session: AsyncSession, described: Mapping[str, Named], now: dt.datetime) -> None:
    there = set(
        await session.scalars(sa.select(col(tables.Speaker.id)).where(col(tables.Speaker.id).in_(list(described))))
    )
    missing = [
        {
            "id": speaker_id,
            "name": one.identity.name,
            "type": one.speaker.type,
            "anonymous": one.speaker.anonymous,
            "created_at": now,
        }
        for speaker_id, one in described.items()
        if speaker_id not in there
    ]
    await write(session, tables.Speaker, missing)


async def _otherwise(session: AsyncSession, named: Sequence[Named], rows: Mapping[str, dict[str, Any]]) -> set[str]:
    """The speakers that new rows describe otherwise than they are: the others need not be counted anew."""
    speaker_of = {one.appearance_id: rows[one.appearance_id]["speaker_id"] for one in named}
    described = {
        row.id: (row.name, row.type, row.anonymous)
        for row in await session.scalars(
            sa.select(tables.Speaker).where(col(tables.Speaker.id).in_(set(speaker_of.values())))
        )
    }
    return {
        speaker_of[one.appearance_id]
        for one in named
        if described[speaker_of[one.appearance_id]] != (one.identity.name, one.speaker.type, one.speaker.anonymous)
    }


async def occurrences(
    session: AsyncSession, which: sa.ColumnElement[bool]
) -> list[tuple[tables.Identification, Occurrence]]:
    """Stored identifications, by article, each with what decisions are made about."""
    rows = await session.execute(
        sa.select(tables.Identification, col(tables.Article.story_id), col(tables.Appearance.name))
        .join(tables.Article, col(tables.Article.id) == col(tables.Identification.article_id))
        .join(tables.Appearance, col(tables.Appearance.id) == col(tables.Identification.appearance_id))
        .where(which)
        .order_by(col(tables.Identification.article_id), col(tables.Identification.appearance_id))
    )
    return [(row, Occurrence(row.automatic_id, row.article_id, story_id, name)) for row, story_id, name in rows]


async def resettle(session: AsyncSession, which: sa.ColumnElement[bool]) -> None:
    """Apply the decisions that stand to stored identifications anew, and bring the speakers concerned up to date."""
    found = await occurrences(session, which)
    decided = await decisions_from(session, {row.automatic_id for row, _ in found})
    touched = set()
    for row, occurrence in found:
        speaker_id = settled(occurrence, decided)
        touched |= {row.speaker_id, speaker_id}
        row.speaker_id = speaker_id
    await session.flush()
    await refresh(session, touched)
