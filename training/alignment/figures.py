"""How well stories are aligned, in pairs of sentences of different articles, and how far the scores can be trusted.

Precision is over pairs of members of one group (right when the two sentences share an annotated claim), recall over
pairs of sentences that share one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from matching.features import Pair
from matching.grouping import group
from matching.reading.reader import Reader
from matching.scoring import AlignmentModel, Scores
from matching.statements import Statement
from training.alignment.data import Annotated
from training.logistic import calibration_error
from training.stories import COVERED, Gold

SentencePair = tuple[tuple[str, int], tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Aligned:
    """In per cent."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision else 0.0


class Measured:
    """Stories whose pairs are scored once, to be grouped at several thresholds."""

    def __init__(self, stories: Sequence[Annotated], scored: Sequence[Scores]) -> None:
        self._stories = list(zip(stories, scored, strict=True))
        self._gold = [_shared(each.gold) for each in stories]

    def at(self, threshold: float) -> Aligned:
        said = right = found = 0
        for (each, scores), shared in zip(self._stories, self._gold, strict=True):
            story = each.story
            places = [sentences_of(statement, each.gold) for statement in story.statements]
            covered: set[SentencePair] = set()
            groups = group(scores.alignable, lambda order, s=story: s.statements[order].member, scores.of, threshold)
            for members in groups:
                for left, right_one in itertools.combinations(members, 2):
                    if story.statements[left].article != story.statements[right_one].article:
                        pairs = {_ordered(a, b) for a in places[left] for b in places[right_one]}
                        said += 1
                        right += bool(pairs & shared)
                        covered |= pairs
            found += len(covered & shared)
        gold = sum(map(len, self._gold))
        return Aligned(100 * right / max(said, 1), 100 * found / max(gold, 1))

    def each_once(self) -> tuple[float, float]:
        """The best F1 and the average precision, in per cent, with each pair of sentences counted once by its likeliest
        pair of statements: a sure pair stands in several alignments and counts there as often.
        """
        ranked: list[tuple[float, bool]] = []
        for (each, scores), shared in zip(self._stories, self._gold, strict=True):
            places = [sentences_of(statement, each.gold) for statement in each.story.statements]
            best: dict[SentencePair, float] = {}
            for pair in scores.pairs:
                for sentences in (_ordered(a, b) for a in places[pair.left] for b in places[pair.right]):
                    best[sentences] = max(scores.of(pair), best.get(sentences, 0.0))
            ranked += [(score, sentences in shared) for sentences, score in best.items()]
        right = np.array([label for _, label in sorted(ranked, key=lambda one: -one[0])], dtype=float)
        found, gold = np.cumsum(right), sum(map(len, self._gold))
        said = np.arange(1, len(right) + 1)
        return 100 * float((2 * found / (said + gold)).max()), 100 * float((right * found / said).sum() / gold)

    def calibration(self, threshold: float) -> float:
        """Expected calibration error, in [0, 1], of the scores from `threshold` on."""
        chances, truths = [], []
        for (each, scores), shared in zip(self._stories, self._gold, strict=True):
            places = [sentences_of(statement, each.gold) for statement in each.story.statements]
            for pair in scores.pairs:
                if scores.of(pair) >= threshold:
                    chances.append(scores.of(pair))
                    truths.append(float(_any_shared(places, pair, shared)))
        return calibration_error(np.array(chances), np.array(truths))

    def candidate_recall(self) -> tuple[float, float]:
        """Per cent of the gold pairs among the candidates, and among what was read or is a candidate."""
        kept, scored, gold = 0, 0, 0
        for (each, scores), shared in zip(self._stories, self._gold, strict=True):
            places = [sentences_of(statement, each.gold) for statement in each.story.statements]
            for pairs, into in ((each.candidates, 0), (scores.pairs, 1)):
                reached = {_ordered(a, b) for pair in pairs for a in places[pair.left] for b in places[pair.right]}
                kept += len(reached & shared) * (into == 0)
                scored += len(reached & shared) * (into == 1)
            gold += len(shared)
        return 100 * kept / gold, 100 * scored / gold


def scored(stories: Iterable[Annotated], model: AlignmentModel, reader: Reader) -> list[Scores]:
    return [Scores(each.story, each.candidates, model, reader) for each in stories]


def sentences_of(statement: Statement, gold: Gold) -> set[tuple[str, int]]:
    """The annotated sentences a statement stands in."""
    return {
        (statement.article, index)
        for index, (start, end) in enumerate(gold.sentences[statement.article])
        for span in statement.spans
        if min(end, span.end) - max(start, span.start) > COVERED * min(end - start, span.end - span.start)
    }


def _shared(gold: Gold) -> set[SentencePair]:
    def at(place: tuple[str, int, int]) -> tuple[str, int]:
        sentences = gold.sentences[place[0]]
        return place[0], next(i for i, (start, end) in enumerate(sentences) if start <= place[1] < end)

    return {
        _ordered(at(one), at(two))
        for claim in gold.claims
        for one, two in itertools.combinations(claim, 2)
        if one[0] != two[0]
    }


def _any_shared(places: Sequence[set[tuple[str, int]]], pair: Pair, shared: set[SentencePair]) -> bool:
    return any(_ordered(a, b) in shared for a in places[pair.left] for b in places[pair.right])


def _ordered(one: tuple[str, int], two: tuple[str, int]) -> SentencePair:
    return (one, two) if one < two else (two, one)
