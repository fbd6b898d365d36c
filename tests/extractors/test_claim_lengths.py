"""Claims of other lengths than the clauses a sentence is cut into.

Expected are the texts of all that is no clause, in reading order, each with its level: "S" sentence, "p" part, "n"
phrase. What a holder says has the holder in front.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractors.records import Claim
from tests.extractors.test_claims import Named, claims_of

SHORT = {"sentence": "S", "part": "p", "phrase": "n"}


def lengths(claims: tuple[Claim, ...]) -> list[str]:
    found = []
    for claim in claims:
        if claim.level != "clause":
            speaker = claim.attribution.speaker if claim.attribution else None
            found.append(f"{SHORT[claim.level]} {f'{speaker.name}: ' if speaker else ''}{claim.text}")
    return found


OWN: list[tuple[str, list[str]]] = [
    ("The bridge fell.", []),
    ("The firm agreed to pay a fine.", []),
    ("Did the bridge fall because the cables had rusted?", []),
    ("A quiet town.", []),
    (
        "The council closed the road and opened two shelters.",
        ["S The council closed the road and opened two shelters"],
    ),
    ("The crews left when the rain began.", ["p The crews left", "p when the rain began"]),
    ("The town will flood if the dam breaks.", ["p if the dam breaks"]),
    (
        "Ada Tarn, the mayor of Orrin, resigned on Monday.",
        ["S Ada Tarn, the mayor of Orrin, resigned on Monday", "n the mayor of Orrin"],
    ),
    (
        "After a long debate the board of the town approved the sale of the harbour.",
        ["n the board of the town", "n the sale of the harbour"],
    ),
    ("The crews found no trace of the missing boat after a long search.", []),
    (
        "The crew of the boat had left Orrin before the great harbour fire.",
        ["n The crew of the boat", "n the great harbour fire"],
    ),
]

SAID: list[tuple[str, list[Named], list[str]]] = [
    (
        "The mayor said the bridge was safe.",
        [("The mayor", "said", "the bridge was safe")],
        ["S The mayor: The mayor said the bridge was safe", "p The mayor said"],
    ),
    (
        "“The bridge was safe,” the mayor said in Orrin on Monday.",
        [("the mayor", "said", "“The bridge was safe,”")],
        [
            "S the mayor: “The bridge was safe,” the mayor said in Orrin on Monday",
            "p the mayor said in Orrin on Monday",
        ],
    ),
    (
        "The mayor said the bridge was safe and the road was open.",
        [("The mayor", "said", "the bridge was safe and the road was open")],
        [
            "S The mayor: The mayor said the bridge was safe and the road was open",
            "p The mayor: The mayor said the bridge was safe",
            "p The mayor said",
            "p The mayor: the bridge was safe and the road was open",
        ],
    ),
    (
        "The mayor said the bridge was safe because engineers had tested it.",
        [("The mayor", "said", "the bridge was safe because engineers had tested it")],
        [
            "S The mayor: The mayor said the bridge was safe because engineers had tested it",
            "p The mayor: The mayor said the bridge was safe",
            "p The mayor said",
            "p The mayor: the bridge was safe",
            "p The mayor: because engineers had tested it",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_lengths_of_what_the_article_states(nlp: Language, text: str, expected: list[str]) -> None:
    assert lengths(claims_of(nlp, text)) == expected


@pytest.mark.parametrize(("text", "attributions", "expected"), SAID)
def test_lengths_of_what_somebody_says(
    nlp: Language, text: str, attributions: list[Named], expected: list[str]
) -> None:
    assert lengths(claims_of(nlp, text, *attributions)) == expected


def test_the_article_never_states_a_content_without_the_words_that_attribute_it(nlp: Language) -> None:
    text = "He fled the town, the police said, but his brother was arrested."
    claims = claims_of(nlp, text, ("the police", "said", "He fled the town"))
    assert not [
        claim.text
        for claim in claims
        if claim.attribution is None and "He fled" in claim.text and "police said" not in claim.text
    ]


def test_a_claim_names_the_narrowest_one_around_it(nlp: Language) -> None:
    text = "The council closed the road and opened two shelters when the storm had passed."
    claims = {claim.text: claim for claim in claims_of(nlp, text)}
    sentence = claims[text.rstrip(".")]
    opened = claims["The council … opened two shelters when the storm had passed"]
    assert sentence.within is None
    assert claims["The council closed the road"].within == sentence.id
    assert opened.within == sentence.id
    assert claims["when the storm had passed"].within == opened.id


def test_a_condition_by_itself_is_hypothetical(nlp: Language) -> None:
    text = "Nobody in the town will pay the fine if the court agrees with the firm."
    found = [claim for claim in claims_of(nlp, text) if claim.text.startswith("if ")]
    assert [claim.certainty for claim in found] == ["hypothetical"]


def test_what_somebody_else_found_is_only_reported(nlp: Language) -> None:
    text = "The report on Monday showed that the dam had rusted."
    found = [claim for claim in claims_of(nlp, text) if claim.text.startswith("that the dam")]
    assert [(claim.level, claim.certainty) for claim in found] == [("part", "reported")]
