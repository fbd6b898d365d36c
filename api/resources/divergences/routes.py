"""`GET /v1/divergences`, `GET /v1/divergences/{id}`"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import sqlalchemy as sa
from litestar import Response, Router, get
from litestar.di import Provide
from litestar.params import FromPath, QueryParameter
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.http.answers import answers
from api.http.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.lists.filters import Filter, any_of, at_least, current, equals, of_claim_by, of_source
from api.lists.pagination import DEFAULT_LIMIT, Cursor, Limit, Listing, OfAlignment
from api.resources.alignments.filters import Asked, provide_compared_asked
from api.resources.comparison.divergences import DivergenceKind, Grade
from api.resources.divergences.schemas import DivergencePage, StoredDivergence, stored_divergence
from api.storage import tables
from api.storage.database import Session


def of_alignment(condition: Filter) -> Filter:
    """What belongs to an alignment that satisfies a filter."""
    return lambda value: col(tables.Divergence.alignment_id).in_(
        sa.select(col(tables.Alignment.id)).where(condition(value))
    )


LEFT, RIGHT = tables.Divergence.left_article_id, tables.Divergence.right_article_id
DIVERGENCES = Listing(
    "divergence",
    tables.Divergence,
    order=("story_id", "position", "id"),
    filters={
        "story": equals(tables.Divergence.story_id),
        "alignment": equals(tables.Divergence.alignment_id),
        "article": any_of(equals(LEFT), equals(RIGHT)),
        "source": any_of(of_source(LEFT), of_source(RIGHT)),
        "claim": any_of(equals(tables.Divergence.left_claim_id), equals(tables.Divergence.right_claim_id)),
        "speaker": any_of(of_claim_by(tables.Divergence.left_claim_id), of_claim_by(tables.Divergence.right_claim_id)),
        "kind": equals(tables.Divergence.kind),
        "grade": equals(tables.Divergence.grade),
        "min_score": of_alignment(at_least(tables.Alignment.alignment_score)),
        "min_relation_score": of_alignment(at_least(tables.Alignment.relation_score)),
        "run": equals(tables.Divergence.run_id),
    },
    unless_given={"run": current(tables.Divergence.run_id)},
)


async def described(session: AsyncSession, rows: Sequence[tables.Divergence]) -> list[StoredDivergence]:
    """The messages of some divergences, in their order, with the scores of their alignments."""
    asked = sa.select(tables.Alignment).where(col(tables.Alignment.id).in_([row.alignment_id for row in rows]))
    alignments = {alignment.id: alignment for alignment in await session.scalars(asked)}
    return [stored_divergence(row, alignments[row.alignment_id]) for row in rows]


@get("/divergences", operation_id="listDivergences", summary="List divergences", responses=answers())
async def list_divergences(
    session: Session,
    compared_asked: Asked,
    alignment: OfAlignment = None,
    kind: Annotated[DivergenceKind | None, QueryParameter(description="Only divergences of this kind.")] = None,
    grade: Annotated[Grade | None, QueryParameter(description="Only divergences of this grade.")] = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> DivergencePage:
    """In what respects claims of a story's articles differ, by story and in the order of its comparison."""
    asked = {**compared_asked, "alignment": alignment, "kind": kind, "grade": grade}
    found = await DIVERGENCES.page(session, asked, limit, cursor)
    return DivergencePage(items=await described(session, found.rows), next_cursor=found.next_cursor)


@get(
    "/divergences/{divergence_id:str}",
    operation_id="getDivergence",
    summary="Get a divergence",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_divergence(
    session: Session, divergence_id: FromPath[str], if_none_match: IfNoneMatch = None
) -> Response[StoredDivergence]:
    """One divergence with the evidence of both sides."""
    [found] = await described(session, [await DIVERGENCES.get(session, divergence_id)])
    return unless_known(found, if_none_match)


router = Router(
    path="/v1",
    route_handlers=[list_divergences, get_divergence],
    dependencies={"compared_asked": Provide(provide_compared_asked, sync_to_thread=False)},
    tags=["divergences"],
)
