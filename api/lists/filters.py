"""The conditions that several lists share, each made once for the columns it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from api.lists.pagination import Condition
from api.storage import tables

Filter = Callable[[Any], Condition]


def equals(column: Any) -> Filter:
    return lambda value: col(column) == value


def at_least(column: Any) -> Filter:
    return lambda least: col(column) >= least


def is_set(column: Any) -> Filter:
    """What has a value in the column, or what has none."""
    return lambda wanted: col(column).is_not(None) if wanted else col(column).is_(None)


def of_story(article_id: Any) -> Filter:
    """What hangs on an article of the story."""
    return lambda value: col(article_id).in_(
        sa.select(col(tables.Article.id)).where(col(tables.Article.story_id) == value)
    )


def of_source(article_id: Any) -> Filter:
    """What hangs on an article of the source."""
    return lambda value: col(article_id).in_(
        sa.select(col(tables.Article.id)).where(col(tables.Article.source_id) == value)
    )


def of_speaker(attribution_id: Any) -> Filter:
    """What hangs on an attribution to the speaker, or to the one appearance, of this id."""
    return lambda value: col(attribution_id).in_(
        sa.select(col(tables.Attribution.id)).where(
            sa.or_(
                col(tables.Attribution.appearance_id) == value,
                col(tables.Attribution.appearance_id).in_(appearances_of(value)),
            )
        )
    )


def appearances_of(speaker_id: str) -> sa.Select[str]:
    """The ids of the appearances of a speaker, or of the one that it was merged into."""
    decision = tables.SpeakerDecision
    way = sa.select(sa.cast(sa.literal(speaker_id), sa.String).label("id")).cte(recursive=True)
    way = way.union(
        sa.select(col(decision.to_id))
        .join(way, col(decision.from_id) == way.c.id)
        .where(col(decision.kind) == "merge", col(decision.reversed_at).is_(None))
    )
    return sa.select(col(tables.Identification.appearance_id)).where(
        col(tables.Identification.speaker_id).in_(sa.select(way.c.id))
    )


def any_of(*filters: Filter) -> Filter:
    """What satisfies one of several filters, given the same value."""
    return lambda value: sa.or_(*(one(value) for one in filters))


def of_claim_by(claim_id: Any) -> Filter:
    """What hangs on a claim that the speaker holds."""
    holding = of_speaker(tables.Claim.attribution_id)
    return lambda value: col(claim_id).in_(sa.select(col(tables.Claim.id)).where(holding(value)))


def with_divergence(condition: Filter) -> Filter:
    """Alignments one of whose divergences satisfies a filter."""
    return lambda value: col(tables.Alignment.id).in_(
        sa.select(col(tables.Divergence.alignment_id)).where(condition(value))
    )


def with_member(condition: Filter) -> Filter:
    """Alignments one of whose members satisfies a filter of `alignment_members`."""
    return lambda value: col(tables.Alignment.id).in_(
        sa.select(col(tables.AlignmentMember.alignment_id)).where(condition(value))
    )


def current(run_id: Any) -> Condition:
    """What the newest run of its article or story found."""
    return col(run_id).in_(sa.select(col(tables.Run.id)).where(col(tables.Run.current)))
