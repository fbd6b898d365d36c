"""One article in, everything read in it out: the stages in order.

    text -> reading (can it be read at all?) -> quotations -> encoder (one pass) -> attributions -> speakers
         -> syntax (sentences, tags, tree) -> facets -> claims

`Pipeline` holds what is loaded once: the encoder with its heads and the syntax pipeline. It keeps no state between
articles and may be shared between threads.
"""

from __future__ import annotations

import gc
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from extractors.claims.worth import Worth
    from extractors.encoder.graphs import Encoder
    from extractors.records import ArticleText, Extraction

WEIGHTS = Path(__file__).parent / "weights"

RULES_VERSION = "7"
"""Raised with every change that can alter what is extracted, but for the weights, which are counted by their digest."""


class Pipeline:
    """Loaded models and the one way through them."""

    def __init__(self, syntax: Language, encoder: Encoder, worth: Worth, version: str) -> None:
        self._syntax = syntax
        self._encoder = encoder
        self._worth = worth
        self.version = version
        """Names rules and weights: two pipelines of one version give the same records for the same article."""

    @classmethod
    def load(cls, weights: Path = WEIGHTS, threads: int = 1, worth: Worth | None = None) -> Pipeline:
        """Read the models (some seconds). Raises MissingWeights when the installation lacks them.

        `worth` scores the claims in place of the model that ships. What lives by then is no longer looked through for
        garbage: vocabulary and models never become any, and looking took a fiftieth of the time of every extraction.
        """
        from extractors.claims.worth import load_worth
        from extractors.encoder.graphs import Encoder
        from extractors.syntax import load_syntax

        encoder = Encoder(weights / "encoder", threads)
        loaded = cls(
            load_syntax(weights / "syntax", encoder),
            encoder,
            worth or load_worth(weights / "worth"),
            version_of(weights),
        )
        gc.collect()
        gc.freeze()
        return loaded

    def extract(self, article: ArticleText) -> Extraction:
        """Everything read in one article. Raises InputError when it cannot be read.

        Time grows with the length of the text.
        """
        from extractors.attribution import completed, credited, find_attributions
        from extractors.claims import find_claims
        from extractors.reading import read
        from extractors.records import Extraction
        from extractors.speakers import resolve
        from extractors.speakers.seen import seen_in
        from extractors.trees import TREE

        reading = read(article)
        text = article.text
        encoded = self._encoder.encode(text)
        doc = self._syntax(text, component_cfg={TREE: {"encoded": encoded}})
        found = completed(doc, reading.quotes, find_attributions(text, reading.quotes, encoded, self._encoder))
        resolved = resolve(text, found, reading.quotes, article.source, seen_in(doc, found))
        claims = find_claims(doc, resolved.attributions, reading.quotes, article.published, self._worth)
        return Extraction(
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            language=reading.language,
            pipeline_version=self.version,
            attributions=resolved.attributions,
            claims=claims,
            quotes=credited(reading.quotes, resolved.found),
            speakers=resolved.speakers,
            caveats=reading.caveats,
        )


def version_of(weights: Path) -> str:
    """The version of the rules in this code with the trained files in `weights`."""
    digest = hashlib.sha256()
    for path in sorted(p for p in weights.rglob("*") if p.is_file() and p.suffix not in {".md", ".npz"}):
        digest.update(path.relative_to(weights).as_posix().encode())
        digest.update(path.read_bytes())
    return f"{RULES_VERSION}.{digest.hexdigest()[:12]}"
