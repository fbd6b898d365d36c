"""Places: which names are places, which lies in which, and which stand for a government. Nothing here needs a tree."""

import pytest
from spacy.language import Language

from extractors.facets import contains, find_places, government_of
from extractors.facets.places import are_seat_and_capital, names_within

NAMED = [
    ("She lives in Orrin.", ["Orrin"]),
    ("It burned near Port Orrin.", ["Port Orrin"]),
    ("It burned in Krasnohorivka, Ukraine, on Monday.", ["Krasnohorivka, Ukraine"]),
    ("It burned in Orrin, Texas.", ["Orrin, Texas"]),
    ("The Geneva talks failed.", ["Geneva"]),
    ("She flew to Geneva and Kyiv.", ["Geneva", "Kyiv"]),
    ("She flew from the UK to France.", ["United Kingdom", "France"]),
]
NO_PLACES = [
    "She spoke to Orr.",
    "He wrote in English.",
    "It rained in May.",
    "In Congress they voted.",
    "She gave it to Monday's winner.",
    "He believed in God.",
    "It was said in The Times.",
    "She came from Orr's house.",
]
CONTAINED = [
    ("Ukraine", "Krasnohorivka, Ukraine", True),
    ("Ukraine", "Kyiv", True),
    ("Europe", "Kyiv", True),
    ("United States", "Orrin, Texas", True),
    ("Ukraine", "Ukraine", True),
    ("the UK", "London", True),
    ("Poland", "Kyiv", False),
    ("Asia", "Paris, France", False),
    ("Poland", "Orrin", None),
]
SEATS = [
    ("the Kremlin", "Russia"),
    ("Downing Street", "United Kingdom"),
    ("10 Downing Street", "United Kingdom"),
    ("Moscow", "Russia"),
    ("Beijing", "China"),
    ("Orrin", None),
    ("Geneva", None),
    ("Kaliningrad", None),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_places(words: Language, text: str, names: list[str]) -> None:
    assert [place.name for place in find_places(words(text))] == names


@pytest.mark.parametrize("text", NO_PLACES)
def test_no_place(words: Language, text: str) -> None:
    assert find_places(words(text)) == ()


@pytest.mark.parametrize(("outer", "inner", "lies"), CONTAINED)
def test_containment(outer: str, inner: str, lies: bool | None) -> None:
    assert contains(outer, inner) is lies


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Moscow", "the Kremlin", True),
        ("Downing Street", "London", True),
        ("the White House", "the Pentagon", False),
        ("Moscow", "London", False),
        ("Orrin", "the Kremlin", False),
    ],
)
def test_a_seat_and_its_capital(one: str, other: str, expected: bool) -> None:
    assert are_seat_and_capital(one, other) is expected


@pytest.mark.parametrize(("name", "country"), SEATS)
def test_seats_of_government(name: str, country: str | None) -> None:
    assert government_of(name) == country


@pytest.mark.parametrize(
    ("outer", "inner", "lies"), [("Ukraine", "kyiv", True), ("Ukraine", "kiev", True), ("Ukraine", "warsaw", False)]
)
def test_names_within(outer: str, inner: str, lies: bool) -> None:
    assert (inner in names_within(outer)) is lies
