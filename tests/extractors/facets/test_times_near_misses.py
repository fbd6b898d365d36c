"""Words and figures that look like a time and name none, each under the reason why.

Where a sentence holds a true time besides, it stands in ⟦⟧ and nothing else may be read.
"""

import datetime as dt

import pytest
from spacy.language import Language

from extractors.facets import find_times
from tests.extractors.facets.reading import marked_spans, unmarked

PUBLISHED = dt.date(2031, 3, 12)

WORDS = [
    "He may leave.",
    "May he leave?",
    "They march at dawn.",
    "The march was long.",
    "March on, he said.",
    "An august body met.",
    "Theresa May spoke.",
    "Mrs May spoke.",
    "April Lind spoke.",
    "He told June Orr so.",
    "He told June so.",
    "They met August Strand there.",
    pytest.param(
        "She is Dawn Friday's aunt.",
        marks=pytest.mark.xfail(reason="a surname that is a weekday looks like one without its preposition"),
    ),
    "In spring water it dies.",
    "The fall of the town was sudden.",
    "He had a fall.",
    "Prices fall.",
    "Spring rolls were served.",
    "A spring broke.",
    "The second was longer.",
    "It is the minute hand.",
    "The day was long.",
    "It was a hard year.",
    "The night was cold.",
    "The weekend was dull.",
    "Some day it will end.",
    "One day it will end.",
    "These days it is rare.",
    "He has had his day.",
    "In the long term it helps.",
    "In time it will heal.",
    "It happens all the time.",
    "At the same time he lied.",
    "In the meantime he lied.",
    "He works day and night.",
    "It was night when he left.",
    "Once upon a time he lied.",
    "From time to time he lies.",
    "He spoke at the last minute.",
    "It is the end of an era.",
    "The end of the road is near.",
    "The beginning of the book is dull.",
    "He is the last in line.",
    "The next one is red.",
    "The following men left.",
    "The previous owner left.",
    "Next, he lied.",
    "At last he left.",
    "It will rain in the coming years.",
    "They hope for a brighter tomorrow.",
    "That year was hard.",
    "This is late.",
    "He came early.",
    "Early voters queued.",
    "The late Ann Orr wrote it.",
    "A couple of men left.",
    "It was built in two weeks.",
    "It will be the first visit in ten years.",
    "The weekend was long.",
    "It was the fire of the century.",
    "The century was hard.",
    "It was down a year prior to the vote.",
]
NAMES = [
    "Black Friday sales rose.",
    "Good Friday hymns were sung.",
    "Bloody Sunday is recalled.",
    "The Sunday Times wrote so.",
    "The Sunday Telegraph wrote so.",
    "The Mail on Sunday Review wrote so.",
    "The Good Friday Agreement holds.",
    "Saturday Night Live aired.",
    "Sheffield Wednesday won.",
    "He read Man Friday again.",
    "The September 11 attacks shook him.",
    "The Sept. 11 attacks shook him.",
    "The Sept. 11 families wept.",
    "The October Revolution failed.",
    "Cyber Monday sales rose.",
    "The Friday Group met.",
    "The Sunday Mirror wrote so.",
    "He told Orrby Today so.",
    "He was on “News Sunday” and lied.",
    "Christmas trees were sold.",
    "It was shot by 20th Century Fox.",
    "The Century Club met.",
    "The March to May Street walk is off.",
    "The Sept. 11 memorial was shut.",
    "Ash Wednesday hymns were sung.",
]
FIGURES = [
    "He has 2014 goats.",
    "It killed 2014 people.",
    "It is 2014 miles away.",
    "It is 1,990 miles away.",
    "Room 2014 is shut.",
    "It cost $2014.",
    "It cost 2014 dollars.",
    "It weighs 2014 kg.",
    "More than 2014 people came.",
    "Of 2000 people, few came.",
    "From 1900 people it grew.",
    "Fewer than 1800 troops came.",
    "In 2000 homes the lights went out.",
    "See example.org/2014/05/04 now.",
    "See example.org/news/2014/ now.",
    "Call 555-2014 now.",
    "Flight 1990 landed.",
    "It runs version 10.5 now.",
    "They won 10-4.",
    "The vote was 10 to 4.",
    "He scored 20 points.",
    "It rose 1.5 percent.",
    "The 10-30 split held.",
    "It is 30 degrees.",
    "Temperatures are in the 90s now.",
    "They ate at table 14.",
    "Unemployment is in the 90s there.",
    "The nearly 2000 votes are in.",
    "His estimated 2000 goats left.",
    "In 14 homes the lights went out.",
    "By 4 votes it failed.",
    "After 3 goals he left.",
    "Before 40 people he lied.",
    "Until 9 men came, he sat.",
    "Since 12 men left, it is calm.",
    "The 90s bus is late.",
    "She is in her 90s.",
    "She is in her nineties.",
    "He was in his late 80s.",
    "She won by 2015 votes.",
    "They hit 1700 homes.",
    "It is 4-5 metres wide.",
    "He ate May 40 grapes.",
    "Up to 2000 troops came.",
    "Some 2000 troops came.",
    "It needs 2020 vision.",
    "It was made in the 5th century BC.",
    "It is set in the 54th century.",
    "He owed 3/4 of it.",
    "It was signed on 3/4/2014 by both.",
    "He lives on the 14th floor.",
    "It is 14 of 14.",
    "He grew '08 vines and '70s roses.",
    "He plays from 14 to 16.",
    "He won the last two sets.",
]
LENGTHS = [
    "It lasted two days.",
    "It lasted three weeks.",
    "It took a month.",
    "It took years.",
    "It took decades.",
    "He was jailed for two years.",
    "He served six months.",
    "A two-day strike began.",
    "A year-long ban began.",
    "He is two years old.",
    "A six-month-old child slept.",
    "He worked 40 hours a week.",
    "It costs $9 a month.",
    "It costs £9,000 a year.",
    "He has had it for years.",
    "It runs for 90 minutes.",
    "They waited hours.",
    "It is a ten-minute walk.",
    "The week-old strike goes on.",
    "He was given 30 days.",
    "It is days old.",
    "It fell for months on end.",
    "He spends weeks there.",
    "A decade of drought hurt them.",
]
RECURRING = [
    "The daily walk helps.",
    "The annual fair is off.",
    "It is his yearly trip.",
]
UNANCHORED = [
    "Two days later he left.",
    "The next day he left.",
    "The following day he left.",
    "A week earlier he had left.",
    "He left two days before the vote.",
    "He left on the eve of the vote.",
    "He left the day after the vote.",
    "He left the week before.",
    "The following Monday he left.",
    "That Monday he left.",
    "He left the hour before last orders.",
    "It is open Monday to Friday.",
]
BESIDE = [
    "He may leave on ⟦Monday⟧.",
    "May spoke on ⟦Monday⟧.",
    "On ⟦Monday⟧ 2014 people left.",
    "In ⟦2014⟧ it lasted two days.",
    "The 2,014 goats left on ⟦Friday⟧.",
    "⟦Last week⟧ they marched for two days.",
    "The Sunday Times wrote so on ⟦Monday⟧.",
    "In ⟦1999⟧ he was in his late 80s.",
    "Since ⟦2014⟧ he has had 2014 goats.",
]


@pytest.mark.parametrize("marked", [*WORDS, *NAMES, *FIGURES, *LENGTHS, *RECURRING, *UNANCHORED, *BESIDE])
def test_no_time(words: Language, marked: str) -> None:
    assert [one.spans[-1] for one in find_times(words(unmarked(marked)), PUBLISHED)] == marked_spans(marked)


@pytest.mark.parametrize(
    "text",
    ["He left on Monday.", "He left yesterday.", "He left last week.", "He left two days ago.", "He left on May 4."],
)
def test_nothing_relative_without_a_day_of_publication(words: Language, text: str) -> None:
    assert find_times(words(text), None) == ()


@pytest.mark.parametrize("text", ["He left in 2014.", "He left on May 4, 2014.", "He left in the 1990s."])
def test_what_is_absolute_needs_no_day_of_publication(words: Language, text: str) -> None:
    assert len(find_times(words(text), None)) == 1


@pytest.mark.parametrize(
    "text", ["He left on February 30, 2014.", "He left on June 31, 2014.", "He left on 2014-02-30."]
)
def test_a_day_that_does_not_exist_is_no_time(words: Language, text: str) -> None:
    assert all(one.granularity != "day" for one in find_times(words(text), PUBLISHED))
