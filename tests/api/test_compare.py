"""`POST /v1/compare`: two to fifty articles in, what they share and where they differ out."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from litestar.testing import TestClient

from api.http.observing import ObservedApp
from api.resources.comparison import alignments, divergences, schemas, service
from matching import records

Client = TestClient[ObservedApp]


def article(name: str, text: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "source": {"name": f"The {name}"}, "text": text, **more}


def compare(client: Client, *articles: dict[str, Any]) -> dict[str, Any]:
    response = client.post("/v1/compare", json={"articles": list(articles)})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def refused(client: Client, *articles: dict[str, Any]) -> dict[str, Any]:
    response = client.post("/v1/compare", json={"articles": list(articles)})
    assert response.status_code == 422, response.text
    problem: dict[str, Any] = response.json()
    return problem


def test_the_same_fact_agrees_with_its_evidence(stateless: Client) -> None:
    answer = compare(stateless, article("a", "The dam held."), article("b", "It rained. The dam held."))
    [alignment] = answer["alignments"]
    assert (alignment["relation"], alignment["agreement"]) == ("agree", "equivalent")
    assert alignment["members"] == [{"article": "a", "claim": "c1"}, {"article": "b", "claim": "c2"}]
    assert alignment["shared"][0]["evidence"][1] == {
        "article": "b",
        "span": {"start": 11, "end": 24, "exact": "The dam held."},
    }


def test_another_number_diverges_with_both_sides(stateless: Client) -> None:
    answer = compare(stateless, article("a", "It took 3 days."), article("b", "It took 5 days."))
    [alignment] = answer["alignments"]
    [divergence] = alignment["divergences"]
    assert (alignment["relation"], alignment["agreement"]) == ("diverge", None)
    assert (divergence["kind"], divergence["grade"], divergence["rule"]) == ("number", "contradiction", "fake.number")
    assert divergence["left"] == {
        "article": "a",
        "claim": "c1",
        "value": "3",
        "evidence": {"start": 8, "end": 9, "exact": "3"},
    }
    assert divergence["right"]["value"] == "5"


def test_what_no_other_article_says_is_listed(stateless: Client) -> None:
    answer = compare(stateless, article("a", "The dam held."), article("b", "It rained. The dam held."))
    assert answer["unmatched"] == [{"article": "b", "claim": "c1"}]


def test_articles_carry_their_claims_attributions_and_speakers(stateless: Client) -> None:
    answer = compare(stateless, article("a", "Marwen said the dam held."), article("b", "It rained."))
    first, second = answer["articles"]
    assert (first["id"], second["id"]) == ("a", "b")
    assert first["attributions"][0]["speaker"]["name"] == "Marwen"
    assert [speaker["id"] for speaker in first["speakers"]] == [first["attributions"][0]["speaker"]["id"]]
    assert second["claims"][0]["text"] == "It rained."


def test_caveats_say_which_article_they_are_about(stateless: Client) -> None:
    answer = compare(stateless, article("a", "The dam held."), article("b", '"It rained.'))
    assert [(caveat["code"], caveat["article"]) for caveat in answer["caveats"]] == [
        ("unclosed_quote", "b"),
        ("no_dates", None),
    ]


def test_the_order_of_the_articles_changes_nothing(stateless: Client) -> None:
    one, other = article("a", "It took 3 days."), article("b", "It took 5 days.")
    assert compare(stateless, one, other) == compare(stateless, other, one)


def test_one_article_is_not_enough(stateless: Client) -> None:
    problem = refused(stateless, article("a", "The dam held."))
    assert problem["code"] == "too_few_articles"
    assert [error["pointer"] for error in problem["errors"]] == ["/articles"]


def test_fifty_one_articles_are_too_many(stateless: Client) -> None:
    response = stateless.post("/v1/compare", json={"articles": [article(str(n), "It rained.") for n in range(51)]})
    assert response.status_code == 400
    assert [error["pointer"] for error in response.json()["errors"]] == ["/articles"]


def test_two_articles_of_one_id_are_refused(stateless: Client) -> None:
    problem = refused(stateless, article("a", "The dam held."), article("b", "It rained."), article("a", "It rained."))
    assert problem["code"] == "duplicate_article_id"
    assert [error["pointer"] for error in problem["errors"]] == ["/articles/2/id"]


def test_the_article_that_cannot_be_read_is_named(stateless: Client) -> None:
    problem = refused(stateless, article("a", "The dam held."), article("b", "Bonjour tout le monde."))
    assert problem["code"] == "unsupported_language"
    assert [error["pointer"] for error in problem["errors"]] == ["/articles/1/text"]


def test_every_article_that_cannot_be_read_is_named(stateless: Client) -> None:
    problem = refused(stateless, article("a", " "), article("b", "It rained."), article("c", "Bonjour."))
    assert problem["code"] == "unreadable_articles"
    assert [(error["code"], error["pointer"]) for error in problem["errors"]] == [
        ("empty_text", "/articles/0/text"),
        ("unsupported_language", "/articles/2/text"),
    ]


def test_articles_that_are_too_long_together_are_refused(stateless: Client) -> None:
    long = "x" * (service.MAX_TOTAL_TEXT // 3 + 1)
    problem = refused(stateless, *(article(name, long) for name in "abc"))
    assert problem["code"] == "too_much_text"
    assert [error["pointer"] for error in problem["errors"]] == ["/articles"]


def test_the_publisher_reaches_the_comparison() -> None:
    request = schemas.CompareArticle.model_validate(
        {"id": "a", "text": "x", "source": {"name": "The Post", "publisher": "Post Group"}}
    )
    assert request.source.publisher == "Post Group"


@pytest.mark.parametrize(
    ("enum", "values"),
    [
        (alignments.Relation, records.Relation),
        (alignments.AgreementKind, records.Agreement),
        (alignments.GroundKind, records.GroundKind),
        (divergences.DivergenceKind, records.DivergenceKind),
        (divergences.Grade, records.Grade),
        (divergences.EditKind, records.EditKind),
    ],
)
def test_the_contract_lists_every_value_comparison_can_give(enum: Any, values: Any) -> None:
    assert [member.value for member in enum] == list(get_args(values))
