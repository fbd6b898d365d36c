"""Alignments of stored stories; agreements are those that agree."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.errors import NotFound
from api.lists.filters import at_least, current, equals, of_claim_by, of_source, with_divergence, with_member
from api.lists.pagination import Listing
from api.resources.alignments.schemas import StoredAlignment, stored_alignment
from api.storage import comparisons, tables

FILTERS = {
    "story": equals(tables.Alignment.story_id),
    "article": with_member(equals(tables.AlignmentMember.article_id)),
    "source": with_member(of_source(tables.AlignmentMember.article_id)),
    "claim": with_member(equals(tables.AlignmentMember.claim_id)),
    "speaker": with_member(of_claim_by(tables.AlignmentMember.claim_id)),
    "kind": with_divergence(equals(tables.Divergence.kind)),
    "relation": equals(tables.Alignment.relation),
    "agreement": equals(tables.Alignment.agreement),
    "min_score": at_least(tables.Alignment.alignment_score),
    "min_relation_score": at_least(tables.Alignment.relation_score),
    "run": equals(tables.Alignment.run_id),
}
ORDER = ("story_id", "position", "id")
NEWEST = {"run": current(tables.Alignment.run_id)}
AGREES = "agree"

ALIGNMENTS = Listing("alignment", tables.Alignment, ORDER, FILTERS, NEWEST)
AGREEMENTS = Listing("agreement", tables.Alignment, ORDER, FILTERS, NEWEST)


async def described(session: AsyncSession, rows: Sequence[tables.Alignment]) -> list[StoredAlignment]:
    """The messages of some alignments, in their order, with members and divergences."""
    records = await comparisons.alignment_records(session, rows)
    return [stored_alignment(row, record) for row, record in zip(rows, records, strict=True)]


async def agreement(session: AsyncSession, alignment_id: str) -> StoredAlignment:
    """Raises NotFound when there is no such alignment, or its members diverge."""
    row = await AGREEMENTS.get(session, alignment_id)
    if row.relation != AGREES:
        raise NotFound("There is no agreement with this id; the alignment of this id diverges.")
    return (await described(session, [row]))[0]
