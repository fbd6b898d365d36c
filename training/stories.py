"""Annotated stories, read by whatever extracts.

A story is two files: `NAME.story.json` with its articles (`id`, `outlet`, `published`, `text`, `sentences` as offsets)
and `NAME.gold.json` with `claims`, each a list of members (`article`, `sentence`, `span`, an exact substring).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.records import ArticleText, Extraction, Span
from matching.records import Article
from training.keeping import kept

Extract = Callable[[ArticleText], Extraction]
Place = tuple[str, int, int]  # article, first and last offset

# Share of the shorter of two stretches that the other must cover for them to be about the same words.
COVERED = 0.3


@dataclass(frozen=True, slots=True)
class Difference:
    """A divergence between two articles as annotated: its kind and the articles' ids."""

    kind: str
    between: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated story: the stretches of each claim, how its members differ, and where the sentences are.

    `differences` runs along `claims`.
    """

    claims: tuple[tuple[Place, ...], ...]
    differences: tuple[tuple[Difference, ...], ...]
    sentences: dict[str, list[tuple[int, int]]]


def kept_stories(folder: Path, extract: Callable[[], Extract], file: Path) -> list[tuple[tuple[Article, ...], Gold]]:
    """The stories of `folder`, kept in `file`. Remove it after a change of the extractors.

    `extract` is called only when there is no file yet.
    """
    return kept(file, lambda: read_stories(folder, extract()))


def read_stories(folder: Path, extract: Extract) -> Iterator[tuple[tuple[Article, ...], Gold]]:
    for path in sorted(folder.glob("*.story.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        gold = json.loads(path.with_name(path.name.replace(".story.", ".gold.")).read_text(encoding="utf-8"))
        articles = tuple(_article(each, extract) for each in story["articles"])
        yield articles, _gold(story, gold)


def _article(stored: dict, extract: Extract) -> Article:
    published = dt.date.fromisoformat(stored["published"][:10]) if stored.get("published") else None
    text = ArticleText(stored["text"], stored.get("title") or None, published, stored["outlet"], stored.get("url"))
    return Article(stored["id"], stored["outlet"], None, text.title, published, text.text, extract(text))


def _gold(story: dict, gold: dict) -> Gold:
    texts = {article["id"]: article["text"] for article in story["articles"]}
    sentences = {article["id"]: [(a, b) for a, b in article["sentences"]] for article in story["articles"]}
    claims = []
    for claim in gold["claims"]:
        places = []
        for member in claim["members"]:
            start, end = sentences[member["article"]][member["sentence"]]
            at = texts[member["article"]].find(member["span"], start, end)
            places.append(
                (member["article"], at, at + len(member["span"])) if at >= 0 else (member["article"], start, end)
            )
        claims.append(tuple(places))
    differences = tuple(
        tuple(Difference(each["kind"], frozenset(each["between"])) for each in claim.get("divergences", ()))
        for claim in gold["claims"]
    )
    return Gold(tuple(claims), differences, sentences)


def covers(article: str, spans: Sequence[Span], place: Place) -> bool:
    """Whether spans of an article and an annotated stretch are about the same words."""
    if article != place[0]:
        return False
    common = sum(max(0, min(span.end, place[2]) - max(span.start, place[1])) for span in spans)
    length = sum(span.end - span.start for span in spans)
    return common > COVERED * min(length, place[2] - place[1])
