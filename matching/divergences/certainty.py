"""`certainty`: established in one report, hedged, alleged, planned or expected in the other."""

from __future__ import annotations

from extractors.records import Certainty
from matching.divergences.pair import AlignedPair
from matching.gates import CLOSE_SLOT, holders, slot_overlap
from matching.records import Divergence

_OPEN: frozenset[Certainty] = frozenset({"alleged", "expected", "planned", "possible"})


def other_certainty(pair: AlignedPair) -> Divergence | None:
    left, right = pair.left.claim.certainty, pair.right.claim.certainty
    if not ({left, right} & _OPEN and "established" in (left, right)):
        return None
    if holders(pair.left, pair.right) not in ("own_voice", "same_speaker"):
        return None
    if slot_overlap(pair.story, pair.left, pair.right, []) < CLOSE_SLOT:
        return None
    return pair.diverges(
        "certainty",
        "certainty.established_or_open",
        (left, right),
        (pair.left.spans[0], pair.right.spans[0]),
        f"{pair.source_of(pair.left)} reports it as {left}, {pair.source_of(pair.right)} as {right}.",
    )
