"""The model's reading of a whole text, window by window."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.attribution.decoding import SETTLED, Linked, Thresholds, cues_of, link
from extractors.attribution.found import FoundAttribution
from extractors.attribution.judging import FEATURES, Judge, features, shipped
from extractors.attribution.unclaimed import link_unclaimed, open_cues, unclaimed
from extractors.encoder.encoded import Encoded, Floats, RoleReader
from extractors.encoder.windows import Window, Word
from extractors.records import Span


def read_windows(
    text: str, encoded: Encoded, reader: RoleReader, by: Thresholds = SETTLED, judge: Judge | None = None
) -> tuple[FoundAttribution, ...]:
    """Attributions as the model alone sees them, in order of their first content. `judge`: in place of what ships."""
    found: list[FoundAttribution] = []
    judging = judge or shipped()
    for window in encoded.windows:
        linked, rows = read_window(window, encoded, reader, by)
        found += [
            in_characters(text, encoded.words, window, one, score)
            for one, score in zip(linked, judging.scores(rows), strict=True)
            if judging.keeps(one, score)
        ]
    return tuple(sorted(found, key=lambda a: (a.contents[0].start, a.contents[0].end)))


def read_window(
    window: Window, encoded: Encoded, reader: RoleReader, by: Thresholds = SETTLED
) -> tuple[list[Linked], Floats]:
    """The attributions of a window, sure or not, and their features."""
    here = slice(window.words.start, window.words.stop)
    logits = encoded.tags[here]
    states = encoded.states[here].astype(np.float32)
    paragraphs = [word.paragraph for word in encoded.words[here]]
    cues = cues_of(logits, by)
    linked: list[Linked] = []
    rows = np.zeros((0, len(FEATURES)), dtype=np.float32)
    if cues:
        roles = reader.roles(states, cues, paragraphs)
        linked = link(logits, cues, roles, by)
        rows = features(logits, roles, linked)
    contents = unclaimed(logits, linked, by)
    fainter = open_cues(logits, cues, linked, contents, by) if contents else []
    if not fainter:
        return linked, rows
    roles = reader.roles(states, fainter, paragraphs)
    late = link_unclaimed(logits, contents, fainter, roles, by)
    return [*linked, *late], np.concatenate([rows, features(logits, roles, late)])


def in_characters(text: str, words: Sequence[Word], window: Window, linked: Linked, score: float) -> FoundAttribution:
    offset = window.words.start

    def span(positions: range) -> Span:
        return Span.of(text, words[offset + positions.start].start, words[offset + positions.stop - 1].end)

    contents = tuple(span(positions) for positions in linked.contents)
    source = span(linked.source) if linked.source else None
    return FoundAttribution(source, span(linked.cue), contents, score, "model")
