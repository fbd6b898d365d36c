"""Writes that may be sent twice: with the same `Idempotency-Key` a request is carried out once, and answered the same.

A caller who did not get the answer sends the request again with its key. The answer of the first time is kept for a
day; refusals are not, so a request that was refused may be corrected. A service killed between carrying a request out
and keeping its answer carries it out again: for everything but opening a story that changes nothing.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

import sqlalchemy as sa
from litestar import Response
from litestar.params import HeaderParameter
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from api.errors import KeyReused
from api.running.intake import Intake
from api.storage import tables
from api.storage.ids import digest
from api.wire import RequestModel, ResponseModel

MAX_KEY = 200
KEPT = dt.timedelta(days=1)
"""How long an answer is kept: longer than any client goes on trying."""

IdempotencyKey = Annotated[
    str | None,
    HeaderParameter(
        name="Idempotency-Key",
        min_length=1,
        max_length=MAX_KEY,
        pattern=r"^[\x21-\x7e]+$",
        description="Names this request: sent again within a day, it is answered as before and changes nothing.",
    ),
]
Message = TypeVar("Message", bound=ResponseModel)


async def once(
    intake: Intake,
    key: str | None,
    request: tuple[str, RequestModel],
    work: Callable[[], Awaitable[Response[Message]]],
) -> Response[Any]:
    """The answer of `work`, or the one it gave when the same request came with this key before.

    `request` is the address and the body. Raises KeyReused when the key came with another request.
    """
    if key is None:
        return await work()
    address, body = request
    asked = digest(address, body.model_dump(mode="json"))
    async with intake.database.turn(f"key {key}"):
        async with intake.database.reading() as session:
            kept = await session.get(tables.KeptAnswer, key)
        if kept is not None and kept.created_at > intake.clock() - KEPT:
            if kept.request_sha256 != asked:
                raise KeyReused("Send another Idempotency-Key; this one came with another request.")
            return Response(json.loads(kept.body), status_code=kept.status, headers=_headers(kept.location))
        answer = await work()
        await _keep(intake, key, asked, answer)
    return answer


async def _keep(intake: Intake, key: str, asked: str, answer: Response[Message]) -> None:
    now = intake.clock()
    row = tables.KeptAnswer(
        key=key,
        request_sha256=asked,
        status=answer.status_code or 200,
        location=answer.headers.get("Location"),
        body=answer.content.model_dump_json(),
        created_at=now,
    )
    try:
        async with intake.database.writing() as session:
            await session.execute(sa.delete(tables.KeptAnswer).where(col(tables.KeptAnswer.created_at) <= now - KEPT))
            session.add(row)
    except IntegrityError:
        return  # another process carried the same request out meanwhile, and kept its own answer


def _headers(location: str | None) -> dict[str, str]:
    return {"Location": location} if location else {}
