"""The components of the syntax pipeline that come after the sentences: the tree, and the lemmas.

Both are made empty by their factories and filled by `extractors.syntax.load_syntax`, which knows the trained files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.types import Ints2d

from extractors.documents import text_of
from extractors.encoder.encoded import Encoded, Floats, names_in
from extractors.encoder.graphs import Encoder, TreeLogits
from extractors.lemmas import Table, lemma
from extractors.projective import best_trees

TREE = "variorum_tree"
LEMMAS = "variorum_lemmas"

LONGEST_SENTENCE = 300
"""Tokens. A longer sentence is a list or broken text; its words get no tags and hang flat on the first of them, and
nothing of it costs the square of its length."""

WORDS_AT_ONCE = 2000
"""Words of sentences that are hung together in one go, some three articles: bounds the memory a long text takes."""

WORDS_READ_AT_ONCE = 60
"""Words of sentences that the graph reads in one call, some three sentences: a call has its price, and so have the arcs
between words of different sentences, which are thrown away."""

MOST_LEMMAS = 50_000
"""Words with their part of speech whose lemma is kept from one document to the next: some 10 MB."""

FLAT = "dep"
"""The label of words that were not parsed, as spaCy itself gives it to white space."""

SPACE = "_SP"
"""spaCy's tag of white space."""

Ints = npt.NDArray[np.int64]


class Tree:
    """Tags, parts of speech, features and tree of a document whose sentences are settled, and its names as `doc.ents`
    (labels person, place, organisation, other).
    """

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._encoder: Encoder | None = None
        self._tags: npt.NDArray[np.uint64]
        self._forms: npt.NDArray[np.uint64]
        self._relations: npt.NDArray[np.uint64]
        self._names: tuple[str, ...]

    def use(self, encoder: Encoder) -> None:
        """Take the trained encoder, and its classes into the vocabulary."""
        self._encoder = encoder
        strings, morphology = self._vocab.strings, self._vocab.morphology
        split = [form.partition("|") for form in encoder.classes.forms]
        self._tags = _hashes(strings.add(tag) for tag in encoder.classes.tags)
        self._forms = np.array([[strings.add(pos), morphology.add(feats or "_")] for pos, _, feats in split], "uint64")
        named = ("ROOT" if relation == "root" else relation for relation in encoder.classes.relations)
        self._names = encoder.classes.names
        self._root = encoder.classes.relations.index("root")
        self._relations = _hashes(strings.add(relation) for relation in named)
        self._flat, self._space = strings.add(FLAT), (strings.add(SPACE), strings.add("SPACE"))

    def __call__(self, doc: Doc, encoded: Encoded | None = None) -> Doc:
        """`encoded` is the same text as the encoder read it, where that was done already."""
        if self._encoder is None or not len(doc):
            return doc
        read = encoded or self._encoder.encode(text_of(doc))
        names: list[tuple[int, int, str]] = []
        rows = np.zeros((len(doc), 5), dtype="uint64")
        heads = np.arange(len(doc))
        starts, lengths, spaces = doc.to_array([IDX, LENGTH, IS_SPACE]).astype(np.int64).T
        blank = spaces > 0
        parsed: list[Ints] = []
        for sentence in doc.sents:
            inside = np.arange(sentence.start, sentence.end)
            words = inside[~blank[inside]]
            if not len(words) or len(words) > LONGEST_SENTENCE:
                heads[inside] = inside[0]
                rows[inside[1:], 3] = self._flat
                continue
            parsed.append(words)
            for before, at in pairwise([words[0], *inside]) if len(words) < len(inside) else ():
                if blank[at]:  # white space hangs on what stands before it
                    heads[at] = heads[before] if blank[before] else before
        for sentences in _together(parsed, WORDS_AT_ONCE):
            words = np.concatenate(sentences)
            states = read.states_of(starts[words], lengths[words])
            ends = np.cumsum([len(one) for one in sentences])
            logits, arcs = self._logits(states, sentences)
            best = best_trees(arcs)
            above = np.concatenate([one + end - len(one) for one, end in zip(best, ends, strict=True)])
            relations = self._encoder.relations(states, states[above])
            relations[:, self._root] = np.where(above == np.arange(len(above)), np.inf, -np.inf)
            rows[words, 0] = self._tags[np.concatenate([one.tags.argmax(axis=1) for one in logits])]
            rows[words, 1:3] = self._forms[np.concatenate([one.forms.argmax(axis=1) for one in logits])]
            rows[words, 3] = self._relations[relations.argmax(axis=1)]
            heads[words] = words[above]
            kinds = [self._names[tag] for one in logits for tag in one.names.argmax(axis=1).tolist()]
            for own, after in zip(sentences, ends.tolist(), strict=True):
                tagged = names_in(kinds[after - len(own) : after])
                names += [(own[first], own[end - 1] + 1, kind) for first, end, kind in tagged]
        rows[blank, 0], rows[blank, 1] = self._space
        rows[blank, 3] = self._flat
        rows[:, 4] = heads - np.arange(len(doc))  # unsigned numbers wrap around, as spaCy expects
        doc.from_array([TAG, POS, MORPH, DEP, HEAD], cast("Ints2d", rows))
        doc.ents = tuple(Span(doc, start, end, kind) for start, end, kind in names)
        return doc

    def _logits(self, states: Floats, sentences: Sequence[Ints]) -> tuple[list[TreeLogits], list[Floats]]:
        """What the graph makes of the words of `sentences`, some sentences at a time, and the arcs of each sentence."""
        assert self._encoder is not None  # noqa: S101 - narrows the type: asked only once it is there
        logits: list[TreeLogits] = []
        arcs: list[Floats] = []
        start = 0
        for few in _together(sentences, WORDS_READ_AT_ONCE):
            end = start + sum(map(len, few))
            one = self._encoder.tree(states[start:end])
            for before, after in pairwise([0, *np.cumsum([len(words) for words in few])]):
                arcs.append(one.arcs[before:after, before:after])
            logits.append(one)
            start = end
        return logits, arcs


def _together(sentences: Sequence[Ints], most: int) -> Iterator[list[Ints]]:
    """Sentences in order, as many at once as have `most` words, or one."""
    waiting: list[Ints] = []
    for words in sentences:
        if waiting and sum(map(len, waiting)) + len(words) > most:
            yield waiting
            waiting = []
        waiting.append(words)
    if waiting:
        yield waiting


def _hashes(values: object) -> npt.NDArray[np.uint64]:
    return np.fromiter(cast("list[int]", values), dtype="uint64")


class Lemmas:
    """Sets every token's lemma from `table` and the rules of `extractors.lemmas`."""

    def __init__(self, nlp: Language) -> None:
        self._strings = nlp.vocab.strings
        self._known = lru_cache(MOST_LEMMAS)(self._lemma)
        self.table: Table = {}

    def __call__(self, doc: Doc) -> Doc:
        words, kinds = doc.to_array([ORTH, POS]).T.tolist()
        return doc.from_array([LEMMA], cast("Ints2d", _hashes(map(self._known, words, kinds))[:, None]))

    def _lemma(self, word: int, kind: int) -> int:
        """From string numbers to a string number."""
        return self._strings.add(lemma(self._strings[word], self._strings[kind], self.table))


@Language.factory(TREE)
def make_tree(nlp: Language, name: str) -> Tree:  # noqa: ARG001 - spaCy hands both to every factory
    return Tree(nlp)


@Language.factory(LEMMAS)
def make_lemmas(nlp: Language, name: str) -> Lemmas:  # noqa: ARG001 - see above
    return Lemmas(nlp)
