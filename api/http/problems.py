"""The one place where errors become HTTP: every error of every operation is a problem document (RFC 9457).

    exception -> as_service_error -> Problem -> application/problem+json

`type` is an address of this service (`/problems/{code}`), so that it is stable, needs no other host, and answers.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pydantic
import structlog
from litestar import Request, Response, Router, get
from litestar.exceptions import HTTPException, ValidationException
from litestar.params import FromPath

from api import errors
from api.errors import Fault, ServiceError
from api.http.answers import PROBLEM_TYPE
from api.http.observing import request_id_of
from api.http.requests import refusal, sendable
from api.wire import Problem, ProblemError
from extractors.errors import InputError, MissingWeights, VariorumError
from matching.errors import ComparisonError

# The packages below know nothing of HTTP. The nearest class in the table decides.
STATUS: dict[type[VariorumError], int] = {InputError: 422, ComparisonError: 422, MissingWeights: 503}
# What the framework raises, by status; any other of its 4xx is a request that does not fit.
FRAMEWORK: dict[int, tuple[type[ServiceError], str]] = {
    400: (errors.InvalidRequest, "The request does not fit this operation."),
    404: (errors.NotFound, "Nothing has this address; the contract at /openapi.yaml lists those there are."),
    405: (errors.MethodNotAllowed, "The header Allow names the methods there are."),
    413: (errors.BodyTooLarge, "Send a smaller body."),
    415: (errors.UnsupportedMediaType, "Send the body as application/json."),
}

IN_WORDS = {"str": "text", "int": "a whole number", "float": "a number", "bool": "true or false", "date": "a date"}
"""The types of parameters, as people call them."""

log = structlog.get_logger("variorum.problem")


def status_of(error: VariorumError | type[VariorumError]) -> int:
    kind = error if isinstance(error, type) else type(error)
    if issubclass(kind, ServiceError):
        return kind.status
    return next((STATUS[ancestor] for ancestor in kind.__mro__ if ancestor in STATUS), 500)


def known(error: Exception) -> VariorumError:
    """The error of ours that says what happened. What we did not foresee is an InternalError without its text."""
    if isinstance(error, VariorumError):
        return error
    if isinstance(error, ValidationException) and (cause := _cause(error)):
        return refusal(cause)
    if isinstance(error, HTTPException) and error.status_code < 500:
        kind, message = FRAMEWORK.get(error.status_code, FRAMEWORK[400])
        faults = _parameter_faults(error.extra)
        named = ", ".join(fault.parameter or "" for fault in faults)
        return kind(f"Correct what is wrong with {sendable(named)}." if faults else message, faults=faults)
    return errors.InternalError("The fault is logged under the request id.")


def _cause(error: BaseException) -> pydantic.ValidationError | None:
    """What the message model said, which the framework wraps twice and shortens."""
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, pydantic.ValidationError):
            return inner
        inner = inner.__cause__
    return None


def _parameter_faults(extra: Any) -> list[Fault]:
    """The framework's account of path, query and header parameters that do not fit."""
    messages = extra if isinstance(extra, list) else []
    return [
        Fault("invalid_parameter", worded(str(message.get("message", ""))), parameter=_name_of_parameter(message))
        for message in messages
        if isinstance(message, dict) and "key" in message
    ]


def _name_of_parameter(message: Mapping[str, Any]) -> str:
    """Its own name: the framework calls a header by the argument of the handler that it becomes."""
    name = str(message["key"])
    is_header = message.get("source") == "header"
    return "-".join(part.capitalize() for part in name.split("_")) if is_header else name


def worded(message: str) -> str:
    """What the framework says of a parameter, without the names of Python's types."""
    if message.startswith("Invalid enum value"):
        value = message.removeprefix("Invalid enum value ")
        return sendable(f"{value} is none of its values; the contract lists them.")
    if message.startswith("Invalid RFC3339 encoded date"):
        return "Expected a date, such as 2022-01-10."
    if "matching regex" in message:
        return "It is not written as such values are; the contract gives the pattern."
    expected = re.sub(r"`([^`]*)`", _in_words, message.split(", got ")[0])
    return sendable(f"{expected}.")


def _in_words(kinds: re.Match[str]) -> str:
    named = [IN_WORDS.get(kind, kind) for kind in kinds[1].split(" | ") if kind != "null"]
    return " or ".join(named)


def problem_of(error: VariorumError, request_id: str) -> Problem:
    faults = error.faults if isinstance(error, ServiceError) else ()
    if error.pointer and not faults:
        faults = (Fault(error.code, error.message, pointer=error.pointer),)
    return Problem(
        type=f"/problems/{error.code}",
        title=error.title,
        status=status_of(error),
        detail=sendable(error.message),
        instance=f"urn:variorum:request:{request_id}",
        code=error.code,
        request_id=request_id,
        errors=[
            ProblemError(
                code=fault.code, detail=sendable(fault.detail), pointer=fault.pointer, parameter=fault.parameter
            )
            for fault in faults
        ],
    )


def handle(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """The answer to a request that failed, whatever failed. Never carries the text of an unforeseen exception."""
    told = known(error)
    problem = problem_of(told, request_id_of(request.scope))
    if problem.status >= 500:
        log.error("failed", code=problem.code, request_id=problem.request_id, exc_info=error)
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    return Response(
        content=problem.model_dump_json().encode(),
        status_code=problem.status,
        media_type=PROBLEM_TYPE,
        headers=headers,
    )


def catalogue() -> dict[str, dict[str, Any]]:
    """Every kind of problem the service can answer with, by code: what is served at `/problems/{code}`."""
    return {
        kind.code: {
            "type": f"/problems/{kind.code}",
            "code": kind.code,
            "title": kind.title,
            "status": status_of(kind),
            "description": inspect.cleandoc(kind.__dict__.get("__doc__") or "") or kind.title + ".",
        }
        for kind in _kinds(VariorumError)
        if "code" in kind.__dict__
    }


def _kinds(root: type[VariorumError]) -> Iterator[type[VariorumError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from _kinds(kind)


@get("/problems/{code:str}", media_type="application/json", sync_to_thread=False)
def describe_problem(code: FromPath[str]) -> dict[str, Any]:
    """What the `type` of a problem points at."""
    kinds = catalogue()
    if code not in kinds:
        raise errors.NotFound(f"There is no problem called {sendable(code)!r}.")
    return kinds[code]


router = Router(path="/", route_handlers=[describe_problem], include_in_schema=False)
