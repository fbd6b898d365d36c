"""`polarity`: one asserts what the other denies, in the same voice.

Read only where the claims are close in every other word: either one of them is negated, or their verbs are opposites
of a short list ("approved", "rejected"). A condition, a question or a second negation holds the rule back.
"""

from __future__ import annotations

import re

from matching.divergences.pair import AlignedPair
from matching.gates import CLOSE_SLOT, holders, slot_overlap
from matching.records import Divergence
from matching.statements import Statement
from matching.words import stem

_OPPOSITES: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(stem(w) for w in one.split()), frozenset(stem(w) for w in two.split()))
    for one, two in (
        ("rose increased grew climbed gained", "fell decreased dropped declined shrank"),
        ("approved accepted backed passed adopted", "rejected refused opposed blocked vetoed"),
        ("opened reopened", "closed shut"),
        ("succeeded", "failed"),
        ("confirmed admitted", "denied"),
        ("acquitted cleared", "convicted"),
        ("survived", "died"),
    )
)
# "Not only", "no fewer than", a condition or a question: a negation that denies nothing.
_SUPPRESSED = re.compile(
    r"\b(?:not only|not just|no (?:fewer|less|more|later) than|if|unless|whether|not un\w+|no doubt|no denying)\b|\?",
    re.IGNORECASE,
)


def other_polarity(pair: AlignedPair) -> Divergence | None:
    if holders(pair.left, pair.right) not in ("own_voice", "same_speaker"):
        return None
    if _SUPPRESSED.search(pair.left.claim.sentence.exact) or _SUPPRESSED.search(pair.right.claim.sentence.exact):
        return None
    if slot_overlap(pair.story, pair.left, pair.right, []) < CLOSE_SLOT:
        return None
    negated = pair.left.claim.polarity != pair.right.claim.polarity
    if negated == _are_opposites(pair.left, pair.right):
        # Neither differs, or both do and cancel out: "did not fall" and "rose".
        return None
    left, right = ("affirmed", "denied") if pair.right.claim.polarity == "negated" else ("denied", "affirmed")
    if not negated:
        left, right = _written(pair.left), _written(pair.right)
    return pair.diverges(
        "polarity",
        "polarity.one_negated" if negated else "polarity.opposite_verbs",
        (left, right),
        (pair.left.spans[0], pair.right.spans[0]),
        f"What {pair.source_of(pair.left)} reports, {pair.source_of(pair.right)} reports to be otherwise.",
    )


def _are_opposites(left: Statement, right: Statement) -> bool:
    return any(
        (one & left.content.keys() and two & right.content.keys() and not two & left.content.keys())
        or (two & left.content.keys() and one & right.content.keys() and not one & left.content.keys())
        for one, two in _OPPOSITES
    )


def _written(statement: Statement) -> str:
    words = frozenset().union(*(one | two for one, two in _OPPOSITES))
    return next(word.written for word in statement.words if word.stem in words)
