"""Articles kept as plain text files: what the command line and the demonstration stories read.

A file holds the text of one article in UTF-8. It may begin with front matter, lines of `key: value` between two lines
of three hyphens:

    ---
    title: Harbour tram thrown out by nine votes to four
    source: Orrinmouth Gazette
    published: 2024-03-15
    ---
    By nine votes to four, ...

Values run to the end of their line and are not quoted, since headlines hold colons and quotation marks. The keys are
those of KEYS; all may be left out. The article's text is what follows, without blank lines at its two ends, and every
offset counts in that text.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from api.wire import parse_published
from extractors.errors import EmptyText, InputError

KEYS = ("title", "source", "publisher", "published", "url")
FENCE = "---"
MAX_FRONT_MATTER_LINES = 50
"""A text whose first line is a rule of hyphens has its next rule further down than any front matter is long."""


class UnreadableFile(InputError):
    code = "unreadable_file"
    title = "The file cannot be read"


class BadFrontMatter(InputError):
    code = "bad_front_matter"
    title = "The lines before the text cannot be understood"


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """One article as its file gives it. `unknown` lists keys of its front matter that mean nothing here."""

    text: str
    title: str | None
    source: str | None
    publisher: str | None
    published: dt.datetime | dt.date | None
    url: str | None
    unknown: tuple[str, ...]


def read_article(raw: bytes, name: str) -> ArticleFile:
    """The article in the bytes of a file. `name` is what messages call the file.

    Raises UnreadableFile for bytes that are no UTF-8 text, BadFrontMatter, and EmptyText when no text is left.
    """
    fields, text = _divide(_decode(raw, name), name)
    if not text:
        raise EmptyText(f"{name} holds no text. Give a file with the article's text in it.")
    return ArticleFile(
        text=text,
        title=fields.get("title"),
        source=fields.get("source"),
        publisher=fields.get("publisher"),
        published=published_from(fields["published"], name, BadFrontMatter) if "published" in fields else None,
        url=fields.get("url"),
        unknown=tuple(sorted(set(fields) - set(KEYS))),
    )


def published_from(value: str, name: str, wrong: type[InputError]) -> dt.datetime | dt.date:
    """A day or moment as RFC 3339 writes it. Raises `wrong` otherwise, whose message begins with `name`."""
    try:
        published: dt.datetime | dt.date = parse_published(value)
    except ValueError as error:
        raise wrong(f"{name}: cannot read the date of publication {value!r}. {error}") from error
    return published


def _decode(raw: bytes, name: str) -> str:
    if b"\0" in raw:
        raise UnreadableFile(f"{name} is no plain text file: it holds zero bytes. Save the article as text in UTF-8.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{name} is not in UTF-8 (byte {error.start} is {raw[error.start]:#04x}). "
            "Save it as UTF-8; `iconv -f WINDOWS-1252 -t UTF-8` converts most older files."
        ) from error


def _divide(whole: str, name: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter, none when there is none, and the text."""
    lines = whole.splitlines(keepends=True)
    closing = None
    if lines and lines[0].rstrip() == FENCE:
        candidates = enumerate(lines[1 : MAX_FRONT_MATTER_LINES + 2], start=1)
        closing = next((number for number, line in candidates if line.rstrip() == FENCE), None)
    if closing is None:
        return {}, _without_blank_ends(whole)
    return _fields(lines[1:closing], name), _without_blank_ends("".join(lines[closing + 1 :]))


def _fields(lines: list[str], name: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for number, line in enumerate(lines, start=2):
        if not line.strip():
            continue
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or not key:
            raise BadFrontMatter(f"{name}, line {number}: expected `key: value` before the second line of hyphens.")
        if key.lower() in fields:
            raise BadFrontMatter(f"{name}, line {number}: {key!r} is given twice.")
        if value:
            fields[key.lower()] = value
    return fields


def _without_blank_ends(text: str) -> str:
    return re.sub(r"\A(?:[ \t]*[\r\n]+)+", "", text).rstrip()
