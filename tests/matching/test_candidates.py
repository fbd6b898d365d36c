"""Which pairs of statements are worth scoring at all."""

from __future__ import annotations

import itertools

import pytest

from matching.candidates import MOST_CANDIDATES, find_candidates
from matching.reading import load_reader
from matching.records import Article
from matching.statements import Story, prepare
from tests.matching.reports import Told, claim, person, report

TRADES = ["baker", "sailor", "teacher", "miller", "porter"]
TOWNS = ["Arden", "Balm", "Corrin", "Dunmouth", "Elsby"]
KINDS = ["savings", "trade", "land", "state", "seamen’s"]
OTHERS = [claim(f"A {trade} from {town} won a prize for tidy gardens.") for trade in TRADES for town in TOWNS]
"""More than a statement may keep."""


def story_of(*articles: Article) -> Story:
    return prepare(list(articles), load_reader())


def is_kept(one: Told, two: Told) -> bool:
    """Whether either keeps the other before some of the others; both come last, so that ties do not help."""
    story = story_of(report("a", "2024-03-12", *OTHERS, one), report("b", "2024-03-12", *OTHERS, two))
    last = len(OTHERS), 2 * len(OTHERS) + 1
    return any((pair.left, pair.right) == last for pair in find_candidates(story))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(
            claim("The mayor resigned on Monday over the flood."),
            claim("Two days after the flood, the mayor stepped down."),
            id="common words",
        ),
        pytest.param(
            claim("The head of the council quit."), claim("Its leader has resigned."), id="other words, one meaning"
        ),
        pytest.param(
            claim("She called it “a very long road home”."),
            claim("“It is a very long road home,” the minister told reporters."),
            id="quoted words",
        ),
        pytest.param(
            claim("The ferries are late, Okafor said.", says="The ferries are late", by=person("Amara Okafor")),
            claim(
                "Boats will not run on time, said Okafor.", says="Boats will not run on time", by=person("A. Okafor")
            ),
            id="one speaker",
        ),
        pytest.param(
            claim("Both sides meet in Geneva on Monday.", times={"Monday": "2024-03-18"}, places=("Geneva",)),
            claim(
                "Delegates fly to Geneva for the start on 18 March.",
                times={"18 March": "2024-03-18"},
                places=("Geneva",),
            ),
            id="one day and place",
        ),
    ],
)
def test_what_may_be_one_claim_is_kept_among_many(one: Told, two: Told) -> None:
    assert is_kept(one, two)


def test_what_has_less_in_common_than_many_others_is_left_out() -> None:
    told = [*OTHERS, *(claim(f"The {kind} bank in {town} left its rates alone.") for kind in KINDS for town in TOWNS)]
    story = story_of(report("a", "2024-03-12", *told), report("b", "2024-03-12", *told))
    is_prize = ["prize" in statement.claim.text for statement in story.statements]
    assert all(is_prize[pair.left] == is_prize[pair.right] for pair in find_candidates(story))


def test_no_two_statements_of_one_article_are_a_pair() -> None:
    story = story_of(report("a", "2024-03-12", *OTHERS[:5]), report("b", "2024-03-12", *OTHERS[:5]))
    pairs = find_candidates(story)
    assert pairs
    assert all(story.statements[pair.left].article != story.statements[pair.right].article for pair in pairs)


def test_each_pair_comes_once_and_in_order() -> None:
    story = story_of(report("a", "2024-03-12", *OTHERS[:9]), report("b", "2024-03-12", *OTHERS[5:15]))
    pairs = [(pair.left, pair.right) for pair in find_candidates(story)]
    assert pairs == sorted(set(pairs))
    assert all(left < right for left, right in pairs)


def test_a_statement_that_is_the_only_one_is_kept_by_all() -> None:
    story = story_of(report("a", "2024-03-12", OTHERS[0]), report("b", "2024-03-12", *OTHERS))
    assert len(find_candidates(story)) == len(OTHERS) > MOST_CANDIDATES


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_articles_have_no_pairs(count: int) -> None:
    assert find_candidates(story_of(*[report("a", "2024-03-12", *OTHERS[:3])][:count])) == ()


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [report(name, "2024-03-12", *OTHERS[at : at + 12]) for name, at in (("a", 0), ("b", 4), ("c", 9))]
    found = set()
    for order in itertools.permutations(articles):
        story = story_of(*order)
        member_of = [statement.member for statement in story.statements]
        found.add(frozenset(frozenset((member_of[p.left], member_of[p.right])) for p in find_candidates(story)))
    assert len(found) == 1
