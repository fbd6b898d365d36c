"""When: expressions of time resolved to stretches of days.

    text -> find_expressions -> resolve each against the day of publication, the tense around it and the times before
         -> open an end for "since", "until", "by", "before", "after"

An expression that cannot be resolved is left out: a weekday without a day of publication, "two days later" with no
day before it in the paragraph, "the day before the vote" whose vote has no date.
"""

from __future__ import annotations

import datetime as dt
import re

from spacy.tokens import Doc

from extractors.facets.anchored_times import from_before, from_following
from extractors.facets.calendars import ONE_DAY, Days
from extractors.facets.clauses import Sentences
from extractors.facets.clock_times import find_clocks, part_of_day
from extractors.facets.recurring_times import recurring_time
from extractors.facets.tense import Direction, direction
from extractors.facets.time_expressions import Expression, find_expressions
from extractors.facets.time_pieces import Setting, spaced
from extractors.facets.time_rules import resolve
from extractors.records import Granularity, Span, Time


def find_times(doc: Doc, published: dt.date | None) -> tuple[Time, ...]:
    """Every time in `doc` that can be resolved, in reading order of its last span.

    Weekdays, months and days without a year look back or ahead as the tense around them says; with no sign they mean
    the nearest past weekday and the month or day nearest to publication. `published` None leaves only what is
    absolute, or anchored on something absolute.
    """
    sentences = Sentences(doc)
    text = sentences.text
    expressions = find_expressions(text)
    found: list[Time] = []
    last_day: dt.date | None = None
    skip = -1
    for index, expression in enumerate(expressions):
        if index == skip:
            continue
        following = expressions[index + 1] if index + 1 < len(expressions) else None
        if expression.kind in ("shift_from", "eve_of"):
            time = from_following(sentences, expression, following, published)
            skip = index + 1 if time is not None else skip
        elif expression.kind in ("shift", "next_day", "that_span"):
            time = from_before(text, expression, found)
        elif expression.kind == "recurring":
            time = recurring_time(expression, text)
        else:
            time = _alone(sentences, expression, published, last_day)
        if time is not None:
            found.append(time)
            last_day = time.first if time.granularity == "day" and time.first == time.last else last_day
    clocks = find_clocks(sentences, expressions, found)
    return tuple(sorted((*found, *clocks), key=lambda time: time.spans[-1]))


def _alone(
    sentences: Sentences, expression: Expression, published: dt.date | None, last_day: dt.date | None
) -> Time | None:
    text, start, end = sentences.text, expression.start, expression.end
    untold: Direction = "future" if _AHEAD.search(text[max(0, start - 20) : start]) else "past"
    setting = Setting(published, lambda: direction(sentences, start, end), last_day, untold)
    resolved = resolve(expression, setting)
    if resolved is None:
        return None
    (days_meant, granularity) = resolved
    first, last = _opened(text, start, end, days_meant, granularity)
    part = expression.parts.get("part") or expression.parts.get("which") or expression.parts.get("which1") or ""
    clock = part_of_day(_HOURS_IN[part]) if (part := spaced(part)) in _HOURS_IN else None
    return Time((Span.of(text, start, end),), first, last, granularity, clock)


_HOURS_IN = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "night",
    "this morning": "morning",
    "this afternoon": "afternoon",
    "this evening": "evening",
    "tonight": "night",
    "last night": "night",
}
# "Open until Friday", "due by Monday": with no verb of the past in sight the day lies ahead.
_AHEAD = re.compile(r"\b(?:until|till|by)\s$", re.IGNORECASE)
_OPENER = re.compile(r"\b(?P<word>since|until|till|by|before|after)\s(?:the\s|about\s|around\s)?$", re.IGNORECASE)


def _opened(
    text: str, start: int, end: int, days: Days, granularity: Granularity
) -> tuple[dt.date | None, dt.date | None]:
    """The stretch with an end opened by the word before it; "before Monday's vote" speaks of the vote, not the day."""
    lead = _OPENER.search(text[max(0, start - 20) : start])
    word = lead.group("word").lower() if lead else ""
    possessive = text[end : end + 2] in ("'s", "’s")
    if word == "since":
        return days.first, None
    if word in ("until", "till", "by") and not possessive:
        return None, days.last
    attribute = lead is not None and lead.group().lower().endswith("the ")  # "after the 1999 fire" is in 1999
    if word == "before" and not possessive and not attribute:
        closes = text[start : start + 10].lower() == "the end of"  # up to its last day
        return None, days.last if closes else days.first - ONE_DAY
    if word == "after" and not possessive and not attribute and granularity != "day":
        return days.last + ONE_DAY, None
    return days.first, days.last
