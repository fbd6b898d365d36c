"""What a verb or noun of saying reports by the words around it, where the tree shows no report: inside quotations,
which break off and begin anywhere, the parser goes wrong most.

    said_beside(verb) -> Report or None      “... Ann Lee (also) says (that) it was late ...”
    owned_beside(noun) -> Report or None     ... Ann Lee’s (first) claim (on Monday) that it was late ...

The subject is the noun phrase that ends right before the verb, the content what follows it in the sentence up to a sign
that closes the clause. It must have a verb of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.attribution.reports import FINITE, OF_A_NOUN, POSSESSIVE, SUPPOSES, Report, reporting_words, tells_who
from extractors.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_SOURCE = 8
"""Words of a subject: a longer stretch of nouns is not read as one."""

MOST_BETWEEN = 3
"""Auxiliaries and adverbs between subject and verb."""

LONGEST_ADDRESSEE = 6
"""Words of whoever is told."""

LONGEST_CONTENT = 120
"""Words of a clause; a longer one is what a text without stops looks like, of which every verb would ask again."""

_HAVE = word_set("has had have ’ve 've ’s 's")
_TELLS_SOMEBODY = word_set("tell remind inform assure advise warn")
_OWNERS = word_set("his her")
_OBJECTS = word_set("him her them me us")
_CLOSES = frozenset('”"’;:—–()')


def said_beside(verb: Token) -> Report | None:
    """The report, None where the words do not show one."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in reporting_words("clause") or not _is_finite(verb):
        return None
    source = _subject(verb)
    content = _clause(verb) if source else ()
    if not source or not content or _is_supposed(source[0]):
        return None
    report = Report("clause", source, (verb,), content)
    return report if tells_who(report) else None


def owned_beside(noun: Token) -> Report | None:
    """What somebody's claim says, by the words around: "Ann Lee’s first claim on Monday that it was late"."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in reporting_words("noun"):
        return None
    source, content = _owner(noun), _claimed(noun)
    if not source or not content:
        return None
    report = Report("noun", source, (noun,), content)
    return report if tells_who(report) else None


def _owner(noun: Token) -> tuple[Token, ...]:
    doc, first = noun.doc, noun.sent.start
    end = noun.i
    while end > first and noun.i - end < MOST_BETWEEN and doc[end - 1].pos_ in ("ADJ", "NOUN", "PUNCT", "ADV"):
        end -= 1
    if end > first and doc[end - 1].lower_ in _OWNERS:
        return (doc[end - 1],)
    if end == first or doc[end - 1].lower_ not in POSSESSIVE:
        return ()
    end -= 1
    start = end
    while start > first and end - start < LONGEST_SOURCE and doc[start - 1].pos_ in OF_A_NOUN:
        start -= 1
    return tuple(doc[start:end])


def _claimed(noun: Token) -> tuple[Token, ...]:
    """From "that" or "to" behind the noun, a time between, to where the clause closes."""
    doc, last = noun.doc, noun.sent.end
    start = noun.i + 1
    while start < last and start - noun.i <= LONGEST_ADDRESSEE and doc[start].lower_ not in ("that", "to"):
        if doc[start].pos_ not in ("ADP", "NOUN", "PROPN", "DET", "ADJ", "NUM", "ADV"):
            return ()
        start += 1
    if start + 1 >= last or doc[start].lower_ not in ("that", "to"):
        return ()
    body = _to_close(doc, start, last)
    verb = next((token for token in body if token.pos_ in ("VERB", "AUX")), None)
    if verb is None or (doc[start].lower_ == "to" and verb.i > start + MOST_BETWEEN):
        return ()
    return body


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in FINITE:
        return True
    before = verb.doc[max(verb.i - MOST_BETWEEN, 0) : verb.i]
    return verb.tag_ == "VBN" and any(token.lower_ in _HAVE for token in before)


def _subject(verb: Token) -> tuple[Token, ...]:
    doc, first = verb.doc, verb.sent.start
    end = verb.i
    while end > first and verb.i - end < MOST_BETWEEN and doc[end - 1].pos_ in ("AUX", "ADV"):
        if doc[end - 1].pos_ == "AUX" and doc[end - 1].lower_ not in _HAVE:
            return ()
        end -= 1
    start = end
    if start > first and doc[start - 1].pos_ == "PRON" and doc[start - 1].lower_ not in _OBJECTS:
        return (doc[start - 1],)
    while (
        start > first
        and end - start < LONGEST_SOURCE
        and (doc[start - 1].pos_ in OF_A_NOUN or (doc[start - 1].lower_ in POSSESSIVE and start < end))
    ):
        start -= 1
    if start == end or doc[end - 1].pos_ not in ("PROPN", "NOUN"):
        return ()
    if start > first and (doc[start - 1].pos_ in ("ADP", "VERB") or doc[start - 1].lower_ in ("and", "or")):
        return ()
    return tuple(doc[start:end])


def _is_supposed(first: Token) -> bool:
    before = first.doc[max(first.sent.start, first.i - MOST_BETWEEN) : first.i]
    return any(token.lower_ in SUPPOSES for token in before)


def _clause(verb: Token) -> tuple[Token, ...]:
    doc, last = verb.doc, verb.sent.end
    start = verb.i + 1
    if verb.lemma_.lower() in _TELLS_SOMEBODY:
        that = next((i for i in range(start, min(start + LONGEST_ADDRESSEE, last)) if doc[i].lower_ == "that"), None)
        if that is None:
            return ()
        start = that
    if start < last and doc[start].lower_ == "that":
        start += 1
    body = _to_close(doc, start, last)
    if not body or body[0].pos_ not in ("PRON", "DET", "NOUN", "PROPN", "ADJ", "NUM"):
        return ()
    acts = next((i for i, token in enumerate(body) if token.pos_ in ("VERB", "AUX")), 0)
    return body if acts > 0 and all(token.text != "," for token in body[:acts]) else ()


def _to_close(doc: Doc, start: int, last: int) -> tuple[Token, ...]:
    """From `start` to where the clause closes, at `last` at the latest; nothing where that is too far."""
    end = start
    while end < last and doc[end].text not in _CLOSES:
        end += 1
        if end - start > LONGEST_CONTENT:
            return ()
    while end > start and doc[end - 1].is_punct:
        end -= 1
    return tuple(doc[start:end])
