"""A table of irregular lemmas: what a few suffix rules would get wrong, by the treebanks and a list of verbs.

python -m training.syntax.lemmas --data DIR [--out extractors/weights/syntax/lemmas.json]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from extractors.lemmas import by_rule
from training.syntax.treebanks import Document, load

LEAST_COUNT = 2
"""Occurrences a form needs; a single one is as often an annotation slip as a word."""

VERBS = Path(__file__).with_name("irregular_verbs.txt")

OPEN_CLASSES = {"NOUN", "VERB", "AUX", "ADJ", "ADV", "PRON", "DET"}


def irregular(documents: list[Document]) -> dict[str, dict[str, str]]:
    """Part of speech -> lower-cased form -> lemma, only where the rules of `extractors.lemmas` say otherwise."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in documents:
        for sentence in document.sentences:
            for token in sentence.tokens:
                if token.upos in OPEN_CLASSES and token.form.isalpha():
                    counts[token.upos, token.form.lower()][token.lemma.lower()] += 1
    table: dict[str, dict[str, str]] = {}
    for (pos, form), lemmas in sorted(counts.items()):
        lemma, _ = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        if sum(lemmas.values()) >= LEAST_COUNT and by_rule(form, pos) != lemma:
            table.setdefault(pos, {})[form] = lemma
    return table


def with_verbs(table: dict[str, dict[str, str]], listed: str) -> dict[str, dict[str, str]]:
    """The table with the forms of a list of verbs, which the treebanks do not hold all of, nor all of them rightly."""
    verbs = dict(table["VERB"])
    for line in listed.splitlines():
        base, *forms = line.partition("#")[0].split() or [""]
        verbs |= {form: base for form in forms if form != base}
    return table | {"VERB": {form: verbs[form] for form in sorted(verbs)}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("extractors/weights/syntax/lemmas.json"))
    args = parser.parse_args()
    table = with_verbs(irregular(load(args.data).train), VERBS.read_text(encoding="utf8"))
    args.out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
