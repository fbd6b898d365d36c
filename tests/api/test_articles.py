"""Articles are stored once, whole, with everything read in them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.stored import COURIER, GAZETTE, MAIL, Client, items, open_story, post


def test_a_stored_article_is_answered_with_its_address(store: Client) -> None:
    answer = store.post("/v1/articles", json=COURIER)
    assert answer.status_code == 201
    assert store.get(answer.headers["Location"]).json() == answer.json()


def test_the_text_comes_back_as_it_was_sent(store: Client) -> None:
    text = "Ten “words” – naïve, 𝔘nicode.\r\n\r\n  Kept\tas is.\n"
    assert post(store, COURIER, text=text)["text"] == text


@pytest.mark.parametrize("published", ["2024-10-09", "2024-10-09T08:30:00+02:00", "2024-10-09T23:30:00-11:00", None])
def test_the_time_of_publication_comes_back_as_it_was_sent(store: Client, published: str | None) -> None:
    assert post(store, COURIER, published_at=published)["published_at"] == published


def test_every_span_that_was_read_stands_in_the_stored_text(store: Client) -> None:
    article = post(store, COURIER)
    extraction = store.get(f"/v1/articles/{article['id']}/extraction").json()
    spans = list(spans_in(extraction))
    assert len(spans) > 5
    assert all(article["text"][span["start"] : span["end"]] == span["exact"] for span in spans)
    assert extraction["text_sha256"] == article["text_sha256"]


def spans_in(part: Any) -> Any:
    if isinstance(part, dict):
        if {"start", "end", "exact"} <= set(part):
            yield part
        for value in part.values():
            yield from spans_in(value)
    if isinstance(part, list):
        for value in part:
            yield from spans_in(value)


def test_what_is_stored_is_what_extraction_answers_but_for_ids(store: Client) -> None:
    sent = {**COURIER, "text": COURIER["text"] + " Officials said no."}
    answered = store.post("/v1/extract", json=sent).json()
    stored = store.get(f"/v1/articles/{post(store, sent)['id']}/extraction").json()
    assert without_ids(stored) == without_ids(answered)


def without_ids(part: Any) -> Any:
    ids = {"id", "article_id", "run_id", "via", "parent", "continues"}
    if isinstance(part, dict):
        return {key: without_ids(value) for key, value in part.items() if key not in ids}
    return [without_ids(value) for value in part] if isinstance(part, list) else part


def test_the_same_article_again_is_found_and_not_stored_twice(store: Client) -> None:
    first = post(store, COURIER)
    again = store.post("/v1/articles", json={**COURIER, "title": "Another headline"})
    assert (again.status_code, again.json()) == (200, first)
    assert len(items(store, "/v1/articles")) == 1


@pytest.mark.parametrize(
    "changes",
    [{"source": {"name": "Another outlet"}}, {"url": "https://courier.example/other"}, {"url": None}],
    ids=["another source", "another address", "no address"],
)
def test_the_same_text_elsewhere_is_another_article(store: Client, changes: dict[str, Any]) -> None:
    assert post(store, COURIER)["id"] != post(store, COURIER, **changes)["id"]


def test_another_text_at_the_same_address_is_the_next_revision(store: Client) -> None:
    revisions = [post(store, COURIER, text=f"It cost {n} million.")["revision"] for n in (40, 41, 42)]
    assert revisions == [1, 2, 3]


def test_articles_without_an_address_are_no_revisions_of_each_other(store: Client) -> None:
    assert [post(store, GAZETTE, text=f"It cost {n}.")["revision"] for n in (1, 2)] == [1, 1]


def test_an_article_keeps_the_publisher_it_was_sent_with(store: Client) -> None:
    first = post(store, COURIER, source={"name": "The Courier"})
    second = post(store, COURIER, source={"name": "The Courier", "publisher": "North Press"}, text="It is late.")
    third = post(store, COURIER, source={"name": "The Courier", "publisher": "South Press"}, text="It is early.")
    assert [one["source"]["publisher"] for one in (first, second, third)] == [None, "North Press", "South Press"]
    assert store.get(f"/v1/sources/{first['source']['id']}").json()["publisher"] == "North Press"


def test_an_article_without_a_story_joins_the_one_it_is_sent_to_later(store: Client) -> None:
    alone, story = post(store, COURIER), open_story(store)
    post(store, MAIL, story)
    answer = store.post("/v1/articles", json={**COURIER, "story_id": story})
    assert (answer.status_code, answer.json()["id"], answer.json()["story_id"]) == (200, alone["id"], story)
    compared = store.get(f"/v1/stories/{story}/comparison").json()
    assert alone["id"] in {article["id"] for article in compared["articles"]}


def test_an_article_is_in_one_story_only(store: Client) -> None:
    one, other = open_story(store), open_story(store)
    post(store, COURIER, one)
    answer = store.post("/v1/articles", json={**COURIER, "story_id": other})
    assert (answer.status_code, answer.json()["code"]) == (409, "article_in_other_story")
    assert items(store, f"/v1/articles?story={other}") == []


def test_lists_leave_the_text_out(store: Client) -> None:
    post(store, COURIER)
    assert "text" not in items(store, "/v1/articles")[0]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"text": "   "}, 422, "empty_text"),
        ({"text": "Bonjour."}, 422, "unsupported_language"),
        ({"text": "fail the service"}, 500, "internal_error"),
        ({"story_id": "sto_none"}, 422, "unknown_story"),
        ({"source": None}, 400, "invalid_request"),
        ({"source": {"name": "A\x00B"}}, 400, "invalid_request"),
        ({"title": "A\x00B"}, 400, "invalid_request"),
        ({"url": "a\x00b"}, 400, "invalid_request"),
        ({"published_at": "0001-01-01T00:00:00+10:00"}, 400, "invalid_request"),
        ({"author": "Nobody"}, 400, "invalid_request"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_cannot_be_stored_is_told_and_nothing_is_stored(
    store: Client, changes: dict[str, Any], status: int, code: str
) -> None:
    answer = store.post("/v1/articles", json={**COURIER, **changes})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    for resource in ("articles", "sources", "runs", "claims"):
        assert items(store, f"/v1/{resource}") == []


def test_pages_follow_each_other_where_moments_order_them(store: Client) -> None:
    for article in (COURIER, MAIL, GAZETTE):
        post(store, article)
    first = store.get("/v1/runs?limit=2").json()
    rest = store.get(f"/v1/runs?limit=2&cursor={first['next_cursor']}").json()
    assert len({run["id"] for run in [*first["items"], *rest["items"]]}) == 3
    assert rest["next_cursor"] is None
