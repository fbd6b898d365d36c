"""The kinds of divergence that can be decided, one module each.

    number, date, place, polarity   contradictions: cannot both be true
    wording, attribution, certainty variations of one report
    update                          a later value in place of an earlier one

Each module holds one pure function, `(AlignedPair) -> Divergence | None`, which asks the four questions of
`matching.gates` in order. What it cannot decide it leaves alone: `entity`, `role`, `cause`, `scope`, `omission` and
`other` have no module, and no divergence of these kinds is ever reported.
"""

from __future__ import annotations

from collections.abc import Callable

from matching.divergences.attribution import other_holder
from matching.divergences.certainty import other_certainty
from matching.divergences.date import other_date
from matching.divergences.number import other_number
from matching.divergences.pair import AlignedPair
from matching.divergences.place import other_place
from matching.divergences.polarity import other_polarity
from matching.divergences.update import later_number
from matching.divergences.wording import other_wording
from matching.records import Divergence

RULES: tuple[Callable[[AlignedPair], Divergence | None], ...] = (
    later_number,
    other_number,
    other_date,
    other_place,
    other_polarity,
    other_wording,
    other_holder,
    other_certainty,
)


def divergences_of(pair: AlignedPair) -> tuple[Divergence, ...]:
    """At most one divergence of each kind."""
    return tuple(found for rule in RULES if (found := rule(pair)) is not None)


__all__ = ["AlignedPair", "divergences_of"]
