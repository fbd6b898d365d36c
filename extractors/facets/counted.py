"""What a number counts and what happened to it: "12 firefighters were injured" counts firefighters, injured.

The noun phrase is read from the document's parts of speech where it has them; without, it is the run of words after
the number up to a plural or to a word that ends noun phrases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.facets.lexing import Lexeme
from extractors.facets.measure_words import (
    BEFELL,
    BODIES,
    CHANGE,
    COUNTED,
    EVENT_NOUNS,
    IRREGULAR_PLURALS,
    SAME_IN_PLURAL,
    STOP,
)
from extractors.facets.number_reading import Reading
from extractors.facets.number_words import ONES, TENS
from extractors.facets.time_patterns import MONTHS, WEEKDAYS
from extractors.word_lists import word_set

# How many words the search for a measure may go to either side, and how many words a counted phrase may have.
_REACH_RIGHT = 9
_REACH_LEFT = 12
_PHRASE = 5
# Verbs that only bring a figure: "the toll reached 12", "the dead include three children" say what befell them before.
_CARRIERS = word_set(
    "reach hit include total number climb rise jump exceed top pass leave bring claim see have be record report "
    "confirm list count involve take make get put say"
)
_SKIPPED = word_set("more other others additional new further extra")
_DETERMINERS = word_set("the its their his her our all these those such")
_STOPS_RIGHT = frozenset(
    [
        ".",
        ";",
        ":",
        "!",
        "?",
        "(",
        ")",
        "—",
        "–",
        "”",
        '"',
        ",",
        "and",
        "but",
        "while",
        "when",
        "after",
        "before",
        "as",
        "because",
        "who",
        "which",
        "that",
    ]
)
_STOPS_LEFT = word_set(". ; : ! ? ( ) — – but while when after before because who which")


@dataclass(frozen=True, slots=True)
class Counted:
    """`of` is lower-case with its head in the singular; `after` is the lexeme behind the phrase."""

    of: str | None
    after: int


def counted(reading: Reading, after: int) -> Counted:
    """The noun phrase that begins at `lexemes[after]`, just behind a number; `of` None where there is none."""
    lexemes = reading.lexemes
    at = after
    joined = at + 1 < len(lexemes) and lexemes[at].text in "-‐‑" and lexemes[at].glued
    if joined:
        at += 1
        if lexemes[at].low in ("strong", "odd"):
            at += 1  # "a 400-strong force"
        elif lexemes[at].kind == "word" and not _looks_plural(lexemes[at].low):
            return Counted(singular(lexemes[at].low), at + 1)  # "a 12-member panel" has twelve members
    if at < len(lexemes) and lexemes[at].low == "of":
        at += 1
        if at < len(lexemes) and lexemes[at].low in _DETERMINERS:
            at += 1
        if at + 1 < len(lexemes) and lexemes[at].kind == "word" and lexemes[at + 1].kind == "clitic":
            at += 2  # "half of the country's bees" are bees
    while at < len(lexemes) and at < after + 4 and (lexemes[at].low in _SKIPPED or _is_number(lexemes[at], at > after)):
        at += 1
    run: list[Lexeme] = []
    while at + len(run) < len(lexemes) and len(run) < _PHRASE:
        piece = lexemes[at + len(run)]
        if piece.kind != "word" or (run and (piece.line or _is_time_name(piece))):
            break
        run.append(piece)
    words = _noun_phrase(run, reading) if reading.tagged else _guessed_phrase(run)
    if not words:
        return Counted(None, after)
    end = at + len(words)
    head = words[-1].low
    if head in EVENT_NOUNS:
        return Counted(None, end)
    return Counted(" ".join([*(word.low for word in words[:-1]), singular(head)]), end)


def body_before(lexemes: Sequence[Lexeme], first: int) -> str | None:
    """Whom an amount counts that nothing else tells: "a crowd of | 12,000" counts people."""
    of_body = first > 1 and lexemes[first - 1].low == "of"
    return BODIES.get(lexemes[first - 2].low) if of_body else None


def measure_of(reading: Reading, first: int, after: int, noun_end: int) -> str | None:
    """The measure nearest to an amount in its clause: what befell the counted, or else how the figure changed.

    A change names its direction and, with "from" or "to" before the number, its end: "rise", "rise_from", "rise_to".
    """
    lexemes = reading.lexemes
    for piece in lexemes[after:noun_end]:
        if piece.low in BEFELL:
            return BEFELL[piece.low]
    right = _first(lexemes, range(noun_end, min(noun_end + _REACH_RIGHT, len(lexemes))), _STOPS_RIGHT)
    left = _first(lexemes, range(first - 1, max(first - 1 - _REACH_LEFT, -1), -1), _STOPS_LEFT)
    if right is not None and (left is None or right - noun_end <= 3 or first - left > right - noun_end):
        return BEFELL[lexemes[right].low]
    if left is not None:
        verb = _governor(reading, first)
        nearer = verb is not None and lexemes[left].start < verb.idx < lexemes[first].start
        return None if nearer and verb is not None and verb.lemma_ not in _CARRIERS else BEFELL[lexemes[left].low]
    return _change(lexemes, first)


def governing_verb(reading: Reading, first: int) -> str | None:
    """Lemma of the verb that the number's noun depends on, where the document has a tree and lemmas."""
    verb = _governor(reading, first)
    return None if verb is None else verb.lemma_.lower() or verb.lower_


def _governor(reading: Reading, first: int) -> Token | None:
    token = reading.token_at(reading.lexemes[first].start)
    if token is None or not reading.parsed:
        return None
    noun = token.head if token.dep_ in ("nummod", "advmod", "compound") else token
    verb = noun.head
    if noun.dep_ not in ("obj", "nsubj", "nsubj:pass") or verb.pos_ != "VERB":
        return None
    return verb


def singular(noun: str) -> str:
    """A noun in the singular, by table and ending.

    >>> singular("troops"), singular("people"), singular("police")
    ('troop', 'person', 'police')
    """
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    if noun in SAME_IN_PLURAL or len(noun) < 4 or noun.endswith(("ss", "us", "is")) or not noun.endswith("s"):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "zes")):
        return noun[:-2]
    return noun[:-1]


def _is_time_name(piece: Lexeme) -> bool:
    """The "Monday" of "the third debate Monday" is not counted."""
    return piece.capitalised and (piece.low in WEEKDAYS or piece.low in MONTHS)


def _is_number(piece: Lexeme, allowed: bool) -> bool:
    """A number word inside the phrase: "seven of the ten men" counts men."""
    return allowed and (piece.low in ONES or piece.low in TENS)


def _noun_phrase(run: Sequence[Lexeme], reading: Reading) -> Sequence[Lexeme]:
    end = 0
    for index, piece in enumerate(run):
        token = reading.token_at(piece.start)
        if token is None:
            break
        if token.pos_ in ("NOUN", "PROPN"):
            end = index + 1
        elif end or not (token.pos_ == "ADJ" or token.tag_ in ("VBN", "VBG", "JJ")):
            break
    return run[:end]


def _guessed_phrase(run: Sequence[Lexeme]) -> Sequence[Lexeme]:
    for index, piece in enumerate(run):
        if piece.low in STOP or (piece.low in BEFELL and piece.low not in EVENT_NOUNS):
            return run[:index] if index and not run[index - 1].low.endswith("ly") else ()
        if piece.low in COUNTED or _looks_plural(piece.low):
            return run[: index + 1]
    return run[:1]


def _looks_plural(word: str) -> bool:
    return word in IRREGULAR_PLURALS or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _first(lexemes: Sequence[Lexeme], indexes: range, stops: frozenset[str]) -> int | None:
    for index in indexes:
        if lexemes[index].low in BEFELL:
            return index
        if lexemes[index].low in stops or lexemes[index].text == "\n":
            return None
    return None


def _change(lexemes: Sequence[Lexeme], first: int) -> str | None:
    before = lexemes[first - 1].low if first else ""
    end = {"to": "_to", "from": "_from"}.get(before, "")
    reach = _REACH_LEFT if end else _REACH_LEFT // 2
    for index in range(first - 1, max(first - 1 - reach, -1), -1):
        word = lexemes[index].low
        if word in CHANGE and not (word == "up" and index + 1 < len(lexemes) and lexemes[index + 1].low == "to"):
            return CHANGE[word] + end
        if word in _STOPS_LEFT:
            return None
    return None
