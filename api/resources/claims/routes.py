"""`GET /v1/claims`, `GET /v1/claims/counts`, `GET /v1/claims/{id}`"""

from __future__ import annotations

from typing import Annotated, Literal

from litestar import Response, Router, get
from litestar.di import Provide
from litestar.params import FromPath, QueryParameter

from api.http.answers import answers
from api.http.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.lists.counting import CountPage, counted
from api.lists.pagination import DEFAULT_LIMIT, Cursor, Limit
from api.resources.claims import service
from api.resources.claims.filters import Asked, provide_claims_asked
from api.resources.claims.schemas import Claim, ClaimPage
from api.storage.database import Session


@get("/claims", operation_id="listClaims", summary="List claims", responses=answers())
async def list_claims(
    session: Session, claims_asked: Asked, limit: Limit = DEFAULT_LIMIT, cursor: Cursor = None
) -> ClaimPage:
    """What stored articles assert, by article and in reading order.

    Without `level` these are the claims of level `clause`, which hold every word once and are what comparison takes;
    those of other levels say the same again in other lengths. What is asked of quantities must hold of one quantity,
    what is asked of times of one time.
    """
    found = await service.CLAIMS.page(session, claims_asked, limit, cursor)
    return ClaimPage(items=await service.described(session, found.rows), next_cursor=found.next_cursor)


@get("/claims/counts", operation_id="countClaims", summary="Count claims", responses=answers())
async def count_claims(
    session: Session,
    claims_asked: Asked,
    by: Annotated[
        Literal["kind", "level", "nature", "polarity", "certainty", "stance", "source", "story", "speaker"],
        QueryParameter(description="What the claims are counted by."),
    ],
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> CountPage:
    """Counts the claims that `GET /v1/claims` lists with the same filters, by their kind, source, speaker or the like.

    Counted by `level`, claims of all levels count.
    """
    claims = service.OF_EVERY_LEVEL if by == "level" else service.CLAIMS
    return await counted(session, claims, claims_asked, (by, service.GROUPINGS[by]), limit, cursor)


@get(
    "/claims/{claim_id:str}",
    operation_id="getClaim",
    summary="Get a claim",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_claim(session: Session, claim_id: FromPath[str], if_none_match: IfNoneMatch = None) -> Response[Claim]:
    """One claim with its evidence."""
    row = await service.CLAIMS.get(session, claim_id)
    return unless_known((await service.described(session, [row]))[0], if_none_match)


router = Router(
    path="/v1",
    route_handlers=[list_claims, count_claims, get_claim],
    dependencies={"claims_asked": Provide(provide_claims_asked, sync_to_thread=False)},
    tags=["claims"],
)
