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

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter

from extractors.claims.propositions import (
    FEWEST_WORDS,
    Proposition,
    is_clause,
    is_condition,
    is_infinitive,
    is_predicate,
    leaning_on,
)
from extractors.parsed import Token
from extractors.records import ClaimLevel

_COORDINATED = frozenset({"conj", "parataxis"})
_ADVERBIAL = frozenset({"advcl", "advcl:relcl", "parataxis"})
_ADJOINED = frozenset({"advcl", "advcl:relcl", "acl:relcl", "acl", "appos", "parataxis"})
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


def find_parts(sentence: Sequence[Token]) -> Iterator[tuple[ClaimLevel, Proposition]]:
    """Parts and phrases of one sentence, white space left out, in the order of their heads, the wider first.

    They overlap, and one may come twice.
    """
    lending = {token.i for token in sentence}
    for token in sentence:
        level: ClaimLevel = "part" if is_predicate(token) else "phrase"
        found: Iterable[Proposition] = ()
        if level == "phrase":
            found = _of_noun(token) if token.pos_ in ("NOUN", "PROPN") else ()
        elif not _is_complement(token):
            found = _of_predicate(token, leaning_on(token, lending))
        for proposition in found:
            if sum(not one.is_punct for one in proposition.tokens) >= FEWEST_WORDS:
                yield level, proposition


def _of_predicate(head: Token, leaning: tuple[Token, ...]) -> Iterator[Proposition]:
    every = _subtree(head)
    alone = every - _subtrees(one for one in head.children if one.dep_ in _COORDINATED and is_predicate(one))
    first = _without(alone, head, _COORDINATED)
    plain = _without(alone, head, _ADVERBIAL)
    core = _without(plain, head, _ADJOINED)
    framed = alone - _subtrees(one for one in head.children if one.dep_ == "ccomp")
    frame = _without(framed, head, _ADVERBIAL)
    if leaning or is_clause(tuple(every)):
        for words in dict.fromkeys(map(frozenset, (every, alone, first, plain, core, framed, frame))):
            yield _proposition(head, words, leaning)


def _without(words: set[Token], head: Token, labels: Collection[str]) -> set[Token]:
    """Those of `words` left when what hangs on others of them by one of `labels` is taken away.

    Conditions stay: without its "if" another thing would be said.
    """
    return words - _subtrees(one for one in words if one.dep_ in labels and one != head and not is_condition(one))


def _of_noun(head: Token) -> Iterator[Proposition]:
    children = list(head.children)
    if any(child.lower_ == "no" for child in children):
        return
    leading = [child for child in children if child.dep_ in _LEADING and child.i < head.i]
    row = _subtree(head) - _subtrees(leading)
    phrase = row - _subtrees(child for child in children if child.dep_ == "conj")
    bare = phrase - _subtrees(child for child in children if child.dep_ in _CLOSING)
    labels = {child.dep_ for child in children}
    described = sum(child.dep_ in _DESCRIBING and child.i < head.i for child in children)
    if "conj" in labels:
        yield _proposition(head, row)
    if "appos" in labels:
        yield _proposition(head, phrase)
    if head.pos_ == "PROPN" and sum(one.dep_ not in ("det", "punct") for one in bare) >= FEWEST_IN_NAME:
        yield _proposition(head, bare)
    if head.pos_ != "NOUN":
        return
    if "acl" in labels or ("nmod:poss" in labels and labels & {"nmod", "ccomp"}):
        yield _proposition(head, phrase)
    if described >= FEWEST_DESCRIBING or ("nmod" in labels and len(bare) >= FEWEST_IN_EVENT):
        yield _proposition(head, bare)


def _is_complement(head: Token) -> bool:
    """Such as "to pay", which says nothing without what it hangs on: with its mark, without a subject, or coordinated
    with what has its "to" ("had to be ready").
    """
    marked = any(child.lower_ == "to" and child.dep_ == "mark" for child in head.children)
    is_named = head.dep_ == "conj" and head.pos_ not in ("VERB", "AUX")
    is_bare = head.dep_ == "xcomp" or (is_named and not any(child.dep_ == "aux" for child in head.children))
    return marked or (is_bare and is_infinitive(head))


def _proposition(head: Token, words: AbstractSet[Token], leaning: tuple[Token, ...] = ()) -> Proposition:
    return Proposition(head, tuple(sorted(words, key=attrgetter("i"))), leaning)


def _subtree(head: Token) -> set[Token]:
    return {token for token in head.subtree if not token.is_space}


def _subtrees(heads: Iterable[Token]) -> set[Token]:
    return {token for head in heads for token in _subtree(head)}
