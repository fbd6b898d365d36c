"""Merges and splits: what they change, what they refuse, and that later articles and runs respect them."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from api.resources.speakers.catching_up import catch_up
from api.resources.stories import service as stories
from api.storage import extractions, identifications, tables
from api.storage.database import Database
from api.storage.identifications import by_names
from tests.api.stored import GAZETTE, MOMENT, Client, items, open_story, post
from tests.api.test_speakers import named, told

WHO = {"author": "desk@courier.example", "reason": "The same person: she married in May."}


def decided(client: Client, path: str, **body: Any) -> dict[str, Any]:
    """The decision made. Fails when it was refused."""
    answer = client.post(f"/v1/{path}", json={**WHO, **body})
    assert answer.status_code in {200, 201}, answer.text
    read: dict[str, Any] = answer.json()
    return read


def refused(client: Client, path: str, **body: Any) -> tuple[int, str]:
    answer = client.post(f"/v1/{path}", json={**WHO, **body})
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"]


def tarn_and_osk(client: Client) -> tuple[str, str]:
    """Two speakers, each of one article of a story."""
    told(client, open_story(client), "Ilse Tarn said it was late.", "Ilse Osk said it was early.")
    return named(client, "Ilse Tarn")[0], named(client, "Ilse Osk")[0]


def speakers(client: Client) -> dict[str, int]:
    """How many articles each speaker appears in, by name."""
    return {one["name"]: one["articles"] for one in items(client, "/v1/speakers?limit=100")}


def test_merged_speakers_are_one(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    decision = decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    assert (decision["kind"], decision["from_speaker_id"], decision["to_speaker_id"]) == ("merge", osk, tarn)
    [speaker] = items(store, "/v1/speakers")
    assert (speaker["id"], speaker["name"], speaker["articles"], speaker["claims"]) == (tarn, "Ilse Tarn", 2, 2)
    assert [one["name"] for one in speaker["names"]] == ["Ilse Osk", "Ilse Tarn"]


def test_the_id_of_a_merged_speaker_leads_to_the_other(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    assert store.get(f"/v1/speakers/{osk}").json() == store.get(f"/v1/speakers/{tarn}").json()
    for path in ("claims", "alignments", "divergences"):
        assert items(store, f"/v1/{path}?speaker={osk}") == items(store, f"/v1/{path}?speaker={tarn}")
    assert len(items(store, f"/v1/claims?speaker={osk}")) == 2


def test_a_merge_may_give_a_name(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    decision = decided(store, f"speakers/{tarn}/merges", speaker_id=osk, name="Ilse Tarn-Osk")
    assert speakers(store) == {"Ilse Tarn-Osk": 2}
    decided(store, f"decisions/{decision['id']}/reversals")
    assert speakers(store) == {"Ilse Tarn": 1, "Ilse Osk": 1}


def test_later_articles_of_a_merged_speaker_go_the_same_way(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    told(store, open_story(store), "Ilse Osk said it was over.")
    assert speakers(store) == {"Ilse Tarn": 3}


def test_some_articles_are_split_off(store: Client) -> None:
    articles = told(store, None, "John Lee said it was late.", "John Lee said it was early.")
    [whole] = named(store, "John Lee")
    decision = decided(store, f"speakers/{whole}/splits", articles=[articles[1]["id"]], name="John Lee (judge)")
    assert speakers(store) == {"John Lee": 1, "John Lee (judge)": 1}
    [claim] = items(store, f"/v1/claims?speaker={decision['to_speaker_id']}")
    assert claim["article_id"] == articles[1]["id"]
    [appearance] = items(store, f"/v1/speakers/{decision['to_speaker_id']}/appearances")
    assert appearance["automatic_speaker_id"] == whole


def test_later_articles_of_a_story_that_was_split_off_go_the_same_way(store: Client) -> None:
    court, match = open_story(store), open_story(store)
    told(store, court, "John Lee said it was late.")
    told(store, match, "John Lee said it was a goal.")
    [whole] = named(store, "John Lee")
    judge = decided(store, f"speakers/{whole}/splits", stories=[court])["to_speaker_id"]
    post(store, GAZETTE, court, text="Lee said it was early.")
    post(store, GAZETTE, match, text="Lee said it was no goal.")
    texts = {
        id_: sorted(claim["text"] for claim in items(store, f"/v1/claims?speaker={id_}")) for id_ in (judge, whole)
    }
    assert texts == {judge: ["it was early", "it was late"], whole: ["it was a goal", "it was no goal"]}


def test_one_name_is_split_off(store: Client) -> None:
    told(store, open_story(store), "Todd Akin said it was late.", "T Akin said it was early.")
    [whole] = named(store, "Todd Akin")
    decided(store, f"speakers/{whole}/splits", names=["t akin"])
    assert sorted(one["articles"] for one in items(store, "/v1/speakers")) == [1, 1]


def test_conditions_of_a_split_hold_together(store: Client) -> None:
    story = open_story(store)
    told(store, story, "Akin said it was late.", "Todd Akin said it was early.")
    told(store, None, "Todd Akin said it was over.")
    [whole] = named(store, "Todd Akin")
    decided(store, f"speakers/{whole}/splits", stories=[story], names=["Todd Akin"])
    found = [len(items(store, f"/v1/speakers/{one['id']}/appearances")) for one in items(store, "/v1/speakers")]
    assert sorted(found) == [1, 2]


@pytest.mark.parametrize("kind", ["merge", "split"])
def test_a_reversal_brings_back_what_was(store: Client, kind: str) -> None:
    tarn, osk = tarn_and_osk(store)
    article = told(store, None, "Ilse Tarn said it was over.")[0]
    before = items(store, "/v1/speakers"), items(store, "/v1/claims")
    path, body = {
        "merge": (f"speakers/{tarn}/merges", {"speaker_id": osk}),
        "split": (f"speakers/{tarn}/splits", {"articles": [article["id"]]}),
    }[kind]
    decision = decided(store, path, **body)
    assert items(store, "/v1/claims") != before[1]
    reversal = store.post(f"/v1/decisions/{decision['id']}/reversals", json={"author": "me", "reason": "A mistake."})
    assert reversal.status_code == 201
    assert reversal.json()["reversal"] == {
        "author": "me",
        "reason": "A mistake.",
        "created_at": MOMENT.isoformat().replace("+00:00", "Z"),
    }
    assert (items(store, "/v1/speakers"), items(store, "/v1/claims")) == before


def test_a_reversed_decision_can_be_made_again(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    first = decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    decided(store, f"decisions/{first['id']}/reversals")
    second = decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    assert second["id"] != first["id"]
    assert speakers(store) == {"Ilse Tarn": 2}


def test_reversing_one_of_two_merges_leaves_the_other(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    told(store, None, "Ilse Dahl said it was over.")
    [dahl] = named(store, "Ilse Dahl")
    first = decided(store, f"speakers/{osk}/merges", speaker_id=dahl)
    decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    assert speakers(store) == {"Ilse Tarn": 3}
    decided(store, f"decisions/{first['id']}/reversals")
    assert speakers(store) == {"Ilse Tarn": 2, "Ilse Dahl": 1}


def test_asking_twice_decides_once(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    article = told(store, None, "Ilse Tarn said it was over.")[0]["id"]
    for path, body in (
        (f"speakers/{tarn}/splits", {"articles": [article, article]}),
        (f"speakers/{tarn}/merges", {"speaker_id": osk}),
    ):
        first, again = (store.post(f"/v1/{path}", json={**WHO, **body}) for _ in range(2))
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json() == again.json() == store.get(again.headers["Location"]).json()
    path = f"/v1/decisions/{first.json()['id']}/reversals"
    first, again = (store.post(path, json={**WHO, "author": author}) for author in ("one", "other"))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("speakers/{tarn}/merges", {"speaker_id": "{tarn}"}, (409, "same_speaker")),
        ("speakers/{tarn}/merges", {"speaker_id": "spk_0"}, (422, "unknown_speaker")),
        ("speakers/{tarn}/merges", {"speaker_id": "Ilse"}, (400, "invalid_request")),
        ("speakers/{tarn}/merges", {}, (400, "invalid_request")),
        ("speakers/{tarn}/merges", {"speaker_id": "{osk}", "reason": " "}, (400, "invalid_request")),
        ("speakers/{tarn}/merges", {"speaker_id": "{osk}", "author": "x" * 201}, (400, "invalid_request")),
        ("speakers/{tarn}/merges", {"speaker_id": "{osk}", "author": "a\x00b"}, (400, "invalid_request")),
        ("speakers/{tarn}/merges", {"speaker_id": "{osk}", "who": "me"}, (400, "invalid_request")),
        ("speakers/{tarn}/merges", {"speaker_id": "{merged}"}, (409, "speaker_merged")),
        ("speakers/{merged}/merges", {"speaker_id": "{tarn}"}, (409, "speaker_merged")),
        ("speakers/{merged}/splits", {"names": ["x"]}, (409, "speaker_merged")),
        ("speakers/spk_0/merges", {"speaker_id": "{tarn}"}, (404, "not_found")),
        ("speakers/spk_0/splits", {"names": ["x"]}, (404, "not_found")),
        ("speakers/{tarn}/splits", {}, (400, "invalid_request")),
        ("speakers/{tarn}/splits", {"articles": ["art_0"]}, (422, "nothing_to_split")),
        ("speakers/{tarn}/splits", {"stories": ["sto_0"]}, (422, "nothing_to_split")),
        ("speakers/{tarn}/splits", {"names": ["Ilse Osk"]}, (422, "nothing_to_split")),
        ("speakers/{tarn}/splits", {"names": ["Ilse Tarn"]}, (422, "nothing_to_split")),
        ("speakers/{tarn}/splits", {"articles": ["x y"]}, (400, "invalid_request")),
        ("speakers/{tarn}/splits", {"names": ["x"] * 101}, (400, "invalid_request")),
        ("decisions/dec_0/reversals", {}, (404, "not_found")),
        ("decisions/x/reversals", {}, (404, "not_found")),
    ],
)
def test_what_cannot_be_decided_is_told(
    store: Client, path: str, body: dict[str, Any], expected: tuple[int, str]
) -> None:
    tarn, osk = tarn_and_osk(store)
    told(store, None, "Ruta Halm said it was over.", "Ruta Holm said so.")
    merged = named(store, "Ruta Halm")[0]
    decided(store, f"speakers/{named(store, 'Ruta Holm')[0]}/merges", speaker_id=merged)
    known = {"tarn": tarn, "osk": osk, "merged": merged}
    body = {key: value.format(**known) if isinstance(value, str) else value for key, value in body.items()}
    before = items(store, "/v1/speakers"), items(store, "/v1/decisions")
    assert refused(store, path.format(**known), **body) == expected
    assert (items(store, "/v1/speakers"), items(store, "/v1/decisions")) == before


def test_what_was_split_off_is_not_merged_back_but_its_split_reversed(store: Client) -> None:
    articles = told(store, None, "John Lee said it was late.", "John Lee said it was early.")
    [whole] = named(store, "John Lee")
    decision = decided(store, f"speakers/{whole}/splits", articles=[articles[0]["id"]])
    answer = store.post(f"/v1/speakers/{whole}/merges", json={**WHO, "speaker_id": decision["to_speaker_id"]})
    assert (answer.status_code, answer.json()["code"]) == (409, "split_apart")
    assert decision["id"] in answer.json()["detail"]


def test_what_is_left_of_a_speaker_may_join_what_was_split_off(store: Client) -> None:
    articles = told(store, None, "John Lee said it was late.", "John Lee said it was early.")
    [whole] = named(store, "John Lee")
    part = decided(store, f"speakers/{whole}/splits", articles=[articles[0]["id"]])["to_speaker_id"]
    decided(store, f"speakers/{part}/merges", speaker_id=whole)
    assert speakers(store) == {"John Lee": 2}


def test_the_audit_trail_says_who_when_and_why(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    told(store, None, "Ilse Tarn said it was over.")
    merge = decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    split = decided(store, f"speakers/{tarn}/splits", names=["Ilse Osk"], author="another")
    merge = decided(store, f"decisions/{merge['id']}/reversals")
    assert items(store, "/v1/decisions") == [merge, split]
    assert (merge["author"], merge["reason"], merge["created_at"][:10]) == (*WHO.values(), "2024-10-09")
    for query, expected in (
        (f"speaker={osk}", [merge]),
        (f"speaker={tarn}", [merge, split]),
        ("kind=split", [split]),
        ("author=another", [split]),
        ("reversed=true", [merge]),
        ("reversed=false", [split]),
    ):
        assert items(store, f"/v1/decisions?{query}") == expected, query
    first = store.get("/v1/decisions?limit=1").json()
    assert items(store, f"/v1/decisions?limit=1&cursor={first['next_cursor']}") == [split]


@pytest.mark.parametrize("query", ["kind=rename", "reversed=perhaps", "speaker=x", "name=x", "author="])
def test_a_parameter_of_the_trail_that_does_not_fit_is_named(store: Client, query: str) -> None:
    answer = store.get(f"/v1/decisions?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_request")
    assert answer.json()["errors"][0]["parameter"] == query.split("=")[0]


def test_a_new_run_respects_what_was_decided(store: Client, database_url: str) -> None:
    story = open_story(store)
    articles = told(store, story, "Todd Akin said it was late.", "Akin said it was early.", "Ann Lee said no.")
    [akin], [lee] = named(store, "Todd Akin"), named(store, "Ann Lee")
    decided(store, f"speakers/{akin}/splits", articles=[articles[0]["id"]])
    decided(store, f"speakers/{akin}/merges", speaker_id=lee)
    before = items(store, "/v1/speakers")
    asyncio.run(read_again(database_url, story))
    assert items(store, "/v1/speakers") == before
    assert sorted(one["articles"] for one in before) == [1, 2]
    assert {one["pipeline_version"] for one in items(store, f"/v1/speakers/{akin}/appearances")} == {"fake-2"}


async def read_again(database_url: str, story: str) -> None:
    """Every article of the story is read by a newer version, which gives everything new ids."""
    database = Database(database_url)
    async with database.writing() as session:
        members = []
        for one in (await stories.state_of(session, story)).articles:
            newer = replace(one.extraction, pipeline_version="fake-2")
            run = extractions.run_of(one.row, one.source, newer, MOMENT)
            await session.execute(sa.update(tables.Run).where(tables.Run.id == one.run_id).values(current=False))
            await extractions.save(session, run, newer)
            members.append(replace(one, run_id=run.id, extraction=newer))
        await identifications.save(session, [one.row.id for one in members], by_names(members, story), MOMENT)
    await database.close()


def test_what_is_identified_again_respects_what_was_decided(store: Client, database_url: str) -> None:
    """Whatever is written later runs through the same step as an article that joins a story."""
    articles = told(store, open_story(store), "Todd Akin said it was late.", "Todd Akin said it was early.")
    told(store, None, "Ann Lee said no.")
    [akin], [lee] = named(store, "Todd Akin"), named(store, "Ann Lee")
    decided(store, f"speakers/{akin}/splits", articles=[articles[0]["id"]])
    decided(store, f"speakers/{akin}/merges", speaker_id=lee)
    before = items(store, "/v1/speakers")
    asyncio.run(identified_again(database_url))
    assert items(store, "/v1/speakers") == before
    assert sorted(one["articles"] for one in before) == [1, 2]


async def identified_again(database_url: str) -> None:
    """What a service does on a database that an earlier version filled."""
    database = Database(database_url)
    async with database.writing() as session:
        await session.execute(sa.delete(tables.Identification))
    assert await catch_up(database, MOMENT) == 2
    assert await catch_up(database, MOMENT) == 0
    await database.close()


def test_articles_that_come_while_their_speaker_is_merged_are_merged(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)

    def work(number: int) -> None:
        if number == 3:
            decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
        else:
            post(store, GAZETTE, None, text=f"Ilse Osk said it was {number}.")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(8)))
    assert speakers(store) == {"Ilse Tarn": 9}


def test_decisions_made_at_once_are_made_once(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(lambda _: store.post(f"/v1/speakers/{tarn}/merges", json={**WHO, "speaker_id": osk}), range(4))
        )
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert len(items(store, "/v1/decisions")) == 1
