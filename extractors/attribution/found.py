"""The record attribution hands on: who is credited with what, before speakers are resolved."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.records import Span


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """One attribution in the article's characters.

    `source` is the mention of the speaker as written, None when the article names none ("was accused of"). `contents`
    are the fragments of the content in reading order. `score` in [0, 1]: see `extractors.attribution.judging`.
    `via` is the position, in the tuple this one belongs to, of the attribution whose content holds this one.
    """

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    score: float
    found_by: str
    via: int | None = None
