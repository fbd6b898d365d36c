"""The components of the syntax pipeline that come after the sentences: the tree, and the lemmas.

Both are made empty by their factories and filled by `extractors.syntax.load_syntax`, which knows the trained files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import numpy
import numpy.typing
from spacy.attrs import DEP, HEAD, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.types import Ints2d

from extractors.lemmas import Table, lemma

TREE = "variorum_tree"
LEMMAS = "variorum_lemmas"

STRETCH = 2_000
"""Tokens the trained part reads at once, whole sentences: some 100 MB at work. A single longer sentence is a list or
broken text; its words get no tags and hang flat on the first of them."""

Rows = numpy.typing.NDArray[numpy.uint64]

FLAT = "dep"
"""The label of words that were not parsed, as spaCy itself gives it to white space."""


class Tree:
    """Tags and tree of a document whose sentences are settled, a stretch of them at a time.

    `pipes` are the trained components in order.
    """

    def __init__(self) -> None:
        self.pipes: tuple[Callable[[Doc], Doc], ...] = ()

    def __call__(self, doc: Doc) -> Doc:
        attributes: list[int | str] = [TAG, POS, MORPH, DEP, HEAD]
        rows = [
            self._read(piece.as_doc()).to_array(attributes) if len(piece) <= STRETCH else _flat(piece)
            for piece in _stretches(doc)
        ]
        return doc.from_array(attributes, cast("Ints2d", numpy.vstack(rows))) if rows else doc

    def _read(self, part: Doc) -> Doc:
        for pipe in self.pipes:
            part = pipe(part)
        return part


def _flat(piece: Span) -> Rows:
    """The attributes (tag, part of speech, morphology, label, distance to the head) of a sentence left unparsed."""
    rows = numpy.zeros((len(piece), 5), dtype="uint64")
    rows[1:, 3] = piece.doc.vocab.strings.add(FLAT)
    rows[:, 4] = -numpy.arange(len(piece)).astype("int64")  # unsigned numbers wrap around, as spaCy expects
    return rows


def _stretches(doc: Doc) -> Iterator[Span]:
    start = end = 0
    for sentence in doc.sents:
        if end > start and sentence.end - start > STRETCH:
            yield doc[start:end]
            start = end
        end = sentence.end
    if end > start:
        yield doc[start:end]


class Lemmas:
    """Sets every token's lemma from `table` and the rules of `extractors.lemmas`."""

    def __init__(self) -> None:
        self.table: Table = {}

    def __call__(self, doc: Doc) -> Doc:
        known: dict[tuple[int, int], str] = {}
        for token in doc:
            key = (token.orth, token.pos)
            if key not in known:
                known[key] = lemma(token.text, token.pos_, self.table)
            token.lemma_ = known[key]
        return doc


@Language.factory(TREE)
def make_tree(nlp: Language, name: str) -> Tree:  # noqa: ARG001 - spaCy hands both to every factory
    return Tree()


@Language.factory(LEMMAS)
def make_lemmas(nlp: Language, name: str) -> Lemmas:  # noqa: ARG001 - see above
    return Lemmas()
