"""How far a telling says something holds: for all or for some, in one place or everywhere, for now or for good.

Each reading finds one phrase; a telling in which both sides of a question stand ("all of them", "most of them") has no
reading of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.records import Span
from matching.divergences.telling import Telling
from matching.words import root, stem, stems_of, words_of

# Content words after a quantifier among which the head of what is counted is looked for.
_HEAD = 4


@dataclass(frozen=True, slots=True)
class Extent:
    """`side` names the reading; `heads` are the roots of the words it is said of."""

    question: str
    side: str
    span: Span
    heads: frozenset[str]


_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|\d+)"
_QUESTIONS: tuple[tuple[str, tuple[tuple[str, re.Pattern[str]], ...]], ...] = (
    (
        "quantity",
        (
            (
                "all",
                re.compile(
                    r"(?<!\balmost )(?<!\bnearly )(?<!\bvirtually )(?<!\bnot )(?<!\bfirst of )(?<!\bbest of )"
                    r"(?<!\bfirst )"
                    r"\b(?:(?<!\bin )(?<!\bat )(?<!\babove )(?<!\bafter )"
                    r"all(?! but| right| but one| day| night| year| week)|"
                    r"every(?! day| week| year| month| hour| time| few| two| three)|"
                    r"each(?! other)|everyone|everybody|the (?:whole|entire)|(?:its|their|his|her) (?:whole|entire)|"
                    r"without exception|of any age|any age|no ?one|nobody|none of|not one|not a single|"
                    r"no (?=\w+ (?:was|"
                    r"were) "
                    r"(?:spared|excepted|left))|(?:a )?(?:total|complete|blanket|outright|full) (?=ban|closure|"
                    r"shutdown|"
                    r"halt|stop|lockdown)|completely|entirely|altogether|across the board|"
                    r"across the range|unanimous(?:ly)?)\b(?! else)"
                ),
            ),
            (
                "some",
                re.compile(
                    r"\b(?:almost all|nearly all|virtually all|almost every|nearly every|all but|not all|not every|"
                    r"(?<!the )(?<!a )(?<!his )(?<!her )(?<!its )(?<!their )(?<!at )most"
                    r"(?! of the time)(?! (?:likely|recent(?:ly)?|important|serious|famous))(?= \w)|mostly|mainly|"
                    r"some of|many of|much of|"
                    r"several(?= \w)|a few|a handful|a number of|a couple of|part of|parts of|partial(?:ly)?|partly|"
                    r"only(?! (?:once|twice|a |an |just|\d|one|two|three|four|five|six|when|after|if|until|"
                    r"because|on|in|at|by))"
                    r"(?: those| some| the)?|half (?:of )?(?:the|its|his|her|their|all)|"
                    r"(?:the|a) (?:\w+ )?(?:majority|minority|fraction|portion|section)|"
                    rf"(?:a|one|two|three|four) (?:thirds?|quarters?|fifths?|tenths?)(?: of)?(?= )|{_FEW} in {_FEW}|"
                    rf"{_FEW} out of|{_FEW} (?:per cent|percent|%) of|"
                    rf"(?<!stage )(?<!round )(?<!part )(?<!leg )(?<!day )(?<!phase )(?<!every )(?<!each )"
                    rf"{_FEW} (?:\w+ )?of (?:the|its|his|her|their|them)|except|apart from|other than|excluding|"
                    r"(?<!let )alone|"
                    r"with the exception|but not|"
                    r"senior|under (?:six|ten|twelve|sixteen|eighteen|\d+)|over-\d+s|under-\d+s|elderly|pensioners|"
                    rf"certain|selected|the other {_FEW}|first-time|part-time|low-paid|poorest|"
                    r"the (?:rest|others?|remaining)(?! of the))(?=\W|$)"
                ),
            ),
        ),
    ),
    (
        "area",
        (
            (
                "everywhere",
                re.compile(
                    r"\b(?:nationwide|countrywide|statewide|citywide|worldwide|across the (?:whole |entire )?"
                    r"(?:country|nation|land|region|continent|world|city|state|island|province|county)|"
                    r"throughout (?:the|its|their) (?:country|nation|region|network|city|province|island|state)|"
                    r"(?:every|all)(?: the)? \w+ in the (?:country|land|nation|city|state)|(?:the|its) (?:whole|"
                    r"entire) "
                    r"(?:country|nation|coast|region|network|city|province|island|state|county)|"
                    r"all over the (?:country|world|city)|in every (?:region|province|district|county|state|town)|"
                    r"in (?:all|both) (?:\w+ )?(?:regions|provinces|districts|counties|states|cities)|"
                    r"national(?:ly)?|everywhere|up and down the country)\b"
                ),
            ),
            (
                "somewhere",
                re.compile(
                    r"\b(?:in the (?:city|town|village|capital|district|province|county|region) (?:of|[a-z]+ )|"
                    rf"in {_FEW} (?:city|cities|towns?|regions?|districts?|provinces?|counties|states)|"
                    r"(?:in|to) the capital(?= |\W|$)|local(?:ly)?|regional(?:ly)?|"
                    r"in the (?:north|south|east|west)\b|"
                    r"(?:in|of) the (?:\w+ ){1,2}(?:district|quarter|area|part|half|suburb|neighbourhood|end|side|"
                    r"ward|"
                    r"region|province)s?|of (?:two|three|four|five|six|several) (?:streets|blocks|villages|towns)|"
                    r"in \w+ (?:bay|city|county|district|province|valley)|"
                    r"in (?:parts|some parts|areas|a few|some) (?:of|areas|districts|regions|towns)|"
                    r"confined to|limited to|restricted to)\b"
                ),
            ),
        ),
    ),
    (
        "duration",
        (
            (
                "for good",
                re.compile(
                    r"\b(?:for good|permanent(?:ly)?|for ever|forever|indefinite(?:ly)?|for life|lifelong|lifetime|"
                    r"until further notice|open-ended|never again)\b"
                ),
            ),
            (
                "for a time",
                re.compile(
                    r"\b(?:temporar(?:y|ily)|for now|for the (?:coming |next |rest of the )?(?:season|year|month|"
                    r"week|"
                    r"summer|winter|weekend|time being)|"
                    rf"for (?:a|another|at least|up to)? ?{_FEW}?-? ?(?:hours?|days?|weeks?|months?|years?|seasons?)|"
                    rf"{_FEW}-(?:day|week|month|year|hour|match|game)|overnight|provisional(?:ly)?|until \w+)\b"
                ),
            ),
        ),
    ),
    (
        "hours",
        (
            (
                "always",
                re.compile(
                    r"\b(?:round the clock|around the clock|24 hours a day|day and night|at all times|every day|"
                    r"daily|"
                    r"seven days a week|all year(?: round)?|throughout the year|all day)\b"
                ),
            ),
            (
                "at times",
                re.compile(
                    r"\b(?:at weekends?|on weekdays|at night|overnight|in (?:the )?rush hour|"
                    r"(?:at )?peak (?:times|hours)|"
                    r"during the day|by day|on (?:mon|tues|wednes|thurs|fri|satur|sun)days|in (?:the )?(?:summer|"
                    r"winter)|"
                    r"once a (?:week|month|day)|weekly|monthly|in school hours|in term time)\b"
                ),
            ),
        ),
    ),
)


def extents_of(telling: Telling) -> tuple[Extent, ...]:
    """At most one for each question."""
    found: list[Extent] = []
    for question, sides in _QUESTIONS:
        read = [
            (side, match) for side, pattern in sides for match in [pattern.search(telling.low)] if match is not None
        ]
        if len(read) == 1:
            side, match = read[0]
            found.append(Extent(question, side, telling.span(*match.span()), _heads(telling, match.end())))
    return tuple(found)


# Adjectives that single out some of a kind, before the plural itself or where its members are: "teachers in primary
# schools".
_KINDS = (
    r"primary|secondary|private|public|state|urban|rural|senior|junior|female|male|adult|elderly|foreign|domestic|"
    r"small|smaller|large|larger|heavy|electric|diesel|new|newer|old|older|northern|southern|eastern|western|"
    r"first-year|final-year|unvaccinated|vaccinated|disabled|unemployed|retired|married|single|pregnant|young|younger|"
    r"low-income|self-employed|full-time|part-time|long-distance|short-haul|long-haul|non-urgent|independent|"
    r"commercial|residential|coastal|remote|poor|rich|wealthy"
)
_SINGLING_OUT = re.compile(rf"\b((?:{_KINDS}) )$")
# What narrows a plural down: "heaters made before 2019", "patients over 60".
_NARROWED = re.compile(
    r"^(?:\w+s|people|men|women|children) (?:who|that|whose|made|built|born|aged|living|older|younger|under|over|"
    r"above|"
    r"below|in need|earning|owned|registered|bought|sold|from|of (?:more|less|over|under|at least)|"
    rf"(?:in|at|of|on) (?:the )?(?:{_KINDS}))\b"
)
# "The valley's four villages" are all there are; "four villages" may be four of many.
_COUNTED = re.compile(
    rf"(?<!\bthe )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bour )(?<!\bthese )(?<!\bthose )(?<!'s )(?<!s' )"
    rf"(?<!\ball )\b({_FEW})\s$"
)


# What passes is no part of anything: "everyone was out within two hours".
_PASSING = frozenset(root(stem) for stem in stems_of("second minute hour day week month year decade"))


def part_of(telling: Telling, heads: frozenset[str]) -> Span | None:
    """The word for one of `heads` where the telling says it of a number of them or of some that it describes."""
    for word in telling.words:
        at = word.start - telling.start
        if root(word.stem) in heads - _PASSING and word.written.endswith("s"):
            counted = _COUNTED.search(telling.low[:at])
            if counted is not None:
                if root(stem(counted[1])) in heads:
                    return None  # "all 90 pages" and "its 90 pages" are one
                return telling.span(counted.start(), word.end - telling.start)
            singled = _SINGLING_OUT.search(telling.low[:at])
            if singled is not None:
                return telling.span(singled.start(), word.end - telling.start)
            if _NARROWED.search(telling.low[at:]):
                return telling.span(at, word.end - telling.start)
    return None


def _heads(telling: Telling, at: int) -> frozenset[str]:
    content = [word for word in words_of(telling.text, at, len(telling.text)) if word.is_content]
    return frozenset(root(word.stem) for word in content[:_HEAD])
