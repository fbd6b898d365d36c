"""What the service computes with: reading one article and comparing several, wherever that is done.

The real engine loads models; it is made when the first request needs it or when `serve` asks, never on import, so that
`--help`, the contract and most tests start at once.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from extractors.records import ArticleText, Extraction
from matching.records import Article, Comparison

if TYPE_CHECKING:
    from extractors.pipeline import Pipeline


class Engine(Protocol):
    """Pure computations over text. Both may be called from several threads at once."""

    @property
    def version(self) -> str:
        """The pipeline version: the same texts under the same version give the same results."""
        ...

    def extract(self, article: ArticleText) -> Extraction:
        """Raises InputError when the text cannot be read."""
        ...

    def compare(self, articles: Sequence[Article]) -> Comparison:
        """Raises ComparisonError when the articles cannot be compared."""
        ...


class LocalEngine:
    """The models of this installation, loaded once, at first use."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pipeline: Pipeline | None = None

    def load(self) -> Pipeline:
        """The loaded models. Raises MissingWeights when this installation has none."""
        with self._lock:
            if self._pipeline is None:
                from extractors.pipeline import Pipeline

                self._pipeline = Pipeline.load()
            return self._pipeline

    @property
    def version(self) -> str:
        return self.load().version

    def extract(self, article: ArticleText) -> Extraction:
        return self.load().extract(article)

    def compare(self, articles: Sequence[Article]) -> Comparison:
        from matching.compare import compare

        return compare(articles)
