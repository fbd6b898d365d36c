"""Figures of two aligned claims that measure one thing and do not meet; `number` and `update` both start from
them.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Collection, Sequence

from extractors.facets.comparing import quantities_meet, same_kind
from extractors.facets.units import DURATIONS
from extractors.records import Quantity
from matching.divergences.pair import AlignedPair
from matching.facets import Likeness, same_measure
from matching.gates import in_order
from matching.words import stems_of

# What is measured in time. Beside any other event, "for three years" and "for two decades" are seldom its measure.
_TERMS = stems_of(
    """
    sentence sentenced jail jailed prison imprisoned imprisonment term ban banned suspension suspended contract lease
    guarantee delay delayed late wait postponed postponement extension extended mandate truce ceasefire moratorium
    """
)
# Counts below this are as often the members of a list ("two sides", "three helicopters") as the figure reported.
_SMALL = 10.0
# How many times the smaller of two figures the larger may be, where what they measure is not told in the same words.
# Reports that contradict each other on one measure are seldom further apart; figures of two measures often are.
_LIKE_SIZE = 3.0
_WHOLE = 100.0
# What voters did, as the measure of a count tells it.
_FOR = frozenset({"for", "back", "support", "favour", "favor", "approve", "endorse"})
_AGAINST = frozenset({"against", "oppose", "reject"})
# Tells how many were there, of whom anything may have befallen some.
_PRESENT = re.compile(r"\b(?:on board|aboard|carrying|carried|inside|present)\b")
_TO = re.compile(r"\s*(?:votes?\s+)?(?:to|[-–:]|against)\s*", re.IGNORECASE)


def conflicting(pair: AlignedPair) -> tuple[Quantity, Quantity] | None:
    """The first two quantities of one measure that do not meet, if no two of one measure do.

    Figures that meet hold back, whatever the others are taken for: "88 votes to 71" and "71 backed it" are compatible.
    """
    one, two = pair.left.quantities, pair.right.quantities
    votes = _votes(pair, 0), _votes(pair, 1)
    if all(votes):
        return _other_count(*votes) if pair.is_same_level else None
    if any(votes):
        apart = _outside_division(votes, one, two)
        if apart is not None and pair.is_same_level:
            return apart
    comparable = [(a, b) for a in one for b in two if _is_comparable(a, b, pair)]
    comparable = [(a, b) for a, b in comparable if not _is_explained(a, b, one, two)]
    if not comparable or not pair.is_same_level:
        return None
    met = [(a, b) for a, b in comparable if quantities_meet(a, b)]
    found = _left_over(comparable, met) if met else comparable[0]
    alone = [(a, b) for a, b in comparable if all(a is not c and b is not d for c, d in met)]
    if _share_a_figure(pair, {a for a, _ in alone}, {b for _, b in alone}):
        return None
    return found


def _left_over(
    comparable: Sequence[tuple[Quantity, Quantity]], met: Sequence[tuple[Quantity, Quantity]]
) -> tuple[Quantity, Quantity] | None:
    """The pair that is left where both give as many figures and all others meet: "27 hurt, six badly", "19, six badly".

    Both must say that they measure one thing: of two figures, one may be a part of the other.
    """
    left = [(a, b) for a, b in comparable if all(a is not c and b is not d for c, d in met)]
    sides = {id(a) for a, _ in comparable}, {id(b) for _, b in comparable}
    if len(left) != 1 or len(sides[0]) != len(sides[1]) or same_measure(*left[0]) != "same":
        return None
    return left[0]


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
    if left.unit is None and is_part_of_all(left, right, pair):
        return False
    if likeness == "different" and same_kind(left, right) and left.measure == right.measure:
        likeness = _by_name(left, right, pair)
    if likeness != "unclear":
        return likeness == "same"
    if left.unit in DURATIONS:
        return all(telling.content & _TERMS for telling in pair.told) and _are_alone(left, right, pair)
    if left.unit is None and min(_size(left), _size(right)) < _SMALL:
        return False
    # What one of them measures is not told: comparable where each side has only one of that unit.
    sizes = sorted((_size(left), _size(right)))
    is_later = in_order(pair.left, pair.right) is not None
    return (is_later or sizes[1] <= _LIKE_SIZE * sizes[0]) and _are_alone(left, right, pair)


def is_part_of_all(left: Quantity, right: Quantity, pair: AlignedPair) -> bool:
    """Whether only one telling says how many were there, and the other gives fewer: "44 on board", "nine hurt"."""
    one, two = (telling.has(_PRESENT) for telling in pair.told)
    return one != two and (_size(left) > _size(right)) == one


def _are_alone(left: Quantity, right: Quantity, pair: AlignedPair) -> bool:
    """Whether each is the only one of its unit that its statement gives."""
    return all(
        sum(other.unit == quantity.unit for other in statement.quantities) == 1
        for quantity, statement in ((left, pair.left), (right, pair.right))
    )


def _by_name(left: Quantity, right: Quantity, pair: AlignedPair) -> Likeness:
    """It is unclear what one side counts where it counts by a name, as "Petrels" for cars."""
    named = any(q.of is not None and set(q.of.split()) & pair.all_told.names for q in (left, right))
    return "unclear" if named else "different"


def _votes(pair: AlignedPair, side: int) -> tuple[Quantity, ...]:
    """The two counts of a division, or of a match: "88 votes to 71", "64 to 55", "2-0"."""
    text = pair.articles[side].text
    counts = [quantity for quantity in (pair.left, pair.right)[side].quantities if quantity.unit is None]
    for a, b in itertools.pairwise(sorted(counts, key=lambda quantity: quantity.span)):
        before = text[max(0, a.span.start - len("from ")) : a.span.start].lower()
        if _TO.fullmatch(text, a.span.end, b.span.start) and before != "from ":
            return a, b
    found = tuple(quantity for quantity in counts if quantity.measure in _FOR | _AGAINST)
    sides = {quantity.measure in _FOR for quantity in found}
    return found if len(found) == len(sides) == 2 else ()


def _outside_division(
    votes: Sequence[Sequence[Quantity]], one: Sequence[Quantity], two: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """How many voted one way, where the other side gives both counts and neither is that one: "79 opposed it"."""
    counts, others = (votes[0], two) if votes[0] else (votes[1], one)
    told = [quantity for quantity in others if quantity.unit is None and quantity.measure in _FOR | _AGAINST]
    if len(told) != 1 or any(quantities_meet(count, told[0]) for count in counts):
        return None
    nearest = min(counts, key=lambda count: abs(_size(count) - _size(told[0])))
    return (nearest, told[0]) if votes[0] else (told[0], nearest)


def _other_count(one: Sequence[Quantity], two: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The counts that differ, the order left aside: "71 to 88" and "88 votes to 71" are one division."""
    here = sorted(one, key=_size)
    there = sorted(two, key=_size)
    pairs = [(a, b) for a, b in zip(here, there, strict=True) if not quantities_meet(a, b)]
    return pairs[0] if pairs else None


def _size(quantity: Quantity) -> float:
    bounds = [bound for bound in (quantity.lower, quantity.upper) if bound is not None]
    return max(bounds, default=0.0)
