"""By which office a telling introduces somebody, and whether he holds it no longer.

An office counts where it stands as a title before a name ("former judge Rosa Quill") or is put beside it ("Rosa Quill,
a judge in Tarn"). What tells of another time or of one to come is left out: "the first director", "as mayor".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from extractors.records import Span
from matching.divergences.labels import LEADING_OFFICES
from matching.divergences.pair import AlignedPair, Found, turned
from matching.divergences.telling import Telling
from matching.words import Word

_PAST_WORD = r"\b(?:former|ex-|erstwhile|one-?time|retired)\s*(?:(?!to |of |and )[\w.'-]+ ){0,3}?"
_PAST_BEFORE = re.compile(_PAST_WORD + "$")
_OFFICE = re.compile(
    rf"(?P<past>{_PAST_WORD})?\b(?P<office>judge|justice|senator|governor|president|minister|secretary|chairman|"
    r"chairwoman|director|officer|mayor|congressman|congresswoman|representative|attorney|prosecutor|spokesman|"
    r"spokeswoman|aide|advis[eo]r|strategist|ambassador|commissioner|manager|coach|editor|employee|treasurer|sheriff|"
    r"official|agent|lawmaker|legislator)\b"
)
_OTHER_TIME_BEFORE = re.compile(
    r"\b(?:first|last|previous|then|acting|interim|new|next|future|resigned|departing|outgoing|deputy|assistant|"
    r"as|his|her|their|was|were|been|became|become|served)\b[\w' ]{0,30}$"
)
# Code points before an office in which that is looked for.
_REACH = 45
_OTHER_TIME_AFTER = re.compile(
    r"[^,.;]{0,40}\b(?:during|under|until|when|(?:in|from) \d{4}|in (?:the|his|her) [\w. ]{1,20}administration)\b"
)
_NOT_OF_NAME = re.compile(r"[,;:()]|\.\s|\bof\b")
_BREAK = re.compile(r"[.;:]|, .*,")

# Offices of which there are many: whose they are tells which is meant.
_MANY = frozenset({"officer", "aide", "adviser", "advisor", "strategist", "employee", "official", "agent", "attorney"})
# Words on either side of such an office that may tell whose it is.
_WHOSE = 4

# Introductions that are read in a telling: a text without stops may have thousands, and all are compared.
_MOST = 16

# Words after an office among which the name stands whose title it is.
_TITLE = 2
# Words before it among which the name stands that it is put beside: "Rosa Quill, a long-serving director".
_BESIDE = 6


@dataclass(frozen=True, slots=True)
class Introduced:
    """`name` is a stem of who is introduced by `office`, `of` the stems of the names around it that may say whose."""

    name: str
    office: str
    is_former: bool
    of: frozenset[str]
    span: Span


def no_longer_in_office(pair: AlignedPair) -> Found | None:
    """Somebody whom one report introduces by an office, and the other as a former holder of it."""
    found = [*_former(pair, 0), *((key, turned(each)) for key, each in _former(pair, 1))]
    return min(found, key=lambda one: one[0])[1] if found else None


def other_leading_office(pair: AlignedPair) -> Found | None:
    """Somebody whom two reports introduce by other offices at the head of one body, neither of them by both."""
    here, there = pair.read(_leading)
    for one in here:
        for two in there:
            if one.name == two.name and one.office != two.office and not _is_known(pair, one.office, two.office):
                return "other.office", one.span, two.span
    return None


def _is_known(pair: AlignedPair, here: str, there: str) -> bool:
    """Whether an article has the other's leading office, too."""
    return any(LEADING_OFFICES.is_in(*known) for known in zip(pair.articles, (there, here), strict=True))


def _former(pair: AlignedPair, side: int) -> Iterator[tuple[tuple[str, str], Found]]:
    """Who is introduced as a former holder on this side alone, by office and name."""
    named = [{stem for actor in actors for stem in actor.stems} for actors in pair.actors]
    introduced = pair.read(_introduced)
    for past in introduced[side]:
        if not past.is_former or past.name not in named[0] & named[1]:
            continue
        if _is_former_anywhere(pair.articles[1 - side].text, past.office):
            continue
        for now in introduced[1 - side]:
            if (now.name, now.office, now.is_former) == (past.name, past.office, False) and _is_one(past, now):
                yield (past.office, past.name), ("other.office", past.span, now.span)


def _is_one(past: Introduced, now: Introduced) -> bool:
    return past.office not in _MANY or not past.of.isdisjoint(now.of)


def _is_former_anywhere(text: str, office: str) -> bool:
    return re.search(_PAST_WORD + office, text.lower()) is not None


def _introduced(telling: Telling) -> tuple[Introduced, ...]:
    found = (
        each
        for match in _OFFICE.finditer(telling.low)
        for each in _bearers(telling, match["office"], match["past"] is not None, match.span("office"), match.span())
    )
    return tuple(islice(found, _MOST))


def _leading(telling: Telling) -> tuple[Introduced, ...]:
    found = (
        each
        for office, words in LEADING_OFFICES.answers.items()
        for match in words.finditer(telling.low)
        if not _PAST_BEFORE.search(telling.low, max(0, match.start() - _REACH), match.start())
        for each in _bearers(telling, office, False, match.span(), match.span())
    )
    return tuple(islice(found, _MOST))


def _bearers(
    telling: Telling, office: str, is_former: bool, noun: tuple[int, int], shown: tuple[int, int]
) -> Iterator[Introduced]:
    """Those introduced by an office of now, whose noun and whole phrase are at offsets of the telling."""
    start, end = noun
    if _OTHER_TIME_BEFORE.search(telling.low, max(0, shown[0] - _REACH), shown[0]) or _OTHER_TIME_AFTER.match(
        telling.low, end
    ):
        return
    for word in (*_title_of(telling, end), *_beside(telling, shown[0])):
        if word.written[0].isupper():
            whose = _names_around(telling, telling.span(start, end)) - {word.stem}
            yield Introduced(word.stem, office, is_former, whose, telling.span(*shown))


def _names_around(telling: Telling, office: Span) -> frozenset[str]:
    before, after = telling.words_before(office.start, _WHOSE), telling.words_from(office.end, _WHOSE)
    return frozenset(word.stem for word in before + after if word.is_content and word.written[0].isupper())


def _title_of(telling: Telling, end: int) -> list[Word]:
    """The words right after an office; in "secretary of state Rosa Quill" the next ones belong to it."""
    after = telling.words_from(telling.start + end, _TITLE)
    return [word for word in after if not _NOT_OF_NAME.search(telling.text[end : word.start - telling.start])]


def _beside(telling: Telling, start: int) -> list[Word]:
    """The names that a comma parts from an office."""
    before = telling.words_before(telling.start + start, _BESIDE)
    between = [telling.text[word.end - telling.start : start] for word in before]
    return [
        word
        for word, words in zip(before, between, strict=True)
        if words.startswith(",") and not _BREAK.search(words[1:])
    ]
