"""`other`: one thing in other terms. Reported, and never counted as a conflict: both may hold.

Labels, leading offices, channels and attempts are left to themselves where an article has the other's word, too: it
does not choose between them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from extractors.records import Span
from matching.divergences.labels import CHANNELS, LABELS, Choice
from matching.divergences.offices import no_longer_in_office, other_leading_office
from matching.divergences.pair import AlignedPair, Found, turned
from matching.divergences.telling import Telling
from matching.divergences.terms import Term, Terms, done, is_of_one, only_among, terms_of
from matching.divergences.verbs import is_past
from matching.records import Article, Divergence
from matching.words import root, words_of

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


def _other_label(pair: AlignedPair) -> Found | None:
    return _chosen(pair, LABELS, "other.label")


def _other_channel(pair: AlignedPair) -> Found | None:
    return _chosen(pair, (CHANNELS,), "other.channel") if pair.holders == "same_speaker" else None


def _chosen(pair: AlignedPair, choices: Sequence[Choice], rule: str) -> Found | None:
    """The words by which two tellings answer a question differently, if neither article knows the other's answer."""
    here, there = pair.read(_answers)
    for choice in choices:
        if choice in here and choice in there and here[choice][0] != there[choice][0]:
            answers = here[choice][0], there[choice][0]
            if not any(choice.is_in(*known) for known in zip(pair.articles, answers[::-1], strict=True)):
                return rule, here[choice][1], there[choice][1]
    return None


def _answers(telling: Telling) -> Mapping[Choice, tuple[str, Span]]:
    """The answer that a telling gives to each question; none where it gives several, or a name has the word."""
    found = {}
    for choice in (*LABELS, CHANNELS):
        given = choice.given_in(telling.low)
        if len(given) == 1:
            answer, place = given[0]
            span = telling.span(*place)
            if not telling.is_in_name(span):
                found[choice] = answer, span
    return found


def _office(pair: AlignedPair) -> Found | None:
    return no_longer_in_office(pair) or other_leading_office(pair)


def _attempted(pair: AlignedPair, one: int, two: int) -> Found | None:
    terms = pair.read(terms_of)
    for tried in only_among(terms[one].tried, terms[two].tried):
        deed = done(pair.told[two].words, pair.articles[two].text, tried)
        if deed is not None and not _is_told(pair.articles[one], tried.key):
            return "other.attempt", tried.span, deed
    return None


def _is_told(article: Article, verb: str) -> bool:
    """Whether an article has a verb, given by its root, as done anywhere, of whatever."""
    return any(root(word.stem) == verb and is_past(word) for word in words_of(article.text, 0, len(article.text)))


def _allowed(pair: AlignedPair, one: int, two: int) -> Found | None:
    here, there = _read(pair, one, two)
    may, must = only_among(here.allowed, here.required), only_among(there.required, there.allowed)
    return _of_one(may, must, "other.duty")


def _among_several(pair: AlignedPair, one: int, two: int) -> Found | None:
    here, there = _read(pair, one, two)
    return _of_one(only_among(here.among, here.first), only_among(there.first, there.among), "other.rank")


def _read(pair: AlignedPair, one: int, two: int) -> tuple[Terms, Terms]:
    read = pair.read(terms_of)
    return read[one], read[two]


def _of_one(here: Sequence[Term], there: Sequence[Term], rule: str) -> Found | None:
    """The first of `here` that one of `there` is said of the same as."""
    return next(((rule, one.span, two.span) for one in here for two in there if is_of_one(one, two)), None)


def _either_way(rule: Callable[[AlignedPair, int, int], Found | None]) -> Callable[[AlignedPair], Found | None]:
    """A rule of two sides that differ, asked of both orders; the second order's answer is turned back."""
    return lambda pair: rule(pair, 0, 1) or turned(rule(pair, 1, 0))


_RULES: tuple[Callable[[AlignedPair], Found | None], ...] = (
    _office,
    _either_way(_attempted),
    _either_way(_allowed),
    _either_way(_among_several),
    _other_label,
    _other_channel,
)
