"""Claims: which words of a sentence state something of their own, and who holds it.

Cases give the sentence, the attributions found in it as (source, cue, content), and the claims expected as text, with
" … " where a claim is in several parts and "Source: " before those that are attributed.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from spacy.language import Language

from extractors.attribution import FoundAttribution, credited
from extractors.claims import find_claims
from extractors.claims.worth import FEATURES, WorthModel, load_worth
from extractors.errors import MissingWeights
from extractors.pipeline import WEIGHTS
from extractors.quotations import find_quotes
from extractors.records import Claim, Span
from extractors.speakers import resolve

Named = tuple[str | None, str | None, str]


def clauses_of(nlp: Language, text: str, *attributions: Named) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims_of(nlp, text, *attributions) if claim.level == "clause")


def claims_of(nlp: Language, text: str, *attributions: Named) -> tuple[Claim, ...]:
    def span(words: str | None) -> Span | None:
        return None if words is None else Span.of(text, text.index(words), text.index(words) + len(words))

    def known(words: str) -> Span:
        found = span(words)
        assert found is not None
        return found

    quotes = find_quotes(text)
    found = [
        FoundAttribution(span(source), span(cue), (known(content),), 0.9, "test")
        for source, cue, content in attributions
    ]
    resolved = resolve(text, found, credited(quotes, found))
    worth = WorthModel(0.0, (0.0,) * len(FEATURES))
    return find_claims(nlp(text), resolved.attributions, quotes, dt.date(2026, 3, 4), worth)


def told(claims: tuple[Claim, ...]) -> list[str]:
    """Each claim's text, with the name of its holder in front where it has one."""
    return [
        claim.text
        if claim.attribution is None
        else f"{claim.attribution.speaker.name if claim.attribution.speaker else 'somebody'}: {claim.text}"
        for claim in claims
    ]


OWN_VOICE = [
    ("The bridge at Orrin collapsed on Tuesday.", ["The bridge at Orrin collapsed on Tuesday"]),
    (
        "The council closed the road and opened two shelters.",
        ["The council closed the road", "The council … opened two shelters"],
    ),
    (
        "The driver fled, and his brother was arrested.",
        ["The driver fled", "his brother was arrested"],
    ),
    (
        "The dam, which opened in May, holds two million litres.",
        ["The dam … holds two million litres", "The dam … which opened in May"],
    ),
    (
        "The mayor closed the school, citing the cost of repairs.",
        ["The mayor closed the school", "The mayor … citing the cost of repairs"],
    ),
    (
        "The mayor has set the terms of the talks, which begin in Orrin on Monday.",
        ["The mayor has set the terms of the talks", "the talks … which begin in Orrin on Monday"],
    ),
    ("The crews left when the rain began.", ["The crews left when the rain began"]),
    ("If the dam breaks, the town will flood.", ["If the dam breaks, the town will flood"]),
    ("The firm agreed to pay a fine.", ["The firm agreed to pay a fine"]),
    ("Families who lost homes will be paid.", ["Families who lost homes will be paid"]),
    (
        "The firm and the union signed a pact, but the talks went on.",
        ["The firm and the union signed a pact", "the talks went on"],
    ),
    ("Why did the bridge fall?", []),
    ("Read more about the storm here.", []),
    ("Sign up for our morning newsletter.", []),
    ("Photo: Ada Okoro", []),
    ("Ada Okoro contributed to this report.", []),
    ("A quiet town.", []),
]  # fmt: skip

ATTRIBUTED = [
    (
        "The mayor said the bridge was safe.",
        [("The mayor", "said", "the bridge was safe")],
        ["The mayor: the bridge was safe"],
    ),
    (
        "“The bridge was safe,” the mayor said.",
        [("the mayor", "said", "“The bridge was safe,”")],
        ["The mayor: “The bridge was safe,”"],
    ),
    (
        "The mayor said the bridge was safe and the road was open.",
        [("The mayor", "said", "the bridge was safe and the road was open")],
        ["The mayor: the bridge was safe", "The mayor: the road was open"],
    ),
    (
        "The mayor condemned the vote.",
        [("The mayor", "condemned", "the vote")],
        ["The mayor: The mayor condemned the vote"],
    ),
    (
        "The mayor vowed to rebuild the bridge.",
        [("The mayor", "vowed", "to rebuild the bridge")],
        ["The mayor: The mayor vowed to rebuild the bridge"],
    ),
    (
        "The bridge that the mayor promised to rebuild fell again in May.",
        [("the mayor", "promised", "to rebuild")],
        [
            "The bridge that the mayor promised to rebuild fell again in May",
            "The mayor: the mayor promised to rebuild",
        ],
    ),
    (
        "The mayor, who was elected in May, said the bridge was safe.",
        [("The mayor", "said", "the bridge was safe")],
        ["The mayor … who was elected in May", "The mayor: the bridge was safe"],
    ),
    (
        "According to the county, nobody was hurt.",
        [("the county", "According to", "nobody was hurt")],
        ["the county: nobody was hurt"],
    ),
    (
        "Envoys will meet in Geneva to discuss the crisis.",
        [("Envoys", "to discuss", "the crisis")],
        ["Envoys will meet in Geneva to discuss the crisis"],
    ),
    (
        "The bridge was said to be safe.",
        [(None, "was said", "to be safe")],
        ["somebody: The bridge was said to be safe"],
    ),
]  # fmt: skip


ASSERTS_NOTHING = [
    "Advertisement: the new season starts now.",
    "Share this on your page.",
    "Watch the video above.",
    "Watch: the mayor speaks.",
    "(Reporting by Ada Okoro; editing by Jon Reed)",
    "Copyright 2026 The Orrin Gazette. All rights reserved.",
    "Follow us on our page.",
    "Related: how the bridge fell.",
    "Click here to read more.",
    "Imagine a town without a bridge.",
    "Don't forget to vote.",
    "Stay away from the harbour.",
    "See what happened next.",
    "See also: the bridge fell.",
    "Read the full report here.",
    "This article has been updated.",
    "Image: the bridge at Orrin has fallen.",
    "Caption: the mayor speaks.",
    "AP Photo/Ada Okoro",
    "Subscribe now.",
    "Download the app.",
    "Correction: the bridge is in Orrin.",
    "Editor’s note: names were changed.",
    "Comments are closed.",
    "Who knew?",
]
ASSERTS_SOMETHING = [
    "Share prices fell on Monday.",
    "The mayor watched the storm.",
    "Getty Images bought the firm.",
    "Copyright rules were changed on Monday.",
    "The question is whether the bridge is safe.",
    "He asked whether the bridge was safe.",
    "This article of the law was struck down.",
    "Images of the bridge were shown.",
    "Subscribers paid more.",
    "Downloads rose in May.",
    "Corrections were made on Monday.",
    "Comments on the plan are welcome.",
    "Why he left is unknown.",
    "The story was first told in Orrin.",
    "Photos of the bridge were shown.",
    "Download figures rose in May.",
    "Tap water was shut off.",
    "Related cases were heard in May.",
    "Advertisement sales rose in May.",
]


@pytest.mark.parametrize("text", ASSERTS_NOTHING)
def test_what_asserts_nothing_is_left_out_wherever_it_stands(nlp: Language, text: str) -> None:
    assert told(claims_of(nlp, f"It rained.\n\n{text}")) == ["It rained"]


@pytest.mark.parametrize("text", ASSERTS_SOMETHING)
def test_what_only_looks_like_it_is_kept(nlp: Language, text: str) -> None:
    assert claims_of(nlp, text)


@pytest.mark.parametrize(("text", "expected"), OWN_VOICE)
def test_what_the_article_states_itself(nlp: Language, text: str, expected: list[str]) -> None:
    assert sorted(told(clauses_of(nlp, text))) == sorted(expected)


@pytest.mark.parametrize(("text", "attributions", "expected"), ATTRIBUTED)
def test_what_is_credited_to_somebody(nlp: Language, text: str, attributions: list[Named], expected: list[str]) -> None:
    lowered = [line.lower() for line in told(clauses_of(nlp, text, *attributions))]
    assert sorted(lowered) == sorted(line.lower() for line in expected)


def test_facets_belong_to_the_claim_whose_words_hold_them(nlp: Language) -> None:
    [paid, moved] = clauses_of(nlp, "The firm paid 3 million dollars, and its staff moved to Orrin on Monday.")
    assert [quantity.lower for quantity in paid.quantities] == [3_000_000]
    assert not paid.times
    assert [time.first for time in moved.times] == [dt.date(2026, 3, 2)]


def test_a_stance_of_denial_reaches_the_claim(nlp: Language) -> None:
    [claim] = clauses_of(nlp, "The firm denied that it had paid.", ("The firm", "denied", "that it had paid"))
    assert claim.certainty == "denied"


@pytest.mark.parametrize(
    ("text", "attribution", "certainty", "cue"),
    [
        ("The firm denied that it had paid.", ("The firm", "denied", "that it had paid"), "denied", "denied"),
        ("The firm did not say that it paid.", ("The firm", "did not say", "that it paid"), "possible", "did not say"),
        ("The firm never said that it paid.", ("The firm", "said", "that it paid"), "possible", "said"),
        ("The firm said that it paid.", ("The firm", "said", "that it paid"), "established", None),
        ("The firm said that it may pay.", ("The firm", "said", "that it may pay"), "possible", "may"),
        ("The court heard whether it paid.", ("The court", "heard", "whether it paid"), "possible", "whether"),
        ("The court rejected the plan.", ("The court", "rejected", "the plan"), "established", None),
    ],
)
def test_what_the_certainty_of_a_claim_is_read_from(
    nlp: Language, text: str, attribution: Named, certainty: str, cue: str | None
) -> None:
    [claim] = clauses_of(nlp, text, attribution)
    assert claim.certainty == certainty
    assert (claim.certainty_cue.exact if claim.certainty_cue else None) == cue


def test_ids_follow_the_order_of_reading(nlp: Language) -> None:
    claims = clauses_of(nlp, "The driver fled. His brother was arrested. Nobody was hurt.")
    assert [claim.id for claim in claims] == ["c1", "c2", "c3"]
    assert [claim.spans[0].start for claim in claims] == sorted(claim.spans[0].start for claim in claims)


def test_the_sentence_around_a_claim_is_kept(nlp: Language) -> None:
    text = "It rained. The driver fled, and his brother was arrested."
    sentences = {claim.sentence.exact for claim in clauses_of(nlp, text)}
    assert sentences == {"It rained.", "The driver fled, and his brother was arrested."}


def test_a_model_for_other_features_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text('{"intercept": 0, "coefficients": {"length": 1}}')
    with pytest.raises(MissingWeights, match="other features"):
        load_worth(tmp_path)


def test_a_figure_near_the_top_is_worth_more_than_an_opinion_at_the_end() -> None:
    worth = load_worth(WEIGHTS / "worth")

    def score(**known: float) -> float:
        claim = Claim("c1", "statement", "", (), Span(0, 1, "x"), None, "affirmed", "established", (), (), (), (), 0.0)
        return worth.scored(claim, [known.get(name, 0.0) for name in FEATURES]).score

    assert score(opening=1.0, quantities=1.0, times=1.0, words=2.5) > score(position=1.0, words=2.5)
