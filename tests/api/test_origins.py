"""Pages of other origins: whether a browser lets them call the service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from litestar.testing import TestClient

from api.app import create_app
from api.http.observing import ObservedApp
from api.running.settings import Settings
from tests.api.fakes import FakeEngine

DASHBOARD = "https://dashboard.example"
OTHERS = ["https://other.example", "http://dashboard.example", "https://dashboard.example.evil.example", "null"]
ARTICLE = {"text": "The ferry sank."}


@pytest.fixture
def opened(settings: Settings) -> Iterator[TestClient[ObservedApp]]:
    app = create_app(replace(settings, cors_origins=(DASHBOARD, "http://localhost:3000")), FakeEngine())
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def asking(origin: str, method: str = "POST", headers: str = "content-type,idempotency-key") -> dict[str, str]:
    """The headers of a browser that asks whether a page may send a request."""
    return {"Origin": origin, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers}


def test_a_page_of_a_named_origin_may_write(opened: TestClient[ObservedApp]) -> None:
    answer = opened.options("/v1/articles", headers=asking(DASHBOARD))
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == DASHBOARD
    assert {"idempotency-key", "content-type"} <= set(
        answer.headers["Access-Control-Allow-Headers"].lower().split(", ")
    )


@pytest.mark.parametrize("origin", OTHERS)
def test_a_page_of_another_origin_may_not(opened: TestClient[ObservedApp], origin: str) -> None:
    answer = opened.options("/v1/articles", headers=asking(origin))
    assert answer.status_code == 400
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert "Access-Control-Allow-Origin" not in opened.get("/v1/articles", headers={"Origin": origin}).headers


@pytest.mark.parametrize(("method", "headers"), [("DELETE", "content-type"), ("POST", "x-own")])
def test_what_no_operation_takes_is_not_allowed(opened: TestClient[ObservedApp], method: str, headers: str) -> None:
    assert opened.options("/v1/articles", headers=asking(DASHBOARD, method, headers)).status_code == 400


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/v1/articles", None, 200),
        ("POST", "/v1/extract", ARTICLE, 200),
        ("GET", "/v1/articles?colour=red", None, 400),
        ("POST", "/v1/extract", {"text": 1}, 400),
        ("GET", "/v1/articles/none", None, 404),
        ("GET", "/nowhere", None, 404),
        ("PUT", "/v1/articles", ARTICLE, 405),
        ("POST", "/v1/extract", {"text": "Bonjour."}, 422),
    ],
)
def test_a_page_reads_answers_and_errors_alike(
    opened: TestClient[ObservedApp], method: str, path: str, body: object, status: int
) -> None:
    answer = opened.request(method, path, json=body, headers={"Origin": DASHBOARD})
    assert answer.status_code == status
    assert answer.headers["Access-Control-Allow-Origin"] == DASHBOARD
    assert answer.headers["Vary"] == "Origin"
    assert set(answer.headers["Access-Control-Expose-Headers"].split(", ")) == {"ETag", "Location", "X-Request-Id"}


def test_unless_origins_are_named_none_may(client: TestClient[ObservedApp]) -> None:
    answer = client.get("/v1/articles", headers={"Origin": DASHBOARD})
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]
