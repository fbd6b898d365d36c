"""A sentence's smaller and larger propositions, besides the clauses that it is cut into.

sentence tokens -> a part for every predicate: all that hangs on it, the same without what is set beside it, its bare
                   core, and what is left of it without its complement ("the mayor said in Orrin")
                -> a phrase for every noun that tells something by itself: an apposition ("Ada Tarn, the mayor"), a name
                   with what its bearer is ("the judge Ada Tarn"), a noun with what it is of ("his visit to Orrin") or
                   of what kind ("the 2031 harbour fire"), a row of nouns

Outlets cut one fact to different lengths: what is a sentence in one is half a clause in another. So a claim of every
length is there to be found, each with words of its own. Purposes and other bare infinitives ("agreed to pay") say what
somebody wants and are no parts, and no part leaves its condition ("if it rains").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from extractors.claims.propositions import (
    FEWEST_WORDS,
    has_subject,
    is_condition,
    is_finite_verb,
    is_infinitive,
    is_predicate,
    leaning_on,
)
from extractors.claims.rows import Row
from extractors.parsed import Token
from extractors.records import ClaimLevel

_COORDINATED = frozenset({"conj", "parataxis"})
_ADVERBIAL = frozenset({"advcl", "advcl:relcl", "parataxis"})
_ADJOINED = frozenset({"advcl", "advcl:relcl", "acl:relcl", "acl", "appos", "parataxis"})
_ANY_ADJOINED = _COORDINATED | _ADVERBIAL | _ADJOINED
_CLOSING_CLAUSES = frozenset({"acl:relcl", "acl", "appos"})
_CLOSING = _CLOSING_CLAUSES | {"nmod:unmarked"}
"""What ends a name or an event: clauses, and a day set behind it."""

_LEADING = frozenset({"case", "cc", "mark", "punct"})
_DESCRIBING = frozenset({"amod", "compound", "nummod", "nmod:poss", "nmod"})

FEWEST_IN_NAME = 3
"""Words of a name with what its bearer is: "Mayor Ada Tarn". A name alone states nothing."""

FEWEST_IN_EVENT = 4
"""Words of a noun with what it is of: "the end of talks"."""

FEWEST_DESCRIBING = 2
"""Words before a noun that make it tell something: "the 2031 harbour fire", "his sudden resignation"."""


class Part(NamedTuple):
    """A proposition of some length: `words` is the set of those that state it, `leaning` the words it borrows."""

    level: ClaimLevel
    head: Token
    words: int
    leaning: tuple[Token, ...] = ()


def find_parts(row: Row) -> Iterator[Part]:
    """Parts and phrases of the sentence that `row` holds, in the order of their heads, the wider first.

    They overlap, and one may come twice.
    """
    reader = _Reader(row)
    lending = {token.i for token in row.tokens}
    for token in row.tokens:
        found: Iterable[Part] = ()
        if not is_predicate(token):
            found = reader.of_noun(token) if token.pos_ in ("NOUN", "PROPN") else ()
        elif not _is_complement(token):
            found = reader.of_predicate(token, leaning_on(token, lending))
        for part in found:
            if (part.words & ~row.signs).bit_count() >= FEWEST_WORDS:
                yield part


class _Reader:
    """A sentence, and the sets of its words that are asked for at many heads."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self._clausal = row.of(token for token in row.tokens if has_subject(token) or is_finite_verb(token))
        self._unnamed = row.of(token for token in row.tokens if token.dep_ in ("det", "punct"))
        self._adjoined = [
            (token, row.of((token,))) for token in row.tokens if token.dep_ in _ANY_ADJOINED and not is_condition(token)
        ]

    def of_predicate(self, head: Token, leaning: tuple[Token, ...]) -> Iterator[Part]:
        every = self._row.below(head)
        if not leaning and not every & self._clausal:
            return
        beside = [one for one in head.children if one.dep_ in _COORDINATED and is_predicate(one)]
        alone = every & ~self._row.below_any(beside)
        first = self._without(alone, head, _COORDINATED)
        plain = self._without(alone, head, _ADVERBIAL)
        core = self._without(plain, head, _ADJOINED)
        framed = alone & ~self._row.below_any(one for one in head.children if one.dep_ == "ccomp")
        frame = self._without(framed, head, _ADVERBIAL)
        for words in dict.fromkeys((every, alone, first, plain, core, framed, frame)):
            yield Part("part", head, words, leaning)

    def of_noun(self, head: Token) -> Iterator[Part]:
        children = head.children
        if any(child.lower_ == "no" for child in children):
            return
        leading = [child for child in children if child.dep_ in _LEADING and child.i < head.i]
        every = self._row.below(head) & ~self._row.below_any(leading)
        phrase = every & ~self._row.below_any(child for child in children if child.dep_ == "conj")
        bare = phrase & ~self._row.below_any(child for child in children if child.dep_ in _CLOSING)
        labels = {child.dep_ for child in children}
        described = sum(child.dep_ in _DESCRIBING and child.i < head.i for child in children)
        if "conj" in labels:
            yield Part("phrase", head, every)
        if "appos" in labels:
            yield Part("phrase", head, phrase)
        if head.pos_ == "PROPN" and (bare & ~self._unnamed).bit_count() >= FEWEST_IN_NAME:
            yield Part("phrase", head, bare)
        if head.pos_ != "NOUN":
            return
        if "acl" in labels or ("nmod:poss" in labels and labels & {"nmod", "ccomp"}):
            yield Part("phrase", head, phrase)
        if described >= FEWEST_DESCRIBING or ("nmod" in labels and bare.bit_count() >= FEWEST_IN_EVENT):
            yield Part("phrase", head, bare)

    def _without(self, words: int, head: Token, labels: Collection[str]) -> int:
        """Those of `words` left when what hangs on others of them by one of `labels` is taken away.

        Conditions stay: without its "if" another thing would be said.
        """
        return words & ~self._row.below_any(
            one for one, place in self._adjoined if words & place and one.dep_ in labels and one is not head
        )


def _is_complement(head: Token) -> bool:
    """Such as "to pay", which says nothing without what it hangs on: with its mark, without a subject, or coordinated
    with what has its "to" ("had to be ready").
    """
    marked = any(child.lower_ == "to" and child.dep_ == "mark" for child in head.children)
    is_named = head.dep_ == "conj" and head.pos_ not in ("VERB", "AUX")
    is_bare = head.dep_ == "xcomp" or (is_named and not any(child.dep_ == "aux" for child in head.children))
    return marked or (is_bare and is_infinitive(head))
