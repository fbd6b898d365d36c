"""The model's reading of a whole text, window by window."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.attribution.decoding import SETTLED, Linked, Thresholds, link, spans
from extractors.attribution.found import FoundAttribution
from extractors.encoder.encoded import Encoded, RoleReader
from extractors.encoder.windows import Window, Word
from extractors.records import Span


def read_windows(
    text: str, encoded: Encoded, reader: RoleReader, by: Thresholds = SETTLED
) -> tuple[FoundAttribution, ...]:
    """Attributions as the model alone sees them, in order of their first content."""
    found = [
        in_characters(text, encoded.words, window, linked)
        for window in encoded.windows
        for linked in read_window(window, encoded, reader, by)
    ]
    return tuple(sorted(found, key=lambda a: (a.contents[0].start, a.contents[0].end)))


def read_window(window: Window, encoded: Encoded, reader: RoleReader, by: Thresholds) -> list[Linked]:
    here = slice(window.words.start, window.words.stop)
    cues, sources, contents, cue_chance = spans(encoded.tags[here], by)
    if not cues or not contents:
        return []
    states = encoded.states[here].astype(np.float32)
    roles = reader.roles(states, cues, [word.paragraph for word in encoded.words[here]])
    return link(cues, sources, contents, roles, cue_chance, by)


def in_characters(text: str, words: Sequence[Word], window: Window, linked: Linked) -> FoundAttribution:
    offset = window.words.start

    def span(positions: range) -> Span:
        return Span.of(text, words[offset + positions.start].start, words[offset + positions.stop - 1].end)

    contents = tuple(span(positions) for positions in sorted(linked.contents, key=lambda r: r.start))
    source = span(linked.source) if linked.source else None
    return FoundAttribution(source, span(linked.cue), contents, round(linked.score, 4), "model")
