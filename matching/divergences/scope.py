"""`scope`: one fact, said of all in one report and of some in the other, of a town or of the country, of other periods.

For other periods the two must give one figure: "31 since January" and "31 over ten years". Figures that differ with
their period are two facts.
"""

from __future__ import annotations

import re

from extractors.facets.comparing import quantities_meet
from extractors.records import Span
from matching.divergences.extents import Extent, extents_of
from matching.divergences.pair import AlignedPair
from matching.divergences.telling import Telling
from matching.facets import same_measure
from matching.gates import FEWEST_SHARED, SURE_ALIGNMENT, holders
from matching.records import Divergence

_PERIODS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "of years",
        re.compile(
            r"\b(?:over|in|during|within) the (?:past|last) (?:\w+ )?(?:years|decades?)\b|\bsince (?:19|"
            r"20)\d\d\b|\bin (?:two|three|four|five|six|seven|eight|nine|ten|\d+) years\b|\bover a (?:year|decade)\b"
        ),
    ),
    (
        "within a year",
        re.compile(
            r"\bsince (?:january|february|march|april|may|june|july|august|september|october|november|december|"
            r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|the start of the year|new year)\b|"
            r"\bthis (?:year|month|week)\b|\bso far this year\b|\b(?:over|in|during) the (?:past|"
            r"last) (?:\w+ )?(?:days|weeks?|months?)\b"
        ),
    ),
)


def other_scope(pair: AlignedPair) -> Divergence | None:
    if not pair.is_brief or pair.is_quoted or holders(pair.left, pair.right) == "other_speaker":
        return None
    found = _other_extent(pair) or _other_period(pair)
    if found is None:
        return None
    rule, left, right = found
    return pair.diverges(
        "scope",
        rule,
        (left.exact, right.exact),
        (left, right),
        f"{pair.sources[0]} says it of “{left.exact}”, {pair.sources[1]} of “{right.exact}”.",
    )


_Found = tuple[str, Span, Span]


def _other_extent(pair: AlignedPair) -> _Found | None:
    theirs = {extent.question: extent for extent in extents_of(pair.told[1])}
    for here in extents_of(pair.told[0]):
        there = theirs.get(here.question)
        if there is not None and here.side != there.side and _is_of_one(pair, here, there):
            return f"scope.{here.question}", here.span, there.span
    return None


def _is_of_one(pair: AlignedPair, here: Extent, there: Extent) -> bool:
    """Both are said of one thing: a shared head, several shared words, or tellings so bare that there is only one."""
    if here.question == "quantity" and not here.heads & there.heads:
        return len(pair.shared_roots) >= FEWEST_SHARED or (pair.is_bare and pair.score >= SURE_ALIGNMENT)
    return bool(pair.shared_roots)


def _other_period(pair: AlignedPair) -> _Found | None:
    here, there = (_period(telling) for telling in pair.told)
    if here is None or there is None or here[0] == there[0] or not _have_one_figure(pair):
        return None
    return "scope.period", here[1], there[1]


def _period(telling: Telling) -> tuple[str, Span] | None:
    found = [
        (name, match) for name, pattern in _PERIODS for match in [pattern.search(telling.low)] if match is not None
    ]
    return (found[0][0], telling.span(*found[0][1].span())) if len(found) == 1 else None


def _have_one_figure(pair: AlignedPair) -> bool:
    return any(
        quantities_meet(a, b) and same_measure(a, b) != "different" and a.unit not in ("second", "month")
        for a in pair.left.quantities
        for b in pair.right.quantities
    )
