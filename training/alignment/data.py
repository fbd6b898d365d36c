"""Annotated stories turned into pairs of statements with features and labels."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matching.candidates import find_candidates
from matching.features import FEATURES, Surroundings, features_of
from matching.records import Article
from matching.statements import Statement, prepare
from training.logistic import Array
from training.stories import Gold, Place, covers


@dataclass(frozen=True, slots=True)
class Labelled:
    """`labels` is 1.0 for a pair that carries one claim; `aligned` counts all such pairs, also those no candidates."""

    rows: Array
    labels: Array
    aligned: int


def label(stories: Iterator[tuple[tuple[Article, ...], Gold]]) -> Labelled:
    """Features and labels of all candidate pairs.

    A pair in whose sentences a claim is shared but not in its very words is left out: it says neither yes nor no.
    """
    rows: list[list[float]] = []
    labels: list[float] = []
    aligned = 0
    for articles, gold in stories:
        story = prepare(articles)
        candidates = find_candidates(story)
        around = Surroundings(story, candidates)
        exact = sorted({pair for claim in gold.claims for pair in _across(claim)})
        loose = sorted({(_sentence(one, gold), _sentence(two, gold)) for one, two in exact})
        aligned += len(loose)
        for pair in candidates:
            verdict = _verdict(story.statements[pair.left], story.statements[pair.right], exact, loose)
            if verdict is not None:
                rows.append(features_of(story, pair, around))
                labels.append(verdict)
    return Labelled(np.array(rows).reshape(len(rows), len(FEATURES)), np.array(labels), aligned)


def _across(claim: tuple[Place, ...]) -> Iterator[tuple[Place, Place]]:
    for one, two in itertools.combinations(sorted(claim), 2):
        if one[0] != two[0]:
            yield one, two


def _sentence(place: Place, gold: Gold) -> Place:
    for start, end in gold.sentences[place[0]]:
        if start <= place[1] < end:
            return place[0], start, end
    return place


def _verdict(
    left: Statement,
    right: Statement,
    exact: Sequence[tuple[Place, Place]],
    loose: Sequence[tuple[Place, Place]],
) -> float | None:
    one, two = (left, right) if left.article < right.article else (right, left)
    if any(_covers(one, a) and _covers(two, b) for a, b in exact):
        return 1.0
    return None if any(_covers(one, a) and _covers(two, b) for a, b in loose) else 0.0


def _covers(statement: Statement, place: Place) -> bool:
    return covers(statement.article, statement.spans, place)
