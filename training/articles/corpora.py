"""What the shared encoder learns from and is measured on, read from the data folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.attribution.data import read
from training.syntax import treebanks
from training.syntax.names import read_iob2
from training.syntax.windows import Labels, labels_of, names_in

Named = tuple[treebanks.Document, Sequence[Sequence[int]] | None]
"""A treebank document and the name tags of its sentences, None where they are not known."""


@dataclass(frozen=True, slots=True)
class Corpora:
    """`articles` are annotated, `unread` are texts nobody annotated; treebank documents come with their name tags."""

    articles: Sequence[dict[str, Any]]
    dev: Sequence[dict[str, Any]]
    unread: Sequence[str]
    trees: Sequence[Named]
    news: Sequence[Named]
    labels: Labels


def corpora(data: Path) -> Corpora:
    """Annotated articles, treebanks with their names, and the texts of the training stories as unread ones."""
    banks = treebanks.load(data / "treebanks")
    uner = read_iob2(data / "treebanks/uner_ewt/en_ewt-ud-dev.iob2")
    web = [document for document in banks.dev if not document.name.startswith("GUM")]
    stories = [
        json.loads(path.read_text(encoding="utf8")) for path in sorted((data / "stories/train").glob("*.story.json"))
    ]
    return Corpora(
        articles=read(data / "polnear/train.jsonl"),
        dev=read(data / "polnear/dev.jsonl"),
        unread=[article["text"] for story in stories for article in story["articles"]],
        trees=[(document, names_in(document, {})) for document in banks.train]
        + [(document, names_in(document, uner)) for document in web],
        news=[(document, names_in(document, {})) for document in banks.news],
        labels=labels_of(banks.train),
    )
