"""Whether a content is quoted wholly, partly or not at all.

direct     every fragment begins and ends with a double mark (one just outside counts) and has none inside; or it is a
           quotation within another, whatever its marks
mixed      any fragment has a double mark
indirect   none has

In an article that quotes in single marks, British fashion, its outer single marks count as double ones and the marks
nested in them do not count. The mark that opens a continued paragraph again is no mark inside.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractors.records import AttributionKind, Quote, Span

CLOSING_SIGNS = frozenset(",.;:!?…")
SINGLE_SIGNS = frozenset({"'", "‘", "’", "‚", "‛"})


class MarkPlaces:
    """Where those of an article's quotation marks stand that tell direct from indirect speech."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self._text = text
        outer = [quote for quote in quotes if quote.parent is None]
        british = 2 * sum(_sign(quote) in SINGLE_SIGNS for quote in outer) > len(outer)
        counted = outer if british else [quote for quote in quotes if _sign(quote) not in SINGLE_SIGNS]
        self._opening = {quote.span.start: quote.inner.start for quote in counted}
        self._closing = {quote.span.end: quote.inner.end for quote in counted}
        self._nested = frozenset((quote.span.start, quote.span.end) for quote in quotes if quote.parent is not None)
        self._inner_starts = frozenset(self._opening.values())
        self._inner_ends = frozenset(self._closing.values())
        self._places = sorted(
            [quote.span.start for quote in counted if quote.continues is None]
            + [quote.inner.end for quote in counted if quote.closed]
        )

    def kind_of(self, contents: Sequence[Span]) -> AttributionKind:
        if contents and all((span.start, span.end) in self._nested or self._quoted(span) for span in contents):
            return "direct"
        return "mixed" if any(self._marks_within(span.start, span.end) for span in contents) else "indirect"

    def _quoted(self, span: Span) -> bool:
        start, end = self._inner_start(span.start), self._inner_end(span)
        return start is not None and end is not None and not self._marks_within(start, end)

    def _inner_start(self, start: int) -> int | None:
        """Where the quoted words begin, if a span begins with a mark or right behind one."""
        return self._opening.get(start, start if start in self._inner_starts else None)

    def _inner_end(self, span: Span) -> int | None:
        """Where the quoted words end, if a span ends with a mark or right before one, a closing sign between or not."""
        inside = span.end - (span.exact[-1] in CLOSING_SIGNS)
        for end in (span.end, inside):
            if end in self._closing:
                return self._closing[end]
        outside = span.end + (self._text[span.end : span.end + 1] in CLOSING_SIGNS)
        return next((end for end in (span.end, outside) if end in self._inner_ends), None)

    def _marks_within(self, start: int, end: int) -> bool:
        return bisect_left(self._places, end) > bisect_left(self._places, start)


def _sign(quote: Quote) -> str:
    return quote.span.exact[: quote.inner.start - quote.span.start]
