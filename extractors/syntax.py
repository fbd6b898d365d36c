"""Our own syntax pipeline: words, sentences, tags, a dependency tree (UD labels) and lemmas over one text.

    load_syntax(weights, encoder) -> Language:
        whole_words (tokeniser) -> variorum_sentences -> variorum_tree (heads of the shared encoder) -> variorum_lemmas

Nothing is loaded on import but code; spaCy itself is imported by `load_syntax`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

from extractors.documents import with_text
from extractors.errors import MissingWeights
from extractors.lemmas import Table

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

    from extractors.encoder.graphs import Encoder

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


def load_syntax(weights: Path, encoder: Encoder) -> Language:
    """The pipeline over what `encoder` reads, with the lemmas in `weights`.

    A text that was encoded already is handed on with
    `nlp(text, component_cfg={TREE: {"encoded": encoded}})`. Raises MissingWeights when `lemmas.json` is absent.
    """
    if not (weights / "lemmas.json").is_file():
        raise MissingWeights(f"{weights / 'lemmas.json'} is missing: install the package with its trained files.")
    from extractors import trees

    table: Table = json.loads((weights / "lemmas.json").read_text(encoding="utf8"))
    nlp = words_and_sentences()
    cast("trees.Tree", nlp.add_pipe(trees.TREE)).use(encoder)
    cast("trees.Lemmas", nlp.add_pipe(trees.LEMMAS)).table = table
    return nlp


def words_and_sentences() -> Language:
    """The part of the pipeline that nothing was trained for."""
    import spacy

    from extractors import sentences

    nlp = spacy.blank("en")
    nlp.max_length = LONGEST_TEXT
    infixes = (*(nlp.Defaults.infixes or ()), *_INFIXES)
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    nlp.tokenizer = WholeWords(tokenizer)
    nlp.add_pipe(sentences.COMPONENT)
    return nlp


class WholeWords:
    """spaCy's tokeniser, kept from runs without white space that would take it minutes."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        cuts = list(_cuts(text))
        from spacy.tokens import Doc

        parts: list[Doc] = [self._tokenizer(text[a:b]) for a, b in pairwise(cuts)]
        joined = parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)
        assert joined is not None  # noqa: S101 - narrows the type: parts is never empty
        return with_text(joined, text)


def _cuts(text: str) -> Iterator[int]:
    """0, the places where runs without white space are cut, and the length of the text."""
    yield 0
    for run in _LONG_RUN.finditer(text):
        yield from (at for at in range(run.start(), run.end(), LONGEST_WORD) if at)
        if run.end() < len(text):
            yield run.end()
    yield len(text)
