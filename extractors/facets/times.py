"""When: expressions of time resolved to stretches of days.

    text -> find_expressions -> resolve each against the day of publication, the tense around it and the times before
         -> open an end for "since", "until", "by", "before", "after"

An expression that cannot be resolved is left out: a weekday without a day of publication, "two days later" with no
day before it in the paragraph, "the day before the vote" whose vote has no date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from spacy.tokens import Doc

from extractors.facets.anchored_times import from_before, from_following
from extractors.facets.calendars import ONE_DAY, Days
from extractors.facets.clauses import Sentences
from extractors.facets.clock_times import find_clocks, part_of_day
from extractors.facets.recurring_times import recurring_time
from extractors.facets.tense import Direction, direction
from extractors.facets.time_expressions import Expression, find_expressions
from extractors.facets.time_pieces import Resolved, Setting, spaced
from extractors.facets.time_rules import resolve
from extractors.records import Granularity, Span, Time
from extractors.word_lists import word_set


def find_times(doc: Doc, published: dt.date | None) -> tuple[Time, ...]:
    """Every time in `doc` that can be resolved, in reading order of its last span.

    Weekdays, months and days without a year look back or ahead as the tense around them says; with no sign they mean
    the nearest past weekday and the month or day nearest to publication. `published` None leaves only what is
    absolute, or anchored on something absolute.
    """
    sentences = Sentences(doc)
    text = sentences.text
    expressions = find_expressions(text)
    days_named = _DaysNamed(sentences, expressions, published)
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
            time = _alone(sentences, expression, published, last_day, days_named)
        if time is not None:
            found.append(time)
            last_day = time.first if time.granularity == "day" and time.first == time.last else last_day
    clocks = find_clocks(sentences, expressions, found)
    return tuple(sorted((*found, *clocks), key=lambda time: time.spans[-1]))


def _alone(
    sentences: Sentences,
    expression: Expression,
    published: dt.date | None,
    last_day: dt.date | None,
    days_named: _DaysNamed,
) -> Time | None:
    text, start, end = sentences.text, expression.start, expression.end
    if _is_nowadays(sentences, expression):
        return None
    resolved = days_named.of(expression) or resolve(expression, _setting(sentences, expression, published, last_day))
    if resolved is None:
        return None
    (days_meant, granularity) = resolved
    first, last = _opened(text, start, end, days_meant, granularity)
    if expression.kind == "ago" and _LONGER_AGO.match(text, start):
        first = None
    part = expression.parts.get("part") or expression.parts.get("which") or expression.parts.get("which1") or ""
    clock = part_of_day(_HOURS_IN[part]) if (part := spaced(part)) in _HOURS_IN else None
    return Time((Span.of(text, start, end),), first, last, granularity, clock)


def _setting(
    sentences: Sentences, expression: Expression, published: dt.date | None, last_day: dt.date | None
) -> Setting:
    text, start, end = sentences.text, expression.start, expression.end
    untold: Direction = "future" if _AHEAD.search(text[max(0, start - 20) : start]) else "past"
    return Setting(published, lambda: direction(sentences, start, end), last_day, untold)


class _DaysNamed:
    """Which day an article means by the name of a weekday, for "Monday's debate", whose verb may speak of another time.

    Asked only for a weekday in the genitive; told by the same weekday elsewhere in the article, where all those agree.
    """

    def __init__(self, sentences: Sentences, expressions: Sequence[Expression], published: dt.date | None) -> None:
        self._sentences, self._expressions, self._published = sentences, expressions, published
        self._days: dict[str, Resolved | None] = {}

    def of(self, expression: Expression) -> Resolved | None:
        if not self._in_genitive(expression):
            return None
        name = expression.parts["weekday"]
        if name not in self._days:
            self._days[name] = self._agreed(name)
        return self._days[name]

    def _agreed(self, name: str) -> Resolved | None:
        plain = [
            one
            for one in self._expressions
            if one.parts.get("weekday") == name and _is_bare_weekday(one) and not self._in_genitive(one)
        ]
        days = {resolve(one, _setting(self._sentences, one, self._published, None)) for one in plain}
        return days.pop() if len(days) == 1 else None

    def _in_genitive(self, expression: Expression) -> bool:
        follows = self._sentences.text[expression.end : expression.end + 2]
        return _is_bare_weekday(expression) and follows in ("'s", "’s")


def _is_bare_weekday(expression: Expression) -> bool:
    return expression.kind == "weekday" and "which" not in expression.parts and "week" not in expression.parts


# "Today's world", "the threats today are worse": the present age, no day.
_OF_OUR_AGE = re.compile(
    r"['’]s\s(?:\w+\s)?(?:world|societ\w+|economy|generation|children|youth|youngsters|students|standards|politics|"
    r"climate|culture|markets?|technolog\w+|workforce|workers|families|women|men|media|dollars|terms|money|language)\b"
)


def _is_nowadays(sentences: Sentences, expression: Expression) -> bool:
    """Whether "today" is the present age: by what it owns, or as it stands between a noun and what is true of it."""
    named = expression.parts.get("which") or expression.parts.get("which1")
    if expression.kind != "relative_day" or named != "today" or "part" in expression.parts:
        return False
    even = sentences.text[max(0, expression.start - 5) : expression.start].lower() == "even "
    if even or _OF_OUR_AGE.match(sentences.text, expression.end):
        return True
    stretch = sentences.doc.char_span(expression.start, expression.end) if sentences.tagged else None
    if stretch is None or stretch.start == 0 or not sentences.doc.has_annotation("DEP"):
        return False
    word, before = stretch[0], sentences.doc[stretch.start - 1]
    head = word.head.head if word.head == before else word.head
    told = next((one for one in head.children if one.dep_ == "cop"), head)
    state = told is not head or told.lemma_ in _STATES or any(one.lower_ == "still" for one in told.children)
    present = told.tag_ in ("VBZ", "VBP") or (told.tag_ == "VB" and all(one.dep_ != "aux" for one in told.children))
    # "The vote today is close" is about a day: what is one of its kind happens on one.
    return state and present and told.i > word.i and (before.tag_ == "NNS" or before.pos_ == "PROPN")


_STATES = word_set("have live face remain need know think work mean seem want own enjoy suffer lack")
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
_LONGER_AGO = re.compile(r"(?:over|(?:much\s)?more\sthan)\b", re.IGNORECASE)
# "Open until Friday", "due by Monday": with no verb of the past in sight the day lies ahead.
_AHEAD = re.compile(r"\b(?:until|till|by)\s$", re.IGNORECASE)
_OPENER = re.compile(r"\b(?P<word>since|until|till|by|before|after)\s(?:the\s|about\s|around\s)?$", re.IGNORECASE)


def _opened(
    text: str, start: int, end: int, days: Days, granularity: Granularity
) -> tuple[dt.date | None, dt.date | None]:
    """The stretch with an end opened by the word before it; "before Monday's vote" speaks of the vote, not the day."""
    lead = _OPENER.search(text[max(0, start - 20) : start])
    word = lead.group("word").lower() if lead else ""
    if (glued := text[max(0, start - 5) : start].lower()).endswith(("pre-", "post-")):
        return (None, days.first - ONE_DAY) if glued.endswith("pre-") else (days.last + ONE_DAY, None)
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
