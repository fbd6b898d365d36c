"""What reading tells of a pair of statements: the answers to it, and how they stand among those to its rivals."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.reading.choosing import SentencePair
from matching.reading.pairs import OUTPUTS, Floats

if TYPE_CHECKING:
    from matching.reading.reader import Reader
    from matching.statements import Story

MOST_QUESTIONS = 16
"""Pairs of claims asked about in one pair of sentences; only sentences of five clauses and more have more."""

READ_FEATURES = ("features", "carries", "aligned", "best_aligned", "below_rival", "below_rivals", "beside", "diverges")

NOT_READ = -6.0
"""Stands for the logit of a pair that was not read: the features found it unlikely."""

_CARRIES, _ALIGNED, _DIVERGES = (OUTPUTS.index(name) for name in ("carries", "aligned", "diverges"))


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """Logits for two sentences as wholes (OUTPUTS,) and for each pair of statements in them.

    `carries` is how likely the sentences share a claim, features and reading together, as a logit.
    """

    whole: Floats
    claims: dict[tuple[int, int], Floats]
    carries: float


def judge(
    story: Story, chosen: Iterable[SentencePair], first: Callable[[int, int], float], reader: Reader
) -> dict[SentencePair, Judgement]:
    """`first` gives the logit that the features find for two statements. Reading was learned as what is to be added."""
    readings = story.readings
    found: dict[SentencePair, Judgement] = {}
    for one, two in chosen:
        asked = list(
            itertools.islice(
                itertools.product(readings.sentences[one].statements, readings.sentences[two].statements),
                MOST_QUESTIONS,
            )
        )
        questions = [(story.statements[left].spans, story.statements[right].spans) for left, right in asked]
        logits = reader.judge(readings.read[one], readings.read[two], questions)
        carries = max(first(*pair) for pair in asked) + float(logits[0, _CARRIES])
        found[one, two] = Judgement(logits[0], dict(zip(asked, logits[1:], strict=True)), carries)
    return found


class Judgements:
    """All that was read of a story, with each pair of sentences set against its rivals.

    A rival is another sentence of the same article for one of the two: a sentence mostly has one partner in an article.
    """

    def __init__(self, story: Story, found: dict[SentencePair, Judgement]) -> None:
        self._story = story
        self.found = found
        self._rivals: dict[tuple[int, str], list[tuple[float, int]]] = {}
        sentences = story.readings.sentences
        for (one, two), judgement in found.items():
            carries = judgement.carries
            self._rivals.setdefault((one, sentences[two].article), []).append((carries, two))
            self._rivals.setdefault((two, sentences[one].article), []).append((carries, one))

    def row(self, left: int, right: int, features: float) -> Sequence[float] | None:
        """One number for each of READ_FEATURES; None when the pair was not read. `features` is the features' logit."""
        home = self._story.readings.home
        one, two = home[left], home[right]
        judgement = self.found.get((one, two))
        claims = judgement.claims.get((left, right)) if judgement else None
        if judgement is None or claims is None:
            return None
        below = sorted((judgement.carries - self._rival(one, two), judgement.carries - self._rival(two, one)))
        return (
            features,
            float(judgement.whole[_CARRIES]),
            float(claims[_ALIGNED]),
            max(float(each[_ALIGNED]) for each in judgement.claims.values()) - float(claims[_ALIGNED]),
            float(np.clip(below[0], NOT_READ, -NOT_READ)),
            float(np.clip(below[1], NOT_READ, -NOT_READ)),
            self._beside(one, two),
            float(claims[_DIVERGES]),
        )

    def _rival(self, sentence: int, partner: int) -> float:
        article = self._story.readings.sentences[partner].article
        others = [carries for carries, other in self._rivals.get((sentence, article), ()) if other != partner]
        return max(others, default=NOT_READ)

    def _beside(self, one: int, two: int) -> float:
        """The best of the pairs next to this one, in either order."""
        near = [self.found.get((one + a, two + b)) for a in (-1, 1) for b in (-1, 1)]
        return max((judgement.carries for judgement in near if judgement), default=NOT_READ)
