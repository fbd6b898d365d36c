"""`attribution`: the same content from another holder, or in the outlet's own voice against a named holder."""

from __future__ import annotations

from extractors.records import Attribution, Span
from matching.divergences.pair import AlignedPair
from matching.gates import CLOSE_SLOT, holders, slot_overlap
from matching.records import Divergence
from matching.speakers import is_named, name_words
from matching.statements import Statement

# From here on two statements are held to have the same content, so that who answers for it can be compared.
SURE_ALIGNMENT = 0.6


def other_holder(pair: AlignedPair) -> Divergence | None:
    who = holders(pair.left, pair.right)
    if who not in ("other_speaker", "one_own_voice") or pair.score < SURE_ALIGNMENT:
        return None
    if slot_overlap(pair.story, pair.left, pair.right, []) < CLOSE_SLOT:
        return None
    if who == "one_own_voice" and not _is_clear(pair.left, pair.right):
        return None
    values = _holder(pair.left), _holder(pair.right)
    return pair.diverges(
        "attribution",
        "attribution.other_holder" if who == "other_speaker" else "attribution.own_voice",
        values,
        (_evidence(pair.left), _evidence(pair.right)),
        f"{pair.source_of(pair.left)} has it from {values[0]}, {pair.source_of(pair.right)} from {values[1]}.",
    )


def _is_clear(left: Statement, right: Statement) -> bool:
    """One side is the outlet's own voice and the other a named holder whom the first does not mention."""
    own, attributed = (left, right) if left.claim.attribution is None else (right, left)
    attribution = attributed.claim.attribution
    if not is_named(attribution) or attribution is None or attribution.speaker is None:
        return False
    return not set(name_words(attribution.speaker.name)) & own.context_names


def _holder(statement: Statement) -> str:
    attribution = statement.claim.attribution
    if attribution is None:
        return "its own voice"
    return attribution.speaker.name if attribution.speaker else "an unnamed holder"


def _evidence(statement: Statement) -> Span:
    attribution: Attribution | None = statement.claim.attribution
    if attribution is None:
        return statement.spans[0]
    return attribution.mention or attribution.cue or statement.spans[0]
