"""The text of a parsed document, kept with it: spaCy puts it together anew from its tokens at every asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TEXT = "text"


def with_text(doc: Doc, text: str) -> Doc:
    """`doc`, made of `text`, which it will be asked for."""
    doc.user_data[_TEXT] = text
    return doc


def text_of(doc: Doc) -> str:
    kept: str | None = doc.user_data.get(_TEXT)
    return doc.text if kept is None else kept
