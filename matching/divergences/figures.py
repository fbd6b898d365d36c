"""Figures of two aligned claims that measure one thing and do not meet; `number` and `update` both start from them."""

from __future__ import annotations

from extractors.facets.comparing import quantities_meet
from extractors.records import Quantity
from matching.divergences.pair import AlignedPair
from matching.facets import same_measure
from matching.gates import SAME_SLOT, same_level, slot_overlap


def conflicting(pair: AlignedPair) -> tuple[Quantity, Quantity] | None:
    """The first two quantities of one measure that do not meet, if no two of one measure do.

    One pair that meets is enough to hold back: "88 votes to 71" and "71 backed it" are compatible, whatever the other
    figure is taken for.
    """
    comparable = [(a, b) for a in pair.left.quantities for b in pair.right.quantities if _is_comparable(a, b, pair)]
    if not comparable or any(quantities_meet(a, b) for a, b in comparable) or not same_level(pair.left, pair.right):
        return None
    spans = [quantity.span for quantity in (*pair.left.quantities, *pair.right.quantities)]
    if slot_overlap(pair.story, pair.left, pair.right, spans) < SAME_SLOT:
        return None
    return comparable[0]


def _is_comparable(left: Quantity, right: Quantity, pair: AlignedPair) -> bool:
    likeness = same_measure(left, right)
    if likeness != "unclear" or left.unit is None:
        return likeness == "same"
    # A sum or share whose measure is not told: comparable where each side has only one of that unit.
    return all(
        sum(quantity.unit == left.unit for quantity in statement.quantities) == 1
        for statement in (pair.left, pair.right)
    )
