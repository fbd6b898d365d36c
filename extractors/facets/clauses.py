"""Where sentences begin and end around an offset, from the document's own marks or, without them, from its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from extractors.documents import text_of

# A full stop after one of these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St|No|Nos|vs|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept|Sep|Oct|Nov|Dec|[A-Z])|\b[ap]\.m|\b(?:e\.g|i\.e|U\.S|U\.K|U\.N))$"
)
_BREAK = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])|\n+")


class Sentences:
    """The text of a document and where its sentences begin, at hand for many questions."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.tagged = doc.has_annotation("TAG")
        if doc.has_annotation("SENT_START"):
            self._starts = [sentence.start_char for sentence in doc.sents]
        else:
            self._starts = _starts_in_text(self.text)

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Code points of the sentence `start` lies in; up to the first boundary at or behind `end`."""
        low = bisect_right(self._starts, start) - 1
        high = bisect_left(self._starts, end, lo=low + 1)
        return (
            self._starts[low] if low >= 0 else 0,
            self._starts[high] if high < len(self._starts) else len(self.text),
        )


def _starts_in_text(text: str) -> list[int]:
    starts = [0]
    for found in _BREAK.finditer(text):
        if found.group()[0] == "." and _ABBREVIATION.search(text[max(0, found.start() - 8) : found.start()]):
            continue
        starts.append(found.end())
    return starts
