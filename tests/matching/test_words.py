import pytest

from matching.names import name_stems
from matching.words import stem, words_of


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("meets", "met"),
        ("approved", "approves"),
        ("Russia", "Russians"),
        ("Russian", "Russia’s"),
        ("US", "American"),
        ("U.S.", "America's"),
        ("cities", "city"),
        ("stopped", "stopping"),
        ("announce", "announced"),
        ("people", "person"),
        ("seven", "7"),
        ("killed", "killing"),
        ("4,870", "4870"),
        ("supply", "supplied"),
        ("agreed", "agrees"),
        ("succeeds", "succeeded"),
        ("family", "families"),
    ],
)
def test_forms_of_one_word_have_one_stem(one, two):
    assert stem(one) == stem(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [("us", "US"), ("Austria", "Australia"), ("rise", "raise"), ("1.2", "12"), ("bus", "business")],
)
def test_different_words_keep_different_stems(one, two):
    assert stem(one) != stem(two)


def test_two_words_can_name_one_country():
    text = "The United States and the European Union agree."
    assert [word.written for word in words_of(text, 0, len(text)) if word.stem in ("america", "europe")] == [
        "United States",
        "European Union",
    ]


def test_offsets_point_at_the_word_as_written():
    text = "“Don’t,” said O’Hara at 4.30."
    assert all(text[word.start : word.end] == word.written for word in words_of(text, 0, len(text)))


def test_a_word_that_only_opens_sentences_is_no_name():
    text = "Harbours closed. Mr Lind waited. Later, Tarn and Lind agreed."
    assert name_stems(text, words_of(text, 0, len(text))) == {"lind", "tarn"}
