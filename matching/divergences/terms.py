"""What a telling says was tried, what is allowed and required in it, and what is first in rank or one among several.

    terms_of(telling) -> Terms, each of them with what it is said of

"The man tried to grab the camera": the verb "grab" of "camera". Two tellings are of one thing if what either names
first is among the first that the other names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractors.records import Span
from matching.divergences.telling import Telling
from matching.divergences.verbs import is_past
from matching.words import Word, root, stem, stems_of

_TRIED = re.compile(r"\b(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|sought|seek(?:s|ing)?) to (?P<verb>[a-z]+)\b")
# Whoever tries to ask has asked, and whoever tries to fight fights.
_DONE_BY_TRYING = frozenset(
    root(verb)
    for verb in ("ask", "tell", "say", "explain", "speak", "talk", "argue", "call", "fight", "oppose", "work")
)
# What stands before the verb of a deed that was not done.
_UNDONE = re.compile(
    r"(?:n['’]t|\b(?:not|never|no|nobody|none|nor|without|could|would|might|may|"
    r"(?:before|until|unless|if) (?:he|she|it|they|we|you|i)))\b[^,;:]*$"
)
_REACH = 40
"""Code points before a verb in which that is looked for."""

_VERB = r" (?:also )?(?P<be>be )?(?P<verb>(?!(?:not|never|only|no|be|have)\b)[a-z]+)\b"
_MAY = re.compile(
    r"\b(?:may|can|could|(?:allow|permit|entitl|enabl)(?:e?s|e?d|ted|e|ing|ting)?(?: \w+){0,3}? to|"
    rf"(?:free|able|option|right|freedom) to){_VERB}"
)
_MUST = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|(?:requir(?:e[sd]?|ing)|oblig(?:e[sd]|ing|ated)|forc(?:ed|ing)|compel(?:s|led|ling)|"
    rf"order(?:ed|ing)|mandat(?:e[sd]|ing))(?: \w+){{0,3}}? to){_VERB}"
)
_OWNER = r"(?P<whose>the|its|his|her|their|\w+'s) (?:\w+'s )?"
_SUPERLATIVE = (
    r"(?P<most>(?:\w+-)?(?:larg|bigg|old|young|rich|poor|high|low|tall|long|short|fast|great|strong|small)est|most \w+)"
)
_ONE_OF_THE = re.compile(rf"\b(?:one of|among) {_OWNER}{_SUPERLATIVE}\b")
_THE = re.compile(rf"(?<!one of )(?<!among )\b{_OWNER}{_SUPERLATIVE}\b")

_MOST = 8
"""Terms of a kind that are read in a telling: a text without stops may have thousands, and all are compared."""

_ENDS = stems_of(
    "of in on at by for from with to into before after beside near during until under over through against about and "
    "but or who which that as because while"
)
"""Words behind which something else is named."""

_NAMED = 4
"""Content words beside a term among which it is named of what it is said."""
_NAMED_FIRST = 2
_NEAR = 12
"""Words beside it among which these are looked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """`key` is the root of a verb or a superlative, `of` the roots of what it is said of, the nearest first, and
    `within` the stems of where it holds ("Norland's oldest", "the oldest in Norland").
    """

    key: str
    of: tuple[str, ...]
    span: Span
    within: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Terms:
    tried: tuple[Term, ...]
    allowed: tuple[Term, ...]
    required: tuple[Term, ...]
    among: tuple[Term, ...]
    first: tuple[Term, ...]


def terms_of(telling: Telling) -> Terms:
    return Terms(
        tried=tuple(islice(_tried(telling), _MOST)),
        allowed=tuple(islice(_bound(telling, _MAY), _MOST)),
        required=tuple(islice(_bound(telling, _MUST), _MOST)),
        among=tuple(islice(_ranked(telling, _ONE_OF_THE), _MOST)),
        first=tuple(islice(_ranked(telling, _THE), _MOST)),
    )


def is_of_one(one: Term, two: Term) -> bool:
    """Whether two terms of one key are said of one thing."""
    return (
        one.key == two.key
        and bool(one.of and two.of)
        and (one.of[0] in two.of[:_NAMED_FIRST] or two.of[0] in one.of[:_NAMED_FIRST])
        and not (one.within and two.within and one.within.isdisjoint(two.within))
    )


def only_among(one: Sequence[Term], others: Sequence[Term]) -> list[Term]:
    """The terms of `one` that `others` do not have as well."""
    return [term for term in one if not any(is_of_one(term, other) for other in others)]


def done(words: Sequence[Word], text: str, tried: Term) -> Span | None:
    """The verb by which words of an article tell that something tried was done. `text` is the article's."""
    for at, word in enumerate(words):
        if root(word.stem) == tried.key and is_past(word):
            deed = Term(tried.key, _roots(words[at + 1 : at + 1 + _NEAR]), Span(word.start, word.end, word.written))
            if is_of_one(tried, deed) and not _UNDONE.search(text[max(0, word.start - _REACH) : word.start].lower()):
                return deed.span
    return None


def _tried(telling: Telling) -> Iterator[Term]:
    for match in _TRIED.finditer(telling.low):
        key = root(stem(match["verb"]))
        if key not in _DONE_BY_TRYING and not _UNDONE.search(
            telling.low, max(0, match.start() - _REACH), match.start()
        ):
            yield Term(key, _named_behind(telling, match.end()), telling.span(*match.span()))


def _bound(telling: Telling, pattern: re.Pattern[str]) -> Iterator[Term]:
    """What may or must be done; of "may be sold", too, what is named before it."""
    for match in pattern.finditer(telling.low):
        named = _named_behind(telling, match.end())
        if match["be"]:
            verb = telling.words_from(telling.start + match.start("verb"), 1)
            if not verb or not is_past(verb[0]):
                continue
            named = _roots(telling.words_before(telling.start + match.start(), _NEAR)[::-1])
        yield Term(root(stem(match["verb"])), named, telling.span(*match.span()))


def _ranked(telling: Telling, pattern: re.Pattern[str]) -> Iterator[Term]:
    for match in pattern.finditer(telling.low):
        behind = _content(telling.words_from(telling.start + match.end(), _NEAR))
        owner = telling.words_from(telling.start + match.start("whose"), 1)
        within = [word.stem for word in (*_content(owner), *behind) if word in owner or word.written[0].isupper()]
        yield Term(match["most"], _roots(behind), telling.span(*match.span()), frozenset(within))


def _named_behind(telling: Telling, offset: int) -> tuple[str, ...]:
    return _roots(telling.words_from(telling.start + offset, _NEAR))


def _roots(words: Sequence[Word]) -> tuple[str, ...]:
    """Of the content words up to where something else begins: "a vote | before the strike"."""
    named: list[str] = []
    for word in words:
        if named and word.stem in _ENDS:
            break
        if word.is_content:
            named.append(root(word.stem))
    return tuple(named[:_NAMED])


def _content(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.is_content][:_NAMED]
