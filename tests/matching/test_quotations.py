import pytest

from extractors.records import Span
from matching.quotations import lay_side_by_side


def quoted(*stretches: str) -> list[Span]:
    return [Span(100 * index, 100 * index + len(words), words) for index, words in enumerate(stretches)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (["We will not sell the dairy."], ["we will not sell the dairy"]),
        (
            ["It is like meeting a friend after a long illness, thinner but alive"],
            ["It is like meeting a friend"],
        ),
        (["The view, which no photograph shows, left us speechless"], ["The view ... left us speechless"]),
        (
            ["They built this town", "and this town will not forget"],
            ["They built this town and this town will not forget"],
        ),
        (["They are the bravest lads I know"], ["[The players] are the bravest lads I know"]),
        (["We don’t know who did it or why"], ["We don't know who did it"]),
        (
            ["You were told twice, you knew the rules, and you chose to ignore them"],
            ["you knew the rules", "you chose to ignore them"],
        ),
    ],
    ids=["capitals", "cut at the end", "ellipsis", "interrupted", "brackets", "marks", "two cuts"],
)
def test_one_quotation_however_it_is_cut(one, two):
    assert lay_side_by_side(quoted(*one), quoted(*two)).verdict == "same_words"
    assert lay_side_by_side(quoted(*two), quoted(*one)).verdict == "same_words"


@pytest.mark.parametrize(
    ("one", "two", "left", "right"),
    [
        (
            "Any further step will be met with force",
            "Any further step will be met with patience",
            "force",
            "patience",
        ),
        ("We may have to close the mill", "We have to close the mill", "may", ""),
        (
            "Every family will have a new house by winter",
            "Every family will have a dry bed by winter",
            "new house",
            "dry bed",
        ),
    ],
)
def test_other_words_are_shown(one, two, left, right):
    laid = lay_side_by_side(quoted(one), quoted(two))
    assert (laid.verdict, laid.left_only, laid.right_only) == ("other_words", left, right)


def test_two_different_things_one_speaker_said():
    laid = lay_side_by_side(quoted("We were careless with our passwords"), quoted("The plant will open again in May"))
    assert laid.verdict == "other_quotation"
