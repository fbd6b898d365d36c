"""`date`: one event, two times that have no day in common, or two hours of one day that are far apart."""

from __future__ import annotations

import re

from extractors.facets.comparing import times_meet
from extractors.facets.place_names import CONTINENTS, INSIDE
from extractors.records import Time
from matching.countries import COUNTRIES
from matching.divergences.figures import conflicting
from matching.divergences.hours import hours_of
from matching.divergences.pair import AlignedPair
from matching.divergences.telling import WEEKDAY, Telling
from matching.gates import in_order, times_around
from matching.records import Divergence
from matching.values import time_in_words

# What stands before a time that dates the telling and not the event: "the mayor said on Tuesday".
_TELLS = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells?|announced?|reported|wrote|added|confirmed|published|released|issued|speaking|"
    r"spoke|"
    r"testified|conceded|revealed|admitted|claimed)\b(?: [\w'-]+){0,3} ?(?:on |in |late |early |last )?$"
)


# How what is still to come is told.
_AHEAD = re.compile(
    r"\b(?:will|shall|would|should|must|due to|set to|expect\w*|scheduled|plans? to|planned|hop(?:es?|ing) to|aims? to|"
    r"(?:is|are) to|to be)\b"
)
_LONG = frozenset({"year", "decade", "century", "half", "season"})
_MIDDLING = frozenset({"month", "quarter", "season", "half"})
_YEAR = re.compile(r"\d{4}")


def other_date(pair: AlignedPair) -> Divergence | None:
    """Decided only where no time of one side meets one of the other: with more times, which dates it is a guess.

    Where a figure differs as well ("640 this year", "410 last year") the two report two things and neither is wrong.
    """
    one, two = _dating(pair, 0), _dating(pair, 1)
    if not pair.is_same_level or conflicting(pair) is not None:
        return None
    late = _after_deadline(pair)
    if late is not None:
        return times_apart(pair, *late, "date.after_deadline")
    if not one or not two:
        return _other_hour(pair) if pair.is_brief and not _has_deadline(pair) else None
    if any(times_meet(here, there) for here in one for there in two):
        return _other_hour(pair) if len(one) == len(two) == 1 else None
    if any(times_meet(here, there) for here in _beside(pair, 0) for there in _beside(pair, 1)):
        return None
    here, there = min(
        ((here, there) for here in one for there in two),
        key=lambda both: (_are_of_two_scales(*both), both[0].granularity != both[1].granularity),
    )
    if _are_of_two_scales(here, there) or _differ_by_a_guess(here, there):
        return None
    if (here.granularity in _MIDDLING) != (there.granularity in _MIDDLING) and not pair.is_one_deed:
        return None  # "opens next month", "stayed shut on Saturday"
    if not (pair.is_brief or pair.is_one_deed):
        return None  # long sentences tell of several events
    if are_of_two_reports(pair, here, there) or _is_past_and_to_come(pair):
        return None
    return times_apart(pair, here, there, "date.days_apart")


def times_apart(pair: AlignedPair, here: Time, there: Time, rule: str) -> Divergence:
    """The divergence of two times that date one thing and do not meet."""
    values = time_in_words(here), time_in_words(there)
    return pair.diverges(
        "date",
        rule,
        values,
        (here.spans[-1], there.spans[-1]),
        f"{pair.sources[0]} dates it {values[0]}, {pair.sources[1]} {values[1]}.",
    )


def _has_deadline(pair: AlignedPair) -> bool:
    """Whether an hour may be of a day that a time open at one end gives: "on Friday evening", "by Saturday noon"."""
    return any((time.first is None) != (time.last is None) for side in (pair.left, pair.right) for time in side.times)


def _other_hour(pair: AlignedPair) -> Divergence | None:
    one, two = pair.read(hours_of)
    if one is None or two is None or one.meets(two):
        return None
    return pair.diverges(
        "date",
        "date.hours_apart",
        (one.in_words, two.in_words),
        (one.span, two.span),
        f"{pair.sources[0]} puts it {one.span.exact}, {pair.sources[1]} {two.span.exact}.",
    )


def _after_deadline(pair: AlignedPair) -> tuple[Time, Time] | None:
    """What is to be done by some day, and the time after that day at which it is to be done: "by May", "in June"."""
    if not all(telling.has(_AHEAD) for telling in pair.told):
        return None
    if len(pair.left.times) != 1 or len(pair.right.times) != 1:
        return None
    here, there = pair.left.times[0], pair.right.times[0]
    by, when = (here, there) if here.first is None else (there, here)
    if by.first is not None or by.last is None or when.first is None:
        return None
    return (here, there) if when.first > by.last else None


def _dating(pair: AlignedPair, side: int) -> tuple[Time, ...]:
    """The bounded times of one side that date its event."""
    statement, telling = (pair.left, pair.right)[side], pair.told[side]
    found = []
    for time in times_around(pair.story, statement):
        at = time.spans[-1].start - telling.start
        if 0 <= at <= len(telling.low) and not _TELLS.search(telling.low[:at]):
            found.append(time)
    return tuple(found)


def _beside(pair: AlignedPair, side: int) -> tuple[Time, ...]:
    """All bounded times of the sentence: clauses are not always cut alike."""
    return pair.all_told.times_in((pair.left, pair.right)[side])


def _are_of_two_scales(here: Time, there: Time) -> bool:
    """A day and a year name two things, as a report's event and its background; a month and a season may not."""
    if {here.granularity, there.granularity} <= _MIDDLING:
        return False
    return (here.granularity in _LONG) != (there.granularity in _LONG)


def _differ_by_a_guess(here: Time, there: Time) -> bool:
    """One weekday of two weeks, or one day of two years where neither writes the year: both were guessed from the day
    of publication.
    """
    days = {found for time in (here, there) for found in WEEKDAY.findall(time.spans[-1].exact.lower())}
    if len(days) == 1 and all(WEEKDAY.search(time.spans[-1].exact.lower()) for time in (here, there)):
        return True
    if (
        here.first is None
        or there.first is None
        or _scales(here, there) & _LONG
        or _YEAR.search(here.spans[-1].exact + there.spans[-1].exact)
    ):
        return False
    return here.first.month == there.first.month and (
        here.first.day == there.first.day or "month" in _scales(here, there)
    )


def are_of_two_reports(pair: AlignedPair, here: Time, there: Time) -> bool:
    """Whether reports of two days may each be right: they tell of what goes on, or the later one of what came after."""
    return _are_of_own_days(pair, here, there) or _is_of_afterwards(pair, here, there)


def _are_of_own_days(pair: AlignedPair, here: Time, there: Time) -> bool:
    """Whether reports of two days each date it as far from their own day: what goes on is told of every day anew."""
    ordered = in_order(pair.left, pair.right)
    if ordered is None or pair.left.published is None or pair.right.published is None:
        return False
    if here.first is None or there.first is None:
        return False
    return here.first - pair.left.published == there.first - pair.right.published


def _is_of_afterwards(pair: AlignedPair, here: Time, there: Time) -> bool:
    """Whether the later report dates it after the day of the earlier one, which tells of what was over by then."""
    ordered = in_order(pair.left, pair.right)
    if ordered is None or ordered[0].published is None:
        return False
    earlier, later = (here, there) if ordered[0] is pair.left else (there, here)
    if earlier.first is None or later.first is None:
        return False
    return earlier.first <= ordered[0].published < later.first


def _is_past_and_to_come(pair: AlignedPair) -> bool:
    """Whether of two reports of one day one tells what was and the other what will be: those are two events."""
    tenses = {statement.claim.predicate.tense for statement in (pair.left, pair.right) if statement.claim.predicate}
    return tenses == {"past", "future"} and in_order(pair.left, pair.right) is None


def are_of_two_towns(pair: AlignedPair) -> bool:
    """Whether each names towns and none that the other names: "in Geneva on the 10th", "in Brussels on the 12th"."""
    here, there = pair.read(_towns)
    return bool(here and there) and here.isdisjoint(there)


def _towns(telling: Telling) -> frozenset[str]:
    """The towns of the table of places that a telling names, in lower case."""
    named = (word for word in telling.words if word.written[0].isupper() and word.stem not in COUNTRIES)
    return frozenset(low for word in named if (low := word.written.lower()) in INSIDE and low not in CONTINENTS)


def _scales(here: Time, there: Time) -> set[str]:
    return {here.granularity, there.granularity}
