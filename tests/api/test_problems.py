"""Whatever goes wrong, the answer is a problem document that says what, where and what to do."""

from __future__ import annotations

import gc
import gzip
import io
import json
import socket
from contextlib import redirect_stderr
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.testing import TestClient

from api.app import assemble
from api.errors import InvalidRequest
from api.http.draining import MAX_DRAINED, Body
from api.http.observing import ObservedApp
from api.http.problems import catalogue
from api.http.requests import Expected, decode, pointer_of, refuse_query
from api.running.settings import Settings, UnsafeSetting, environment_of, from_environment
from extractors.errors import MissingWeights, VariorumError

Client = TestClient[ObservedApp]
EVERYWHERE = "0.0.0.0"  # noqa: S104  what must be refused
JSON = {"content-type": "application/json"}
FIELDS = ["type", "title", "status", "detail", "instance", "code", "request_id", "errors"]


def post(client: Client, body: bytes, path: str = "/v1/extract", **headers: str) -> Any:
    return client.post(path, content=body, headers=JSON | headers)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "malformed_json"),
        (b"{", 400, "malformed_json"),
        (b"null", 400, "invalid_request"),
        (b"[]", 400, "invalid_request"),
        (b'"text"', 400, "invalid_request"),
        (b"{}", 400, "invalid_request"),
        (b'{"text": 3}', 400, "invalid_request"),
        (b'{"text": null}', 400, "invalid_request"),
        (b'{"text": NaN}', 400, "malformed_json"),
        (b'{"text": "caf\xe9"}', 400, "malformed_json"),
        (b"\xff\xfe{\x00}\x00", 400, "malformed_json"),
        (b"\x00\x01\x02", 400, "malformed_json"),
        (b"[" * 100_000, 400, "malformed_json"),
        (b"9" * 10_000, 400, "malformed_json"),
        (b'{"text": "It rained.", "text": "It snowed."}', 400, "malformed_json"),
        (b'{"text": ""}', 422, "empty_text"),
        (b'{"text": "  \\n "}', 422, "empty_text"),
        (b'{"text": "Bonjour."}', 422, "unsupported_language"),
        (b'{"text": "\\ud800"}', 422, "not_plain_text"),
        (b'{"text": "It rained.", "title": "\\udfff"}', 422, "not_plain_text"),
        (b'{"text": "It rained.", "\\ud800": 1}', 422, "not_plain_text"),
        (b'{"text": "It rained.", "source": {"name": ""}}', 400, "invalid_request"),
        (b'{"text": "It rained.", "source": {"name": " "}}', 400, "invalid_request"),
        (b'{"text": "It rained.", "source": "The Post"}', 400, "invalid_request"),
    ],
    ids=lambda value: value[:30].decode("latin-1") if isinstance(value, bytes) else str(value),
)
def test_a_bad_body_is_told_apart(stateless: Client, body: bytes, status: int, code: str) -> None:
    response = post(stateless, body)
    problem = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.status_code, problem["code"]) == (status, code)
    assert list(problem) == FIELDS
    assert (problem["status"], problem["type"]) == (status, f"/problems/{code}")


# Anything that JSON can say, half surrogates included, with the names that requests use among the others.
NAMES = st.sampled_from(["text", "title", "articles", "id", "source", "name", "published_at"]) | st.text(max_size=3)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just("\ud83d"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None, derandomize=True, database=None)
@given(
    path=st.sampled_from(["/v1/extract", "/v1/compare"]),
    body=st.binary(max_size=40) | VALUES.map(lambda value: json.dumps(value).encode()),
)
def test_no_body_breaks_the_service(stateless: Client, path: str, body: bytes) -> None:
    response = post(stateless, body, path)
    assert response.status_code in {200, 400, 422}
    if response.status_code != 200:
        assert list(response.json()) == FIELDS


def test_a_text_of_five_million_characters_is_too_long(stateless: Client) -> None:
    response = stateless.post("/v1/extract", json={"text": "It rained. " * 454_546})
    assert (response.status_code, response.json()["code"]) == (422, "text_too_long")


def test_a_body_beyond_the_limit_is_not_read(stateless: Client) -> None:
    response = post(stateless, b'{"text": "' + b"x" * Settings().max_body + b'"}')
    assert (response.status_code, response.json()["code"]) == (413, "body_too_large")


@pytest.mark.parametrize("given", ["text/plain", "application/xml", "application/x-www-form-urlencoded", ""])
def test_another_content_type_is_refused(stateless: Client, given: str) -> None:
    response = stateless.post("/v1/extract", content=b'{"text": "It rained."}', headers={"content-type": given})
    assert (response.status_code, response.json()["code"]) == (415, "unsupported_media_type")


def test_json_may_name_its_character_set(stateless: Client) -> None:
    response = stateless.post(
        "/v1/extract", content=b'{"text": "It rained."}', headers={"content-type": "application/json; charset=utf-8"}
    )
    assert response.status_code == 200


def test_a_byte_order_mark_before_the_body_does_no_harm(stateless: Client) -> None:
    assert post(stateless, b'\xef\xbb\xbf{"text": "It rained."}').status_code == 200


def test_a_compressed_body_is_refused_as_such(stateless: Client) -> None:
    response = post(stateless, gzip.compress(b'{"text": "It rained."}'), **{"content-encoding": "gzip"})
    assert (response.status_code, response.json()["code"]) == (415, "unsupported_media_type")


def test_an_unknown_field_is_named(stateless: Client) -> None:
    response = stateless.post("/v1/extract", json={"text": "It rained.", "source": {"name": "P", "a/b~c": 1}})
    [error] = response.json()["errors"]
    assert response.status_code == 400
    assert (error["code"], error["pointer"]) == ("unknown_field", "/source/a~1b~0c")


def test_each_of_several_faults_is_named(stateless: Client) -> None:
    response = stateless.post("/v1/compare", json={"articles": [{"id": "a", "text": ""}, 3], "more": 1})
    assert [(error["code"], error["pointer"]) for error in response.json()["errors"]] == [
        ("missing_field", "/articles/0/source"),
        ("empty_text", "/articles/0/text"),
        ("model_type", "/articles/1"),
        ("unknown_field", "/more"),
    ]


def test_an_unknown_query_parameter_is_named(stateless: Client) -> None:
    response = stateless.post("/v1/extract?lang=en", json={"text": "It rained."})
    [error] = response.json()["errors"]
    assert response.status_code == 400
    assert (error["code"], error["parameter"], error["pointer"]) == ("unknown_parameter", "lang", None)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (["limit", "limit"], "repeated_parameter"),
        (["limit", "source", "source", "page"], "unknown_parameter"),
        (["source"], "missing_parameter"),
    ],
)
def test_a_parameter_is_known_and_given_once(given: list[str], named: str) -> None:
    with pytest.raises(InvalidRequest) as raised:
        refuse_query(given, {"limit": Expected(required=True), "source": Expected(many=True)})
    assert [fault.code for fault in raised.value.faults] == [named]


@pytest.mark.parametrize(
    ("path", "parameter", "detail"),
    [
        ("/v1/claims?limit=three", "limit", "Expected a whole number."),
        ("/v1/claims?limit=0", "limit", "Expected a whole number >= 1."),
        ("/v1/claims?min_score=x", "min_score", "Expected a number."),
        ("/v1/claims?attributed=perhaps", "attributed", "Expected true or false."),
        ("/v1/claims?time_from=Monday", "time_from", "Expected a date, such as 2022-01-10."),
        ("/v1/claims?story=15", "story", "It is not written as such values are; the contract gives the pattern."),
        ("/v1/claims?q=rain", "q", "This operation has no parameter 'q'."),
        ("/v1/claims?kind=rumour", "kind", "'rumour' is none of its values; the contract lists them."),
        ("/v1/claims/counts", "by", "Give the parameter 'by'."),
        ("/v1/claims?min_value=5&max_value=1", "min_value", "'min_value' must not be more than 'max_value'."),
        (
            "/v1/claims/counts?by=kind&time_from=2024-02-02&time_to=2024-02-01",
            "time_from",
            "'time_from' must not be more than 'time_to'.",
        ),
    ],
)
def test_a_parameter_that_does_not_fit_is_told_in_plain_words(
    stateless: Client, path: str, parameter: str, detail: str
) -> None:
    response = stateless.get(path)
    assert response.status_code == 400
    assert [(error["parameter"], error["detail"]) for error in response.json()["errors"]] == [(parameter, detail)]


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ({}, "Give this field."),
        ({"title": " "}, "Write more than spaces."),
        ({"title": 5}, "Give a text."),
        ({"title": "A dam", "titel": "A dam"}, "There is no such field here; correct its name or leave it out."),
    ],
)
def test_a_field_that_does_not_fit_is_told_in_plain_words(stateless: Client, body: dict[str, str], detail: str) -> None:
    [error] = stateless.post("/v1/stories", json=body).json()["errors"]
    assert error["detail"] == detail


def test_a_refused_filter_leaves_no_session_behind(stateless: Client, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(30):
        stateless.get("/v1/claims?kind=rumour")
    gc.collect()
    assert stateless.get("/v1/claims").status_code == 200
    assert not [record for record in caplog.records if record.name == "asyncio"]


@pytest.mark.parametrize("key", ["", "x" * 201, "a b"])
def test_a_header_that_does_not_fit_is_named_as_it_is_sent(stateless: Client, key: str) -> None:
    response = stateless.post("/v1/stories", json={"title": "A dam"}, headers={"Idempotency-Key": key})
    assert [error["parameter"] for error in response.json()["errors"]] == ["Idempotency-Key"]
    assert "Idempotency-Key" in response.json()["detail"]


@pytest.mark.parametrize("body", [{"text": "It rained.", "source": "The Post"}, ["It rained."]])
def test_what_should_be_an_object_is_told_so(stateless: Client, body: Any) -> None:
    [error] = stateless.post("/v1/extract", json=body).json()["errors"]
    assert error["detail"] == "Give a JSON object."


@pytest.mark.parametrize("path", ["/healthz", "/docs", "/v1/stories", "/v1/extract", "/nothing"])
def test_head_is_answered_as_get_is_without_the_body(stateless: Client, path: str) -> None:
    head, full = stateless.head(path), stateless.get(path)
    assert (head.status_code, head.content) == (full.status_code, b"")
    assert head.headers["content-type"] == full.headers["content-type"]


def test_the_address_of_the_service_leads_to_its_pages(stateless: Client) -> None:
    response = stateless.get("/", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (302, "/docs")


@get("/things/{thing:str}", sync_to_thread=False)
def read_thing(thing: FromPath[str], limit: FromQuery[int | None] = None) -> dict[str, object]:
    return {"thing": thing, "limit": limit}


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/things/a", 200),
        ("/things/a?limit=3", 200),
        ("/things/a?limit=three", 400),
        ("/things/a?limit=3&limit=4", 400),
        ("/things/a?limit=3&page=2", 400),
        ("/things/a?%ff", 400),
    ],
)
def test_parameters_are_known_behind_an_address_with_an_id(address: str, status: int) -> None:
    with TestClient(assemble([read_thing]), raise_server_exceptions=False) as client:
        response = client.get(address)
    assert response.status_code == status
    if status == 400:
        assert {error["pointer"] for error in response.json()["errors"]} == {None}
        assert {error["parameter"] for error in response.json()["errors"]} <= {"limit", "page", "\ufffd"}


async def test_the_rest_of_a_refused_body_is_read_so_that_the_refusal_arrives() -> None:
    waiting = [{"type": "http.request", "body": b"xx", "more_body": n > 0} for n in (3, 2, 1, 0)]

    async def receive() -> Any:
        return waiting.pop(0)

    body = Body(receive)
    await body.receive()
    await body.drain()
    assert waiting == []
    await body.drain()


async def test_a_sender_who_has_gone_is_not_waited_for() -> None:
    async def receive() -> Any:
        return {"type": "http.disconnect"}

    await Body(receive).drain()


async def test_a_body_without_end_is_given_up() -> None:
    pieces: list[int] = []

    async def receive() -> Any:
        pieces.append(1)
        return {"type": "http.request", "body": bytes(MAX_DRAINED // 4), "more_body": True}

    await Body(receive).drain()
    assert len(pieces) == 4


def test_a_list_parameter_may_be_repeated() -> None:
    refuse_query(["source", "source", "limit"], {"limit": Expected(), "source": Expected(many=True)})


@pytest.mark.parametrize("path", ["/v1", "/v1/nothing", "/v2/extract", "/docs/nothing.js", "/problems/nothing"])
def test_an_address_that_nothing_has(stateless: Client, path: str) -> None:
    response = stateless.get(path)
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert response.headers["content-type"] == "application/problem+json"


def test_a_method_that_is_not_there(stateless: Client) -> None:
    response = stateless.get("/v1/extract")
    assert (response.status_code, response.json()["code"]) == (405, "method_not_allowed")
    assert "POST" in response.headers["allow"]


@pytest.mark.parametrize(
    ("path", "methods"),
    [("/v1/extract", "OPTIONS, POST"), ("/v1/stories", "GET, HEAD, OPTIONS, POST"), ("/docs", "GET, HEAD, OPTIONS")],
)
def test_options_names_every_method_there_is(stateless: Client, path: str, methods: str) -> None:
    response = stateless.options(path)
    assert (response.status_code, response.headers["allow"]) == (204, methods)


def test_an_unforeseen_failure_tells_nothing_but_is_logged(stateless: Client) -> None:
    log = io.StringIO()
    with redirect_stderr(log):
        response = stateless.post(
            "/v1/extract", json={"text": "Please fail the service."}, headers={"x-request-id": "probe-1"}
        )
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert (response.status_code, response.json()["code"]) == (500, "internal_error")
    assert "secret" not in response.text
    assert [line["event"] for line in lines if line["request_id"] == "probe-1"] == ["failed", "request"]
    assert "RuntimeError" in lines[0]["exception"]


def test_the_log_holds_no_text_of_an_article(stateless: Client) -> None:
    log = io.StringIO()
    with redirect_stderr(log):
        stateless.post("/v1/extract?private=1", json={"text": "Very private words."})
        stateless.post("/v1/extract", json={"text": "Very private words.", "private": 1})
        stateless.post("/v1/extract", json={"text": "Very private words."})
    assert len(log.getvalue().splitlines()) == 3
    assert "private" not in log.getvalue()


@pytest.mark.parametrize("given", ["abc-123", "01J.Z_x:/+=@", "a" * 128])
def test_the_callers_request_id_is_kept(stateless: Client, given: str) -> None:
    response = stateless.get("/nothing", headers={"x-request-id": given})
    assert response.headers["x-request-id"] == given
    assert response.json()["request_id"] == given
    assert response.json()["instance"] == f"urn:variorum:request:{given}"


@pytest.mark.parametrize("given", ["", "a b", "a" * 129, "\u00e9", "<script>"])
def test_a_request_id_that_could_do_harm_is_replaced(stateless: Client, given: str) -> None:
    response = stateless.get("/healthz", headers={"x-request-id": given.encode("latin-1")})
    assert len(response.headers["x-request-id"]) == 36


def test_every_kind_of_problem_has_a_page(stateless: Client) -> None:
    for code, kind in catalogue().items():
        response = stateless.get(kind["type"])
        assert response.status_code == 200
        assert response.json()["code"] == code


def test_no_two_kinds_of_problem_share_a_code() -> None:
    kinds = _all_kinds(VariorumError)
    codes = [kind.code for kind in kinds if "code" in kind.__dict__]
    assert len(codes) == len(set(codes))
    assert MissingWeights in kinds


def _all_kinds(root: type[VariorumError]) -> list[type[VariorumError]]:
    return [kind for child in root.__subclasses__() for kind in [child, *_all_kinds(child)]]


def test_deep_json_of_ordinary_size_is_read() -> None:
    assert decode(b"[" * 50 + b"]" * 50)


def test_a_pointer_with_half_a_surrogate_can_be_sent() -> None:
    assert pointer_of(["articles", 3, "\ud800"]) == "/articles/3/?"


def test_health_and_readiness_answer(stateless: Client) -> None:
    assert stateless.get("/healthz").json() == {"status": "ok"}
    assert stateless.get("/readyz").json() == {"status": "ready", "pipeline_version": "fake-1"}


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.53", "::1", "[::1]", "localhost"])
def test_loopback_is_where_the_service_listens(host: str) -> None:
    assert Settings(host=host).host == host


@pytest.mark.parametrize("host", [EVERYWHERE, "::", "192.168.1.5", "example.org", "", socket.gethostname() + "."])
def test_it_refuses_to_listen_elsewhere(host: str) -> None:
    with pytest.raises(UnsafeSetting):
        Settings(host=host)


def test_settings_come_from_the_environment() -> None:
    settings = from_environment({"VARIORUM_PORT": "9000", "VARIORUM_WORKERS": "3", "VARIORUM_HOST": ""})
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 9000, 3)


def test_settings_reach_another_process_by_the_environment() -> None:
    settings = Settings(
        host="::1",
        port=9000,
        database="sqlite+aiosqlite:///other.sqlite3",
        workers=3,
        cors_origins=("https://dashboard.example", "http://[::1]:3000"),
    )
    assert from_environment(environment_of(settings)) == settings


@pytest.mark.parametrize(
    "environment",
    [
        {"VARIORUM_PORT": "eighty"},
        {"VARIORUM_PORT": "70000"},
        {"VARIORUM_WORKERS": "0"},
        {"VARIORUM_HOST": EVERYWHERE},
        {"VARIORUM_CORS_ORIGINS": "*"},
        {"VARIORUM_CORS_ORIGINS": "https://*.example"},
        {"VARIORUM_CORS_ORIGINS": "https://dashboard.example/"},
        {"VARIORUM_CORS_ORIGINS": "dashboard.example"},
        {"VARIORUM_CORS_ORIGINS": "null"},
    ],
)
def test_a_bad_setting_is_refused(environment: dict[str, str]) -> None:
    with pytest.raises(UnsafeSetting):
        from_environment(environment)
