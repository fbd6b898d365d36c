"""Conditional GET of one resource: a weak ETag, and 304 when the caller has it already.

The tag is a digest of the message, whose fields have a fixed order. It is weak because compression may change bytes.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, TypeVar

from litestar import Response
from litestar.datastructures import ResponseHeader
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import HeaderParameter

from api.http.answers import answers
from api.wire import ResponseModel

Message = TypeVar("Message", bound=ResponseModel)

TAG_DIGITS = 32
"""Hexadecimal digits of a tag, 128 bits: two states of a resource never have one by chance."""
MAX_IF_NONE_MATCH = 2_000
"""Code points: some fifty tags."""
ETAG = ResponseHeader(
    name="ETag",
    description="Tag of this state of the resource, for `If-None-Match`.",
    value="",  # tells the framework that it is a string
    required=True,
    documentation_only=True,
)
NOT_MODIFIED = ResponseSpec(None, description="The resource is still as the caller has it.", generate_examples=False)

IfNoneMatch = Annotated[
    str | None,
    HeaderParameter(
        name="If-None-Match",
        max_length=MAX_IF_NONE_MATCH,
        description="Tags of the states the caller has; if it is one of these, the answer is 304 without a body.",
    ),
]


def conditional_answers(*statuses: int) -> dict[int, ResponseSpec]:
    """What a conditional GET declares besides its success: 304, and problems with these statuses."""
    return {304: NOT_MODIFIED, **answers(*statuses)}


def tag_of(message: ResponseModel) -> str:
    return f'W/"{hashlib.sha256(message.model_dump_json().encode("utf8")).hexdigest()[:TAG_DIGITS]}"'


def unless_known(message: Message, if_none_match: str | None) -> Response[Any]:
    """The message with its tag, or 304 without it where `if_none_match` lists the tag or is "*"."""
    tag = tag_of(message)
    if if_none_match is not None and known(tag, if_none_match):
        return Response(content=None, status_code=304, headers={"ETag": tag})
    return Response(content=message, headers={"ETag": tag})


def known(tag: str, if_none_match: str) -> bool:
    """Weak comparison (RFC 9110, 8.8.3.2): the mark of weakness is left out of account."""
    listed = {one.strip().removeprefix("W/") for one in if_none_match.split(",")}
    return if_none_match.strip() == "*" or tag.removeprefix("W/") in listed
