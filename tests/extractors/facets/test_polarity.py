"""Whether a claim affirms or denies its own predicate. The claim is the whole sentence, or what stands in ⟦⟧."""

import pytest
from spacy.language import Language

from extractors.facets import polarity_of
from tests.extractors.facets.reading import claim_words, marked_spans, unmarked

NEGATED = [
    "The mayor did not resign.",
    "The mayor didn't resign.",
    "The mayor didn’t resign.",
    "The mayor never resigned.",
    "The mayor will not resign.",
    "The mayor won't resign.",
    "The mayor cannot resign.",
    "The mayor is not a crook.",
    "The bridge was not built.",
    "Nobody was hurt.",
    "No one was hurt.",
    "No people were hurt.",
    "None of the crew was hurt.",
    "Nothing was found.",
    "Neither side won.",
    "Neither the mayor nor the judge came.",
    "The mayor failed to pay.",
    "The mayor refused to pay.",
    "The mayor declined to comment.",
    "The mayor was unable to pay.",
    "The mayor denied the charge.",
    "The mayor ruled out a sale.",
    "The town has no water.",
    "The police found no weapons.",
    "The town was left without power.",
    "The mayor hardly spoke.",
    "The plan lacks support.",
    "The mayor has yet to reply.",
    "It is not true that the bridge fell.",
    "The mayor did not resign because of the fire.",
    "The army did not fire on the crowd.",
    "There is no evidence of fraud.",
    "There was no vote.",
    "Orr is no longer the mayor.",
    "The mayor said ⟦he would not resign⟧.",
    "“⟦We will not leave⟧,” she said.",
    "The mayor, who won, did not speak.",
    "The mayor would not say who won.",
    "The ferry never reached the port.",
    "The deal is far from done.",
    "It is no easy task.",
    "It is no secret.",
    "The mayor did not resign for health reasons.",
    "The mayor did not build it for the town.",
    "The police could not find the driver.",
    "The report holds no proof of fraud.",
    "The ferry no longer runs.",
]
AFFIRMED = [
    "The mayor resigned.",
    "The mayor not only resigned but left.",
    "Not only did the mayor resign, she left.",
    "The mayor did not fail to pay.",
    "The mayor never failed to pay.",
    "The mayor did not deny the charge.",
    "Nobody failed to pay.",
    "It is not unusual.",
    "The plan is not without risk.",
    "It is not impossible.",
    "Not surprisingly, the mayor won.",
    "No fewer than 12 people died.",
    "No less than $5 was paid.",
    "The mayor won with no help.",
    "No doubt the mayor won.",
    "Not long ago the mayor won.",
    "Did the mayor not resign?",
    "Why didn't the mayor resign?",
    "The mayor, who did not vote, won.",
    "The mayor left because she had not won.",
    "The mayor said that ⟦she won⟧, not that she ran.",
    "⟦The mayor resigned⟧, but the judge did not.",
    "The judge did not resign, but ⟦the mayor did⟧.",
    "If it does not rain, the fair will open.",
    "When nobody came, the mayor left.",
    "The mayor hopes the judge will not resign.",
    "The mayor said the judge did not resign.",
    "The mayor left without a word.",
    "The mayor denied access to the press.",
    "The man who never smiles won.",
    "The bridge that was not built cost $5.",
    "The mayor won no matter what they say.",
    "In no time the mayor won.",
    "The mayor never refuses to speak.",
    "Unless it rains, the fair will open.",
    "The note was signed.",
    "Knots were tied.",
    "The non-profit grew.",
    "The unknown man won.",
    "The mayor won against all odds.",
    "The no-fly zone holds.",
    "It opened under a no-bid contract.",
    "A not-for-profit group won.",
    "The mayor opposed the plan.",
    "The mayor rejected the plan.",
    "The minority won.",
    "The mayor could not agree more.",
    "The mayor lost.",
    "The mayor won, not the judge.",
    "It is no small feat.",
    "That is no bad thing.",
    "The town has no shortage of water.",
    "The mayor is no stranger to scandal.",
    "The mayor did not resign for no reason.",
    "The mayor has not won for nothing.",
    "The mayor did not resign without cause.",
    "The mayor left without a word.",
    "The mayor, who never paid, resigned.",
    "The mayor can but hope.",
    "No sooner had she won than she left.",
]
BY_WORDS = [
    ("The mayor did not resign.", "negated"),
    ("The mayor never resigned.", "negated"),
    ("Nobody was hurt.", "negated"),
    ("The mayor failed to pay.", "negated"),
    ("The mayor resigned.", "affirmed"),
    ("The mayor not only resigned but left.", "affirmed"),
    ("If it does not rain, the fair will open.", "affirmed"),
    ("The mayor won because the judge did not run.", "affirmed"),
]


@pytest.mark.parametrize("marked", NEGATED)
def test_negated(tree: Language, marked: str) -> None:
    assert polarity_of(claim_words(tree, unmarked(marked), marked_spans(marked))) == "negated"


@pytest.mark.parametrize("marked", AFFIRMED)
def test_affirmed(tree: Language, marked: str) -> None:
    assert polarity_of(claim_words(tree, unmarked(marked), marked_spans(marked))) == "affirmed"


@pytest.mark.parametrize(("marked", "polarity"), BY_WORDS)
def test_without_a_tree(words: Language, marked: str, polarity: str) -> None:
    assert polarity_of(claim_words(words, unmarked(marked), marked_spans(marked))) == polarity
