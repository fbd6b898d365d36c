"""Whether the words around a time speak of what was or of what is to come.

The verb nearest to the left of the time in its sentence decides ("will meet in Geneva Monday", "said Friday"); where
there is none, the verb that the time hangs on if it is in the present ("On Wednesday envoys meet, aides said"), else
the first sign to the right ("On Wednesday, envoys will meet").
"""

from __future__ import annotations

import re
from typing import Literal

from spacy.tokens import Token

from extractors.facets.clauses import Sentences
from extractors.word_lists import word_set

Direction = Literal["past", "future"]

_FUTURE = (
    r"(?:will|shall|would|should|must|may|might|can|could|to)\s(?:not\s|also\s)?be\s[a-z]+e[dn]|"
    r"will|won['’]t|['’]ll|shall|would|going\sto|(?:is|are|was|were)\s(?:due|to|set|expected|scheduled|planned)|due|"
    r"set\s(?:to|for)|(?<!originally\s)(?<!initially\s)(?<!previously\s)scheduled|expect(?:s|ed)?|plan(?:s|ned|ning)?\s(?:to|for)|planned|intends?|hopes?\sto|about\sto|"
    r"upcoming|prepar\w+\sfor|heading\sinto|ready\sfor|await\w*|deadline\s(?:is|of)|ahead\sof|forthcoming|can|could|may|might|must|should|begins?|starts?|kicks?\soff|resumes?|takes\splace|"
    r"vows?|promise[sd]?\sto|agreed\sto|slated|looms?|opens"
)
_PAST = (
    r"said|told|was|were|had|has|have|did|been|gave|went|came|took|made|met|won|lost|held|left|began|began|became|"
    r"broke|brought|bought|built|caught|chose|died|drew|drove|fell|felt|fled|flew|fought|found|got|grew|heard|hit|"
    r"kept|knew|laid|led|let|meant|paid|put|ran|rose|sat|saw|sent|shot|sold|sought|spent|spoke|stood|struck|swore|"
    r"thought|threw|understood|withdrew|wrote|according\sto|forecast(?!\sto)|after|following|in\sthe\swake\sof|since|"
    r"(?!indeed|need|speed|hundred|red\b|bed\b|feed|seed|exceed|proceed|succeed|shed\b|weed|breed|sacred)[a-z]{2,}ed"
)
_CUE = re.compile(rf"(?<![\w’'-])(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))(?!\w)", re.IGNORECASE)
# In the present these verbs speak of what has been: "He says Monday's vote was close."
_TELLING = word_set(
    "be have do say tell report show claim allege note add argue insist recall remember know think believe see find "
    "suggest indicate reveal describe read write explain acknowledge deny reject accuse want need seem appear remain "
    "follow come date go mark call"
)
# Verbs whose past is written as their present.
_ONE_FORM = word_set(
    "put cut hit set let shut spread cost hurt quit bid cast shed split thrust burst read rid beat fit bet"
)
_PRESENT_AFTER = re.compile(r"\s(?:is|are|marks|brings|sees|offers)\b")


# How far from a time its verb is looked for, in code points: longer than nearly every sentence of news, and a bound on
# the cost of a text without sentence ends.
_REACH = 600


def direction(sentences: Sentences, start: int, end: int) -> Direction | None:
    """What the verb that governs the time at `[start, end)` says; None where the sentence holds no sign."""
    low, high = sentences.around(start, end)
    low, high = max(low, start - _REACH), min(high, end + _REACH)
    text = sentences.text
    if _PRESENT_AFTER.match(text, end, high):
        return "future"
    before = [found for found in _CUE.finditer(text, low, start) if found.end() <= start]
    if _present_verb(sentences, before[-1].end() if before else low, start):
        return "future"
    if before:
        return _named(before[-1].lastgroup)
    if _hangs_on_present(sentences, start, end):
        return "future"
    after = _CUE.search(text, end, high)
    return _named(after.lastgroup) if after else None


def _present_verb(sentences: Sentences, low: int, start: int) -> bool:
    """Whether the last verb before the time, behind any other sign, is in the present: "The teams meet Monday"."""
    if not sentences.tagged or low >= start:
        return False
    stretch = sentences.doc.char_span(low, start, alignment_mode="contract")
    verbs = [token for token in stretch or () if token.tag_.startswith("VB") or token.tag_ == "MD"]
    return bool(verbs) and _looks_ahead(verbs[-1])


def _hangs_on_present(sentences: Sentences, start: int, end: int) -> bool:
    """Whether the time opens a clause whose verb, behind it, is in the present."""
    stretch = sentences.doc.char_span(start, end, alignment_mode="contract") if sentences.tagged else None
    if stretch is None or not sentences.doc.has_annotation("DEP") or sentences.text[end : end + 2] in ("'s", "’s"):
        return False  # "Monday's ruling stands" may be of the past
    verb = stretch.root.head
    return verb.i >= stretch.end and _looks_ahead(verb, behind=stretch.end)


def _looks_ahead(verb: Token, *, behind: int = 0) -> bool:
    """Whether a verb is a present that speaks of what is to come, as most do beside a time.

    `behind` is the token from which on words may help it: the "on" of a time has been read as opening a clause.
    """
    if verb.lemma_ in _TELLING:
        return False
    # A plural present is often tagged as the bare form or a past; an infinitive has no subject of its own.
    bare = verb.tag_ in ("VB", "VBD") and verb.lower_ == verb.lemma_ and verb.lower_ not in _ONE_FORM
    has_subject = any(child.dep_ == "nsubj" for child in verb.children)
    helped = any(child.dep_ in ("aux", "mark") and child.i >= behind for child in verb.children)
    return verb.tag_ in ("VBP", "VBZ") or (bare and has_subject and not helped)


def _named(group: str | None) -> Direction:
    return "future" if group == "future" else "past"
