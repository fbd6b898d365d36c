"""Sentences as the encoder sees them, and which pairs of them are read."""

import numpy as np
import pytest

from extractors.records import Span
from matching.features import Pair
from matching.reading.choosing import MOST_READ, READ_FROM, pairs_to_read
from matching.reading.pairs import SHARED, row_of
from matching.reading.passages import MOST_PIECES, NOWHERE, passage_of, within
from matching.reading.reader import WEIGHTS, Reader, meaning, reader_from
from matching.reading.sentences import Readings, Said, sentences_of

SENTENCE = "Okoro told reporters that the ferry to Brod had sunk."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_from(WEIGHTS)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def test_every_piece_stands_for_its_word(reader: Reader) -> None:
    passage = passage_of(SENTENCE, 0, len(SENTENCE), (), None, reader.pieces)
    words = [SENTENCE[start:end] for start, end in dict.fromkeys(passage.places) if (start, end) != NOWHERE]
    assert "".join(words) == SENTENCE.replace(" ", "")


def test_the_speaker_comes_first_and_stands_for_no_word(reader: Reader) -> None:
    plain = passage_of(SENTENCE, 0, len(SENTENCE), (), None, reader.pieces)
    spoken = passage_of(SENTENCE, 0, len(SENTENCE), (), "Ada Okoro", reader.pieces)
    before = len(spoken.pieces) - len(plain.pieces)
    assert before >= 3
    assert set(spoken.places[: before + 1]) == {NOWHERE}
    assert spoken.places[before + 1 :] == plain.places[1:]


def test_long_sentences_are_cut(reader: Reader) -> None:
    text = "The ferry sank and " * 100
    assert len(passage_of(text, 0, len(text), (), None, reader.pieces).pieces) == MOST_PIECES + 2


def test_a_claim_that_was_cut_off_counts_as_the_whole_passage(reader: Reader) -> None:
    passage = passage_of(SENTENCE, 0, len(SENTENCE), (), None, reader.pieces)
    inside = within(passage, [span(SENTENCE, "the ferry")])
    assert len(inside) == 2
    assert within(passage, [Span(500, 510, "elsewhere!")]) == within(passage, ())


def test_words_of_both_passages_are_marked(reader: Reader) -> None:
    other = "The ferry is lost."
    left = passage_of(SENTENCE, 0, len(SENTENCE), (), None, reader.pieces)
    right = passage_of(other, 0, len(other), (), None, reader.pieces)
    shapes = row_of(left, right, ()).shapes
    marked = {SENTENCE[slice(*left.places[at])] for at in np.flatnonzero(shapes[: len(left.pieces)] >= SHARED)}
    assert marked == {"ferry"}


def test_swapping_the_sides_swaps_the_questions(reader: Reader) -> None:
    other = "The boat went down, the harbour master said."
    left = passage_of(SENTENCE, 0, len(SENTENCE), (), None, reader.pieces)
    right = passage_of(other, 0, len(other), (), None, reader.pieces)
    one, two = [span(SENTENCE, "the ferry to Brod had sunk")], [span(other, "The boat went down")]
    row, back = row_of(left, right, [(one, two)]), row_of(right, left, [(two, one)])
    assert row.left[1, : len(left.pieces)].tolist() == back.right[1, len(right.pieces) :].tolist()


@pytest.mark.parametrize(
    ("left", "near", "far"),
    [
        ("The ferry sank off Brod.", "A boat went down near Brod.", "The council raised the rent."),
        ("The minister resigned.", "She stepped down as minister.", "The bakery opened at six."),
    ],
)
def test_sentences_of_like_meaning_are_closer(reader: Reader, left: str, near: str, far: str) -> None:
    one, two, three = (
        meaning(reader.read(passage_of(text, 0, len(text), (), None, reader.pieces))) for text in (left, near, far)
    )
    assert one @ two > one @ three + 0.2


def test_statements_of_one_sentence_share_it() -> None:
    sentence = Span.of(SENTENCE, 0, len(SENTENCE))
    said = [Said(0, "a", sentence, (sentence,), None), Said(1, "a", sentence, (sentence,), "Ada Okoro")]
    (found,) = sentences_of(said)
    assert (found.statements, found.speaker) == ((0, 1), "Ada Okoro")


def readings(home: tuple[int, ...]) -> Readings:
    none = np.zeros((0, 0), dtype=np.float32)
    return Readings((), (), home, none, none, none)


def test_unlikely_pairs_are_not_read() -> None:
    chances = {Pair(0, 2): READ_FROM, Pair(1, 3): READ_FROM / 2}
    assert pairs_to_read(readings((0, 1, 2, 3)), list(chances), chances.__getitem__) == ((0, 2),)


def test_a_sentence_is_read_with_few_others_the_likeliest_first() -> None:
    # two sentences face each other and many more: each of the many has room, so all are read; both full, none is
    many = MOST_READ + 2
    chances = {Pair(left, 2 + right): 0.5 + right / 100 for left in (0, 1) for right in range(many)}
    home = (0, 1, *range(2, 2 + many))
    read = pairs_to_read(readings(home), list(chances), chances.__getitem__)
    assert read[0] == (0, 1 + many)
    assert len(read) == 2 * many
