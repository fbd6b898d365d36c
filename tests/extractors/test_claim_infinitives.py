"""An infinitive is not cut from its "to". The trees are written down, so that no weights decide."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from extractors.claims.propositions import split
from extractors.parsed import Parsed

VOCAB = English().vocab
INFINITIVE, FINITE = "VerbForm=Inf", "VerbForm=Fin"


def parsed(written: str) -> Parsed:
    """From `word/POS/features/head/relation`, the head as the number of a word from 1, "-" for no features."""
    parts = [token.split("/") for token in written.split()]
    words, pos, morphs, heads, relations = (list(column) for column in zip(*parts, strict=True))
    morphs = ["" if morph == "-" else morph for morph in morphs]
    heads = [int(head) - 1 for head in heads]
    return Parsed.of(Doc(VOCAB, words=words, pos=pos, morphs=morphs, heads=heads, deps=relations, lemmas=words))


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        pytest.param(
            f"It/PRON/-/2/nsubj had/VERB/{FINITE}/2/ROOT to/PART/-/2/mark be/AUX/{INFINITIVE}/6/cop a/DET/-/6/det"
            " deal/NOUN/-/2/conj for/ADP/-/8/case all/PRON/-/6/nmod",
            ["It had to be a deal for all"],
            id="a copula whose to hangs on the verb before",
        ),
        pytest.param(
            f"He/PRON/-/2/nsubj left/VERB/{FINITE}/2/ROOT town/NOUN/-/2/obj and/CCONJ/-/8/cc was/AUX/{FINITE}/8/cop"
            " soon/ADV/-/8/advmod a/DET/-/8/det star/NOUN/-/2/conj abroad/ADV/-/8/advmod",
            ["He left town", "and was soon a star abroad"],
            id="a finite copula stands for itself",
        ),
        pytest.param(
            f"They/PRON/-/2/nsubj want/VERB/{FINITE}/2/ROOT to/PART/-/4/mark win/VERB/{INFINITIVE}/2/xcomp"
            f" and/CCONJ/-/7/cc be/AUX/{INFINITIVE}/7/cop champions/NOUN/-/4/conj this/DET/-/9/det year/NOUN/-/7/obl",
            ["They want to win and be champions this year"],
            id="one of two that share a to",
        ),
    ],
)
def test_an_infinitive_stays_with_its_to(written: str, pieces: list[str]) -> None:
    found = split(parsed(written).tokens)
    assert [" ".join(token.text for token in one.tokens) for one in found] == pieces
