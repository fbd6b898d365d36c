"""`place`: one event, two places neither of which contains the other.

There is no gazetteer, so containment is read from the articles themselves: where either article names the other's place
anywhere, the two are left undecided, and so are a town and what is called a district, a valley or a country, a street
and a town. What is left are two names of one level that two reports give for one event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.records import Span
from matching.countries import COUNTRIES
from matching.divergences.pair import AlignedPair
from matching.divergences.telling import Telling
from matching.gates import CLOSE_SLOT, SURE_ALIGNMENT, same_level, slot_overlap
from matching.names import without_titles
from matching.records import Divergence
from matching.words import root, stems_of, words_of

_NAME = (
    r"(?:(?:St|Mount|Port|Lake|New|North|South|East|West) )?[A-Z][\w'’-]+"
    r"(?: (?:(?:of|the|de|on|upon) (?=[A-Z]))?[A-Z][\w'’-]+)*"
)
_LOCATED = re.compile(
    rf"\b(?:in|at|near|outside|inside|on|into|onto)\s+(?P<what>(?:(?:the|a|an|its|their|his|"
    rf"her)\s+)?(?:[a-z][\w'’-]*\s+){{0,6}}?(?:(?:capital|city|town), )?)"
    rf"(?P<name>{_NAME})(?P<after>(?:\s+[a-z-]+)?)"
)
# Words that tell of an area with places inside it.
_AREA = stems_of(
    """
    district province region county state country valley coast island archipelago area peninsula territory
    republic highland lowland border frontier side strait sea gulf bay canton shire department
    """
)
# Words that name one spot inside a place.
_SPOT = stems_of(
    """
    street road avenue lane square house hall palace stadium arena station airport park bridge hotel school church
    hospital court university museum theatre opera prison beach quay dock harbour harbor gate hill tower centre
    center
    """
)
# Characters between two names of one chain: "at the Brick Lane ground in Tarn" is in Tarn.
_CHAIN = 16
_NO_PLACE = stems_of(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter english parliament congress twitter facebook
    """
)


@dataclass(frozen=True, slots=True)
class _Located:
    name: str
    span: Span
    stems: frozenset[str]
    level: str


def other_place(pair: AlignedPair) -> Divergence | None:
    one, two = (_located(telling) for telling in pair.told)
    if len(one) != 1 or len(two) != 1 or not same_level(pair.left, pair.right):
        return None
    here, there = one[0], two[0]
    if here.level != there.level or _names(pair, 0, there) or _names(pair, 1, here):
        return None
    if not _is_one_event(pair, here, there):
        return None
    return pair.diverges(
        "place",
        "place.names_apart",
        (here.name, there.name),
        (here.span, there.span),
        f"{pair.sources[0]} places it in {here.name}, {pair.sources[1]} in {there.name}.",
    )


def _located(telling: Telling) -> tuple[_Located, ...]:
    """Where a telling says it is: the names after locating prepositions, of a chain the last and widest."""
    found: list[_Located] = []
    for match in _LOCATED.finditer(telling.text):
        words = words_of(match["name"], 0, len(match["name"]))
        stems = frozenset(without_titles(word.stem for word in words))
        if not stems or stems & _NO_PLACE:
            continue
        around = {word.stem for part in (match["what"], match["after"]) for word in words_of(part, 0, len(part))}
        after = {word.stem for word in words_of(match["after"], 0, len(match["after"]))}
        located = _Located(match["name"], telling.span(*match.span("name")), stems, _level(stems, around, after))
        if found and match.start() - (found[-1].span.end - telling.start) <= _CHAIN:
            found.pop()
        found.append(located)
    return tuple(found)


def _level(stems: frozenset[str], around: set[str], after: set[str]) -> str:
    if stems <= COUNTRIES:
        return "country"
    if (stems | around) & _AREA:
        return "area"
    return "spot" if (stems | after) & _SPOT else "place"


def _names(pair: AlignedPair, side: int, place: _Located) -> bool:
    """Whether the article of one side names the place anywhere."""
    text = pair.articles[side].text
    return bool(place.stems & {word.stem for word in words_of(text, 0, len(text))})


def _is_one_event(pair: AlignedPair, here: _Located, there: _Located) -> bool:
    if pair.is_brief:
        places = {root(stem) for stem in here.stems | there.stems}
        return bool(pair.shared_roots - places) or (pair.is_bare and pair.score >= SURE_ALIGNMENT)
    return slot_overlap(pair.story, pair.left, pair.right, [here.span, there.span]) >= CLOSE_SLOT
