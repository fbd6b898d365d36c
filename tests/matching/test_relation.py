"""Divergences are scored by evidence, kept when likely, and may be all that joins two claims."""

import pytest

from matching.compare import compare
from matching.divergences import AlignedPair
from matching.divergences.pair import Told
from matching.features import Pair
from matching.reading import load_reader
from matching.relation import diverging_pairs, load_relation_model
from matching.relation.evidence import EVIDENCE
from matching.relation.finding import proposals
from matching.relation.scoring import family_of
from matching.statements import prepare
from tests.matching.reports import claim, report

DAY = "2024-03-12"
QUARRY = claim("Divers found the bell in a quarry in Sennet.")
CELLAR = claim("Divers found the bell in a cellar in Oldmere.")
BREAD = claim("Bakers in the north want cheaper flour.")


def told(left, right):
    story = prepare([report("a", DAY, left), report("b", DAY, right)], load_reader())
    return story, [Pair(0, 1)]


def score(left, right, aligned):
    story, pairs = told(left, right)
    found = diverging_pairs(Told(story), pairs, [], lambda _: aligned, lambda _: None, load_relation_model())
    return max((each.score for each in found.get(pairs[0], ())), default=0.0)


def test_a_row_of_evidence_has_every_number_and_is_the_same_from_either_side():
    rows = []
    for left, right in ((QUARRY, CELLAR), (CELLAR, QUARRY)):
        story, pairs = told(left, right)
        _, evidence = proposals(Told(story), pairs, [], lambda _: 0.7)
        rows.append([[round(number, 6) for number in row] for row in evidence])
    assert rows[0] == rows[1]
    assert all(len(row) == len(EVIDENCE) for row in rows[0])


def test_the_likelier_two_are_of_one_slot_the_likelier_they_diverge():
    assert score(QUARRY, CELLAR, 0.05) < score(QUARRY, CELLAR, 0.5) < score(QUARRY, CELLAR, 0.95)


def test_a_score_is_a_probability():
    assert 0.0 <= score(QUARRY, CELLAR, 1e-9) <= score(QUARRY, CELLAR, 1.0) <= 1.0


@pytest.mark.parametrize(
    ("rule", "family"),
    [("scope.area", "scope"), ("role.act_turned", "role"), ("update.settled", "update.state"), ("cause.x", "cause.x")],
)
def test_rules_that_read_one_thing_are_of_one_family(rule, family):
    assert family_of(rule) == family


def test_what_diverges_is_aligned_at_least_as_surely_as_it_diverges():
    result = compare((report("a", DAY, QUARRY, BREAD), report("b", DAY, CELLAR)))
    diverging = [each for each in result.alignments if each.relation == "diverge"]
    assert [divergence.kind for each in diverging for divergence in each.divergences] == ["place"]
    assert all(0.0 < each.relation_score < 1.0 for each in diverging)
    assert all(each.agreement is None for each in diverging)


def test_a_difference_is_reported_once_though_an_article_tells_it_twice():
    again = claim("It was in a cellar in Oldmere that divers found it.")
    result = compare((report("a", DAY, QUARRY, BREAD), report("b", DAY, CELLAR, again)))
    found = [divergence for each in result.alignments for divergence in each.divergences]
    assert len({(each.kind, each.left.evidence, each.right.evidence) for each in found}) == len(found)
    assert len({(each.kind, each.left.evidence) for each in found}) == len(found)


def test_statements_are_told_once_however_many_pairs_they_are_in():
    story, _ = told(QUARRY, CELLAR)
    all_told = Told(story)
    one, two = story.statements
    assert AlignedPair(all_told, one, two, 0.5).told[0] is AlignedPair(all_told, one, two, 0.9).told[0]
