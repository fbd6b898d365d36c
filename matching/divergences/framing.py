"""`other`: one thing in other terms. Reported, and never counted as a conflict: both may hold.

Labels, leading offices and channels are left to themselves where an article has the other's word, too: it does not
choose between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.records import Span
from matching.divergences.labels import CHANNELS, LABELS, LEADING_OFFICES, Choice
from matching.divergences.offices import no_longer_in_office
from matching.divergences.pair import AlignedPair, Found, turned
from matching.divergences.telling import Telling
from matching.divergences.verbs import is_past
from matching.records import Divergence
from matching.words import root, stem

_TRIED = re.compile(r"\b(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|sought|seek(?:s|ing)?) to (?P<verb>[a-z]+)\b")
# Whoever tries to ask has asked, and whoever tries to fight fights.
_DONE_BY_TRYING = frozenset(
    root(verb)
    for verb in ("ask", "tell", "say", "explain", "speak", "talk", "argue", "call", "fight", "oppose", "work")
)
_MAY = re.compile(
    r"\b(?:may|can|could|(?:allow|permit|entitle|free|able|let)(?:s|ed|d|ing)?(?: \w+){0,3}?(?: to)?|"
    r"(?:option|right|freedom) to) (?:also )?(?P<verb>[a-z]+)\b"
)
_MUST = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|(?:requir|oblig|forc|compel|compell|order|mandat)(?:e|es|ed|ing|s)?(?: \w+){0,3}? to) "
    r"(?:also )?(?P<verb>[a-z]+)\b"
)
_OWNER = r"(?:the|its|his|her|their|\w+'s) (?:\w+'s )?"
_SUPERLATIVE = (
    r"(?P<most>(?:\w+-)?(?:larg|bigg|old|young|rich|poor|high|low|tall|long|short|fast|great|strong|small)est|most \w+)"
)
_ONE_OF_THE = re.compile(rf"\b(?:one of|among) {_OWNER}{_SUPERLATIVE}\b")
_THE = re.compile(rf"(?<!one of )(?<!among )\b{_OWNER}{_SUPERLATIVE}\b")
# Content words after a verb or a superlative among which it is named of what it is said.
_OBJECT = 4

_MEANING = {
    "other.office": "the two introduce one person by other offices",
    "other.attempt": "one tells of an attempt, the other of the deed",
    "other.duty": "one tells of what is allowed, the other of what is required",
    "other.rank": "one tells of the first in rank, the other of one among several",
    "other.label": "the two choose other words for one thing",
    "other.channel": "the two name other ways in which it was said",
}


def other_terms(pair: AlignedPair) -> Divergence | None:
    found = next((found for rule in _RULES if (found := rule(pair))), None) if pair.is_same_level else None
    if found is None:
        return None
    rule, left, right = found
    return pair.diverges(
        "other",
        rule,
        (left.exact, right.exact),
        (left, right),
        f"{pair.sources[0]} has “{left.exact}”, {pair.sources[1]} “{right.exact}”: {_MEANING[rule]}.",
    )


def _other_office(pair: AlignedPair) -> Found | None:
    return no_longer_in_office(pair) or _chosen(pair, LEADING_OFFICES, "other.office")


def _other_label(pair: AlignedPair) -> Found | None:
    return next((found for choice in LABELS if (found := _chosen(pair, choice, "other.label"))), None)


def _other_channel(pair: AlignedPair) -> Found | None:
    return _chosen(pair, CHANNELS, "other.channel") if pair.holders == "same_speaker" else None


def _chosen(pair: AlignedPair, choice: Choice, rule: str) -> Found | None:
    """The words by which two tellings answer a question differently, if neither article knows the other's answer."""
    here, there = (_answer(choice, telling) for telling in pair.told)
    if here is None or there is None or here[0] == there[0]:
        return None
    if choice.is_in(pair.articles[0], there[0]) or choice.is_in(pair.articles[1], here[0]):
        return None
    return rule, here[1], there[1]


def _answer(choice: Choice, telling: Telling) -> tuple[str, Span] | None:
    """The answer that a telling gives; None where it gives several."""
    found = [(name, match) for name, words in choice.answers.items() if (match := words.search(telling.low))]
    return (found[0][0], telling.span(*found[0][1].span())) if len(found) == 1 else None


def _attempted(one: Telling, two: Telling) -> Found | None:
    tried = _TRIED.search(one.low)
    if tried is None or _TRIED.search(two.low) or root(stem(tried["verb"])) in _DONE_BY_TRYING:
        return None
    what = _named_after(one, one.start + tried.end())
    for word in two.words:
        is_done = root(word.stem) == root(stem(tried["verb"])) and is_past(word)
        if is_done and what & _named_after(two, word.end):
            return "other.attempt", one.span(*tried.span()), two.span(word.start - two.start, word.end - two.start)
    return None


def _allowed(one: Telling, two: Telling) -> Found | None:
    if one.has(_MUST) or two.has(_MAY):
        return None
    for may in _MAY.finditer(one.low):
        for must in _MUST.finditer(two.low):
            if root(stem(may["verb"])) == root(stem(must["verb"])):
                return "other.duty", one.span(*may.span()), two.span(*must.span())
    return None


def _among_several(one: Telling, two: Telling) -> Found | None:
    if two.has(_ONE_OF_THE):
        return None
    for among in _ONE_OF_THE.finditer(one.low):
        for alone in _THE.finditer(two.low):
            what = _named_after(one, one.start + among.end()) & _named_after(two, two.start + alone.end())
            if among["most"] == alone["most"] and what:
                return "other.rank", one.span(*among.span()), two.span(*alone.span())
    return None


def _named_after(telling: Telling, offset: int) -> frozenset[str]:
    """Roots of the first content words from an offset of the article on."""
    after = [word for word in telling.words if word.start >= offset and word.is_content]
    return frozenset(root(word.stem) for word in after[:_OBJECT])


def _either_way(rule: Callable[[Telling, Telling], Found | None]) -> Callable[[AlignedPair], Found | None]:
    return lambda pair: rule(*pair.told) or turned(rule(*pair.told[::-1]))


_RULES: tuple[Callable[[AlignedPair], Found | None], ...] = (
    _other_office,
    _either_way(_attempted),
    _either_way(_allowed),
    _either_way(_among_several),
    _other_label,
    _other_channel,
)
