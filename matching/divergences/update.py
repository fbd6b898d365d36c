"""`update`: a later report gives a later value or a later state. Not a conflict: time explains it.

The later report says so ("had risen to", "by Tuesday … had been charged"), or it is of a later day and tells of more.
"""

from __future__ import annotations

import datetime as dt
import re

from extractors.facets.comparing import quantities_meet
from extractors.records import Quantity, Time
from matching.divergences.figures import conflicting
from matching.divergences.pair import AlignedPair
from matching.divergences.telling import Telling
from matching.divergences.verbs import is_past
from matching.facets import same_measure
from matching.gates import in_order, times_around
from matching.records import Divergence
from matching.statements import Statement
from matching.values import number_in_words

# What a report dates this long before an earlier one is another event, not the same one later.
LONG_AGO = dt.timedelta(days=30)

# Words by which a report says that it gives a newer value than was known before.
_CHANGE = re.compile(
    r"\b(?:ris(?:en|es?|ing)|rose|climb(?:ed|s|ing)?|gr(?:ew|own|ows|owing)|increas(?:ed|es|ing)|jump(?:ed|s)|"
    r"swell(?:ed|s)?|swollen|reach(?:ed|es)|fall(?:en|s)?|fell|drop(?:ped|s)?|reduced|cut to|down (?:to|from)|"
    r"up (?:to|from)|revised|raised|updated|so far|as of|by (?:then|now|mon|tues|wednes|thurs|fri|satur|sun|mid|noon|"
    r"late|early|the (?:end|evening|morning|afternoon|weekend))|no longer|still|now)",
    re.IGNORECASE,
)


_TO_VALUE = re.compile(
    r"\b(?:ris(?:en|ing|es)|rose|climbed|gr(?:ew|own)|increased|jumped|swelled|reached|fall(?:en|s)|fell|dropped|"
    r"slipped|"
    r"slid|sunk|sank|reduced|cut|raised|lowered|down|up|revised|widened|doubled|shrunk|shrank)"
    r"(?: (?:by|on|from) [\w-]+){0,2}(?: to)?(?: (?!from)[a-z]+)? $|"
    r"\b(?:increas|rais|lift|lower|reduc|revis|improv|sweeten|upp|widen|cut|put up)(?:e?s|ed|ing)?"
    r" (?:its|their|his|her|the|an?)(?: [\w-]+){1,3} to $"
)
_BY = re.compile(
    r"\bby (?:then|now|mon|tues|wednes|thurs|fri|satur|sun|mid|noon|late|early|nightfall|the (?:end|evening|"
    r"morning|afternoon|"
    r"weekend|following|next))|\b(?:has|have|had) since\b|\bno longer\b"
)
_HAD = re.compile(r"\b(?:had|has|have|was|were)\b")
_SAME = re.compile(
    r"\b(?:still|remain\w*|as before|again|unchanged|continu\w+|"
    r"(?:went|goes|go|gone) on \w+ing|ke(?:ep|eps|pt) \w+ing)\b"
)


# How a matter stands that is not settled: what a later report may tell the end of.
_PENDING = re.compile(
    r"\b(?:(?<!the )missing|trapped|stranded|held|holding|being (?:held|questioned|treated|sought)|questioned|wanted|"
    r"on the run|"
    r"at large|awaiting|await(?:s|ed)?|yet to|(?:has|have) not (?:yet )?|not yet|(?:is|are) (?:still )?\w+ing|"
    r"in (?:hospital|custody|intensive care)|still|under way|"
    r"continu\w+|"
    r"remain\w*|"
    r"planned|plans? to|planning|no (?:plans?|intention)|intends? to|determined to|"
    r"threat\w*|hostages?|captive|kidnapped|abducted|in (?:his|her|their) (?:power|hands)|"
    r"expect(?:s|ed)?|fear(?:s|ed)?|due to|will|would|is to|are to|considering|seeking|hop(?:es?|ed|ing)|"
    r"in talks|"
    r"negotiating|out of control|critical|(?:is|are|was|were|be|been|stays?|kept|keeps?) (?:closed|shut)|cut off|"
    r"without (?:power|water|electricity)|suspended|"
    r"on strike|"
    r"deadlocked|unsettled|undecided|searching|looking for|hunting|unaccounted|feared|no sign)\b"
)
# How a later report tells what was not over by then, or is yet to come.
_GOING_ON = re.compile(r"\b(?:(?:was|were) \w+ing|vow(?:s|ed)?|pledg(?:es?|ed)|promis(?:es?|ed))\b")
_SETTLED = re.compile(
    r"\b(?:has|have|had|was|were)(?: (?:now|since|been|later|finally|also|all|both))* (?!not\b|yet\b|still\b)[a-z]{2,}"
    r"(?:ed|en|wn|und|ught|eld|ent|id|ld|de|ad|ost|ut|ung|one|ot|et|it|uck|ome|ept)\b"
)


# What is decided on a day, and how the decision of that day is told.
_TO_DECIDE = re.compile(
    r"\b(?:will|to|is|are|due|expected) (?:to )?(?:vote|decid|rul|choos|elect|consider|give|announce|deliver|hear|meet)"
)
_DECIDED = re.compile(
    r"\b(?:passed|approved|adopted|backed|rejected|defeated|elected|chose|chosen|won|lost|agreed|convicted|acquitted|"
    r"sentenced|jailed|ruled|found|upheld|overturned|dismissed|granted|cleared|voted|decided)\b"
)


def later_state(pair: AlignedPair) -> Divergence | None:
    """A later report tells what had come about by its own day, an earlier one how matters stood before.

    Either the later one says that it tells of a change, or the earlier one that the matter was still open.
    """
    ordered = in_order(pair.left, pair.right)
    if ordered is None or pair.is_quoted or not pair.is_same_level:
        return None
    later, earlier = (pair.told[0], pair.told[1]) if ordered[1] is pair.left else (pair.told[1], pair.told[0])
    if later.has(_SAME) or (earlier.has(_BY) and not earlier.has(_PENDING)):
        return None
    if later.has(_BY) and later.has(_HAD):
        rule = "update.later_state"
    elif (
        earlier.has(_PENDING)
        and not later.has(_PENDING)
        and not later.has(_GOING_ON)
        and (later.has(_SETTLED) or any(is_past(word) for word in later.words))
    ):
        rule = "update.settled"
    else:
        return None
    if rule == "update.settled" and _are_of_one_day(pair) and not (earlier.has(_TO_DECIDE) and later.has(_DECIDED)):
        return None
    if rule == "update.later_state" and any(
        quantities_meet(a, b) for a in pair.left.quantities for b in pair.right.quantities if _is_figure(a)
    ):
        return None
    spans = tuple(telling.span(0, len(telling.text)) for telling in pair.told)
    values = spans[0].exact.rstrip("."), spans[1].exact.rstrip(".")
    return pair.diverges(
        "update",
        rule,
        values,
        (spans[0], spans[1]),
        f"{pair.source_of(ordered[1])}, reporting later, tells what had changed since "
        f"{pair.source_of(ordered[0])} wrote.",
    )


def _are_of_one_day(pair: AlignedPair) -> bool:
    """Whether both date it alike, one ahead and one looking back: "will stay shut on Monday", "had Monday off"."""
    return any(a == b for a in map(_days, pair.left.times) for b in map(_days, pair.right.times) if a)


def _days(time: Time) -> tuple[dt.date, dt.date] | None:
    return (time.first, time.last) if time.first is not None and time.last is not None else None


def _is_figure(quantity: Quantity) -> bool:
    return quantity.unit not in ("year_of_age", "second", "month")


def later_number(pair: AlignedPair) -> Divergence | None:
    found = conflicting(pair)
    found = found if found is not None and overtakes(pair, *found) else _changed(pair) or _beyond_bound(pair)
    if found is None or _is_of_old(pair):
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


def _is_of_old(pair: AlignedPair) -> bool:
    """Whether all that the later telling dates lies long before the earlier report: "In 1953 the river drowned 112"."""
    ordered = in_order(pair.left, pair.right)
    if ordered is None or ordered[0].published is None:
        return False
    days = [time.last for time in times_around(pair.story, ordered[1]) if time.last is not None]
    return bool(days) and max(days) < ordered[0].published - LONG_AGO


def _changed(pair: AlignedPair) -> tuple[Quantity, Quantity] | None:
    """The earlier value and the one that a brief later report says it rose or fell to, whatever it
    calls what it counts.
    """
    ordered = in_order(pair.left, pair.right)
    if ordered is None:
        return None
    later, earlier = ordered[1], ordered[0]
    telling = pair.told[0] if later is pair.left else pair.told[1]
    moved = [q for q in later.quantities if _TO_VALUE.search(telling.low[: max(0, q.span.start - telling.start)])]
    old = [q for q in earlier.quantities if _is_figure(q)]
    if len(moved) != 1 or len(old) != 1 or not _differ(moved[0], old[0]):
        return None
    if not _may_be_one(moved[0], old[0], later) or _is_repeated(pair, earlier, later, telling):
        return None
    return (moved[0], old[0]) if later is pair.left else (old[0], moved[0])


def _beyond_bound(pair: AlignedPair) -> tuple[Quantity, Quantity] | None:
    """The one figure of a later report that tells of a change by which it goes beyond what was the least before: "at
    least five were killed", "nine are now known to have died".
    """
    ordered = in_order(pair.left, pair.right)
    if ordered is None or not _tells_change(ordered[1]):
        return None
    later, earlier = ordered[1], ordered[0]
    found = [
        (new, old)
        for new in later.quantities
        for old in earlier.quantities
        if old.upper is None and _is_figure(old) and same_measure(new, old) == "same" and _is_above(new, old)
    ]
    if len(found) != 1:
        return None
    new, old = found[0]
    return (new, old) if later is pair.left else (old, new)


def _is_repeated(pair: AlignedPair, earlier: Statement, later: Statement, telling: Telling) -> bool:
    """Whether the later report has the earlier one's figure as it was, not as what it came from: "from 14 to five"."""
    known = {(q.lower, q.upper, q.unit) for q in pair.all_told.figures_in(earlier) if _is_figure(q)}
    return any(
        (q.lower, q.upper, q.unit) in known
        and not telling.low[: max(0, q.span.start - telling.start)].endswith("from ")
        for q in pair.all_told.figures_in(later)
        if _is_figure(q)
    )


def _differ(new: Quantity, old: Quantity) -> bool:
    """Whether they cannot meet, or the new value has left the bound of the old: "at least five", then "nine"."""
    if quantities_meet(new, old) is False:
        return True
    return new.unit == old.unit and old.upper is None and _is_above(new, old)


def _is_above(new: Quantity, old: Quantity) -> bool:
    return old.lower is not None and (new.lower or 0.0) > old.lower


def _may_be_one(new: Quantity, old: Quantity, later: Statement) -> bool:
    was = [q for q in later.quantities if q is not new and quantities_meet(q, old)]
    return bool(was) or same_measure(new, old) != "different"


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
