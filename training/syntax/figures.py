"""How well the pipeline as it ships reads treebank text: from raw text, its own words and sentences, in per cent.

python -m training.syntax.figures --data DIR [--weights extractors/weights]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

from extractors.encoder.graphs import Encoder
from extractors.pipeline import WEIGHTS
from extractors.syntax import load_syntax
from training.syntax.names import Known, read_iob2, spans_of
from training.syntax.treebanks import Document, as_docs, load
from training.syntax.windows import names_in, text_of, words_in

MEASURED = ("person", "place", "organisation")
"""The kinds that Universal NER has."""


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


def name_figures(nlp: Language, documents: list[Document], known: Known) -> dict[str, float]:
    """F1 of names, exact in span and kind, of each kind that is measured and of all three together."""
    said: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for document in documents:
        tags = [tag for sentence in names_in(document, known) or () for tag in sentence]
        text, starts = text_of(document, None)
        ends = [start + len(t.form) for start, t in zip(starts, words_in(document), strict=True)]
        annotated = {(starts[a], ends[b - 1], kind) for a, b, kind in spans_of(tags)}
        found = {(name.start_char, name.end_char, name.label_) for name in nlp(text).ents}
        for counts, names in ((said, found), (gold, annotated), (both, found & annotated)):
            counts.update(kind for _, _, kind in names if kind in MEASURED)
    figures = {kind: 200 * both[kind] / max(said[kind] + gold[kind], 1) for kind in MEASURED}
    figures["names"] = 200 * both.total() / max(said.total() + gold.total(), 1)
    return {name: round(value, 1) for name, value in figures.items()}


def report(nlp: Language, data: Path) -> None:
    """Print the figures on both held-out sets, a line of JSON each."""
    banks = load(data)
    web = read_iob2(data / "uner_ewt/en_ewt-ud-test.iob2")
    for name, documents, known in (("held-out news", banks.news, {}), ("EWT test", banks.web, web)):
        row = {"set": name, **figures(nlp, documents), **name_figures(nlp, documents, known)}
        print(json.dumps(row), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    report(load_syntax(args.weights / "syntax", Encoder(args.weights / "encoder")), args.data)


if __name__ == "__main__":
    main()
