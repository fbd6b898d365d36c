"""`scope`: one fact, said of all in one report and of some in the other, of a town or of the country, of other periods.

For other periods the two must give one figure: "31 since January" and "31 over ten years". Figures that differ with
their period are two facts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractors.facets.comparing import quantities_meet
from extractors.facets.units import DURATIONS
from extractors.records import Span
from matching.divergences.extents import Extent, extents_of, part_of
from matching.divergences.pair import AlignedPair, Found, turned
from matching.divergences.telling import Telling
from matching.facets import same_measure
from matching.records import Divergence
from matching.words import stem

_FEW = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|\d+)"
_PERIODS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "of years",
        re.compile(
            r"\b(?:over|in|during|within|for) the (?:past|last) (?:[\w-]+ )?(?:years|decades?|century)\b|\bsince (?:19|"
            rf"20)\d\d\b|\b(?:in|for)(?: at least| almost| nearly| more than| over)? (?:{_FEW}|fifty) (?:years|"
            rf"decades)\b|"
            r"\b(?:over|in|for) a (?:year|decade|quarter of a century|century)\b"
        ),
    ),
    (
        "of all time",
        re.compile(
            r"\bon record\b|\bsince (?:records|measurements|recording|counting|measuring) (?:began|started)\b|"
            r"\bin living memory\b|\bof all time\b|\bin (?:\w+ )?history\b|\bsince (?:it|its) (?:was founded|"
            r"foundation)\b"
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


# The years of a period told by its beginning or its length. Two lengths are two periods where the shorter is no more
# than this share of the longer: "since 2013" and "in ten years" are one to a reader.
_SHORTER = 0.75
_SINCE = re.compile(r"since (\d{4})")
_LENGTH = re.compile(r"(?:([\w-]+) )?(years|year|decades?|quarter of a century|century)\b")
_YEARS_OF = {"year": 1, "years": 1, "decade": 10, "decades": 10, "quarter of a century": 25, "century": 100}
_TENS = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

# Those whom an age sets apart: "everyone over 18", "over-60s", "women aged 50 and over".
_FROM = frozenset(["over", "above", "older than", "older", "more"])
_AGED = re.compile(
    r"\b(?:people|person|persons|everyone|everybody|anyone|anybody|those|all|men|women|adults|children|pupils|citizens|"
    r"residents|patients|drivers|workers|pensioners|teenagers|girls|boys|voters)(?: aged)? "
    r"(?P<side>over|under|above|below|older than|younger than) (?P<age>\d+)(?! (?:per|metres|miles))\b|"
    r"\b(?P<sides>over|under)-(?P<ages>\d+)s?\b|"
    r"\baged (?P<aged>\d+) (?:and|or) (?P<and>over|under|older|younger|more)\b"
)

# Alignment score from which two tellings are of one thing, whatever words they have.
_LIKE = 0.01

# "Nobody was hit who had not paid" says it of some only.
_NONE_BUT = re.compile(r"\b(?:no ?one|nobody|none|not one)\b.*\b(?:not|n't|without|but|except|unless|other than)\b")


def other_scope(pair: AlignedPair) -> Divergence | None:
    if pair.is_quoted or not pair.is_same_level:
        return None
    found = _other_extent(pair) or _other_period(pair) or _other_age(pair)
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


def _other_extent(pair: AlignedPair) -> Found | None:
    if any(telling.has(_NONE_BUT) for telling in pair.told):
        return None
    ours, theirs = pair.read(extents_of)
    by_question = {extent.question: extent for extent in theirs}
    for here in ours:
        there = by_question.get(here.question)
        if there is not None and here.side != there.side and _are_of_one(pair, here, there):
            return f"scope.{here.question}", here.span, there.span
    return _all_or_counted(ours, pair.told[1]) or turned(_all_or_counted(theirs, pair.told[0]))


def _are_of_one(pair: AlignedPair, here: Extent, there: Extent) -> bool:
    """Whether what one extent is of has a word in the other telling: not "all dogs" and "some of the neighbours"."""
    one, two = pair.told
    if here.question != "quantity" or pair.score >= _LIKE or not here.heads or not there.heads:
        return True
    return bool(here.heads & two.roots or there.heads & one.roots)


def _all_or_counted(extents: Sequence[Extent], other: Telling) -> Found | None:
    """All of a kind in one telling; a number, a description or a few of the kind in the other."""
    for here in extents:
        if here.question == "quantity" and here.side == "all":
            there = part_of(other, here.heads)
            if there is not None:
                return "scope.part", here.span, there
    return None


def _other_period(pair: AlignedPair) -> Found | None:
    here, there = pair.read(_period)
    if here is None or there is None or not _have_one_figure(pair):
        return None
    if here[0] == there[0]:
        one, two = _years(here[1], pair.left.published), _years(there[1], pair.right.published)
        if one is None or two is None or min(one, two) > _SHORTER * max(one, two):
            return None
    return "scope.period", here[1], there[1]


def _years(period: Span, published: dt.date | None) -> int | None:
    """How many years a period that is told of years goes back; None where that cannot be told."""
    low = period.exact.lower()
    since = _SINCE.search(low)
    if since is not None:
        return None if published is None else published.year - int(since[1])
    length = _LENGTH.search(low)
    if length is None:
        return None
    number = stem(length[1]) if length[1] else ""
    times = _TENS.get(number, int(number) if number.isdigit() else 1)
    if times == 1 and length[2] in ("years", "decades"):
        return None
    return times * _YEARS_OF[length[2]]


def _other_age(pair: AlignedPair) -> Found | None:
    here, there = pair.read(_age)
    if here is None or there is None or here[0] != there[0] or here[1] == there[1]:
        return None
    return "scope.age", here[2], there[2]


def _age(telling: Telling) -> tuple[bool, str, Span] | None:
    """Whether it is said of all from an age on or of all below, and the age."""
    match = _AGED.search(telling.low)
    if match is None:
        return None
    side = match["side"] or match["sides"] or match["and"]
    age = match["age"] or match["ages"] or match["aged"]
    return side in _FROM, age, telling.span(*match.span())


def _period(telling: Telling) -> tuple[str, Span] | None:
    found = [
        (name, match) for name, pattern in _PERIODS for match in [pattern.search(telling.low)] if match is not None
    ]
    return (found[0][0], telling.span(*found[0][1].span())) if len(found) == 1 else None


def _have_one_figure(pair: AlignedPair) -> bool:
    """Or neither has any, and both say nothing else: "waiting times have grown since January"."""
    one, two = ([q for q in statement.quantities if q.unit not in DURATIONS] for statement in (pair.left, pair.right))
    if not one and not two:
        return pair.is_bare or (pair.is_brief and pair.is_one_deed)
    return any(quantities_meet(a, b) and same_measure(a, b) != "different" for a in one for b in two)
