"""Disputes that one article reports: speaker X says it, speaker Y denies it.

A dispute is part of the story, and no divergence between outlets: both sides stand in one article, each in its own
speaker's name. It is read where the two stand close together, speak of the same, and one of them

    denied      denies or doubts what the other asserts or charges ("the union says the firm lied; the firm denies it")
    contrary    says the contrary in its words ("the dam held", "the dam gave way")
    negated     negates what the other affirms
"""

from __future__ import annotations

from collections.abc import Iterator

from matching.divergences.pair import AlignedPair, Told
from matching.divergences.polarity import contrary_words
from matching.gates import credit
from matching.records import Dispute, Side
from matching.speakers import compare_speakers
from matching.statements import Statement, Story

# Sentences that may lie between the two sides; further apart, a denial is mostly of something else.
MOST_APART = 2
# Content words that both must have, the words of a denial left aside.
FEWEST_SHARED = 2
_DENYING = frozenset({"denies", "doubts"})


def find_disputes(told: Told) -> tuple[Dispute, ...]:
    """In the order of the articles and of their texts, each pair of sentences and speakers once."""
    story = told.story
    found: dict[tuple[str, int, int, str, str], Dispute] = {}
    for left, right in _close_together(story):
        dispute = _dispute(AlignedPair(told, left, right, 0.0))
        if dispute is not None:
            names = sorted((dispute.left_speaker, dispute.right_speaker))
            homes = sorted((story.readings.home[left.order], story.readings.home[right.order]))
            found.setdefault((left.article, homes[0], homes[1], names[0], names[1]), dispute)
    return tuple(found.values())


def _close_together(story: Story) -> Iterator[tuple[Statement, Statement]]:
    """Credited statements of one article whose sentences are close."""
    home = story.readings.home
    for index, left in enumerate(story.statements):
        if credit(left) is None:
            continue
        for right in story.statements[index + 1 :]:
            if right.article != left.article or home[right.order] - home[left.order] > MOST_APART:
                break
            if credit(right) is not None:
                yield left, right


def _dispute(pair: AlignedPair) -> Dispute | None:
    one, two = credit(pair.left), credit(pair.right)
    if one is None or two is None or one.speaker is None or two.speaker is None:
        return None
    if compare_speakers(one.speaker, two.speaker) == "same" or one.speaker.name == two.speaker.name:
        return None
    if len(pair.left.content.keys() & pair.right.content.keys()) < FEWEST_SHARED:
        return None
    rule = _rule(pair, one.stance, two.stance)
    if rule is None:
        return None
    return Dispute(
        article=pair.left.article,
        left_speaker=one.speaker.name,
        right_speaker=two.speaker.name,
        left=_side(pair.left),
        right=_side(pair.right),
        rule=f"dispute.{rule}",
        explanation=f"{pair.sources[0]} reports that {one.speaker.name} and {two.speaker.name} contradict each other.",
    )


def _rule(pair: AlignedPair, one: str, two: str) -> str | None:
    if (one in _DENYING) != (two in _DENYING):
        return "denied"
    if contrary_words(pair) is not None:
        return "contrary"
    return "negated" if pair.left.claim.polarity != pair.right.claim.polarity else None


def _side(statement: Statement) -> Side:
    span = statement.spans[0]
    return Side(statement.article, statement.member.claim, span.exact, span)
