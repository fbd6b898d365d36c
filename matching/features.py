"""How alike two statements are, as a row of numbers for `matching.scoring`.

Each feature is symmetric: swapping the two statements gives the same row. None of them says whether the statements
agree; contradicting sentences are closer in words than entailing ones.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from extractors.facets.comparing import quantities_meet, times_meet
from extractors.records import Speaker
from matching.facets import is_day, same_measure, shared_days, shared_numbers, shared_places
from matching.reading.pairs import Floats
from matching.speakers import compare_speakers
from matching.statements import Statement, Story, cosine

FEATURES: tuple[str, ...] = (
    "cosine_own",
    "cosine_context",
    "token_sort",
    "token_set",
    "partial",
    "shared_rarity",
    "containment",
    "root_overlap",
    "names_shared",
    "names_only_one",
    "context_names_shared",
    "day_shared",
    "day_conflict",
    "number_shared",
    "number_conflict",
    "measure_same",
    "place_shared",
    "day_and_place",
    "speaker_same",
    "speaker_different",
    "both_own_voice",
    "one_own_voice",
    "both_quoted",
    "quote_shared",
    "quote_run",
    "best_of_left",
    "best_of_right",
    "best_both",
    "position_gap",
    "neighbours",
    "shorter_length",
    "length_ratio",
    "crowd",
    "cosine_squared",
    "cosine_times_containment",
    "meaning",
    "meaning_of_claims",
    "meaning_in_story",
    "meaning_around",
    "meaning_beside",
    "meaning_below_best_left",
    "meaning_below_best_right",
    "meaning_times_cosine",
    "covered_less",
    "covered_more",
    "claim_covered_less",
    "claim_covered_more",
    "covered_below_best_left",
    "covered_below_best_right",
)

# A shared run of quoted words counts in full from this many words on; shorter runs are common phrases.
_LONG_RUN = 8
# Weight of shared rarity that counts as "very much": about six rare words.
_MUCH_RARITY = 30.0
# Words from which on a claim counts as long in full.
_LONG_CLAIM = 30.0
# Natural logarithm of a hundred claims. In longer articles any one pair is less likely to be aligned.
_LARGE_CROWD = math.log(100)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of different articles, by their order in the story; `left` < `right`."""

    left: int
    right: int


class Surroundings:
    """What a pair is measured against: the best partner each statement has in each other article, and neighbours."""

    def __init__(self, story: Story, pairs: Sequence[Pair]) -> None:
        self._story = story
        self._cosines: dict[tuple[int, int], float] = {}
        self._best: dict[tuple[int, str], float] = {}
        self._in_story = _centred(story.readings.meanings)
        self._meant: dict[tuple[int, int], float] = {}
        self._best_meant: dict[tuple[int, str], float] = {}
        self._best_covered: dict[tuple[int, str], float] = {}
        for pair in pairs:
            self._note_meaning(pair)
            left, right = story.statements[pair.left], story.statements[pair.right]
            value = cosine(left.vector, right.vector)
            self._cosines[pair.left, pair.right] = value
            for key in ((pair.left, right.article), (pair.right, left.article)):
                self._best[key] = max(self._best.get(key, 0.0), value)

    def cosine(self, pair: Pair) -> float:
        known = self._cosines.get((pair.left, pair.right))
        if known is not None:
            return known
        return cosine(self._story.statements[pair.left].vector, self._story.statements[pair.right].vector)

    def share_of_best(self, pair: Pair) -> tuple[float, float]:
        """How close this pair comes to the best that either side has in the other's article, in [0, 1]."""
        value = self.cosine(pair)
        left, right = self._story.statements[pair.left], self._story.statements[pair.right]
        best_left = max(value, self._best.get((pair.left, right.article), 0.0))
        best_right = max(value, self._best.get((pair.right, left.article), 0.0))
        return (value / best_left if best_left else 0.0, value / best_right if best_right else 0.0)

    def _note_meaning(self, pair: Pair) -> None:
        readings = self._story.readings
        left, right = readings.home[pair.left], readings.home[pair.right]
        if (left, right) not in self._meant:
            value = float(self._in_story[left] @ self._in_story[right])
            self._meant[left, right] = value
            for key in ((left, readings.sentences[right].article), (right, readings.sentences[left].article)):
                self._best_meant[key] = max(self._best_meant.get(key, -1.0), value)
                self._best_covered[key] = max(self._best_covered.get(key, -1.0), self._covered(left, right))

    def meaning(self, pair: Pair) -> float:
        """The cosine of the sentences' meanings, less what all sentences of the story have in common."""
        home = self._story.readings.home
        return float(self._in_story[home[pair.left]] @ self._in_story[home[pair.right]])

    def below_best(self, pair: Pair) -> tuple[float, float]:
        """How far `meaning` stays below the best that either sentence has in the other's article; 0.0 for the best."""
        readings = self._story.readings
        value = self.meaning(pair)
        left, right = readings.home[pair.left], readings.home[pair.right]
        best_left = self._best_meant.get((left, readings.sentences[right].article), value)
        best_right = self._best_meant.get((right, readings.sentences[left].article), value)
        return min(0.0, value - best_left), min(0.0, value - best_right)

    def below_best_covered(self, pair: Pair) -> tuple[float, float]:
        """How far what the sentences cover of each other, on average, stays below the best that either has in the
        other's article; 0.0 for the best.
        """
        readings = self._story.readings
        left, right = readings.home[pair.left], readings.home[pair.right]
        value = self._covered(left, right)
        best_left = self._best_covered.get((left, readings.sentences[right].article), value)
        best_right = self._best_covered.get((right, readings.sentences[left].article), value)
        return min(0.0, value - best_left), min(0.0, value - best_right)

    def _covered(self, left: int, right: int) -> float:
        coverage = self._story.coverage
        return (coverage.of(left, right).whole + coverage.of(right, left).whole) / 2

    def beside(self, pair: Pair) -> float:
        """The best `meaning` of a sentence next to one and one next to the other, in either order; at least 0."""
        readings = self._story.readings
        left, right = readings.home[pair.left], readings.home[pair.right]
        best = 0.0
        for step_left in (-1, 1):
            for step_right in (-1, 1):
                near = self._meant.get((left + step_left, right + step_right))
                best = max(best, near or 0.0)
        return best

    def neighbours(self, pair: Pair) -> float:
        """The best cosine between a statement next to one and a statement next to the other, in either order."""
        best = 0.0
        for step_left in (-1, 1):
            for step_right in (-1, 1):
                near = Pair(pair.left + step_left, pair.right + step_right)
                if self._beside(pair.left, near.left) and self._beside(pair.right, near.right):
                    best = max(best, self._cosines.get((near.left, near.right), 0.0))
        return best

    def _beside(self, order: int, other: int) -> bool:
        statements = self._story.statements
        return 0 <= other < len(statements) and statements[other].article == statements[order].article


def features_of(story: Story, pair: Pair, around: Surroundings) -> list[float]:
    """One number for each of `FEATURES`, all in about [0, 1]."""
    left, right = story.statements[pair.left], story.statements[pair.right]
    shared = left.content.keys() & right.content.keys()
    own = cosine(left.own, right.own)
    context = around.cosine(pair)
    lighter = min(story.rarity_of(left.content), story.rarity_of(right.content))
    containment = story.rarity_of(sorted(shared)) / lighter if lighter else 0.0
    names = left.names & right.names
    days = shared_days(left.times, right.times)
    places = shared_places(left.places, right.places)
    likeness = compare_speakers(_speaker(left), _speaker(right))
    voices = (left.claim.attribution is None) + (right.claim.attribution is None)
    best_left, best_right = around.share_of_best(pair)
    home_left, home_right = story.readings.home[pair.left], story.readings.home[pair.right]
    meaning = float(story.readings.meanings[home_left] @ story.readings.meanings[home_right])
    below_left, below_right = around.below_best(pair)
    one, two = story.coverage.of(home_left, home_right), story.coverage.of(home_right, home_left)
    covered = sorted((one.whole, two.whole))
    claim_covered = sorted((one.statements[pair.left], two.statements[pair.right]))
    covered_below = sorted(around.below_best_covered(pair))
    lengths = sorted((sum(left.content.values()), sum(right.content.values())))
    run, quote_share = quote_overlap(left.quoted, right.quoted)
    row: Mapping[str, float] = {
        "cosine_own": own,
        "cosine_context": context,
        "token_sort": fuzz.token_sort_ratio(left.plain, right.plain) / 100,
        "token_set": fuzz.token_set_ratio(left.plain, right.plain) / 100,
        "partial": fuzz.partial_token_sort_ratio(left.plain, right.plain) / 100,
        "shared_rarity": min(1.0, story.rarity_of(sorted(shared)) / _MUCH_RARITY),
        "containment": containment,
        "root_overlap": _overlap(left.roots, right.roots),
        "names_shared": min(1.0, len(names) / 3),
        "names_only_one": min(1.0, len(left.names ^ right.names) / 6),
        "context_names_shared": min(1.0, len(left.context_names & right.context_names) / 4),
        "day_shared": float(bool(days)),
        "day_conflict": float(_days_conflict(left, right)),
        "number_shared": float(bool(shared_numbers(left.quantities, right.quantities))),
        "number_conflict": float(_numbers_conflict(left, right)),
        "measure_same": float(_measures_same(left, right)),
        "place_shared": float(bool(places)),
        "day_and_place": float(bool(days) and bool(places)),
        "speaker_same": float(likeness == "same"),
        "speaker_different": float(likeness == "different"),
        "both_own_voice": float(voices == 2),
        "one_own_voice": float(voices == 1),
        "both_quoted": float(bool(left.quoted) and bool(right.quoted)),
        "quote_shared": quote_share,
        "quote_run": min(1.0, run / _LONG_RUN),
        "best_of_left": min(best_left, best_right),
        "best_of_right": max(best_left, best_right),
        "best_both": float(best_left == 1.0 and best_right == 1.0 and context > 0.0),
        "position_gap": abs(left.place_in_article - right.place_in_article),
        "neighbours": around.neighbours(pair),
        "shorter_length": min(1.0, lengths[0] / _LONG_CLAIM),
        "length_ratio": lengths[0] / lengths[1] if lengths[1] else 0.0,
        "crowd": math.log(max(story.claims_in(left.article), story.claims_in(right.article))) / _LARGE_CROWD,
        "cosine_squared": context * context,
        "cosine_times_containment": context * containment,
        "meaning": meaning,
        "meaning_of_claims": float(story.readings.claims[pair.left] @ story.readings.claims[pair.right]),
        "meaning_in_story": around.meaning(pair),
        "meaning_around": float(story.readings.around[home_left] @ story.readings.around[home_right]),
        "meaning_beside": around.beside(pair),
        "meaning_below_best_left": min(below_left, below_right),
        "meaning_below_best_right": max(below_left, below_right),
        "meaning_times_cosine": meaning * context,
        "covered_less": covered[0],
        "covered_more": covered[1],
        "claim_covered_less": claim_covered[0],
        "claim_covered_more": claim_covered[1],
        "covered_below_best_left": covered_below[0],
        "covered_below_best_right": covered_below[1],
    }
    return [row[name] for name in FEATURES]


def _centred(meanings: Floats) -> Floats:
    """Each meaning less the mean of all, at length 1."""
    apart = meanings - meanings.mean(axis=0) if len(meanings) else meanings
    lengths = np.linalg.norm(apart, axis=1, keepdims=True)
    result: Floats = (apart / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
    return result


def quote_overlap(left: Sequence[str], right: Sequence[str]) -> tuple[int, float]:
    """The longest run of words two quotations share, and the share of the shorter one that the other has in order."""
    if not left or not right:
        return 0, 0.0
    common = LCSseq.similarity(left, right)
    return _longest_run(left, right), common / min(len(left), len(right))


def _longest_run(left: Sequence[str], right: Sequence[str]) -> int:
    best = 0
    before = [0] * (len(right) + 1)
    for word in left:
        now = [0] * (len(right) + 1)
        for index, other in enumerate(right):
            if word == other:
                now[index + 1] = before[index] + 1
                best = max(best, now[index + 1])
        before = now
    return best


def _speaker(statement: Statement) -> Speaker | None:
    attribution = statement.claim.attribution
    return attribution.speaker if attribution else None


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / math.sqrt(len(left) * len(right)) if left and right else 0.0


def _days_conflict(left: Statement, right: Statement) -> bool:
    one = [time for time in left.times if is_day(time)]
    two = [time for time in right.times if is_day(time)]
    return bool(one) and bool(two) and not any(times_meet(a, b) for a in one for b in two)


def _measures_same(left: Statement, right: Statement) -> bool:
    return any(same_measure(a, b) == "same" for a in left.quantities for b in right.quantities)


def _numbers_conflict(left: Statement, right: Statement) -> bool:
    comparable = [(a, b) for a in left.quantities for b in right.quantities if same_measure(a, b) == "same"]
    return bool(comparable) and not any(quantities_meet(a, b) for a, b in comparable)
