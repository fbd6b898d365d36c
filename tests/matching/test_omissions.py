"""What a later report leaves out, and the four conditions under which that is remarked."""

from dataclasses import replace

import pytest

from extractors.records import Caveat
from matching.compare import compare
from matching.records import Article, Divergence
from tests.matching.reports import claim, report

SHUT = "The chemical works at Orsay was shut on Friday after a tank burst."
SHUT_TOO = "A burst tank shut the chemical works at Orsay on Friday."
ELSE = "Fishermen along the coast are mending their nets for the herring season."


def omissions(*articles: Article) -> list[Divergence]:
    return [
        divergence
        for alignment in compare(articles).alignments
        for divergence in alignment.divergences
        if divergence.kind == "omission"
    ]


def test_a_later_report_that_leaves_out_what_two_told_is_remarked():
    first, second = report("a", "2024-03-12", claim(SHUT)), report("b", "2024-03-12", claim(SHUT_TOO))
    (found,) = omissions(first, second, report("c", "2024-03-14", claim(ELSE)))
    assert (found.left.article, found.right.article, found.grade) == ("a", "c", "report")
    assert found.right.value == "not told"


def test_an_omission_leaves_the_relation_as_it_is():
    first, second = report("a", "2024-03-12", claim(SHUT)), report("b", "2024-03-12", claim(SHUT_TOO))
    result = compare((first, second, report("c", "2024-03-14", claim(ELSE))))
    assert [alignment.relation for alignment in result.alignments] == ["agree"]


@pytest.mark.parametrize(
    ("second", "third"),
    [
        pytest.param(report("b", "2024-03-12", claim(ELSE)), report("c", "2024-03-14", claim(ELSE)), id="one origin"),
        pytest.param(report("b", "2024-03-14", claim(SHUT_TOO)), report("c", "2024-03-14", claim(ELSE)), id="no later"),
        pytest.param(
            report("b", "2024-03-12", claim(SHUT_TOO)), report("c", "2024-03-14", claim(SHUT)), id="it is told"
        ),
    ],
)
def test_no_omission(second, third):
    assert omissions(report("a", "2024-03-12", claim(SHUT)), second, third) == []


def test_a_text_that_was_not_read_whole_leaves_nothing_out():
    third = report("c", "2024-03-14", claim(ELSE))
    cut = replace(
        third, extraction=replace(third.extraction, caveats=(Caveat("text_truncated", "The end is missing."),))
    )
    assert omissions(report("a", "2024-03-12", claim(SHUT)), report("b", "2024-03-12", claim(SHUT_TOO)), cut) == []
