"""`number`: one measure, two values whose intervals do not meet."""

from __future__ import annotations

from extractors.records import Quantity
from matching.divergences.figures import conflicting
from matching.divergences.pair import AlignedPair
from matching.divergences.update import overtakes
from matching.gates import same_as_of
from matching.records import Divergence
from matching.values import number_in_words


def other_number(pair: AlignedPair) -> Divergence | None:
    found = conflicting(pair)
    return None if found is None else numbers_apart(pair, *found, "number.intervals_apart")


def numbers_apart(pair: AlignedPair, left: Quantity, right: Quantity, rule: str) -> Divergence | None:
    """The divergence of two values of one measure that do not meet; None where the later report has the newer one."""
    if overtakes(pair, left, right) or not same_as_of(pair.story, pair.left, pair.right):
        return None
    values = number_in_words(left), number_in_words(right)
    return pair.diverges(
        "number",
        rule,
        values,
        (left.span, right.span),
        f"{pair.sources[0]} gives {values[0]} where {pair.sources[1]} gives {values[1]}.",
    )
