"""Who takes part: names and noun phrases with their grammatical role.

With a parse, subjects and objects of verbs; a passive's subject is an object and its "by" phrase a subject, since the
role is what somebody did, not where the words stand. Without one, capitalised names, whose role is "other".
"""

from __future__ import annotations

import re
from typing import Literal

from extractors.facets.places import government_of
from extractors.facets.time_patterns import MONTHS, WEEKDAYS
from extractors.parsed import Parsed, Token
from extractors.records import Participant, Span
from extractors.word_lists import word_set

Role = Literal["subject", "object", "other"]

_ROLES: dict[str, Role] = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubj:outer": "subject",
    "nsubj:pass": "object",
    "nsubjpass": "object",
    "obj": "object",
    "dobj": "object",
    "iobj": "object",
    "obl:agent": "subject",
    "pobj": "other",
}
# What belongs to a noun's own phrase; relative clauses, appositions and prepositional phrases do not.
_INSIDE = word_set("compound flat fixed amod nummod flat:name name nmod:poss poss case goeswith")
_NAME = re.compile(
    r"(?<![\w’'])(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Prof)\.?\s)?[A-Z][\w’'-]*\w(?:\s(?:(?:of|de|van|von|bin|al|el|der|the)\s"
    r"(?=[A-Z]))?(?:[A-Z]\.\s)?[A-Z][\w’'-]*\w)*"
)
_POSSESSIVE = re.compile(r"['’]s\b")
_INSIDE_SENTENCE = re.compile(r"(?<=[a-z,]\s)[A-Z][\w’'-]*\w")
_STARTERS = word_set(
    "the a an in on at by for from to with of and or but if when while after before since as this that these those "
    "there here he she it they we you i his her its their our my no not one two three some many most more all both "
    "each every what who which why how where yet so then now also however meanwhile about according although because "
    "despite during over under up down out still even just only such other another several few never perhaps nobody "
    "everyone nothing none neither until unless whether whose"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:]['\"”’)]*\s+|\n\s*|[“\"‘(]\s?)$")


def find_participants(parsed: Parsed) -> tuple[Participant, ...]:
    """Participants of every clause in reading order; pronouns are left out."""
    return _from_tree(parsed) if parsed.has_tree else _from_capitals(parsed.text)


def _from_tree(parsed: Parsed) -> tuple[Participant, ...]:
    text = parsed.text
    found: list[Participant] = []
    taken: set[int] = set()
    roles: dict[int, Role | None] = {}
    for token in parsed.tokens:
        role = _role(token, roles)
        if role is None or token.pos_ not in ("NOUN", "PROPN", "NUM"):
            continue
        phrase = _phrase(token)
        if taken & {one.i for one in phrase}:
            continue
        taken.update(one.i for one in phrase)
        span = Span.of(text, phrase[0].idx, phrase[-1].idx + len(phrase[-1]))
        name = " ".join(span.exact.split())
        acts = role == "subject" and token.pos_ == "PROPN"
        found.append(Participant(span, name, role, government_of(name) if acts else None))
    return tuple(sorted(found, key=lambda one: one.span))


def _role(token: Token, roles: dict[int, Role | None]) -> Role | None:
    """The role of a word; of one that is coordinated, the role of the first of the row. `roles` keeps what is known."""
    row = [token]
    while row[-1].i not in roles and row[-1].dep_ == "conj" and row[-1].head.pos_ in ("NOUN", "PROPN"):
        row.append(row[-1].head)
    first = row[-1]
    role = roles[first.i] if first.i in roles else _own_role(first)
    roles.update((one.i, role) for one in row)
    return role


def _own_role(token: Token) -> Role | None:
    if token.dep_ in ("obl", "nmod", "agent") and token.head.pos_ == "VERB":
        by = any(child.lower_ == "by" and child.dep_ == "case" for child in token.children)
        passive = any(child.dep_ in ("aux:pass", "nsubj:pass", "auxpass") for child in token.head.children)
        return "subject" if by and passive else None
    return _ROLES.get(token.dep_)


def _phrase(head: Token) -> list[Token]:
    """The head with its modifiers in one unbroken run, no determiner in front."""
    inside = {head.i}
    waiting = [head]
    while waiting:
        for child in waiting.pop().children:
            if child.dep_ in _INSIDE and (child.dep_ != "case" or child.lower_ in ("'s", "’s", "'", "’")):
                inside.add(child.i)
                waiting.append(child)
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return [head.doc[index] for index in range(first, last + 1)]


def _from_capitals(text: str) -> tuple[Participant, ...]:
    named = {_POSSESSIVE.split(name)[0] for name in _INSIDE_SENTENCE.findall(text)}
    found = []
    for match in _NAME.finditer(text):
        start = match.start()
        words = match.group().split(" ")
        while words and words[0].lower().rstrip(".") in _STARTERS:
            start += len(words[0]) + 1
            words = words[1:]
        name = _POSSESSIVE.split(" ".join(words))[0]
        if not words or not name or _is_time(name):
            continue
        opens = start == match.start() and bool(_SENTENCE_START.search(text[max(0, start - 6) : start]))
        # A lone capitalised word at the start of a sentence is a name only if it is written so elsewhere, too.
        if opens and " " not in name and name not in named:
            continue
        found.append(Participant(Span.of(text, start, start + len(name)), name, "other"))
    return tuple(found)


def _is_time(name: str) -> bool:
    return all(word.lower().rstrip(".") in MONTHS or word.lower() in WEEKDAYS for word in name.split())
