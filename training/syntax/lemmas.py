"""A table of irregular lemmas, counted from the treebanks: what a few suffix rules would get wrong."""

from __future__ import annotations

from collections import Counter, defaultdict

from extractors.lemmas import by_rule
from training.syntax.treebanks import Document

LEAST_COUNT = 2
"""Occurrences a form needs; a single one is as often an annotation slip as a word."""

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
