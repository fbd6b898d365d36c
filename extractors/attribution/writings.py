"""Whose a participle is that stands behind a writing: "Cruz spoke of an article by Ann Lee saying it was late".

    told_in(doc, text, one) -> the phrase of the writing, None where there is none or its author is not told

The model and the tree often make it that of whoever the sentence is about. A writing without an author of its own
stays theirs: "the board issued a statement saying".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.attribution.found import FoundAttribution
from extractors.attribution.reports import OF_A_NOUN, POSSESSIVE
from extractors.records import Span
from extractors.speakers.words import authored, collectives, organisation_kinds
from extractors.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

FARTHEST = 16
"""Words between a writing and its participle: an author with an apposition, and a day."""

LONGEST_PHRASE = 8
"""Words of a writing's phrase before its noun."""

_BETWEEN = OF_A_NOUN | word_set("ADP PUNCT PART")
_BY = word_set("by from")
_LEANS = word_set("according citing quoting")
"""Participles of whoever leans on a writing, and of no writing."""

_MADE = word_set("publish write issue release sign post send author")


def told_in(doc: Doc, text: str, one: FoundAttribution) -> Span | None:
    cue = None if one.cue is None else doc.char_span(one.cue.start, one.cue.end, alignment_mode="expand")
    if cue is None or one.source is None or cue[0].tag_ != "VBG" or cue[0].lower_ in _LEANS:
        return None
    noun = _writing_before(cue[0])
    if noun is None:
        return None
    start = _phrase_start(noun)
    if not (_is_owned(doc[start : noun.i]) or _has_author(noun, cue[0])):
        return None
    last = cue[0].nbor(-1)
    while last.is_punct or last.is_space:
        last = last.nbor(-1)
    phrase = Span.of(text, doc[start].idx, last.idx + len(last))
    return None if phrase.overlaps(one.source) else phrase


def _writing_before(participle: Token) -> Token | None:
    at = participle.i - 1
    first = max(participle.sent.start, participle.i - FARTHEST)
    while at >= first:
        token = participle.doc[at]
        noun = token.lemma_.lower()
        if token.pos_ == "NOUN" and (noun in authored() or collectives().get(noun) == "document"):
            return token
        if token.pos_ not in _BETWEEN and not (token.tag_ == "VBN" and token.lemma_.lower() in _MADE):
            return None
        at -= 1
    return None


def _phrase_start(noun: Token) -> int:
    doc, start = noun.doc, noun.i
    first = max(noun.sent.start, noun.i - LONGEST_PHRASE)
    while start > first and (doc[start - 1].pos_ in OF_A_NOUN or doc[start - 1].lower_ in POSSESSIVE):
        start -= 1
    return start


def _is_owned(before: Tokens) -> bool:
    """Whether the words before a writing's noun name an owner or an outlet: "Lee’s", "the Norland Gazette"."""
    owned = any(token.lower_ in POSSESSIVE for token in before)
    return owned or any(token.pos_ == "PROPN" and token.lower_ in organisation_kinds()["newspaper"] for token in before)


def _has_author(noun: Token, participle: Token) -> bool:
    behind = noun.doc[noun.i + 1 : participle.i]
    return any(
        token.lower_ in _BY and token.i + 1 < participle.i and token.i - noun.i <= 2 and _names(behind, token)
        for token in behind
    )


def _names(behind: Tokens, by: Token) -> bool:
    return any(token.pos_ == "PROPN" for token in behind if by.i < token.i <= by.i + 3)
