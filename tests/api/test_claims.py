"""Stored claims are found by what they say: every filter on every database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from litestar.testing import TestClient

from api.app import create_app
from api.running.settings import Settings
from extractors.records import ArticleText, Claim, Extraction, Participant, Place, Quantity, Time
from tests.api.built import HALM_SAID as WIRE_SAID
from tests.api.built import at, claim, extraction
from tests.api.fakes import FakeEngine
from tests.api.stored import GAZETTE, MAIL, MOMENT, Client, counter, items, open_story, post

TEXT = (
    "A ferry sank off Cape Merrin on Tuesday with 212 people on board. "
    "Halm said repairs would cost more than 3 million dollars in 2025. "
    "Nobody saw why. "
    "Ferries may stop."
)
FERRY, REPAIRS, WHY, STOP = (f"{part}." for part in TEXT.removesuffix(".").split(". "))
ABOARD = Quantity(at(TEXT, "212 people"), 212, 212, None, approximate=False, measure="carry", of="stranded person")
COST = Quantity(at(TEXT, "more than 3 million dollars"), 3e6, None, "USD", approximate=False, measure="cost", of=None)
TUESDAY = Time((at(TEXT, "on Tuesday"),), dt.date(2024, 10, 8), dt.date(2024, 10, 8), "day")
NEXT_YEAR = Time((at(TEXT, "in 2025"),), dt.date(2025, 1, 1), dt.date(2025, 12, 31), "year")
UNKNOWN = Time((at(TEXT, "may"),), None, None, "day")
SAID = replace(
    WIRE_SAID, kind="indirect", spans=(at(TEXT, REPAIRS),), mention=at(TEXT, "Halm"), cue=at(TEXT, "said"),
    stance="predicts",
)  # fmt: skip


class Reader(FakeEngine):
    """Finds four claims with facets and one of another level in one text, and what the fake finds in others."""

    def extract(self, article: ArticleText) -> Extraction:
        return extraction(CLAIMS, (SAID,)) if article.text == TEXT else super().extract(article)


CLAIMS: tuple[Claim, ...] = (
    claim(
        TEXT,
        FERRY,
        id="c1",
        quantities=(ABOARD,),
        times=(TUESDAY,),
        places=(Place(at(TEXT, "Cape Merrin"), "Cape Merrin"),),
        participants=(Participant(at(TEXT, "A ferry"), "ferry", "subject"),),
    ),
    claim(
        TEXT, REPAIRS, id="c2", kind="indirect", attribution=SAID, quantities=(COST,), times=(NEXT_YEAR,),
        certainty="expected", score=0.7, participants=(Participant(at(TEXT, REPAIRS), "Kremlin", "subject", "Russia"),),
    ),
    claim(TEXT, WHY, id="c3", polarity="negated", score=0.4),
    claim(
        TEXT, STOP, id="c4", certainty="possible", times=(UNKNOWN,), score=0.2,
        places=(Place(at(TEXT, STOP), "Kyiv"), Place(at(TEXT, STOP), "Port Orrin, Canada")),
    ),
    claim(TEXT, TEXT, id="c5", level="sentence"),
)  # fmt: skip


@pytest.fixture
def reading(database_url: str) -> Iterator[Client]:
    app = create_app(Settings(database=database_url), Reader(), clock=lambda: MOMENT, new_id=counter())
    with TestClient(app, raise_server_exceptions=False) as client:
        post(client, MAIL, open_story(client), text=TEXT)
        post(client, GAZETTE, None, text="It rained.")
        yield client


BOTH = [FERRY, REPAIRS]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [FERRY, REPAIRS, WHY, STOP, "It rained."]),
        ("kind=indirect", [REPAIRS]),
        ("attributed=true", [REPAIRS]),
        ("attributed=false&polarity=negated", [WHY]),
        ("stance=predicts", [REPAIRS]),
        ("stance=denies", []),
        ("certainty=possible", [STOP]),
        ("polarity=negated", [WHY]),
        ("min_score=0.7", BOTH),
        ("min_score=1", []),
        ("min_score=0", [FERRY, REPAIRS, WHY, STOP, "It rained."]),
        ("has_quantity=true", BOTH),
        ("has_quantity=false&min_score=0.3", [WHY]),
        ("has_time=true", [FERRY, REPAIRS, STOP]),
        ("has_time=false", [WHY, "It rained."]),
        ("has_place=true", [FERRY, STOP]),
        ("has_place=false&has_time=true", [REPAIRS]),
        ("level=clause", [FERRY, REPAIRS, WHY, STOP, "It rained."]),
        ("level=sentence", [TEXT]),
        ("level=phrase", []),
        ("unit=USD", [REPAIRS]),
        ("unit=usd", [REPAIRS]),
        ("unit=EUR", []),
        ("of=people", [FERRY]),
        ("of=Stranded persons", [FERRY]),
        ("of=son", []),
        ("of=%25", []),
        ("measure=cost", [REPAIRS]),
        ("measure=cost&of=people", []),
        ("min_value=212&max_value=212", [FERRY]),
        ("min_value=213", [REPAIRS]),
        ("max_value=211", []),
        ("min_value=9e9", [REPAIRS]),
        ("unit=USD&max_value=2999999", []),
        ("of=people&min_value=1e6", []),
        ("time_from=2024-10-08&time_to=2024-10-08", [FERRY]),
        ("time_from=2024-10-09", [REPAIRS]),
        ("time_to=2024-12-31", [FERRY]),
        ("time_from=2025-06-01&time_to=2025-06-02", [REPAIRS]),
        ("time_from=2026-01-01", []),
        ("place=Cape Merrin", [FERRY]),
        ("place=cape merrin", [FERRY]),
        ("place=Cape", []),
        ("place=Kyiv", [STOP]),
        ("place=Ukraine", [STOP]),
        ("place=Canada", [STOP]),
        ("place=Poland", []),
        ("participant=ferry", [FERRY]),
        ("participant=kremlin", [REPAIRS]),
        ("participant=Russia", [REPAIRS]),
        ("participant=%27 OR 1=1", []),
        ("place=%25", []),
    ],
)
def test_claims_are_found_by_what_they_say(reading: Client, query: str, expected: list[str]) -> None:
    found = items(reading, f"/v1/claims?{query}")
    assert [one["text"] for one in found] == expected


@pytest.mark.parametrize(
    "query",
    [
        "certainty=sure", "stance=shouts", "kind=quote", "polarity=no", "attributed=maybe", "min_score=1.1",
        "min_score=-1", "min_score=nan", "min_value=x", "min_value=1e16", "max_value=inf", "time_from=yesterday",
        "time_to=2024-13-01", "unit=", "place=a%00b", "has_quantity=2", "has_time=2", "level=word",
        "speaker=Halm", "colour=red",
    ],
)  # fmt: skip
def test_a_filter_that_does_not_fit_is_named(reading: Client, query: str) -> None:
    answer = reading.get(f"/v1/claims?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_request")
    assert answer.json()["errors"][0]["parameter"] == query.split("=")[0]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("by=kind", {"statement": 4, "indirect": 1}),
        ("by=certainty&polarity=affirmed", {"established": 2, "expected": 1, "possible": 1}),
        ("by=stance", {"predicts": 1}),
        ("by=level", {"clause": 5, "sentence": 1}),
        ("by=kind&level=sentence", {"statement": 1}),
        ("by=story", {"A bridge": 4}),
        ("by=source", {"Evening Mail": 4, "Gazette": 1}),
        ("by=speaker", {"Ruta Halm": 1}),
        ("by=speaker&kind=statement", {}),
    ],
)
def test_claims_are_counted(reading: Client, query: str, expected: dict[str, int]) -> None:
    counts = items(reading, f"/v1/claims/counts?{query}")
    assert [(one["name"] or one["value"], one["count"]) for one in counts] == list(expected.items())


def test_pages_of_counts_follow_each_other(reading: Client) -> None:
    first = reading.get("/v1/claims/counts?by=kind&limit=1").json()
    [rest] = items(reading, f"/v1/claims/counts?by=kind&limit=1&cursor={first['next_cursor']}")
    assert (first["items"][0]["value"], rest["value"]) == ("statement", "indirect")
    answer = reading.get(f"/v1/claims/counts?by=polarity&cursor={first['next_cursor']}")
    assert answer.json()["errors"][0]["code"] == "invalid_cursor"


@pytest.mark.parametrize("query", ["", "by=colour", "by=kind&by=source", "by=kind&limit=101"])
def test_what_cannot_be_counted_is_told(reading: Client, query: str) -> None:
    assert reading.get(f"/v1/claims/counts?{query}").status_code == 400


def test_pages_of_filtered_claims_follow_each_other(reading: Client) -> None:
    first = reading.get("/v1/claims?has_quantity=true&limit=1").json()
    cursor = first["next_cursor"]
    rest = items(reading, f"/v1/claims?has_quantity=true&limit=1&cursor={cursor}")
    assert [one["text"] for one in [*first["items"], *rest]] == BOTH
    assert reading.get(f"/v1/claims?has_quantity=false&limit=1&cursor={cursor}").status_code == 400
