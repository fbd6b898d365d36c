"""`GET /v1/agreements`, `GET /v1/agreements/{id}`: the alignments whose members agree"""

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
from api.resources.comparison.alignments import AgreementKind
from api.storage.database import Session


@get("/agreements", operation_id="listAgreements", summary="List agreements", responses=answers())
async def list_agreements(
    session: Session,
    compared_asked: Asked,
    agreement: Annotated[AgreementKind | None, QueryParameter(description="Only agreements of this kind.")] = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> AlignmentPage:
    """The alignments whose members agree, by story and in the order of its comparison."""
    asked = {**compared_asked, "relation": service.AGREES, "agreement": agreement}
    found = await service.AGREEMENTS.page(session, asked, limit, cursor)
    return AlignmentPage(items=await service.described(session, found.rows), next_cursor=found.next_cursor)


@get(
    "/agreements/{alignment_id:str}",
    operation_id="getAgreement",
    summary="Get an agreement",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_agreement(
    session: Session, alignment_id: FromPath[str], if_none_match: IfNoneMatch = None
) -> Response[StoredAlignment]:
    """One alignment whose members agree, under the id it has as an alignment."""
    return unless_known(await service.agreement(session, alignment_id), if_none_match)


router = Router(
    path="/v1",
    route_handlers=[list_agreements, get_agreement],
    dependencies={"compared_asked": Provide(provide_compared_asked, sync_to_thread=False)},
    tags=["agreements"],
)
