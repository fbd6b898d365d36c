"""What is seen of a request from outside: its id and one line in the log.

The id is the caller's `X-Request-Id` when it has one of ordinary characters, otherwise new. The log line holds method,
path template, status and duration, never a body, a query or a header: articles are other people's text.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

import structlog
from litestar import Litestar
from litestar.enums import HttpMethod, ScopeType
from litestar.types import HTTPScope, LifeSpanReceive, LifeSpanScope, LifeSpanSend, Message, Receive, Scope, Send

from api.http.draining import Body
from api.storage.database import end_session

HEADER = b"x-request-id"
ACCEPTED = re.compile(r"[A-Za-z0-9._:/+=@-]{1,128}\Z")

log = structlog.get_logger("variorum.request")


def new_request_id() -> str:
    return str(uuid.uuid4())


def request_id_of(scope: Any) -> str:
    """The id given to the request when it came in."""
    return str(scope["state"]["request_id"])


def choose_request_id(headers: Any, new: Callable[[], str]) -> str:
    given = next((value.decode("latin-1") for name, value in headers if name.lower() == HEADER), "")
    return given if ACCEPTED.match(given) else new()


class ObservedApp(Litestar):
    """The framework's application, which sees requests to unknown addresses too late to name or log them.

    HEAD, which it does not know, is answered as GET is, without the body. The database session of a request ends here.
    """

    async def __call__(
        self, scope: Scope | LifeSpanScope, receive: Receive | LifeSpanReceive, send: Send | LifeSpanSend
    ) -> None:
        if scope["type"] != ScopeType.HTTP:
            await super().__call__(scope, receive, send)
            return
        request, answer = cast("HTTPScope", scope), cast("Send", send)
        asked = request["method"]
        if asked == HttpMethod.HEAD:
            request["method"] = HttpMethod.GET
        request_id = choose_request_id(request["headers"], new_request_id)
        request.setdefault("state", {})["request_id"] = request_id
        body = Body(cast("Receive", receive))
        began = time.perf_counter()

        async def observed(message: Message) -> None:
            if message["type"] == "http.response.start":
                await end_session(request)  # before the answer is sent, however slowly that is read
                if message["status"] >= HTTPStatus.BAD_REQUEST:
                    await body.drain()
                message["headers"] = [*message.get("headers", []), (HEADER, request_id.encode("ascii"))]
                _log(request, asked, message["status"], request_id, time.perf_counter() - began)
            elif message["type"] == "http.response.body" and asked == HttpMethod.HEAD:
                message["body"] = b""
            await answer(message)

        try:
            await super().__call__(scope, body.receive, observed)
        finally:
            await end_session(request)


def _log(scope: HTTPScope, method: str, status: int, request_id: str, seconds: float) -> None:
    log.info(
        "request",
        method=method,
        path=scope.get("path_template") or "(unknown)",
        status=status,
        milliseconds=round(1000 * seconds, 1),
        request_id=request_id,
    )
