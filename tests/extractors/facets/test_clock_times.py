"""Hours of a day and what comes again, read in an article of Wednesday, 12 March 2031.

"⟦⟧" marks the hour or the recurrence. An hour is written with the day it belongs to, if any, and its zone; a recurrence
as frequency, interval and weekday. Parts of a day ("Monday morning") are days with hours.
"""

import datetime as dt

import pytest
from spacy.language import Language

from extractors.facets import find_times
from extractors.records import Time
from tests.extractors.facets.reading import marked_spans, unmarked

PUBLISHED = dt.date(2031, 3, 12)

HOURS = [
    ("It began at ⟦9 p.m.⟧ and ran on.", "21:00"),
    ("It began at ⟦9 p.m⟧ sharp.", "21:00"),
    ("It began at ⟦9pm⟧.", "21:00"),
    ("It began at ⟦9 PM⟧ sharp.", "21:00"),
    ("It began at ⟦9:30 a.m.⟧ and ran on.", "09:30"),
    ("It began at ⟦9.30am⟧.", "09:30"),
    ("It began at ⟦12 a.m.⟧ and ran on.", "00:00"),
    ("It began at ⟦12 p.m.⟧ and ran on.", "12:00"),
    ("It began at ⟦21:30⟧.", "21:30"),
    ("It began at ⟦14:00 GMT⟧.", "14:00 GMT+0"),
    ("It began at ⟦1400 GMT⟧.", "14:00 GMT+0"),
    ("It began at ⟦9 p.m. EST⟧.", "21:00 EST-300"),
    ("It began at ⟦9 p.m. ET⟧.", "21:00 ET"),
    ("It began at ⟦9 p.m. (PST)⟧.", "21:00 PST-480"),
    ("It began at ⟦9 p.m. Eastern time⟧.", "21:00 Eastern Time"),
    ("It began at ⟦9 p.m. local time⟧.", "21:00 Local Time"),
    ("It began at ⟦noon⟧.", "12:00"),
    ("It began at ⟦midnight⟧.", "00:00"),
    ("It will end by ⟦noon⟧.", "..12:00"),
    ("It is open until ⟦9 p.m.⟧ every night", "..21:00"),
    ("It is open from ⟦9 a.m.⟧ on.", "09:00.."),
    ("It closed after ⟦9 p.m.⟧ or so", "21:00.."),
    ("It closed before ⟦9 p.m.⟧ or so", "..21:00"),
    ("It is open ⟦from 9 a.m. to 5 p.m.⟧ or so", "09:00..17:00"),
    ("It is open ⟦between 9 a.m. and 5 p.m.⟧ or so", "09:00..17:00"),
    ("It is open ⟦7-9 p.m. ET⟧.", "19:00..21:00 ET"),
    ("It is open ⟦from 11 to 2 a.m.⟧ or so", "11:00..02:00"),
    ("It is open ⟦from 09:00 to 17:30⟧.", "09:00..17:30"),
    ("He left at ⟦five o'clock⟧.", "05:00"),
    ("He left at ⟦5 o’clock in the afternoon⟧.", "17:00"),
    ("He left at ⟦nine o'clock at night⟧.", "21:00"),
    ("He left at ⟦half past six⟧.", "06:30"),
    ("He left at ⟦a quarter past six⟧.", "06:15"),
    ("He left at ⟦quarter to six⟧.", "05:45"),
    ("He left at ⟦ten to noon⟧.", "11:50"),
    ("A ⟦9 a.m.⟧ hearing was held.", "09:00"),
    ("It began at ⟦9 p.m.⟧ on Monday.", "2031-03-10 21:00"),
    ("It began at ⟦9 p.m. EST⟧ on Monday.", "2031-03-10 21:00 EST-300"),
    ("It began Monday at ⟦9 p.m.⟧ in Orrin.", "2031-03-10 21:00"),
    ("It began on Monday, shortly after ⟦9 p.m.⟧ in Orrin.", "2031-03-10 21:00.."),
    ("It began on May 4, 2014, at ⟦noon⟧.", "2014-05-04 12:00"),
    ("On Monday the talks in Orrin began at ⟦9 p.m.⟧ sharp.", "2031-03-10 21:00"),
    ("It fell on Monday and Tuesday, at ⟦9 p.m.⟧ sharp.", "2031-03-11 21:00"),
    ("It rang last night at ⟦10:15 p.m.⟧ sharp.", "2031-03-11 22:15"),
]  # fmt: skip

DAY_PARTS = [
    ("It fell ⟦Monday morning⟧.", "2031-03-10 05:00..12:00"),
    ("It fell ⟦Monday afternoon⟧.", "2031-03-10 12:00..18:00"),
    ("It fell on ⟦Monday evening⟧.", "2031-03-10 17:00..23:59"),
    ("It fell on ⟦Monday night⟧.", "2031-03-10 18:00..23:59"),
    ("It fell ⟦yesterday morning⟧.", "2031-03-11 05:00..12:00"),
    ("It fell ⟦this morning⟧.", "2031-03-12 05:00..12:00"),
    ("It fell ⟦last night⟧.", "2031-03-11 18:00..23:59"),
    ("It falls ⟦tonight⟧.", "2031-03-12 18:00..23:59"),
]

RECURRING = [
    ("He swims ⟦every Tuesday⟧.", "weekly 1 1"),
    ("He swims ⟦each Sunday⟧.", "weekly 1 6"),
    ("He swims ⟦every Tuesday morning⟧.", "weekly 1 1"),
    ("He swims ⟦every other Tuesday⟧.", "weekly 2 1"),
    ("He swims ⟦on Mondays⟧.", "weekly 1 0"),
    ("He works ⟦Sundays⟧.", "weekly 1 6"),
    ("He swims ⟦every day⟧.", "daily 1 None"),
    ("⟦Every morning⟧ he swims.", "daily 1 None"),
    ("He swims ⟦every week⟧.", "weekly 1 None"),
    ("He swims ⟦each year⟧.", "yearly 1 None"),
    ("He swims ⟦every two weeks⟧.", "weekly 2 None"),
    ("They vote ⟦every four years⟧.", "yearly 4 None"),
    ("They pay ⟦every quarter⟧.", "monthly 3 None"),
    ("It rings ⟦every hour⟧.", "hourly 1 None"),
    ("They meet on ⟦the first Monday of every month⟧.", "monthly 1 0"),
    ("The show airs ⟦weekly⟧.", "weekly 1 None"),
    ("They pay ⟦monthly⟧ by card.", "monthly 1 None"),
    ("It is checked ⟦annually⟧.", "yearly 1 None"),
    ("They meet ⟦fortnightly⟧.", "weekly 2 None"),
]

NEITHER = [
    "She won in 9:58.",
    "They led 9:30 at the break.",
    "The verse is John 3:16.",
    "It cost 9.30 in all.",
    "At 9 he was tall for his age.",
    "Five of nine fell.",
    "Ten to twelve men fled.",
    "Half past failures were his.",
    "The noon bell cracked.",
    "High noon was a film.",
    "The midnight sun shone.",
    "It was a quarter to a third of all.",
    "He read the Daily Post.",
    "He took a weekly fee.",
    "A daily paper closed.",
    "Every one of them left.",
    "Every town has one.",
    "Each man left.",
    "Every monday-like mood passed.",
    "He is 9 and a pm is a minister.",
    "The second Monday was wet.",
    "Ruby Tuesdays are shut.",
]


def written(time: Time) -> str:
    if time.recurs is not None:
        return f"{time.recurs.frequency} {time.recurs.interval} {time.recurs.weekday}"
    assert time.clock is not None
    clock = time.clock
    start, end = (f"{one:%H:%M}" if one else "" for one in (clock.start, clock.end))
    hours = start if start == end else f"{start}..{end}"
    offset = "" if clock.utc_offset is None else f"{clock.utc_offset:+d}"
    return " ".join(word for word in (str(time.first or ""), hours, f"{clock.zone or ''}{offset}") if word)


@pytest.mark.parametrize(("marked", "expected"), [*HOURS, *DAY_PARTS])
def test_hours(words: Language, marked: str, expected: str) -> None:
    found = [one for one in find_times(words(unmarked(marked)), PUBLISHED) if one.spans[-1] in marked_spans(marked)]
    assert [written(one) for one in found] == [expected]


@pytest.mark.parametrize(("marked", "expected"), RECURRING)
def test_what_comes_again(words: Language, marked: str, expected: str) -> None:
    [found] = find_times(words(unmarked(marked)), PUBLISHED)
    assert [found.spans[-1]] == marked_spans(marked)
    assert written(found) == expected
    assert (found.first, found.last) == (None, None)


@pytest.mark.parametrize("text", NEITHER)
def test_neither_an_hour_nor_a_recurrence(words: Language, text: str) -> None:
    assert not [one for one in find_times(words(text), PUBLISHED) if one.clock or one.recurs]
