"""The demonstration stories, and how they are read.

A story is a folder. `story.yaml` gives its title and summary; every `.txt` file in it is an article, whose id is the
file's name and whose first lines name source and date (`article_files.py`); `expected.yaml` says what was planted:
which passages agree and how, which diverge and in what, and which tempting pairs must stay quiet. Adding an article
to a story is adding a file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from api.commands.article_files import read_article
from extractors.errors import InputError
from extractors.records import Span
from matching.records import Agreement, DivergenceKind

Outcome = Literal["agreement", "divergence", "quiet"]


class BadStory(InputError):
    code = "bad_story"
    title = "The demonstration story cannot be read"


@dataclass(frozen=True, slots=True)
class SeedArticle:
    id: str
    source: str
    publisher: str | None
    title: str | None
    published: dt.datetime | dt.date
    text: str


@dataclass(frozen=True, slots=True)
class PlantedSide:
    """A passage of one article. `span` is None where the article is silent, in an omission."""

    article: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Planted:
    """Something a story was written to show.

    `kind` is the class of an agreement, the kind of a divergence, or the kind of divergence that a quiet pair tempts
    to. An agreement has two or more sides, the others have two; a dispute within one article has both sides there.
    `shared` holds values that every side of an agreement gives, by kind.
    """

    outcome: Outcome
    kind: str
    sides: tuple[PlantedSide, ...]
    shared: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True, slots=True)
class SeedStory:
    """`id` is the folder's name. Articles are in order of publication, then of id."""

    id: str
    title: str
    summary: str
    articles: tuple[SeedArticle, ...]
    planted: tuple[Planted, ...]


def load_stories(folder: Path) -> tuple[SeedStory, ...]:
    """Every story below a folder, by id. Raises BadStory and the errors of `read_article`."""
    return tuple(_story(path.parent) for path in sorted(folder.glob("*/story.yaml")))


def _story(folder: Path) -> SeedStory:
    about = _mapping(folder / "story.yaml")
    articles = sorted((_article(path) for path in folder.glob("*.txt")), key=_publication_order)
    texts = {article.id: article.text for article in articles}
    expected = folder / "expected.yaml"
    return SeedStory(
        id=folder.name,
        title=_field(about, "title", folder),
        summary=_field(about, "summary", folder),
        articles=tuple(articles),
        planted=tuple(_planted(_mapping(expected), texts, expected)) if expected.exists() else (),
    )


def _article(path: Path) -> SeedArticle:
    read = read_article(path.read_bytes(), str(path))
    if read.source is None or read.published is None:
        raise BadStory(f"{path}: give the article a `source` and a `published` in its first lines.")
    return SeedArticle(path.stem, read.source, read.publisher, read.title, read.published, read.text)


def _publication_order(article: SeedArticle) -> tuple[str, str]:
    return article.published.isoformat(), article.id


def _planted(expected: Mapping[str, Any], texts: Mapping[str, str], path: Path) -> Iterator[Planted]:
    for item in expected.get("agreements", ()):
        kind = _known(item.get("class"), get_args(Agreement), path)
        yield Planted(
            "agreement",
            kind,
            tuple(_side(article, exact, texts, path) for article, exact in item["sides"].items()),
            tuple((key, str(value)) for key, value in item.get("shared", {}).items()),
            _field(item, "note", path),
        )
    for item in expected.get("divergences", ()):
        yield _pair("divergence", item.get("kind"), item, texts, path)
    for item in expected.get("quiet", ()):
        yield _pair("quiet", item.get("tempts"), item, texts, path)


def _pair(outcome: Outcome, kind: Any, item: Mapping[str, Any], texts: Mapping[str, str], path: Path) -> Planted:
    sides = (item["left"], item["right"])
    return Planted(
        outcome,
        _known(kind, get_args(DivergenceKind), path),
        tuple(_side(side["article"], side["text"], texts, path) for side in sides),
        (),
        _field(item, "note", path),
    )


def _side(article: str, exact: str | None, texts: Mapping[str, str], path: Path) -> PlantedSide:
    """A side with its offsets. The passage must stand exactly once in its article, or they would be a guess."""
    if article not in texts:
        raise BadStory(f"{path}: there is no article {article!r} beside it.")
    if exact is None:
        return PlantedSide(article, None)
    found = texts[article].count(exact)
    if found != 1:
        raise BadStory(f"{path}: {exact!r} stands {found} times in {article}; quote a passage that stands there once.")
    start = texts[article].index(exact)
    return PlantedSide(article, Span.of(texts[article], start, start + len(exact)))


def _known(kind: Any, kinds: tuple[str, ...], path: Path) -> str:
    if kind not in kinds:
        raise BadStory(f"{path}: {kind!r} is none of {', '.join(kinds)}.")
    return str(kind)


def _mapping(path: Path) -> Mapping[str, Any]:
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadStory(f"{path}: {error}") from error
    if not isinstance(read, dict):
        raise BadStory(f"{path}: expected `key: value` lines.")
    return read


def _field(mapping: Mapping[str, Any], key: str, path: Path) -> str:
    if not mapping.get(key):
        raise BadStory(f"{path}: `{key}` is missing.")
    return str(mapping[key])
