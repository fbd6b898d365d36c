"""Disputes between two speakers that one article reports: what is one, and what is not."""

from dataclasses import replace

import pytest

from extractors.records import Claim
from matching.disputes import find_disputes
from matching.divergences.pair import Told as AllTold
from matching.reading import load_reader
from matching.records import Article, Dispute
from matching.statements import prepare
from tests.matching.reports import Told, claim, organisation, report

DAY = "2024-03-12"
HELD = "The dam at Orsay held all night, the water board said."
GAVE_WAY = "The dam at Orsay gave way at night, the farmers' union said."
BOARD, UNION = organisation("water board"), organisation("farmers' union")


def said(sentence: str, who: str) -> Told:
    speaker = BOARD if who == "water board" else UNION
    return claim(sentence, says=sentence.split(",")[0], by=speaker, mention=who)


def with_stance(article: Article, index: int, stance: str) -> Article:
    claims: list[Claim] = list(article.extraction.claims)
    attribution = claims[index].attribution
    assert attribution is not None
    claims[index] = replace(claims[index], attribution=replace(attribution, stance=stance))
    return replace(article, extraction=replace(article.extraction, claims=tuple(claims)))


def disputes(article: Article) -> tuple[Dispute, ...]:
    other = report("z", DAY, claim("Nothing else is known."))
    return find_disputes(AllTold(prepare([article, other], load_reader())))


def test_two_speakers_who_say_the_contrary_are_in_dispute():
    (found,) = disputes(report("a", DAY, said(HELD, "water board"), said(GAVE_WAY, "farmers' union")))
    assert (found.left_speaker, found.right_speaker, found.rule) == (
        "water board",
        "farmers' union",
        "dispute.contrary",
    )
    assert found.left.evidence.exact in HELD
    assert found.right.evidence.exact in GAVE_WAY


def test_a_denial_of_what_another_says_is_a_dispute():
    article = report(
        "a",
        DAY,
        said("The board sold the village pump, the farmers' union said.", "farmers' union"),
        said("It sold no pump of the village, the water board said.", "water board"),
    )
    assert [each.rule for each in disputes(with_stance(article, 1, "denies"))] == ["dispute.denied"]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            [said(HELD, "water board"), said(GAVE_WAY.replace("farmers' union", "water board"), "water board")],
            id="one speaker",
        ),
        pytest.param([said(HELD, "water board"), claim("The dam at Orsay gave way at night.")], id="own voice"),
        pytest.param(
            [said(HELD, "water board"), said("Bread gave out, the farmers' union said.", "farmers' union")],
            id="another matter",
        ),
        pytest.param(
            [said(HELD, "water board"), *[claim("Rain fell.")] * 3, said(GAVE_WAY, "farmers' union")], id="far apart"
        ),
    ],
)
def test_no_dispute(told):
    assert disputes(report("a", DAY, *told)) == ()
