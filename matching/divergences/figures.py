"""Figures of two aligned claims that measure one thing and do not meet; `number` and `update` both start from
them.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Collection, Sequence

from extractors.facets.comparing import quantities_meet
from extractors.facets.units import DURATIONS
from extractors.records import Quantity
from matching.divergences.pair import AlignedPair
from matching.facets import same_measure
from matching.gates import in_order

# Units of spans of time. "For three years" and "for two decades" beside an event are seldom its measure.
# Counts below this are as often the members of a list ("two sides", "three helicopters") as the figure reported.
_SMALL = 10.0
# How many times the smaller of two figures the larger may be, where what they measure is not told in the same words.
# Reports that contradict each other on one measure are seldom further apart; figures of two measures often are.
_LIKE_SIZE = 3.0
_WHOLE = 100.0
_TO = re.compile(r"\s*(?:votes?\s+)?(?:to|[-–:]|against)\s*", re.IGNORECASE)


def conflicting(pair: AlignedPair) -> tuple[Quantity, Quantity] | None:
    """The first two quantities of one measure that do not meet, if no two of one measure do.

    One pair that meets is enough to hold back: "88 votes to 71" and "71 backed it" are compatible, whatever the other
    figure is taken for.
    """
    one, two = pair.left.quantities, pair.right.quantities
    votes = _votes(pair, 0), _votes(pair, 1)
    if all(votes):
        return _other_count(*votes) if pair.is_same_level else None
    comparable = [(a, b) for a in one for b in two if _is_comparable(a, b, pair)]
    comparable = [(a, b) for a, b in comparable if not _is_explained(a, b, one, two)]
    if _share_a_figure(pair, {a for a, _ in comparable}, {b for _, b in comparable}):
        return None
    if not comparable or any(quantities_meet(a, b) for a, b in comparable) or not pair.is_same_level:
        return None
    return comparable[0]


def _share_a_figure(pair: AlignedPair, one: Collection[Quantity], two: Collection[Quantity]) -> bool:
    """Whether one of the figures stands in the other's sentence too: then the other figure is of another measure."""
    here, there = (pair.all_told.figures_in(statement) for statement in (pair.left, pair.right))
    return any(_is_same(a, b) for a in one for b in there) or any(_is_same(a, b) for a in here for b in two)


def _is_same(left: Quantity, right: Quantity) -> bool:
    alike = left.unit == right.unit and (left.lower, left.upper) == (right.lower, right.upper)
    return alike and same_measure(left, right) != "different"


def _is_explained(left: Quantity, right: Quantity, one: Sequence[Quantity], two: Sequence[Quantity]) -> bool:
    """Whether figures that differ are parts of one whole: a third full, two thirds empty; 40 of 112, and 72 left."""
    if left.unit == "percent" and math.isclose(_size(left) + _size(right), _WHOLE, abs_tol=1.0):
        return True
    for figure, others in ((left, two), (right, one)):
        sizes = [_size(other) for other in others if other.unit == figure.unit]
        for a, b in itertools.combinations(sizes, 2):
            if _size(figure) in (a + b, abs(a - b)):
                return True
    return False


def _is_comparable(left: Quantity, right: Quantity, pair: AlignedPair) -> bool:
    likeness = same_measure(left, right)
    if likeness != "unclear":
        return likeness == "same"
    if left.unit in DURATIONS or (left.unit is None and min(_size(left), _size(right)) < _SMALL):
        return False
    # What one of them measures is not told: comparable where each side has only one of that unit.
    sizes = sorted((_size(left), _size(right)))
    is_later = in_order(pair.left, pair.right) is not None
    return (is_later or sizes[1] <= _LIKE_SIZE * sizes[0]) and all(
        sum(quantity.unit == left.unit for quantity in statement.quantities) == 1
        for statement in (pair.left, pair.right)
    )


def _votes(pair: AlignedPair, side: int) -> tuple[Quantity, ...]:
    """The two counts of a division, or of a match: "88 votes to 71", "64 to 55", "2-0"."""
    text = pair.articles[side].text
    counts = [quantity for quantity in (pair.left, pair.right)[side].quantities if quantity.unit is None]
    for a, b in itertools.pairwise(sorted(counts, key=lambda quantity: quantity.span)):
        before = text[max(0, a.span.start - len("from ")) : a.span.start].lower()
        if _TO.fullmatch(text, a.span.end, b.span.start) and before != "from ":
            return a, b
    found = tuple(quantity for quantity in counts if quantity.measure in ("for", "against"))
    return found if len(found) == 2 else ()


def _other_count(one: Sequence[Quantity], two: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The counts that differ, the order left aside: "71 to 88" and "88 votes to 71" are one division."""
    here = sorted(one, key=_size)
    there = sorted(two, key=_size)
    pairs = [(a, b) for a, b in zip(here, there, strict=True) if not quantities_meet(a, b)]
    return pairs[0] if pairs else None


def _size(quantity: Quantity) -> float:
    bounds = [bound for bound in (quantity.lower, quantity.upper) if bound is not None]
    return max(bounds, default=0.0)
