"""Merges and splits count in comparisons: those of stored stories, and those of articles that are only sent."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.api.stored import COURIER, GAZETTE, MAIL, Client, items, open_story, post
from tests.api.test_decisions import decided, tarn_and_osk
from tests.api.test_speakers import named, told
from tests.api.test_stories import comparison

TARN, OSK = "Ilse Tarn said it was late.", "Ilse Osk said it was early."
HELD = ("John Lee said it was late.", "John Lee said it was early.")


def holders(found: dict[str, Any]) -> list[tuple[str, str | None]]:
    """The speakers of each article, in order: the name, and who decisions say it is."""
    return [(one["name"], one["decided_speaker_id"]) for article in found["articles"] for one in article["speakers"]]


def compared_again(client: Client, story: str, status: int = 201) -> dict[str, Any]:
    answer = client.post(f"/v1/stories/{story}/comparisons")
    assert answer.status_code == status, answer.text
    read: dict[str, Any] = answer.json()
    assert client.get(answer.headers["Location"]).json() == read == comparison(client, story)
    return read


def compared(client: Client, *texts: str, urls: tuple[str, ...] = ()) -> dict[str, Any]:
    """What is answered to articles of these texts and outlets that are only sent."""
    outlets = [one["source"] for one in (COURIER, MAIL, GAZETTE)]
    sent = [
        {"id": f"a{n}", "source": outlets[n], "text": text, "url": urls[n] if urls else None}
        for n, text in enumerate(texts)
    ]
    answer = client.post("/v1/compare", json={"articles": sent})
    assert answer.status_code == 200, answer.text
    read: dict[str, Any] = answer.json()
    return read


def codes(found: dict[str, Any]) -> list[str]:
    return [caveat["code"] for caveat in found["caveats"]]


def story_of_two(client: Client, *texts: str) -> tuple[str, list[str]]:
    """A story with articles of these texts, and their ids in the order of their comparison."""
    story = open_story(client)
    told(client, story, *texts)
    return story, [article["id"] for article in comparison(client, story)["articles"]]


def test_merged_speakers_are_one_holder_when_a_story_is_compared_again(store: Client) -> None:
    story, _ = story_of_two(store, TARN, OSK)
    [tarn], [osk] = named(store, "Ilse Tarn"), named(store, "Ilse Osk")
    assert holders(comparison(store, story)) == [("Ilse Osk", None), ("Ilse Tarn", None)]
    decision = decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    found = compared_again(store, story)
    assert holders(found) == [("Ilse Tarn", tarn), ("Ilse Tarn", tarn)]
    assert found["decisions"] == [decision["id"]]
    attributed = [one["speaker"]["name"] for article in found["articles"] for one in article["attributions"]]
    assert attributed == ["Ilse Tarn", "Ilse Tarn"]


def test_split_speakers_are_two_holders_when_a_story_is_compared_again(store: Client) -> None:
    story, [first, _] = story_of_two(store, *HELD)
    [whole] = named(store, "John Lee")
    decision = decided(store, f"speakers/{whole}/splits", articles=[first], name="John Lee, the judge")
    found = compared_again(store, story)
    assert holders(found) == [("John Lee, the judge", decision["to_speaker_id"]), ("John Lee", whole)]
    assert found["decisions"] == [decision["id"]]


def test_a_comparison_says_that_it_counts_no_later_decision(store: Client) -> None:
    story, _ = story_of_two(store, TARN, OSK)
    [tarn], [osk] = named(store, "Ilse Tarn"), named(store, "Ilse Osk")
    before = comparison(store, story)
    decision = decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    found = comparison(store, story)
    assert codes(found) == [*codes(before), "decided_since"]
    assert holders(found) == holders(before)
    assert store.get(f"/v1/runs/{before['run_id']}/comparison").json() == before
    assert "decided_since" not in codes(compared_again(store, story))
    decided(store, f"decisions/{decision['id']}/reversals")
    assert "decided_since" in codes(comparison(store, story))


def test_decisions_about_others_are_none_of_a_comparison(store: Client) -> None:
    story, _ = story_of_two(store, TARN, OSK)
    elsewhere = told(store, None, "Ruta Halm said no.", "Ilse Tarn said yes.", "Ruta Holm said so.")
    [halm], [holm], [tarn] = (named(store, name) for name in ("Ruta Halm", "Ruta Holm", "Ilse Tarn"))
    decided(store, f"speakers/{halm}/merges", speaker_id=holm)
    decided(store, f"speakers/{tarn}/splits", articles=[elsewhere[1]["id"]])
    assert codes(comparison(store, story)) == []
    assert compared_again(store, story, status=200)["decisions"] == []


def test_comparing_again_without_a_decision_changes_nothing(store: Client) -> None:
    story, _ = story_of_two(store, TARN, OSK)
    before = comparison(store, story)
    assert compared_again(store, story, status=200) == before
    assert len(items(store, f"/v1/runs?story={story}")) == 1


def test_a_reversal_brings_the_earlier_comparison_back(store: Client) -> None:
    story, _ = story_of_two(store, TARN, OSK)
    [tarn], [osk] = named(store, "Ilse Tarn"), named(store, "Ilse Osk")
    before = comparison(store, story)
    decision = decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    merged = compared_again(store, story)
    decided(store, f"decisions/{decision['id']}/reversals")
    assert compared_again(store, story) == before
    runs = {run["id"]: (run["current"], run["decisions"]) for run in items(store, f"/v1/runs?story={story}")}
    assert runs == {before["run_id"]: (True, []), merged["run_id"]: (False, [decision["id"]])}


def test_an_article_that_joins_the_story_brings_decisions_in(store: Client) -> None:
    story, _ = story_of_two(store, TARN, OSK)
    [tarn], [osk] = named(store, "Ilse Tarn"), named(store, "Ilse Osk")
    decided(store, f"speakers/{tarn}/merges", speaker_id=osk, name="Ilse Tarn-Osk")
    post(store, GAZETTE, story, text="Osk said it was over.")
    found = comparison(store, story)
    assert holders(found) == [("Ilse Tarn-Osk", tarn)] * 3
    assert "decided_since" not in codes(found)


def test_a_later_article_of_a_story_that_was_split_off_is_another_holder(store: Client) -> None:
    court, _ = story_of_two(store, *HELD)
    told(store, None, "John Lee said it was a goal.")
    [whole] = named(store, "John Lee")
    judge = decided(store, f"speakers/{whole}/splits", stories=[court], name="Judge Lee")["to_speaker_id"]
    post(store, GAZETTE, court, text="Lee said it was over.")
    assert holders(comparison(store, court)) == [("Judge Lee", judge)] * 3


@pytest.mark.parametrize(
    ("articles", "expected"),
    [(0, (422, "too_few_articles")), (1, (422, "too_few_articles")), (None, (404, "not_found"))],
)
def test_what_cannot_be_compared_again_is_told(store: Client, articles: int | None, expected: tuple[int, str]) -> None:
    story = "sto_0" if articles is None else open_story(store)
    told(store, story, *[TARN] * (articles or 0))
    answer = store.post(f"/v1/stories/{story}/comparisons")
    assert (answer.status_code, answer.json()["code"]) == expected


def test_a_story_compared_by_many_at_once_has_one_comparison(store: Client) -> None:
    story, _ = story_of_two(store, TARN, OSK)
    [tarn], [osk] = named(store, "Ilse Tarn"), named(store, "Ilse Osk")
    decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: store.post(f"/v1/stories/{story}/comparisons"), range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert len({answer.text for answer in answers}) == 1
    assert len(items(store, f"/v1/runs?story={story}")) == 2


def test_merged_speakers_are_one_holder_in_articles_that_are_only_sent(store: Client) -> None:
    tarn, osk = tarn_and_osk(store)
    assert holders(compared(store, TARN, OSK)) == [("Ilse Tarn", None), ("Ilse Osk", None)]
    decision = decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
    found = compared(store, "Ilse Tarn said nothing.", "Ilse Osk said no.", "Osk said so.")
    assert set(holders(found)) == {("Ilse Tarn", tarn)}
    assert found["decisions"] == [decision["id"]]
    decided(store, f"decisions/{decision['id']}/reversals")
    assert compared(store, TARN, OSK)["decisions"] == []


def test_one_name_that_was_split_off_is_another_holder_in_articles_that_are_only_sent(store: Client) -> None:
    told(store, open_story(store), "Todd Akin said it was late.", "T Akin said it was early.")
    [whole] = named(store, "Todd Akin")
    other = decided(store, f"speakers/{whole}/splits", names=["T Akin"])["to_speaker_id"]
    found = compared(store, "Todd Akin said no.", "T Akin said yes.")
    assert [speaker_id for _, speaker_id in holders(found)] == [whole, other]


def test_an_article_that_was_split_off_is_known_again_when_it_is_sent(store: Client) -> None:
    story, _ = story_of_two(store, *HELD)
    first, second = items(store, f"/v1/articles?story={story}")
    [whole] = named(store, "John Lee")
    judge = decided(store, f"speakers/{whole}/splits", articles=[first["id"]])["to_speaker_id"]
    found = compared(store, *HELD, urls=(first["url"], second["url"]))
    assert [speaker_id for _, speaker_id in holders(found)] == [judge, whole]
    assert holders(compared(store, *HELD)) == [("John Lee", None)] * 2, "other addresses, other articles"


def test_a_last_name_alone_is_who_it_is_in_the_story_of_the_articles_sent(store: Client) -> None:
    story, _ = story_of_two(store, "Akin said it was late.", "Ilse Osk said it was early.")
    urls = tuple(one["url"] for one in items(store, f"/v1/articles?story={story}"))
    [akin], [osk] = named(store, "Akin"), named(store, "Ilse Osk")
    decided(store, f"speakers/{osk}/merges", speaker_id=akin)
    texts = "Akin said it was late.", "Ilse Osk said it was early."
    assert holders(compared(store, *texts, urls=urls)) == [("Ilse Osk", osk)] * 2
    assert ("Akin", None) in holders(compared(store, *texts)), "elsewhere it may be anybody"


def test_a_decision_made_while_a_story_is_compared_counts_at_last(store: Client, database_url: str) -> None:
    """Whichever is written last, the comparison and the decision fit, or the comparison says that they do not."""
    story, _ = story_of_two(store, TARN, OSK)
    [tarn], [osk] = named(store, "Ilse Tarn"), named(store, "Ilse Osk")

    def work(number: int) -> None:
        if number == 2:
            decided(store, f"speakers/{tarn}/merges", speaker_id=osk)
        else:
            post(store, GAZETTE, story, text=f"Ilse Osk said it was {number}.")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(6)))
    found = comparison(store, story)
    one = {name for name, _ in holders(found)} == {"Ilse Tarn"}
    assert one != ("decided_since" in codes(found))
    assert {name for name, _ in holders(compared_again(store, story, 200 if one else 201))} == {"Ilse Tarn"}
