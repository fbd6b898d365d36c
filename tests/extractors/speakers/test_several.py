"""Those whom one mention joins or gives as examples: a short invented passage each."""

import pytest

from tests.extractors.speakers.passages import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦a few, such as Ann Lee and Bob Ray,⟧ said no.", "Ann Lee and Bob Ray"),
        (
            "⟦Others, including the party chiefs for Elm County, Ann Lee, and Port County, Bob Ray,⟧ said no.",
            "Ann Lee and Bob Ray",
        ),
        (
            "⟦a handful — including Senator Ann Lee of Norland, the head of the board; Senator Bob Ray of Ghent; and "
            "Ina Hale⟧ said no.",
            "Ann Lee, Bob Ray and Ina Hale",
        ),
        ("⟦Some, such as the advocacy group Harbour Watch,⟧ said no.", "Harbour Watch"),
        ("⟦big firms like Acme, Zorblat and Ghent Airlines all⟧ said no.", "Acme, Zorblat and Ghent Airlines"),
        ("⟦leading figures like Ann Lee and Bob Ray⟧ said no.", "leading figures like Ann Lee and Bob Ray"),
        ("⟦Supporters of the port, including Ann Lee,⟧ said no.", "Supporters of the port"),
    ],
)
def test_a_few_are_those_given_as_examples_and_a_group_is_itself(text: str, expected: str) -> None:
    assert names(text) == [expected]


def test_a_list_may_part_its_members_by_semicolons() -> None:
    text = "⟦Senators Ann Lee of Norland; Gov. Bob Ray of Ghent; and Ina Hale⟧ said no."
    assert names(text) == ["Ann Lee, Bob Ray and Ina Hale"]
