"""The predicate of a claim, with voice, tense and arguments by role. The claim is the whole sentence.

Arguments are written "who the firm, whom the town".
"""

import pytest
from spacy.language import Language

from extractors.facets import find_places, predicate_of
from extractors.parsed import Parsed
from extractors.records import Predicate

READ = [
    ("The firm paid the town.", "pay active past", "who The firm, whom the town"),
    ("The town was paid by the firm.", "pay passive past", "whom The town, who the firm"),
    ("The bridge was closed on Monday.", "close passive past", "whom The bridge"),
    ("The bridge was closed by Monday.", "close passive past", "whom The bridge"),
    ("The firm has paid the town.", "pay active past", "who The firm, whom the town"),
    ("The firm is paying the town.", "pay active present", "who The firm, whom the town"),
    ("The firm pays the town.", "pay active present", "who The firm, whom the town"),
    ("The firm will pay the town.", "pay active future", "who The firm, whom the town"),
    ("The town will be paid.", "pay passive future", "whom The town"),
    ("The firm may pay the town.", "pay active present", "who The firm, whom the town"),
    ("The firm did not pay the town.", "pay active past", "who The firm, whom the town"),
    ("She is the mayor.", "mayor active present", "who She"),
    ("She was ill.", "ill active past", "who She"),
    ("He met her in Paris.", "meet active past", "who He, whom her, where Paris"),
    ("The mayor of Paris met her.", "meet active past", "who The mayor of Paris, whom her"),
    ("Envoys met in London.", "meet active past", "who Envoys, where London"),
    ("The firm that owns the port paid the town.", "pay active past", "who The firm, whom the town"),
    ("The firm gave the town a loan.", "give active past", "who The firm, whom the town, whom a loan"),
]


def written(predicate: Predicate | None) -> tuple[str, str]:
    assert predicate is not None
    arguments = ", ".join(f"{one.role} {one.span.exact}" for one in predicate.arguments)
    return f"{predicate.lemma} {predicate.voice} {predicate.tense}", arguments


@pytest.mark.parametrize(("text", "verb", "arguments"), READ)
def test_who_did_what_to_whom(tree: Language, text: str, verb: str, arguments: str) -> None:
    doc = tree(text)
    tokens = Parsed.of(doc).tokens
    head = next(token for token in tokens if token.head is token)
    places = find_places(doc)
    assert written(predicate_of(head, tokens, (), places, text)) == (verb, arguments)


def test_a_borrowed_subject_is_an_argument(tree: Language) -> None:
    text = "The council closed the road and opened a shelter."
    tokens = Parsed.of(tree(text)).tokens
    found = predicate_of(tokens[6], tokens[6:9], tokens[:2], (), text)
    assert written(found) == ("open active past", "who The council, whom a shelter")


def test_a_noun_predicates_nothing(tree: Language) -> None:
    text = "Ada Tarn, the mayor"
    tokens = Parsed.of(tree(text)).tokens
    assert predicate_of(tokens[0], tokens, (), (), text) is None
