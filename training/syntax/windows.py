"""Treebank documents as windows of the shared encoder: for every word of the tree its piece, tags, head and label.

The text is put together from the words, so the encoder sees it cut and marked as it will see articles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.encoder.windows import MAX_PIECES, Pieces, Window, nearest_words, windows_of, words_of
from training.syntax.names import UNSETTLED, Known, tags_of_mentions
from training.syntax.treebanks import Document, Sentence, Token, curled

Ints = npt.NDArray[np.int64]

UNKNOWN = -100
"""A label that has no part in the loss."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The classes of each head, in the order of its outputs."""

    tags: tuple[str, ...]
    forms: tuple[str, ...]
    """Universal part of speech and features, "VERB|Mood=Ind|..."."""

    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TreeExample:
    """One window; all arrays but the window's have one entry a word of the tree.

    `at` is the word's position in `window.pieces`; `head` a word of the same window, its own position for the root,
    UNKNOWN where the sentence leaves the window; `sentence` numbers the sentences.
    """

    window: Window
    at: Ints
    tags: Ints
    forms: Ints
    head: Ints
    relations: Ints
    names: Ints
    sentence: Ints


def labels_of(documents: Sequence[Document], least: int = 5) -> Labels:
    """Every class seen `least` times or more."""
    columns: tuple[dict[str, int], ...] = ({}, {}, {})
    for document in documents:
        for sentence in document.sentences:
            for token in sentence.tokens:
                for column, value in zip(
                    columns, (token.xpos, form_of(token.upos, token.feats), token.relation), strict=True
                ):
                    column[value] = column.get(value, 0) + 1
    kept = (tuple(sorted(value for value, count in column.items() if count >= least)) for column in columns)
    return Labels(*kept)


_PASSED_OVER = frozenset({"Typo", "Style", "Abbr", "NumForm", "ExtPos"})
"""Features of spelling, which nothing asks for and which only multiply the classes."""


def form_of(upos: str, feats: str) -> str:
    kept = [feature for feature in feats.split("|") if feature.partition("=")[0] not in _PASSED_OVER and feature != "_"]
    return "|".join((upos, *kept))


def text_of(document: Document, order: random.Random | None) -> tuple[str, list[int]]:
    """The text, and where each word begins. With `order`, some documents get typographic marks or lose capitals."""
    words = [token.form for token in words_in(document)]
    if order is not None:
        chance = order.random()
        if chance < 0.4:  # news has typographic marks, the treebanks have few
            words = curled(words)
        elif chance < 0.43:
            words = [word.lower() for word in words]
    parts: list[str] = []
    starts: list[int] = []
    length, index = 0, 0
    for number, sentence in enumerate(document.sentences):
        if number and sentence.opens_paragraph:
            parts.append("\n\n")
            length += 2
        for token in sentence.tokens:
            starts.append(length)
            gap = " " if token.space else ""
            parts.append(words[index] + gap)
            length += len(parts[-1])
            index += 1
    return "".join(parts), starts


def tree_examples(
    document: Document,
    pieces: Pieces,
    labels: Labels,
    names: Sequence[Sequence[int]] | None,
    first_limit: int = MAX_PIECES,
    order: random.Random | None = None,
) -> Iterator[TreeExample]:
    """Windows of a document. `names` are the tags of each sentence's words, None where they are not known."""
    text, starts = text_of(document, order)
    lengths = [len(token.form) for token in words_in(document)]
    index = [{value: i for i, value in enumerate(column)} for column in (labels.tags, labels.forms, labels.relations)]
    rows: list[tuple[int, ...]] = []
    offset = 0
    for number, sentence in enumerate(document.sentences):
        tags = names[number] if names is not None else [UNSETTLED] * len(sentence.tokens)
        for i, token in enumerate(sentence.tokens):
            rows.append(
                (
                    index[0].get(token.xpos, UNKNOWN),
                    index[1].get(form_of(token.upos, token.feats), UNKNOWN),
                    offset + token.head,
                    index[2].get(token.relation, UNKNOWN),
                    tags[i],
                    number,
                )
            )
        offset += len(sentence.tokens)
    yield from _windows(text, starts, lengths, np.array(rows, dtype=np.int64), pieces, first_limit)


def bare_examples(
    text: str, starts: Sequence[int], lengths: Sequence[int], sentence: Sequence[int], pieces: Pieces, first_limit: int
) -> Iterator[TreeExample]:
    """Windows of a text of which only words and sentences are known."""
    table = np.full((len(starts), 6), UNKNOWN, dtype=np.int64)
    table[:, 5] = sentence
    yield from _windows(text, starts, lengths, table, pieces, first_limit)


def _windows(
    text: str, starts: Sequence[int], lengths: Sequence[int], table: Ints, pieces: Pieces, first_limit: int
) -> Iterator[TreeExample]:
    """`table` has a row a word: tag, form, head (in the text), relation, name, sentence."""
    words = words_of(text)
    if not words or not len(table):
        return
    word_of = nearest_words([word.start for word in words], starts, lengths)
    for window in windows_of(text, words, pieces, first_limit):
        here = np.nonzero((word_of >= window.words.start) & (word_of < window.words.stop))[0]
        if not len(here):
            continue
        low, high = here[0], here[-1] + 1
        part = table[low:high]
        head = part[:, 2] - low
        head = np.where((head >= 0) & (head < len(part)), head, UNKNOWN)
        at = window.first[word_of[low:high] - window.words.start]
        yield TreeExample(window, at, part[:, 0], part[:, 1], head, part[:, 3], part[:, 4], part[:, 5])


def words_in(document: Document) -> list[Token]:
    return [token for sentence in document.sentences for token in sentence.tokens]


def names_in(document: Document, known: Known) -> list[list[int]] | None:
    """Name tags by sentence: from the mentions of a GUM document, from `known` sentences elsewhere, or None."""
    if document.name.startswith("GUM"):
        return [tags_of_mentions(s, [t.entity for t in s.tokens]) for s in document.sentences]
    if not any(_form(s) in known for s in document.sentences):
        return None
    return [known.get(_form(s), [UNSETTLED] * len(s.tokens)) for s in document.sentences]


def _form(sentence: Sentence) -> tuple[str, ...]:
    return tuple(token.form for token in sentence.tokens)
