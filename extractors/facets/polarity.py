"""Whether a claim affirms or denies its own predicate.

Negations that bear on the predicate are counted, and an odd number negates: "did not leave", "never failed to pay".
Negation in another clause, "not only", "no fewer than", a question and an understatement ("not unusual") do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.facets.predicates import ClaimWords
from extractors.parsed import Token
from extractors.records import Polarity
from extractors.word_lists import word_set

_NONE = word_set("nobody nothing nowhere none")
_NEGATING = _NONE | word_set("not n't n’t never cannot neither nor no hardly barely scarcely")
# After "not", words that make it no negation of the predicate.
_NOT_BUT = word_set("only just merely simply least surprisingly long necessarily alone mention unlike")
# After "no", words with which it denies nothing, understatements among them: "no small feat", "no shortage of water".
_NO_BUT = word_set(
    "doubt wonder matter sooner less fewer more later earlier . longer-term one's surprise small mean bad little minor "
    "trivial shortage lack dearth end stranger"
)
# Between a refusal and its "to": "refused even to meet", "failed once again to pay". "Failed only to pay" did the rest.
_STILL = r"(?: even| ever| again| also| too| either| so far| yet again| once again| once more| (?!only )\w+ly)?"
# What figures decline to is a value: "sales declined to $5 million".
_NO_VALUE = (
    r"(?! (?:[$£€\d]|an?\b|the\b|its?\b|their\b|about\b|around\b|nearly\b|almost\b|just\b|below\b|under\b|less\b|"
    r"zero\b|levels\b|\S+ (?:percent|per cent|million|billion|thousand|hundred)\b))"
)
_REFUSALS = re.compile(
    rf"\b(?:(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|neglect(?:s|ed|ing)?){_STILL} to|"
    rf"declin(?:e|es|ed|ing){_STILL} to{_NO_VALUE}|"
    r"unable to|stopp?(?:ed|s)? short of|"
    r"den(?:y|ies|ied|ying)\b(?! (?:access|entry|bail|visas?|permission|service))|"
    r"rul(?:e|es|ed|ing) out|lack(?:s|ed|ing)?\b|far from|"
    r"(?:is|are|was|were|be|been|being)(?: left)? without|remain(?:s|ed)? without|ha(?:s|ve|d) yet to\b)"
)
# "Did not resign for no reason": the deed was done, and for a reason.
_NOT_FOR_NO = re.compile(r"\b(?:not|n['’]t|never) (?:[^ ]+ )*?for no (?:good )?reason\b")
# "Could not agree more", "could not be clearer": the strongest yes.
_SUPERLATIVE = re.compile(r"^(?:agree more|be (?:more|\w+er)\b)")
_UNDERSTATEMENT = re.compile(
    r"^(?:un(?!der|it|ion|iver|ilater|ique|iform|til|less|cle)\w{4,}|in(?:significant|considerable|frequent|conceivable|"
    r"appropriate|evitable|different|expensive|correct|capable)|im(?:possible|plausible|probable|material)|without)$"
)
# Nouns a determiner "no" may stand before without touching the predicate: "with no warning", "in no time".
_PREPOSITIONS = word_set("with in at under by to of for on from")


def polarity_of(claim: ClaimWords) -> Polarity:
    """Polarity of a claim. Questions deny nothing, and neither do clauses inside the claim."""
    words = claim.main
    if not words or claim.asked:
        return "affirmed"
    count = sum(_negates(words, index) for index, token in enumerate(words) if token.lower_ in _NEGATING)
    count += len(_NOT_FOR_NO.findall(claim.said)) + len(_REFUSALS.findall(claim.said))
    return "negated" if count % 2 else "affirmed"


def _negates(words: Sequence[Token], index: int) -> bool:
    low = words[index].lower_
    following = words[index + 1].lower_ if index + 1 < len(words) else ""
    before = words[index - 1].lower_ if index else ""
    if following == "-" or before == "-":
        return False  # "a no-fly zone", "a not-for-profit group"
    if low in ("not", "n't", "n’t", "never"):
        if following in _NOT_BUT or before in ("or", "if", "why") or low == before:
            return False
        if before == "," or (
            before == "could" and _SUPERLATIVE.match(" ".join(one.lower_ for one in words[index + 1 :]))
        ):
            return False  # "she won, not the judge" says who did not, and that she did
        return not _understated(words, index)
    if low == "cannot" or low in _NONE:
        return True
    if low in ("neither", "nor"):
        return low == "neither" or not any(
            one.lower_ in ("neither", "not", "n't", "n’t", "no") for one in words[:index]
        )
    if low == "no":
        return following not in _NO_BUT and not following[:1].isdigit() and before not in _PREPOSITIONS
    return low in ("hardly", "barely", "scarcely") and not following[:1].isdigit()


def _understated(words: Sequence[Token], index: int) -> bool:
    """Such as "Not unusual", "not at all impossible", "not without risk": two denials in one phrase."""
    return any(_UNDERSTATEMENT.match(token.lower_) for token in words[index + 1 : index + 4])
