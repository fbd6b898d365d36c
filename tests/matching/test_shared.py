"""What all articles of an alignment give alike, and how closely articles agree that state a thing more than once."""

from __future__ import annotations

from matching.agreements import agreement_of_group

AB, AC = ("a", "b"), ("a", "c")


def test_two_articles_agree_as_closely_as_their_closest_claims() -> None:
    assert agreement_of_group([(AB, None), (AB, "partial"), (AB, "equivalent")]) == "equivalent"


def test_several_articles_agree_as_closely_as_the_two_that_agree_least() -> None:
    assert agreement_of_group([(AB, "equivalent"), (AC, "partial")]) == "partial"


def test_one_undecided_pair_of_articles_leaves_all_undecided() -> None:
    assert agreement_of_group([(AB, "equivalent"), (AC, None)]) is None


def test_nothing_compared_is_undecided() -> None:
    assert agreement_of_group([]) is None
