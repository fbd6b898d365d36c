"""Pairs of statements worth scoring: blocking, so that the work grows with the claims and not with their square.

    statement -> keys (stems, names, days with places, speakers, runs of quoted words) -> statements that share keys
              -> sentences that hold them, or that mean the same -> of the best of these, those that cover most of the
                 statement's words -> and a few that much else is like, or that the statement's neighbours are like

A key that too many statements share says little and costs much; it is left out. What sentences mean costs one product
of small vectors a pair of sentences, which stays far below all else. Each statement keeps at most `MOST_CANDIDATES`
partners, each from another sentence; a pair is scored when either side keeps the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from matching.facets import is_day, place_key
from matching.features import Pair
from matching.speakers import name_words
from matching.statements import Statement, Story

# Partners kept for each statement, each in another sentence.
MOST_CANDIDATES = 20
# How many of them are kept for what they have in common with the statement itself. The others are kept for what else
# there is like them, too; for all twenty that would let fifty reprints of one sentence drive out everything else.
_MOST_BY_LIKENESS = 12
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
# words say most. With coverage 97.2 % of the shared sentences of the training stories are kept, without it 0.8 less;
# with the last four by what is sought and beside 97.9 %, with all twenty 98.0 % (0.9 % are not among the claims at
# all). Weights that a logistic regression finds, names, speakers, positions and a share for each article added nothing.
_MUCH_SHARED = 60.0
_SHARED_WEIGHT = 1.5
_MEANING_WEIGHT = 0.5
_CLAIM_MEANING_WEIGHT = 0.5
_AROUND_WEIGHT = 0.5
# What it weighs how much of a statement a sentence covers word by word, and how many sentences, the best by all else,
# are asked for it.
_COVERAGE_WEIGHT = 2.0
_MOST_ASKED = 60
# What it weighs that a sentence is much sought: what all outlets tell of is told by more sentences than are like each
# other in words. The mean over this many sentences that it is most like. Taking it off instead, as is done against hubs
# elsewhere, loses 1.8 points of recall; anything from 0.3 to 1 and from 3 to 20 is as good within 0.3.
_SOUGHT_WEIGHT = 0.6
_SOUGHT_BY = 10
# What it weighs that a sentence is like the one before or after: a paragraph mostly tells of one matter.
_BESIDE_WEIGHT = 0.5

Key = tuple[str, ...]
Floats = npt.NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """The sentences in which a statement may have a partner, and how like it each is; likeness has no unit."""

    sentences: tuple[int, ...]
    likeness: Floats


def find_candidates(story: Story) -> tuple[Pair, ...]:
    """Pairs of statements of different articles, each once, in order."""
    sharing = _shared_weight(story)
    asked = _all_asked(story, sharing)
    readings = story.readings
    like = _like_sentences(story, asked)
    sought = np.array([np.sort(row)[-_SOUGHT_BY:].mean() for row in like])
    kept: set[tuple[int, int]] = set()
    for order, each in enumerate(asked):
        sentences = list(each.sentences)
        likely = each.likeness + _SOUGHT_WEIGHT * sought[sentences]
        likely += _BESIDE_WEIGHT * _beside(story, readings.home[order], like)[sentences]
        places = dict.fromkeys((*_from_most(each.likeness)[:_MOST_BY_LIKENESS], *_from_most(likely)))
        for place in islice(places, MOST_CANDIDATES):
            partner = _closest(story, order, readings.sentences[sentences[place]].statements, sharing[order])
            kept.add((min(order, partner), max(order, partner)))
    return tuple(Pair(left, right) for left, right in sorted(kept))


def _all_asked(story: Story, sharing: Mapping[int, Mapping[int, float]]) -> list[_Asked]:
    """One for each statement."""
    readings = story.readings
    articles = np.array([sentence.article for sentence in readings.sentences])
    homes = np.array(readings.home, dtype=np.int64)
    by_home = np.argsort(homes, kind="stable")  # each sentence holds a statement, so that each has a stretch of these
    first = np.searchsorted(homes[by_home], np.arange(len(readings.sentences)))
    found = []
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
        found.append(_Asked(tuple(best), alike[best] + _COVERAGE_WEIGHT * np.array(covered)))
    return found


def _like_sentences(story: Story, asked: Sequence[_Asked]) -> Floats:
    """(sentences, sentences): how like each is to the likest statement of the row's sentence, 0.0 where not asked."""
    count = len(story.readings.sentences)
    like = np.zeros((count, count), dtype=np.float32)
    for order, each in enumerate(asked):
        row = like[story.readings.home[order]]
        sentences = list(each.sentences)
        row[sentences] = np.maximum(row[sentences], each.likeness)
    return like


def _beside(story: Story, home: int, like: Floats) -> Floats:
    """(sentences,): how like each is to the sentence before or after `home`, whichever it is more like."""
    sentences = story.readings.sentences
    near = [at for at in (home - 1, home + 1) if 0 <= at < len(sentences)]
    rows = [like[at] for at in near if sentences[at].article == sentences[home].article]
    return np.maximum.reduce(rows) if rows else np.zeros(len(sentences))


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
