"""When: each expression with the days it may mean, read in an article of Wednesday, 12 March 2031.

Nothing here needs a tree. "⟦⟧" marks what is read, in reading order; near misses are in test_times_near_misses.py.
"""

import datetime as dt

import pytest
from spacy.language import Language

from extractors.facets import find_times
from tests.extractors.facets.reading import marked_spans, shown_time, unmarked

PUBLISHED = dt.date(2031, 3, 12)

DATES = [
    ("It burned on ⟦May 4, 2014⟧.", "2014-05-04 day"),
    ("It burned on ⟦4 May 2014⟧.", "2014-05-04 day"),
    ("It burned on ⟦4th May 2014⟧.", "2014-05-04 day"),
    ("It burned on the ⟦4th of May, 2014⟧.", "2014-05-04 day"),
    ("It burned on ⟦2014-05-04⟧.", "2014-05-04 day"),
    ("It burned on ⟦Sept. 9, 2014⟧.", "2014-09-09 day"),
    ("It burned on ⟦Sunday, May 4, 2014⟧.", "2014-05-04 day"),
    ("It burned on ⟦Jan 10⟧.", "2031-01-10 day"),
    ("It burned on ⟦January 10th⟧.", "2031-01-10 day"),
    ("It burned on ⟦December 20⟧.", "2030-12-20 day"),
    ("It will open on ⟦April 2⟧.", "2031-04-02 day"),
    ("It will open on ⟦January 10⟧.", "2032-01-10 day"),
    ("It ran from ⟦May 4 to 9, 2014⟧.", "2014-05-04..2014-05-09 day"),
    ("It ran from ⟦May 4 to June 9, 2014⟧.", "2014-05-04..2014-06-09 day"),
    ("It ran on ⟦4-9 May 2014⟧.", "2014-05-04..2014-05-09 day"),
    ("It burned in ⟦2008⟧ and ⟦2012⟧.", "2008-01-01..2008-12-31 year | 2012-01-01..2012-12-31 year"),
    ("Her ⟦2008⟧ and ⟦2012⟧ races were close.", "2008-01-01..2008-12-31 year | 2012-01-01..2012-12-31 year"),
    ("It was shut ⟦between May 4 and June 9, 2014⟧.", "2014-05-04..2014-06-09 day"),
    ("It burned in ⟦May 2014⟧.", "2014-05-01..2014-05-31 month"),
    ("It burned in ⟦early May 2014⟧.", "2014-05-01..2014-05-10 month"),
    ("It burned in ⟦late May 2014⟧.", "2014-05-21..2014-05-31 month"),
    ("It burned in ⟦2014⟧.", "2014-01-01..2014-12-31 year"),
    ("It burned in ⟦early 2014⟧.", "2014-01-01..2014-04-30 year"),
    ("It burned in ⟦late 2014⟧.", "2014-09-01..2014-12-31 year"),
    ("It burned in ⟦mid-2014⟧.", "2014-05-01..2014-08-31 year"),
    ("The ⟦2014⟧ fire was worse.", "2014-01-01..2014-12-31 year"),
    ("Orrby's ⟦2014⟧ budget fell.", "2014-01-01..2014-12-31 year"),
    ("The fire (⟦2014⟧) was worse.", "2014-01-01..2014-12-31 year"),
    ("It ran ⟦from 2014 to 2016⟧.", "2014-01-01..2016-12-31 year"),
    ("It ran ⟦between 2014 and 2016⟧.", "2014-01-01..2016-12-31 year"),
    ("It ran in ⟦2014-15⟧.", "2014-01-01..2015-12-31 year"),
    ("It burned in ⟦the 1990s⟧.", "1990-01-01..1999-12-31 decade"),
    ("It burned in ⟦the late 1990s⟧.", "1996-09-01..1999-12-31 decade"),
    ("It burned in ⟦the early 1990s⟧.", "1990-01-01..1993-04-30 decade"),
    ("It burned in ⟦the '90s⟧.", "1990-01-01..1999-12-31 decade"),
    ("It burned in ⟦the sixties⟧.", "1960-01-01..1969-12-31 decade"),
    ("It burned in ⟦the 90’s⟧.", "1990-01-01..1999-12-31 decade"),
    ("It fell after the ⟦1999⟧ fire.", "1999-01-01..1999-12-31 year"),
    ("It fell after the great ⟦1999⟧ fire.", "1999-01-01..1999-12-31 year"),
    ("Orrby's failed ⟦1999⟧ bid hurt.", "1999-01-01..1999-12-31 year"),
    ("It is 4 percent below ⟦2005⟧ levels.", "2005-01-01..2005-12-31 year"),
    ("It burned on ⟦June 16th of last year⟧.", "2030-06-16 day"),
    ("It burned at ⟦the end of May⟧.", "2030-05-21..2030-05-31 month"),
    ("It burned in ⟦the summer of 2014⟧.", "2014-06-01..2014-08-31 season"),
    ("It burned in ⟦winter 2014⟧.", "2014-12-01..2015-02-28 season"),
    ("It fell in ⟦the first quarter of 2014⟧.", "2014-01-01..2014-03-31 quarter"),
    ("It fell in ⟦Q3 2014⟧.", "2014-07-01..2014-09-30 quarter"),
    ("It fell in ⟦the second half of 2014⟧.", "2014-07-01..2014-12-31 half"),
    ("It fell in ⟦H1 2014⟧.", "2014-01-01..2014-06-30 half"),
    ("⟦Mid-2014⟧ was dry.", "2014-05-01..2014-08-31 year"),
    ("It burned ⟦late in 2014⟧.", "2014-09-01..2014-12-31 year"),
    ("It fell in fiscal ⟦2014⟧.", "2014-01-01..2014-12-31 year"),
    ("It fell in financial year ⟦2014⟧.", "2014-01-01..2014-12-31 year"),
    ("It burned in ⟦'08⟧.", "2008-01-01..2008-12-31 year"),
    ("It burned in the summer of ⟦’69⟧.", "1969-01-01..1969-12-31 year"),
    ("It burned on ⟦3/30/2014⟧.", "2014-03-30 day"),
    ("It burned on ⟦30/3/2014⟧.", "2014-03-30 day"),
    ("It burned on ⟦3/30/14⟧.", "2014-03-30 day"),
    ("Her ⟦2014⟧ “Plan for Orrby” failed.", "2014-01-01..2014-12-31 year"),
    ("Fires In Orrby ⟦This Year⟧.", "2031-01-01..2031-12-31 year"),
    ("It burned in ⟦the first three months of 2014⟧.", "2014-01-01..2014-03-31 month"),
    ("It burned in ⟦the last two weeks of 2014⟧.", "2014-12-18..2014-12-31 week"),
]
CENTURIES = [
    ("It burned in ⟦the 19th century⟧.", "1801-01-01..1900-12-31 century"),
    ("It burned in ⟦the nineteenth century⟧.", "1801-01-01..1900-12-31 century"),
    ("It burned in ⟦the 1800s⟧.", "1800-01-01..1899-12-31 century"),
    ("It burned in ⟦the late 1800s⟧.", "1866-09-01..1899-12-31 century"),
    ("It burned in ⟦the early 20th century⟧.", "1901-01-01..1934-04-30 century"),
    ("A ⟦19th-century⟧ mill burned.", "1801-01-01..1900-12-31 century"),
    ("⟦Mid-18th-century⟧ law ruled.", "1734-05-01..1767-08-31 century"),
    ("It burned at ⟦the turn of the 20th century⟧.", "1891-01-01..1910-12-31 decade"),
    ("It burned ⟦last century⟧.", "1901-01-01..2000-12-31 century"),
    ("It is the worst fire ⟦this century⟧.", "2001-01-01..2100-12-31 century"),
    ("It grew over ⟦the past century⟧.", "1931-03-12..2031-03-12 century"),
    ("It burned ⟦a century ago⟧.", "1930-01-01..1939-12-31 decade"),
    ("It has stood since ⟦the 17th century⟧.", "1601-01-01.. century"),
    ("It was the rule in ⟦the 2000s⟧.", "2000-01-01..2009-12-31 decade"),
]
DAYS = [
    ("He left ⟦yesterday⟧.", "2031-03-11 day"),
    ("He left ⟦today⟧.", "2031-03-12 day"),
    ("He will leave ⟦tomorrow⟧.", "2031-03-13 day"),
    ("He will leave ⟦tomorrow morning⟧.", "2031-03-13 day"),
    ("He left ⟦last night⟧.", "2031-03-11 day"),
    ("He left ⟦this morning⟧.", "2031-03-12 day"),
    ("He will speak ⟦tonight⟧.", "2031-03-12 day"),
    ("He left ⟦the day before yesterday⟧.", "2031-03-10 day"),
    ("He leaves ⟦the day after tomorrow⟧.", "2031-03-14 day"),
    ("⟦Yesterday⟧ he left.", "2031-03-11 day"),
    ("⟦Yesterday evening⟧ he left.", "2031-03-11 day"),
    ("He left on ⟦Monday⟧.", "2031-03-10 day"),
    ("He left ⟦Monday⟧.", "2031-03-10 day"),
    ("He left on ⟦Friday⟧.", "2031-03-07 day"),
    ("He left on ⟦Wednesday⟧.", "2031-03-12 day"),
    ("He left on ⟦Monday morning⟧.", "2031-03-10 day"),
    ("He will leave on ⟦Monday⟧.", "2031-03-17 day"),
    ("He will leave on ⟦Friday⟧.", "2031-03-14 day"),
    ("They are due to meet on ⟦Thursday⟧.", "2031-03-13 day"),
    ("They plan to meet on ⟦Thursday⟧.", "2031-03-13 day"),
    ("They are expected to meet on ⟦Thursday⟧.", "2031-03-13 day"),
    ("They are scheduled to meet ⟦Thursday⟧.", "2031-03-13 day"),
    ("On ⟦Thursday⟧ they will meet.", "2031-03-13 day"),
    ("On ⟦Thursday⟧, they met.", "2031-03-06 day"),
    ("On ⟦Thursday⟧ she told reporters so.", "2031-03-06 day"),
    ("She said on ⟦Monday⟧ that talks will start on ⟦Friday⟧.", "2031-03-10 day | 2031-03-14 day"),
    ("Talks will start on ⟦Friday⟧, she said on ⟦Monday⟧.", "2031-03-14 day | 2031-03-10 day"),
    ("⟦Thursday⟧'s vote was close.", "2031-03-06 day"),
    ("⟦Last Friday⟧ he left.", "2031-03-07 day"),
    ("He leaves ⟦next Friday⟧.", "2031-03-14 day"),
    ("He will leave ⟦this Friday⟧.", "2031-03-14 day"),
    ("He left on ⟦Friday last week⟧.", "2031-03-07 day"),
    ("He leaves on ⟦Friday next week⟧.", "2031-03-21 day"),
    ("He will leave on ⟦Monday week⟧.", "2031-03-24 day"),
    ("⟦Monday⟧ was calm.", "2031-03-10 day"),
    ("It is his plan for ⟦Friday⟧.", "2031-03-14 day"),
    ("Votes were cast on ⟦Saturday⟧ and ⟦Sunday⟧.", "2031-03-08 day | 2031-03-09 day"),
    ("He had left by ⟦Tuesday⟧.", "..2031-03-11 day"),
    ("She should be allowed to leave on ⟦Friday⟧.", "2031-03-14 day"),
    ("It cost less than forecast in ⟦January⟧.", "2031-01-01..2031-01-31 month"),
    ("It was sold on ⟦Christmas Eve⟧.", "2030-12-24 day"),
    ("It will open by ⟦Christmas⟧.", "..2031-12-25 day"),
    ("It was sold on ⟦New Year's Day⟧.", "2031-01-01 day"),
    ("It was sold around ⟦Christmas⟧.", "2030-12-25 day"),
    ("He left on the ⟦4th of this month⟧.", "2031-03-04 day"),
    ("He left on the ⟦14th of last month⟧.", "2031-02-14 day"),
    ("He left on ⟦the 14th⟧.", "2031-02-14 day"),
    ("He will leave on ⟦the 14th⟧.", "2031-03-14 day"),
    ("He left on ⟦the 31st⟧.", "2031-01-31 day"),  # February has none
    ("The deadline is ⟦Friday⟧.", "2031-03-14 day"),
    ("It was originally scheduled for ⟦Friday⟧.", "2031-03-07 day"),
    ("It was shut ⟦from Monday to Wednesday⟧.", "2031-03-10..2031-03-12 day"),
    ("It was shut ⟦between Monday and Friday⟧.", "2031-03-03..2031-03-07 day"),
    ("It will be shut ⟦Thursday through Sunday⟧.", "2031-03-13..2031-03-16 day"),
    ("It burned ⟦a year ago today⟧.", "2030-03-12 day"),
    ("It burned ⟦ten years ago this week⟧.", "2021-03-08..2021-03-14 week"),
]
PERIODS = [
    ("He left ⟦last week⟧.", "2031-03-03..2031-03-09 week"),
    ("He will leave ⟦next week⟧.", "2031-03-17..2031-03-23 week"),
    ("He left ⟦this week⟧.", "2031-03-10..2031-03-16 week"),
    ("He left ⟦earlier this week⟧.", "2031-03-10..2031-03-12 week"),
    ("He will leave ⟦later this week⟧.", "2031-03-12..2031-03-16 week"),
    ("He left ⟦last weekend⟧.", "2031-03-08..2031-03-09 day"),
    ("He left ⟦this past weekend⟧.", "2031-03-08..2031-03-09 day"),
    ("He left in ⟦the past couple days⟧.", "2031-03-10..2031-03-12 day"),
    ("It rained ⟦all week⟧.", "2031-03-10..2031-03-16 week"),
    ("He spent most of ⟦the summer⟧ writing.", "2030-06-01..2030-08-31 season"),
    ("Rain fell for much of ⟦the summer⟧.", "2030-06-01..2030-08-31 season"),
    ("He left ⟦this weekend⟧.", "2031-03-08..2031-03-09 day"),
    ("He will leave ⟦this weekend⟧.", "2031-03-15..2031-03-16 day"),
    ("He left ⟦last month⟧.", "2031-02-01..2031-02-28 month"),
    ("He left ⟦late last month⟧.", "2031-02-19..2031-02-28 month"),
    ("He leaves ⟦next month⟧.", "2031-04-01..2031-04-30 month"),
    ("He left ⟦earlier this month⟧.", "2031-03-01..2031-03-12 month"),
    ("He left ⟦last year⟧.", "2030-01-01..2030-12-31 year"),
    ("He leaves ⟦next year⟧.", "2032-01-01..2032-12-31 year"),
    ("He leaves ⟦later this year⟧.", "2031-03-12..2031-12-31 year"),
    ("He left ⟦early last year⟧.", "2030-01-01..2030-04-30 year"),
    ("Sales fell ⟦last quarter⟧.", "2030-10-01..2030-12-31 quarter"),
    ("He left ⟦last decade⟧.", "2020-01-01..2029-12-31 decade"),
    ("He left ⟦last summer⟧.", "2030-06-01..2030-08-31 season"),
    ("He leaves ⟦next spring⟧.", "2032-03-01..2032-05-31 season"),
    ("He left ⟦this winter⟧.", "2030-12-01..2031-02-28 season"),
    ("It will open by ⟦the end of the year⟧.", "..2031-12-31 year"),
    ("It will open over ⟦the next two weeks⟧.", "2031-03-12..2031-03-26 week"),
    ("It grew over ⟦the past year⟧.", "2030-03-12..2031-03-12 year"),
    ("It grew in ⟦the last five years⟧.", "2026-03-12..2031-03-12 year"),
    ("It closed in ⟦the past month⟧.", "2031-02-12..2031-03-12 month"),
    ("He left ⟦two days ago⟧.", "2031-03-10 day"),
    ("He left ⟦a week ago⟧.", "2031-03-03..2031-03-09 week"),
    ("He left ⟦three years ago⟧.", "2028-01-01..2028-12-31 year"),
    ("He left ⟦more than three years ago⟧.", "..2028-12-31 year"),
    ("He left ⟦over three years ago⟧.", "..2028-12-31 year"),
    ("He left ⟦nearly three years ago⟧.", "2028-01-01..2028-12-31 year"),
    ("He left ⟦last year⟧ after losing.", "2030-01-01..2030-12-31 year"),
    ("He leaves ⟦two weeks from today⟧.", "2031-03-24..2031-03-30 week"),
    ("He leaves ⟦a year from now⟧.", "2032-01-01..2032-12-31 year"),
    ("He left ⟦the week before last⟧.", "2031-02-24..2031-03-02 week"),
    ("He leaves ⟦the year after next⟧.", "2033-01-01..2033-12-31 year"),
    ("It burned ⟦the summer before last⟧.", "2029-06-01..2029-08-31 season"),
    ("It will open in ⟦the middle of next month⟧.", "2031-04-11..2031-04-20 month"),
    ("It was open ⟦from November to January⟧.", "2030-11-01..2031-01-31 month"),
    ("It will be open ⟦between May and July⟧.", "2031-05-01..2031-07-31 month"),
    ("It grew in ⟦the first two months of this year⟧.", "2031-01-01..2031-02-28 month"),
    ("⟦The past two years⟧ were hard.", "2029-03-12..2031-03-12 year"),
    ("It rained in ⟦the last 48 hours⟧.", "2031-03-10..2031-03-12 hour"),
    ("He led it for six of ⟦the past ten years⟧.", "2021-03-12..2031-03-12 year"),
    ("It will open in ⟦two weeks⟧.", "2031-03-24..2031-03-30 week"),
    ("It is due to end in ⟦three days⟧.", "2031-03-15 day"),
    ("He left over ⟦the weekend⟧.", "2031-03-08..2031-03-09 day"),
    ("He will rest at ⟦the weekend⟧.", "2031-03-15..2031-03-16 day"),
    ("He left ⟦an hour ago⟧.", "2031-03-12 hour"),
    ("⟦Two days ago⟧ he left.", "2031-03-10 day"),
    ("⟦Seventy-four years ago⟧ it burned.", "1957-01-01..1957-12-31 year"),
    ("He leaves ⟦in two weeks' time⟧.", "2031-03-24..2031-03-30 week"),
    ("He leaves ⟦in a year's time⟧.", "2032-01-01..2032-12-31 year"),
    ("He left in ⟦January⟧.", "2031-01-01..2031-01-31 month"),
    ("He left in ⟦December⟧.", "2030-12-01..2030-12-31 month"),
    ("He will leave in ⟦April⟧.", "2031-04-01..2031-04-30 month"),
    ("He will leave in ⟦January⟧.", "2032-01-01..2032-01-31 month"),
    ("He left in ⟦late January⟧.", "2031-01-21..2031-01-31 month"),
    ("He left ⟦last January⟧.", "2031-01-01..2031-01-31 month"),
    ("He left ⟦last May⟧.", "2030-05-01..2030-05-31 month"),
    ("He leaves ⟦next May⟧.", "2031-05-01..2031-05-31 month"),
    ("He left in ⟦May last year⟧.", "2030-05-01..2030-05-31 month"),
    ("It is a day set for ⟦April 1⟧.", "2031-04-01 day"),
    ("He called for calm in a note on ⟦Friday⟧.", "2031-03-07 day"),
    ("In an ⟦August⟧ speech he lied.", "2030-08-01..2030-08-31 month"),
    ("The ⟦January⟧ vote was close.", "2031-01-01..2031-01-31 month"),
    ("Orrby's ⟦January⟧ vote was close.", "2031-01-01..2031-01-31 month"),
    ("Sales fell in ⟦the second half of last year⟧.", "2030-07-01..2030-12-31 half"),
    ("Sales fell in ⟦the third quarter of last year⟧.", "2030-07-01..2030-09-30 quarter"),
]
ENDS = [
    ("He has led it since ⟦2014⟧.", "2014-01-01.. year"),
    ("He has led it since ⟦May 2014⟧.", "2014-05-01.. month"),
    ("He has led it since ⟦Monday⟧.", "2031-03-10.. day"),
    ("It is open until ⟦Friday⟧.", "..2031-03-14 day"),
    ("It will open by ⟦2034⟧.", "..2034-12-31 year"),
    ("It stood until ⟦1999⟧.", "..1999-12-31 year"),
    ("It stood before ⟦1999⟧.", "..1998-12-31 year"),
    ("It fell after ⟦1999⟧.", "2000-01-01.. year"),
    ("He must pay before ⟦May 4, 2032⟧.", "..2032-05-03 day"),
    ("He must pay by ⟦May 4, 2032⟧.", "..2032-05-04 day"),
    ("He must pay before ⟦the end of the year⟧.", "..2031-12-31 year"),
    ("He has led it since ⟦last week⟧.", "2031-03-03.. week"),
    ("He fell before ⟦Monday⟧'s vote.", "2031-03-10 day"),
    ("The pre-⟦2014⟧ rules hold.", "..2013-12-31 year"),
    ("The post-⟦2014⟧ rules hold.", "2015-01-01.. year"),
]
ANCHORED = [
    ("It fell on ⟦May 4, 2014⟧. Two days later it rose.", "2014-05-04 day | 2014-05-06 day"),
    ("It fell on ⟦May 4, 2014⟧. The next day it rose.", "2014-05-04 day | 2014-05-05 day"),
    ("It fell on ⟦May 4, 2014⟧ and rose a week later.", "2014-05-04 day | 2014-05-11 day"),
    ("It fell on ⟦May 4, 2014⟧, and rose two months later.", "2014-05-04 day | 2014-07-04 day"),
    ("It fell on ⟦May 4, 2014⟧ and rose the following day.", "2014-05-04 day | 2014-05-05 day"),
    ("It fell in ⟦May 2014⟧ and rose two years later.", "2014-05-01..2014-05-31 month | 2016-05-01..2016-05-31 month"),
    ("It fell in ⟦2014⟧ and rose two years later.", "2014-01-01..2014-12-31 year | 2016-01-01..2016-12-31 year"),
    ("It fell on ⟦Monday⟧ and rose a day later.", "2031-03-10 day | 2031-03-11 day"),
    ("It fell in ⟦2014⟧ and rose a year prior.", "2014-01-01..2014-12-31 year | 2013-01-01..2013-12-31 year"),
    ("It fell on ⟦Monday⟧ and had risen a day earlier.", "2031-03-10 day | 2031-03-09 day"),
    ("It fell on ⟦Monday⟧ and rose the same day.", "2031-03-10 day | 2031-03-10 day"),
    ("It fell on ⟦May 4, 2014⟧ and rose later that month.", "2014-05-04 day | 2014-05-01..2014-05-31 month"),
    ("It fell in ⟦May 2014⟧ and rose that year.", "2014-05-01..2014-05-31 month | 2014-01-01..2014-12-31 year"),
]
FROM_FOLLOWING = [
    ("He left ⟦two days before Monday⟧.", "2031-03-08 day"),
    ("He left ⟦a day after Monday⟧'s vote.", "2031-03-11 day"),
    ("He left ⟦the day before Monday⟧'s vote.", "2031-03-09 day"),
    ("⟦The day after Monday⟧'s vote he left.", "2031-03-11 day"),
    ("He left ⟦on the eve of Monday⟧'s vote.", "2031-03-09 day"),
    ("He left ⟦three days after January 10⟧.", "2031-01-13 day"),
]


@pytest.mark.parametrize(("marked", "values"), [*DATES, *CENTURIES, *DAYS, *PERIODS, *ENDS, *FROM_FOLLOWING])
def test_times(words: Language, marked: str, values: str) -> None:
    found = find_times(words(unmarked(marked)), PUBLISHED)
    assert " | ".join(shown_time(one) for one in found) == values
    assert [one.spans[-1] for one in found] == marked_spans(marked)


@pytest.mark.parametrize(("marked", "values"), ANCHORED)
def test_times_that_lean_on_one_before(words: Language, marked: str, values: str) -> None:
    anchor, leaning = find_times(words(unmarked(marked)), PUBLISHED)
    assert f"{shown_time(anchor)} | {shown_time(leaning)}" == values
    assert leaning.spans[0] == anchor.spans[-1] == marked_spans(marked)[0]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on Monday. Monday's talks might not help.", "2031-03-10 day | 2031-03-10 day"),
        ("They will meet on Monday. He praised Monday's host.", "2031-03-17 day | 2031-03-17 day"),
        ("He left on Monday. He will be back on Monday. Monday's vote may help.", None),
        ("They met on Tuesday. Monday's talks might help.", "2031-03-11 day | 2031-03-17 day"),
    ],
)
def test_a_weekday_in_the_genitive_is_the_one_named_elsewhere(words: Language, text: str, values: str | None) -> None:
    found = [shown_time(one) for one in find_times(words(text), PUBLISHED)]
    assert found[-1] == "2031-03-17 day" if values is None else " | ".join(found) == values


@pytest.mark.parametrize(
    ("text", "is_a_day"),
    [
        ("The threats today are worse.", False),
        ("Many firms today still fail.", False),
        ("Voters today know more.", False),
        ("America today is poorer.", False),
        ("Today's world is harder.", False),
        ("It is, even today, a sore point.", False),
        ("The vote today is close.", True),
        ("Today's vote was close.", True),
        ("The mayor today announced a plan.", True),
        ("The vote is today.", True),
    ],
)
def test_today_may_be_the_present_age(tree: Language, text: str, is_a_day: bool) -> None:
    assert bool(find_times(tree(text), PUBLISHED)) == is_a_day


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ("The teams meet in Orrby ⟦Monday⟧.", "2031-03-17 day"),
        ("The mayor speaks on ⟦Friday⟧.", "2031-03-14 day"),
        ("She has gained ground if they win the seat in ⟦April⟧.", "2031-04-01..2031-04-30 month"),
        ("The mayor says ⟦Monday⟧'s vote was close.", "2031-03-10 day"),
        ("The mayor spoke on ⟦Friday⟧.", "2031-03-07 day"),
    ],
)
def test_the_present_of_what_is_arranged_looks_ahead(tree: Language, marked: str, values: str) -> None:
    found = find_times(tree(unmarked(marked)), PUBLISHED)
    assert " | ".join(shown_time(one) for one in found) == values
