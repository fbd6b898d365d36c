"""`cause`: one outcome, and two causes that have no word in common.

One report that gives a cause and another that gives none do not diverge, and neither do two of which one leaves the
cause to an inquiry.
"""

from __future__ import annotations

import re

from extractors.records import Span
from matching.divergences.causes import cause_of
from matching.divergences.pair import AlignedPair
from matching.divergences.telling import Telling
from matching.records import Divergence
from matching.words import root, stems_of, words_of_phrase

# First letters that make two words one, whatever their endings.
_SAME_LETTERS = 4
# Stems shorter than this say nothing by their beginning.
_FEWEST_LETTERS = 3

# Words for one cause in nature and in the affairs of people; two causes that have words of one line may be one.
_SAME_CAUSE = tuple(
    frozenset(root(stem) for stem in stems_of(line))
    for line in (
        "ice icy frost frozen freeze freezing cold black-ice slippery",
        "snow blizzard snowfall snowdrift avalanche weather",
        "fog mist visibility haze weather",
        "wind winds gale gales storm gust hurricane cyclone tempest typhoon tornado weather",
        "rain rains rainfall downpour cloudburst flood floods flooding water waterlogged storm weather",
        "heat hot heatwave temperature temperatures warm warmth weather",
        "drought dry rainless shortage",
        "fire blaze flame flames burn burnt overheat overheated spark arson alight",
        "explosion blast bomb explosive detonate grenade mine",
        "drink drinking drunk alcohol alcoholic intoxicated vodka",
        "tired tiredness fatigue asleep sleep exhaustion exhausted",
        "fast speed speeding excessive",
        "pay wage wages salary salaries bonus",
        "money cash funds fund debt debts bankrupt insolvency finances deficit",
        "cost costs price prices expensive dear inflation",
        "ill illness sick sickness disease virus infection flu health fever",
        "fault defect defective faulty flaw flawed malfunction failure failed broken",
        "power electricity electric electrical current outage blackout voltage wiring short-circuit",
        "protest protests demonstration demonstrators march strike striking walkout stoppage",
        "war fighting battle shell shells shelling artillery bombardment bombing attack attacks raid offensive",
        "fraud cheating forgery forged deception embezzlement theft stole stolen",
        "bribe bribes bribery corruption corrupt",
        "racism racist abuse insult slur insults",
        "cyberattack hack hacked hacker hackers malware ransomware virus",
        "software computer computers update glitch programme",
        "lightning thunderstorm thunder storm",
        "landslide landslip mudslide rockfall slope rocks",
        "earthquake quake tremor tremors",
        "demand orders sales customers",
        "rate rates interest borrowing mortgage loans",
        "dispute row quarrel disagreement feud argument rift clash",
        "leak leakage spill seep seepage",
        "poison poisoned poisoning toxic chemical chemicals pollution contamination contaminated",
        "cancer tumour leukaemia",
        "heart cardiac",
        "staff staffing personnel crew crews workers drivers",
        "harvest crop crops yield",
        "safety unsafe hazard danger dangerous",
        "mistake error blunder slip",
        "age aged old elderly worn corroded corrosion rust rusty",
        "crack cracked cracks fatigue",
        "scandal affair allegations accusations",
    )
)

_AT = re.compile(r" (?:at|in|inside|near|under|on the) ")


def other_cause(pair: AlignedPair) -> Divergence | None:
    here, there = pair.read(cause_of)
    if here is None or there is None or pair.is_quoted or not pair.is_same_level:
        return None
    one, two = _roots(here.exact), _roots(there.exact)
    if _are_alike(one, two) or _is_named(here, pair.told[1]) or _is_named(there, pair.told[0]):
        return None
    return pair.diverges(
        "cause",
        "cause.other_cause",
        (here.exact, there.exact),
        (here, there),
        f"{pair.sources[0]} gives “{here.exact}” as the cause, {pair.sources[1]} “{there.exact}”.",
    )


def _is_named(cause: Span, other: Telling) -> bool:
    """Whether the other telling has a word of a cause. Where it happened does not count: "a fault | at the plant"."""
    head = _AT.split(cause.exact, maxsplit=1)[0]
    return bool((_roots(head) or _roots(cause.exact)) & other.roots)


def _are_alike(one: set[str], two: set[str]) -> bool:
    """Whether two stretches have a word in common: one the beginning or the end of the other, as "bored", "boredom"."""
    if any(a & one and a & two for a in _SAME_CAUSE):
        return True
    return any(_starts(a, b) or (min(len(a), len(b)) >= _SAME_LETTERS and _ends(a, b)) for a in one for b in two)


def _starts(one: str, two: str) -> bool:
    shorter = min(len(one), len(two), _SAME_LETTERS)
    return shorter >= _FEWEST_LETTERS and one[:shorter] == two[:shorter]


def _ends(one: str, two: str) -> bool:
    """As "mine" ends "landmine"."""
    return one.endswith(two) or two.endswith(one)


def _roots(cause: str) -> set[str]:
    return {root(word.stem) for word in words_of_phrase(cause) if word.is_content}
