"""What every operation declares about its problems, so that the contract names them and clients type them."""

from __future__ import annotations

from http import HTTPStatus

from litestar.openapi.datastructures import ResponseSpec

from api.wire import Problem

PROBLEM_TYPE = "application/problem+json"
DESCRIPTIONS = {
    400: "The request does not fit the contract: bad JSON, an unknown or misshapen field or parameter.",
    404: "Nothing has this address.",
    409: "The request conflicts with what is stored.",
    413: "The body is too large.",
    415: "The body is not declared as JSON.",
    422: "The request is understood and cannot be carried out.",
    500: "The service failed. The fault is logged under the request id.",
    503: "The service is not ready; try again later.",
}
ALWAYS = (400, 500)


def answers(*statuses: int) -> dict[int, ResponseSpec]:
    """Problem answers of an operation with these statuses, besides those that every operation has (400 and 500)."""
    return {
        status: ResponseSpec(
            data_container=Problem,
            description=DESCRIPTIONS.get(status, HTTPStatus(status).phrase),
            media_type=PROBLEM_TYPE,
            generate_examples=False,
        )
        for status in sorted({*ALWAYS, *statuses})
    }
