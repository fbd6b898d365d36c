"""Quantities in words, as explanations and shared values show them."""

from __future__ import annotations

import pytest

from extractors.records import Quantity, Span
from matching.plurals import plural
from matching.values import number_in_words


@pytest.mark.parametrize(
    ("nouns", "plurals"),
    [
        ("person child man woman", "people children men women"),
        ("spokesman human german", "spokesmen humans germans"),
        ("ferry day boss church box bus hero", "ferries days bosses churches boxes buses heroes"),
        ("crisis wolf aircraft police series", "crises wolves aircraft police series"),
    ],
)
def test_plurals_of_words(nouns: str, plurals: str) -> None:
    assert " ".join(plural(noun) for noun in nouns.split()) == plurals


@pytest.mark.parametrize(
    ("noun", "wanted"),
    [
        ("police officer", "police officers"),
        ("stranded person", "stranded people"),
        ("member of parliament", "members of parliament"),
        ("metre per second", "metres per second"),
        ("Republican", "Republicans"),
    ],
)
def test_plurals_of_phrases(noun: str, wanted: str) -> None:
    assert plural(noun) == wanted


@pytest.mark.parametrize(
    ("lower", "upper", "unit", "of", "wanted"),
    [
        (212, 212, None, "person", "212 people"),
        (1, 1, None, "person", "1 person"),
        (0, 0, None, "arrest", "0 arrests"),
        (12, None, None, "child", "at least 12 children"),
        (None, 3, None, "ferry", "at most 3 ferries"),
        (4, 6, None, "police officer", "4 to 6 police officers"),
        (5, 5, None, None, "5"),
        (3e6, 3e6, "USD", None, "3,000,000 USD"),
        (40, 40, "USD_per_year", None, "40 USD per year"),
        (1234.5, 1234.5, "metre", None, "1,234.5 metres"),
        (1234567.8, 1234567.8, "metre", None, "1,234,568 metres"),
        (0.125, 0.125, "metre", None, "0.125 metres"),
        (500, 500, "rupee", None, "500 rupees"),
        (7, 7, "percent", "voter", "7 percent (voter)"),
        (0.5, 0.5, "percentage_point", None, "0.5 percentage points"),
        (34, 34, "year_of_age", None, "34 years of age"),
        (1, 1, "kilogram", None, "1 kilogram"),
        (2, 2, "square_metre", None, "2 square metres"),
        (2, 2, "times", None, "2 times"),
        (7200, 7200, "second", None, "2 hours"),
        (86_400, 2 * 86_400, "second", None, "1 to 2 days"),
        (90, 90, "second", None, "90 seconds"),
        (0, 0, "second", None, "0 seconds"),
        (12, 12, "month", None, "1 year"),
        (30, 30, "month", None, "30 months"),
        (2, 2, "ordinal", "term", "2nd term"),
        (11, 11, "ordinal", None, "11th"),
        (123, 123, "ordinal", None, "123rd"),
    ],
)
def test_quantities(lower: float | None, upper: float | None, unit: str | None, of: str | None, wanted: str) -> None:
    quantity = Quantity(Span(0, 1, "x"), lower, upper, unit, approximate=False, measure=None, of=of)
    assert number_in_words(quantity) == wanted


def test_an_approximate_quantity_is_about_its_value() -> None:
    quantity = Quantity(Span(0, 3, "200"), 200, 200, None, approximate=True, measure=None, of="car")
    assert number_in_words(quantity) == "about 200 cars"
