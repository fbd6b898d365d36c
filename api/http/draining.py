"""Reading what nobody wanted, so that a refusal arrives.

A client that is still sending when the answer comes sees a broken connection instead of the answer. So the rest of a
refused body is read and thrown away first, up to a limit beyond which a broken connection is what the sender gets.
"""

from __future__ import annotations

from litestar.types import Receive
from litestar.types.asgi_types import HTTPReceiveMessage

MAX_DRAINED = 64 * 1024 * 1024
"""Bytes read of a body that is refused: four times what is accepted, seconds on any connection that can send it."""


class Body:
    """A request's body on its way in. `receive` is the server's, and what the application reads instead of it."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._ended = False
        self._bytes = 0

    async def receive(self) -> HTTPReceiveMessage:
        message = await self._receive()
        if message["type"] == "http.request":
            self._bytes += len(message.get("body", b""))
            self._ended = not message.get("more_body", False)
        else:
            self._ended = True
        return message  # type: ignore[return-value]  # an HTTP connection receives no other messages

    async def drain(self) -> None:
        while not self._ended and self._bytes < MAX_DRAINED:
            await self.receive()
