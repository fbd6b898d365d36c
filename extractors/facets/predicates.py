"""The words that belong to a claim's own predicate, as opposed to clauses inside it.

With a tree: what hangs on the claim's root without a clause in between. Without: the words up to the first
subordinate clause, a leading one ("If it rains, ...") left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from extractors.records import Span
from extractors.word_lists import word_set

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
    """Tokens that begin inside any of `spans`, in their order, white space left out."""
    found: dict[int, Token] = {}
    for span in sorted(spans):
        stretch = doc.char_span(span.start, span.end, alignment_mode="expand")
        for token in stretch or ():
            if span.start <= token.idx < span.end and not token.is_space:
                found[token.i] = token
    return tuple(found.values())


def span_between(doc: Doc, first: Token, last: Token) -> Span:
    """The characters from one token to another. `Doc.text` is put together anew each time it is asked for."""
    return Span(first.idx, last.idx + len(last), doc[first.i : last.i + 1].text)


def main_words(doc: Doc, spans: Sequence[Span]) -> tuple[Token, ...]:
    """The words of the claim's own predicate, its subject and objects among them; all words where none is found."""
    words = words_of_claim(doc, spans)
    if not words:
        return ()
    return _by_tree(words) if doc.has_annotation("DEP") else _by_order(words)


def is_question(doc: Doc, spans: Sequence[Span]) -> bool:
    """Whether the claim's words end in a question mark, just inside or just outside the spans."""
    last = max(spans, key=lambda span: span.end)
    if "?" in last.exact[-2:]:
        return True
    stretch = doc.char_span(last.start, last.end, alignment_mode="expand")
    return stretch is not None and stretch.end < len(doc) and doc[stretch.end].text.startswith("?")


def _by_tree(words: tuple[Token, ...]) -> tuple[Token, ...]:
    inside = {token.i for token in words}
    roots = [token for token in words if token.head.i not in inside or token.head.i == token.i]
    verbs = [token for token in roots if token.pos_ in ("VERB", "AUX") or _has_subject(token)]
    root = (verbs or roots)[0]
    reached = {root.i}
    waiting = [root]
    while waiting:
        for child in waiting.pop().children:
            if child.i in inside and (child.dep_ not in _CLAUSES or _completes(child, root)):
                reached.add(child.i)
                waiting.append(child)
    return tuple(token for token in words if token.i in reached)


def _completes(child: Token, root: Token) -> bool:
    """Whether an infinitive makes an adjective a whole predicate: "is due to begin"."""
    first = child.left_edge
    return child.head.i == root.i and root.pos_ == "ADJ" and first.lower_ == "to" and first.i == root.i + 1


def _has_subject(token: Token) -> bool:
    return any(child.dep_.startswith("nsubj") or child.dep_ == "cop" for child in token.children)


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
