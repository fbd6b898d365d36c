"""Annotated stories turned into pairs of statements with features and labels."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matching.candidates import find_candidates
from matching.features import FEATURES, Pair, Surroundings, features_of
from matching.identities import one_identity
from matching.reading.choosing import pairs_to_read
from matching.reading.judging import READ_FEATURES, Judgements, judge
from matching.reading.reader import Reader, SentenceReader
from matching.records import Article
from matching.scoring import FirstScores, Weighing, probability
from matching.statements import Statement, Story, prepare
from training.logistic import Array, Fitted
from training.stories import Gold, Place, covers

DIGITS = 6


@dataclass(frozen=True, slots=True)
class Labelled:
    """`labels` is 1.0 for a pair that carries one claim, 0.0 for one that does not."""

    rows: Array
    labels: Array

    @property
    def both(self) -> tuple[Array, Array]:
        return self.rows, self.labels


@dataclass(frozen=True, slots=True)
class Annotated:
    """A story made ready, its candidates, and its shared claims: in their very words, and as whole sentences."""

    story: Story
    candidates: tuple[Pair, ...]
    exact: tuple[tuple[Place, Place], ...]
    loose: tuple[tuple[Place, Place], ...]
    gold: Gold


def annotated(stories: Iterable[tuple[tuple[Article, ...], Gold]], reader: SentenceReader) -> list[Annotated]:
    found = []
    for articles, gold in stories:
        story = prepare(one_identity(articles), reader)
        exact = tuple(sorted({pair for claim in gold.claims for pair in across(claim)}))
        loose = tuple(sorted({(sentence_at(one, gold), sentence_at(two, gold)) for one, two in exact}))
        found.append(Annotated(story, find_candidates(story), exact, loose, gold))
    return found


def by_features(stories: Iterable[Annotated]) -> Labelled:
    """Features and labels of all candidates.

    A pair in whose sentences a claim is shared but not in its very words is left out: it says neither yes nor no.
    """
    rows: list[Sequence[float]] = []
    labels: list[float] = []
    for each in stories:
        around = Surroundings(each.story, each.candidates)
        for pair in each.candidates:
            verdict = _verdict(each, pair)
            if verdict is not None:
                rows.append(features_of(each.story, pair, around))
                labels.append(verdict)
    return Labelled(np.array(rows).reshape(len(rows), len(FEATURES)), np.array(labels))


def by_reading(stories: Iterable[Annotated], features: Weighing, reader: Reader) -> Labelled:
    """What reading tells of the pairs that are read, and whether their sentences share a claim.

    That is how alignments are judged, so the score that is given out is calibrated against it.
    """
    rows: list[Sequence[float]] = []
    labels: list[float] = []
    for each in stories:
        first = FirstScores(each.story, each.candidates, features)
        chosen = pairs_to_read(each.story.readings, each.candidates, lambda pair, of=first.of: probability(of(pair)))
        judgements = Judgements(
            each.story, judge(each.story, chosen, lambda *pair, of=first.of: of(Pair(*pair)), reader)
        )
        for left, right in sorted(pair for found in judgements.found.values() for pair in found.claims):
            row = judgements.row(left, right, first.of(Pair(left, right)))
            if row is not None:
                rows.append(row)
                labels.append(float(_verdict(each, Pair(left, right)) != 0.0))
    return Labelled(np.array(rows).reshape(len(rows), len(READ_FEATURES)), np.array(labels))


def weighing(fitted: Fitted) -> Weighing:
    """As it is stored: rounded, so that what is measured is what ships."""
    return Weighing(round(fitted.intercept, DIGITS), tuple(round(float(c), DIGITS) for c in fitted.coefficients))


def _verdict(each: Annotated, pair: Pair) -> float | None:
    left, right = each.story.statements[pair.left], each.story.statements[pair.right]
    return verdict_of(left, right, each.exact, each.loose)


def across(claim: tuple[Place, ...]) -> Iterator[tuple[Place, Place]]:
    for one, two in itertools.combinations(sorted(claim), 2):
        if one[0] != two[0]:
            yield one, two


def sentence_at(place: Place, gold: Gold) -> Place:
    for start, end in gold.sentences[place[0]]:
        if start <= place[1] < end:
            return place[0], start, end
    return place


def verdict_of(
    left: Statement,
    right: Statement,
    exact: Sequence[tuple[Place, Place]],
    loose: Sequence[tuple[Place, Place]],
) -> float | None:
    """1.0 for one claim, 0.0 for two, None where only the sentences are known to share one."""
    one, two = (left, right) if left.article < right.article else (right, left)
    if any(_covers(one, a) and _covers(two, b) for a, b in exact):
        return 1.0
    return None if any(_covers(one, a) and _covers(two, b) for a, b in loose) else 0.0


def _covers(statement: Statement, place: Place) -> bool:
    return covers(statement.article, statement.spans, place)
