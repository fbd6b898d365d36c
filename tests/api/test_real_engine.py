"""The whole service with its own models: few requests, each for something no fake can show."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from litestar.testing import TestClient

from api.app import create_app
from api.http.observing import ObservedApp
from api.running.engine import LocalEngine
from tests.api.conftest import settings_in
from tests.api.test_extract import spans_in

Client = TestClient[ObservedApp]

STORM = """Fourteen schools in Orrin stayed shut on Tuesday after a storm tore through the coast.

“No child goes back before the roofs are safe,” said Ilse Tarn, the mayor. She added that the repairs would cost \
more than 3 million dollars.

According to the county, nobody was hurt. 🌊 Crews worked through the night."""
HERALD = """The storm closed 12 schools in Orrin on Tuesday, officials said.

Mayor Ilse Tarn said the repairs would cost about 2 million dollars. Nobody was hurt, according to the county."""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    app = create_app(settings_in(tmp_path_factory.mktemp("real")), LocalEngine())
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def extract(service: Client, text: str) -> dict[str, Any]:
    response = service.post("/v1/extract", json={"text": text, "published_at": "2026-03-04"})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def test_the_service_is_ready_with_the_models_it_ships(service: Client) -> None:
    assert service.get("/readyz").json()["status"] == "ready"


def test_a_quotation_is_attributed_to_who_said_it(service: Client) -> None:
    found = {
        " … ".join(span["exact"] for span in attribution["spans"]): attribution
        for attribution in extract(service, STORM)["attributions"]
        if attribution["speaker"]
    }
    [direct] = [attribution for content, attribution in found.items() if "No child goes back" in content]
    assert direct["kind"] == "direct"
    assert "Tarn" in direct["speaker"]["name"]
    assert direct["cue"]["exact"] == "said"


def test_the_outlets_own_voice_is_told_from_the_speakers(service: Client) -> None:
    claims = extract(service, STORM)["claims"]
    own = [claim["text"] for claim in claims if claim["attribution"] is None]
    assert any("Fourteen schools" in text for text in own)
    assert not any("No child goes back" in text for text in own)


@pytest.mark.parametrize(
    "text",
    [
        STORM,
        STORM.replace("\n", "\r\n"),
        HERALD + "\n\n“Nobody slept, said Marwen, and it rained.",
        "''No child goes back,'' said Tarn. 'Not one,' she said. \"It isn't safe,\" she said.",
        "“ " * 5_000 + "Nobody slept.",
        '"' * 10_000,
        "Yes.",
    ],
    ids=["story", "line ends", "unclosed mark", "kinds of marks", "opening marks", "ten thousand marks", "one word"],
)
def test_whatever_can_be_read_is_read_with_true_offsets(service: Client, text: str) -> None:
    response = service.post("/v1/extract", json={"text": text})
    assert response.status_code in {200, 422}, response.text
    answer = response.json()
    if response.status_code == 200:
        assert all(text[span["start"] : span["end"]] == span["exact"] for span in spans_in(answer))
    else:
        assert answer["errors"][0]["pointer"] == "/text"


def test_an_unclosed_mark_costs_nothing_but_a_caveat(service: Client) -> None:
    answer = extract(service, HERALD + "\n\n“Nobody slept, Marwen told reporters on Tuesday.")
    assert answer["caveats"]
    assert any("Tarn" in speaker["name"] for speaker in answer["speakers"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" \n\t ", "empty_text"),
        ("<!DOCTYPE html><html><head><title>News</title></head><body><p>It rained.</p></body></html>",
         "markup_instead_of_text"),
        ("It rained.\x00\x01\x02\x03\x00\x7f" * 40, "not_plain_text"),
        ("Les écoles de la ville sont restées fermées mardi après la tempête qui a traversé la côte. Personne n’a été "
         "blessé, selon la préfecture, mais les réparations coûteront plus de trois millions.", "unsupported_language"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(service: Client, text: str, code: str) -> None:
    response = service.post("/v1/extract", json={"text": text})
    assert (response.status_code, response.json()["code"]) == (422, code)
    assert response.json()["errors"][0]["pointer"] == "/text"


def test_threads_read_as_one_does(service: Client) -> None:
    """The models are shared by the worker threads; who else is reading must not change what is read."""
    texts = [STORM, HERALD, STORM + "\n\n" + HERALD, HERALD + "\n\n" + STORM]
    alone = [extract(service, text) for text in texts]
    with ThreadPoolExecutor(4) as callers:
        together = list(callers.map(lambda text: extract(service, text), texts * 2))
    assert together == alone * 2


def test_two_articles_are_compared(service: Client) -> None:
    articles = [
        {"id": name, "source": {"name": name}, "published_at": "2026-03-04", "text": text}
        for name, text in (("gazette", STORM), ("herald", HERALD))
    ]
    response = service.post("/v1/compare", json={"articles": articles})
    assert response.status_code == 200, response.text
    answer = response.json()
    texts = {article["id"]: article["text"] for article in articles}
    for alignment in answer["alignments"]:
        assert {member["article"] for member in alignment["members"]} == set(texts)
        for divergence in alignment["divergences"]:
            for side in (divergence["left"], divergence["right"]):
                evidence = side["evidence"]
                assert texts[side["article"]][evidence["start"] : evidence["end"]] == evidence["exact"]
    assert answer["alignments"]
    assert service.post("/v1/compare", json={"articles": articles[::-1]}).json() == answer


def test_days_named_in_different_ways_are_found_to_agree(service: Client) -> None:
    texts = {
        "gazette": "Envoys from France and Poland will meet in Geneva on Monday to discuss the crisis over fishing. "
        "On Wednesday, ministers of the Herring Council will meet in Brussels.",
        "herald": "The fishing talks, which will kick off between France and Poland in Geneva on March 9th, move to "
        "Brussels for the Herring Council two days later.",
    }
    articles = [
        {"id": name, "source": {"name": name}, "published_at": "2026-03-07", "text": text}
        for name, text in texts.items()
    ]
    answer = service.post("/v1/compare", json={"articles": articles}).json()
    shared = [
        {(value["kind"], value["value"]) for value in alignment["shared"]}
        for alignment in answer["alignments"]
        if alignment["relation"] == "agree"
    ]
    assert any({("date", "2026-03-09"), ("place", "Geneva")} <= values for values in shared)
    assert any({("date", "2026-03-11"), ("place", "Brussels")} <= values for values in shared)
