"""Treebanks in CoNLL-U as spaCy documents of several sentences, with paragraph breaks as the articles have them.

Words of a multi-word token ("don't") stay apart, as spaCy's tokeniser has them; empty nodes are left out.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

SENTENCES_PER_DOCUMENT = 10
"""Long documents are cut, so that a batch holds many; ten sentences keep paragraph breaks in sight."""

LEFT_OUT_GENRES = frozenset({"fiction", "whow", "essay", "letter", "podcast", "conversation"})
"""Genres of GUM that are never trained on: the texts of the first five allow no commercial use, and the terms of the
corpus that the conversations come from could not be settled."""

HELD_OUT_NEWS = 8
"""GUM news documents (the first by name) never trained on: the released test part has only two."""


@dataclass(frozen=True, slots=True)
class Token:
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    space: bool
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Heads count from 0 within the sentence; the root is its own head."""

    tokens: tuple[Token, ...]
    opens_paragraph: bool


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    sentences: tuple[Sentence, ...]


def read(path: Path) -> Iterator[Document]:
    """All documents of one CoNLL-U file."""
    name, sentences = path.stem, []
    for block in path.read_text(encoding="utf8").split("\n\n"):
        lines = block.strip().split("\n")
        for line in lines:
            if line.startswith("# newdoc id = "):
                if sentences:
                    yield Document(name, tuple(sentences))
                name, sentences = line.removeprefix("# newdoc id = "), []
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            paragraph = any(line.startswith("# newpar") for line in lines)
            sentences.append(Sentence(tuple(tokens(rows)), paragraph))
    if sentences:
        yield Document(name, tuple(sentences))


def tokens(rows: list[list[str]]) -> Iterator[Token]:
    """The words of one sentence; inside a multi-word token only its last word may be followed by a space."""
    until, spaced = 0, True
    for number, form, lemma, upos, xpos, feats, head, relation, _, misc in rows:
        if "." in number:
            continue
        if "-" in number:
            until, spaced = int(number.split("-")[1]), "SpaceAfter=No" not in misc
            continue
        index = int(number)
        space = "SpaceAfter=No" not in misc if index > until else spaced and index == until
        entity = next((field.removeprefix("Entity=") for field in misc.split("|") if field.startswith("Entity=")), "")
        yield Token(
            form, lemma, upos, xpos, feats, int(head) - 1 if head != "0" else index - 1, relation, space, entity
        )


@dataclass(frozen=True, slots=True)
class Treebanks:
    train: list[Document]
    dev: list[Document]
    news: list[Document]
    web: list[Document]


def genre(document: Document) -> str:
    """Such as "news" for a document of GUM called GUM_news_asylum."""
    return document.name.split("_")[1]


def load(folder: Path) -> Treebanks:
    """Training and development parts of GUM and EWT; `news` is held-out GUM news, `web` EWT's test part."""
    gum = [document for path in sorted((folder / "gum/train").glob("*.conllu")) for document in read(path)]
    gum = [d for d in gum if genre(d) not in LEFT_OUT_GENRES]
    released = {part: list(read(folder / f"gum/{part}.conllu")) for part in ("dev", "test")}
    held_out = [d for d in gum if d.name.startswith("GUM_news")][:HELD_OUT_NEWS]
    news = held_out + [d for part in released.values() for d in part if d.name.startswith("GUM_news")]
    names = {d.name for d in news}
    return Treebanks(
        train=[d for d in gum if d.name not in names] + list(read(folder / "ewt/train.conllu")),
        dev=[d for d in released["dev"] if d.name not in names] + list(read(folder / "ewt/dev.conllu")),
        news=news,
        web=list(read(folder / "ewt/test.conllu")),
    )


def curled(words: list[str]) -> list[str]:
    """The same words with typographic marks; which way a straight mark turns is told by turns."""
    opened = False
    result = []
    for word in words:
        if word == '"':
            result.append("”" if opened else "“")
            opened = not opened
        else:
            result.append(word.replace("'", "’"))
    return result


def as_docs(document: Document, vocab: Vocab, order: random.Random | None = None) -> Iterator[Doc]:
    """Pieces of a document as annotated spaCy documents.

    With `order`, one piece in ten gets typographic marks and one in fifty loses its capitals, so that the model meets
    both; without, the text is as the treebank has it.
    """
    from spacy.tokens import Doc

    for start in range(0, len(document.sentences), SENTENCES_PER_DOCUMENT):
        piece = document.sentences[start : start + SENTENCES_PER_DOCUMENT]
        words: list[str] = []
        columns: dict[str, list[str]] = {"tags": [], "pos": [], "deps": [], "lemmas": []}
        spaces: list[bool] = []
        heads: list[int] = []
        starts: list[bool] = []
        for number, sentence in enumerate(piece):
            if number and sentence.opens_paragraph:
                spaces[-1] = False
                words.append("\n\n")
                heads.append(len(heads) - 1)
                spaces.append(False)
                starts.append(False)
                for column, value in (("tags", "_SP"), ("pos", "SPACE"), ("deps", "dep"), ("lemmas", "\n\n")):
                    columns[column].append(value)
            offset = len(words)
            for i, token in enumerate(sentence.tokens):
                words.append(token.form)
                spaces.append(token.space)
                heads.append(offset + token.head)
                starts.append(i == 0)
                columns["tags"].append(token.xpos)
                columns["pos"].append(token.upos)
                columns["lemmas"].append(token.lemma)
                columns["deps"].append("ROOT" if token.relation == "root" else token.relation)
        if order is not None:
            chance = order.random()
            if chance < 0.10:
                words = curled(words)
            elif chance < 0.12:
                words = [word.lower() for word in words]
        yield Doc(vocab, words, spaces, heads=heads, sent_starts=starts, **columns)
