"""The kinds of divergence that rules read, one module each.

    number, date, place, entity, role, polarity, cause   contradictions: cannot both be true
    wording, attribution, certainty, scope               variations of one report
    update                                               a later value or state in place of an earlier one
    framing                                              `other`: one thing in other terms

Each module holds one pure function, `(AlignedPair) -> Divergence | None`: what would differ if the two statements are
of one slot. A rule asks whether both can be true, whether one holder level speaks and whether both are as of one day;
whether the slot is one is for `matching.relation` to weigh. `omission` has a module of its own, `matching.omissions`.
`learned` speaks where no rule does, of what the reading network is sure of
(`matching.relation.finding`).

What the rules read with:

    pair, telling              two statements side by side, and how each is told
    figures, hours, extents    values and bounds that words give
    actors, agents, roles      who takes part, and who does it to whom
    causes, spots              why, and where by a common noun
    senses, verbs              words of one event and of its contrary; verbs by their form
    labels, offices            words that news chooses between; by which office somebody is introduced
    terms                      what is tried, allowed, required, and first in rank
"""

from __future__ import annotations

from collections.abc import Callable

from matching.divergences.attribution import other_holder
from matching.divergences.cause import other_cause
from matching.divergences.certainty import other_certainty
from matching.divergences.date import other_date
from matching.divergences.entity import other_entity
from matching.divergences.framing import other_terms
from matching.divergences.number import other_number
from matching.divergences.pair import AlignedPair
from matching.divergences.place import other_place
from matching.divergences.polarity import other_polarity
from matching.divergences.role import other_roles
from matching.divergences.scope import other_scope
from matching.divergences.update import later_number, later_state
from matching.divergences.wording import other_wording
from matching.records import Divergence, DivergenceKind

OVERTAKING: tuple[Callable[[AlignedPair], Divergence | None], ...] = (later_number, later_state)
RULES: tuple[Callable[[AlignedPair], Divergence | None], ...] = (
    other_number,
    other_date,
    other_place,
    other_entity,
    other_roles,
    other_polarity,
    other_cause,
    other_wording,
    other_holder,
    other_certainty,
    other_scope,
    other_terms,
)

WHO_AND_HOW_MANY: frozenset[DivergenceKind] = frozenset({"entity", "number"})


def divergences_of(pair: AlignedPair) -> tuple[Divergence, ...]:
    """At most one divergence of each kind; what a later report has overtaken is an update and nothing else.

    A figure told of one name and another figure told of another are two facts, and neither is wrong.
    """
    for rule in OVERTAKING:
        found = rule(pair)
        if found is not None:
            return (found,)
    read = tuple(found for rule in RULES if (found := rule(pair)) is not None)
    is_of_two = {found.kind for found in read} >= WHO_AND_HOW_MANY
    return tuple(found for found in read if found.kind not in WHO_AND_HOW_MANY) if is_of_two else read


__all__ = ["AlignedPair", "divergences_of"]
