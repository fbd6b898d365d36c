"""An extraction into rows and back. Ids that were local to the article become ids of the store on the way in."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col

from api.storage import extraction_rows as rows
from api.storage import tables
from api.storage.ids import derived_id, digest
from extractors.records import Attribution, Caveat, Claim, Extraction, Quote, Speaker

APPEARANCE, ATTRIBUTION, CLAIM, QUOTE = "app", "att", "clm", "quo"
"""Prefixes of the ids the store gives."""


class OfARun(Protocol):
    """A table whose rows a run wrote in an order."""

    run_id: str
    position: int


Row = TypeVar("Row", bound=OfARun)


@dataclass(frozen=True, slots=True)
class Kept:
    """An extraction as the store has it: with the store's ids, and for each of them the one it had in the article."""

    extraction: Extraction
    local: Mapping[str, str]

    def as_read(self) -> Extraction:
        """The extraction as the run gave it, with its own ids."""
        return renamed(self.extraction, lambda _prefix, stored: self.local[stored])


def in_store(extraction: Extraction, run_id: str) -> Extraction:
    """The extraction a run gave, with the ids of the store."""
    return renamed(extraction, lambda prefix, local: derived_id(prefix, run_id, local))


def renamed(extraction: Extraction, name: Callable[[str, str], str]) -> Extraction:
    """The same extraction with every id replaced by `name` of the store's prefix for its kind and the id."""

    def or_null(prefix: str, known: str | None) -> str | None:
        return None if known is None else name(prefix, known)

    def speaker(record: Speaker) -> Speaker:
        return replace(record, id=name(APPEARANCE, record.id))

    def attribution(record: Attribution) -> Attribution:
        return replace(
            record,
            id=name(ATTRIBUTION, record.id),
            speaker=record.speaker and speaker(record.speaker),
            via=or_null(ATTRIBUTION, record.via),
        )

    def claim(record: Claim) -> Claim:
        return replace(
            record,
            id=name(CLAIM, record.id),
            within=or_null(CLAIM, record.within),
            attribution=record.attribution and attribution(record.attribution),
        )

    def quote(record: Quote) -> Quote:
        return replace(
            record,
            id=name(QUOTE, record.id),
            parent=or_null(QUOTE, record.parent),
            continues=or_null(QUOTE, record.continues),
            attribution=or_null(ATTRIBUTION, record.attribution),
        )

    return replace(
        extraction,
        speakers=tuple(speaker(one) for one in extraction.speakers),
        attributions=tuple(attribution(one) for one in extraction.attributions),
        claims=tuple(claim(one) for one in extraction.claims),
        quotes=tuple(quote(one) for one in extraction.quotes),
    )


def run_of(article: tables.Article, source_name: str, extraction: Extraction, now: dt.datetime) -> tables.Run:
    """The run that gave `extraction`. Its id follows from the article, all it was given to read, and the version."""
    inputs = digest(
        article.id,
        article.text_sha256,
        article.title,
        article.published_on and article.published_on.isoformat(),
        source_name,
        article.publisher,
        article.url,
    )
    return tables.Run(
        id=derived_id("run", "extraction", extraction.pipeline_version, inputs),
        kind="extraction",
        pipeline_version=extraction.pipeline_version,
        inputs_sha256=inputs,
        inputs=(tables.RunInput(article.id, None),),
        article_id=article.id,
        story_id=None,
        language=extraction.language,
        current=True,
        created_at=now,
    )


async def save(session: AsyncSession, run: tables.Run, extraction: Extraction) -> None:
    """Write the run of an article and all it read, as the run gave it."""
    stored = in_store(extraction, run.id)

    def derived(given: Iterable[Any], kept: Iterable[Any], columns: Callable[[Any], dict[str, Any]]) -> list[Any]:
        return [
            {**of_run(run, position, local.id, record.id), "article_id": run.article_id, **columns(record)}
            for position, (local, record) in enumerate(zip(given, kept, strict=True))
        ]

    session.add(run)
    await session.flush()
    await write(session, tables.Appearance, derived(extraction.speakers, stored.speakers, rows.appearance_columns))
    await write(
        session, tables.Attribution, derived(extraction.attributions, stored.attributions, rows.attribution_columns)
    )
    await write(session, tables.Claim, derived(extraction.claims, stored.claims, rows.claim_columns))
    await write(session, tables.Quote, derived(extraction.quotes, stored.quotes, rows.quote_columns))
    await save_caveats(session, run, extraction.caveats)


def of_run(run: tables.Run, position: int, local_id: str, stored_id: str) -> dict[str, Any]:
    """The columns that every derived row has."""
    return {
        "id": stored_id,
        "run_id": run.id,
        "local_id": local_id,
        "pipeline_version": run.pipeline_version,
        "position": position,
    }


async def write(session: AsyncSession, table: type[SQLModel], values: Sequence[dict[str, Any]]) -> None:
    if values:
        await session.execute(sa.insert(table), values)


async def save_caveats(session: AsyncSession, run: tables.Run, caveats: Sequence[Caveat]) -> None:
    found = [
        {
            "run_id": run.id,
            "position": position,
            "pipeline_version": run.pipeline_version,
            "code": caveat.code,
            "detail": caveat.detail,
            "span": caveat.span,
        }
        for position, caveat in enumerate(caveats)
    ]
    await write(session, tables.Caveat, found)


async def load(session: AsyncSession, run_ids: Sequence[str]) -> dict[str, Kept]:
    """The extractions of the given runs, by run id, everything in the order the run gave it."""
    runs = await session.execute(
        sa.select(tables.Run, col(tables.Article.text_sha256))
        .join(tables.Article, col(tables.Article.id) == col(tables.Run.article_id))
        .where(col(tables.Run.id).in_(run_ids))
    )
    speakers = await rows_of(session, tables.Appearance, run_ids)
    attributions = await rows_of(session, tables.Attribution, run_ids)
    claims = await rows_of(session, tables.Claim, run_ids)
    quotes = await rows_of(session, tables.Quote, run_ids)
    caveats = await rows_of(session, tables.Caveat, run_ids)
    kept = {}
    for run, text_sha256 in runs:
        speaker_of = {row.id: rows.speaker(row) for row in speakers[run.id]}
        attribution_of = {row.id: rows.attribution(row, speaker_of) for row in attributions[run.id]}
        extraction = Extraction(
            text_sha256=text_sha256,
            language=run.language or "",  # the table has one for every extraction
            pipeline_version=run.pipeline_version,
            attributions=tuple(attribution_of.values()),
            claims=tuple(rows.claim(row, attribution_of) for row in claims[run.id]),
            quotes=tuple(rows.quote(row) for row in quotes[run.id]),
            speakers=tuple(speaker_of.values()),
            caveats=tuple(rows.caveat(row) for row in caveats[run.id]),
        )
        named = [*speakers[run.id], *attributions[run.id], *claims[run.id], *quotes[run.id]]
        kept[run.id] = Kept(extraction, {row.id: row.local_id for row in named})
    return kept


async def rows_of(session: AsyncSession, table: type[Row], run_ids: Sequence[str]) -> dict[str, list[Row]]:
    """The rows of one table that the given runs wrote, by run and in their order."""
    found: dict[str, list[Row]] = defaultdict(list)
    statement = sa.select(table).where(col(table.run_id).in_(run_ids)).order_by(col(table.run_id), col(table.position))
    for row in await session.scalars(statement):
        found[row.run_id].append(row)
    return found
