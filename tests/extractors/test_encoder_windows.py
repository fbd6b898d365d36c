"""An article as words and windows: offsets are exact, nothing is lost, nothing is too long."""

from pathlib import Path

import pytest

from extractors.encoder.windows import MAX_PIECES, Pieces, shape, windows_of, words_of

WEIGHTS = Path(__file__).parents[2] / "extractors" / "weights" / "encoder"

ODD_TEXTS = [
    "One line and no more.",
    "First paragraph.\n\n\n   \nSecond paragraph.\n",
    "word " * 900,
    "A sentence of seven words stands here. " * 120,
    "x" * 100_000,
    "“" * 3_000 + "”" * 3_000,
    "Ünïcödé café\u00a0au\u00a0lait, 👩‍👩‍👧 and e\u0301migre\u0301s; 東京 is far.",
    "\u0301\u0302 marks with nothing to stand on",
    "\n".join(f"Line {n} ends." for n in range(400)),
]


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(str(WEIGHTS / "tokenizer.json"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor isn’t here.", ["The", "mayor", "isn", "’", "t", "here", "."]),
        ("4,870 homes", ["4", ",", "870", "homes"]),
        ("an e\u0301migre\u0301 spoke", ["an", "e\u0301migre\u0301", "spoke"]),
        ("thumbs 👍🏽 up", ["thumbs", "👍🏽", "up"]),
        ("a family 👩‍👩‍👧.", ["a", "family", "👩‍👩‍👧", "."]),
        ("soft\u00adly now", ["soft\u00adly", "now"]),
        ("no\u00a0break", ["no", "break"]),
        (" \n\t ", []),
    ],
)
def test_words_are_what_a_reader_sees_as_one(text: str, words: list[str]) -> None:
    assert [text[word.start : word.end] for word in words_of(text)] == words


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “no more” twice", "“ no more ”"),
        ('He said "no more" twice', '" no more "'),
        ("He said ''no more'' twice", "' ' no more ' '"),
        ("It isn’t so", ""),
        ("He said “no more\nShe left", "“ no more"),
        ("a stray ” closes nothing", ""),
    ],
)
def test_words_know_whether_they_are_quoted(text: str, quoted: str) -> None:
    assert " ".join(text[word.start : word.end] for word in words_of(text) if word.quoted) == quoted


@pytest.mark.parametrize(
    ("word", "quoted", "expected"),
    [("tram", False, 0), ("Tram", False, 1), ("A", False, 1), ("NATO", False, 2), ("870", False, 3), ("tram", True, 4)],
)
def test_shape_tells_case_and_quotation(word: str, quoted: bool, expected: int) -> None:
    assert shape(word, quoted) == expected


@pytest.mark.parametrize("text", ODD_TEXTS, ids=range(len(ODD_TEXTS)))
def test_windows_hold_every_word_once_and_in_order(text: str, pieces: Pieces) -> None:
    words = words_of(text)
    held = [i for window in windows_of(text, words, pieces) for i in window.words]
    assert held == list(range(len(words)))


@pytest.mark.parametrize("text", ODD_TEXTS, ids=range(len(ODD_TEXTS)))
def test_no_window_is_longer_than_the_encoder_reads(text: str, pieces: Pieces) -> None:
    assert all(len(window.pieces) <= MAX_PIECES + 2 for window in windows_of(text, words_of(text), pieces))


def test_a_long_paragraph_is_cut_after_a_sentence(pieces: Pieces) -> None:
    text = "A sentence of seven words stands here. " * 120
    words = words_of(text)
    ends = [text[words[window.words.stop - 1].start] for window in windows_of(text, words, pieces)]
    assert len(ends) > 2
    assert set(ends) == {"."}


def test_a_smaller_first_window_moves_the_seams(pieces: Pieces) -> None:
    text = "\n".join(f"Line number {n} says nothing new." for n in range(60))
    words = words_of(text)
    whole, moved = (next(windows_of(text, words, pieces, limit)) for limit in (MAX_PIECES, 80))
    assert len(moved.pieces) <= 82 < len(whole.pieces)


def test_the_first_piece_of_each_word_is_found(pieces: Pieces) -> None:
    text = "Quarrelsome shopkeepers\nobjected"
    (window,) = windows_of(text, words_of(text), pieces)
    assert [window.pieces[at] for at in window.first] == [pieces.of([word])[0][0] for word in text.split()]
