"""Names of those who take part in a telling, with what kind of name each is."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from extractors.facets.place_names import SITES
from extractors.records import Span
from extractors.speakers.words import roles
from extractors.word_lists import word_set
from matching.countries import COUNTRIES
from matching.divergences.telling import Telling
from matching.names import is_title
from matching.words import STOP_WORDS, Word, stems_of, words_of

Kind = Literal["person", "organisation", "place", "unknown"]

_RUN = re.compile(r"[A-Z][\w'’.-]*(?:\s+(?:(?:of|the|for|and|&|de|van|von|al|bin)\s+){0,2}(?=[A-Z])[A-Z][\w'’.-]*)*")
_LOCATING = re.compile(r"\b(?P<how>in|at|near|outside|inside|from|into|onto|off)\s+(?:the\s+)?$")
_ORGANISATIONS = word_set(
    """
    group works union institute hospital engines propulsion motors bank party list authority university council company
    corporation inc ltd plc agency ministry department office committee commission board trust fund foundation society
    association league federation court club rovers united city town athletic airlines airways lines railways rail
    energy power systems services aerospace alliance movement front coalition network airline studios pictures
    productions industries logistics shipping ports motor steel chemicals insurance assurance brewery brewers dairies
    stores supermarkets hotels resorts properties estates homes pharma foods capital holdings partners sons brothers
    service corps brigade navy army police force museum
    laboratories systems technologies media times post courier news academy college school congress senate house
    """
)
_PLACES = SITES | {"bridge", "hill"}
_ORGANISATION = stems_of(" ".join(_ORGANISATIONS))
_PLACE = stems_of(" ".join(_PLACES))
_NOBODY = stems_of(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december christmas easter english god internet twitter facebook
    """
)


@dataclass(frozen=True, slots=True)
class Actor:
    span: Span
    stems: frozenset[str]
    kind: Kind
    initials: str


def actors_of(telling: Telling, known: Collection[str]) -> tuple[Actor, ...]:
    """Names in reading order; those that only say where are left out. `known` are stems of names of both articles."""
    found: list[Actor] = []
    for match in _RUN.finditer(telling.text):
        written = [word for word in words_of(telling.text, *match.span()) if word.written[0].isupper()]
        while written and (
            written[0].stem in STOP_WORDS or not _is_name(written, known) or _is_role_before(written, telling)
        ):
            written.pop(0)
        stems = frozenset(word.stem for word in written if word.is_content and not is_title(word))
        if not stems or stems & _NOBODY or stems <= COUNTRIES or (len(written) == 1 and _is_no_name(written[0])):
            continue
        locating = _LOCATING.search(telling.text[: match.start()])
        if locating is not None and not (locating["how"] == "from" and len(written) > 1 and not stems & _PLACE):
            continue
        initials = "".join(word.written[0] for word in written)
        span = telling.span(written[0].start, written[-1].end)
        found.append(Actor(span, stems - _ORGANISATION or stems, _kind(written, stems), initials))
    return tuple(found)


def _is_name(written: list[Word], known: Collection[str]) -> bool:
    """A known name, or the word before one: "Holt Aerospace" may be named once only, where a sentence opens."""
    return written[0].stem in known or (len(written) > 1 and written[1].stem in known)


def _is_role_before(written: list[Word], telling: Telling) -> bool:
    """Whether a sentence opens with what somebody is: "Goalkeeper Ada Moor"; elsewhere that is in small letters."""
    opens = written[0].start == telling.words[0].start - telling.start
    return opens and len(written) > 2 and written[0].written.lower() in roles()


def _is_no_name(word: Word) -> bool:
    """Contractions and the adjectives of places."""
    return "'" in word.stem or word.written.endswith(("ian", "ians", "ish", "ese", "ean"))


def are_one(left: Actor, right: Actor) -> bool:
    """Whether two names may be one: a word in common, or one the initials of the other."""
    if left.stems & right.stems:
        return True
    letters = {actor.span.exact.replace(".", "") for actor in (left, right)}
    return bool(letters & {left.initials, right.initials}) and left.initials == right.initials


def _kind(written: list[Word], stems: frozenset[str]) -> Kind:
    last = written[-1].written.lower()
    if last in _PLACES:
        return "place"
    if last in _ORGANISATIONS or "&" in written[0].written or "and" in stems:
        return "organisation"
    return "person" if len(stems) in (2, 3) else "unknown"
