"""`POST /v1/extract`: what goes in, what comes out, and that every span is a piece of the text that was sent."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from litestar.testing import TestClient

from api.http.observing import ObservedApp
from api.resources.extraction import attributions, facets, schemas
from extractors import records
from tests.api.fakes import FakeEngine

TEXT = 'The bridge was shut for 3 days. Marwen said the river rose. "Nobody slept," it said.'

Client = TestClient[ObservedApp]


def extract(client: Client, **request: Any) -> dict[str, Any]:
    response = client.post("/v1/extract", json=request)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def spans_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if set(value) == {"start", "end", "exact"}:
            yield value
        for part in value.values():
            yield from spans_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans_in(part)


def test_the_answer_names_text_language_and_version(stateless: Client) -> None:
    answer = extract(stateless, text=TEXT)
    assert answer["text_sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (answer["language"], answer["pipeline_version"]) == ("en", "fake-1")
    assert list(answer) == [
        "text_sha256",
        "language",
        "pipeline_version",
        "attributions",
        "claims",
        "quotes",
        "speakers",
        "caveats",
    ]


def test_an_attribution_has_content_speaker_and_cue(stateless: Client) -> None:
    [attribution] = extract(stateless, text=TEXT)["attributions"]
    assert [span["exact"] for span in attribution["spans"]] == ["the river rose"]
    assert attribution["speaker"]["name"] == "Marwen"
    assert attribution["speaker"]["mention"]["exact"] == "Marwen"
    assert attribution["cue"]["exact"] == "said"
    assert attribution["via"] is None


def test_a_claim_names_the_attribution_it_belongs_to(stateless: Client) -> None:
    answer = extract(stateless, text=TEXT)
    outlet, attributed, _ = answer["claims"]
    [attribution] = answer["attributions"]
    assert outlet["attribution"] is None
    assert attributed["attribution"] == {key: attribution[key] for key in ("id", "speaker", "cue")}
    assert attributed["sentence"]["exact"] == "Marwen said the river rose."


def test_a_quantity_is_an_interval(stateless: Client) -> None:
    [quantity] = extract(stateless, text=TEXT)["claims"][0]["quantities"]
    assert (quantity["lower"], quantity["upper"], quantity["unit"]) == (3.0, 3.0, None)


def test_an_unclosed_mark_is_a_caveat_and_not_an_error(stateless: Client) -> None:
    [caveat] = extract(stateless, text='"Nobody slept. It rained.')["caveats"]
    assert caveat == {"code": "unclosed_quote", "detail": "A mark is missing.", "span": None}


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "A\u0301gnes said the caf\u00e9 shut at 9. \U0001f30a \U0001f30a Marwen said nothing \U0001f30a moved.",
        "One line.\r\nMarwen said another.\r\n\r\n\ufeffA third.",
    ],
    ids=["plain", "beyond the basic plane", "line ends and marks"],
)
def test_every_span_is_a_piece_of_the_text_in_code_points(stateless: Client, text: str) -> None:
    spans = list(spans_in(extract(stateless, text=text)))
    assert spans
    assert all(text[span["start"] : span["end"]] == span["exact"] for span in spans)


def test_the_same_request_gives_the_same_bytes(stateless: Client) -> None:
    first, second = (stateless.post("/v1/extract", json={"text": TEXT}).content for _ in range(2))
    assert first == second


def test_a_score_has_no_more_decimals_than_it_means(stateless: Client) -> None:
    assert extract(stateless, text=TEXT)["claims"][0]["score"] == 0.1235


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2022-01-10", dt.date(2022, 1, 10)),
        ("2022-01-10T23:30:00Z", dt.date(2022, 1, 10)),
        ("2022-01-10T23:30:00-05:00", dt.date(2022, 1, 10)),
        ("2022-01-11T00:30:00.123456789+02:00", dt.date(2022, 1, 11)),
    ],
)
def test_relative_dates_are_resolved_against_the_publishers_own_day(given: str, day: dt.date) -> None:
    request = schemas.ExtractRequest.model_validate({"text": "x", "published_at": given})
    assert schemas.article_text(request).published == day


@pytest.mark.parametrize(
    "given", ["10 January 2022", "2022-02-30", "2022-01-10T09:30:00", "20220110", 1641772800, True, "2022-01-10\n"]
)
def test_any_other_way_to_write_a_day_is_refused(stateless: Client, given: object) -> None:
    response = stateless.post("/v1/extract", json={"text": TEXT, "published_at": given})
    assert response.status_code == 400
    assert [error["pointer"] for error in response.json()["errors"]] == ["/published_at"]


def test_everything_sent_along_reaches_the_reader() -> None:
    request = schemas.ExtractRequest.model_validate(
        {"text": "x", "title": "T", "url": "https://paper.example/1", "source": {"name": "The Paper"}}
    )
    assert schemas.article_text(request) == records.ArticleText(
        text="x", title="T", published=None, source="The Paper", url="https://paper.example/1"
    )


def test_extraction_leaves_the_event_loop_alone(client: Client, engine: FakeEngine) -> None:
    """The loop's thread must stay free to answer others while an article is read."""
    extract(client, text=TEXT)
    assert engine.threads
    assert client.blocking_portal is not None
    assert client.blocking_portal.call(threading.get_ident) not in engine.threads


@pytest.mark.parametrize(
    ("enum", "values"),
    [
        (attributions.AttributionKind, records.AttributionKind),
        (schemas.ClaimKind, records.ClaimKind),
        (attributions.SpeakerType, records.SpeakerType),
        (attributions.Stance, records.Stance),
        (facets.Polarity, records.Polarity),
        (facets.Certainty, records.Certainty),
        (facets.Granularity, records.Granularity),
    ],
)
def test_the_contract_lists_every_value_extraction_can_give(enum: Any, values: Any) -> None:
    assert [member.value for member in enum] == list(get_args(values))
