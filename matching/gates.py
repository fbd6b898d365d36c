"""The four questions, in this order, before two aligned statements are said to diverge.

    1. same slot          do they tell of the same thing, apart from the value that may differ?
    2. same holder level  outlet with outlet, speaker X with speaker X
    3. same as-of         or has the later report overtaken the earlier one?
    4. both true?         asked by each kind of divergence itself (`matching.divergences`)

Speaker X contradicting speaker Y is a dispute that both outlets report, not a divergence between them.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from extractors.facets.comparing import times_meet
from extractors.records import Span, Time
from matching.speakers import compare_speakers
from matching.statements import Statement, Story
from matching.words import Word

Holders = Literal["own_voice", "same_speaker", "one_own_voice", "other_speaker", "unclear"]

# Share of the lighter statement's rarity, values left out, that both must have before they count as one slot.
SAME_SLOT = 0.34
# For kinds that read a difference out of single words (polarity, certainty, attribution) more must be alike.
CLOSE_SLOT = 0.5
# Content words, values left out, that must be shared at all.
FEWEST_SHARED = 2


def slot_overlap(story: Story, left: Statement, right: Statement, values: Collection[Span]) -> float:
    """In [0, 1]: rarity of the shared content words outside `values`, as a share of the lighter statement's.

    0.0 when fewer than `FEWEST_SHARED` words are shared.
    """
    one, two = _outside(left, values), _outside(right, values)
    shared = one & two
    lighter = min(story.rarity_of(sorted(one)), story.rarity_of(sorted(two)))
    if len(shared) < FEWEST_SHARED or not lighter:
        return 0.0
    return story.rarity_of(sorted(shared)) / lighter


def holders(left: Statement, right: Statement) -> Holders:
    """Who answers for the two statements, each against the other."""
    one, two = left.claim.attribution, right.claim.attribution
    if one is None and two is None:
        return "own_voice"
    if one is None or two is None:
        return "one_own_voice"
    likeness = compare_speakers(one.speaker, two.speaker)
    if likeness == "same":
        return "same_speaker"
    return "other_speaker" if likeness == "different" else "unclear"


def same_level(left: Statement, right: Statement) -> bool:
    """The second question, for kinds graded contradiction: false where two different speakers are heard."""
    return holders(left, right) != "other_speaker"


def same_as_of(left: Statement, right: Statement) -> bool:
    """The third question: false where both give times and no two of them meet, as "this year" and "last year"."""
    one, two = _bounded(left), _bounded(right)
    return not one or not two or any(times_meet(a, b) for a in one for b in two)


def _bounded(statement: Statement) -> list[Time]:
    return [time for time in statement.times if time.first is not None and time.last is not None]


def in_order(left: Statement, right: Statement) -> tuple[Statement, Statement] | None:
    """The statements from the earlier and the later report; None when no day lies between them or none is known."""
    if left.published is None or right.published is None or left.published == right.published:
        return None
    return (left, right) if left.published < right.published else (right, left)


def _outside(statement: Statement, values: Collection[Span]) -> set[str]:
    return {word.stem for word in statement.words if word.is_content and not _inside(word, values)}


def _inside(word: Word, values: Collection[Span]) -> bool:
    return any(span.start <= word.start and word.end <= span.end for span in values)
