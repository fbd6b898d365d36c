"""Who did it to whom, read from the words between two names.

    "Korvex bought the yard from Dunlin"     transfer, from Dunlin to Korvex
    "Dunlin sold the yard to Korvex"         transfer, from Dunlin to Korvex
    "Ada Moor was beaten by Jo Lind"         contest, from Jo Lind to Ada Moor

Converse verbs and the passive turn the direction, so that two tellings can be compared whichever way they are put. Only
directions of one frame are comparable; "act" is the frame of all verbs that have no converse.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from matching.divergences.senses import pattern_of
from matching.divergences.telling import Telling
from matching.divergences.verbs import is_verb
from matching.words import Word, stems_of

Frame = Literal["transfer", "contest", "succession", "charge", "blow", "suit", "purchase", "payment", "act"]

_BE = r"(?:am|is|are|was|were|be|been|being|got|get)"
_PASSIVE = re.compile(rf"(?<![^ ]){_BE} (?:[^ ]+ ){{1,7}}by(?![^ ])|(?<![^ ])by(?: [^ ]+){{0,3}}$")
_SPEECH = re.compile(r"(?<![^ ])(?:say|tell|think|believe|according|announce|call|ask)(?![^ ])")
_SAYS_THAT = re.compile(r"(?:say|claim|insist|maintain|alleg|assert|contend) that(?: the)?(?: [^ ]+)?")
# Between two names: where and when rather than whom; and deeds that two do together.
_ASIDE = re.compile(r", (?:which|who|whose|a|an|the) [^,]{1,60},")
_BESIDE = re.compile(
    r"(?<![^ ])(?:in|at|about|on|for|during|after|before|when|as|who|which|meet|talk|speak|debate|join|marry|"
    r"agree)(?![^ ])"
)
# Words between two names of which one acts on the other, the rest of both names included.
_LONGEST = 9
_NO_VERB = re.compile(r"(?:and|or|with|of|from|in|at|for|the|a|an|'s| )*")

# Words that may stand between a verb and its preposition: what is sold "to" or bought "from" somebody is named there.
_THINGS = 6
# Frames with the patterns that find them between two names; `turned` ones tell of the second name first.
_GIVING = pattern_of(
    "sold to, lent to, lent, leased to, leasing to, handed to, handed over to, gave to, granted to, turned over to, "
    "transferred to, paid to, loaned to, delivered to, shipped to, passed to, awarded to, returned to, supplied to, "
    "exported to, donated to",
    _THINGS,
)
_TAKING = pattern_of(
    "bought from, acquired from, borrowed from, rented from, leased from, received from, got from, "
    "took from, purchased from, hired from, taken from, obtained from, imported from",
    _THINGS,
)
_WINNING = pattern_of(
    "beat, beaten, defeated, overcame, knocked out, ahead of, outplayed, thrashed, edged out, saw off, eliminated, "
    "won against, got better of, outscored, win over, victory over"
)
_LOSING = pattern_of(
    "lost to, behind, runner up to, bowed to, defeat by, defeat to, fell to, second to, went down to, defeat at hands"
)
_FOLLOWING = pattern_of(
    "succeeded, succeed, succeeds, replaced, replace, replaces, took over from, takes over from, stepped into shoes"
)
_CHARGING = pattern_of("accused, accuse, blamed, blame, charged, denounced")
# A blow is one deed under many names: "opened fire on", "shot at"; and so is a claim at law.
_STRIKING = pattern_of(
    "opened fire on, fired on, fired at, shot at, shelled, bombed, bombarded, attacked, raided, ambushed, struck, "
    "punched, kicked, stabbed, "
    "ran into, drove into, crashed into, ploughed into, smashed into, bumped into, rammed, hit, collided into, "
    "knocked down, ran over, slammed into"
)
_SUING = pattern_of(
    "sued, suing, took to court, filed claim against, filed suit against, filed lawsuit against, filed case against, "
    "brought claim against, brought case against, brought action against, taken to court, lodged claim against, "
    "began proceedings against, seeks damages from, claims damages from, claims from, claiming from, "
    "lawsuit against, legal action against, action against, proceedings against, went to law against",
    _THINGS,
)
_PAYING = pattern_of("pay, owe, compensate, refund, reimburse, repay")
CHARGES = stems_of(
    """
    accused blamed charged denounced
    """
)
"""Stems of verbs that charge somebody, beside whom "said that … had" charges too."""
_BUYING = pattern_of(
    "bought, acquired, purchased, took over, taken over, takes over, taking over, takeover, snapped up, swallowed up, "
    "pay for, paying for, paid for",
    _THINGS,
)
VEHICLES = stems_of(
    """
    car lorry truck van bus coach minibus tram train locomotive motorcycle motorbike bicycle bike scooter taxi tractor
    tanker ambulance boat ship ferry yacht barge trawler freighter plane helicopter glider drone balloon
    """
)
"""Stems of nouns for what runs into one another."""
_FROM = pattern_of("came from, come from, comes from, at hands of, thanks to, suffered under")


@dataclass(frozen=True, slots=True)
class Deed:
    """`doer` and `other` are name stems; `verb` is the stems between the names that tell of the deed."""

    frame: Frame
    doer: str
    other: str
    verb: frozenset[str]
    start: int
    end: int


def deeds_of(telling: Telling, names: Collection[str]) -> tuple[Deed, ...]:
    """What each did to the next ones in the telling. `names` are stems of names and of words for who takes part."""
    mentions = _mentions(telling.words, names)
    found = []
    for index, (_, high, one) in enumerate(mentions):
        for low, _, other in mentions[index + 1 :]:
            if other != one:
                words = telling.words[high + 1 : low]
                after = telling.words[low + 1 : low + 3]
                deed = _deed(telling, one, other, words, " ".join(word.stem for word in after))
                if deed is not None:
                    found.append(deed)
    return tuple(found)


def _mentions(words: tuple[Word, ...], names: Collection[str]) -> list[tuple[int, int, str]]:
    """Index of first and last word, and stem, of everybody looked for, each once."""
    seen: dict[str, tuple[int, int, str]] = {}
    for index, word in enumerate(words):
        if word.stem in names:
            seen.setdefault(word.stem, (index, index, word.stem))
    return sorted(seen.values())


def _deed(telling: Telling, one: str, two: str, between: tuple[Word, ...], after: str) -> Deed | None:
    """`after` is the stems of what follows the second, where the verb may end: "took Dunlin to court"."""
    between = _without_asides(telling, between)
    stems = " ".join(word.stem for word in between)
    if not between or _NO_VERB.fullmatch(stems):
        return None
    frame, turned = _frame_of(stems)
    if after == "to court" and "take" in stems.split():
        frame, turned = "suit", False
    elif _SAYS_THAT.fullmatch(stems):
        frame, turned = "charge", False
    elif frame == "act" and not _acts(stems, between):
        return None
    if _PASSIVE.search(stems):
        turned = not turned
    doer, other = (two, one) if turned else (one, two)
    verb = frozenset(word.stem for word in between if word.is_content and word.written[0].islower())
    return Deed(frame, doer, other, verb, between[0].start - telling.start, between[-1].end - telling.start)


def _without_asides(telling: Telling, between: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leaves out "which makes batteries" between commas."""
    if not between:
        return between
    low, high = between[0].start - telling.start, between[-1].end - telling.start
    asides = [match.span() for match in _ASIDE.finditer(telling.low, max(0, low - 2), high)]
    return tuple(
        word for word in between if not any(start <= word.start - telling.start < end for start, end in asides)
    )


def _acts(stems: str, between: tuple[Word, ...]) -> bool:
    return (
        len(between) <= _LONGEST
        and not _SPEECH.search(stems)
        and not _BESIDE.search(stems)
        and any(is_verb(word) for word in between)
    )


def _frame_of(stems: str) -> tuple[Frame, bool]:
    """The frame of the words between two names, and whether the first name is the one it is done to."""
    for pattern, frame, turned in (
        (_SUING, "suit", False),
        (_FOLLOWING, "succession", False),
        (_TAKING, "transfer", True),
        (_GIVING, "transfer", False),
        (_LOSING, "contest", True),
        (_WINNING, "contest", False),
        (_CHARGING, "charge", False),
        (_STRIKING, "blow", False),
        (_BUYING, "purchase", False),
        (_PAYING, "payment", False),
        (_FROM, "act", True),
    ):
        if pattern.search(stems):
            return frame, turned  # type: ignore[return-value]
    return "act", False
