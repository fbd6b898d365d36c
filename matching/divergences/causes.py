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
from matching.divergences.agents import agent_in
from matching.divergences.spots import spots_of
from matching.divergences.telling import Telling

# Words of a cause that are shown and compared; what follows is another clause more often than not.
_LONGEST = 14
# Characters after "began in" within which a spot says that a place follows.
_SPOT_WITHIN = 24
_BEGAN = re.compile(r"began|begun|started|broke|originated")

_OPEN = re.compile(
    r"\b(?:whether|if|examin(?:e|es|ing)|investigat(?:e|ing)|inquir\w+|unknown|unclear|not (?:yet )?(?:known|clear|"
    r"established)|"
    r"find out|establish|determine|look(?:ed|ing)? into|(?<!in )(?<!of )(?<!last )may|might|could|possibly|"
    r"suspect\w*|what (?:caused|killed)(?! (?:[\w']+ ){1,4}(?:was|were|is)\b)|"
    r"why|no ?one|nobody|nothing)\b"
)
_BLAMED = re.compile(r"\bblam(?:ed|es|e|ing)\s+(?P<cause>(?!for\b|on\b)[\w' -]{3,60}?) for\b")
_KNOWN = re.compile(r"\b(?:and )?(?:that|which) (?:is|was) (?:the reason )?why\b")
_LAST = re.compile(
    r"\b(?:because of|because|owing to|due to|thanks to|on account of|as a result of|(?:a|the) result of|caused by|"
    r"triggered by|set off by|sparked by|started by|brought on by|brought about by|prompted by|provoked by|driven by|"
    r"brought down by|knocked out by|ignited by|fuelled by|explained by|trac(?:ed|es|e|ing) (?:\w+ ){0,4}(?:back )?to|"
    r"pinn(?:ed|ing) (?:\w+ ){0,4}on|"
    r"blam(?:ed|es|e|ing)(?: [\w'-]+){0,4} on|blam(?:ed|es|e|ing)(?! for\b)|put(?:s|ting)?(?: [\w'-]+){1,4} down to|"
    r"attribut(?:ed?|es|ing)(?: \w+){0,4} to|stem(?:s|med)? from|ar(?:ose|isen|ising) from|result(?:s|ed|ing) from|"
    r"stemming from|"
    r"(?:as )?a consequence of|the (?:work|fault|product|upshot) of|in the wake of|on the back of|rooted in|born of|"
    r"succumb(?:ed|ing)? to|lost (?:\w+ ){1,3}(?:battle|fight|struggle) (?:with|against|to)|killed by|"
    r"(?:chalked|chalking) up to|laid (?:the blame )?at the door of|(?:put|laid|placed|pinned) the blame on|"
    r"blame (?:was |is )?(?:put|laid|placed) on|point(?:ed|s|ing)? the finger at|pointed to|"
    r"(?:spurred|inspired|motivated|fanned|fed|dragged down|weighed down|pushed up|pushed down|boosted|lifted|helped|"
    r"hampered|paralysed|crippled|stranded|delayed|held up) by|cited|"
    r"in (?:revenge|reprisal|retribution) (?:for|after)|out of (?=(?:revenge|spite|fear|greed|anger|love|boredom|"
    r"jealousy|desperation|concern|respect)\b)|"
    r"(?:br[oe]aks?|broke|broken|breaking|fell|falls?|fallen|came|comes?) (?:down|apart|up|unstuck) (?:over|on)|"
    r"(?:walk|storm|pull|dropp?)(?:s|ed|ing)? out (?:over|at)|"
    r"(?:fell|fallen|falling) out over|(?:feud|argu|su)(?:e|es|ed|ing) over|at odds over|parted (?:ways|company) over|"
    r"(?:struck|strik(?:e|es|ing)|resign(?:s|ed|ing)?|quit(?:s|ting)?|protest(?:s|ed|ing)?|left|split|clash(?:ed)?|"
    r"quarrell?ed|stepped down|went|gone|sacked|dismissed) over|"
    r"(?:collaps|fail|founder|stall|stumbl)(?:e|es|ed|s|ing)? (?:over|on)(?: the (?:question|issue|matter|point) of)?|"
    r"in protest (?:at|against)|in response to|in retaliation for|"
    r"(?:in|over) a (?:dispute|row|quarrel|disagreement) (?:about|over)|"
    r"(?:could not|were unable to) agree (?:on|about|over)|disagree(?:d|ment|ments)? (?:on|about|over)|"
    r"(?:resign|quit|left|leav|retir|withdr[ae]w|stepp?|bow|stood|stand|stopp|clos|cancell|pull)(?:e|s|ed|ing)?"
    r"(?: (?:down|out|aside))?(?: (?:the|its|his|her|their|a) [\w-]+)? (?:on(?= [\w-]+ grounds)|"
    r"for(?= [\w-]+ reasons))|"
    r"(?:expelled|excluded|sacked|dismissed|disqualified|suspended|banned|fined|arrested|fired|jailed|punished|"
    r"censured|"
    r"reprimanded)(?: \w+){0,3} for|"
    r"ordered(?: \w+){0,3} after|closed after|"
    r"(?:fell through|call(?:ed)? off|cancelled|abandoned|postponed|put off|collapsed|broke down|fail(?:ed|s)|"
    r"resigned|quit|stepped down|died|halted|suspended|evacuated|grounded|delayed|crashed|sank|closed|shut|"
    r"overturned|derailed|capsized|caught fire|exploded|skidded|ran aground|broke out)"
    r" (?:when|after)(?= (?:its|his|her|their|an?(?! (?:day|week|month|year|long|short|brief|debate|vote|meeting))|one|"
    r"two|three)\b)|(?:reason|cause|culprit|explanation)(?: for [\w' -]{2,40}?)? (?:was|"
    r"is|being)|"
    r"citing|decided by|down to|with the blame (?:falling )?on|died (?:of|from)|in order to|so as to|"
    r"at fault (?:was|is)|at the root of (?:it|this) (?:was|is)|for (?:lack|want|fear) of|under the weight of|"
    r"(?:had|has|have) to do with|came down to|(?:lay|lies|rests) with|(?:came|grew|flowed) (?:from|out of)|"
    r"(?:which |that |and )?followed(?= (?:a|an|the|its|his|her|their|reports|complaints|years|weeks|months)\b)|"
    r"(?:strike|walkout|stoppage|protests?|disputes?|row|quarrel|argument|rift|split|boycott|clash(?:es)?|anger|"
    r"unrest|"
    r"riots?) (?:over|about|against|at)|"
    r"(?:began|begun|started|broke out|originated) (?:in|with|when|from)|"
    r"what (?:had |has )?\w+(?:ed|ove|ew|ent|ought) (?:[\w']+ ){1,3}(?:was|were|is)|"
    r"(?:since|as)(?= (?:too (?:few|many|much|little)|there (?:was|were)|not enough|so (?:few|many|much|little))\b)|"
    r"(?:was|were|been|is|are) (?:\w+ly )?\w+(?:ed|en|wn|ung|unk|uck|oken|ught|ost|uilt|own|urnt) "
    r"(?:[a-z]+ ){0,2}by(?= (?:a|an|the|its|their|[a-z]+)\b))\s+"
)
_CAUSING = (
    r"caused|threw (?:[\w']+ ){1,4}off|triggered|started|set off|sparked|led to|made|forced|prompted|provoked|"
    r"brought about|brought down|"
    r"(?:had )?set (?:[\w']+ ){1,4}(?:alight|on fire|ablaze)|(?:was|is|were|are) (?:responsible|to blame|"
    r"(?:being )?blamed for|behind|"
    r"at fault|"
    r"the (?:cause|reason|culprit))|to blame|lay behind|lies behind|knocked out|ignited|touched off|derailed|decided|"
    r"sent (?:[\w']+ ){1,5}(?:lower|higher|down|up|tumbling|falling|plunging|soaring|into|off|over)|"
    r"led (?:[\w']+ ){1,4}to|meant that|brought (?:[\w']+ ){1,4}down|"
    r"tipped|drove|buckled|cracked|cost|resulted in|contributed to|accounted for|explains?|explained|gave rise to|"
    r"paralysed|crippled|stranded|plunged|dragged|boosted|sickened|disabled|froze|"
    r"pushed (?:[\w']+ ){1,5}(?:up|down|higher|lower|to|into|out|over)|brought (?:[\w']+ ){1,6}to (?:a (?:halt|"
    r"standstill|"
    r"stop)|its knees)|put (?:[\w']+ ){1,4}out of (?:action|service|order)|left (?:[\w',]+ ){1,5}without|"
    r"put an end to|killed off|brought an end to|is the reason|was the reason|at the (?:root|heart|bottom) of|"
    r"(?:causing|triggering|forcing|prompting|sparking|setting off|bringing down|leading to)|"
    r"did the damage|was the (?:trigger|source|spark)|spelt the end|is what|was what|"
    r"kept (?:[\w']+ ){1,4}(?:from|shut|closed)|doomed|undid|scuppered|sank|scotched|put paid to|undermined|weakened"
)
# What starts, sinks or closes by itself causes nothing: behind these verbs must stand what they are done to.
_MAY_STAND_ALONE = "started stopped closed shut sank drove cracked buckled flooded toppled ruptured delayed weakened"
_ALONE = (
    rf"(?:{'|'.join(f'(?<={verb})' for verb in _MAY_STAND_ALONE.split())})"
    r"(?: (?:at|in|on|off|near|from|with|when|while|after|before|by|as|over|around|about|under|outside|inside|within|"
    r"between|during|shortly|late|later|early|earlier|again|there|here|for|because|and|to|yesterday|today|last|this|"
    r"next)\b|\W*$|[,;.])"
)
_FIRST = re.compile(
    r"^(?:.*?[,;:] )?(?P<cause>(?:it was |it is )?(?!he |she |they |it |who |which )[\w' ,-]{3,80}?)"
    rf"(?: that| which| who)?(?: had| have| has)? (?:{_CAUSING})\b(?!{_ALONE})"
)

# Verbs whose subject is a cause where it is no person or body.
_UNDOING = (
    r"destroyed|killed|closed|shut|stopped|halted|delayed|cancelled|grounded|flooded|toppled|felled|wiped out|sank|"
    r"ruptured|severed|cut off|blocked|disrupted|ripped|wrecked|poisoned|damaged|swept away|washed away|ruined|"
    r"brought (?:[\w']+ ){1,4}down|knocked (?:[\w']+ ){1,4}out|scuppered|wrecked|upset|held up|put off|"
    r"drove (?:[\w']+ ){1,4}out"
)
_UNDONE = re.compile(
    r"^(?:.*?[,;:] )?(?P<cause>(?!he |she |they |it |who |which )[\w' ,-]{3,80}?)"
    rf"(?: that| which)?(?: had| have| has)? (?:{_UNDOING})\b(?!{_ALONE})"
)

# Ways of dying that are their own cause.
_DYING = re.compile(
    r"\b(?P<cause>(?:froze|starved|bled|burn(?:ed|t)|choked|crushed|beaten|stabbed|trampled|frozen|gored|"
    r"clubbed|mauled) to death|drowned|suffocated|electrocuted|hanged (?:him|her)self)\b"
)

# What hangs on the noun that is the cause: "a spill | of cleaning agents".
_HANGING = re.compile(r"\b(?:of|from|in|on|at|by|with|for|to)\b")


def cause_of(telling: Telling) -> Span | None:
    """The words that name the cause; None where the telling gives none, or leaves it open."""
    if _OPEN.search(_KNOWN.sub(lambda match: "_" * len(match.group()), telling.low)):
        return None
    blamed = _BLAMED.search(telling.low)
    if blamed is not None:
        return _cause(telling, *blamed.span("cause"), first=False)
    match = _LAST.search(telling.low)
    if match is not None and not (_BEGAN.match(match.group()) and _is_spot(telling, match.end())):
        return _cause(telling, match.end(), len(telling.low), first=True)
    dying = _DYING.search(telling.low)
    if dying is not None:
        return _cause(telling, *dying.span("cause"), first=False)
    known = _KNOWN.search(telling.low)
    if known is not None:
        return _cause(telling, 0, known.start(), first=False)
    match = _FIRST.search(telling.low)
    if match is None:
        match = _UNDONE.search(telling.low)
        if match is None or agent_in(_HANGING.split(match["cause"])[0]) is not None:
            return None
    return _cause(telling, match.start("cause"), match.end("cause"), first=False)


def _is_spot(telling: Telling, at: int) -> bool:
    """Whether the words from offset `at` of the text tell where and not why: "started in the kitchen"."""
    return any(at <= spot.span.start - telling.start <= at + _SPOT_WITHIN for spot in spots_of(telling))


def _cause(telling: Telling, low: int, high: int, *, first: bool) -> Span | None:
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
