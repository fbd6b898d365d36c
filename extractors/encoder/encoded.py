"""An article as the encoder read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from extractors.encoder.windows import Pieces, Window, Word, nearest_words, windows_of, words_of

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Ints = npt.NDArray[np.int64]


STATE_UNITS = 384
"""Units of the encoder (MiniLM-L6)."""
TAG_COUNT = 7
"""None of them, and the beginning and inside of a source, a cue and a content."""


class RoleReader(Protocol):
    """What attribution asks of the encoder once an article is encoded."""

    def roles(self, states: Floats, cues: Sequence[Sequence[int]], paragraphs: Sequence[int]) -> Floats:
        """Probabilities (cues, words, 3) of none, source and content; `cues` are word positions in the window."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """The words of an article, cut into windows that hold each word once, with what the encoder made of them.

    `begins` (words) is where each word begins. `states` (words, 384) are kept in half precision, since a long article
    has many; `tags` (words, 7) are the logits of the tag head.
    """

    words: tuple[Word, ...]
    windows: tuple[Window, ...]
    begins: Ints
    states: Halves
    tags: Floats

    def states_of(self, starts: Ints, lengths: Ints) -> Floats:
        """States (stretches, 384) of stretches of text, each that of the word nearest to its start."""
        nearest = nearest_words(self.begins, starts, lengths)
        return self.states[nearest].astype(np.float32)


def encode(text: str, pieces: Pieces, read: Callable[[Window], tuple[Floats, Floats]]) -> Encoded:
    """A text read window by window; `read` gives the states (words, 384) and tag logits (words, 7) of a window."""
    words = words_of(text)
    windows = tuple(windows_of(text, words, pieces))
    states = np.zeros((len(words), STATE_UNITS), dtype=np.float16)
    tags = np.zeros((len(words), TAG_COUNT), dtype=np.float32)
    for window in windows:
        here = slice(window.words.start, window.words.stop)
        states[here], tags[here] = read(window)
    begins = np.array([word.start for word in words], dtype=np.int64)
    return Encoded(tuple(words), windows, begins, states, tags)


def names_in(tags: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of words tagged "B-kind", "I-kind" as one name: half-open ranges of words with the kind.

    A run may begin with I: the model forgets a B at times.
    """
    start, kind = 0, ""
    for at, tag in enumerate((*tags, "O")):
        part, _, named = tag.partition("-")
        if kind and (part != "I" or named != kind):
            yield start, at, kind
            kind = ""
        if part != "O" and not kind:
            start, kind = at, named


def softmax(logits: Floats) -> Floats:
    """Chances of the classes along the last axis. They are few, so whole classes are taken from one another at a time:
    steps along a short axis take many times longer.
    """
    by_class = np.ascontiguousarray(np.moveaxis(logits, -1, 0))
    raised = np.exp(by_class - by_class.max(axis=0))
    return np.ascontiguousarray(np.moveaxis(raised / raised.sum(axis=0), 0, -1))


def mean(numbers: Floats) -> float:
    """Of a row of some numbers, in their own precision. On so few, numpy's own takes three times as long."""
    return float(np.add.reduce(numbers) / len(numbers))
