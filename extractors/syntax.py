"""Our own syntax pipeline: words, sentences, tags, a dependency tree (UD labels) and lemmas over one text.

    load_syntax(weights) -> Language:
        whole_words (tokeniser) -> variorum_sentences -> variorum_tree (trained tagger and parser, in stretches)
        -> variorum_lemmas

The trained part reads stretches of whole sentences of bounded length, so memory does not grow with the text but for the
document itself. Nothing is loaded on import but code; spaCy itself is imported by `load_syntax`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

from extractors.errors import MissingWeights
from extractors.lemmas import Table

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

LONGEST_WORD = 1_000
"""Code points without white space that are tokenised at once; a longer run is cut, since taking affixes off one by one
costs the square of its length."""

LONGEST_TEXT = 5_000_000
"""Code points the pipeline accepts at all. The service reads less (extractors.reading)."""

_LONG_RUN = re.compile(rf"\S{{{LONGEST_WORD},}}")
_INFIXES = (
    r"(?<=[.!?])[\"”“](?=[A-Z])",  # "the end.”The next": a lost space
    r"(?<=[A-Za-z]),(?=[\"“”])",
)


def load_syntax(weights: Path) -> Language:
    """The pipeline whose trained files lie in `weights` (`model/` and `lemmas.json`).

    Takes about a second. Raises MissingWeights when one of them is absent.
    """
    for part in (weights / "model" / "config.cfg", weights / "lemmas.json"):
        if not part.is_file():
            raise MissingWeights(f"{part} is missing: install the package with its trained files.")
    import spacy
    from thinc.api import use_ops

    from extractors import sentences, trees

    with use_ops("numpy", use_blis=False):  # numpy's own matrix library is faster than blis here, and no less exact
        trained = spacy.load(weights / "model")
    for _, pipe in trained.pipeline:  # the labels are not written with the model, its strings being left out
        for label in getattr(pipe, "labels", ()):
            trained.vocab.strings.add(label)
    table: Table = json.loads((weights / "lemmas.json").read_text(encoding="utf8"))
    nlp = spacy.blank("en", vocab=trained.vocab)
    nlp.max_length = LONGEST_TEXT
    infixes = (*(nlp.Defaults.infixes or ()), *_INFIXES)
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    nlp.tokenizer = WholeWords(tokenizer)
    nlp.add_pipe(sentences.COMPONENT)
    cast("trees.Tree", nlp.add_pipe(trees.TREE)).pipes = tuple(pipe for _, pipe in trained.pipeline)
    cast("trees.Lemmas", nlp.add_pipe(trees.LEMMAS)).table = table
    return nlp


class WholeWords:
    """spaCy's tokeniser, kept from runs without white space that would take it minutes."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        cuts = list(_cuts(text))
        from spacy.tokens import Doc

        parts: list[Doc] = [self._tokenizer(text[a:b]) for a, b in pairwise(cuts)]
        if len(parts) == 1:
            return parts[0]
        joined = Doc.from_docs(parts, ensure_whitespace=False)
        assert joined is not None  # noqa: S101 - narrows the type: parts is never empty
        return joined


def _cuts(text: str) -> Iterator[int]:
    """0, the places where runs without white space are cut, and the length of the text."""
    yield 0
    for run in _LONG_RUN.finditer(text):
        yield from (at for at in range(run.start(), run.end(), LONGEST_WORD) if at)
        if run.end() < len(text):
            yield run.end()
    yield len(text)
