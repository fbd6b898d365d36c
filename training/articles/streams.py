"""Endless batches: annotated articles, treebanks, and text that only a committee has read."""

from __future__ import annotations

import dataclasses
import itertools
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import numpy as np

from extractors.encoder.windows import MAX_PIECES, Pieces
from extractors.syntax import words_and_sentences
from training.articles.batches import TaughtExample
from training.articles.committee import Committee
from training.articles.corpora import Corpora, Named
from training.articles.recipe import Recipe
from training.attribution.data import Example, examples
from training.syntax.windows import Labels, TreeExample, bare_examples, tree_examples

NOISE = 0.12
"""Share of pieces that are hidden or replaced in windows that only the committee reads."""

NOISY, PARSED = 500, 450
"""Articles a pass that are read with noise, and that are parsed by the committee."""

TREES_AND_NEWS = 1.5
"""Windows of trees in a step for each window of articles, once articles are parsed too."""

MASK = 103
"""The piece "[MASK]" of the vocabulary."""

Item = TypeVar("Item")


@dataclasses.dataclass(frozen=True, slots=True)
class Streams:
    """Endless batches. `unread` are windows that only a committee has read."""

    articles: Iterator[list[Example | TaughtExample]]
    trees: Iterator[list[TreeExample]] | None
    unread: Iterator[list[TaughtExample]] | None

    def skip(self) -> None:
        """Leave out one step's batches."""
        for stream in (self.articles, self.trees, self.unread):
            if stream:
                next(stream)


def forever(one_pass: Callable[[random.Random], list[Item]], batch: int, seed: int) -> Iterator[list[Item]]:
    """Batches of pass after pass, each shuffled in its own way."""
    for number in itertools.count():
        order = random.Random(seed * 1000 + number)
        found = one_pass(order)
        order.shuffle(found)
        yield from (found[start : start + batch] for start in range(0, len(found) - batch + 1, batch))


def article_pass(articles: Sequence[dict[str, Any]], pieces: Pieces, order: random.Random) -> list[Example]:
    """All articles, their windows cut at other seams every time."""
    return [
        example
        for article in articles
        for example in examples(
            article["text"], article["attributions"], pieces, order.randint(MAX_PIECES // 4, MAX_PIECES)
        )
    ]


def tree_pass(trees: Sequence[Named], labels: Labels, pieces: Pieces, order: random.Random) -> list[TreeExample]:
    """All documents, cut at other seams, some with other marks or without capitals."""
    return [
        example
        for document, names in trees
        for example in tree_examples(document, pieces, labels, names, order.randint(MAX_PIECES // 4, MAX_PIECES), order)
    ]


def streams_of(corpora: Corpora, pieces: Pieces, recipe: Recipe, committee: Committee | None) -> Streams:
    """The batches of a run; with a committee, articles come with its opinion, and it reads more than was annotated."""

    def articles(order: random.Random) -> list[Example | TaughtExample]:
        found = article_pass(corpora.articles, pieces, order)
        return list(committee.read(found)) if committee else list(found)

    def trees(order: random.Random) -> list[TreeExample]:
        found = tree_pass(corpora.trees, corpora.labels, pieces, order)
        if committee:
            found += committee.parse(bare_pass(corpora, pieces, order))
        return found

    def unread(order: random.Random) -> list[TaughtExample]:
        assert committee  # noqa: S101 - narrows the type: only asked for with a committee
        texts = [{"text": text, "attributions": []} for text in corpora.unread]
        noisy = [noised(e, order) for e in article_pass(order.sample(list(corpora.articles), NOISY), pieces, order)]
        return list(committee.read(article_pass(texts, pieces, order) + noisy))

    return Streams(
        forever(articles, recipe.batch, recipe.seed),
        forever(trees, round(recipe.batch * (TREES_AND_NEWS if committee else 1)), recipe.seed),
        forever(unread, recipe.batch, recipe.seed) if committee else None,
    )


def bare_pass(corpora: Corpora, pieces: Pieces, order: random.Random) -> list[TreeExample]:
    """Windows of some articles, with words and sentences alone."""
    nlp = words_and_sentences()
    found: list[TreeExample] = []
    texts = [article["text"] for article in corpora.articles] + list(corpora.unread)
    for text in order.sample(texts, PARSED):
        rows = [
            (token.idx, len(token), number)
            for number, sentence in enumerate(nlp(text).sents)
            for token in sentence
            if not token.is_space
        ]
        if rows:
            starts, lengths, sentences = zip(*rows, strict=True)
            limit = order.randint(MAX_PIECES // 4, MAX_PIECES)
            found += bare_examples(text, starts, lengths, sentences, pieces, limit)
    return found


def noised(example: Example, order: random.Random) -> Example:
    """A window with some pieces hidden or taken from elsewhere in it, and no annotation: the committee has to guess
    there, and its doubt teaches more than its certainty.
    """
    ids = example.window.pieces.copy()
    for i in range(1, len(ids) - 1):
        if order.random() < NOISE:
            ids[i] = MASK if order.random() < 0.5 else ids[order.randrange(len(ids))]
    words = len(example.tags)
    return dataclasses.replace(
        example,
        window=dataclasses.replace(example.window, pieces=ids),
        cues=(),
        roles=np.zeros((0, words), dtype=np.int64),
        relations=np.zeros((0, words, 3), dtype=np.int64),
    )
