"""What a command is given to read, as articles: a file, an address on the web, or `-` for standard input.

What is known of an article comes, in this order, from the command's options, from the front matter of the file or the
declarations of the page, and for the source alone from the file's name or the page's host.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from api.commands.article_files import ArticleFile, UnreadableFile, published_from, read_article
from api.wire import MAX_CALLERS_ID, day_of
from extractors.errors import InputError
from extractors.records import ArticleText, Extraction
from matching.records import Article

if TYPE_CHECKING:
    from api.commands.fetching import FetchedArticle

STANDARD_INPUT = "-"
PAGE_SUFFIXES = {".html", ".htm", ".xhtml"}
MAX_FILE = 16 * 1024 * 1024
"""Bytes of a file. An article of 1,000,000 characters takes at most 4,000,000; a saved page some more."""
Value = TypeVar("Value")


class BadOption(InputError):
    code = "bad_option"
    title = "The value of an option cannot be understood"


class MismatchedOptions(InputError):
    code = "mismatched_options"
    title = "An option is given for some of the articles only"


@dataclass(frozen=True, slots=True)
class Outside:
    """How a command reaches what is outside: the web and standard input."""

    fetch: Callable[[str], FetchedArticle]
    standard_input: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Given:
    """What options say about one article; None where they say nothing."""

    published: str | None = None
    source: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class InputArticle:
    """One article to read. `place` is how the command line names it; `notes` are for whoever typed that."""

    place: str
    text: str
    title: str | None
    source: str
    publisher: str | None
    published: dt.datetime | dt.date | None
    url: str | None
    notes: tuple[str, ...]

    def as_text(self) -> ArticleText:
        return ArticleText(self.text, self.title, day_of(self.published), self.source, self.url)

    def as_article(self, article_id: str, extraction: Extraction) -> Article:
        return Article(article_id, self.source, self.publisher, self.title, self.published, self.text, extraction)


def per_article(values: Sequence[Value], count: int, option: str) -> list[Value | None]:
    """An option's values for each of `count` articles: none, one for all, or one each. Raises MismatchedOptions."""
    if len(values) <= 1:
        return [values[0] if values else None] * count
    if len(values) != count:
        raise MismatchedOptions(f"Give {option} once for all articles or once for each, not {len(values)} times.")
    return list(values)


def read_input(place: str, given: Given, outside: Outside) -> InputArticle:
    """The article at a place. Raises UnreadableFile, BadFrontMatter, BadOption, EmptyText, and what fetching raises."""
    if is_address(place):
        found = _fetched(place, outside)
    elif place == STANDARD_INPUT:
        found = _filed(read_article(outside.standard_input(), "standard input"), place, "standard input")
    elif Path(place).suffix.lower() in PAGE_SUFFIXES:
        found = _saved_page(place)
    else:
        found = _filed(read_article(_bytes_of(place), place), place, Path(place).stem)
    published = published_from(given.published, "--published", BadOption) if given.published else found.published
    return replace(
        found,
        published=published,
        source=given.source or found.source,
        title=given.title or found.title,
        notes=found.notes if published else (*found.notes, _undated(place)),
    )


def is_address(place: str) -> bool:
    return "://" in place and not Path(place).exists()


def ids_of(articles: Sequence[InputArticle]) -> list[str]:
    """A name for each article, unique among them: its file's name, or its source's."""
    taken: set[str] = set()
    ids = []
    for one in articles:
        name = one.source if is_address(one.place) or one.place == STANDARD_INPUT else Path(one.place).stem
        name = name[: MAX_CALLERS_ID - 4]
        unique = next(
            candidate
            for n in range(1, len(articles) + 1)
            if (candidate := name if n == 1 else f"{name}-{n}") not in taken
        )
        taken.add(unique)
        ids.append(unique)
    return ids


def _undated(place: str) -> str:
    named = "The text of standard input" if place == STANDARD_INPUT else place
    return f"{named} has no date, so days such as “Monday” stay unresolved. Give --published, as in 2022-01-08."


def _fetched(place: str, outside: Outside) -> InputArticle:
    found = outside.fetch(place)
    source = found.source or place
    return InputArticle(place, found.text, found.title, source, None, found.published, found.url, ())


def _saved_page(place: str) -> InputArticle:
    from api.commands.pages import read_page

    page = read_page(_bytes_of(place), place)
    source = page.source or Path(place).stem
    return InputArticle(place, page.text, page.title, source, None, page.published, None, ())


def _filed(found: ArticleFile, place: str, name: str) -> InputArticle:
    notes = tuple(f"{place}: {key!r} before the text means nothing here and is left out." for key in found.unknown)
    source = found.source or name
    return InputArticle(place, found.text, found.title, source, found.publisher, found.published, found.url, notes)


def _bytes_of(place: str) -> bytes:
    """The bytes of a file. Raises UnreadableFile, naming it and what is in the way."""
    path = Path(place)
    try:
        if path.is_dir():
            raise UnreadableFile(f"{place} is a folder. Give the files in it, as in {place.rstrip('/')}/*.txt.")
        if not path.exists():
            raise UnreadableFile(f"There is no file {place}. Check its name, or give an address with https://.")
        if path.stat().st_size > MAX_FILE:
            raise UnreadableFile(f"{place} is larger than {MAX_FILE:,} bytes; an article is not.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UnreadableFile(f"{place} cannot be read: {reason}.") from error
