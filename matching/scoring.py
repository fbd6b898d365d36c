"""The alignment score: how likely two statements fill the same slot.

    features of every candidate pair -> a first score -> the pairs it does not settle are read -> the final score

Both scores are logistic regressions whose coefficients ship as JSON (`matching/weights/alignment`, made by
`training/alignment`); the second weighs the first against what reading says (`matching.reading`). The output is a
probability over the candidate pairs of news stories. One case is too rare there to be learned and is counted instead:
two statements that name the same day, the same place and the same actors tell of one occasion, in however few common
words; two that name other days and other places tell of two.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.errors import MissingWeights
from extractors.facets.comparing import times_meet
from matching.countries import COUNTRIES
from matching.facets import is_day, place_key, shared_days, shared_places
from matching.features import FEATURES, Pair, Surroundings, features_of
from matching.gates import holders
from matching.grounds import by_kind, weightiest_first
from matching.reading.choosing import pairs_to_read
from matching.reading.judging import READ_FEATURES, Difference, Judgements, judge
from matching.records import Ground
from matching.statements import Statement, Story

if TYPE_CHECKING:
    from matching.reading.reader import Reader

# How often two sentences of one story that share day, place and further content words carried one claim: 10 of 15 in
# 66 annotated stories. A floor under the learned score, which knows only how many words such pairs have in common.
SAME_OCCASION = 0.65
# How often two sentences that name other days and other places carried one claim all the same: 7 of 67. A ceiling.
OTHER_OCCASION = 0.1
# Content words besides day and place that must be shared: who meets, or what about.
_SHARED_ACTORS = 2

# Logits that reading may add to what the features find. Short sentences that have nothing in common are rare in what it
# learned from, and it is easily too sure of them. On the development stories 1.5 costs 0.2 points of F1, and 1 costs
# 0.8; 3 gains nothing.
MOST_ADDED = 2.0
# Score of the likeliest pair of statements in two sentences from which their other statements may be aligned as well.
# 0.5 to 0.8 were tried on the development stories: F1 is the same within 0.2 points, and the highest has half a point
# more precision.
SHARING_SENTENCES = 0.8

WEIGHTS = Path(__file__).parent / "weights" / "alignment" / "model.json"


# Logits beyond this are as good as certain; it keeps the exponential in range.
_SURE = 40.0


@dataclass(frozen=True, slots=True)
class Weighing:
    """A logistic regression: `coefficients` run along the names of what is weighed."""

    intercept: float
    coefficients: tuple[float, ...]

    def logit(self, row: Sequence[float]) -> float:
        return self.intercept + math.fsum(w * x for w, x in zip(self.coefficients, row, strict=True))


@dataclass(frozen=True, slots=True)
class AlignmentModel:
    """`threshold` is the probability from which two statements count as aligned, chosen on the development stories.

    `typical` has the mean of each feature over all candidates, and `typically_read` the mean of what the answers of
    reading add to a logit over all pairs that are read: scores are explained beside these.
    """

    version: str
    features: Weighing
    read: Weighing
    threshold: float
    typical: tuple[float, ...]
    typically_read: float


def probability(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-_SURE, min(_SURE, logit))))


@lru_cache(maxsize=4)
def load_model(path: Path = WEIGHTS) -> AlignmentModel:
    """Raises MissingWeights when the file is absent or made for other features."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise MissingWeights(f"{path.name} is not installed: reinstall, or make it with training/alignment") from error
    return AlignmentModel(
        version=stored["version"],
        features=_weighing(stored["features"], FEATURES, path),
        read=_weighing(stored["read"], READ_FEATURES, path),
        threshold=stored["threshold"],
        typical=_along(FEATURES, stored["typical"]["features"]),
        typically_read=stored["typical"]["read"],
    )


def _weighing(stored: Mapping[str, Any], names: Sequence[str], path: Path) -> Weighing:
    if tuple(stored["coefficients"]) != tuple(names):
        raise MissingWeights(f"{path.name} was made for other features: make it again with training/alignment")
    return Weighing(stored["intercept"], tuple(stored["coefficients"].values()))


def _along(names: Sequence[str], values: Mapping[str, float]) -> tuple[float, ...]:
    return tuple(values[name] for name in names)


class FirstScores:
    """Logits of the features alone; a pair that was no candidate is scored when asked for."""

    def __init__(self, story: Story, candidates: Sequence[Pair], weighing: Weighing) -> None:
        self._story = story
        self._weighing = weighing
        self._around = Surroundings(story, candidates)
        self._known: dict[Pair, float] = {}

    def of(self, pair: Pair) -> float:
        logit = self._known.get(pair)
        if logit is None:
            logit = self._weighing.logit(self.row(pair))
            self._known[pair] = logit
        return logit

    def row(self, pair: Pair) -> list[float]:
        """The features of a pair, along `FEATURES`."""
        return features_of(self._story, pair, self._around)


class Scores:
    """Alignment scores of a story's pairs. `pairs` are the candidates and all pairs of statements that were read."""

    def __init__(self, story: Story, candidates: Sequence[Pair], model: AlignmentModel, reader: Reader) -> None:
        self._story = story
        self._model = model
        self._first = FirstScores(story, candidates, model.features)
        chosen = pairs_to_read(story.readings, candidates, lambda pair: probability(self._first.of(pair)))
        self._read = Judgements(story, judge(story, chosen, lambda *pair: self._first.of(Pair(*pair)), reader))
        asked = {Pair(*pair) for judgement in self._read.found.values() for pair in judgement.claims}
        self.pairs: tuple[Pair, ...] = tuple(sorted(asked | set(candidates), key=lambda pair: (pair.left, pair.right)))
        self._known: dict[Pair, float] = {}

    def of(self, pair: Pair) -> float:
        score = self._known.get(pair)
        if score is None:
            score = probability(self._logit(pair))
            left, right = self._story.statements[pair.left], self._story.statements[pair.right]
            if _is_same_occasion(left, right):
                score = max(score, SAME_OCCASION)
            elif _is_other_occasion(left, right):
                score = min(score, OTHER_OCCASION)
            self._known[pair] = score
        return score

    @cached_property
    def alignable(self) -> tuple[Pair, ...]:
        """The pairs that may be aligned, in order: in two sentences that are not sure to share a claim, only the
        likeliest pair of statements.
        """
        home = self._story.readings.home
        best: dict[tuple[int, int], tuple[float, Pair]] = {}
        for pair in self.pairs:
            key = home[pair.left], home[pair.right]
            score = self.of(pair)
            if key not in best or score > best[key][0]:
                best[key] = (score, pair)
        likeliest = {pair for _, pair in best.values()}
        return tuple(
            pair
            for pair in self.pairs
            if pair in likeliest or best[home[pair.left], home[pair.right]][0] >= SHARING_SENTENCES
        )

    def grounds(self, pair: Pair) -> tuple[Ground, ...]:
        """What carried the score of a pair, in logits beside an average candidate: together they make it up."""
        contributions = by_kind(self._model.features.coefficients, self._first.row(pair), self._model.typical)
        first = self._first.of(pair)
        row = self._read.row(pair.left, pair.right, first)
        if row is not None:
            apart = read_apart(self._model.read, row)
            capped = self._logit(pair) - self._model.read.logit(row)
            contributions = {kind: apart.share * weight for kind, weight in contributions.items()}
            contributions["rivals"] += apart.likelier
            contributions["reading"] = apart.read + capped - self._model.typically_read
        score, learned = self.of(pair), probability(self._logit(pair))
        if score != learned:
            contributions["occasion"] += math.log(score / (1 - score)) - self._logit(pair)
        return weightiest_first(contributions.items())

    def difference(self, pair: Pair) -> Difference | None:
        """What reading says of how two statements relate; None when they were not read."""
        return self._read.difference(pair.left, pair.right)

    def _logit(self, pair: Pair) -> float:
        first = self._first.of(pair)
        row = self._read.row(pair.left, pair.right, first)
        return first if row is None else min(self._model.read.logit(row), first + MOST_ADDED)


@dataclass(frozen=True, slots=True)
class Apart:
    """The logit of a pair that was read, taken apart: `share` times what its features find, what the likeliest pair of
    the two sentences adds by being likelier, and the rest, which reading says.
    """

    share: float
    likelier: float
    read: float


def read_apart(weighing: Weighing, row: Sequence[float]) -> Apart:
    """`row` runs along `READ_FEATURES`."""
    weights, values = (dict(zip(READ_FEATURES, each, strict=True)) for each in (weighing.coefficients, row))
    share = weights["features"] + weights["best_features"]
    likelier = weights["best_features"] * (values["best_features"] - values["features"])
    return Apart(share, likelier, weighing.logit(row) - share * values["features"] - likelier)


def _is_same_occasion(left: Statement, right: Statement) -> bool:
    days = shared_days(left.times, right.times)
    places = shared_places(left.places, right.places)
    if not days or not places or holders(left, right) == "other_speaker":
        return False
    return len(_besides_when_and_where(left) & _besides_when_and_where(right)) >= _SHARED_ACTORS


def _is_other_occasion(left: Statement, right: Statement) -> bool:
    one = [time for time in left.times if is_day(time)]
    two = [time for time in right.times if is_day(time)]
    return (
        bool(one and two and left.places and right.places)
        and not any(times_meet(a, b) for a in one for b in two)
        and not shared_places(left.places, right.places)
    )


def _besides_when_and_where(statement: Statement) -> set[str]:
    """Stems that say who or what; countries among them, which act in the news more often than they are scenes of it."""
    said = [span for time in statement.times for span in time.spans]
    said += [place.span for place in statement.places if not set(place_key(place)) <= COUNTRIES]
    return {
        word.stem
        for word in statement.words
        if word.is_content and not any(span.start <= word.start < span.end for span in said)
    }
