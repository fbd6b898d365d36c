"""Short reports written in pairs: they differ in one respect, or only seem to.

One JSON object a line: `articles` (`id`, `source`, `published_at`, `title`, `text`), `focus` with the stretch of each
that is in question, an exact substring, and `expect` with the `relation` of the two stretches and the `kinds` they
diverge in, none where they must not. Reports are extracted as articles are, so that passages bear speakers as at work.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.records import ArticleText
from matching.records import Article
from training.keeping import kept
from training.stories import Extract, Place


@dataclass(frozen=True, slots=True)
class Contrast:
    """`focus` holds the place in question of each article, by the article's id. `relation` is "agree", "diverge" or
    "none" where the two are not of one thing.
    """

    articles: tuple[Article, ...]
    focus: dict[str, Place]
    relation: str
    kinds: frozenset[str]


def kept_contrasts(path: Path, extract: Callable[[], Extract], file: Path) -> list[Contrast]:
    """The items at `path`, kept in `file`. Remove it after a change of the extractors.

    `extract` is called only when there is no file yet.
    """
    return kept(file, lambda: _read(path, extract()))


def _read(path: Path, extract: Extract) -> Iterator[Contrast]:
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        articles, focus = [], {}
        for each in item["articles"]:
            name, day = each["source"]["name"], dt.date.fromisoformat(each["published_at"][:10])
            read = extract(ArticleText(each["text"], each["title"], day, name))
            articles.append(Article(each["id"], name, None, each["title"], day, each["text"], read))
            start = each["text"].index(item["focus"][each["id"]])
            focus[each["id"]] = (each["id"], start, start + len(item["focus"][each["id"]]))
        expect = item["expect"]
        yield Contrast(tuple(articles), focus, expect["relation"], frozenset(expect["kinds"]))
