"""One passage, several propositions: clauses that state something of their own, cut along the dependency tree.

    passage tokens -> heads (the passage's own predicate, and every clause that stands for itself) -> a proposition each

A clause stands for itself when it is coordinated with a predicate ("signed the bill and left"), an aside ("..., which
opened in May"), an apposition of some length, a clause set off from the main one (", citing the cost"), or a sentence
set beside another. Conditions, purposes, restrictive relative clauses and complements ("agreed to pay") belong to their
predicate. A clause without a subject of its own takes the words of the one it leans on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractors.parsed import Token

FEWEST_WORDS = 3
"""Words (not signs) a clause needs to stand for itself; shorter ones ("he added") stay with their predicate."""

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONDITIONS = frozenset({"if", "unless", "whether", "than", "until", "to"})
_ASIDE = frozenset({",", "—", "–", "-", "--", "(", ";", "―"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """`tokens` are the words that state it, in order, `leaning` those of the subject it borrows from another one."""

    head: Token
    tokens: tuple[Token, ...]
    leaning: tuple[Token, ...]


def whole(tokens: Sequence[Token]) -> Proposition:
    """All of `tokens` as one proposition."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    head = next((token for token in tops if is_predicate(token)), tops[0])
    return Proposition(head, tuple(tokens), ())


def is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a verb with its subject, or a finite verb, is among the words."""
    inside = {token.i for token in tokens}
    return any(
        any(child.dep_ in SUBJECTS and child.i in inside for child in token.children) or is_finite_verb(token)
        for token in tokens
    )


def split(
    tokens: Sequence[Token], unbroken: Sequence[tuple[int, int]] = (), lenders: Sequence[Token] = ()
) -> tuple[Proposition, ...]:
    """Propositions of the passage that `tokens` make up, in order of their first own word. Every token is in one.

    No clause is cut off inside the code point ranges `unbroken`. Subjects and antecedents may be borrowed from
    `lenders` besides the passage itself.
    """
    inside = {token.i for token in tokens}
    heads = [head for head in _heads(tokens, inside) if not any(a <= head.idx < b for a, b in unbroken)]
    heads = heads or [whole(tokens).head] if tokens else []
    lending = inside | {token.i for token in lenders}
    pieces: dict[int, list[Token]] = {head.i: [] for head in heads}
    for token in tokens:
        pieces[_owner(token, pieces, inside, heads)].append(token)
    kept = _with_small_ones_joined(pieces, heads, inside)
    found = [
        Proposition(head, tuple(sorted(own, key=lambda token: token.i)), leaning_on(head, lending))
        for head, own in kept
        if own
    ]
    return tuple(sorted(found, key=lambda one: one.tokens[0].i))


def is_predicate(token: Token) -> bool:
    """Whether a clause hangs on this word: a verb that is no auxiliary, or anything with a subject or a copula."""
    if token.pos_ == "VERB":
        return True
    return has_subject(token) or any(child.dep_ == "cop" for child in token.children)


def has_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.children)


def has_feature(token: Token, name: str, value: str) -> bool:
    """Whether the tagger gave a word this morphological feature, in the names of Universal Dependencies."""
    return value in token.morph.get(name, [])


def is_finite(verb: Token) -> bool:
    """Whether a verb is in a form that makes a sentence, by morphology or by Penn tag."""
    return has_feature(verb, "VerbForm", "Fin") or verb.tag_ in _FINITE_TAGS


def is_finite_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and is_finite(token)


def is_infinitive(head: Token) -> bool:
    """Whether its verb, or the copula of what is no verb, is one: its "to" or its modal may hang elsewhere."""
    verb = next((child for child in head.children if child.dep_ == "cop"), head)
    return has_feature(verb, "VerbForm", "Inf")


def is_condition(token: Token) -> bool:
    """Whether a clause says on what another one depends: "if it rains"."""
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in token.children)


def heads_clause(token: Token) -> bool:
    """Whether a clause hangs on this word that is the sentence's own or stands for itself, complements aside."""
    while token.dep_ in ("ccomp", "cop", "aux", "aux:pass") and token.head.i != token.i:
        token = token.head
    return token.head.i == token.i or _stands_alone(token)


def _heads(tokens: Sequence[Token], inside: set[int]) -> list[Token]:
    roots = [token for token in tokens if token.head.i == token.i or token.head.i not in inside]
    roots = [root for root in roots if not root.is_punct and not root.is_space] or list(tokens[:1])
    predicates = [root for root in roots if is_predicate(root)]
    heads = predicates or roots[:1]
    known = {head.i for head in heads}
    heads += [token for token in tokens if token.i not in known and token.head.i in inside and _stands_alone(token)]
    return sorted(heads, key=lambda token: token.i)


def _stands_alone(token: Token) -> bool:
    rule = _RULES.get(token.dep_)
    return rule is not None and rule(token)


def _coordinated(token: Token) -> bool:
    if not (is_predicate(token) and is_predicate(token.head)):
        return False
    return has_subject(token) or not is_infinitive(token)


def _set_beside(token: Token) -> bool:
    """A sentence beside another; without a subject of its own it is a coordination that the parser has lost."""
    return is_predicate(token) and (is_finite(token) or has_subject(token))


def _aside(token: Token) -> bool:
    """Whether the words of the subtree of `token` begin behind a sign that sets them off."""
    left = token.left_edge.i
    while token.doc[left].is_punct and left < token.i:
        left += 1
    return left > token.sentence_start and token.doc[left - 1].text in _ASIDE


def _beside(token: Token) -> bool:
    """A clause that a sign sets off from its predicate, but for conditions and purposes.

    One that none sets off says when or why ("left when the talks failed") and belongs to what it dates or explains.
    """
    marks = {child.lower_ for child in token.children if child.dep_ in ("mark", "advmod")}
    return _aside(token) and is_predicate(token) and not marks & _CONDITIONS


def _apposed(token: Token) -> bool:
    return _aside(token) and sum(1 for one in token.subtree if not one.is_punct) >= FEWEST_WORDS


_RULES: dict[str, Callable[[Token], bool]] = {
    "conj": _coordinated,
    "parataxis": _set_beside,
    "acl:relcl": _aside,
    "acl": _aside,
    "advcl": _beside,
    "advcl:relcl": _beside,
    "appos": _apposed,
}


def _owner(token: Token, pieces: dict[int, list[Token]], inside: set[int], heads: Sequence[Token]) -> int:
    """The head of the piece a token belongs to: its nearest ancestor that heads one, inside the passage."""
    at = token
    while at.i not in pieces:
        if at.dep_ == "parataxis" and is_predicate(at):  # it goes on with the clause before
            return max((head.i for head in heads if head.i in pieces and head.i < at.i), default=heads[0].i)
        if at.head.i == at.i or at.head.i not in inside:
            return min(heads, key=lambda head: abs(head.i - token.i)).i
        at = at.head
    return at.i


def _with_small_ones_joined(
    pieces: dict[int, list[Token]], heads: Sequence[Token], inside: set[int]
) -> list[tuple[Token, list[Token]]]:
    """Pieces with too few words go to the piece their head hangs in, innermost first."""
    for head in sorted(heads, key=_depth, reverse=True):
        words = sum(1 for token in pieces[head.i] if not token.is_punct and not token.is_space)
        if words >= FEWEST_WORDS or len(pieces) == 1:
            continue
        small = pieces.pop(head.i)
        left = [other for other in heads if other.i in pieces]
        at = head.head if head.head.i in inside and head.head.i != head.i else left[0]
        pieces[_owner(at, pieces, inside, left)].extend(small)
    return [(head, pieces[head.i]) for head in heads if head.i in pieces]


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def leaning_on(head: Token, lending: set[int]) -> tuple[Token, ...]:
    """The noun phrase a clause without a subject leans on: its antecedent, or the subject of the clause above."""
    if head.dep_ in ("acl:relcl", "acl", "appos"):
        return _phrase(head.head) if head.head.i in lending else ()
    if has_subject(head):
        return ()
    if head.dep_ not in ("conj", "advcl"):
        return ()
    above = head.head
    while above.i in lending:
        subject = next((child for child in above.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return _phrase(subject) if subject.i in lending else ()
        if above.head.i == above.i or above.dep_ not in ("conj", "advcl", "xcomp"):
            return ()
        above = above.head
    return ()


_OUTSIDE_PHRASE = frozenset(
    {"acl:relcl", "acl", "appos", "punct", "advcl", "parataxis", "nsubj", "cop", "obl", "obj", "aux", "mark"}
)


def _phrase(noun: Token) -> tuple[Token, ...]:
    """A noun with what stands close to it and the nouns coordinated with it; clauses and appositions left out."""
    found = [noun]
    waiting = [noun]
    while waiting:
        for child in waiting.pop().children:
            preposed = child.dep_ == "case" and child.i < noun.i
            if child.dep_ not in _OUTSIDE_PHRASE and not preposed and not is_predicate(child):
                found.append(child)
                waiting.append(child)
    return tuple(sorted(found, key=lambda token: token.i))
