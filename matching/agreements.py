"""How two aligned statements that do not diverge agree, where that can be told.

    copy        the words of one text, figures among them
    same_quote  one speaker, one quotation, perhaps cut
    compatible  figures that differ only by rounding, approximation or bounds
    equivalent  the same content words, facets and holder
    entails     all content words of one are in the other, which says more
    partial     a shared core of normalised facets (a day with a place, or two figures), nothing that conflicts

Anything else is undecided here: `None`. Similar words alone decide nothing. `matching.alignments` calls it partial,
too, where none of the four questions is open (`matching.undetermined`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.facets.comparing import quantities_meet
from extractors.records import Quantity
from matching.facets import same_measure, shared_days, shared_numbers, shared_places
from matching.gates import holders
from matching.origins import COPIED_SHARE, share_origin
from matching.quotations import lay_side_by_side
from matching.records import Agreement, Origin
from matching.statements import Statement

# From the closest to the loosest; a group is as close as its loosest pair.
CLOSENESS: tuple[Agreement, ...] = ("copy", "same_quote", "equivalent", "entails", "compatible", "partial")

# Content words the smaller statement must have before "all its words are in the other" means anything.
_FEWEST_WORDS = 3


def agreement_of(left: Statement, right: Statement, origins: Sequence[Origin]) -> Agreement | None:
    """The class of two statements of different articles that no rule of divergence separates."""
    has_other_figures = _differ_compatibly(left, right)
    if share_origin(left, right, origins) and _shares_words(left, right) and not has_other_figures:
        return "copy"
    if _same_quote(left, right):
        return "same_quote"
    if has_other_figures:
        return "compatible"
    contained = _contained(left, right)
    if contained is not None:
        return contained
    return "partial" if _shared_core(left, right) else None


def agreement_of_group(pairs: Iterable[tuple[tuple[str, str], Agreement | None]]) -> Agreement | None:
    """The class of a group whose pairs are given with the articles they join.

    Two articles agree as closely as the closest pair of their claims, all articles as closely as the two that agree
    least; None as soon as two of them are undecided.
    """
    closest: dict[tuple[str, str], Agreement | None] = {}
    for articles, agreement in pairs:
        known = closest.get(articles)
        both = [one for one in (known, agreement) if one is not None]
        closest[articles] = min(both, key=CLOSENESS.index, default=None)
    decided = [agreement for agreement in closest.values() if agreement is not None]
    return max(decided, key=CLOSENESS.index) if decided and len(decided) == len(closest) else None


def _shares_words(left: Statement, right: Statement) -> bool:
    """Whether they are one place of a text that both articles have, and no two places of it."""
    one, two = set(left.content), set(right.content)
    return len(one & two) >= COPIED_SHARE * min(len(one), len(two))


def _same_quote(left: Statement, right: Statement) -> bool:
    if not left.quote_spans or not right.quote_spans or holders(left, right) != "same_speaker":
        return False
    return lay_side_by_side(left.quote_spans, right.quote_spans).verdict == "same_words"


def _differ_compatibly(left: Statement, right: Statement) -> bool:
    """Figures of one measure that meet without being written alike."""
    return any(
        same_measure(a, b) == "same" and quantities_meet(a, b) and _bounds(a) != _bounds(b)
        for a in left.quantities
        for b in right.quantities
    )


def _contained(left: Statement, right: Statement) -> Agreement | None:
    """Held back by negation, hedges and other holders: there, fewer words can say more."""
    plain = all(
        statement.claim.polarity == "affirmed" and statement.claim.certainty in ("established", "reported")
        for statement in (left, right)
    )
    one, two = set(left.content), set(right.content)
    if (
        not plain
        or holders(left, right) not in ("own_voice", "same_speaker")
        or min(len(one), len(two)) < _FEWEST_WORDS
    ):
        return None
    if one == two:
        return "equivalent"
    return "entails" if one < two or two < one else None


def _shared_core(left: Statement, right: Statement) -> bool:
    days = shared_days(left.times, right.times)
    places = shared_places(left.places, right.places)
    figures = [m for m in shared_numbers(left.quantities, right.quantities) if same_measure(m.left, m.right) == "same"]
    return (bool(days) and bool(places)) or len(figures) > 1 or (bool(figures) and bool(days))


def _bounds(quantity: Quantity) -> tuple[float | None, float | None, bool]:
    return quantity.lower, quantity.upper, quantity.approximate
