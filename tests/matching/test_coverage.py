"""How much of one sentence another one says, too, word by word."""

import math

import pytest

from matching.reading import load_reader
from matching.statements import Story, prepare
from tests.matching.reports import claim, report

RESIGNED = "The mayor resigned on Monday over the flood."


def story_of(*sentences: str) -> Story:
    """Each sentence is an article of its own, with one claim."""
    articles = [report(f"a{index}", "2024-03-12", claim(sentence)) for index, sentence in enumerate(sentences)]
    return prepare(articles, load_reader())


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ("The mayor stepped down on Monday because of the flood.", "The mayor opened a school on Friday."),
        ("The town’s mayor quit after the flooding.", "Ferries to the island are late again."),
    ],
)
def test_the_same_in_other_words_covers_more(near: str, far: str) -> None:
    coverage = story_of(RESIGNED, near, far).coverage
    assert coverage.of(0, 1).whole > coverage.of(0, 2).whole + 0.1


def test_a_short_sentence_is_covered_by_a_long_one_that_says_more() -> None:
    coverage = story_of(
        "The mayor resigned.", "The mayor resigned on Monday and left for the coast with two bags."
    ).coverage
    assert coverage.of(0, 1).whole > 0.8
    assert coverage.of(1, 0).whole < 0.7


def test_a_claim_is_covered_apart_from_its_sentence() -> None:
    whole = "The harbour stays shut, and the mayor resigned on Monday."
    two = report("a", "2024-03-12", claim(whole, says="the mayor resigned on Monday"))
    one = report("b", "2024-03-12", claim("The mayor resigned on Monday."))
    covered = prepare([two, one], load_reader()).coverage.of(0, 1)
    assert covered.statements[0] > covered.whole


def test_a_sentence_without_content_words_is_no_error() -> None:
    coverage = story_of("It was.", RESIGNED).coverage
    assert -1.0 <= coverage.of(0, 1).whole <= 1.0


def test_what_is_covered_is_a_number_even_of_a_sentence_without_words() -> None:
    coverage = story_of(RESIGNED, "!?", "… — …").coverage
    shares = [coverage.of(one, two).whole for one in range(3) for two in range(3) if one != two]
    assert all(math.isfinite(share) for share in shares)
