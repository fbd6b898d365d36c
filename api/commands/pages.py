"""The article in a web page: its text by trafilatura, its headline, outlet and time from what the page declares.

    HTML -> Page(text, title, published, source)

Publishers declare the moment of publication with its offset in `article:published_time` or in JSON-LD; trafilatura
keeps only the day, so the moment is read here and its day is the fallback. A date that stands nowhere in the page's
declarations is not searched for in its text: relative dates would then be resolved against a guess.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from api.errors import ServiceError
from api.wire import parse_published

PUBLISHED_NAMES = {"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date"}
MAX_JSON_DEPTH = 12
"""Levels of JSON-LD searched for the date. Graphs in the wild nest some five deep; the bound is against hostility."""


class NoArticle(ServiceError):
    """The page was read, and no article text was found in it."""

    code = "no_article"
    title = "No article was found"
    status = 422


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds. Paragraphs of `text` are separated by an empty line; offsets count in this text."""

    text: str
    title: str | None
    published: dt.datetime | dt.date | None
    source: str | None


def read_page(html: str | bytes, address: str) -> Page:
    """The article in a page; bytes are decoded as the page declares. Raises NoArticle, which names `address`."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(
        html,
        url=address if "://" in address else None,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = _paragraphs(found.text or "", found.title) if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not text:
        raise NoArticle(
            f"{address} holds no article text: perhaps it needs a login or JavaScript. Save the text to a file instead."
        )
    declared = _declared_moment(html if isinstance(html, str) else html.decode("utf-8", "replace"))
    return Page(
        text=text,
        title=found.title or None,
        published=declared or _moment(found.date),
        source=found.sitename or None,
    )


def _paragraphs(text: str, title: str | None) -> str:
    """Paragraphs apart, and without the headline, which trafilatura repeats as the first of them."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if lines and title and lines[0] == title.strip():
        del lines[0]
    return "\n\n".join(lines)


def _declared_moment(html: str) -> dt.datetime | dt.date | None:
    reader = _Declarations()
    reader.feed(html)
    candidates = [*reader.published, *(date for block in reader.linked_data for date in _dates(block))]
    return next((moment for value in candidates if (moment := _moment(value))), None)


def _moment(value: Any) -> dt.datetime | dt.date | None:
    """A day or a moment with its offset; what is written otherwise is not guessed at."""
    try:
        moment: dt.datetime | dt.date | None = parse_published(value)
    except ValueError:
        return None
    return moment


def _dates(block: str) -> Iterator[str]:
    """Every `datePublished` of a block of JSON-LD, in its order; none of a block that is broken."""
    try:
        yield from _published_in(json.loads(block), MAX_JSON_DEPTH)
    except (ValueError, RecursionError):
        return


def _published_in(value: Any, depth: int) -> Iterator[str]:
    if depth and isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        for part in value.values():
            yield from _published_in(part, depth - 1)
    elif depth and isinstance(value, list):
        for part in value:
            yield from _published_in(part, depth - 1)


class _Declarations(HTMLParser):
    """Collects the dates of `meta` elements and the text of JSON-LD scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.published: list[str] = []
        self.linked_data: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if tag == "meta" and name.lower() in PUBLISHED_NAMES:
            self.published.append(given.get("content", "").strip())
        self._inside = tag == "script" and given.get("type", "").lower() == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.linked_data.append(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  the parser calls it with the tag
        self._inside = False
