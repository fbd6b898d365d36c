"""One article in, everything read in it out: the stages in order.

    text -> reading (can it be read at all?) -> quotations -> syntax (sentences, tags, tree) -> attributions
         -> speakers -> facets -> claims

`Pipeline` holds what is loaded once: the syntax pipeline and the attribution model. It keeps no state between articles
and may be shared between threads.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from extractors.attribution.encoder import AttributionModel

WEIGHTS = Path(__file__).parent / "weights"

RULES_VERSION = "1"
"""Raised with every change that can alter what is extracted, but for the weights, which are counted by their digest."""


class Pipeline:
    """Loaded models and the one way through them."""

    def __init__(self, syntax: Language, model: AttributionModel, weights: Path) -> None:
        self._syntax = syntax
        self._model = model
        self._weights = weights

    @classmethod
    def load(cls, weights: Path = WEIGHTS, threads: int = 1) -> Pipeline:
        """Read the models (some seconds). Raises MissingWeights when the installation lacks them."""
        from extractors.attribution.encoder import AttributionModel
        from extractors.syntax import load_syntax

        return cls(load_syntax(weights / "syntax"), AttributionModel(weights / "attribution", threads), weights)

    @cached_property
    def version(self) -> str:
        """Names rules and weights: two pipelines of one version give the same records for the same article."""
        digest = hashlib.sha256()
        for path in sorted(p for p in self._weights.rglob("*") if p.is_file() and p.suffix not in {".md", ".npz"}):
            digest.update(path.relative_to(self._weights).as_posix().encode())
            digest.update(path.read_bytes())
        return f"{RULES_VERSION}.{digest.hexdigest()[:12]}"
