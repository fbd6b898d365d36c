"""The model's reading of a whole text, window by window."""

from __future__ import annotations

from extractors.attribution.decoding import Linked, link, spans
from extractors.attribution.encoder import AttributionModel
from extractors.attribution.found import FoundAttribution
from extractors.attribution.windows import Window, Word, windows_of, words_of
from extractors.records import Span


def read_windows(text: str, model: AttributionModel) -> tuple[FoundAttribution, ...]:
    """Attributions as the model alone sees them, in order of their first content."""
    words = words_of(text)
    found = [
        in_characters(text, words, window, linked)
        for window in windows_of(text, words, model.pieces)
        for linked in read_window(window, words, model)
    ]
    return tuple(sorted(found, key=lambda a: (a.contents[0].start, a.contents[0].end)))


def read_window(window: Window, words: list[Word], model: AttributionModel) -> list[Linked]:
    states, logits = model.tag(window)
    cues, sources, contents, cue_chance = spans(logits)
    if not cues or not contents:
        return []
    roles = model.roles(states, cues, [words[i].paragraph for i in window.words])
    return link(cues, sources, contents, roles, cue_chance)


def in_characters(text: str, words: list[Word], window: Window, linked: Linked) -> FoundAttribution:
    offset = window.words.start

    def span(positions: range) -> Span:
        return Span.of(text, words[offset + positions.start].start, words[offset + positions.stop - 1].end)

    contents = tuple(span(positions) for positions in sorted(linked.contents, key=lambda r: r.start))
    source = span(linked.source) if linked.source else None
    return FoundAttribution(source, span(linked.cue), contents, round(linked.score, 4), "model")
