"""Persons whom an article only describes, under the name that another one gives them.

A case is the description, and the texts of the other articles with a name in ⟦⟧ and its title or apposition in ⟪⟫.
"""

import re

import pytest

from extractors.records import Extraction, Span, Speaker
from matching.identities import one_identity
from matching.records import Article


def article(name: str, text: str, speaker: Speaker) -> Article:
    return Article(name, name, None, None, None, text, Extraction("", "en", "1", (), (), (), (speaker,), ()))


def naming(name: str, given: str) -> Article:
    text = re.sub(r"[⟦⟧⟪⟫]", "", given)
    [named], [title] = re.findall(r"⟦(.*?)⟧", given), re.findall(r"⟪(.*?)⟫", given)
    role = Span.of(text, text.index(title), text.index(title) + len(title))
    return article(name, text, Speaker("s1", named, "person", False, (), None, (role,)))


@pytest.mark.parametrize(
    ("description", "others", "expected"),
    [
        ("the former Norland president", ["Former Norland ⟪President⟫ ⟦Ann Lee⟧ spoke."], "Ann Lee"),
        ("the former Norland president", ["⟦Ann Lee⟧, ⟪a former president of Norland⟫, spoke."], "Ann Lee"),
        ("Ina Hale's lawyer", ["⟦Bob Ray⟧, ⟪a lawyer for Ina Hale⟫, spoke."], "Bob Ray"),
        ("Ina Hale's attorney", ["Ina Hale’s ⟪lawyer⟫ ⟦Bob Ray⟧ spoke."], "Bob Ray"),
        ("a Ledger spokeswoman", ["The Ledger ⟪spokesperson⟫ ⟦Ann Lee⟧ spoke."], "Ann Lee"),
        ("Ina Hale's budget director", ["⟪Budget Director⟫ ⟦Ann Lee⟧ spoke."], "Ann Lee"),
        ("the Norland president", ["Former Norland ⟪President⟫ ⟦Ann Lee⟧ spoke."], None),
        ("Ina Moor's lawyer", ["⟦Bob Ray⟧, ⟪a lawyer for Ina Hale⟫, spoke."], None),
        ("the senator", ["⟪Senator⟫ ⟦Ann Lee⟧ spoke."], None),
        (
            "a Norland senator",
            ["Norland ⟪Senator⟫ ⟦Ann Lee⟧ spoke.", "Norland ⟪Senator⟫ ⟦Bob Ray⟧ spoke."],
            None,
        ),
    ],
)
def test_a_description_is_the_only_person_whom_another_article_tells_it_of(
    description: str, others: list[str], expected: str | None
) -> None:
    describing = article("0", "They spoke.", Speaker("s1", description, "person", True, ()))
    first, *_ = one_identity([describing, *(naming(str(i), text) for i, text in enumerate(others, 1))])
    [speaker] = first.extraction.speakers
    assert (speaker.name, speaker.anonymous) == ((expected, False) if expected else (description, True))
