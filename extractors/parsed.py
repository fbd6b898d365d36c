"""A parsed document as plain records, each token made once: what the rules about claims read.

spaCy makes an object anew whenever a token, its head or a child is asked for; rules that walk trees ask a thousand
times a sentence, and had taken more time than the encoder. Attributes keep spaCy's names and meanings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import (
    DEP,
    HEAD,
    IDX,
    IS_ALPHA,
    IS_PUNCT,
    IS_SPACE,
    IS_STOP,
    LEMMA,
    LIKE_NUM,
    LOWER,
    MORPH,
    ORTH,
    POS,
    TAG,
)

from extractors.documents import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAMED = (ORTH, LOWER, LEMMA, POS, TAG, DEP, MORPH)
_MARKED = (IS_PUNCT, IS_SPACE, IS_ALPHA, IS_STOP, LIKE_NUM)
_MOST_FORMS = 1024
"""Combinations of features kept parsed; the tagger knows 154."""


class Token:
    """One token of a parsed document, never changed once the document is read.

    `i` is its number in the document, `idx` the code point it begins at. `children` come in reading order. The tree
    has no arcs that cross, so all that hangs on a token is the run of tokens from `first` to `last`.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "first",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_punct",
        "is_space",
        "is_stop",
        "last",
        "lemma_",
        "like_num",
        "lower_",
        "morph",
        "pos_",
        "sentence_start",
        "tag_",
        "text",
    )

    def __init__(self, i: int, idx: int, names: Sequence[str], marks: Sequence[bool]) -> None:
        self.i, self.idx = i, idx
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_, form = names
        self.is_punct, self.is_space, self.is_alpha, self.is_stop, self.like_num = marks
        self.morph = features(form)
        self.head = self
        self.children: list[Token] = []
        self.first = self.last = self.sentence_start = i
        self.doc: Sequence[Token] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def left_edge(self) -> Token:
        return self.doc[self.first]

    @property
    def subtree(self) -> Sequence[Token]:
        """The token and all that hangs on it, in reading order."""
        return self.doc[self.first : self.last + 1]

    @property
    def ancestors(self) -> Iterator[Token]:
        at = self
        while at.head is not at:
            at = at.head
            yield at


@dataclass(frozen=True, slots=True)
class Parsed:
    """`sentences` are ranges of code points; `starts` is where each token begins. Without `has_tree` all are roots."""

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    has_tree: bool

    @classmethod
    def of(cls, doc: Doc) -> Parsed:
        strings = doc.vocab.strings
        columns = [doc.to_array(attribute).tolist() for attribute in _NAMED]
        known = {number: strings[number] for number in set().union(*columns)}
        names = zip(*(map(known.__getitem__, column) for column in columns), strict=True)
        marks = zip(*(doc.to_array(attribute).astype(bool).tolist() for attribute in _MARKED), strict=True)
        starts = doc.to_array(IDX).tolist()
        tokens = tuple(Token(i, *of) for i, of in enumerate(zip(starts, names, marks, strict=True)))
        _hang(tokens, doc.to_array(HEAD).astype(np.int64).tolist())
        sentences = [(one.start, one.end) for one in doc.sents] if doc.has_annotation("SENT_START") else []
        for start, end in sentences:
            for token in tokens[start:end]:
                token.sentence_start = start
        ranges = ((tokens[start].idx, tokens[end - 1].idx + len(tokens[end - 1])) for start, end in sentences)
        return cls(text_of(doc), tokens, tuple(starts), tuple(ranges), doc.has_annotation("DEP"))

    def beginning_in(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that begin at code points `[start, end)`."""
        low = bisect_left(self.starts, start)
        return self.tokens[low : bisect_left(self.starts, end, lo=low)]

    def following(self, offset: int) -> Token | None:
        """The first token that begins at `offset` or behind it."""
        at = bisect_left(self.starts, offset)
        return self.tokens[at] if at < len(self.tokens) else None


def _hang(tokens: Sequence[Token], steps: Sequence[int]) -> None:
    """Set heads, children and reach; `steps` says how far to the right of a token its head stands."""
    for token, step in zip(tokens, steps, strict=True):
        token.doc = tokens
        if step:
            token.head = tokens[token.i + step]
            token.head.children.append(token)
    for token in tokens:
        i, above = token.i, token
        while above.head is not above:
            above = above.head
            if above.first <= i <= above.last:  # and so within the reach of all further up
                break
            above.first, above.last = min(above.first, i), max(above.last, i)


@lru_cache(maxsize=_MOST_FORMS)
def features(form: str) -> Mapping[str, Sequence[str]]:
    """Morphological features by name.

    >>> features("Tense=Past|VerbForm=Fin")
    {'Tense': ['Past'], 'VerbForm': ['Fin']}
    """
    parts = (part.partition("=") for part in form.split("|") if "=" in part)
    return {name: value.split(",") for name, _, value in parts}
