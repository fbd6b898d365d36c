"""The divergences of a story: read in all pairs of statements that may be of one slot, scored, and kept if likely.

Contradicting sentences need not be alike in words, and an alignment score that is learned from likeness misses them. So
rules look at every pair that is among the best of either side, aligned or not; one that is very likely to diverge is of
one slot for that reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from matching.divergences import AlignedPair, divergences_of
from matching.divergences.learned import other_by_reading
from matching.divergences.pair import Told
from matching.features import Pair
from matching.reading.judging import Difference
from matching.records import Divergence
from matching.relation.evidence import Proposed, evidence_of, logit_of
from matching.relation.scoring import RelationModel
from matching.statements import Story

# Sentences of another article in which a statement's partners are looked at, the likeliest first.
MOST_PARTNERS = 3

# How often what reading alone is sure of was right: on contrasts held out of its training it names the kind of 24 % of
# 188 that diverge and speaks up in 3.6 % of 162 that do not.
READ_SCORE = 0.88

ScoreOf = Callable[[Pair], float]
DifferenceOf = Callable[[Pair], Difference | None]
"""What the reading network says of a pair; None where it was not read."""


@dataclass(frozen=True, slots=True)
class Diverging:
    """A divergence between two statements and how likely it is there, in [0, 1]."""

    divergence: Divergence
    score: float


def diverging_pairs(
    told: Told,
    candidates: Sequence[Pair],
    aligned: Collection[Pair],
    score_of: ScoreOf,
    difference_of: DifferenceOf,
    model: RelationModel,
) -> dict[Pair, tuple[Diverging, ...]]:
    """All that rules read in the likeliest of `candidates` and in the `aligned` pairs, likely or not.

    In an aligned pair where no rule has anything likely, what reading alone is sure of.
    """
    proposed, rows = proposals(told, candidates, aligned, score_of)
    found: dict[Pair, tuple[Diverging, ...]] = {}
    for each, row in zip(proposed, rows, strict=True):
        pair = Pair(*each.orders)
        score = model.score(each.divergence, row, difference_of(pair))
        found[pair] = (*found.get(pair, ()), Diverging(each.divergence, score))
    story = told.story
    for pair in aligned:
        difference = difference_of(pair)
        if difference is None or any(model.holds(each.divergence, each.score) for each in found.get(pair, ())):
            continue
        left, right = story.statements[pair.left], story.statements[pair.right]
        read = other_by_reading(AlignedPair(told, left, right, score_of(pair)), difference)
        if read is not None:
            found[pair] = (*found.get(pair, ()), Diverging(read, READ_SCORE))
    return found


def proposals(
    told: Told, candidates: Sequence[Pair], aligned: Iterable[Pair], score_of: ScoreOf
) -> tuple[list[Proposed], list[list[float]]]:
    """What rules read, with the evidence for each, in the order of the pairs."""
    story = told.story
    looked_at = sorted({*_likeliest(story, candidates, score_of), *aligned}, key=lambda pair: (pair.left, pair.right))
    proposed = []
    best: dict[tuple[int, str], float] = defaultdict(lambda: -float("inf"))
    home = story.readings.home
    for pair in looked_at:
        left, right = story.statements[pair.left], story.statements[pair.right]
        score = score_of(pair)
        for key in ((home[pair.left], right.article), (home[pair.right], left.article)):
            best[key] = max(best[key], logit_of(score))
        both = AlignedPair(told, left, right, score)
        proposed += [Proposed(both, divergence) for divergence in divergences_of(both)]
    return proposed, evidence_of(proposed, best)


def _likeliest(story: Story, candidates: Sequence[Pair], score_of: ScoreOf) -> set[Pair]:
    partners: dict[tuple[int, str], list[tuple[float, int, Pair]]] = defaultdict(list)
    statements, home = story.statements, story.readings.home
    for pair in candidates:
        left, right = statements[pair.left].article, statements[pair.right].article
        if left != right:
            partners[pair.left, right].append((-score_of(pair), pair.right, pair))
            partners[pair.right, left].append((-score_of(pair), pair.left, pair))
    kept: set[Pair] = set()
    for found in partners.values():
        sentences: list[int] = []
        for _, partner, pair in sorted(found, key=lambda one: one[:2]):
            if home[partner] not in sentences:
                if len(sentences) == MOST_PARTNERS:
                    break
                sentences.append(home[partner])
            kept.add(pair)
    return kept
