"""A sentence as the encoder sees it.

text, span, quotes, speaker -> words -> [CLS] pieces of words [SEP], each piece with the case of its word, whether it
is quoted, and the code points it stands for. The name of the speaker goes before the sentence: "he said" and "the
senator said" are told apart by what extraction resolved, not by what the sentence spells out. Training and inference
share this module.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.encoder.windows import WORD, Pieces, shape
from extractors.records import Span
from matching.words import STOP_WORDS, stem

MOST_PIECES = 80
"""Pieces of one passage without its two outer marks; the rest of a longer sentence is cut off."""

MOST_SPEAKER_PIECES = 8
"""Pieces of the speaker's name before a passage: a long description says no more of who it is in its later words."""

NOWHERE = (-1, -1)


@dataclass(frozen=True, slots=True)
class Passage:
    """`places` holds for each piece the code points `[start, end)` of its word, `stems` the stem of a content word.

    Pieces that stand for no word of the text, those of the speaker and the outer marks, have NOWHERE; they and small
    words have no stem.
    """

    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    stems: tuple[str, ...]


def passage_of(text: str, start: int, end: int, quoted: Sequence[Span], speaker: str | None, pieces: Pieces) -> Passage:
    """The passage of `text[start:end]`; `quoted` are the stretches inside quotation marks, in the same text."""
    read: list[tuple[int, int, tuple[int, int], str]] = []
    if speaker:
        named = [match.group() for match in WORD.finditer(speaker)]
        said = [(piece, word) for word, of in zip(named, pieces.of(named), strict=True) for piece in of]
        read += [(piece, shape(word, quoted=False), NOWHERE, "") for piece, word in said[:MOST_SPEAKER_PIECES]]
        read += [(piece, 0, NOWHERE, "") for piece in pieces.of([":"])[0]]
    found = list(WORD.finditer(text, start, end))
    for match, of in zip(found, pieces.of([match.group() for match in found]), strict=True):
        inside = any(span.start <= match.start() < span.end for span in quoted)
        stemmed = stem(match.group())
        read += [(piece, shape(match.group(), inside), match.span(), _content(stemmed)) for piece in of]
    kept = [(pieces.cls, 0, NOWHERE, ""), *read[:MOST_PIECES], (pieces.sep, 0, NOWHERE, "")]
    return Passage(*(tuple(column) for column in zip(*kept, strict=True)))


def _content(stemmed: str) -> str:
    return stemmed if stemmed.isalnum() and stemmed not in STOP_WORDS else ""


def within(passage: Passage, spans: Sequence[Span]) -> list[int]:
    """Positions of the pieces inside `spans`; of all words of the passage where none are or all were cut off."""
    inside: set[int] = set()
    for span in spans:
        low, high = span.start, span.end
        inside.update(index for index, (start, end) in enumerate(passage.places) if low < end and start < high)
    return sorted(inside) or [index for index, place in enumerate(passage.places) if place != NOWHERE] or [0]
