"""A request with an Idempotency-Key is carried out once and answered the same however often it is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from litestar.testing import TestClient

from api.app import create_app
from api.running.settings import Settings
from tests.api.fakes import FakeEngine
from tests.api.stored import COURIER, MOMENT, Client, counter, items
from tests.api.test_decisions import WHO, tarn_and_osk

KEY = {"Idempotency-Key": "a-1"}
STORY = {"title": "A bridge"}


def test_a_story_is_opened_once(store: Client) -> None:
    first, again = (store.post("/v1/stories", json=STORY, headers=KEY) for _ in range(2))
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert first.headers["Location"] == again.headers["Location"]
    assert len(items(store, "/v1/stories")) == 1


def test_an_article_is_answered_as_the_first_time(store: Client) -> None:
    first, again = (store.post("/v1/articles", json=COURIER, headers=KEY) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()


def test_a_decision_is_answered_as_the_first_time(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    path, body = f"/v1/speakers/{tarn}/merges", {**WHO, "speaker_id": osk}
    first, again = (store.post(path, json=body, headers=KEY) for _ in range(2))
    assert (first.status_code, first.json()) == (again.status_code, again.json()) == (201, first.json())


def test_without_a_key_or_with_another_one_it_is_another_request(store: Client) -> None:
    for headers in ({}, {}, KEY, {"Idempotency-Key": "a-2"}):
        assert store.post("/v1/stories", json=STORY, headers=headers).status_code == 201
    assert len(items(store, "/v1/stories")) == 4


@pytest.mark.parametrize(
    ("path", "body"), [("/v1/stories", {"title": "Another"}), ("/v1/articles", COURIER)], ids=["body", "address"]
)
def test_a_key_belongs_to_one_request(store: Client, path: str, body: dict[str, Any]) -> None:
    store.post("/v1/stories", json=STORY, headers=KEY)
    answer = store.post(path, json=body, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (409, "idempotency_key_reused")
    assert items(store, "/v1/articles") == []


def test_a_refused_request_may_be_corrected(store: Client) -> None:
    refused = store.post("/v1/articles", json={**COURIER, "story_id": "sto_0"}, headers=KEY)
    assert refused.status_code == 422
    assert store.post("/v1/articles", json=COURIER, headers=KEY).status_code == 201


@pytest.mark.parametrize("key", ["", "a b", "x" * 201])
def test_a_key_that_does_not_fit_is_named(store: Client, key: str) -> None:
    answer = store.post("/v1/stories", json=STORY, headers={"Idempotency-Key": key})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_request")


def test_requests_sent_at_once_are_carried_out_once(store: Client) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: store.post("/v1/stories", json=STORY, headers=KEY).json()["id"], range(4)))
    assert len(set(found)) == 1
    assert len(items(store, "/v1/stories")) == 1


@pytest.fixture
def days(database_url: str) -> Iterator[tuple[Client, list[dt.timedelta]]]:
    """A client, and what the last element of a list says has gone by."""
    gone = [dt.timedelta()]
    app = create_app(Settings(database=database_url), FakeEngine(), clock=lambda: MOMENT + gone[-1], new_id=counter())
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client, gone


def test_a_key_is_forgotten_after_a_day(days: tuple[Client, list[dt.timedelta]]) -> None:
    client, gone = days
    for hours in (0, 23, 25, 26):
        gone.append(dt.timedelta(hours=hours))
        client.post("/v1/stories", json=STORY, headers=KEY)
    assert len(items(client, "/v1/stories")) == 2
