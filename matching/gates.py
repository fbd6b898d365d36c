"""The four questions, in this order, before two aligned statements are said to diverge.

    1. same slot          do they tell of the same thing, apart from the value that may differ?
    2. same holder level  outlet with outlet, speaker X with speaker X
    3. same as-of         or has the later report overtaken the earlier one?
    4. both true?         asked by each kind of divergence itself (`matching.divergences`)

Speaker X contradicting speaker Y is a dispute that both outlets report, not a divergence between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from extractors.facets.comparing import times_meet
from extractors.records import Attribution, Time
from matching.speakers import compare_speakers
from matching.statements import Statement, Story
from matching.words import stems_of, words_of_phrase

# Verbs of deeds done with words. Where one of them is all that credits a claim, the outlet reports the deed itself.
_DEEDS = stems_of(
    """
    approved rejected adopted passed accepted refused declined ordered banned signed appointed chose voted elected
    opposed backed blocked cancelled dismissed fined sentenced convicted cleared acquitted pardoned charged sued
    arrested released published launched opened closed began started stopped halted failed managed got gave took
    made did had has showed let granted awarded hired sacked removed replaced named found picked collected won
    lost beat bought sold handed sent used called-off cancel considering vetoed ratified
    """
)

Holders = Literal["own_voice", "same_speaker", "one_own_voice", "other_speaker", "unclear"]


def holders(left: Statement, right: Statement) -> Holders:
    """Who answers for the two statements, each against the other."""
    one, two = credit(left), credit(right)
    if one is None and two is None:
        return "own_voice"
    if one is None or two is None:
        return "one_own_voice"
    likeness = compare_speakers(one.speaker, two.speaker)
    if likeness == "same":
        return "same_speaker"
    return "other_speaker" if likeness == "different" else "unclear"


def credit(statement: Statement) -> Attribution | None:
    """The attribution of a statement, None where the outlet speaks: also where it reports a deed done with words.

    "Councillors approved the sale" is told in the outlet's voice; nobody is quoted with it.
    """
    attribution = statement.claim.attribution
    if attribution is None:
        return None
    cue = attribution.cue
    if cue is not None and {word.stem for word in words_of_phrase(cue.exact)} & _DEEDS:
        return None
    return attribution


def holder_of(attribution: Attribution | None) -> str:
    """Whom the words are from, in words, as `credit` has it."""
    if attribution is None:
        return "its own voice"
    return attribution.speaker.name if attribution.speaker else "an unnamed holder"


def same_as_of(story: Story, left: Statement, right: Statement) -> bool:
    """The third question: false where both give times and no two of them meet, as "this year" and "last year"."""
    one, two = times_around(story, left), times_around(story, right)
    return not one or not two or any(times_meet(a, b) for a in one for b in two)


def times_around(story: Story, statement: Statement) -> tuple[Time, ...]:
    """Bounded times of the statement, or, where it has none, of the other statements of its sentence."""
    own = _bounded(statement.times)
    if own:
        return own
    home = story.readings.sentences[story.readings.home[statement.order]]
    beside = (story.statements[order].times for order in home.statements)
    return tuple(dict.fromkeys(time for times in beside for time in _bounded(times)))


def _bounded(times: Iterable[Time]) -> tuple[Time, ...]:
    return tuple(time for time in times if time.first is not None and time.last is not None)


def in_order(left: Statement, right: Statement) -> tuple[Statement, Statement] | None:
    """The statements from the earlier and the later report; None when no day lies between them or none is known."""
    if left.published is None or right.published is None or left.published == right.published:
        return None
    return (left, right) if left.published < right.published else (right, left)
