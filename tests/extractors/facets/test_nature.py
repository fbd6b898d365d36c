"""Whether a claim asserts a fact, an opinion, a prediction or a hypothesis. The claim is the whole sentence."""

import pytest
from spacy.language import Language

from extractors.facets import certainty_of, nature_of
from extractors.records import Nature, Stance
from tests.extractors.facets.reading import claim_words

OPINIONS = [
    "The mayor should resign.",
    "The town ought to sell the port.",
    "The council had better act.",
    "The crews deserve better pay.",
    "The plan is a disgrace.",
    "The ruling was wrong.",
    "The ruling was deeply unfair.",
    "It was the worst night of the year.",
    "She is a great lawyer.",
    "This law is a bad joke.",
    "That is nonsense.",
    "I think the mayor lied.",
    "We believe the town can recover.",
    "In my view the mayor lied.",
    "I don't believe the mayor lied.",
    "We are proud of the crews.",
    "Unfortunately, the bridge fell.",
    "The mayor rightly closed the bridge.",
]
FACTS = [
    "The mayor resigned.",
    "The plan is a secret.",
    "The plan is illegal.",
    "The bridge is 300 metres long.",
    "The mayor is a lawyer.",
    "The great fire of 1910 destroyed the port.",
    "The best runner finished in an hour.",
    "The worst storm in years closed the port.",
    "Voters must register by Monday.",
    "The firm has to pay a fine.",
    "The mayor was asked whether she should resign.",
    "She has won the Nobel Prize.",
    "Good Hope station reopened.",
    "The crews fair well.",
    "The council voted on a bill that critics call unjust.",
    "The firm thinks about a sale.",
]
OTHERS: list[tuple[str, Nature]] = [
    ("The mayor will win.", "prediction"),
    ("Prices are going to rise.", "prediction"),
    ("The mayor is likely to resign.", "prediction"),
    ("The town would flood.", "hypothesis"),
    ("If the dam breaks, the town will flood.", "hypothesis"),
    ("The envoys will meet on Monday.", "fact"),
    ("The mayor plans to visit Orrin.", "fact"),
]
STANCES: list[tuple[str, Stance, Nature]] = [
    ("the mayor must resign", "asserts", "opinion"),
    ("the town sells the port", "demands", "opinion"),
    ("the town sells the port", "predicts", "prediction"),
    ("the mayor took bribes", "asks", "hypothesis"),
    ("the mayor took bribes", "asserts", "fact"),
    ("the mayor took bribes", "denies", "fact"),
]


def nature(tree: Language, text: str, stance: Stance | None = None) -> Nature:
    words = claim_words(tree, text)
    return nature_of(words, certainty_of(words, text, stance).value, stance)


@pytest.mark.parametrize("text", OPINIONS)
def test_what_no_record_could_settle_is_an_opinion(tree: Language, text: str) -> None:
    assert nature(tree, text) == "opinion"


@pytest.mark.parametrize("text", FACTS)
def test_what_could_be_looked_up_is_a_fact(tree: Language, text: str) -> None:
    assert nature(tree, text) == "fact"


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_what_lies_ahead_or_hangs_on_a_condition(tree: Language, text: str, expected: Nature) -> None:
    assert nature(tree, text) == expected


@pytest.mark.parametrize(("text", "stance", "expected"), STANCES)
def test_a_stance_of_the_holder(tree: Language, text: str, stance: Stance, expected: Nature) -> None:
    assert nature(tree, text, stance) == expected
