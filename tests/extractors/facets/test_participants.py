"""Who takes part in a sentence, and whose government a seat that acts stands for."""

import pytest
from spacy.language import Language

from extractors.facets.participants import find_participants
from extractors.parsed import Parsed

SEATS = [
    ("The Kremlin rejected the plan.", ("Kremlin", "subject", "Russia")),
    ("Moscow rejected the plan.", ("Moscow", "subject", "Russia")),
    ("Downing Street refused the offer.", ("Downing Street", "subject", "United Kingdom")),
    ("The offer was refused by Beijing.", ("Beijing", "subject", "China")),
    ("Geneva hosted the talks.", ("Geneva", "subject", None)),
    ("Rebels shelled Kyiv.", ("Kyiv", "object", None)),
    ("Moscow was shelled.", ("Moscow", "object", None)),
    ("Moscow University rejected the plan.", ("Moscow University", "subject", None)),
]


@pytest.mark.parametrize(("text", "expected"), SEATS)
def test_a_seat_stands_for_its_government_where_it_acts(
    tree: Language, text: str, expected: tuple[str, str, str | None]
) -> None:
    found = [(one.name, one.role, one.government_of) for one in find_participants(Parsed.of(tree(text)))]
    assert expected in found
