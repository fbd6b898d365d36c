"""Facets of a document, found again by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from extractors.records import Span

_Facet = TypeVar("_Facet")


class Placed(Generic[_Facet]):
    """Facets of one kind, each with the span it counts as standing at."""

    def __init__(self, facets: Iterable[tuple[Span, _Facet]]) -> None:
        self._facets = sorted(facets, key=lambda one: one[0])
        self._starts = [span.start for span, _ in self._facets]

    def within(self, spans: Sequence[Span]) -> tuple[_Facet, ...]:
        """Those that lie whole in one of `spans`, in the order of `spans`."""
        found: list[_Facet] = []
        for whole in spans:
            at = bisect_left(self._starts, whole.start)
            while at < len(self._starts) and self._starts[at] < whole.end:
                span, facet = self._facets[at]
                if span.end <= whole.end:
                    found.append(facet)
                at += 1
        return tuple(found)
