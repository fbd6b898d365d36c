"""How well the pipeline as it ships reads treebank text: from raw text, its own words and sentences, in per cent.

python -m training.syntax.figures --data DIR [--weights extractors/weights/syntax]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

from extractors.syntax import load_syntax
from training.syntax.treebanks import Document, Treebanks, as_docs, load


def figures(nlp: Language, documents: list[Document]) -> dict[str, Any]:
    """Tags, parts of speech, lemmas, unlabelled and labelled attachment (without punctuation), sentences (F)."""
    golds = [gold for document in documents for gold in as_docs(document, nlp.vocab)]
    examples = [Example(nlp(gold.text), gold) for gold in golds]
    scores: dict[str, Any] = {}
    scores |= Scorer.score_tokenization(examples)
    for name in ("tag", "pos", "lemma"):
        scores |= Scorer.score_token_attr(examples, name)
    scores |= Scorer.score_deps(examples, "dep", ignore_labels=("p", "punct"), head_attr="head", getter=_value)
    scores |= Scorer.score_spans(
        examples, "sents", has_annotation=lambda doc: doc.has_annotation("SENT_START"), getter=_sentences
    )
    names = ("token_f", "tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    return {"words": sum(len(gold) for gold in golds)} | {name: round(100 * scores[name], 1) for name in names}


def _value(token: Token, attribute: str) -> str:
    return str(token.vocab.strings[getattr(token, attribute)])


def _sentences(doc: Doc, _: str) -> list[Any]:
    """Sentences without the white space at their ends, which the treebanks do not assign to any."""
    found = []
    for sentence in doc.sents:
        words = [token.i for token in sentence if not token.is_space]
        if words:
            found.append(doc[words[0] : words[-1] + 1])
    return found


def report(nlp: Language, banks: Treebanks) -> None:
    """Print the figures on both held-out sets, a line of JSON each."""
    for name, documents in (("held-out news", banks.news), ("EWT test", banks.web)):
        print(json.dumps({"set": name, **figures(nlp, documents)}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=Path("extractors/weights/syntax"))
    args = parser.parse_args()
    report(load_syntax(args.weights), load(args.data))


if __name__ == "__main__":
    main()
