"""Where sentences begin and end around an offset, from the document's own marks or, without them, from its text."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc

# A full stop after one of these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St|No|Nos|vs|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept|Sep|Oct|Nov|Dec|[A-Z])|\b[ap]\.m|\b(?:e\.g|i\.e|U\.S|U\.K|U\.N))$"
)
_BREAK = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])|\n+")


def sentence_around(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Code points of the sentence that holds `[start, end)`; of the first of them where it crosses a boundary."""
    bounds = _starts(doc)
    low, high = 0, len(doc.text)
    for begin in bounds:
        if begin <= start:
            low = begin
        elif begin >= end:
            high = begin
            break
    return low, high


def _starts(doc: Doc) -> tuple[int, ...]:
    if doc.has_annotation("SENT_START"):
        return tuple(sentence.start_char for sentence in doc.sents)
    return _starts_in_text(doc.text)


@lru_cache(maxsize=8)
def _starts_in_text(text: str) -> tuple[int, ...]:
    starts = [0]
    for found in _BREAK.finditer(text):
        if found.group()[0] == "." and _ABBREVIATION.search(text[max(0, found.start() - 8) : found.start()]):
            continue
        starts.append(found.end())
    return tuple(starts)
