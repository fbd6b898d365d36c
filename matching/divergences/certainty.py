"""`certainty`: told as done or so in one report, as planned, expected, alleged or possible in the other.

Two tellings that both leave it open do not diverge, however they put it: "reportedly" and "is said to", "plans to" and
"will". But what one report says will come about and the other that it may, or that somebody would like it, is not
equally sure. The event must be the same in words, since what is planned is most often another thing than what is done.
"""

from __future__ import annotations

import re

from extractors.records import Span
from matching.divergences.pair import AlignedPair
from matching.divergences.telling import Telling
from matching.divergences.verbs import is_past
from matching.records import Divergence
from matching.words import root

_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "alleged",
        re.compile(
            r"\b(?:alleg(?:ed(?:ly)?|es?|ation\w*)|purported(?:ly)?|supposed(?:ly)?|accus(?:ed|es?|ing)|"
            r"suspect(?:ed|s)?|claims?|"
            r"claimed|rumours?|gossip|reportedly|apparently|rumou?red|(?:is|are|was|were) (?:\w+ly )?(?:said|"
            r"reported|believed|"
            r"understood|thought|feared)|"
            r"appears? to|seems?|seem to|presumed|presumably|ostensibly|seemingly|evidently|unconfirmed|would appear|"
            r"looks? (?:like|as (?:if|though)))\b"
        ),
    ),
    (
        "possible",
        re.compile(
            r"\b(?:may(?! (?:\d|no longer))|might|could|possib\w+|perhaps|maybe|consider(?:s|ing)?|"
            r"thinking (?:about|of|over)|"
            r"weigh(?:s|ing)|mull(?:s|ing)|threat\w*|"
            r"(?:risk|danger|possibility|chance|prospect|likelihood) of|discuss(?:ing|es)?|debating|whether|ready to|"
            r"likely|"
            r"unlikely|probabl[ey]|in all likelihood|almost certainly|conceivabl[ey]|fears? that|potential(?:ly)?|"
            r"among the favou?rites|favou?rite (?:to|for)|tipped (?:to|for|as)|in the running|shortlisted|"
            r"ey(?:es|ed|ing)|moot(?:s|ed|ing)|floated|contemplat\w+|ponder\w*|toying with|studying|"
            r"looking (?:at|into)|negotiating|on the cards|looming|"
            r"(?:ma[dk]\w+|submit\w*|launch\w*|put in) (?:an? )?(?:\w+ )?(?:offer|bid)|"
            r"fac(?:e|es|ing)(?= (?:the |an? |possible )?(?:sack|dismissal|closure|trial|charges?|prison|jail|"
            r"fines?|ban|"
            r"eviction|deportation|extradition|expulsion|relegation|demolition|suspension|axe|extinction|"
            r"bankruptcy))|talk of|in talks|(?:can)?not (?:be )?(?:excluded|ruled out)|exploring)\b"
        ),
    ),
    (
        "planned",
        re.compile(
            r"\b(?:plans?|planned|planning|(?:been|is|was|were|has|have|an?|the|its|his|her|their) propos(?:ed|"
            r"al)|propos(?:es|ing)|intends?|intended|"
            r"intention|aims? to|aim(?:ed|ing) to|wants? to|"
            r"hop(?:es?|ed|ing) (?:to|for)|vow(?:s|ed) to|pledg(?:es?|ed)|promis(?:es?|ed)|scheduled|slated|"
            r"due (?:to|on|in|for|at|next|this)|"
            r"set (?:to|for)|poised to|prepar(?:es?|ing) to|expected|expects?|forecast|predict\w*|will|is to|"
            r"are to|going to|"
            r"before (?:parliament|the house|the council)|draft\w*|calls? for|seek(?:s|ing)? to|"
            r"on (?:course|track) (?:to|for)|in line (?:to|for)|earmarked|pencilled in|pending|awaiting|"
            r"in the pipeline|look(?:s|ing) to|bid(?:s|ding)? (?:to|for)|try(?:ing)? to|tries to|applied (?:to|for)|"
            r"applying|recommend(?:s|ed)|urg(?:es|ed|ing)|proposals?|would|"
            r"(?:about|close) to|on the (?:verge|brink|point) of|nearing|not far from)\b"
        ),
    ),
)
# What is settled though it has not come about, and what is no more than thought of or wished for.
_DECIDED = re.compile(
    r"\b(?:will(?! (?:probably|likely|perhaps|consider|discuss|decide|vote))|is to|are to|going to)\b"
)
_WISHED = re.compile(
    r"\b(?:may(?! (?:\d|no longer))|might|could|perhaps|maybe|consider(?:s|ing)|thinking (?:about|of|over)|weighing|"
    r"mull(?:s|ing)|wants? to|hop(?:es?|ing) to|would like to|(?:not|yet to) (?:rule|ruled) out|not (?:be )?excluded|"
    r"(?:has|have) not (?:decided|ruled out)|exploring|toying with|talk of)\b"
)
# Content words after a cue among which stands what it leaves open.
_REACH = 3
_NOT_EXCLUDED = re.compile(r"\b(?:can)?not (?:be )?(?:excluded|ruled? out)\b")
# Whoever believes or wants it leaves it open without any cue: "vets believe that it led them", "they want a vote".
_BELIEVED = re.compile(
    r"\b(?:(?:believ|think|thought|suspect|fear|assum|want|offer)(?:e?s|ed|ing|e)?|ask(?:s|ed|ing)? for)\b"
)
# What is required is not done yet: "ferries may carry a doctor" and "ferries must" are equally open.
_REQUIRED = re.compile(r"\b(?:must|ha(?:s|ve|d) to|(?:are|is|were|was|be) (?:required|obliged|ordered|forced) to)\b")
_DONE = re.compile(r"\b(?:has|have|had|was|were)\b")
_NEGATED = re.compile(r"\b(?:not|never|n't|no|nor|without|denied|denies)\b|n't\b")


def other_certainty(pair: AlignedPair) -> Divergence | None:
    if pair.is_quoted or not pair.is_same_level:
        return None
    if any(telling.has(_NEGATED) and not telling.has(_NOT_EXCLUDED) for telling in pair.told):
        return None
    surer = _one_is_surer(pair)
    if surer is not None:
        return surer
    one, two = pair.read(_cue)
    opened = one or two
    if opened is None or (one and two):
        return None
    open_telling, settled = pair.told if one else pair.told[::-1]
    if settled.has(_BELIEVED) or settled.has(_REQUIRED):
        return None
    if opened[0] == "planned" and not _is_done(settled):
        return None
    is_borne = _bears_on(opened[1], open_telling, settled)
    left, right = (
        cue or ("established", telling.span(0, len(telling.text)))
        for cue, telling in zip((one, two), pair.told, strict=True)
    )
    return pair.diverges(
        "certainty",
        "certainty.established_or_open" if is_borne else "certainty.one_is_open",
        (left[0], right[0]),
        (left[1], right[1]),
        f"{pair.sources[0]} reports it as {left[0]}, {pair.sources[1]} as {right[0]}.",
    )


def _one_is_surer(pair: AlignedPair) -> Divergence | None:
    """What will come about in one report, and in the other is no more than possible or wished for."""
    one, two = pair.read(_ahead)
    if one is None or two is None or one[0] == two[0]:
        return None
    side, may = (0, one) if one[0] == "possible" else (1, two)
    if not _bears_on(may[1], pair.told[side], pair.told[1 - side]):
        return None
    return pair.diverges(
        "certainty",
        "certainty.decided_or_possible",
        (one[0], two[0]),
        (one[1], two[1]),
        f"{pair.sources[0]} reports it as {one[0]}, {pair.sources[1]} as {two[0]}.",
    )


def _ahead(telling: Telling) -> tuple[str, Span] | None:
    """How sure a telling is of what has not come about; None where it says nothing of it, or says both."""
    decided = _DECIDED.search(telling.low)
    wished = next((m for m in _WISHED.finditer(telling.low) if telling.text[m.start() : m.end()] != "May"), None)
    if decided is not None:
        return ("decided", telling.span(*decided.span())) if wished is None else None
    return ("possible", telling.span(*wished.span())) if wished is not None else None


def _cue(telling: Telling) -> tuple[str, Span] | None:
    for name, pattern in _CUES:
        for match in pattern.finditer(telling.low):
            if telling.text[match.start() : match.end()] != "May":
                return name, telling.span(*match.span())
    return None


def _is_done(telling: Telling) -> bool:
    """Whether a telling is in the past or the perfect tense."""
    return telling.has(_DONE) or any(is_past(word) for word in telling.words)


def _bears_on(cue: Span, open_telling: Telling, settled: Telling) -> bool:
    """Whether one of the first content words after the cue is what the other telling tells as so."""
    after = [word for word in open_telling.words if word.start >= cue.end and word.is_content][:_REACH]
    return any(root(word.stem) in settled.roots and word.written[0].islower() for word in after)
