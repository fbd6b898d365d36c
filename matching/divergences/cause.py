"""`cause`: one outcome, and two causes that have no word in common.

One report that gives a cause and another that gives none do not diverge, and neither do two of which one leaves the
cause to an inquiry.
"""

from __future__ import annotations

from matching.divergences.causes import cause_of
from matching.divergences.pair import AlignedPair
from matching.gates import CLOSE_SLOT, SURE_ALIGNMENT, same_level, slot_overlap
from matching.records import Divergence
from matching.words import root, words_of


def other_cause(pair: AlignedPair) -> Divergence | None:
    here, there = (cause_of(telling) for telling in pair.told)
    if here is None or there is None or pair.is_quoted or not same_level(pair.left, pair.right):
        return None
    one, two = _roots(here.exact), _roots(there.exact)
    if one & two or one & pair.told[1].roots or two & pair.told[0].roots:
        return None
    if pair.is_brief:
        if not pair.shared_roots and pair.score < SURE_ALIGNMENT:
            return None
    elif slot_overlap(pair.story, pair.left, pair.right, [here, there]) < CLOSE_SLOT:
        return None
    return pair.diverges(
        "cause",
        "cause.other_cause",
        (here.exact, there.exact),
        (here, there),
        f"{pair.sources[0]} gives “{here.exact}” as the cause, {pair.sources[1]} “{there.exact}”.",
    )


def _roots(cause: str) -> set[str]:
    return {root(word.stem) for word in words_of(cause, 0, len(cause)) if word.is_content}
