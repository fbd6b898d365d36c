"""The sentences of a story that hold claims: who holds which, what was read in each, and what each means.

Meanings are compared by their cosine. A sentence next to one that means the same is more likely to mean the same as
its neighbour's neighbour, so the sentences around count as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.encoder.windows import Pieces
from extractors.records import Span
from matching.reading.pairs import Floats
from matching.reading.passages import Passage, passage_of
from matching.reading.reader import Read, SentenceReader, meaning
from matching.records import Article

NEAR = (-2, -1, 1, 2)
"""How far away a sentence still counts as near another, in sentences that hold claims."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence holds of one statement: the statement's order in the story, its words and its speaker's name."""

    order: int
    article: str
    sentence: Span
    spans: tuple[Span, ...]
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """`statements` are the orders of the statements in it, `speaker` who is credited with the first credited one."""

    article: str
    span: Span
    statements: tuple[int, ...]
    speaker: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """`sentences` in the order of the story; `home` the index of each statement's sentence.

    The rows of `meanings` and `around` are the sentences, the meaning of each and of those near it; the rows of
    `claims` are the statements. All have length 1, or are zero where nothing stands around a sentence.
    """

    sentences: tuple[Sentence, ...]
    read: tuple[Read, ...]
    home: tuple[int, ...]
    meanings: Floats
    around: Floats
    claims: Floats


def sentences_of(said: Sequence[Said]) -> tuple[Sentence, ...]:
    inside: dict[tuple[str, Span], list[Said]] = defaultdict(list)
    for each in said:
        inside[each.article, each.sentence].append(each)
    return tuple(
        Sentence(
            article,
            span,
            tuple(each.order for each in held),
            next((each.speaker for each in held if each.speaker is not None), None),
        )
        for (article, span), held in inside.items()
    )


def read_sentences(articles: Sequence[Article], said: Sequence[Said], reader: SentenceReader) -> Readings:
    """`said` has one entry a statement, in order."""
    sentences = sentences_of(said)
    read = tuple(reader.read(passage) for passage in passages_of(articles, sentences, reader.pieces))
    home = {order: index for index, sentence in enumerate(sentences) for order in sentence.statements}
    meanings = _stacked([meaning(each) for each in read])
    return Readings(
        sentences,
        read,
        tuple(home[each.order] for each in said),
        meanings,
        _around(meanings, [sentence.article for sentence in sentences]),
        _stacked([meaning(read[home[each.order]], each.spans) for each in said]),
    )


def passages_of(articles: Sequence[Article], sentences: Sequence[Sentence], pieces: Pieces) -> list[Passage]:
    texts = {article.id: article.text for article in articles}
    quoted = {
        article.id: [quote.inner for quote in article.extraction.quotes if quote.parent is None] for article in articles
    }
    return [
        passage_of(texts[s.article], s.span.start, s.span.end, quoted[s.article], s.speaker, pieces) for s in sentences
    ]


def _around(meanings: Floats, articles: Sequence[str]) -> Floats:
    summed = np.zeros_like(meanings)
    for index, article in enumerate(articles):
        for step in NEAR:
            near = index + step
            if 0 <= near < len(articles) and articles[near] == article:
                summed[index] += meanings[near]
    lengths = np.linalg.norm(summed, axis=1, keepdims=True)
    result: Floats = (summed / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
    return result


def _stacked(rows: Sequence[Floats]) -> Floats:
    return np.stack(rows) if rows else np.zeros((0, 0), dtype=np.float32)
