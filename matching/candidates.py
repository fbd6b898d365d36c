"""Pairs of statements worth scoring: blocking, so that the work grows with the claims and not with their square.

    statement -> keys (stems, names, days with places, speakers, runs of quoted words) -> statements that share keys
              -> sentences that hold them, or that mean the same -> of the best of these, those that cover most of the
                 statement's words

A key that too many statements share says little and costs much; it is left out. What sentences mean costs one product
of small vectors a pair of sentences, which stays far below all else. Each statement keeps at most `MOST_CANDIDATES`
partners, each from another sentence; a pair is scored when either side keeps the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from matching.facets import is_day, place_key
from matching.features import Pair
from matching.speakers import name_words
from matching.statements import Statement, Story

# Partners kept for each statement, each in another sentence.
MOST_CANDIDATES = 20
# Statements that may share a key before it is dropped. It bounds the work for one key by its square; 80 leaves every
# stem but the commonest of a three-article story in use, and the words of one wire copy in fifty articles.
MOST_SHARING = 80
# Words in a run of quoted words that serves as a key.
_QUOTE_RUN = 4
# What a shared key of each kind weighs beside the rarity of a shared stem, in units of that rarity.
_DAY_AND_PLACE_WEIGHT = 12.0
_DAY_WEIGHT = 3.0
_SPEAKER_WEIGHT = 1.5
_QUOTE_WEIGHT = 4.0
# Derivations of one word ("resign", "resignation") are worth a little by themselves.
_ROOT_WEIGHT = 1.0

# Shared weight whose root counts as much as a cosine of 1: about a dozen rare words. The root, since the first shared
# words say most. With coverage 97.4 % of the shared sentences of the training stories are kept, without it 96.6 %;
# 0.7 % are not among the claims at all. Weights that a logistic regression finds, neighbouring pairs, speakers and a
# share for each article added nothing.
_MUCH_SHARED = 60.0
_SHARED_WEIGHT = 1.5
_MEANING_WEIGHT = 0.5
_CLAIM_MEANING_WEIGHT = 0.5
_AROUND_WEIGHT = 0.5
# What it weighs how much of a statement a sentence covers word by word, and how many sentences, the best by all else,
# are asked for it.
_COVERAGE_WEIGHT = 2.0
_MOST_ASKED = 60

Key = tuple[str, ...]
Floats = npt.NDArray[np.floating]


def find_candidates(story: Story) -> tuple[Pair, ...]:
    """Pairs of statements of different articles, each once, in order."""
    sharing = _shared_weight(story)
    readings = story.readings
    articles = np.array([sentence.article for sentence in readings.sentences])
    homes = np.array(readings.home, dtype=np.int64)
    by_home = np.argsort(homes, kind="stable")  # each sentence holds a statement, so that each has a stretch of these
    first = np.searchsorted(homes[by_home], np.arange(len(readings.sentences)))
    kept: set[tuple[int, int]] = set()
    for statement in story.statements:
        order, home = statement.order, readings.home[statement.order]
        alike = _MEANING_WEIGHT * (readings.meanings @ readings.meanings[home])
        alike += _AROUND_WEIGHT * (readings.around @ readings.around[home])
        claims = np.maximum.reduceat((readings.claims @ readings.claims[order])[by_home], first)
        words = np.zeros(len(alike))
        for partner, weight in sharing[order].items():
            words[readings.home[partner]] = max(words[readings.home[partner]], weight)
        alike = alike + _CLAIM_MEANING_WEIGHT * claims + _SHARED_WEIGHT * np.sqrt(words)
        alike[articles == statement.article] = -np.inf
        best = [index for index in _from_most(alike)[:_MOST_ASKED] if np.isfinite(alike[index])]
        covered = [story.coverage.of(home, index).statements[order] for index in best]
        for place in _from_most(alike[best] + _COVERAGE_WEIGHT * np.array(covered))[:MOST_CANDIDATES]:
            partner = _closest(story, order, readings.sentences[best[place]].statements, sharing[order])
            kept.add((min(order, partner), max(order, partner)))
    return tuple(Pair(left, right) for left, right in sorted(kept))


def _from_most(scores: Floats) -> list[int]:
    """Indices, the largest first; what differs by rounding alone stays in order."""
    return [int(index) for index in np.argsort(-np.round(scores, 6), kind="stable")]


def _closest(story: Story, order: int, partners: Sequence[int], shared: Mapping[int, float]) -> int:
    """The statement of a sentence that is most like `order`."""
    claims = story.readings.claims

    def likeness(partner: int) -> float:
        return round(shared.get(partner, 0.0) + float(claims[order] @ claims[partner]), 6)

    return max(partners, key=lambda partner: (likeness(partner), -partner))


def _shared_weight(story: Story) -> dict[int, dict[int, float]]:
    """For each statement, what its shared keys with each other weigh, in units of `_MUCH_SHARED`."""
    holders: dict[Key, list[int]] = defaultdict(list)
    weights: dict[Key, float] = {}
    for statement in story.statements:
        for key, weight in _keys(statement, story.rarity).items():
            holders[key].append(statement.order)
            weights[key] = weight / _MUCH_SHARED
    sharing: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for key, orders in holders.items():
        if 1 < len(orders) <= MOST_SHARING:
            for left, right in _across(orders, story):
                sharing[left][right] += weights[key]
                sharing[right][left] += weights[key]
    return sharing


def _across(orders: list[int], story: Story) -> Iterator[tuple[int, int]]:
    for index, left in enumerate(orders):
        article = story.statements[left].article
        for right in orders[index + 1 :]:
            if story.statements[right].article != article:
                yield left, right


def _keys(statement: Statement, rarity: Mapping[str, float]) -> dict[Key, float]:
    keys: dict[Key, float] = {("stem", stem): rarity.get(stem, 1.0) for stem in sorted(statement.content)}
    keys |= {("root", root): _ROOT_WEIGHT for root in sorted(statement.roots)}
    days = sorted({str(time.first) for time in statement.times if is_day(time)})
    places = sorted({" ".join(place_key(place)) for place in statement.places})
    keys |= {("day", day): _DAY_WEIGHT for day in days}
    keys |= {("day and place", day, place): _DAY_AND_PLACE_WEIGHT for day in days for place in places}
    attribution = statement.claim.attribution
    if attribution is not None and attribution.speaker is not None:
        named = name_words(attribution.speaker.name)
        if named:
            keys["speaker", named[-1]] = _SPEAKER_WEIGHT
    quoted = statement.quoted
    for start in range(len(quoted) - _QUOTE_RUN + 1):
        keys["quote", *quoted[start : start + _QUOTE_RUN]] = _QUOTE_WEIGHT
    return keys
