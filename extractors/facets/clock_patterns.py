"""How texts write the hours of a day ("9 p.m. EST", "half past six") and what comes again ("every Tuesday").

Each pattern is a kind and a regular expression, as in `extractors.facets.time_patterns`. A
"bare_clock" ("9:58") is an hour of the day only where a word before it says so. Pieces of a clock: `hour`, `minute`,
`half` ("a" or "p"), `word` ("noon"), `past` and `to` for minutes counted from an hour, `zone`; of a second one the same
with a 2. Pieces of a recurrence: `count`, `other`, `ordinal`, `unit`, `weekday`, `weekdays`, `adverb`.
"""

from __future__ import annotations

_HOUR_12 = r"(?:1[0-2]|0?[1-9])"
_HOUR_24 = r"(?:[01]?\d|2[0-3])"
_HOUR_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HALF = r"(?:[AaPp]\.\s?[Mm]\.?|[AaPp]\s?[Mm]\b)(?!\w)"
_ZONE = (
    r"(?:\s(?:\()?(?P<zone{0}>GMT|UTC|BST|CET|CEST|EET|EEST|MSK|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|AEST|AEDT|JST|"
    r"(?:[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific|Moscow|Greenwich|London|local|Local)\s(?:[Mm]ean\s)?[Tt]ime)\b\)?)"
)


def _zone(second: str = "") -> str:
    return _ZONE.format(second)


WEEKDAY_NAME = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_UNIT = r"(?:hour|day|week|weekend|month|quarter|year|morning|night|evening|afternoon)"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|\d{1,2})"

CLOCK_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "clock_range",
        rf"\b(?:(?P<between>[Bb]etween\s)|[Ff]rom\s|\b)(?P<hour>{_HOUR_12})(?:[:.](?P<minute>[0-5]\d))?"
        rf"(?:\s?(?P<half>{_HALF}))?(?(between)\sand\s|(?:\s?[-–—]\s?|\sto\s|\suntil\s|\still\s))"
        rf"(?P<hour2>{_HOUR_12})(?:[:.](?P<minute2>[0-5]\d))?\s?(?P<half2>{_HALF}){_zone()}?",
    ),
    (
        "clock_range",
        rf"\b(?:(?P<between>[Bb]etween\s)|[Ff]rom\s|\b)(?P<hour>{_HOUR_24}):(?P<minute>[0-5]\d)"
        rf"(?(between)\sand\s|(?:\s?[-–—]\s?|\sto\s|\suntil\s|\still\s))(?P<hour2>{_HOUR_24}):(?P<minute2>[0-5]\d)"
        rf"(?![\d:]){_zone()}?",
    ),
    ("clock", rf"\b(?P<hour>{_HOUR_12})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>{_HALF}){_zone()}?"),
    ("clock", rf"\b(?P<hour>{_HOUR_24})[:.](?P<minute>[0-5]\d)(?:\s(?:hours|hrs)\b)?{_zone()}"),
    ("clock", rf"\b(?P<hour>{_HOUR_24})[:.](?P<minute>[0-5]\d)\s(?:hours|hrs)\b"),
    ("bare_clock", rf"\b(?P<hour>{_HOUR_24}):(?P<minute>[0-5]\d)(?::[0-5]\d)?\b"),
    ("clock", rf"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:\s(?:hours|hrs)\b|(?:\s(?:hours|hrs))?{_zone()})"),
    (
        "clock",
        rf"\b(?:(?P<past>half|quarter|a\squarter|five|ten|twenty)\spast|(?P<to>quarter|a\squarter|five|ten|twenty)\sto)\s"
        rf"(?P<hour>{_HOUR_WORD}|{_HOUR_12}|noon|midnight)(?:\so['’]clock)?\b(?!\s(?:percent|per\scent|[a-z]+s)\b)",
    ),
    (
        "clock",
        rf"\b(?P<hour>{_HOUR_WORD}|{_HOUR_12})\so['’]clock\b(?:\sin\sthe\s(?P<day>morning|afternoon|evening)|"
        rf"\sat\s(?P<night>night))?",
    ),
    (
        "clock",
        r"(?:(?<=\bat\s)|(?<=\bby\s)|(?<=\btill\s)|(?<=\buntil\s)|(?<=\bfrom\s)|(?<=\bbefore\s)|(?<=\bafter\s)|"
        r"(?<=\baround\s)|(?<=\babout\s)|(?<=\bsince\s)|(?<=\bto\s))(?P<word>noon|midday|midnight)\b(?!['’-])",
    ),
)

RECURRING_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "recurring",
        rf"\b(?:[Ee]very|[Ee]ach)\s(?:(?P<other>other|second)\s|(?P<count>{_NUMBER})\s)?(?P<weekday>{WEEKDAY_NAME})\b"
        rf"(?:\s(?:morning|afternoon|evening|night))?",
    ),
    (
        "recurring",
        rf"\b(?:[Ee]very|[Ee]ach)\s(?:(?P<other>other|second)\s|(?P<count>{_NUMBER})\s)?(?P<unit>{_UNIT})s?\b"
        r"(?!\s(?:since|in\spower|of\b))",
    ),
    ("recurring", rf"\b(?:[Oo]n\s)?(?P<weekdays>{WEEKDAY_NAME})s\b(?!['’])"),
    (
        "recurring",
        rf"\b(?:the\s)?(?P<ordinal>first|second|third|fourth|last)\s(?P<weekday>{WEEKDAY_NAME})\s(?:of|in)\s"
        r"(?:every|each|the)\smonth\b",
    ),
    (
        "recurring",
        r"(?<=[a-z,]\s)(?P<adverb>hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually)"
        r"(?=[.,;:!?)”\"]|\s(?:in|at|on|to|for|from|by|with|and|or|since|until|as|about|during)\b|\n|$)",
    ),
)
