"""A parsed document says of each token what spaCy says, and finds tokens by where they stand."""

import pytest
import spacy
from spacy.language import Language

from extractors.parsed import Parsed

TEXT = "The mayor said on Monday that 12 crews hadn't left.  \n\nIf it rains, she added, the old bridge will close."
BLANK = spacy.blank("en")
SAME = (
    *("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_"),
    *("is_punct", "is_space", "is_alpha", "is_stop", "like_num"),
)


@pytest.mark.parametrize("attribute", SAME)
def test_tokens_have_what_spacy_gives_them(nlp: Language, attribute: str) -> None:
    doc = nlp(TEXT)
    assert [getattr(token, attribute) for token in Parsed.of(doc).tokens] == [
        getattr(token, attribute) for token in doc
    ]


def test_the_tree_is_the_same(nlp: Language) -> None:
    doc = nlp(TEXT)
    for ours, theirs in zip(Parsed.of(doc).tokens, doc, strict=True):
        assert ours.head.i == theirs.head.i
        assert [one.i for one in ours.children] == [one.i for one in theirs.children]
        assert [one.i for one in ours.subtree] == [one.i for one in theirs.subtree]
        assert [one.i for one in ours.ancestors] == [one.i for one in theirs.ancestors]
        assert ours.sentence_start == theirs.sent.start
        assert {name: ",".join(values) for name, values in ours.morph.items()} == theirs.morph.to_dict()


def test_sentences_are_ranges_of_code_points(nlp: Language) -> None:
    assert [TEXT[start:end].strip()[:6] for start, end in Parsed.of(nlp(TEXT)).sentences] == ["The ma", "If it "]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (4, 14, ["mayor", "said"]),
        (5, 14, ["said"]),  # what begins before is not in
        (4, 11, ["mayor", "said"]),  # what reaches beyond is
        (3, 4, []),
        (0, 0, []),
        (500, 600, []),
    ],
)
def test_tokens_that_begin_in_a_range(start: int, end: int, found: list[str]) -> None:
    assert [token.text for token in Parsed.of(BLANK(TEXT)).beginning_in(start, end)] == found


def test_without_a_tree_every_token_is_a_root() -> None:
    parsed = Parsed.of(BLANK("The mayor left."))
    assert not parsed.has_tree
    assert all(token.head is token and not token.children for token in parsed.tokens)


def test_an_empty_text_has_no_tokens() -> None:
    parsed = Parsed.of(BLANK(""))
    assert parsed.tokens == ()
    assert parsed.following(0) is None
