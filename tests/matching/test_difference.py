"""The words that reading marks, and what it takes for a difference without a rule."""

import numpy as np
import pytest

from extractors.records import Span
from matching.reading.judging import marked_words
from matching.reading.passages import passage_of
from matching.reading.reader import WEIGHTS, Reader, reader_from

SENTENCE = "The ferry sank because a door was left open."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_from(WEIGHTS)


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ({"door": 2.0}, "door"),
        ({"because": 1.0, "a": 1.0, "door": 3.0}, "because a door"),
        ({"ferry": 1.0, "door": 3.0}, "door"),
        ({"door": -1.0}, None),
    ],
    ids=["one word", "neighbours come along", "not those far off", "nothing likely"],
)
def test_marked_words_are_those_around_the_likeliest(reader: Reader, marked: dict[str, float], words: str) -> None:
    passage = passage_of(SENTENCE, 0, len(SENTENCE), (), None, reader.pieces)
    marks = np.array([marked.get(SENTENCE[max(0, a) : max(0, b)], -5.0) for a, b in passage.places], dtype=np.float32)
    found = marked_words(passage, marks, SENTENCE)
    assert (found.exact if found else None) == words
    assert found is None or found == Span.of(SENTENCE, found.start, found.end)
