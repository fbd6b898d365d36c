"""`GET /v1/alignments`, `GET /v1/alignments/{id}`"""

from __future__ import annotations

from typing import Annotated

from litestar import Response, Router, get
from litestar.di import Provide
from litestar.params import FromPath, QueryParameter

from api.http.answers import answers
from api.http.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.lists.pagination import DEFAULT_LIMIT, Cursor, Limit
from api.resources.alignments import service
from api.resources.alignments.filters import Asked, provide_compared_asked
from api.resources.alignments.schemas import AlignmentPage, StoredAlignment
from api.resources.comparison.alignments import AgreementKind, Relation
from api.resources.comparison.divergences import DivergenceKind
from api.storage.database import Session


@get("/alignments", operation_id="listAlignments", summary="List alignments", responses=answers())
async def list_alignments(
    session: Session,
    compared_asked: Asked,
    relation: Annotated[Relation | None, QueryParameter(description="Only alignments that show this.")] = None,
    kind: Annotated[
        DivergenceKind | None, QueryParameter(description="Only alignments with a divergence of this kind.")
    ] = None,
    agreement: Annotated[AgreementKind | None, QueryParameter(description="Only agreements of this kind.")] = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> AlignmentPage:
    """Claims of different articles that fill the same slot, by story and in the order of its comparison."""
    asked = {**compared_asked, "kind": kind, "relation": relation, "agreement": agreement}
    found = await service.ALIGNMENTS.page(session, asked, limit, cursor)
    return AlignmentPage(items=await service.described(session, found.rows), next_cursor=found.next_cursor)


@get(
    "/alignments/{alignment_id:str}",
    operation_id="getAlignment",
    summary="Get an alignment",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_alignment(
    session: Session, alignment_id: FromPath[str], if_none_match: IfNoneMatch = None
) -> Response[StoredAlignment]:
    """One alignment with its members, what they share and where they diverge."""
    row = await service.ALIGNMENTS.get(session, alignment_id)
    return unless_known((await service.described(session, [row]))[0], if_none_match)


router = Router(
    path="/v1",
    route_handlers=[list_alignments, get_alignment],
    dependencies={"compared_asked": Provide(provide_compared_asked, sync_to_thread=False)},
    tags=["alignments"],
)
