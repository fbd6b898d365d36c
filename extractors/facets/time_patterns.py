"""How times are written: the names of months and days, and one pattern for each kind of expression.

`PATTERNS` pairs the kind, which `extractors.facets.time_rules` resolves, with a regular expression whose named groups
are the parts that the rule needs. Those of the hours of a day and of what comes again are in
`extractors.facets.clock_patterns`.
"""

from __future__ import annotations

from extractors.facets.clock_patterns import CLOCK_PATTERNS, RECURRING_PATTERNS, WEEKDAY_NAME

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

_LONG_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:(?:{_LONG_MONTH})|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_BARE_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SHORT_DAY_NAME = rf"(?:{WEEKDAY_NAME}|(?:Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORD = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_NUMBER = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|a hundred)"
)
_COUNT = rf"(?<![\w$£€.,-])(?:\d{{1,3}}|(?i:a couple of|couple of|{_NUMBER}|an?))"
_UNIT = r"(?:minute|hour|day|week|month|year|decade|century|centurie(?=s\b))"
_SEASON = r"(?:winter|spring|summer|autumn|fall)"
_DASH = r"\s?[-–—]\s?"
_PLAIN_COUNT = rf"(?:\d{{1,3}}|{_NUMBER}|couple(?:\sof)?)"
# A batsman may make his second century: the first ones of our era need an article or a part before them.
_CENTURY_NAME = (
    r"(?:(?:(?<=\bthe\s)|(?<=late\s)|(?<=early\s)|(?<=mid[ -]))(?:second|third|fourth)"
    r"(?!\scentury\sof\sthe\s(?:match|innings|season|series|tour|game))|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|"
    r"seventeenth|eighteenth|nineteenth|twentieth|twenty[ -]first)"
)
# A capitalised "Today" elsewhere than at the start of a sentence belongs to a name.
_OPENS = r"(?:^|(?<=[.!?:;“”\"‘’'(—–\n-])|(?<=[.!?:;“”\"‘’'(—–\n-]\s))"
_PART = r"early|mid|late|the\send\sof|the\sstart\sof|the\smiddle\sof"
# Words before a bare month or year that show it to be one.
_BEFORE_MONTH = (
    r"(?i:in|since|by|until|till|during|through|from|before|after|of|to|between|for|and|throughout|back\sin)"
)
_BEFORE_YEAR = (
    r"(?i:in|since|by|until|till|before|after|from|during|of|for|to|through|throughout|as\searly\sas|"
    r"back\sin|and|or|than|around|circa|fiscal|fiscal\syear|financial\syear)"
)
_OWNER = r"(?:(?i:the|an?|its|their|his|her|that|this)|['’]s)"
# Words after four digits that make them a count.
_COUNTED_AFTER = (
    r"(?:%|km|miles|metres|meters|people|troops|soldiers|men|women|children|jobs|feet|tonnes|tons|dollars|euros|years|"
    r"others|more|members|points|votes|workers|civilians|homes|houses|voters|residents|refugees|migrants|cases|deaths)"
)

# "The nearly 2000 votes": before a number these are no adjectives of a thing of that year.
_NO_ADJECTIVE = (
    r"(?:first|last|next|other|nearly|about|over|only|some|almost|around|roughly|estimated|additional|remaining|total|"
    r"full|more|than|least|top|extra|further|another|the|and|of|in|by)\b"
)
PATTERNS: tuple[tuple[str, str], ...] = (
    # Absolute dates.
    ("iso", rf"(?<![\d-])(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>{_DAY})(?![\d-])"),
    (
        "date_range",
        rf"\b(?:(?P<between>between\s)|\b)(?P<month>{_MONTH})\s(?P<day>{_DAY}){_ORD}"
        rf"(?(between)\sand\s|(?:{_DASH}|\sto\s|\sthrough\s))"
        rf"(?:(?P<month2>{_MONTH})\s)?(?P<day2>{_DAY}){_ORD}\b(?!:|\.\d|\s?[ap]\.?m|%|\s\w+s\b)"
        rf"(?:,?\s(?P<year>{_YEAR})\b)?",
    ),
    (
        "date_range",
        rf"\b(?:(?P<between>between\s(?:the\s)?)|\b)(?P<day>{_DAY}){_ORD}(?(between)\sand\s(?:the\s)?|(?:{_DASH}|\sto\s))"
        rf"(?P<day2>{_DAY}){_ORD}\s(?:of\s)?(?P<month>{_MONTH})\b"
        rf"(?:,?\s(?P<year>{_YEAR})\b)?",
    ),
    (
        "date",
        rf"(?:\b(?:{_SHORT_DAY_NAME})(?:,\s?|\s))?(?:the\s)?\b(?P<month>{_MONTH})\s(?P<day>{_DAY})(?:st|nd|rd|th)?\b"
        rf"(?![:.]\d|,\d{{3}}|\s?%|\s?(?:million|billion|percent|per cent|points?)\b|\s?[ap]\.?m\b)"
        rf"(?:,?\s(?:of\s)?(?P<year>{_YEAR})\b)?",
    ),
    (
        "date",
        rf"(?:\b(?:{_SHORT_DAY_NAME})(?:,\s?|\s)(?:the\s)?)?(?<![\d.,$£€-])\b(?P<day>{_DAY})(?:st|nd|rd|th)?\s"
        rf"(?:of\s)?(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR})\b|\b|(?<=\.))",
    ),
    ("numeric_date", rf"(?<![\d/])(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>{_YEAR}|\d\d)(?![\d/])"),
    (
        "day_of_month",
        rf"\b(?:the\s)?(?P<day>{_DAY})(?:st|nd|rd|th)\sof\s(?P<which>this|last|next|the)\smonth\b",
    ),
    ("day_of_month", rf"\b[Oo]n\sthe\s(?P<day>{_DAY})(?:st|nd|rd|th)\b(?=[.,;!?]|\s?$)"),
    ("date", rf"\b(?P<month>{_MONTH})\sthe\s(?P<day>{_DAY})(?:st|nd|rd|th)\b(?:,?\s(?P<year>{_YEAR})\b)?"),
    (
        "date_of",
        rf"\b(?P<month>{_MONTH})\s(?P<day>{_DAY}){_ORD}\s(?:of\s)?(?P<year>(?:last|this|next)\syear)\b",
    ),
    (
        "weekday_of_month",
        rf"\b(?:the\s)?(?P<number>first|second|third|fourth|last|final)\s(?P<weekday>{WEEKDAY_NAME}|weekend)\s(?:in|of)\s"
        rf"(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR})\b|\b|(?<=\.))",
    ),
    (
        "month_year",
        rf"\b(?:the\s)?(?:(?P<part>early|mid|late|beginning of|end of|start of)[ -])?(?P<month>{_MONTH}),?\s"
        rf"(?:of\s)?(?P<year>{_YEAR})\b",
    ),
    (
        "month_of",
        rf"\b(?P<month>{_BARE_MONTH})\s(?:of\s)?"
        rf"(?P<which>last|this|next|the same|that|the following|the previous)\syear\b",
    ),
    (
        "quarter",
        rf"\b(?:the\s)?(?P<number>first|second|third|fourth|final|last)\squarter\s(?:of\s)?(?P<year>{_YEAR})\b",
    ),
    ("quarter", rf"\bQ(?P<number>[1-4])(?:,?\s|\sof\s)(?P<year>{_YEAR})\b"),
    (
        "half",
        rf"\b(?:the\s)?(?P<number>first|second|last|latter)\shalf\s(?:of\s)?"
        rf"(?P<year>{_YEAR}|(?:this|last|next)\syear)\b",
    ),
    ("half", rf"\bH(?P<number>[12])\s(?P<year>{_YEAR})\b"),
    (
        "quarter",
        r"\b(?:the\s)?(?P<number>first|second|third|fourth|final|last)\squarter\sof\s"
        r"(?P<year>(?:this|last|next)\syear)\b",
    ),
    (
        "season_year",
        rf"\b(?:the\s)?(?:(?P<part>early|mid|late)[ -])?(?P<season>{_SEASON})\s(?:of\s)?(?P<year>{_YEAR})\b",
    ),
    (
        "years",
        rf"\b(?:(?P<between>[Bb]etween\s)|[Ff]rom\s|\b)(?P<year>{_YEAR})"
        rf"(?(between)\sand\s|(?:{_DASH}|\sto\s|\suntil\s|\sthrough\s))"
        rf"(?P<year2>{_YEAR})\b(?!\s?{_COUNTED_AFTER}\b)",
    ),
    ("season_year_pair", rf"\b(?P<year>{_YEAR})[-–/](?P<year2>\d\d)\b(?![-–/\d])"),
    (
        "century",
        rf"\b(?:the\s)?(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:turn|end|beginning|start)\sof\sthe)[ -])?"
        rf"(?P<century>\d\d?(?:st|nd|rd|th)|{_CENTURY_NAME})[ -][Cc]entury\b(?!\s?(?:B\.?C|BCE)\b|\s[A-Z])",
    ),
    (
        "century",
        r"\b(?:the\s)?(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?P<hundreds>1[5-9]00)['’]?s\b",
    ),
    (
        "decade",
        r"\b(?:the\s)?(?:(?P<part>early|mid|late)(?:\sto\slate)?[ -])?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b",
    ),
    ("decade", r"(?:\b(?:the\s)?(?:(?P<part>early|mid|late)[ -])?)(?<![\d$£€])['’](?P<decade>[2-9]0)s\b"),
    (
        "decade",
        r"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=since\s)|(?<=until\s)|(?<=during\s)|(?<=from\s))"
        r"the\s(?:(?P<part>early|mid|late)[ -])?(?P<decade>[2-9]0)['’]?s\b",
    ),
    (
        "decade",
        r"\bthe\s(?:(?P<part>early|mid|late)[ -])?"
        r"(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    ),
    (
        "holiday",
        rf"\b(?:(?P<way>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?P<holiday>Christmas\s(?:Day|Eve)|New\sYear['’]s\s(?:Day|Eve)|"
        rf"Boxing\sDay|Valentine['’]s\sDay|Halloween|(?<=\sat\s)Christmas|(?<=\sby\s)Christmas|"
        rf"(?<=since\s)Christmas|(?<=until\s)Christmas|(?<=after\s)Christmas|(?<=before\s)Christmas|"
        rf"(?<=[Aa]round\s)Christmas|(?<=[Oo]ver\s)Christmas|(?<=[Dd]uring\s)Christmas|(?<=[Ll]ast\s)Christmas|"
        rf"(?<=[Nn]ext\s)Christmas|(?<=[Tt]his\s)Christmas)"
        rf"\b(?!\s[A-Z])(?:,?\s(?P<year>{_YEAR})\b)?",
    ),
    # Relative to the day of publication.
    ("day_after", r"\b[Tt]he\sday\s(?P<which>after\stomorrow|before\syesterday)\b"),
    (
        "relative_day",
        rf"(?:(?<!brighter\s)(?<!better\s)\b(?P<which>yesterday|today|tomorrow|tonight)|{_OPENS}(?P<which1>Yesterday|Today|Tomorrow|Tonight))\b(?:\s(?P<part>morning|afternoon|evening|night))?\b(?!\s[A-Z]+\b)",
    ),
    ("relative_day", r"\b(?P<which>[Ll]ast\snight|[Tt]his\s(?:morning|afternoon|evening))\b"),
    (
        "ago",
        rf"\b(?:(?:about|around|nearly|almost|some|over|more\sthan|less\sthan|just)\s)?(?P<count>{_COUNT})\s"
        rf"(?P<unit>{_UNIT})s?\sago\b",
    ),
    ("ago_on", rf"\b(?P<count>{_COUNT})\s(?P<unit>{_UNIT})s?\sago\s(?P<on>today|this\s(?:week|month))\b"),
    ("from_now", rf"\b(?P<count>{_COUNT})\s(?P<unit>day|week|month|year|decade)s?\sfrom\s(?:now|today)\b"),
    (
        "second_next",
        rf"\b[Tt]he\s(?P<unit>week|weekend|month|year|{_SEASON})\s(?P<way>before\slast|after\snext)\b",
    ),
    (
        "past_span",
        rf"\b(?i:over|in|for|of|during|within|throughout|since)\s(?:the|these)\s(?P<which>past|last|next|coming|previous)\s"
        rf"(?P<vague>few\s|several\s)?(?:(?P<count>{_PLAIN_COUNT})\s)?(?P<unit>{_UNIT})(?P<plural>s?)\b",
    ),
    (
        "past_span",
        rf"\b[Tt]he\s(?P<which>past|last|next)\s(?P<count>{_PLAIN_COUNT})\s(?P<unit>{_UNIT})(?P<plural>s)\b(?!\sof\b)",
    ),
    (
        "in_time",
        rf"\b[Ii]n\s(?P<count>{_COUNT})\s(?P<unit>{_UNIT})s?['’]\stime\b|"
        rf"\b[Ii]n\s(?:a|one)\s(?P<unit1>day|week|month|year)['’]s\stime\b",
    ),
    ("in_days", rf"\b[Ii]n\s(?P<count>{_COUNT})\s(?P<unit>day|week|month|year)s?\b(?!['’\w-]|\s(?:of|or)\b)"),
    (
        "period",
        r"\b(?:(?P<part>[Ee]arly|[Ee]arlier|[Ll]ate|[Ll]ater|the\s(?:end|start|beginning|middle)\sof)\s)?"
        r"(?i:(?P<which>last|next|this\spast|this\scoming|this|the\spast|the\scoming|the\scurrent|the\sprevious))\s"
        r"(?P<unit>(?i:week|weekend|month|quarter|year|decade|century))\b"
        r"(?!\s(?:later|earlier)\b)",
    ),
    (
        "weekend",
        r"\b(?i:over|during|through|throughout|at|for|until|after|before|since)\s(?P<which>the)\s(?P<unit>weekend)\b",
    ),
    (
        "portion",
        rf"\b(?:the\s)?(?P<end>first|last|final|opening|closing)\s(?P<count>{_PLAIN_COUNT})\s(?P<unit>day|week|month|year)s\s"
        rf"of\s(?P<whole>{_YEAR}|(?:the|this|last|next)\s(?:year|month|decade))\b",
    ),
    ("period", r"\b(?P<part>[Ee]arlier|[Ll]ater)\s(?:in\s)?(?P<which>this|the)\s(?P<unit>week|month|year)\b"),
    (
        "period",
        r"\b(?P<part>the\s(?:end|start|beginning|middle)\sof)\s(?P<which>the)\s(?P<unit>week|month|year|decade)\b",
    ),
    ("period", r"\b(?P<which>[Tt]he)\s(?P<unit>year|month|week)\s(?=so\sfar\b)"),
    ("which_season", rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s(?P<season>{_SEASON})\b"),
    (
        "season",
        rf"\b(?i:in|by|since|during|until|throughout|most\sof|much\sof|rest\sof)\s(?:the\s)?"
        rf"(?:(?P<part>early|mid|late)[ -])?(?P<season>{_SEASON})\b(?!\sof\b)(?!\s[a-z]+(?:er|or|ing)\b)",
    ),
    (
        "season",
        rf"\b(?i:all|half|much|most|part|rest)\sof\s(?:the\s)(?P<season>{_SEASON})\b(?!\sof\b)",
    ),
    ("period", r"\b(?P<which>[Aa]ll)\s(?P<unit>week|month)\b(?!\s(?:long|round)\b|-)"),
    (
        "which_month",
        rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his\spast|[Tt]his\scoming)\s(?P<month>{_BARE_MONTH})\b(?!\s\d)",
    ),
    (
        "month_range",
        rf"\b(?:(?P<between>[Bb]etween\s)|(?:[Ff]rom\s)?)(?P<month>{_BARE_MONTH})(?(between)\sand\s|(?:\sto\s|\sthrough\s|\suntil\s|[-–—]))"
        rf"(?P<month2>{_BARE_MONTH})\b(?!\s\d)(?!\s[A-Z])(?:,?\s(?:of\s)?(?P<year>{_YEAR})\b)?",
    ),
    (
        "weekday_range",
        rf"\b(?:(?P<between>[Bb]etween\s)|(?:[Ff]rom\s)?)(?P<weekday>{WEEKDAY_NAME})(?(between)\sand\s|(?:\sto\s|\sthrough\s|\suntil\s))"
        rf"(?P<weekday2>{WEEKDAY_NAME})\b(?!s\b|['’]s)",
    ),
    (
        "month",
        rf"\b{_BEFORE_MONTH}\s(?:(?P<part>{_PART})[ -])?(?P<month>{_BARE_MONTH})\b"
        rf"(?!\s\d)(?![-’']\w{{2}})(?!\s[A-Z])",
    ),
    (
        "month",
        rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate|the\s(?:end|start|beginning|middle)\sof)[ -]"
        rf"(?P<month>{_BARE_MONTH})\b(?!\s\d)",
    ),
    (
        "month",
        rf"\b{_OWNER}\s(?P<month>{_BARE_MONTH})\b(?=['’]s\s[a-z]|\s[a-z]{{4,}})",
    ),
    # "The Friday before Easter": which one, the day of publication does not tell.
    ("weekday_beside", rf"\b[Tt]he\s{WEEKDAY_NAME}\s(?:before|after|following|preceding)\b"),
    (
        "weekday",
        r"\b(?:(?i:(?P<which>last|next|this|this\scoming|this\spast|that|the\sfollowing|the\sprevious))\s)?"
        rf"(?P<weekday>{WEEKDAY_NAME})\b(?!s\b)(?:\s(?P<part>morning|afternoon|evening|night))?"
        r"(?:\s(?P<week>last\sweek|next\sweek|this\sweek|week))?",
    ),
    # Relative to a time named before.
    (
        "shift_from",
        rf"\b(?P<count>{_COUNT}|[Tt]he)\s(?P<unit>day|week|month|year)s?\s(?P<way>before|after)\s"
        rf"(?=(?:(?:last|next)\s)?(?:{WEEKDAY_NAME}|{_MONTH}\s\d|the\s(?:{WEEKDAY_NAME}|{_MONTH})))",
    ),
    (
        "that_span",
        r"\b(?P<way>[Tt]hat|[Tt]he\ssame)\s(?P<unit>day|week|month|year)\b(?!\s(?:later|earlier|after|before)\b)",
    ),
    ("eve_of", r"\b(?P<way>on\sthe\seve)\sof\s"),
    (
        "shift",
        rf"\b(?P<count>{_COUNT})\s(?P<unit>{_UNIT})s?\s(?P<way>later|earlier|prior|afterwards|beforehand)\b(?!\sto\b)",
    ),
    (
        "shift",
        rf"\b(?P<count>{_COUNT})\s(?P<unit>day|week|month|year)s?\s(?P<way>before|after)(?=\s?[.,;:!?\n”\"]|$)",
    ),
    (
        "next_day",
        r"\b[Tt]he\s(?P<which>next|following|previous|same|day\sbefore|day\safter)"
        r"(?P<unit>\sday|(?=\s?[.,;:!?\n”\"]|$))(?!\w)",
    ),
    (
        "year",
        rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:[ -]|\sin\s)(?P<year>{_YEAR})\b"
        rf"(?![,.]\d|\s?{_COUNTED_AFTER}(?!\w)|[-–]\w)",
    ),
    ("year", rf"\b(?:[Pp]re|[Pp]ost)-(?P<year>{_YEAR})\b"),
    ("short_year", r"\b(?i:in|since|before|after|until|by|during|of)\s['’](?P<short>\d\d)(?![\w'’])"),
    # Bare years: only where a word before or after shows that a year is meant.
    (
        "year",
        rf"\b{_BEFORE_YEAR}[ -](?:(?P<part>{_PART})[ -])?(?:the\syear\s)?(?P<year>{_YEAR})\b"
        rf"(?![,.]\d|\s?{_COUNTED_AFTER}(?!\w)|[-–]\w)",
    ),
    ("early_year", r"\b[Ii]n\s(?P<year>1[0-4]\d\d)(?=[.,;:)]|\s(?:by|as|when|under|after|during|and)\b|$)"),
    ("year", rf"\b(?P<part>the\s(?:end|start|beginning|middle)\sof)\s(?P<year>{_YEAR})\b(?!\s?{_COUNTED_AFTER}(?!\w))"),
    ("year", rf"\((?P<year>{_YEAR})\)"),
    ("year", rf"\b(?P<year>{_YEAR})(?=\slevels\b)"),
    (
        "year",
        rf"\b{_OWNER}\s(?P<year>{_YEAR})\b(?=\s[A-Za-z\"“]|['’]s)(?!\s(?:{_COUNTED_AFTER}|who)\b)"
        rf"(?!\s(?:and|or)\b(?!\s{_YEAR}\b))",
    ),
    (
        "described_year",
        rf"\b{_OWNER}\s(?!{_NO_ADJECTIVE})[a-z]{{3,}}\s(?P<year>{_YEAR})\b(?=\s[a-z]+(?<!s)\b)(?!\s(?:{_COUNTED_AFTER}|who|and|or)\b)",
    ),
    *CLOCK_PATTERNS,
    *RECURRING_PATTERNS,
)
