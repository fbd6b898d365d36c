"""Reports read off trees that the parser gets wrong. The trees are written down, so that no weights decide."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from extractors.attribution.reports import report_of

VOCAB = English().vocab

OUTER = "Aides/NOUN/NNS/2/nsubj said/VERB/VBD/2/ROOT"


def tree(written: str) -> Doc:
    """A tree from `word/POS/TAG/head/relation`, the head as the number of a word from 1."""
    parts = [token.split("/") for token in written.split()]
    words, pos, tags, heads, relations = (list(column) for column in zip(*parts, strict=True))
    lemmas = [{"said": "say"}.get(word, word.lower()) for word in words]
    return Doc(VOCAB, words=words, pos=pos, tags=tags, heads=[int(h) - 1 for h in heads], deps=relations, lemmas=lemmas)


@pytest.mark.parametrize(
    ("written", "source"),
    [
        (
            f"{OUTER} the/DET/DT/4/det panel/NOUN/NN/5/obj said/VERB/VBD/2/ccomp"
            " boats/NOUN/NNS/7/nsubj sank/VERB/VBD/5/ccomp",
            "the panel",
        ),
        (
            f"{OUTER} Ann/PROPN/NNP/5/nsubj Lee/PROPN/NNP/5/nsubj said/VERB/VBD/2/ccomp"
            " boats/NOUN/NNS/7/nsubj sank/VERB/VBD/5/ccomp",
            "Ann Lee",
        ),
        (
            f"{OUTER} today/NOUN/NN/6/nsubj ,/PUNCT/,/6/punct she/PRON/PRP/6/nsubj said/VERB/VBD/2/ccomp"
            " boats/NOUN/NNS/8/nsubj sank/VERB/VBD/6/ccomp",
            "she",
        ),
        (
            "boats/NOUN/NNS/2/nsubj sank/VERB/VBD/4/parataxis ,/PUNCT/,/4/punct said/VERB/VBD/4/ROOT"
            " Ann/PROPN/NNP/4/nsubj",
            "Ann",
        ),
        (
            f"{OUTER} of/ADP/IN/6/case Mr./PROPN/NNP/6/nmod:poss Hale/PROPN/NNP/6/nmod:poss"
            " demand/NOUN/NN/2/obl to/PART/TO/8/mark leave/VERB/VB/6/acl",
            "Mr. Hale",
        ),
    ],
)
def test_the_subject_is_found_where_the_parser_misnames_it(written: str, source: str) -> None:
    reports = [report_of(token) for token in tree(written)]
    assert source in {" ".join(token.text for token in report.source) for report in reports if report}


def test_what_a_verb_in_the_infinitive_is_told_of_is_no_subject() -> None:
    doc = tree(
        "They/PRON/PRP/2/nsubj let/VERB/VBD/2/ROOT Ann/PROPN/NNP/4/obj say/VERB/VB/2/ccomp"
        " boats/NOUN/NNS/6/nsubj sank/VERB/VBD/4/ccomp"
    )
    report = report_of(doc[3])
    assert report is None or report.source[0].text != "Ann"
