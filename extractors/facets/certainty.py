"""How sure a claim is of what it says: established, reported, alleged, expected, planned, possible, hypothetical or
denied, with the words that say so.

The cue must bear on the claim's own predicate. The first rule of the table that matches wins: what only would be is
hypothetical before it is anything else, what is alleged stays so even if it lies ahead.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from extractors.facets.predicates import ClaimWords, span_between
from extractors.parsed import Token
from extractors.records import Certainty, Span, Stance
from extractors.word_lists import any_of, word_list, word_set


@dataclass(frozen=True, slots=True)
class CertaintyReading:
    """`cue` is the words that decided; None where nothing did (established) or the holder's stance did."""

    value: Certainty
    cue: Span | None


# What a holder's stance alone makes of a claim in which no word decides.
_OF_STANCE: dict[Stance, Certainty] = {
    "denies": "denied",
    "doubts": "possible",
    "demands": "hypothetical",
    "promises": "planned",
    "predicts": "expected",
    "asks": "hypothetical",
    "accuses": "alleged",
}

# Verbs of things that are arranged beforehand: with "will" they are plans, other verbs are expectations.
_ARRANGED = (
    r"meet|visit|hold|host|travel|open|close|launch|vote|sign|begin|start|take place|attend|speak|announce|send|deploy|"
    r"appear|publish|play|face|return|resume|convene|gather|fly|debate|present|introduce|move|leave|join|step down|"
    r"be held|be published|be launched|be opened|be signed|hear|unveil|release|discuss"
)
_BE = r"(?:is|are|was|were|be|been|being|'s|’s|'re|’re)"
_ADV = r"(?:\w+ly |also |still |now |not |n't |n’t |then |again |soon )?"

_RULES: tuple[tuple[Certainty, str], ...] = (
    (
        "alleged",
        r"\b(?:allegedly|alleged|purportedly|supposedly|accused of|suspected (?:of|to)|on suspicion of|alleges?|"
        r"allegations?)\b",
    ),
    ("reported", rf"\b{_BE} {_ADV}(?:said|reported|believed|understood|thought|rumou?red|reputed) to\b"),
    ("reported", r"\b(?:reportedly|apparently|according to)\b"),
    ("hypothetical", r"\b(?:(?:would|could|might|should) have|as if|as though)\b"),
    # "Had she run, ...", "were it to rain": a condition without an "if".
    ("hypothetical", r"^(?:had|were|should) (?:he|she|it|they|we|i|you|there|the|this|that) "),
    ("possible", rf"\b(?:possibly|perhaps|maybe|might|may(?= {_ADV}\w))\b"),
    ("possible", r"\b(?:appear(?:s|ed)? (?:not )?to|seem(?:s|ed)?)\b"),
    (
        "possible",
        r"\b(?:it|there) (?:is|was|remains|'s|’s) (?:\w+ )?(?:possible|conceivable|"
        r"a (?:\w+ )?(?:chance|risk|possibility|danger))\b",
    ),
    ("expected", r"\bit (?:is|was|'s|’s) (?:\w+ )?(?:likely|probable|unlikely)\b"),
    ("possible", r"\bcould(?! not| n't| n’t| see\b| hear\b| be (?:seen|heard))\b"),
    (
        "planned",
        r"\b(?:plans?|planned|planning|intends?|intended|intending|aims?|aimed|vow(?:s|ed)|pledge[sd]?|promise[sd]?|"
        r"agreed|agrees|prepares?|preparing) to\b",
    ),
    (
        "planned",
        rf"\b(?:{_BE} {_ADV}(?:scheduled|planned|slated|due|set|poised) (?:to|for)|"
        rf"(?:scheduled|slated|due) (?:to|for|on|in))\b",
    ),
    ("planned", rf"(?<![\w])(?:will|wo|'ll|’ll|shall) {_ADV}(?:{_ARRANGED})\b"),
    ("planned", rf"\b(?:is|are|was|were) to (?:{_ARRANGED}|be \w+(?:ed|n|t))\b"),
    (
        "expected",
        rf"\b(?:{_BE} )?{_ADV}(?:expected|forecast|forecasts|projected|predicted|predicts|likely|unlikely|certain|"
        rf"tipped|bound) to\b",
    ),
    ("expected", r"(?<![\w])(?:expects?|will|wo|'ll|’ll|shall|going to|probably|forecasts?|predicts?)\b"),
)
_BACKSHIFTED: tuple[tuple[Certainty, str], ...] = (
    ("planned", rf"\b(?:would|'d|’d) {_ADV}(?:{_ARRANGED})\b"),
    ("expected", r"\bwould\b"),
)
_WOULD: tuple[tuple[Certainty, str], ...] = (("hypothetical", r"\b(?:would|'d have|’d have)\b"),)
_COMPILED = tuple((value, re.compile(pattern)) for value, pattern in _RULES)
_COMPILED_BACKSHIFTED = tuple((value, re.compile(pattern)) for value, pattern in _BACKSHIFTED)
_COMPILED_WOULD = tuple((value, re.compile(pattern)) for value, pattern in _WOULD)
# None of the rules, nor `_DENIAL`, finds anything in words that hold none of these; most claims do not.
_PRONOUNS = r"(?:he|she|it|they|we|i|you|th\w+) "
_SIGN = any_of(
    *word_list("alleg purportedly supposedly accused suspect suspicion reported apparently according"),
    *(r"ed to\b", r"stood to\b", r"said to\b", r"thought to\b", "ould have", "might have", "as if", "as though"),
    *(f"had {_PRONOUNS}", f"were {_PRONOUNS}", f"should {_PRONOUNS}"),
    *word_list(r"possib perhaps maybe might may\b appear seem conceivable chance risk danger likely probabl could"),
    *word_list(r"plan inten aim vow pledge promise agree prepar schedule slated due\b set\b poised will\b wo\b ll\b"),
    *("shall", r"is to\b", r"are to\b", r"was to\b", r"were to\b", "going to", r"'d\b", r"’d\b"),
    *word_list("expect forecast project predict certain tipped bound would den[iy] reject dismissed disput"),
)
# "If possible", "if anything": no condition that the claim hangs on.
_SET_PHRASES = word_set("possible necessary anything any not needed ever")
_BEFORE_QUESTION = word_set("asked ask wonder wondered unclear know as")
_CONDITIONED = word_set("would could might will")
_MODALS = _CONDITIONED | {"may"}
_OWNERS = word_set("the a his her its their my our your this that 's ’s")
_VERBS_OR_NOUNS = word_set("forecast forecasts expects predicts plans aims")
_CHARGES = r"(?:claims?|charges?|allegations?|accusations?|reports?|suggestions?|rumou?rs?)"
_DENIAL = re.compile(
    rf"\b(?:(?:denies|denied|denying|deny) (?:that|any|the|having|being|\w+ing|{_CHARGES})|"
    rf"(?:rejects?|rejected|dismissed|disputes?|disputed) (?:that|(?:(?:any|all|the|these|such) )?{_CHARGES}))\b"
)


def certainty_of(claim: ClaimWords, text: str, stance: Stance | None = None) -> CertaintyReading:
    """Certainty of a claim of the article `text`.

    `stance` is that of the holder it is attributed to, None for the outlet's own voice. A neutral holder leaves a
    claim "established": it is the holder who is sure. In attributed words "would" is the "will" of somebody else's
    sentence, in the outlet's voice it is hypothetical; with an "if" it is hypothetical in both.
    """
    every, words = claim.every, claim.main
    if not words:
        return CertaintyReading("established", None)
    if stance == "denies":
        return CertaintyReading("denied", None)
    said = claim.said + " "
    signed = _SIGN.search(said) is not None
    offsets = _offsets(words) if signed else ()
    condition = _condition(every)
    denial = _DENIAL.search(said) if signed else None
    if denial is not None:
        return CertaintyReading("denied", _cue(text, words, offsets, denial.start(), denial.start() + 1))
    if condition is not None and any(token.lower_ in _CONDITIONED for token in every):
        return CertaintyReading("hypothetical", span_between(text, condition, condition))
    would = _COMPILED_BACKSHIFTED if stance is not None else _COMPILED_WOULD
    for value, pattern in (*_COMPILED, *would) if signed else ():
        for found in pattern.finditer(said):
            if _bears_on_predicate(words, offsets, found.start()):
                return CertaintyReading(value, _cue(text, words, offsets, found.start(), found.end()))
    return CertaintyReading(_OF_STANCE.get(stance, "established") if stance else "established", None)


def _condition(words: Sequence[Token]) -> Token | None:
    """The "if" or "unless" of a conditional; "asked if", "wondered if" and "even if it did" aside."""
    for index, token in enumerate(words):
        if token.lower_ not in ("if", "unless"):
            continue
        before = words[index - 1].lower_ if index else ""
        following = words[index + 1].lower_ if index + 1 < len(words) else ""
        if token.lower_ == "if" and following in _SET_PHRASES:
            continue
        if before not in _BEFORE_QUESTION:
            return token
    return None


def _offsets(words: Sequence[Token]) -> list[int]:
    """Where each of the words begins when they are joined by single spaces."""
    return list(accumulate((len(token.lower_) + 1 for token in words[:-1]), initial=0))


def _cue(text: str, words: Sequence[Token], offsets: Sequence[int], start: int, end: int) -> Span:
    first = bisect_right(offsets, start) - 1
    last = bisect_left(offsets, max(end, start + 1)) - 1
    return span_between(text, words[first], words[last])


def _bears_on_predicate(words: Sequence[Token], offsets: Sequence[int], start: int) -> bool:
    """Whether the cue at `start` is no noun ("his will", "May was cold"), no name and no mere attribute of a noun."""
    index = bisect_right(offsets, start) - 1
    token = words[index]
    following = words[index + 1].text if index + 1 < len(words) else ""
    before = words[index - 1].lower_ if index else ""
    owned = before in _OWNERS and not (before in ("that", "this") and token.tag_ == "MD")
    if token.lower_ in _MODALS and (following == "-" or owned):
        return False  # "the would-be killer", "his will"; not "that might help"
    if token.tag_ in ("NNP", "NNPS"):
        return False  # "Mayor May"
    if token.lower_ in _MODALS and index + 1 < len(words) and words[index + 1].tag_ in ("VBD", "VBZ"):
        return False  # "May was cold", whatever the tagger takes the month for
    if token.tag_:
        verb = token.pos_ in ("VERB", "AUX") or token.lower_ not in (_MODALS | _VERBS_OR_NOUNS)
        return verb and not (token.lower_ == "alleged" and token.dep_ == "amod")
    return token.text != "May" or (index == 0 and not following[:1].isdigit())
