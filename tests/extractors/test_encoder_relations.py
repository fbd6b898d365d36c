"""What the role head is told about a cue and a word: distance, cues in between, paragraphs apart."""

import pytest

from extractors.encoder.relations import BETWEEN, DISTANCES, PARAGRAPHS, relation_features

DISTANCE, CUES_BETWEEN, PARAGRAPH = range(3)


@pytest.mark.parametrize(
    ("word", "expected"),
    [(4, 0), (5, 0), (3, 1), (2, 2), (1, 2), (0, 3), (6, 9), (7, 10), (9, 11)],
    ids=lambda value: str(value),
)
def test_distance_is_logarithmic_and_signed(word: int, expected: int) -> None:
    assert relation_features([(4, 5)], [0] * 10)[0, word, DISTANCE] == expected


@pytest.mark.parametrize(("word", "expected"), [(0, 0), (3, 4), (5, 5), (9, 6)])
def test_other_cues_in_between_are_counted_by_side(word: int, expected: int) -> None:
    assert relation_features([(2,), (4,), (8,)], [0] * 10)[0, word, CUES_BETWEEN] == expected


def test_cues_before_are_counted_too() -> None:
    assert relation_features([(8,), (4,), (2,)], [0] * 10)[0, 1, CUES_BETWEEN] == 2


@pytest.mark.parametrize(("word", "expected"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 4)])
def test_paragraphs_apart_are_clipped(word: int, expected: int) -> None:
    assert relation_features([(2,)], [0, 2, 3, 4, 5, 9])[0, word, PARAGRAPH] == expected


def test_every_class_has_an_embedding() -> None:
    features = relation_features([(0,), (250,), (120, 121)], [n // 50 for n in range(254)])
    assert features.min() >= 0
    assert (features.max(axis=(0, 1)) < [DISTANCES, BETWEEN, PARAGRAPHS]).all()


def test_no_cues_give_no_rows() -> None:
    assert relation_features([], [0, 0]).shape == (0, 2, 3)
