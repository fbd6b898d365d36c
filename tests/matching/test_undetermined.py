"""Why it cannot be told how two statements agree: the first question that has no answer."""

import pytest

from extractors.records import Span
from matching.compare import compare
from matching.divergences import divergences_of
from matching.reading.judging import Difference
from matching.records import Side, Undetermined
from matching.undetermined import MAY_DIVERGE, QUESTION_OF, each_reason_once, undetermined_of
from tests.matching.pairs import aligned
from tests.matching.reports import Figure, claim, organisation, report

HOUSE = ("The mill house was sold.", "The old house by the mill has a new owner.")


def by(name):
    return claim(f"The herd is sick, {name} says.", says="The herd is sick", by=organisation(name), mention=name)


@pytest.mark.parametrize(
    ("left", "right", "score", "reason"),
    [
        pytest.param(*HOUSE, 0.3, "slot_unsure", id="they may be of two things"),
        pytest.param(by("Dairy Union"), claim("The herd is sick."), 0.8, "other_holder", id="a holder and no holder"),
        pytest.param(
            claim("The house was sold in May.", times={"in May": ("2024-05-01", "2024-05-31")}),
            claim("The house was sold in July.", times={"in July": ("2024-07-01", "2024-07-31")}),
            0.8,
            "other_day",
            id="two months",
        ),
        pytest.param(
            claim("The house cost 4 million euros.", figures={"4 million euros": Figure(4e6, unit="EUR")}),
            claim("The house cost 4 million dollars.", figures={"4 million dollars": Figure(4e6, unit="USD")}),
            0.8,
            "other_unit",
            id="two currencies",
        ),
        pytest.param(
            claim("The rally drew 40 from the union.", figures={"40": Figure(40)}),
            claim("The rally had 900 marchers.", figures={"900": Figure(900, of="marcher")}),
            0.8,
            "measure_unclear",
            id="a figure that does not tell what it counts",
        ),
        pytest.param(*HOUSE, 0.8, "not_compared", id="nothing to compare"),
    ],
)
def test_the_first_question_without_an_answer(left, right, score, reason):
    found = undetermined_of(aligned(left, right, score=score), None, None)
    assert (found.reason, found.question) == (reason, QUESTION_OF[reason])
    assert found.explanation.endswith(".")


def test_a_difference_that_is_not_sure_is_told_as_such():
    pair = aligned("The dyke at Orsay held.", "The dyke at Orsay gave way.", score=0.8)
    (divergence,) = divergences_of(pair)
    found = undetermined_of(pair, (divergence, 0.2), None)
    assert (found.reason, found.left, found.right) == ("difference_unsure", divergence.left, divergence.right)
    assert undetermined_of(pair, (divergence, 0.02), None).reason == "not_compared"


@pytest.mark.parametrize(
    ("diverges", "reason"), [(MAY_DIVERGE - 0.1, None), (MAY_DIVERGE + 0.1, "not_compared")], ids=["no", "perhaps"]
)
def test_no_question_is_open_where_reading_finds_no_difference_either(diverges, reason):
    read = Difference(diverges, {}, None, None)
    found = undetermined_of(aligned(*HOUSE, score=0.8), None, read)
    assert (found.reason if found else None) == reason


@pytest.mark.parametrize(
    ("left", "right", "score"),
    [(*HOUSE, 0.3), (by("Dairy Union"), claim("The herd is sick."), 0.8)],
    ids=["of two things", "of two holders"],
)
def test_reading_does_not_answer_the_questions_before(left, right, score):
    read = Difference(-5.0, {}, None, None)
    assert undetermined_of(aligned(left, right, score=score), None, read) is not None


@pytest.mark.parametrize(("published", "reason"), [(None, "undated"), ("2024-03-12", "not_compared")])
def test_a_day_of_the_week_cannot_be_dated_without_a_day_of_publication(published, reason):
    dated = claim("The house was sold on 4 March.", times={"on 4 March": "2024-03-04"})
    vague = claim("The house was sold on Monday.", times={"on Monday": (None, None)})
    pair = aligned(dated, vague, score=0.8, published=("2024-03-12", published))
    assert undetermined_of(pair, None, None).reason == reason


def side(article):
    return Side(article, "c1", "x", Span(0, 1, "x"))


def test_each_reason_stands_once_by_its_likeliest_pair_in_the_order_of_the_questions():
    def one(reason, explanation):
        return Undetermined(QUESTION_OF[reason], reason, side("a"), side("b"), explanation)

    found = each_reason_once(
        [(0.6, one("not_compared", "first")), (0.9, one("not_compared", "likelier")), (0.3, one("slot_unsure", "slot"))]
    )
    assert [each.explanation for each in found] == ["slot", "likelier"]


def test_what_agrees_or_diverges_is_not_undetermined():
    sentence = "The council of Orsay approved the marina plan of the harbour firm on Monday."
    articles = [report(name, "2024-03-12", claim(sentence)) for name in "ab"]
    alignments = compare(articles).alignments
    assert alignments
    assert all(not each.undetermined for each in alignments if each.agreement or each.divergences)


def test_why_is_told_where_no_class_of_agreement_is_and_counted_once_for_all():
    crowns, dollars = {"40 thousand crowns": Figure(4e4, unit="NOK")}, {"9 thousand dollars": Figure(9e3, unit="USD")}
    comparison = compare(
        [
            report("a", "2024-03-12", claim("A widow gave the school fund 40 thousand crowns.", figures=crowns)),
            report("b", "2024-03-12", claim("A widow has given the school fund 9 thousand dollars.", figures=dollars)),
        ]
    )
    (alignment,) = comparison.alignments
    assert (alignment.agreement, [each.reason for each in alignment.undetermined]) == (None, ["other_unit"])
    counted = [(caveat.code, caveat.detail.split(" no rule")[0]) for caveat in comparison.caveats]
    assert counted == [("relation_undetermined", "In 1 alignment")]


def test_two_that_leave_no_question_open_agree_in_part():
    told = ("The old mill house at Orsay was sold to a baker.", "A baker has bought the old mill house at Orsay.")
    more = ("The ferry was late.", "A heron was seen at the pond.")
    articles = [
        report(name, "2024-03-12", claim(one), claim(two)) for name, one, two in zip("ab", told, more, strict=True)
    ]
    surest = max(compare(articles).alignments, key=lambda alignment: alignment.alignment_score)
    assert (surest.relation, surest.agreement, surest.undetermined) == ("agree", "partial", ())
