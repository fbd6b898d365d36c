"""Pairs of passages with what is known about them, from annotated stories.

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
from matching.features import Pair
from matching.reading.pairs import KINDS, OUTPUTS, Question
from matching.reading.passages import Passage
from matching.reading.sentences import Sentence
from matching.scoring import FirstScores, Weighing
from training.alignment.data import Annotated, across, verdict_of
from training.stories import Difference, Gold, Place, covers

Floats = npt.NDArray[np.float32]

MOST_QUESTIONS = 9
"""Pairs of claims asked about in one pair of sentences; a few sentences have many clauses."""

NEGATIVES = 220
"""Pairs of sentences without a common claim that are learned from in each story: those the features find likeliest."""

ELSEWHERE = 20
"""And as many of the others, by lot."""


@dataclass(frozen=True, slots=True)
class Example:
    """`answers` is (1 + questions, OUTPUTS); its first row is about the whole passages.

    `prior` has one logit for each row: what the features find already, zero where there are none.
    """

    left: Passage
    right: Passage
    questions: tuple[Question, ...]
    answers: Floats
    prior: Floats


def unknown(questions: int) -> Floats:
    return np.full((1 + questions, len(OUTPUTS)), np.nan, dtype=np.float32)


def put(row: Floats, **answers: float) -> None:
    for name, value in answers.items():
        row[OUTPUTS.index(name)] = value


def put_relation(row: Floats, kinds: Iterable[str]) -> None:
    """All kinds are known once one is: those not given are not there."""
    found = set(kinds)
    put(row, diverges=float(bool(found)), **{kind: float(kind in found) for kind in KINDS})


def examples_of(each: Annotated, features: Weighing, lot: random.Random) -> Iterator[Example]:
    """One story's pairs of sentences: all that share a claim, and a choice of those that do not."""
    story, gold = each.story, each.gold
    first = FirstScores(story, each.candidates, features)
    sentences = story.readings.sentences
    passages = [read.passage for read in story.readings.read]
    common = common_claims(sentences, gold)
    likeliest = [pair for pair in ranked(each, first) if pair not in common]
    others = sorted(
        {
            (one, two)
            for one, two in itertools.combinations(range(len(sentences)), 2)
            if sentences[one].article != sentences[two].article
        }
        - common.keys()
        - set(likeliest[:NEGATIVES])
    )
    chosen = [*common, *likeliest[:NEGATIVES], *lot.sample(others, min(ELSEWHERE, len(others)))]
    for one, two in chosen:
        shared = common.get((one, two), [])
        yield _example(each, first, (sentences[one], sentences[two]), (passages[one], passages[two]), shared)


def ranked(each: Annotated, first: FirstScores) -> list[tuple[int, int]]:
    """Pairs of sentences that hold candidates, by the best logit that the features give any pair of claims in them."""
    home = each.story.readings.home
    best: dict[tuple[int, int], float] = {}
    for pair in each.candidates:
        key = home[pair.left], home[pair.right]
        best[key] = max(best.get(key, -np.inf), first.of(pair))
    return sorted(best, key=lambda key: (-best[key], key))


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
    first: FirstScores,
    sentences: tuple[Sentence, Sentence],
    passages: tuple[Passage, Passage],
    shared: Sequence[Common],
) -> Example:
    """Asks about all pairs of statements, and of annotated stretches for how they relate."""
    texts = {article.id: article.text for article in each.story.articles}
    questions: list[Question] = []
    rows: list[Floats] = []
    prior: list[float] = []
    for left, right in itertools.product(sentences[0].statements, sentences[1].statements):
        a, b = each.story.statements[left], each.story.statements[right]
        questions.append((a.spans, b.spans))
        prior.append(first.of(Pair(left, right)))
        rows.append(unknown(0)[0])
        verdict = verdict_of(a, b, each.exact, each.loose) if shared else 0.0
        if verdict is not None:
            put(rows[-1], aligned=verdict)
    del questions[MOST_QUESTIONS:], rows[MOST_QUESTIONS:]
    best = max(prior)
    del prior[MOST_QUESTIONS:]
    for one, two, differences in shared:
        questions.append(([_span(texts, one)], [_span(texts, two)]))
        prior.append(0.0)
        rows.append(unknown(0)[0])
        put_relation(rows[-1], {d.kind for d in differences})
    whole = unknown(0)[0]
    put(whole, carries=float(bool(shared)))
    if shared:
        put_relation(whole, {d.kind for _, _, differences in shared for d in differences})
    return Example(*passages, tuple(questions), np.stack([whole, *rows]), np.array([best, *prior], dtype=np.float32))


def unstoried(left: Passage, right: Passage, answers: Floats) -> Example:
    """A pair of passages without a story: no claims in them, no features."""
    return Example(left, right, (), answers, np.zeros(1, dtype=np.float32))


def _span(texts: dict[str, str], place: Place) -> Span:
    return Span.of(texts[place[0]], place[1], place[2])
