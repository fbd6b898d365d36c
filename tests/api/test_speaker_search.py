"""A search finds a name that is not written as the articles write it, and the best first."""

from __future__ import annotations

import pytest

from api.resources.speakers.searching import Search

NAMES = ("Ann Lee", "Antony Blinken", "Elizabeth Warren", "José Álvarez", "Leon Hale", "Todd Akin", "William O'Neil")


def found(sought: str) -> list[str]:
    search = Search(sought)
    ranks = {name: search.rank([name]) for name in NAMES}
    return sorted((name for name in NAMES if ranks[name]), key=lambda name: -ranks[name])


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ("Todd Akin", ["Todd Akin"]),
        ("akin", ["Todd Akin"]),
        ("Akin, Todd", ["Todd Akin"]),
        ("Congressman Akin", ["Todd Akin"]),
        ("Mr. Akin", ["Todd Akin"]),
        ("Secretary of State Blinken", ["Antony Blinken"]),
        ("Secretary Blinken", ["Antony Blinken"]),
        ("blink", ["Antony Blinken"]),
        ("Anthony Blinken", ["Antony Blinken"]),
        ("Blinkne", ["Antony Blinken"]),
        ("Blinkn", ["Antony Blinken"]),
        ("A. Blinken", ["Antony Blinken"]),
        ("Bill O’Neil", ["William O'Neil"]),
        ("oneil", ["William O'Neil"]),
        ("Jose Alvarez", ["José Álvarez"]),
        ("ÁLVAREZ", ["José Álvarez"]),
        ("Liz Warren", ["Elizabeth Warren"]),
        ("Lee", ["Ann Lee"]),
        ("Todd Lee", []),
        ("Treasury", []),
        ("Akins", ["Todd Akin"]),
        ("Akn", []),
        ("Warner", []),
        ("le", []),
        ("Kremlin", []),
        ("?!", []),
        ("Mr.", []),
    ],
)
def test_a_name_is_found(sought: str, expected: list[str]) -> None:
    assert found(sought) == expected


def test_the_whole_name_comes_before_a_part_of_one_and_that_before_a_guess() -> None:
    names = ("Lee", "Ann Lee", "Leed")
    ranks = [Search("lee").rank([name]) for name in names]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) == len(ranks)


def test_any_of_the_names_of_a_speaker_will_do() -> None:
    assert Search("nato").rank(["North Atlantic Treaty Organization", "NATO"]) > 0
