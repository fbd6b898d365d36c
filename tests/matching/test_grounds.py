"""What carries an alignment score: the grounds make it up, and say what a person would say."""

import math

import pytest

from matching.candidates import find_candidates
from matching.compare import compare
from matching.features import FEATURES, Pair
from matching.grounds import by_kind
from matching.reading import load_reader
from matching.scoring import Scores, load_model
from matching.statements import prepare
from tests.matching.reports import Figure, Told, claim, report

DAY = "2024-03-12"
ALIKE = (
    ("The ferry Elin sank off Tarn before dawn on Monday.", "Before dawn on Monday the ferry Elin went down off Tarn."),
    ("The council approved the marina plan by nine votes to four.", "Councillors voted for the marina, nine to four."),
    ("The mill will shut in May.", "A heron was seen at the mill pond."),
)


def scores_of(left: str, right: str) -> Scores:
    story = prepare([report("a", DAY, claim(left)), report("b", DAY, claim(right))], load_reader())
    return Scores(story, find_candidates(story), load_model(), load_reader())


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_the_grounds_and_an_average_candidate_make_up_the_score(left: str, right: str) -> None:
    model, scores, pair = load_model(), scores_of(left, right), Pair(0, 1)
    typical = model.features.logit(model.typical)
    was_read = scores.difference(pair) is not None
    if was_read:
        weights = model.read.coefficients
        typical = (weights[0] + weights[-1]) * typical + model.typically_read
    told = math.fsum(ground.weight for ground in scores.grounds(pair))
    score = scores.of(pair)
    rounding = 0.05 * len(scores.grounds(pair)) + 0.5  # small grounds are left out, and all are rounded
    assert math.log(score / (1 - score)) == pytest.approx(typical + told, abs=rounding)


def test_every_feature_belongs_to_a_ground() -> None:
    found = by_kind([1.0] * len(FEATURES), [1.0] * len(FEATURES), [0.0] * len(FEATURES))
    assert sum(found.values()) == len(FEATURES)


DAYS = {"3 March 2024": "2024-03-03"}
MILLIONS = {"412 million crowns": Figure(412e6, unit="crown")}


@pytest.mark.parametrize(
    ("ground", "left", "right"),
    [
        ("likeness", *(claim(text) for text in ALIKE[0])),
        (
            "occasion",
            claim("The sides met in Tarn on 3 March 2024.", times=DAYS, places=("Tarn",)),
            claim("In Tarn, on 3 March 2024, the two sides met.", times=DAYS, places=("Tarn",)),
        ),
        (
            "quantities",
            claim("The fund lent growers 412 million crowns.", figures=MILLIONS),
            claim("Growers were lent 412 million crowns.", figures=MILLIONS),
        ),
        (
            "quotation",
            claim("“We will not sell the dairy to anybody at all,” Quill said."),
            claim("Quill said: “We will not sell the dairy to anybody at all.”"),
        ),
    ],
)
def test_what_two_claims_share_speaks_for_them(ground: str, left: Told, right: Told) -> None:
    others = [claim(text) for text in ("The mill will shut in May.", "A heron was seen at the pond.")]
    surest = max(
        compare([report("a", DAY, left, others[0]), report("b", DAY, right, others[1])]).alignments,
        key=lambda alignment: alignment.alignment_score,
    )
    weights = {each.kind: each.weight for each in surest.grounds}
    assert weights[ground] > 0


def test_the_weightiest_ground_comes_first() -> None:
    [alignment] = compare(
        [report(name, DAY, claim(text)) for name, text in zip("ab", ALIKE[0], strict=True)]
    ).alignments
    weights = [abs(ground.weight) for ground in alignment.grounds]
    assert weights == sorted(weights, reverse=True)
