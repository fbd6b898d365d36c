"""The words that belong to a claim's own predicate, as opposed to clauses inside it.

With a tree: what hangs on the claim's root without a clause in between. Without: the words up to the first
subordinate clause, a leading one ("If it rains, ...") left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.parsed import Parsed, Token
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


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """The words of a claim in their order, white space left out: `every` one, and `main`, those of its own predicate
    with subject and objects; all of them where no predicate is found. `said` is `main` in small letters with single
    spaces. `asked`: they end in a question mark.
    """

    every: tuple[Token, ...]
    main: tuple[Token, ...]
    said: str
    asked: bool


def words_of_claim(parsed: Parsed, spans: Sequence[Span]) -> ClaimWords:
    """The words that begin inside any of `spans`, at least one."""
    found = {
        token.i: token
        for span in sorted(spans)
        for token in parsed.beginning_in(span.start, span.end)
        if not token.is_space
    }
    every = tuple(found.values())
    main = (_by_tree(every) if parsed.has_tree else _by_order(every)) if every else ()
    return ClaimWords(every, main, " ".join([token.lower_ for token in main]), _is_question(parsed, spans))


def span_between(text: str, first: Token, last: Token) -> Span:
    """The characters of `text` from one token to another."""
    return Span.of(text, first.idx, last.idx + len(last))


def _is_question(parsed: Parsed, spans: Sequence[Span]) -> bool:
    """Whether the claim's words end in a question mark, just inside or just outside the spans."""
    last = max(spans, key=lambda span: span.end)
    behind = parsed.following(last.end)
    return "?" in last.exact[-2:] or (behind is not None and behind.text.startswith("?"))


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
