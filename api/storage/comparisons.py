"""A comparison of a story into rows and back.

Articles are compared under names that follow from what was published, not from when it was stored, and their parts
under the ids their extraction gave. So the order in which articles arrive changes nothing, and the comparison is the
one that `POST /v1/compare` gives.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.storage import extraction_rows, extractions, tables
from api.storage.deciding import NOTHING_DECIDED, Ruling
from api.storage.extractions import APPEARANCE, CLAIM, of_run, rows_of, save_caveats, write
from api.storage.ids import derived_id, digest
from extractors.records import Extraction
from matching import records
from matching.records import Alignment, Article, Comparison, Decided, Dispute, Divergence, Member, Origin, Passage, Side
from matching.renaming import with_speakers

ALIGNMENT, DISPUTE, DIVERGENCE, ORIGIN = "aln", "dis", "div", "ori"
"""Prefixes of the ids the store gives."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article that takes part in a comparison, with what the run `run_id` read in it, under that run's own ids."""

    row: tables.Article
    source: str
    run_id: str
    extraction: Extraction


def published(row: tables.Article) -> dt.datetime | dt.date | None:
    """When an article was published, as its publisher gave it: a day, or a moment with its offset from UTC."""
    if row.published_at is None:
        return row.published_on
    return row.published_at.astimezone(dt.timezone(dt.timedelta(minutes=row.published_offset or 0)))


def article_record(name: str, row: tables.Article, source: str, extraction: Extraction) -> Article:
    return Article(
        id=name,
        source=source,
        publisher=row.publisher,
        title=row.title,
        published=published(row),
        text=row.text,
        extraction=extraction,
    )


def in_order(articles: Sequence[StoredArticle]) -> dict[str, StoredArticle]:
    """The articles by the names they are compared under: numbered by day, moment, source, address and text."""

    def place(article: StoredArticle) -> tuple[Any, ...]:
        row = article.row
        moment = row.published_at.timestamp() if row.published_at else 0.0
        return (row.published_on or dt.date.max, moment, article.source, row.url or "", row.text_sha256)

    return {f"{number:04d}": article for number, article in enumerate(sorted(articles, key=place), start=1)}


def as_given(named: Mapping[str, StoredArticle], ruling: Ruling = NOTHING_DECIDED) -> list[Article]:
    """What the comparison is given. `ruling` is on the speakers of these articles, by the ids they have there."""
    return [
        replace(
            article_record(name, one.row, one.source, one.extraction),
            decided=decided_in(one.row.id, one.extraction, ruling),
        )
        for name, one in named.items()
    ]


def decided_in(article_id: str, extraction: Extraction, ruling: Ruling) -> tuple[Decided, ...]:
    """Who the speakers of an article are that a ruling, which knows it by `article_id`, is about."""
    found = ((one.id, ruling.who.get((article_id, one.id))) for one in extraction.speakers)
    return tuple(Decided(speaker, who.speaker_id, who.name) for speaker, who in found if who is not None)


def run_of(
    story_id: str, named: Mapping[str, StoredArticle], ruling: Ruling, comparison: Comparison, now: dt.datetime
) -> tables.Run:
    """The run that gave `comparison`. Its id follows from the story, the extractions compared, who decisions say that
    speakers are, and the version.
    """
    decided = [[*place, who.speaker_id, who.name] for place, who in sorted(ruling.who.items())]
    inputs = digest(
        story_id,
        [[name, one.row.id, one.run_id] for name, one in named.items()],
        *([decided] if decided else []),
    )
    return tables.Run(
        id=derived_id("run", "comparison", comparison.pipeline_version, inputs),
        kind="comparison",
        pipeline_version=comparison.pipeline_version,
        inputs_sha256=inputs,
        inputs=tuple(tables.RunInput(one.row.id, one.run_id) for one in named.values()),
        speakers=tuple(_called(named, comparison)),
        decisions=ruling.decisions,
        article_id=None,
        story_id=story_id,
        language=None,
        current=True,
        created_at=now,
    )


def _called(named: Mapping[str, StoredArticle], comparison: Comparison) -> Iterator[tables.RunSpeaker]:
    """The speakers that the comparison called otherwise than their articles do."""
    for article in comparison.articles:
        given = named[article.id]
        for before, after in zip(given.extraction.speakers, article.extraction.speakers, strict=True):
            if before != after:
                yield tables.RunSpeaker(derived_id(APPEARANCE, given.run_id, after.id), after.name, after.identity)


class Naming:
    """Turns the names under which articles and claims were compared into their ids in the store."""

    def __init__(self, named: Mapping[str, StoredArticle]) -> None:
        self.named = named

    def article(self, name: str) -> str:
        return self.named[name].row.id

    def claim(self, name: str, local: str) -> str:
        return derived_id(CLAIM, self.named[name].run_id, local)

    def member(self, member: Member) -> dict[str, Any]:
        return {"article_id": self.article(member.article), "claim_id": self.claim(member.article, member.claim)}

    def side(self, which: str, side: Side) -> dict[str, Any]:
        return {
            f"{which}_article_id": self.article(side.article),
            f"{which}_claim_id": self.claim(side.article, side.claim),
            f"{which}_value": side.value,
            f"{which}_evidence": side.evidence,
        }

    def side_within(self, which: str, side: Side) -> dict[str, Any]:
        """A side whose article is told beside it."""
        named = self.side(which, side)
        return {name: value for name, value in named.items() if name != f"{which}_article_id"}

    def passage(self, passage: Passage) -> Passage:
        return replace(passage, article=self.article(passage.article))

    def shared(self, value: records.SharedValue) -> records.SharedValue:
        return replace(value, evidence=tuple((self.article(name), span) for name, span in value.evidence))

    def undetermined(self, one: records.Undetermined) -> records.Undetermined:
        return replace(one, left=self.renamed(one.left), right=self.renamed(one.right))

    def renamed(self, side: Side) -> Side:
        return replace(side, article=self.article(side.article), claim=self.claim(side.article, side.claim))


async def save(
    session: AsyncSession, run: tables.Run, named: Mapping[str, StoredArticle], comparison: Comparison
) -> None:
    """Write the run of a story and all it found. `named` is what `as_given` was given."""
    naming = Naming(named)
    session.add(run)
    await session.flush()
    await _save_alignments(session, run, naming, comparison.alignments)
    await write(
        session,
        tables.Origin,
        [
            {
                **_of_story(run, position, ORIGIN, origin.id),
                "passages": tuple(naming.passage(one) for one in origin.passages),
                "reason": origin.reason,
            }
            for position, origin in enumerate(comparison.origins)
        ],
    )
    await write(
        session,
        tables.Dispute,
        [
            {
                **_of_story(run, position, DISPUTE, str(position)),
                "article_id": naming.article(one.article),
                "left_speaker": one.left_speaker,
                "right_speaker": one.right_speaker,
                **naming.side_within("left", one.left),
                **naming.side_within("right", one.right),
                "rule": one.rule,
                "explanation": one.explanation,
            }
            for position, one in enumerate(comparison.disputes)
        ],
    )
    await write(
        session,
        tables.UnmatchedClaim,
        [
            {"run_id": run.id, "position": position, **naming.member(member)}
            for position, member in enumerate(comparison.unmatched)
        ],
    )
    await save_caveats(session, run, comparison.caveats)


async def _save_alignments(
    session: AsyncSession, run: tables.Run, naming: Naming, alignments: Sequence[Alignment]
) -> None:
    rows: list[dict[str, Any]] = []
    members: list[dict[str, Any]] = []
    divergences: list[dict[str, Any]] = []
    for position, alignment in enumerate(alignments):
        row = {
            **_of_story(run, position, ALIGNMENT, alignment.id),
            "relation": alignment.relation,
            "agreement": alignment.agreement,
            "shared": tuple(naming.shared(one) for one in alignment.shared),
            "alignment_score": alignment.alignment_score,
            "relation_score": alignment.relation_score,
            "independent_origins": alignment.independent_origins,
            "undetermined": tuple(naming.undetermined(one) for one in alignment.undetermined),
            "grounds": alignment.grounds,
            "counted_once": tuple(_counted_once(run, naming, one) for one in alignment.counted_once),
        }
        rows.append(row)
        members += [
            {"alignment_id": row["id"], "position": number, **naming.member(member)}
            for number, member in enumerate(alignment.members)
        ]
        for number, one in enumerate(alignment.divergences):
            divergences.append(
                {
                    **_of_story(run, len(divergences), DIVERGENCE, f"{alignment.id}/{number}"),
                    "alignment_id": row["id"],
                    "kind": one.kind,
                    "grade": one.grade,
                    **naming.side("left", one.left),
                    **naming.side("right", one.right),
                    "rule": one.rule,
                    "explanation": one.explanation,
                    "word_diff": one.word_diff,
                }
            )
    await write(session, tables.Alignment, rows)
    await write(session, tables.AlignmentMember, members)
    await write(session, tables.Divergence, divergences)


def _counted_once(run: tables.Run, naming: Naming, one: records.CountedOnce) -> records.CountedOnce:
    origin = derived_id(ORIGIN, run.id, one.origin) if one.origin is not None else None
    return replace(one, articles=tuple(naming.article(name) for name in one.articles), origin=origin)


def _of_story(run: tables.Run, position: int, prefix: str, local_id: str) -> dict[str, Any]:
    stored_id = derived_id(prefix, run.id, local_id)
    return {**of_run(run, position, local_id, stored_id), "story_id": run.story_id}


async def load(session: AsyncSession, run: tables.Run) -> Comparison:
    """What a comparison run found, with the ids of the store."""
    kept = await extractions.load(session, [one.run for one in run.inputs if one.run])
    articles = await session.execute(
        sa.select(tables.Article, col(tables.Source.name))
        .join(tables.Source, col(tables.Source.id) == col(tables.Article.source_id))
        .where(col(tables.Article.id).in_([one.article for one in run.inputs]))
    )
    article_of = {row.id: (row, name) for row, name in articles}
    origins = await rows_of(session, tables.Origin, [run.id])
    disputes = await rows_of(session, tables.Dispute, [run.id])
    unmatched = await rows_of(session, tables.UnmatchedClaim, [run.id])
    caveats = await rows_of(session, tables.Caveat, [run.id])
    alignment_rows = (await rows_of(session, tables.Alignment, [run.id]))[run.id]
    return Comparison(
        pipeline_version=run.pipeline_version,
        articles=tuple(
            _as_called(article_record(one.article, *article_of[one.article], kept[one.run].extraction), run)
            for one in run.inputs
            if one.run
        ),
        origins=tuple(Origin(id=row.id, passages=row.passages, reason=row.reason) for row in origins[run.id]),
        alignments=await alignment_records(session, alignment_rows),
        disputes=tuple(dispute_record(row) for row in disputes[run.id]),
        unmatched=tuple(Member(row.article_id, row.claim_id) for row in unmatched[run.id]),
        caveats=tuple(extraction_rows.caveat(row) for row in caveats[run.id]),
    )


def _as_called(article: Article, run: tables.Run) -> Article:
    """An article, as stored, with its speakers under the names the comparison gave them."""
    called = {one.appearance: one for one in run.speakers}
    return with_speakers(
        article,
        {
            speaker: replace(speaker, name=called[speaker.id].name, identity=called[speaker.id].identity)
            if speaker.id in called
            else speaker
            for speaker in article.extraction.speakers
        },
    )


async def alignment_records(session: AsyncSession, rows: Sequence[tables.Alignment]) -> tuple[Alignment, ...]:
    """The alignments of some rows, in their order, with their members and divergences."""
    ids = [row.id for row in rows]
    members: dict[str, list[Member]] = defaultdict(list)
    for member in await session.scalars(
        sa.select(tables.AlignmentMember)
        .where(col(tables.AlignmentMember.alignment_id).in_(ids))
        .order_by(col(tables.AlignmentMember.alignment_id), col(tables.AlignmentMember.position))
    ):
        members[member.alignment_id].append(Member(member.article_id, member.claim_id))
    divergences: dict[str, list[Divergence]] = defaultdict(list)
    for row in await session.scalars(
        sa.select(tables.Divergence)
        .where(col(tables.Divergence.alignment_id).in_(ids))
        .order_by(col(tables.Divergence.alignment_id), col(tables.Divergence.position))
    ):
        divergences[row.alignment_id].append(divergence_record(row))
    return tuple(
        Alignment(
            id=row.id,
            members=tuple(members[row.id]),
            relation=cast("records.Relation", row.relation),
            agreement=cast("records.Agreement | None", row.agreement),
            divergences=tuple(divergences[row.id]),
            shared=row.shared,
            alignment_score=row.alignment_score,
            relation_score=row.relation_score,
            independent_origins=row.independent_origins,
            undetermined=row.undetermined,
            grounds=row.grounds,
            counted_once=row.counted_once,
        )
        for row in rows
    )


def dispute_record(row: tables.Dispute) -> Dispute:
    return Dispute(
        article=row.article_id,
        left_speaker=row.left_speaker,
        right_speaker=row.right_speaker,
        left=Side(row.article_id, row.left_claim_id, row.left_value, row.left_evidence),
        right=Side(row.article_id, row.right_claim_id, row.right_value, row.right_evidence),
        rule=row.rule,
        explanation=row.explanation,
    )


def divergence_record(row: tables.Divergence) -> Divergence:
    return Divergence(
        kind=cast("records.DivergenceKind", row.kind),
        grade=cast("records.Grade", row.grade),
        left=Side(row.left_article_id, row.left_claim_id, row.left_value, row.left_evidence),
        right=Side(row.right_article_id, row.right_claim_id, row.right_value, row.right_evidence),
        rule=row.rule,
        explanation=row.explanation,
        word_diff=row.word_diff,
    )
