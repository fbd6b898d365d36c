"""Stretches of a text, asked whether any of them meets a range."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractors.records import Span


class Stretches:
    """An answer takes time by the logarithm of their number where none is long."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._ranges = sorted((span.start, span.end) for span in spans)
        self._longest = max((end - start for start, end in self._ranges), default=0)

    def meet(self, start: int, end: int) -> bool:
        at = bisect_left(self._ranges, (start - self._longest, 0))
        while at < len(self._ranges) and self._ranges[at][0] < end:
            if self._ranges[at][1] > start:
                return True
            at += 1
        return False
