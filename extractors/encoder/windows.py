"""An article cut into what the encoder reads: words with offsets, word pieces, and windows of whole paragraphs.

text -> words (runs of word characters, or one other sign) -> pieces of words -> windows of at most MAX_PIECES pieces.
A window is a run of whole paragraphs; a paragraph too long for one is cut, after a sentence end where there is one.
Training and inference share this module, so the model sees at work what it saw when it learned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from extractors.marks import paragraphs

EXTENDING = (
    "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphen and other signs of no width
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # combining marks
    "\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"  # variants and skin tones of emoji
)
"""Code points that belong to the sign before them: no word begins or ends inside what a reader sees as one sign."""

WORD = re.compile(rf"\w[\w{EXTENDING}]*|[^\w\s](?:\u200d[^\w\s]|[{EXTENDING}])*")
DOUBLE_MARK = re.compile(r"[“”„«»\"]|''|``")
OPENING = {"“", "„", "«", "``"}
CLOSING = {"”", "»"}
SENTENCE_END = {".", "!", "?", "…"}

MAX_PIECES = 254
"""Pieces in a window without its two outer marks. The encoder was pretrained on up to 256."""

MAX_WORD_CHARACTERS = 100
"""Longer words are one unknown piece: the word-piece algorithm is quadratic in the length of a word."""

Ints = npt.NDArray[np.int64]


class Word(NamedTuple):
    """One word: its code points, the index of its paragraph, and whether double quotation marks enclose it.

    A tuple, since a text has a thousand of them and one is made in a third of the time of another record.
    """

    start: int
    end: int
    paragraph: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Window:
    """`words` are indices into the article's words; `first` the position of each one's first piece in `pieces`."""

    words: range
    pieces: Ints
    shapes: Ints
    first: Ints


def quoted_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches of one paragraph between double marks of any style, marks included.

    An opening mark without a closing one reaches to the paragraph's end. This is only a hint to the encoder; the
    exact pairing of marks is `extractors.quotations`.
    """
    ranges = []
    opened: int | None = None
    for mark in DOUBLE_MARK.finditer(text, start, end):
        if opened is None:
            if mark.group() not in CLOSING:
                opened = mark.start()
        elif mark.group() not in OPENING:
            ranges.append((opened, mark.end()))
            opened = None
    if opened is not None:
        ranges.append((opened, end))
    return ranges


def words_of(text: str) -> list[Word]:
    """All words of a text in order."""
    words = []
    for index, (start, end) in enumerate(paragraphs(text)):
        ranges = quoted_ranges(text, start, end)
        at = 0
        for match in WORD.finditer(text, start, end):
            while at < len(ranges) and ranges[at][1] <= match.start():
                at += 1
            quoted = at < len(ranges) and ranges[at][0] <= match.start()
            words.append(Word(match.start(), match.end(), index, quoted))
    return words


def nearest_words(begins: Sequence[int] | Ints, starts: Sequence[int] | Ints, lengths: Sequence[int] | Ints) -> Ints:
    """For stretches of text (`starts`, `lengths`) the index of the first word that begins inside each one, or, where
    none does ("n't" in "don't"), of the last word that begins before it. `begins` are the words' own starts.
    """
    own, others = np.asarray(begins), np.asarray(starts)
    after = np.searchsorted(own, others)
    before = np.maximum(np.searchsorted(own, others, side="right") - 1, 0)
    inside = own[np.minimum(after, len(own) - 1)] < others + np.asarray(lengths)
    result: Ints = np.where(inside & (after < len(own)), after, before)
    return result


def shape(word: str, quoted: bool) -> int:
    """Letter case crossed with quotation, 0..7: what an uncased vocabulary does not see."""
    if len(word) > 1 and word.isupper():
        case = 2
    elif word[:1].isupper():
        case = 1
    elif any(c.isdigit() for c in word):
        case = 3
    else:
        case = 0
    return case + 4 * quoted


class Pieces:
    """Word pieces of single words, by the vocabulary in a `tokenizer.json`."""

    def __init__(self, path: str) -> None:
        self._tokenizer = Tokenizer.from_file(path)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.cls, self.sep, self.unknown = (self._token(name) for name in ("[CLS]", "[SEP]", "[UNK]"))

    def _token(self, name: str) -> int:
        found = self._tokenizer.token_to_id(name)
        if found is None:
            raise ValueError(f"the vocabulary lacks {name}")
        return found

    def of(self, words: Sequence[str]) -> list[list[int]]:
        """The piece ids of each word, never none."""
        short = [word if len(word) <= MAX_WORD_CHARACTERS else "[UNK]" for word in words]
        encoding = self._tokenizer.encode(short, is_pretokenized=True, add_special_tokens=False)
        pieces: list[list[int]] = [[] for _ in words]
        for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
            if word is not None:  # special pieces belong to no word
                pieces[word].append(piece)
        return [ids or [self.unknown] for ids in pieces]


def _units(text: str, words: Sequence[Word], sizes: Sequence[int], limit: int) -> Iterator[tuple[range, int]]:
    """Paragraphs as ranges of words with their number of pieces, the long ones cut to at most `limit` pieces."""
    start = 0
    while start < len(words):
        size = 0
        stop = start
        last_sentence = None
        while stop < len(words) and words[stop].paragraph == words[start].paragraph:
            cost = min(sizes[stop], limit)
            if size + cost > limit:
                stop = last_sentence or stop
                break
            size += cost
            stop += 1
            if text[words[stop - 1].start : words[stop - 1].end] in SENTENCE_END:
                last_sentence = stop
        yield range(start, stop), sum(min(sizes[i], limit) for i in range(start, stop))
        start = stop


def windows_of(text: str, words: Sequence[Word], pieces: Pieces, first_limit: int = MAX_PIECES) -> Iterator[Window]:
    """Windows that together hold every word once, in order. Neighbouring paragraphs are parted by a separator.

    `first_limit` makes the first window smaller, so that training sees the seams elsewhere in every pass.
    """
    strings = [text[word.start : word.end] for word in words]
    ids = pieces.of(strings)
    sizes = [len(i) for i in ids]
    limit = first_limit
    batch: list[range] = []
    used = 0

    def window() -> Window:
        flat = [pieces.cls]
        shapes = [0]
        first = []
        for n, unit in enumerate(batch):
            if n:
                flat.append(pieces.sep)
                shapes.append(0)
            for i in unit:
                first.append(len(flat))
                flat.extend(ids[i][:MAX_PIECES])
                shapes.extend([shape(strings[i], words[i].quoted)] * min(sizes[i], MAX_PIECES))
        flat.append(pieces.sep)
        shapes.append(0)
        return Window(
            range(batch[0].start, batch[-1].stop),
            np.array(flat, dtype=np.int64),
            np.array(shapes, dtype=np.int64),
            np.array(first, dtype=np.int64),
        )

    for unit, size in _units(text, words, sizes, MAX_PIECES):
        if batch and used + 1 + size > limit:
            yield window()
            batch, used, limit = [], 0, MAX_PIECES
        used += size + bool(batch)
        batch.append(unit)
    if batch:
        yield window()
