"""What reading tells of a pair of statements: the answers to it, and how they stand among those to its rivals."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from extractors.records import Span
from matching.reading.choosing import SentencePair
from matching.reading.pairs import KINDS, OUTPUTS, Floats
from matching.reading.passages import NOWHERE, Passage
from matching.records import DivergenceKind

if TYPE_CHECKING:
    from matching.reading.reader import Reader
    from matching.reading.sentences import Sentence
    from matching.statements import Story

MOST_QUESTIONS = 16
"""Pairs of claims asked about in one pair of sentences; only sentences of five clauses and more have more."""

READ_FEATURES = (
    "features",
    "carries",
    "aligned",
    "best_aligned",
    "below_rival",
    "below_rivals",
    "beside",
    "best_features",
)
"""What else is answered (do the sentences paraphrase each other, are they similar, do they diverge) added nothing."""

_GAP = 2
"""Code points between two words that still stand side by side."""

NOT_READ = -6.0
"""Stands for the logit of a pair that was not read: the features found it unlikely."""

_CARRIES, _ALIGNED, _DIVERGES = (OUTPUTS.index(name) for name in ("carries", "aligned", "diverges"))
_KINDS = [OUTPUTS.index(kind) for kind in KINDS]


NO_MARKS: Floats = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """Logits for two sentences as wholes (OUTPUTS,) and for each pair of statements in them.

    `carries` is how likely the sentences share a claim, features and reading together, as a logit. `marks` are the
    logits of the pieces of both passages: which of them carry a difference.
    """

    whole: Floats
    claims: dict[tuple[int, int], Floats]
    carries: float
    marks: tuple[Floats, Floats] = (NO_MARKS, NO_MARKS)


@dataclass(frozen=True, slots=True)
class Difference:
    """What reading says of how two aligned statements relate.

    `diverges` and the kinds are logits as learned, not calibrated; `left` and `right` the words of either sentence that
    carry the difference, None where no word does.
    """

    diverges: float
    kinds: Mapping[DivergenceKind, float]
    left: Span | None
    right: Span | None


def judge(
    story: Story, chosen: Iterable[SentencePair], first: Callable[[int, int], float], reader: Reader
) -> dict[SentencePair, Judgement]:
    """`first` gives the logit that the features find for two statements. Reading was learned as what is to be added."""
    readings = story.readings
    found: dict[SentencePair, Judgement] = {}
    for one, two in chosen:
        asked = asked_of(readings.sentences[one], readings.sentences[two])
        questions = [(story.statements[left].spans, story.statements[right].spans) for left, right in asked]
        answers = reader.judge(readings.read[one], readings.read[two], questions)
        best = max(first(*pair) for pair in asked)
        found[one, two] = judgement_of(asked, answers.rows, best, (answers.left, answers.right))
    return found


def judgement_of(
    asked: Sequence[tuple[int, int]],
    rows: Floats,
    best: float,
    marks: tuple[Floats, Floats] = (NO_MARKS, NO_MARKS),
) -> Judgement:
    """From rows of answers, the first about the sentences as wholes; `best` is the features' logit of the likeliest."""
    return Judgement(rows[0], dict(zip(asked, rows[1:], strict=True)), best + float(rows[0, _CARRIES]), marks)


def asked_of(one: Sentence, two: Sentence) -> list[tuple[int, int]]:
    """The pairs of statements that are asked about in two sentences."""
    return list(itertools.islice(itertools.product(one.statements, two.statements), MOST_QUESTIONS))


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
            judgement.carries - float(judgement.whole[_CARRIES]),
        )

    def difference(self, left: int, right: int) -> Difference | None:
        """How two statements relate; None when they were not read. The order of the statements does not matter."""
        low, high = min(left, right), max(left, right)
        readings = self._story.readings
        one, two = readings.home[low], readings.home[high]
        judgement = self.found.get((one, two))
        claims = judgement.claims.get((low, high)) if judgement else None
        if judgement is None or claims is None:
            return None
        logits = (judgement.whole + claims) / 2
        spans = tuple(
            marked_words(readings.read[sentence].passage, marks, self._text(sentence))
            for sentence, marks in zip((one, two), judgement.marks, strict=True)
        )
        spans = spans if left == low else spans[::-1]
        kinds = {kind: float(logits[at]) for kind, at in zip(KINDS, _KINDS, strict=True)}
        return Difference(float(logits[_DIVERGES]), kinds, *spans)

    def _text(self, sentence: int) -> str:
        article = self._story.readings.sentences[sentence].article
        return next(each.text for each in self._story.articles if each.id == article)

    def _rival(self, sentence: int, partner: int) -> float:
        article = self._story.readings.sentences[partner].article
        others = [carries for carries, other in self._rivals.get((sentence, article), ()) if other != partner]
        return max(others, default=NOT_READ)

    def _beside(self, one: int, two: int) -> float:
        """The best of the pairs next to this one, in either order."""
        near = [self.found.get((one + a, two + b)) for a in (-1, 1) for b in (-1, 1)]
        return max((judgement.carries for judgement in near if judgement), default=NOT_READ)


def marked_words(passage: Passage, marks: Floats, text: str) -> Span | None:
    """The run of words that carry a difference, around the likeliest of them; None when no word does."""
    found = sorted(
        {
            place: float(mark)
            for place, mark in zip(passage.places, marks, strict=True)
            if mark > 0.0 and place != NOWHERE
        }.items()
    )
    runs: list[tuple[float, int, int]] = []
    for (start, end), mark in found:
        if runs and start <= runs[-1][2] + _GAP:
            best, first, _ = runs[-1]
            runs[-1] = (max(best, mark), first, end)
        else:
            runs.append((mark, start, end))
    if not runs:
        return None
    _, start, end = max(runs, key=lambda run: (run[0], -run[1]))
    return Span.of(text, start, end)
