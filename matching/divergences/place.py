"""`place`: one event, two places neither of which contains the other.

There is no gazetteer, so containment is read from the articles themselves: where either article names the other's place
anywhere, the two are left undecided, and so are a town and what is called a district, a valley or a country, a street
and a town. What is left are two names of one level that two reports give for one event.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from extractors.records import Span
from matching.countries import COUNTRIES
from matching.divergences.pair import AlignedPair
from matching.divergences.spots import opposite_sides, spots_of
from matching.divergences.telling import Telling
from matching.names import without_titles
from matching.records import Divergence
from matching.words import stems_of, words_of_phrase

_NAME = (
    r"(?:(?:St|Mount|Port|Lake|New|North|South|East|West) )?[A-Z][\w'’-]+"
    r"(?: (?:(?:of|the|de|on|upon) (?=[A-Z]))?[A-Z][\w'’-]+)*"
)
# Words that end what lies at a place: "in cold water behind Ada Moor".
_CUT = (
    r"(?:behind|with|by|for|to|from|about|against|under|over|and|or|but|who|which|that|when|where|as|than|after|before|"
    r"during|since|until|is|are|was|were|be|been|has|have|had)"
)
_LOCATED = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Oo]n|[Oo]ff|into|onto)\s+(?P<what>(?:(?:the|a|an|its|their|his|"
    rf"her)\s+)?"
    rf"(?:(?!{_CUT}\b)[a-z][\w'’-]*\s+){{0,6}}?(?:(?:capital|city|town), )?)(?P<name>{_NAME})(?P<after>(?:\s+[a-z-]+)?)"
)
_REACHED = re.compile(
    rf"\b(?:went|gone|goes|taken|took|brought|moved?|moving|flown|flew|travell?ed|drove|driven|sent|sailed|"
    rf"transferred|"
    rf"evacuated|airlifted|fled|shipped|towed|marched|diverted|relocated)(?: [\w'-]+){{0,4}}? to (?P<what>(?:the )?"
    rf"(?:(?:capital|city|town|port|village)(?: of|,)? )?)(?P<name>{_NAME})(?P<after>(?:\s+[a-z-]+)?)"
)
# "Brod will host the congress", "Brod was chosen as the site".
_HOSTS = re.compile(
    rf"(?P<what>)(?<![\w’'] )(?P<name>{_NAME})(?P<after>) (?:(?:will|is to|is going to|has agreed to|"
    rf"(?:has been|was) chosen to|plays?) )?host(?:s|ed)?\b"
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
# Words of names that tell what a place is, or which of its kind.
_KIND = (
    _SPOT
    | _AREA
    | stems_of(
        """
    crown high supreme district magistrate county general royal central national international city town university
    police community primary secondary
    """
    )
)
# Characters between two names of one chain: "at the Brick Lane ground in Tarn" is in Tarn.
_CHAIN = 16
_NO_PLACE = stems_of(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter english parliament congress twitter facebook
    """
)


# People before a preposition belong to what follows: "engineers at Tarn".
_AFFILIATED = re.compile(
    r"\b(?:\w+(?:ists?|ers|ors|ians|ents)|staff|police|doctors|people|families|crews?|fans|men|women|officials|"
    r"nurses) $"
)


# Where somebody or something belongs, not where an event took place.
_BELONGS = re.compile(
    r"\b(?:born|grew up|raised|brought up|native of|hails from|lives?|lived|living|resides?|resident|based|"
    r"headquarter\w*|head office|has its (?:seat|home|offices?)|registered|buried|retired to|comes? from)\b"
)


# Where it is tried, not where it happened.
_IN_COURT = re.compile(r"\b(?:court|courtroom|dock|on trial|tribunal|magistrates|judges?|jury|jurors|hearing)\b")


@dataclass(frozen=True, slots=True)
class _Located:
    name: str
    span: Span
    stems: frozenset[str]
    level: str


def other_place(pair: AlignedPair) -> Divergence | None:
    for elsewhere in (_BELONGS, _IN_COURT):
        one, two = (telling.has(elsewhere) for telling in pair.told)
        if one != two:
            return None
    if not pair.is_same_level:
        return None
    return _other_name(pair) or _other_spot(pair) or _other_side(pair)


def _other_name(pair: AlignedPair) -> Divergence | None:
    one, two = pair.read(_located)
    if any(_is_one_name(here, there) for here in one for there in two):
        return None
    for here, there in itertools.product(one, two):
        if (
            here.level == there.level
            and _is_area(pair, 0, here) == _is_area(pair, 1, there)
            and not _names(pair, 0, there)
            and not _names(pair, 1, here)
        ):
            return _diverges(pair, "place.names_apart", (here.name, there.name), (here.span, there.span))
    return None


def _is_one_name(here: _Located, there: _Located) -> bool:
    """A word in common other than for what both are: "Ansel Crown Court" and "Calder Crown Court" are two."""
    shared = here.stems & there.stems
    return bool(shared) and not (shared <= _KIND and here.stems - shared and there.stems - shared)


def _other_spot(pair: AlignedPair) -> Divergence | None:
    """Neither article may use the other's word anywhere: a school hall may have a school around it."""
    one, two = pair.read(spots_of)
    if any(here.kind == there.kind for here in one for there in two):
        return None
    for here, there in itertools.product(one, two):
        if here.stem not in pair.all_told.stems_in(pair.right.article) and there.stem not in pair.all_told.stems_in(
            pair.left.article
        ):
            return _diverges(pair, "place.spots_apart", (here.span.exact, there.span.exact), (here.span, there.span))
    return None


def _other_side(pair: AlignedPair) -> Divergence | None:
    found = opposite_sides(*pair.told)
    if found is None:
        return None
    return _diverges(pair, "place.opposite_sides", (found[0].exact, found[1].exact), found)


def _diverges(pair: AlignedPair, rule: str, values: tuple[str, str], spans: tuple[Span, Span]) -> Divergence:
    explanation = f"{pair.sources[0]} places it at “{values[0]}”, {pair.sources[1]} at “{values[1]}”."
    return pair.diverges("place", rule, values, spans, explanation)


def _located(telling: Telling) -> tuple[_Located, ...]:
    """Where a telling says it is: the names after locating prepositions, of a chain the last and widest."""
    found: list[_Located] = []
    matches = [match for pattern in (_LOCATED, _REACHED, _HOSTS) for match in pattern.finditer(telling.text)]
    for match in sorted(matches, key=re.Match.start):
        words = words_of_phrase(match["name"])
        stems = frozenset(without_titles(word.stem for word in words))
        if not stems or stems & _NO_PLACE or _AFFILIATED.search(telling.low[: match.start()]):
            continue
        around = {word.stem for part in (match["what"], match["after"]) for word in words_of_phrase(part)}
        after = {word.stem for word in words_of_phrase(match["after"])}
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


def _is_area(pair: AlignedPair, side: int, place: _Located) -> bool:
    """Whether the article speaks of the place as of a country or region: "northern Marland", "Marland's army"."""
    name = re.escape(place.name)
    pattern = (
        rf"(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral|[Aa]cross|[Tt]hroughout|[Uu]pper|"
        rf"[Ll]ower) {name}\b|"
        rf"\b{name}(?:['’]s)? (?:government|president|parliament|premier|army|navy|province|region|capital|coast|"
        rf"minister|"
        rf"border|county|state|authorities|national)|\b{name}(?:ian|ese|n)s?\b"
    )
    return re.search(pattern, pair.articles[side].text) is not None


def _names(pair: AlignedPair, side: int, place: _Located) -> bool:
    """Whether the article of one side names the place anywhere, by more than what kind of place it is."""
    return bool((place.stems - _KIND or place.stems) & pair.all_told.stems_in((pair.left, pair.right)[side].article))
