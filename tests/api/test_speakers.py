"""A speaker is one across articles and stories, as far as names tell, and keeps its evidence."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from tests.api.stored import COURIER, GAZETTE, MAIL, Client, items, open_story, post
from tests.api.test_articles import spans_in


def told(client: Client, story: str | None, *texts: str) -> list[dict[str, Any]]:
    """Articles of these texts, each of another outlet, stored in one story or in none."""
    outlets = (COURIER, MAIL, GAZETTE)
    return [
        post(client, outlets[n], story, text=text, url=f"https://{n}.example/{story}") for n, text in enumerate(texts)
    ]


def named(client: Client, name: str) -> list[str]:
    """The ids of the speakers that an article gives this name."""
    return [one["id"] for one in items(client, f"/v1/speakers?name={name}")]


def test_a_last_name_meets_the_full_name_in_another_article_of_the_story(store: Client) -> None:
    told(store, open_story(store), "Akin said it was late.", "Todd Akin said it was early.")
    [speaker] = items(store, "/v1/speakers")
    assert speaker["name"] == "Todd Akin"
    assert [(one["name"], one["articles"], one["mentions"]) for one in speaker["names"]] == [
        ("Akin", 1, 1),
        ("Todd Akin", 1, 1),
    ]
    assert (speaker["articles"], speaker["stories"], speaker["sources"], speaker["claims"]) == (2, 1, 2, 2)


def test_a_full_name_meets_itself_in_another_story(store: Client) -> None:
    for _ in range(2):
        told(store, open_story(store), "Todd Akin said it was late.", "Akin said it was early.")
    [speaker] = items(store, "/v1/speakers")
    assert (speaker["articles"], speaker["stories"]) == (4, 2)


def test_a_full_name_meets_itself_in_articles_of_no_story(store: Client) -> None:
    told(store, None, "Todd Akin said it was late.", "Todd Akin said it was early.")
    assert [one["articles"] for one in items(store, "/v1/speakers")] == [2]


@pytest.mark.parametrize(
    "texts",
    [
        ("Todd Akin said it was late.", "Perry Akin said it was early."),
        ("Todd Akin said it was late.", "Perry Akin said it was early.", "Akin said it was over."),
        ("Lee B Hale said it was late.", "Lee C Hale said it was early."),
        ("Officials said it was late.", "Officials said it was early."),
    ],
    ids=["first names differ", "a last name that two bear", "middle names differ", "nobody is named"],
)
def test_different_speakers_stay_apart(store: Client, texts: tuple[str, ...]) -> None:
    told(store, open_story(store), *texts)
    assert [one["articles"] for one in items(store, "/v1/speakers")] == [1] * len(texts)


def test_a_last_name_alone_meets_nobody_of_another_story(store: Client) -> None:
    told(store, open_story(store), "Akin said it was late.", "Todd Akin said it was early.")
    told(store, open_story(store), "Akin said it was over.")
    assert sorted(one["articles"] for one in items(store, "/v1/speakers")) == [1, 2]


def test_a_middle_initial_that_contradicts_tells_earlier_articles_apart(store: Client) -> None:
    told(store, open_story(store), "Lee B Hale said it was late.")
    told(store, open_story(store), "Lee Hale said it was early.")
    assert [one["articles"] for one in items(store, "/v1/speakers")] == [2]
    told(store, open_story(store), "Lee C Hale said it was over.")
    assert sorted(one["name"] for one in items(store, "/v1/speakers")) == ["Lee B Hale", "Lee C Hale", "Lee Hale"]


def test_the_order_in_which_articles_arrive_changes_no_speaker(store: Client) -> None:
    texts = ("Akin said it was late.", "Todd Akin said it was early.", "T Akin said it was over. Ruta said so.")
    told_of = set()
    for order in permutations(range(3)):
        story = open_story(store)
        for n in order:
            post(store, GAZETTE, story, text=texts[n], url=f"https://{n}.example/{story}")
        speakers = items(store, f"/v1/speakers?story={story}")
        told_of.add(tuple(sorted((one["name"], one["id"] if "Akin" in one["name"] else "") for one in speakers)))
    assert len(told_of) == 1


def test_a_speaker_keeps_its_id_when_a_later_article_gives_another_form(store: Client) -> None:
    story = open_story(store)
    told(store, story, "Todd Akin said it was late.")
    [before] = named(store, "Todd Akin")
    post(store, GAZETTE, story, text="Akin said it was early. Akin said it was over.")
    assert named(store, "Akin") == [before]


def test_the_id_of_a_speaker_follows_from_the_name_alone(store: Client) -> None:
    """This one is that of every installation; a change here breaks what callers have kept."""
    told(store, None, "Todd Akin said it was late.")
    assert named(store, "Todd Akin") == ["spk_e53bc7f3e64c5a3435540272"]


def test_every_alias_keeps_its_evidence(store: Client) -> None:
    articles = told(store, open_story(store), "Akin said it was late. Akin said no.", "Todd Akin said it was early.")
    [speaker] = items(store, "/v1/speakers")
    found = items(store, f"/v1/speakers/{speaker['id']}/appearances")
    assert [(one["article_id"], one["name"], len(one["mentions"])) for one in found] == [
        (articles[0]["id"], "Akin", 2),
        (articles[1]["id"], "Todd Akin", 1),
    ]
    texts = {article["id"]: article["text"] for article in articles}
    for one in found:
        assert all(texts[one["article_id"]][s["start"] : s["end"]] == s["exact"] for s in spans_in(one))
        assert one["speaker_id"] == one["automatic_speaker_id"] == speaker["id"]


def test_an_appearance_carries_the_day_of_its_article(store: Client) -> None:
    told(store, None, "Todd Akin said it was late.", "Todd Akin said it was early.")
    [speaker] = items(store, "/v1/speakers")
    assert (speaker["first_published_on"], speaker["last_published_on"]) == ("2024-10-08", "2024-10-09")
    found = items(store, f"/v1/speakers/{speaker['id']}/appearances")
    assert [one["published_at"] for one in found] == [COURIER["published_at"], MAIL["published_at"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Officials", "Ruta", "Todd Akin"]),
        ("type=person", ["Ruta", "Todd Akin"]),
        ("type=document", []),
        ("anonymous=true", ["Officials"]),
        ("name=Akin", ["Todd Akin"]),
        ("name=Hale", []),
        ("source=src_000000", []),
        ("article={article}", ["Ruta", "Todd Akin"]),
        ("story={story}", ["Ruta", "Todd Akin"]),
        ("source={source}", ["Ruta", "Todd Akin"]),
        ("source={source}&anonymous=true", []),
        ("q=akin", ["Todd Akin"]),
        ("q=akin&type=group", []),
    ],
)
def test_speakers_can_be_filtered(store: Client, query: str, expected: list[str]) -> None:
    story = open_story(store)
    first = told(store, story, "Akin said it was late. Ruta said so.", "Todd Akin said it was early.")[0]
    post(store, GAZETTE, None, text="Officials said it was over.")
    query = query.format(article=first["id"], story=story, source=first["source"]["id"])
    assert sorted(one["name"] for one in items(store, f"/v1/speakers?{query}")) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("by=type", {"person": 3, "group": 1}),
        ("by=source", {"The Courier": 3, "Gazette": 1, "Evening Mail": 1}),
        ("by=source&anonymous=true", {"Gazette": 1}),
        ("by=story", {"A bridge": 2}),
    ],
)
def test_speakers_are_counted(store: Client, query: str, expected: dict[str, int]) -> None:
    told(store, open_story(store), "Akin said it was late. Ruta Halm said so.", "Todd Akin said it was early.")
    post(store, GAZETTE, None, text="Officials said it was over.")
    post(store, GAZETTE, None, text="Ann Lee said it was over.", source={"name": "The Courier"})
    counts = items(store, f"/v1/speakers/counts?{query}")
    found = {one["name"] or one["value"]: one["count"] for one in counts}
    assert found == expected
    assert [one["count"] for one in counts] == sorted(found.values(), reverse=True)


def test_pages_of_speakers_follow_each_other(store: Client) -> None:
    told(store, None, " ".join(f"Hale {letter} Lee said so." for letter in "ABCDE"))
    for query in ("", "q=lee&"):
        seen, cursor = [], ""
        while True:
            page = store.get(f"/v1/speakers?{query}limit=2{cursor}").json()
            seen += [one["id"] for one in page["items"]]
            if page["next_cursor"] is None:
                break
            cursor = f"&cursor={page['next_cursor']}"
        assert len(seen) == len(set(seen)) == 5


def test_a_cursor_of_another_search_is_refused(store: Client) -> None:
    told(store, None, "Ann Lee said so. Bo Lee said so.")
    cursor = store.get("/v1/speakers?q=lee&limit=1").json()["next_cursor"]
    for query in ("q=ann&", ""):
        answer = store.get(f"/v1/speakers?{query}cursor={cursor}")
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "invalid_cursor")


def test_the_claims_of_a_speaker_are_those_of_every_article(store: Client) -> None:
    told(store, open_story(store), "Akin said it was late. It rained.", "Todd Akin said it was early.")
    [speaker] = items(store, "/v1/speakers")
    claims = items(store, f"/v1/claims?speaker={speaker['id']}")
    assert sorted(claim["text"] for claim in claims) == ["it was early", "it was late"]
    assert {claim["speaker_id"] for claim in claims} == {speaker["id"]}
    assert [one["speaker_id"] for one in items(store, "/v1/claims?kind=statement")] == [None]


def test_the_speaker_of_a_claim_leads_to_the_speaker_across_articles(store: Client) -> None:
    told(store, open_story(store), "Akin said it was late.", "Todd Akin said it was early.")
    [speaker] = items(store, "/v1/speakers")
    for claim in items(store, "/v1/claims"):
        own = claim["attribution"]["speaker"]["id"]
        assert store.get(f"/v1/speakers/{own}").json() == speaker
        assert [one["id"] for one in items(store, f"/v1/claims?speaker={own}")] == [claim["id"]]


@pytest.mark.parametrize("path", ["spk_1", "x", "../x", "%00", "art_000001"])
def test_there_is_no_speaker_of_an_unknown_id(store: Client, path: str) -> None:
    assert store.get(f"/v1/speakers/{path}").status_code == 404
    assert store.get(f"/v1/speakers/{path}/appearances").status_code == 404


@pytest.mark.parametrize("query", ["q=", "q=a%00b", "type=robot", "story=x y", "run=run_1", "limit=0", "q=a&q=b"])
def test_a_parameter_that_does_not_fit_is_named(store: Client, query: str) -> None:
    answer = store.get(f"/v1/speakers?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_request")
    assert answer.json()["errors"][0]["parameter"] in query


def test_a_speaker_is_answered_with_a_tag(store: Client) -> None:
    told(store, None, "Todd Akin said it was late.")
    [speaker] = items(store, "/v1/speakers")
    first = store.get(f"/v1/speakers/{speaker['id']}")
    again = store.get(f"/v1/speakers/{speaker['id']}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
