"""`update`: a later report gives a later value of the same measure. Not a conflict: time explains it.

The later report says so ("had risen to", "by Tuesday"), or it is of a later day and tells of more.
"""

from __future__ import annotations

import re

from extractors.records import Quantity
from matching.divergences.figures import conflicting
from matching.divergences.pair import AlignedPair
from matching.gates import in_order
from matching.records import Divergence
from matching.statements import Statement
from matching.values import number_in_words

# Words by which a report says that it gives a newer value than was known before.
_CHANGE = re.compile(
    r"\b(?:ris(?:en|es?|ing)|rose|climb(?:ed|s|ing)?|gr(?:ew|own|ows|owing)|increas(?:ed|es|ing)|jump(?:ed|s)|"
    r"swell(?:ed|s)?|swollen|reach(?:ed|es)|fall(?:en|s)?|fell|drop(?:ped|s)?|reduced|cut to|down (?:to|from)|"
    r"up (?:to|from)|revised|raised|updated|so far|as of|by (?:then|now|mon|tues|wednes|thurs|fri|satur|sun|mid|noon|"
    r"late|early|the (?:end|evening|morning|afternoon|weekend))|no longer|still|now)",
    re.IGNORECASE,
)


def later_number(pair: AlignedPair) -> Divergence | None:
    found = conflicting(pair)
    if found is None or not overtakes(pair, *found):
        return None
    left, right = found
    values = number_in_words(left), number_in_words(right)
    later = in_order(pair.left, pair.right)
    newer = pair.right if later is None or later[1] is pair.right else pair.left
    old, new = (values[0], values[1]) if newer is pair.right else (values[1], values[0])
    return pair.diverges(
        "update",
        "update.later_value",
        values,
        (left.span, right.span),
        f"{pair.source_of(newer)}, reporting later, gives {new} where {old} was given before.",
    )


def overtakes(pair: AlignedPair, left: Quantity, right: Quantity) -> bool:
    ordered = in_order(pair.left, pair.right)
    if ordered is None:
        return False
    later = ordered[1]
    new, old = (right, left) if later is pair.right else (left, right)
    return _tells_change(later) or _is_more(new, old)


def _tells_change(statement: Statement) -> bool:
    return _CHANGE.search(statement.claim.sentence.exact) is not None


def _is_more(new: Quantity, old: Quantity) -> bool:
    return new.lower is not None and old.upper is not None and new.lower > old.upper
