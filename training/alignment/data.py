"""Annotated stories turned into pairs of statements with features and labels."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matching.candidates import find_candidates
from matching.features import FEATURES, Pair, Surroundings, features_of
from matching.identities import one_identity
from matching.reading.choosing import SentencePair, pairs_to_read
from matching.reading.judging import READ_FEATURES, Judgement, Judgements, asked_of, judgement_of
from matching.reading.reader import SentenceReader
from matching.records import Article
from matching.scoring import FirstScores, Weighing, probability
from matching.statements import Statement, Story, prepare
from training.alignment.unseen import Unseen
from training.logistic import Array, Fitted, fit_logistic
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


@dataclass(frozen=True, slots=True)
class ReadPairs:
    """`rows` are pairs by READ_FEATURES; `verdicts` 1.0 for one claim, 0.0 for two, NaN where only the sentences are
    known to share one.
    """

    rows: Array
    verdicts: Array


def by_reading(stories: Sequence[Annotated], features: Weighing, unseen: Unseen) -> ReadPairs:
    """What was said of the pairs that are read, by networks that had not seen their story."""
    rows: list[Sequence[float]] = []
    verdicts: list[float] = []
    for number, each in enumerate(stories):
        first = FirstScores(each.story, each.candidates, features)
        statements, sentences, read = each.story.statements, each.story.readings.sentences, each.story.readings.read
        chosen = pairs_to_read(each.story.readings, each.candidates, lambda pair, of=first.of: probability(of(pair)))
        found: dict[SentencePair, Judgement] = {}
        for one, two in chosen:
            asked = asked_of(sentences[one], sentences[two])
            spans = [(statements[left].spans, statements[right].spans) for left, right in asked]
            said = unseen.of(number, read[one].passage, read[two].passage, spans)
            if said is not None:
                found[one, two] = judgement_of(asked, said, max(first.of(Pair(*pair)) for pair in asked))
        judgements = Judgements(each.story, found)
        for left, right in sorted(pair for judged in found.values() for pair in judged.claims):
            row = judgements.row(left, right, first.of(Pair(left, right)))
            if row is not None:
                verdict = _verdict(each, Pair(left, right))
                rows.append(row)
                verdicts.append(np.nan if verdict is None else verdict)
    return ReadPairs(np.array(rows).reshape(len(rows), len(READ_FEATURES)), np.array(verdicts))


def weigh_reading(pairs: ReadPairs) -> Fitted:
    """Learned from which pairs are one claim, so that the likeliest of a sentence comes first; then stretched to say
    how likely the sentences share one, which is how alignments are judged.
    """
    known = ~np.isnan(pairs.verdicts)
    fitted = fit_logistic(pairs.rows[known], pairs.verdicts[known])
    logits = fitted.intercept + pairs.rows @ fitted.coefficients
    stretched = fit_logistic(logits[:, None], (pairs.verdicts != 0.0).astype(float))
    slope = float(stretched.coefficients[0])
    return Fitted(stretched.intercept + slope * fitted.intercept, slope * fitted.coefficients)


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
