"""The words that belong to a claim's own predicate, as opposed to clauses inside it.

With a tree: what hangs on the claim's root without a clause in between. Without: the words up to the first
subordinate clause, a leading one ("If it rains, ...") left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from extractors.facets.word_lists import word_set
from extractors.records import Span

_CLAUSES = word_set("ccomp advcl acl acl:relcl relcl csubj csubj:pass parataxis conj advcl:relcl appos discourse")
_SUBORDINATORS = word_set(
    "that which who whom whose because although though if when while after before unless since whether where as "
    "until than so"
)
_LEADING = word_set("if although though when while after before unless since because as once whether despite")
_CUTS = word_set("; — – : ? !")
_COORDINATORS = word_set("and but or")
_VERBS = word_set(
    "is are was were be been has have had do does did will would can could may might shall should must ca wo 's 're"
)


def words_of_claim(doc: Doc, spans: Sequence[Span]) -> tuple[Token, ...]:
    """Tokens inside any of `spans`, white space left out."""
    return tuple(
        token for token in doc if not token.is_space and any(span.start <= token.idx < span.end for span in spans)
    )


def main_words(doc: Doc, spans: Sequence[Span]) -> tuple[Token, ...]:
    """The words of the claim's own predicate, its subject and objects among them; all words where none is found."""
    words = words_of_claim(doc, spans)
    if not words:
        return ()
    return _by_tree(words) if doc.has_annotation("DEP") else _by_order(words)


def is_question(doc: Doc, spans: Sequence[Span]) -> bool:
    """Whether the claim's words end in a question mark, just inside or just outside the spans."""
    last = max(span.end for span in spans)
    return "?" in doc.text[max(0, last - 2) : last + 1]


def _by_tree(words: tuple[Token, ...]) -> tuple[Token, ...]:
    inside = {token.i for token in words}
    roots = [token for token in words if token.head.i not in inside or token.head.i == token.i]
    verbs = [token for token in roots if token.pos_ in ("VERB", "AUX") or _has_subject(token)]
    root = (verbs or roots)[0]
    kept = tuple(token for token in words if _reaches(token, root, inside))
    return kept or words


def _has_subject(token: Token) -> bool:
    return any(child.dep_.startswith("nsubj") or child.dep_ == "cop" for child in token.children)


def _reaches(token: Token, root: Token, inside: set[int]) -> bool:
    while token.i != root.i:
        if token.dep_ in _CLAUSES or token.head.i == token.i or token.head.i not in inside:
            return False
        token = token.head
    return True


def _by_order(words: tuple[Token, ...]) -> tuple[Token, ...]:
    start = 0
    if words[0].lower_ in _LEADING:
        start = next((index + 1 for index, token in enumerate(words) if token.text == ","), 0)
    kept: list[Token] = []
    for token in words[start:]:
        has_verb = any(_is_verb(one) for one in kept)
        if has_verb and (token.text in _CUTS or token.lower_ in _SUBORDINATORS):
            break
        if has_verb and token.lower_ in _COORDINATORS and kept[-1].text == ",":
            break
        kept.append(token)
    return tuple(kept) or words


def _is_verb(token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX"):
        return True
    low = token.lower_
    return not token.pos_ and (low in _VERBS or (low.endswith("ed") and len(low) > 4) or low in _SIMPLE_PAST)


_SIMPLE_PAST = word_set(
    "said told met won lost went came took made gave left found saw knew thought became began held kept ran rose fell "
    "spoke wrote sent shot sold fought fled denies denied fails refuses says plans hopes expects intends"
)
