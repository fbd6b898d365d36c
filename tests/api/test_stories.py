"""A story's comparison is that of the articles it holds, whatever order they came in."""

from __future__ import annotations

import json
from itertools import permutations
from typing import Any

import pytest

from tests.api.stored import COURIER, GAZETTE, MAIL, Client, items, open_story, post


def comparison(client: Client, story: str) -> dict[str, Any]:
    answer = client.get(f"/v1/stories/{story}/comparison")
    assert answer.status_code == 200, answer.text
    read: dict[str, Any] = answer.json()
    return read


def test_a_new_story_holds_nothing(store: Client) -> None:
    answer = store.post("/v1/stories", json={"title": "A bridge"})
    assert store.get(answer.headers["Location"]).json() == answer.json()
    assert (answer.json()["articles"], answer.json()["comparison_run_id"]) == (0, None)


@pytest.mark.parametrize("title", ["", " \n", "x" * 1001, "a\x00b", None])
def test_a_story_needs_a_title(store: Client, title: str | None) -> None:
    assert store.post("/v1/stories", json={"title": title}).status_code == 400
    assert items(store, "/v1/stories") == []


@pytest.mark.parametrize("articles", [[], [COURIER]], ids=["none", "one"])
def test_fewer_than_two_articles_are_not_compared(store: Client, articles: list[dict[str, Any]]) -> None:
    story = open_story(store)
    for article in articles:
        post(store, article, story)
    answer = store.get(f"/v1/stories/{story}/comparison")
    assert (answer.status_code, answer.json()["code"]) == (422, "too_few_articles")


def test_the_second_article_brings_the_comparison(store: Client) -> None:
    story = open_story(store)
    courier, mail = post(store, COURIER, story), post(store, MAIL, story)
    found = comparison(store, story)
    assert [article["id"] for article in found["articles"]] == [mail["id"], courier["id"]], "by time of publication"
    assert {alignment["relation"] for alignment in found["alignments"]} == {"agree", "diverge"}
    described = store.get(f"/v1/stories/{story}").json()
    assert (described["articles"], described["comparison_run_id"]) == (2, found["run_id"])


def test_what_is_compared_leads_to_what_is_stored(store: Client) -> None:
    story = open_story(store)
    texts = {article["id"]: article["text"] for article in (post(store, one, story) for one in (COURIER, MAIL))}
    found = comparison(store, story)
    for alignment in found["alignments"]:
        assert store.get(f"/v1/alignments/{alignment['id']}").json()["members"] == alignment["members"]
        for member in alignment["members"]:
            claim = store.get(f"/v1/claims/{member['claim']}").json()
            assert claim["article_id"] == member["article"]
        for divergence in alignment["divergences"]:
            for side in (divergence["left"], divergence["right"]):
                evidence = side["evidence"]
                assert texts[side["article"]][evidence["start"] : evidence["end"]] == evidence["exact"]


def test_a_stored_comparison_is_the_one_that_comparing_answers_but_for_ids(store: Client) -> None:
    story = open_story(store)
    for article in (COURIER, MAIL, GAZETTE):
        post(store, article, story)
    stored = by_source(
        comparison(store, story), {one["id"]: one["source"]["name"] for one in items(store, "/v1/articles")}
    )
    by_date = [{**article, "id": f"{n}"} for n, article in enumerate((MAIL, COURIER, GAZETTE))]
    answered = store.post("/v1/compare", json={"articles": by_date}).json()
    assert stored == by_source(answered, sources(by_date))


def sources(articles: list[dict[str, Any]]) -> dict[str, str]:
    return {one["id"]: one["source"]["name"] for one in articles}


def by_source(found: dict[str, Any], source_of: dict[str, str]) -> Any:
    """A comparison with sources for article ids, and without other ids."""
    own = {"run_id", "story_id", "claim", "origin"}

    def rename(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: renamed(key, value) for key, value in part.items() if key not in own}
        return [rename(value) for value in part] if isinstance(part, list) else part

    def renamed(key: str, value: Any) -> Any:
        if key in {"id", "article"}:
            return source_of.get(value)
        if key == "articles" and all(isinstance(one, str) for one in value):
            return [source_of[one] for one in value]
        return rename(value)

    return rename(found)


def test_articles_that_count_once_lead_to_what_is_stored(store: Client) -> None:
    story = open_story(store)
    for article in (COURIER, MAIL, GAZETTE):
        post(store, article, story)
    found = comparison(store, story)
    stored = {one["id"] for one in found["articles"]}, {one["id"] for one in found["origins"]}
    counted = [one for alignment in found["alignments"] for one in alignment["counted_once"]]
    assert counted
    assert all(set(one["articles"]) <= stored[0] and one["origin"] in stored[1] for one in counted)


def test_the_order_in_which_articles_arrive_changes_nothing(store: Client) -> None:
    told = set()
    for number, order in enumerate(permutations((COURIER, MAIL, GAZETTE))):
        story = open_story(store)
        source_of = {}
        for article in order:
            stored = post(store, article, story, url=f"https://{article['source']['name']}.example/{number}")
            source_of[stored["id"]] = stored["source"]["name"]
        told.add(json.dumps(by_source(comparison(store, story), source_of)))
    assert len(told) == 1


def test_a_third_article_makes_a_new_run_and_the_earlier_one_stays_readable(store: Client) -> None:
    story = open_story(store)
    post(store, COURIER, story)
    post(store, MAIL, story)
    before = comparison(store, story)
    post(store, GAZETTE, story)
    after = comparison(store, story)
    assert (len(before["articles"]), len(after["articles"])) == (2, 3)
    assert store.get(f"/v1/runs/{before['run_id']}/comparison").json() == before
    runs = {run["id"]: run["current"] for run in items(store, f"/v1/runs?story={story}")}
    assert runs == {before["run_id"]: False, after["run_id"]: True}


def test_lists_hold_the_newest_run_unless_a_run_is_named(store: Client) -> None:
    story = open_story(store)
    post(store, COURIER, story)
    post(store, MAIL, story)
    before = comparison(store, story)
    post(store, GAZETTE, story)
    after = comparison(store, story)
    listed = items(store, f"/v1/alignments?story={story}")
    assert [one["id"] for one in listed] == [one["id"] for one in after["alignments"]]
    earlier = items(store, f"/v1/alignments?run={before['run_id']}")
    assert [one["id"] for one in earlier] == [one["id"] for one in before["alignments"]]


def test_of_several_revisions_the_newest_is_compared(store: Client) -> None:
    story = open_story(store)
    post(store, MAIL, story)
    post(store, COURIER, story)
    newest = post(store, COURIER, story, text="The bridge cost 45 million.")
    found = comparison(store, story)
    assert [one["id"] for one in found["articles"]][1] == newest["id"]
    assert len(found["articles"]) == 2
    assert [one["relation"] for one in found["alignments"]] == ["agree"]
    assert store.get(f"/v1/stories/{story}").json()["articles"] == 3


def test_an_article_sent_twice_leaves_the_comparison_alone(store: Client) -> None:
    story = open_story(store)
    for article in (COURIER, MAIL, COURIER):
        post(store, article, story)
    assert len(items(store, f"/v1/runs?story={story}")) == 1


def test_a_full_story_takes_no_more(store: Client) -> None:
    story = open_story(store)
    for number in range(50):
        post(store, GAZETTE, story, text=f"It was {'very ' * number}late.")
    answer = store.post("/v1/articles", json={**COURIER, "story_id": story})
    assert (answer.status_code, answer.json()["code"]) == (409, "story_full")
    assert len(items(store, f"/v1/articles?story={story}&limit=100")) == 50


@pytest.mark.parametrize(
    ("query", "alignments", "divergences"),
    [
        ("", 3, 1),
        ("story={story}", 3, 1),
        ("story=sto_999999", 0, 0),
        ("source={source}", 3, 1),
        ("kind=number", 1, 1),
        ("kind=date", 0, 0),
        ("min_relation_score=0.7", 3, 1),
        ("min_relation_score=0.71", 0, 0),
        ("speaker={speaker}", 1, 0),
        ("speaker=spk_1", 0, 0),
        ("speaker={speaker}&kind=number", 0, 0),
    ],
)
def test_what_was_compared_is_found_by_kind_source_speaker_and_story(
    store: Client, query: str, alignments: int, divergences: int
) -> None:
    story = open_story(store)
    courier = post(store, COURIER, story)
    post(store, MAIL, story)
    post(store, GAZETTE, story, text="Halm said it would last.")
    [speaker] = items(store, "/v1/speakers?name=Halm")
    query = query.format(story=story, source=courier["source"]["id"], speaker=speaker["id"])
    assert len(items(store, f"/v1/divergences?{query}")) == divergences
    found = items(store, f"/v1/alignments?{query}")
    assert len(found) == alignments
    if "kind" not in query:
        agreeing = [one for one in found if one["relation"] == "agree"]
        assert items(store, f"/v1/agreements?{query}") == agreeing


@pytest.mark.parametrize("resource", ["alignments", "agreements", "divergences"])
def test_what_is_less_surely_aligned_is_left_out(store: Client, resource: str) -> None:
    story = open_story(store)
    post(store, COURIER, story)
    post(store, MAIL, story)
    post(store, GAZETTE, story, text="Halm said it would last.")
    every = items(store, f"/v1/{resource}")
    scores = sorted({one["alignment_score"] for one in every})
    assert scores
    for least in (0, *scores, 1):
        found = items(store, f"/v1/{resource}?min_score={least}")
        assert found == [one for one in every if one["alignment_score"] >= least]
    for least in ("-0.1", "1.1", "nan", "high"):
        answer = store.get(f"/v1/{resource}?min_score={least}")
        assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "min_score")
