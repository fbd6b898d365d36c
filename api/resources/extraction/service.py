"""Reading one article that somebody sent: nothing is stored."""

from __future__ import annotations

from api.resources.extraction.schemas import ExtractRequest, ExtractResult, article_text, extract_result
from api.running.engine import Engine
from extractors.errors import InputError
from extractors.records import ArticleText, Extraction

TEXT = "/text"


def extract(engine: Engine, request: ExtractRequest) -> ExtractResult:
    """What is read in the article. Raises InputError, pointing into the request, when it cannot be read."""
    return extract_result(read(engine, article_text(request), at=""))


def read(engine: Engine, article: ArticleText, *, at: str) -> Extraction:
    """Extraction of an article that stands in a request at the JSON Pointer `at`.

    An InputError that says nothing more precise means the text.
    """
    try:
        return engine.extract(article)
    except InputError as error:
        raise type(error)(error.message, pointer=at + (error.pointer or TEXT)) from error
