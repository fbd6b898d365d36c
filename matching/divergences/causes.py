"""The cause a telling gives for what happened, as the stretch of words that names it.

    "blamed on a gas leak", "because the price had halved"      the cause comes last
    "A cracked rail threw the train off the line"               it comes first, before a verb of causing
    "it was worry about water that tipped the balance"

Where an inquiry is still to tell ("whether a valve stuck", "not known why") there is no cause yet, and what nobody did
("no one was steering") leaves room for any other.
"""

from __future__ import annotations

import re

from extractors.records import Span
from matching.divergences.telling import Telling

# Words of a cause that are shown and compared; what follows is another clause more often than not.
_LONGEST = 14

_OPEN = re.compile(
    r"\b(?:whether|if|examin\w+|investigat(?:e|ing)|inquir\w+|unknown|unclear|not (?:yet )?(?:known|clear|"
    r"established)|"
    r"find out|establish|determine|look(?:ed|ing)? into|may|might|could|possibly|suspect\w*|what (?:caused|"
    r"killed)|why|no ?one|nobody|nothing)\b"
)
_KNOWN = re.compile(r"\b(?:and )?that is why\b")
_LAST = re.compile(
    r"\b(?:because of|because|owing to|due to|thanks to|on account of|as a result of|the result of|caused by|"
    r"triggered by|set off by|sparked by|started by|brought on by|brought about by|prompted by|provoked by|driven by|"
    r"blam(?:ed|es|e|ing)(?: \w+){0,4} (?:on|for)|put(?:s|ting)?(?: [\w-]+){1,4} down to|attribut(?:ed|"
    r"es)(?: \w+){0,4} to|"
    r"stem(?:s|med)? from|result(?:s|ed) from|result(?:s|ed)? of|(?:broke|break|fell) (?:down|apart|up) (?:over|on)|"
    r"(?:walked|stormed|pulled|dropped) out (?:over|at)|(?:struck|resigned|quit|protested|left|split|clashed|"
    r"quarrelled) over|"
    r"collapsed over|in protest (?:at|against)|(?:resigned|quit|left|retired|withdrew|"
    r"stepped down) on(?= \w+ grounds)|failed because|"
    r"(?:expelled|excluded|sacked|dismissed|disqualified|suspended|banned|fined|arrested|fired)(?: \w+){0,3} for|"
    r"ordered(?: \w+){0,3} after|closed after|reason (?:was|is|being)|citing|decided by|down to)\s+"
)
_FIRST = re.compile(
    r"^(?:.*?[,;:] )?(?P<cause>(?:it was |it is )?(?!he |she |they |it |who |which )[\w' ,-]{3,80}?)"
    r"(?: that| which| who)?(?: had| have| has)? "
    r"(?:caused|threw|triggered|started|set off|sparked|led to|led|made|forced|prompted|provoked|brought about|"
    r"brought down|"
    r"(?:had )?set (?:[\w']+ ){1,4}(?:alight|on fire|ablaze)|was responsible|is responsible|were responsible|"
    r"knocked out|lay behind|was behind|is behind|lies behind|was to blame|is to blame|to blame|was the reason|"
    r"is the reason|"
    r"are the reason|were the reason|decided|tipped|drove|destroyed|buckled|cracked|cost|killed|resulted in|"
    r"contributed to|accounted for|explains?|explained|gave rise to|are to blame|were to blame)\b"
)


def cause_of(telling: Telling) -> Span | None:
    """The words that name the cause; None where the telling gives none, or leaves it open."""
    if _OPEN.search(_KNOWN.sub(lambda match: "_" * len(match.group()), telling.low)):
        return None
    match = _LAST.search(telling.low)
    if match is not None:
        return _cut(telling, match.end(), len(telling.low), first=True)
    known = _KNOWN.search(telling.low)
    if known is not None:
        return _cut(telling, 0, known.start(), first=False)
    match = _FIRST.search(telling.low)
    return _cut(telling, match.start("cause"), match.end("cause"), first=False) if match is not None else None


def _cut(telling: Telling, low: int, high: int, *, first: bool) -> Span | None:
    """At most `_LONGEST` words of a stretch, up to a mark, and not what credits the cause to somebody."""
    words = [word for word in telling.words if low <= word.start - telling.start < high]
    if first:
        stop = re.search(r"[,;.]", telling.low[low:high])
        if stop is not None:
            words = [word for word in words if word.start - telling.start < low + stop.start()]
    words = words[:_LONGEST] if first else words[-_LONGEST:]
    if not any(word.is_content for word in words):
        return None
    return telling.span(words[0].start - telling.start, words[-1].end - telling.start)
