"""`GET /v1/decisions`, `GET /v1/decisions/{id}`, `POST /v1/decisions/{id}/reversals`"""

from __future__ import annotations

from typing import Annotated

from litestar import Response, Router, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody, QueryParameter

from api.http.answers import answers
from api.http.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.http.repeating import IdempotencyKey, once
from api.lists.pagination import DEFAULT_LIMIT, Cursor, Limit, id_filter, text_filter
from api.resources.decisions import service
from api.resources.decisions.schemas import Decision, DecisionKind, DecisionPage, ReversalRequest, decision
from api.running.intake import Storing
from api.storage.database import Session

REVERSED = ResponseSpec(Decision, description="It was reversed already; nothing changed.", generate_examples=False)


@get("/decisions", operation_id="listDecisions", summary="List decisions", responses=answers())
async def list_decisions(
    session: Session,
    speaker: Annotated[str | None, id_filter("Only decisions that lead away from this speaker or to it.")] = None,
    kind: Annotated[DecisionKind | None, QueryParameter(description="Only decisions of this kind.")] = None,
    author: Annotated[str | None, text_filter("Only decisions of exactly this author.")] = None,
    reversed: Annotated[  # noqa: A002
        bool | None, QueryParameter(description="Only reversed decisions, or only those that stand.")
    ] = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> DecisionPage:
    """Who decided what about speakers, when and why, in the order it was decided."""
    asked = {"speaker": speaker, "kind": kind, "author": author, "reversed": reversed}
    found = await service.DECISIONS.page(session, asked, limit, cursor)
    return DecisionPage(items=[decision(row) for row in found.rows], next_cursor=found.next_cursor)


@get(
    "/decisions/{decision_id:str}",
    operation_id="getDecision",
    summary="Get a decision",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_decision(
    session: Session, decision_id: FromPath[str], if_none_match: IfNoneMatch = None
) -> Response[Decision]:
    """One decision, with its reversal if it no longer stands."""
    return unless_known(decision(await service.DECISIONS.get(session, decision_id)), if_none_match)


@post(
    "/decisions/{decision_id:str}/reversals",
    operation_id="reverseDecision",
    summary="Reverse a decision",
    status_code=201,
    response_description="The decision no longer holds; what it led elsewhere is where names and other decisions lead.",
    responses={200: REVERSED, **answers(404, 409, 413, 415)},
)
async def reverse_decision(
    decision_id: FromPath[str], data: JSONBody[ReversalRequest], intake: Storing, idempotency_key: IdempotencyKey = None
) -> Response[Decision]:
    """Undoes a merge or a split. The decision stays listed, with who reversed it and why."""

    async def work() -> Response[Decision]:
        decided = await service.reverse(intake, decision_id, data)
        return Response(decision(decided.row), status_code=201 if decided.created else 200)

    return await once(intake, idempotency_key, (f"/v1/decisions/{decision_id}/reversals", data), work)


router = Router(path="/v1", route_handlers=[list_decisions, get_decision, reverse_decision], tags=["decisions"])
