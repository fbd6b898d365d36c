"""What every request must satisfy before its handler sees it: known parameters, JSON, a body within bounds.

The framework ignores unknown and repeated query parameters and parses a body whatever its Content-Type says; here each
of these is an error, since a parameter that is silently ignored gives a wrong answer that looks right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydantic
from litestar import Litestar, Request, Response
from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.routes import HTTPRoute
from litestar.types import Empty

from api.errors import (
    BodyTooLarge,
    Fault,
    InvalidRequest,
    MalformedBody,
    UnreadableArticles,
    UnsupportedMediaType,
)
from api.wire import MAX_TEXT, MIN_ARTICLES, SOMETHING
from extractors.errors import EmptyText, NotPlainText, TextTooLong, VariorumError
from matching.errors import TooFewArticles

JSON_TYPE = "application/json"

# A field that is well-formed JSON of the right type, but no text we could read: the request is understood and cannot be
# carried out. Keys are the last part of the field's address (None for any) and pydantic's name for the fault.
NOT_READABLE: dict[tuple[str | None, str], type[VariorumError]] = {
    ("text", "string_too_short"): EmptyText,
    ("text", "string_too_long"): TextTooLong,
    ("articles", "too_short"): TooFewArticles,
    (None, "string_unicode"): NotPlainText,
}
MESSAGES: dict[type[VariorumError], str] = {
    EmptyText: "Send the article's text; this one has no characters.",
    TextTooLong: f"Send at most {MAX_TEXT:,} characters of text.",
    TooFewArticles: f"Send at least {MIN_ARTICLES} articles.",
    NotPlainText: "Send Unicode text; this holds half of a surrogate pair, which no text can contain.",
}
# Our names for pydantic's, where they differ; the others are close enough to be kept.
FAULT_CODES = {"extra_forbidden": "unknown_field", "missing": "missing_field", "value_error": "invalid_value"}
# Our words where pydantic's are of Python; the others say what to do.
WORDED = {
    "model_type": "Give a JSON object.",
    "model_attributes_type": "Give a JSON object.",
    "list_type": "Give a list.",
    "string_type": "Give a text.",
    "string_pattern_mismatch": "It is not written as such values are; the contract gives the pattern.",
    "missing": "Give this field.",
    "extra_forbidden": "There is no such field here; correct its name or leave it out.",
}
BLANK = f"String should match pattern '{SOMETHING}'"
"""What pydantic says of a string that holds nothing but spaces."""
OUR_OWN_WORDS = "Value error, "
"""What pydantic puts before the message of a validator of ours."""


class StrictRequest(Request[Any, Any, Any]):
    """A request whose body is JSON in UTF-8, declared as such."""

    async def json(self) -> Any:
        """The decoded body. Raises UnsupportedMediaType, BodyTooLarge or MalformedBody."""
        if self._json is Empty:
            content_type, _ = self.content_type
            if content_type.lower() != JSON_TYPE:
                raise UnsupportedMediaType(f"Send the body as {JSON_TYPE}, and say so in the header Content-Type.")
            if self.headers.get("content-encoding", "identity").lower() != "identity":
                raise UnsupportedMediaType("Send the body as it is, without a Content-Encoding.")
            try:
                body = await self.body()
            except RequestEntityTooLarge as error:
                limit = self.route_handler.resolve_request_max_body_size()
                raise BodyTooLarge(f"Send at most {limit} bytes.") from error
            self._json = decode(body)
        return self._json


def decode(body: bytes) -> Any:
    """The value of a JSON text in UTF-8, be there a byte order mark before it or not.

    Lone surrogates pass here: the field that holds one is named later.
    """
    if not body:
        raise MalformedBody("Send a JSON object; the body is empty.")
    try:
        return json.loads(body.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except UnicodeDecodeError as error:
        raise MalformedBody(f"Send UTF-8; byte {error.start} of the body is not.") from error
    except json.JSONDecodeError as error:
        raise MalformedBody(f"Send JSON; line {error.lineno}, column {error.colno}: {error.msg}.") from error
    except ValueError as error:
        raise MalformedBody(f"Send JSON with distinct names and numbers of ordinary size: {error}.") from error
    except RecursionError as error:
        raise MalformedBody("Send JSON with fewer brackets inside one another.") from error


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON leaves open what a name given twice means; the last would win unseen."""
    value = dict(pairs)
    if len(value) < len(pairs):
        repeated = next(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
        raise ValueError(f"{sendable(repeated)!r} stands twice in one object")
    return value


def pointer_of(parts: Sequence[str | int]) -> str:
    """The JSON Pointer (RFC 6901) of a field, with half surrogates in names replaced."""
    escaped = (str(part).replace("~", "~0").replace("/", "~1") for part in parts)
    return sendable("".join(f"/{part}" for part in escaped))


def sendable(text: str) -> str:
    """The text with every lone surrogate replaced, so that it can be sent back."""
    return text.encode("utf-8", "replace").decode("utf-8")


def refusal(error: pydantic.ValidationError) -> VariorumError:
    """The one error that all faults of a body add up to.

    When every fault is the same one of NOT_READABLE it is that; otherwise the request does not fit the contract.
    """
    found = [
        (_unreadable(fault["loc"], fault["type"]), fault)
        for fault in error.errors(include_url=False, include_context=False, include_input=False)
    ]
    faults = [
        Fault(
            code=kind.code if kind else FAULT_CODES.get(fault["type"], fault["type"]),
            detail=MESSAGES[kind] if kind else _worded(fault["type"], fault["msg"]),
            pointer=pointer_of(fault["loc"]),
        )
        for kind, fault in found
    ]
    kinds = {kind for kind, _ in found}
    if len(faults) == 1 and (kind := next(iter(kinds))):
        return kind(faults[0].detail, pointer=faults[0].pointer or "")
    if None not in kinds:
        return UnreadableArticles(f"{len(faults)} texts cannot be read.", faults=faults)
    named = ", ".join(fault.pointer or "the body" for fault in faults[:3])
    return InvalidRequest(
        f"Correct {'one fault' if len(faults) == 1 else f'{len(faults)} faults'}, at {named}"
        f"{' …' if len(faults) > 3 else ''}.",
        faults=faults,
    )


def _worded(fault: str, message: str) -> str:
    if message == BLANK:
        return "Write more than spaces."
    return WORDED.get(fault) or sendable(message.removeprefix(OUR_OWN_WORDS))


def _unreadable(location: Sequence[str | int], fault: str) -> type[VariorumError] | None:
    last = str(location[-1]) if location else None
    return NOT_READABLE.get((last, fault)) or NOT_READABLE.get((None, fault))


@dataclass(frozen=True, slots=True)
class Expected:
    """A query parameter of an operation: whether it may be given several times, and whether it must be given."""

    many: bool = False
    required: bool = False


def query_parameters(app: Litestar) -> dict[tuple[str, str], dict[str, Expected]]:
    """For each path and method, its query parameters by name."""
    return {
        (route.path_format, method): {
            parameter.field_alias: Expected(parameter.is_sequence, parameter.is_required)
            for parameter in kwargs_model.expected_query_params
        }
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for method, (_, kwargs_model) in route.route_handler_map.items()
    }


def refuse_query(given: Sequence[str], known: Mapping[str, Expected]) -> None:
    """Raises InvalidRequest when a query parameter is unknown, missing, or repeated where one value is expected."""
    names = Counter(given)
    faults = [
        *(
            Fault("unknown_parameter", f"This operation has no parameter {sendable(name)!r}.", parameter=sendable(name))
            for name in names
            if name not in known
        ),
        *(
            Fault("repeated_parameter", f"Give {name!r} once.", parameter=name)
            for name, expected in known.items()
            if names[name] > 1 and not expected.many
        ),
        *(
            Fault("missing_parameter", f"Give the parameter {name!r}.", parameter=name)
            for name, expected in known.items()
            if expected.required and name not in names
        ),
    ]
    if faults:
        raise InvalidRequest(" ".join(fault.detail for fault in faults[:3]), faults=faults)


async def before_request(request: Request[Any, Any, Any]) -> Response[None] | None:
    """Runs before every handler; what is wrong here is told before anything is looked up or computed.

    Answers OPTIONS itself: the framework names only the methods of the handler that was registered first.
    """
    path = request.scope["path_template"]
    if request.method == "OPTIONS":
        methods = {method for at, method in request.app.state.query_parameters if at == path}
        methods |= {"HEAD"} if "GET" in methods else set()
        return Response(None, status_code=204, headers={"Allow": ", ".join(sorted(methods))})
    known = request.app.state.query_parameters[path, request.method]
    refuse_query([name for name, _ in request.query_params.multi_items()], known)
    if "data" in request.route_handler.parsed_fn_signature.parameters:
        await request.json()
    return None
