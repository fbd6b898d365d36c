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
        (["It was an error of judgement by all fourteen of us"], ["It was an error of judgment by all 14 of us"]),
        (["We don’t know who did it or why"], ["We don't know who did it"]),
        (
            ["You were told twice, you knew the rules, and you chose to ignore them"],
            ["you knew the rules", "you chose to ignore them"],
        ),
        (["We lost five boats and 1,200 nets, or 40%"], ["We lost 5 boats and 1200 nets, or 40 percent"]),
    ],
    ids=[
        "capitals",
        "cut at the end",
        "ellipsis",
        "interrupted",
        "brackets",
        "spelling",
        "marks",
        "two cuts",
        "figures",
    ],
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
        ("a costly blunder", "a harmless blunder", "costly", "harmless"),
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
    assert laid.first_other is not None
    shown = [" ".join(span.exact for span in side) for side in (laid.first_other.left, laid.first_other.right)]
    assert (laid.verdict, shown) == ("other_words", [left, right])


def test_two_different_things_one_speaker_said():
    laid = lay_side_by_side(quoted("We were careless with our passwords"), quoted("The plant will open again in May"))
    assert laid.verdict == "other_quotation"


@pytest.mark.parametrize(
    ("one", "two", "edits"),
    [
        (
            ["We may have to close the mill"],
            ["“We have to close the mill”"],
            [
                ("same", "We", "We"),
                ("left_only", "may", ""),
                ("same", "have to close the mill", "have to close the mill"),
            ],
        ),
        (
            ["Every family will have a new house by winter"],
            ["every family will have a dry bed by winter"],
            [
                ("same", "Every family will have a", "every family will have a"),
                ("other", "new house", "dry bed"),
                ("same", "by winter", "by winter"),
            ],
        ),
        (
            ["The view, which no photograph shows, left us quite speechless"],
            ["The view … left us speechless"],
            [
                ("same", "The view", "The view"),
                ("hidden", "which no photograph shows", "…"),
                ("same", "left us", "left us"),
                ("left_only", "quite", ""),
                ("same", "speechless", "speechless"),
            ],
        ),
        (
            ["They built this town", "and it will not forget"],
            ["They built this town and it won't forget"],
            [
                ("same", "They built this town", "They built this town"),
                ("same", "and it will not forget", "and it won't forget"),
            ],
        ),
        (
            ["We can't sell the dairy this year"],
            ["We can sell the dairy this year"],
            [
                ("same", "We", "We"),
                ("other", "can't", "can"),
                ("same", "sell the dairy this year", "sell the dairy this year"),
            ],
        ),
    ],
    ids=["one side only", "other words", "ellipsis", "interrupted, spelt otherwise", "a part of a word"],
)
def test_the_word_diff_lays_all_words_side_by_side(one, two, edits):
    laid = lay_side_by_side(quoted(*one), quoted(*two))
    shown = [(e.kind, *(" / ".join(span.exact for span in side) for side in (e.left, e.right))) for e in laid.edits]
    assert shown == edits


def test_the_spans_of_a_word_diff_are_the_characters_of_the_article():
    text = "“We may have to close the mill,” she said, “by the end of May.”"
    other = "“We have to close the mill by the end of April.”"
    one = [Span.of(text, 1, 30), Span.of(text, 44, 62)]
    laid = lay_side_by_side(one, [Span.of(other, 1, len(other) - 1)])
    for edit in laid.edits:
        assert all(text[span.start : span.end] == span.exact for span in edit.left)
        assert all(other[span.start : span.end] == span.exact for span in edit.right)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Don't tell me that the boats do [not] sail", "Don't tell me that the boats [not] do sail"),
        ("We never met, never wrote and never spoke", "We never wrote and never met, never spoke at all"),
        ("You were told twice by us", "We told you that you were told"),
    ],
)
def test_the_other_way_round_it_is_the_same_with_the_sides_exchanged(one, two):
    turned = {"left_only": "right_only", "right_only": "left_only"}
    there, back = lay_side_by_side(quoted(one), quoted(two)), lay_side_by_side(quoted(two), quoted(one))
    assert there.verdict == back.verdict
    assert [(e.kind, e.left, e.right) for e in there.edits] == [
        (turned.get(e.kind, e.kind), e.right, e.left) for e in back.edits
    ]


@pytest.mark.parametrize("words", [40, 4000])
def test_long_quotations_are_told_apart_by_how_they_begin_and_end(words):
    ballad = " ".join(f"verse{chr(97 + at % 7)} line" for at in range(words // 2))
    one, two = f"Listen now {ballad} and go home", f"Listen now {ballad} but go home"
    laid = lay_side_by_side([Span(0, len(one), one)], [Span(0, len(two), two)])
    shown = [(e.kind, *(span.exact for side in (e.left, e.right) for span in side)) for e in laid.edits]
    assert shown[1:] == [("other", "and", "but"), ("same", "go home", "go home")]
