"""What speaks for and against a divergence that a rule has read in two statements, as a row of numbers.

Each number is symmetric. They tell how likely the two are said of one thing: the alignment score, what the sentences
mean, what they share besides the values that differ, and whether other sentences of the two articles could as well be
meant. None of them looks at what the values are.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from extractors.records import Predicate, Span
from matching.divergences import AlignedPair
from matching.divergences.telling import Telling
from matching.reading.pairs import Floats
from matching.reading.reader import Read
from matching.records import Divergence
from matching.words import root

EVIDENCE: tuple[str, ...] = (
    "aligned",
    "meaning",
    "meaning_of_claims",
    "meaning_near",
    "values_alike",
    "values_unread",
    "shared_share",
    "shared",
    "same_predicate",
    "bare",
    "brief",
    "crowd",
    "below_best_left",
    "below_best_right",
    "same_day",
    "rivals",
    "alone_left",
    "alone_right",
)
# Alignment scores are taken as logits and cut off here, one part in ten thousand.
_LEAST = 1e-4
# Shared words beyond this many say no more.
_MANY_SHARED = 5
# How far below the best of its sentences a pair's logit is followed.
_FAR_BELOW = 6.0
# What the similarity of two values is taken for where one of them has no word that was read.
_UNREAD = 0.3

_CUT = re.compile(r"[,;:()“”\"—–]|\b(?:who|which|where|while|when|after|before|although|because|that|as)\b")

BestOf = Mapping[tuple[int, str], float]
"""The highest alignment logit that each sentence has with any of each article, by the sentence's index."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A divergence that a rule reads in a pair, before anything is decided."""

    pair: AlignedPair
    divergence: Divergence

    @property
    def orders(self) -> tuple[int, int]:
        return self.pair.left.order, self.pair.right.order


def logit_of(score: float) -> float:
    bounded = min(max(score, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))


def evidence_of(proposed: Sequence[Proposed], best: BestOf) -> list[list[float]]:
    """One row of `EVIDENCE` for each. All that is proposed in a story is needed: proposals are each other's rivals."""
    rivals: dict[tuple[str, str, str], set[tuple[int, int]]] = defaultdict(set)
    for each in proposed:
        rivals[_question(each)].add(_home(each))
    return [_row(each, best, rivals[_question(each)]) for each in proposed]


def _question(each: Proposed) -> tuple[str, str, str]:
    return each.divergence.rule, each.pair.left.article, each.pair.right.article


def _home(each: Proposed) -> tuple[int, int]:
    home = each.pair.story.readings.home
    return home[each.pair.left.order], home[each.pair.right.order]


def _row(each: Proposed, best: BestOf, rivals: set[tuple[int, int]]) -> list[float]:
    pair, (left, right) = each.pair, each.orders
    story, readings = pair.story, pair.story.readings
    one, two = _home(each)
    logit = logit_of(pair.score)
    here, there = each.divergence.left.evidence, each.divergence.right.evidence
    near = _cosine(
        _meaning(readings.read[one], _clause(pair.told[0], here), here),
        _meaning(readings.read[two], _clause(pair.told[1], there), there),
    )
    alike = _cosine(
        _meaning(readings.read[one], (here.start, here.end)), _meaning(readings.read[two], (there.start, there.end))
    )
    besides = pair.told[0].roots_besides(here), pair.told[1].roots_besides(there)
    shared = besides[0] & besides[1]
    below = sorted((logit - best[one, pair.right.article], logit - best[two, pair.left.article]))
    alone = sorted((len({a for a, _ in rivals}) == 1, len({b for _, b in rivals}) == 1))
    meaning = float(readings.meanings[one] @ readings.meanings[two])
    row: Mapping[str, float] = {
        "aligned": logit,
        "meaning": meaning,
        "meaning_of_claims": float(readings.claims[left] @ readings.claims[right]),
        "meaning_near": meaning if near is None else near,
        "values_alike": _UNREAD if alike is None else alike,
        "values_unread": float(alike is None),
        "shared_share": len(shared) / max(1, min(len(besides[0]), len(besides[1]))),
        "shared": min(len(shared), _MANY_SHARED) / _MANY_SHARED,
        "same_predicate": float(_predicate(pair.left.claim.predicate) == _predicate(pair.right.claim.predicate) != ""),
        "bare": float(pair.is_bare),
        "brief": float(pair.is_brief),
        "crowd": math.log(max(story.claims_in(pair.left.article), story.claims_in(pair.right.article))),
        "below_best_left": max(below[0], -_FAR_BELOW),
        "below_best_right": max(below[1], -_FAR_BELOW),
        "same_day": float(pair.left.published == pair.right.published),
        "rivals": math.log(len(rivals)),
        "alone_left": float(alone[0]),
        "alone_right": float(alone[1]),
    }
    return [row[name] for name in EVIDENCE]


def _predicate(predicate: Predicate | None) -> str:
    return root(predicate.lemma.lower()) if predicate is not None else ""


def _clause(telling: Telling, value: Span) -> tuple[int, int]:
    """Offsets in the article of the stretch around a value that no mark or clause word cuts."""
    start, end = max(0, value.start - telling.start), max(0, value.end - telling.start)
    low = max((match.end() for match in _CUT.finditer(telling.low, 0, start)), default=0)
    high = next((match.start() for match in _CUT.finditer(telling.low, end)), len(telling.low))
    return low + telling.start, high + telling.start


def _meaning(read: Read, stretch: tuple[int, int], without: Span | None = None) -> Floats | None:
    """The mean state of the content words in a stretch, those of a value left out, at length 1; None without any."""
    inside = [
        index
        for index, (start, _) in enumerate(read.passage.places)
        if read.passage.stems[index]
        and stretch[0] <= start < stretch[1]
        and not (without is not None and without.start <= start < without.end)
    ]
    if not inside:
        return None
    mean = read.top[inside].mean(axis=0)
    result: Floats = mean / np.linalg.norm(mean)
    return result


def _cosine(one: Floats | None, two: Floats | None) -> float | None:
    return None if one is None or two is None else float(one @ two)
