"""By which office a telling introduces somebody, and whether he holds it no longer.

An office counts where it stands as a title before a name ("former judge Rosa Quill") or is put beside it ("Rosa Quill,
a judge in Tarn"). What tells of another time or of one to come is left out: "the first director", "as mayor".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.records import Span
from matching.divergences.pair import AlignedPair, Found, turned
from matching.divergences.telling import Telling
from matching.words import Word

_PAST_WORD = r"\b(?:former|ex-|erstwhile|one-?time|retired)\s*(?:(?!to |of |and )[\w.'-]+ ){0,3}?"
_OFFICE = re.compile(
    rf"(?P<past>{_PAST_WORD})?\b(?P<office>judge|justice|senator|governor|president|minister|secretary|chairman|"
    r"chairwoman|director|officer|mayor|congressman|congresswoman|representative|attorney|prosecutor|spokesman|"
    r"spokeswoman|aide|advis[eo]r|strategist|ambassador|commissioner|manager|coach|editor|employee|treasurer|sheriff|"
    r"official|agent|lawmaker|legislator)\b"
)
_OTHER_TIME_BEFORE = re.compile(
    r"\b(?:first|last|previous|then|acting|interim|new|next|future|resigned|departing|outgoing|deputy|assistant|"
    r"as|his|her|their)[\w' ]{0,30}$"
)
_OTHER_TIME_AFTER = re.compile(
    r"[^,.;]{0,40}\b(?:during|under|until|when|(?:in|from) \d{4}|in (?:the|his|her) [\w. ]{1,20}administration)\b"
)
_NOT_OF_NAME = re.compile(r"[,;:()]|\.\s|\bof\b")
_BREAK = re.compile(r"[.;:]|, .*,")

# Offices of which there are many: whose they are tells which is meant.
_MANY = frozenset({"officer", "aide", "adviser", "advisor", "strategist", "employee", "official", "agent", "attorney"})
# Words on either side of such an office that may tell whose it is.
_WHOSE = 4

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
    return _former_in_first(pair, 0) or turned(_former_in_first(pair, 1))


def _former_in_first(pair: AlignedPair, side: int) -> Found | None:
    named = [{stem for actor in actors for stem in actor.stems} for actors in pair.actors]
    both = frozenset(named[0] & named[1])
    present = list(_introduced(pair.told[1 - side], both))
    for past in _introduced(pair.told[side], both):
        if not past.is_former or _is_former_anywhere(pair.articles[1 - side].text, past.office):
            continue
        for now in present:
            if (now.name, now.office, now.is_former) == (past.name, past.office, False) and _is_one(past, now):
                return "other.office", past.span, now.span
    return None


def _is_one(past: Introduced, now: Introduced) -> bool:
    return past.office not in _MANY or not past.of.isdisjoint(now.of)


def _is_former_anywhere(text: str, office: str) -> bool:
    return re.search(_PAST_WORD + office, text.lower()) is not None


def _introduced(telling: Telling, names: frozenset[str]) -> Iterator[Introduced]:
    for match in _OFFICE.finditer(telling.low):
        if _OTHER_TIME_BEFORE.search(telling.low[: match.start()]) or _OTHER_TIME_AFTER.match(
            telling.low[match.end() :]
        ):
            continue
        span = telling.span(*match.span("office"))
        for word in (*_title_of(telling, match.end()), *_beside(telling, match.start())):
            if word.stem in names and word.written[0].isupper():
                whose = _names_around(telling, span) - {word.stem}
                yield Introduced(
                    word.stem, match["office"], match["past"] is not None, whose, telling.span(*match.span())
                )


def _names_around(telling: Telling, office: Span) -> frozenset[str]:
    before = [word for word in telling.words if word.end <= office.start][-_WHOSE:]
    after = [word for word in telling.words if word.start >= office.end][:_WHOSE]
    return frozenset(word.stem for word in before + after if word.is_content and word.written[0].isupper())


def _title_of(telling: Telling, end: int) -> list[Word]:
    """The words right after an office; in "secretary of state Rosa Quill" the next ones belong to it."""
    after = [word for word in telling.words if word.start >= telling.start + end][:_TITLE]
    return [word for word in after if not _NOT_OF_NAME.search(telling.text[end : word.start - telling.start])]


def _beside(telling: Telling, start: int) -> list[Word]:
    """The names that a comma parts from an office."""
    before = [word for word in telling.words if word.end <= telling.start + start][-_BESIDE:]
    between = {word: telling.text[word.end - telling.start : start] for word in before}
    return [word for word in before if between[word].startswith(",") and not _BREAK.search(between[word][1:])]
