"""`cause`: one outcome, and two causes that have no word in common.

One report that gives a cause and another that gives none do not diverge, and neither do two of which one leaves the
cause to an inquiry.
"""

from __future__ import annotations

from matching.divergences.causes import cause_of
from matching.divergences.pair import AlignedPair
from matching.records import Divergence
from matching.words import root, words_of

# First letters that make two words one, whatever their endings.
_SAME_LETTERS = 4
# Stems shorter than this say nothing by their beginning.
_FEWEST_LETTERS = 3


def other_cause(pair: AlignedPair) -> Divergence | None:
    here, there = pair.read(cause_of)
    if here is None or there is None or pair.is_quoted or not pair.is_same_level:
        return None
    one, two = _roots(here.exact), _roots(there.exact)
    if _are_alike(one, two) or one & pair.told[1].roots or two & pair.told[0].roots:
        return None
    return pair.diverges(
        "cause",
        "cause.other_cause",
        (here.exact, there.exact),
        (here, there),
        f"{pair.sources[0]} gives “{here.exact}” as the cause, {pair.sources[1]} “{there.exact}”.",
    )


def _are_alike(one: set[str], two: set[str]) -> bool:
    """Whether two stretches have a word in common: one the beginning or the end of the other, as "bored", "boredom"."""
    return any(_starts(a, b) or (min(len(a), len(b)) >= _SAME_LETTERS and _ends(a, b)) for a in one for b in two)


def _starts(one: str, two: str) -> bool:
    shorter = min(len(one), len(two), _SAME_LETTERS)
    return shorter >= _FEWEST_LETTERS and one[:shorter] == two[:shorter]


def _ends(one: str, two: str) -> bool:
    """As "mine" ends "landmine"."""
    return one.endswith(two) or two.endswith(one)


def _roots(cause: str) -> set[str]:
    return {root(word.stem) for word in words_of(cause, 0, len(cause)) if word.is_content}
