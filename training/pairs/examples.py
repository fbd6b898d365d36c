"""Pairs of passages with what is known about them, from annotated stories and from pairs of sentences.

An answer that is not known is NaN and gives no loss: whether two clauses are one when only their sentences are
annotated, or how two sentences relate that share nothing.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.records import Span
from matching.reading.choosing import pairs_to_read
from matching.reading.judging import asked_of
from matching.reading.pairs import KINDS, OUTPUTS, Question
from matching.reading.passages import NOWHERE, Passage
from matching.reading.sentences import Sentence
from matching.scoring import FirstScores, Weighing, probability
from training.alignment.data import Annotated, across, verdict_of
from training.stories import Difference, Gold, Place, covers

Floats = npt.NDArray[np.float32]
Marks = tuple[tuple[int, int], ...]

ELSEWHERE = 30
"""Pairs of sentences of a story that the features find unlikely and that are learned from all the same, by lot."""


@dataclass(frozen=True, slots=True)
class Example:
    """`answers` is (1 + questions, OUTPUTS); its first row is about the whole passages.

    `marks` are the stretches of both texts that carry a difference, None where unknown. `key` is where a story's pair
    stands: the story's number, the two sentences, and how many of the questions are pairs of statements.
    """

    source: str
    fold: int
    left: Passage
    right: Passage
    questions: tuple[Question, ...]
    answers: Floats
    marks: tuple[Marks, Marks] | None = None
    key: tuple[int, int, int, int] | None = None


def unknown(questions: int) -> Floats:
    return np.full((1 + questions, len(OUTPUTS)), np.nan, dtype=np.float32)


def put(row: Floats, **answers: float) -> None:
    for name, value in answers.items():
        row[OUTPUTS.index(name)] = value


def put_relation(row: Floats, kinds: Iterable[str]) -> None:
    """All kinds are known once one is: those not given are not there."""
    found = set(kinds)
    put(row, diverges=float(bool(found)), **{kind: float(kind in found) for kind in KINDS})


def examples_of(each: Annotated, features: Weighing, fold: int, number: int, lot: random.Random) -> Iterator[Example]:
    """One story's pairs of sentences: all that would be read, all that share a claim, and a few others."""
    story, gold = each.story, each.gold
    first = FirstScores(story, each.candidates, features)
    sentences = story.readings.sentences
    passages = [read.passage for read in story.readings.read]
    common = common_claims(sentences, gold)
    read = pairs_to_read(story.readings, each.candidates, lambda pair: probability(first.of(pair)))
    others = sorted(
        {
            (one, two)
            for one, two in itertools.combinations(range(len(sentences)), 2)
            if sentences[one].article != sentences[two].article
        }
        - common.keys()
        - set(read)
    )
    chosen = [*read, *sorted(common.keys() - set(read)), *lot.sample(others, min(ELSEWHERE, len(others)))]
    for one, two in chosen:
        shared = common.get((one, two), [])
        key = (number, one, two)
        yield _example(each, (sentences[one], sentences[two]), (passages[one], passages[two]), shared, fold, key)


Common = tuple[Place, Place, tuple[Difference, ...]]
"""A claim that two sentences share: where each has it, and how the two articles differ on it."""


def common_claims(sentences: Sequence[Sentence], gold: Gold) -> dict[tuple[int, int], list[Common]]:
    found: dict[tuple[int, int], list[Common]] = {}
    at: dict[Place, list[int]] = {}
    for place in {place for claim in gold.claims for place in claim}:
        at[place] = [i for i, s in enumerate(sentences) if covers(s.article, [s.span], place)]
    for claim, differences in zip(gold.claims, gold.differences, strict=True):
        for one, two in across(claim):
            between = tuple(d for d in differences if {one[0], two[0]} <= d.between)
            for a, b in itertools.product(at[one], at[two]):
                left, right = (one, two) if a < b else (two, one)
                found.setdefault((min(a, b), max(a, b)), []).append((left, right, between))
    return dict(sorted(found.items()))


def _example(
    each: Annotated,
    sentences: tuple[Sentence, Sentence],
    passages: tuple[Passage, Passage],
    shared: Sequence[Common],
    fold: int,
    key: tuple[int, int, int],
) -> Example:
    """Asks about all pairs of statements, and of annotated stretches for how they relate."""
    texts = {article.id: article.text for article in each.story.articles}
    questions: list[Question] = []
    rows: list[Floats] = []
    for left, right in asked_of(*sentences):
        a, b = each.story.statements[left], each.story.statements[right]
        questions.append((a.spans, b.spans))
        rows.append(unknown(0)[0])
        verdict = verdict_of(a, b, each.exact, each.loose) if shared else 0.0
        if verdict is not None:
            put(rows[-1], aligned=verdict)
        if verdict == 1.0:
            mine = [
                differences
                for one, two, differences in shared
                if covers(a.article, a.spans, one) and covers(b.article, b.spans, two)
            ]
            if mine:
                put_relation(rows[-1], {d.kind for differences in mine for d in differences})
    asked = len(questions)
    for one, two, differences in shared:
        questions.append(([_span(texts, one)], [_span(texts, two)]))
        rows.append(unknown(0)[0])
        put_relation(rows[-1], {d.kind for d in differences})
    whole = unknown(0)[0]
    put(whole, carries=float(bool(shared)))
    if shared:
        put_relation(whole, {d.kind for _, _, differences in shared for d in differences})
    return Example("stories", fold, *passages, tuple(questions), np.stack([whole, *rows]), None, (*key, asked))


def unstoried(
    source: str, fold: int, left: Passage, right: Passage, answers: Floats, marks: tuple[Marks, Marks] | None = None
) -> Example:
    """A pair of passages without a story: no claims in them, no features."""
    return Example(source, fold, left, right, (), answers, marks)


def marked(passage: Passage, marks: Marks) -> list[int]:
    """1 for each piece of a word inside one of the marks, else 0."""
    return [
        int(place != NOWHERE and any(start < place[1] and place[0] < end for start, end in marks))
        for place in passage.places
    ]


def _span(texts: dict[str, str], place: Place) -> Span:
    return Span.of(texts[place[0]], place[1], place[2])
