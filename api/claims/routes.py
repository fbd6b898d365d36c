"""`GET /v1/claims`, `GET /v1/claims/{id}`"""

from __future__ import annotations

from typing import Annotated

from litestar import Response, Router, get
from litestar.params import FromPath, QueryParameter

from api.claims import service
from api.claims.schemas import Claim, ClaimPage
from api.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.contract_parts import answers
from api.db import Session
from api.extraction.schemas import Certainty, ClaimKind, Polarity
from api.pagination import DEFAULT_LIMIT, Cursor, Limit, OfArticle, OfRun, OfSource, OfSpeaker, OfStory


@get("/claims", operation_id="listClaims", summary="List claims", responses=answers())
async def list_claims(
    session: Session,
    article: OfArticle = None,
    story: OfStory = None,
    source: OfSource = None,
    speaker: OfSpeaker = None,
    kind: Annotated[ClaimKind | None, QueryParameter(description="Only claims of this kind.")] = None,
    polarity: Annotated[Polarity | None, QueryParameter(description="Only claims of this polarity.")] = None,
    certainty: Annotated[Certainty | None, QueryParameter(description="Only claims of this certainty.")] = None,
    run: OfRun = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> ClaimPage:
    """What stored articles assert, by article and in reading order."""
    asked = {
        "article": article,
        "story": story,
        "source": source,
        "speaker": speaker,
        "kind": kind,
        "polarity": polarity,
        "certainty": certainty,
        "run": run,
    }
    found = await service.CLAIMS.page(session, asked, limit, cursor)
    return ClaimPage(items=await service.described(session, found.rows), next_cursor=found.next_cursor)


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


router = Router(path="/v1", route_handlers=[list_claims, get_claim], tags=["claims"])
