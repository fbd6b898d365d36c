"""`number`: one measure, two values whose intervals do not meet."""

from __future__ import annotations

from matching.divergences.figures import conflicting
from matching.divergences.pair import AlignedPair
from matching.divergences.update import overtakes
from matching.gates import same_as_of
from matching.records import Divergence
from matching.values import number_in_words


def other_number(pair: AlignedPair) -> Divergence | None:
    found = conflicting(pair)
    if found is None or overtakes(pair, *found) or not same_as_of(pair.story, pair.left, pair.right):
        return None
    left, right = found
    values = number_in_words(left), number_in_words(right)
    return pair.diverges(
        "number",
        "number.intervals_apart",
        values,
        (left.span, right.span),
        f"{pair.source_of(pair.left)} gives {values[0]} where {pair.source_of(pair.right)} gives {values[1]}.",
    )
