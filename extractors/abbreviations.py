"""Words with a full stop that may stand inside a sentence, by what their stop says about the sentence.

Written down for this project from the conventions of English-language newspapers; compared in lower case, without the
last stop.
"""

from __future__ import annotations

from typing import Literal

from extractors.word_lists import word_set

Kind = Literal["never", "before number", "time of day", "either", "none"]

# A name follows: the stop never ends a sentence. So too for words that introduce something.
_NEVER = word_set(
    "mr mrs ms mx dr prof sen sens rep reps gov govs gen col lt sgt capt cpl pvt maj cmdr adm rev hon messrs mme "
    "mlle supt det insp pres atty amb fr hr sec'y e.g i.e eg ie cf viz vs v ft mt lt.col maj.gen lt.gen brig ald asst"
)
# Before a number only: months, days of the week, "No. 10", "p. 4". Elsewhere they are words.
_BEFORE_NUMBER = word_set(
    "no nos p pp vol vols ch sec fig figs art approx ca c jan feb mar apr jun jul aug sep sept oct nov dec par para "
    "ver op lot pt ext tel"
)
_TIME_OF_DAY = word_set("a.m p.m am pm")
# May end a sentence: only an unmistakable opener after them says so.
_EITHER = word_set(
    "st ste inc corp ltd co cos bros llc plc jr sr esq etc al ave blvd rd dept univ assn mon tue tues wed thu thur "
    "thurs fri sat sun calif mass conn penn fla tex ill wis minn mich ariz colo okla tenn ala ark ga va wash ore nev "
    "mont neb kan ind md mo ky la pa del vt n.h n.j est gov't dist min max hrs ed eds trans ref"
)
# As words they are common, so that a small letter means the word and not the abbreviation.
_CAPITAL_ONLY = word_set("mar sun sat wed mon fri ill wash mass ore ind la no art del co pa mo est jan")


def kind_of(word: str) -> Kind:
    """What is known of a word as written, its last stop left out: "Mr", "U.S", "Jan", "B"."""
    low = word.lower()
    if low in _CAPITAL_ONLY and word.islower():
        return "none"
    for kind, words in _BY_KIND.items():
        if low in words:
            return kind
    if len(word) == 1 and word.isupper():
        return "either"  # an initial, or "Plan B."
    letters = word.split(".")
    if len(letters) > 1 and all(part.isalpha() and len(part) <= 2 for part in letters):
        return "either"  # U.S, Ph.D, B.A
    return "none"


_BY_KIND: dict[Kind, frozenset[str]] = {
    "never": _NEVER,
    "before number": _BEFORE_NUMBER,
    "time of day": _TIME_OF_DAY,
    "either": _EITHER,
}
