"""The syntax pipeline with its trained files."""

from pathlib import Path

import pytest
from spacy.language import Language

from extractors.encoder.graphs import Encoder
from extractors.errors import MissingWeights
from extractors.syntax import LONGEST_WORD, load_syntax
from extractors.trees import LONGEST_SENTENCE, TREE

WEIGHTS = Path("extractors/weights/syntax")


def test_without_weights_it_says_what_is_missing(tmp_path: Path, encoder: Encoder) -> None:
    with pytest.raises(MissingWeights, match="is missing"):
        load_syntax(tmp_path, encoder)


@pytest.mark.parametrize(
    ("sentence", "root", "subject"),
    [
        ("The mayor opened the new bridge on Friday.", "opened", "mayor"),
        ("Two boats were lost in the storm.", "lost", "boats"),
        ("The talks will begin in Oslo on Monday.", "begin", "talks"),
        ("The minister is a lawyer.", "lawyer", "minister"),
    ],
)
def test_tree_has_root_and_subject(nlp: Language, sentence: str, root: str, subject: str) -> None:
    doc = nlp(sentence)
    assert [token.text for token in doc if token.head.i == token.i] == [root]
    assert [token.text for token in doc if token.dep_.startswith("nsubj")] == [subject]


@pytest.mark.parametrize(
    ("sentence", "lemmas"),
    [
        ("The children went home.", "the child go home ."),
        ("Prices fell and companies stopped buying.", "price fall and company stop buy ."),
        ("He has been making boats.", "he have be make boat ."),
    ],
)
def test_lemmas(nlp: Language, sentence: str, lemmas: str) -> None:
    assert " ".join(token.lemma_ for token in nlp(sentence)) == lemmas


def test_parser_keeps_to_the_sentences_it_is_given(nlp: Language) -> None:
    doc = nlp("A headline without a stop\n\n“Why now?” he asked. Mr. Orr left, he came back, they went.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "A headline without a stop",
        "“Why now?” he asked.",
        "Mr. Orr left, he came back, they went.",
    ]
    assert all(token.head in sentence for sentence in doc.sents for token in sentence)


def test_long_texts_keep_every_sign(nlp: Language) -> None:
    text = "The mayor opened the bridge. " * 700
    doc = nlp(text)
    assert doc.text == text
    assert {token.dep_ for token in doc if token.text == "mayor"} == {"nsubj"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "x" * 100_000,
        "(" * 100_000,
        '"' * 20_000,
        "." * 100_000,
        "word " * (LONGEST_SENTENCE + 10),
        "He ran. " + "-" * 50_000 + " She ran.",
    ],
)
def test_odd_texts_are_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(len(token) <= LONGEST_WORD for token in doc)
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)


def test_same_text_same_tree(nlp: Language, encoder: Encoder) -> None:
    text = "The talks, which began on Monday, will end in Oslo."
    assert nlp(text).to_json() == load_syntax(WEIGHTS, encoder)(text).to_json()


def test_what_was_encoded_before_is_not_read_again(nlp: Language, encoder: Encoder) -> None:
    text = "The talks, which began on Monday, will end in Oslo."
    given = nlp(text, component_cfg={TREE: {"encoded": encoder.encode(text)}})
    assert given.to_json() == nlp(text).to_json()
