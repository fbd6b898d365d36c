"""What the facets of two claims have in common and where they cannot be joined: times, numbers, places.

Values are compared as intervals, never as words (`extractors.facets.comparing`). Here stands what the words around a
value decide: whether two numbers measure the same thing, whether two places have one name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Generic, Literal, TypeVar

from extractors.facets.comparing import quantities_meet, same_kind
from extractors.records import Place, Quantity, Time
from extractors.speakers.words import roles
from matching.countries import COUNTRIES
from matching.words import stem, stems_of, words_of_phrase

Likeness = Literal["same", "different", "unclear"]
_Facet = TypeVar("_Facet", Place, Quantity, Time)

_DAY_OR_FINER = frozenset({"minute", "hour", "day"})

# Words for the same thing counted, as counts in news are told. Each line is one class; words in no class are compared
# by the stem of their head.
_SAME_COUNTED = tuple(
    frozenset(stem(word) for word in line.split())
    for line in (
        "home house household property customer",
        "job position post worker employee staff",
        "store shop branch outlet",
        "seat deputy lawmaker member mp",
        "soldier troop serviceman",
        "firefighter crew",
        "car vehicle lorry truck",
        "round shell missile rocket",
        "signature signatory",
        "ballot vote",
        "migrant refugee arrival",
        "page document",
        "match game fixture",
        "ship vessel boat",
        "plane aircraft jet airliner",
        "flat apartment",
        "film movie",
        "picture painting canvas",
        "book copy volume",
        "fire blaze wildfire",
        "gunman attacker assailant",
        "country nation",
        "street road",
    )
)
# Words for anybody: whoever is counted under a narrower word ("miner", "voter") may be meant.
_ANYBODY = stems_of(
    """
    person people man woman resident individual citizen victim other
    """
)
_SOMEBODY = stems_of(
    """
    person people man woman child boy girl resident inhabitant individual citizen villager passenger patient
    member worker employee staff voter student pupil teacher miner sailor fisherman soldier troop officer prisoner
    captive hostage refugee migrant protester demonstrator marcher spectator fan supporter runner rider player
    guest tourist visitor driver nurse doctor victim survivor evacuee inmate detainee volunteer firefighter crew
    journalist deputy lawmaker farmer lecturer scientist colleague customer parishioner conscript recruit deserter
    militant rebel
    """
)
_AT_LEISURE = stems_of(
    """
    bather swimmer walker hiker climber skier cyclist motorist motorcyclist commuter holidaymaker shopper reveller
    pedestrian camper sunbather traveller pilgrim mourner onlooker competitor athlete contestant entrant applicant
    subscriber listener taxpayer pensioner teenager youth youngster toddler baby infant adult dancer theatregoer
    concertgoer churchgoer cinemagoer festivalgoer partygoer worshipper trainee apprentice tenant homeowner islander
    townspeople settler nomad diner drinker gambler buyer seller consumer bystander
    """
)
# Who comes to the aid of people is not counted among them; illnesses are counted as often as those who have them.
_HELPERS = stems_of("firefighter police policeman officer rescuer paramedic doctor nurse volunteer")
_CASES = stems_of("case infection patient")
# Words that divide what is counted.
_DIVIDING = stems_of(
    """
    gold silver bronze male female young old elderly adult foreign local domestic civilian military new used private
    public state urban rural junior senior direct indirect serious minor severe
    """
)
# What befell the counted and excludes the rest: who was killed was not injured. Other verbs tell how it was counted.
_EXCLUDED_MEASURES = """
    killed injured arrested missing displaced evacuated rescued infected hospitalised jailed sentenced charged
    convicted abducted sacked trapped destroyed damaged for against first second
"""
_EXCLUDING = frozenset(_EXCLUDED_MEASURES.split())


@dataclass(frozen=True, slots=True)
class Meeting(Generic[_Facet]):
    """Two facets of the same kind that meet, one from each claim."""

    left: _Facet
    right: _Facet


def is_day(time: Time) -> bool:
    """True for a time that names one day, or a moment of it."""
    return time.granularity in _DAY_OR_FINER and time.first is not None and time.first == time.last


def same_measure(left: Quantity, right: Quantity) -> Likeness:
    """Whether two quantities measure the same thing: unit first, then what befell the counted, then what is counted.

    "Unclear" where one of the two does not say what it counts or what befell it.
    """
    if not same_kind(left, right) or _exclude_each_other(left.measure, right.measure):
        return "different"
    counted = _same_counted(left.of, right.of)
    if counted == "different":
        return "different"
    if left.measure and left.measure == right.measure:
        return "same"
    # A count of what one report says was killed and the other only counts is not known to be one measure.
    told = {left.measure, right.measure} & _EXCLUDING
    return "same" if counted == "same" and not told else "unclear"


def _exclude_each_other(left: str | None, right: str | None) -> bool:
    return (left != right and left in _EXCLUDING and right in _EXCLUDING) or {left, right} == {"rise", "fall"}


def shared_days(left: Iterable[Time], right: Iterable[Time]) -> tuple[Meeting[Time], ...]:
    """Pairs of times, each naming one day, that name the same day."""
    right = tuple(time for time in right if is_day(time))
    return tuple(Meeting(a, b) for a in left if is_day(a) for b in right if a.first == b.first)


def shared_numbers(left: Iterable[Quantity], right: Iterable[Quantity]) -> tuple[Meeting[Quantity], ...]:
    right = tuple(right)
    return tuple(
        Meeting(a, b) for a in left for b in right if same_measure(a, b) != "different" and quantities_meet(a, b)
    )


def shared_places(left: Iterable[Place], right: Iterable[Place]) -> tuple[Meeting[Place], ...]:
    """Pairs of places of one name; countries are left out, as stories are full of them."""
    right = tuple(right)
    return tuple(
        Meeting(a, b)
        for a in left
        for b in right
        if place_key(a) == place_key(b) and not set(place_key(a)) <= COUNTRIES
    )


def place_key(place: Place) -> tuple[str, ...]:
    return tuple(word.stem for word in words_of_phrase(place.name) if word.is_content)


def _same_counted(left: str | None, right: str | None) -> Likeness:
    """Two things counted, by their heads: "union member" and "member" are one, "member" and "train" are two."""
    if not left or not right:
        return "unclear"
    one, two = _head(left), _head(right)
    if _is_kind_of(left, right, one, two):
        return "unclear"
    if one == two or any(one in kind and two in kind for kind in _SAME_COUNTED):
        return "same"
    if {one, two} & _HELPERS and {one, two} & _ANYBODY:
        return "different"
    if {one, two} & _CASES and {one, two} & _ANYBODY:
        return "unclear"
    if (one in _ANYBODY and two in _SOMEBODY) or (two in _ANYBODY and one in _SOMEBODY):
        return "same"
    # "People" and "bathers" may be all and some of them.
    return "unclear" if one in _persons() and two in _persons() and {one, two} & (_SOMEBODY | _ANYBODY) else "different"


@cache
def _persons() -> frozenset[str]:
    """Stems of nouns for one person."""
    return _SOMEBODY | _AT_LEISURE | frozenset(stem(noun) for noun in roles())


def _is_kind_of(left: str, right: str, one: str, two: str) -> bool:
    """Whether one side counts some of a kind where the other counts all: "gold medals" and "medals"."""
    if one != two:
        return False
    some = {word.stem for word in words_of_phrase(left)} ^ {word.stem for word in words_of_phrase(right)}
    return bool(some & _DIVIDING)


def _head(counted: str) -> str:
    return words_of_phrase(counted)[-1].stem
