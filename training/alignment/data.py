"""Annotated stories turned into pairs of statements with features and labels.

A story is two files: `NAME.story.json` with its articles (`id`, `outlet`, `published`, `text`, `sentences` as offsets)
and `NAME.gold.json` with `claims`, each a list of members (`article`, `sentence`, `span`, an exact substring).
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from extractors.records import ArticleText, Extraction
from matching.candidates import find_candidates
from matching.features import FEATURES, Surroundings, features_of
from matching.records import Article
from matching.statements import Statement, prepare
from training.alignment.fit import Array

Extract = Callable[[ArticleText], Extraction]
Place = tuple[str, int, int]  # article, first and last offset

# Share of the shorter of two stretches that the other must cover for them to be about the same words.
COVERED = 0.3


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated story: the stretches of each claim, and where its sentences are."""

    claims: tuple[tuple[Place, ...], ...]
    sentences: dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """`labels` is 1.0 for a pair that carries one claim; `aligned` counts all such pairs, also those no candidates."""

    rows: Array
    labels: Array
    aligned: int


def read_stories(folder: Path, extract: Extract) -> Iterator[tuple[tuple[Article, ...], Gold]]:
    for path in sorted(folder.glob("*.story.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        gold = json.loads(path.with_name(path.name.replace(".story.", ".gold.")).read_text(encoding="utf-8"))
        articles = tuple(_article(each, extract) for each in story["articles"])
        yield articles, _gold(story, gold)


def label(stories: Iterator[tuple[tuple[Article, ...], Gold]]) -> Labelled:
    """Features and labels of all candidate pairs.

    A pair in whose sentences a claim is shared but not in its very words is left out: it says neither yes nor no.
    """
    rows: list[list[float]] = []
    labels: list[float] = []
    aligned = 0
    for articles, gold in stories:
        story = prepare(articles)
        candidates = find_candidates(story)
        around = Surroundings(story, candidates)
        exact = sorted({pair for claim in gold.claims for pair in _across(claim)})
        loose = sorted({(_sentence(one, gold), _sentence(two, gold)) for one, two in exact})
        aligned += len(loose)
        for pair in candidates:
            verdict = _verdict(story.statements[pair.left], story.statements[pair.right], exact, loose)
            if verdict is not None:
                rows.append(features_of(story, pair, around))
                labels.append(verdict)
    return Labelled(np.array(rows).reshape(len(rows), len(FEATURES)), np.array(labels), aligned)


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
    return Gold(tuple(claims), sentences)


def _across(claim: tuple[Place, ...]) -> Iterator[tuple[Place, Place]]:
    for one, two in itertools.combinations(sorted(claim), 2):
        if one[0] != two[0]:
            yield one, two


def _sentence(place: Place, gold: Gold) -> Place:
    for start, end in gold.sentences[place[0]]:
        if start <= place[1] < end:
            return place[0], start, end
    return place


def _verdict(
    left: Statement,
    right: Statement,
    exact: Sequence[tuple[Place, Place]],
    loose: Sequence[tuple[Place, Place]],
) -> float | None:
    one, two = (left, right) if left.article < right.article else (right, left)
    if any(_covers(one, a) and _covers(two, b) for a, b in exact):
        return 1.0
    return None if any(_covers(one, a) and _covers(two, b) for a, b in loose) else 0.0


def _covers(statement: Statement, place: Place) -> bool:
    if statement.article != place[0]:
        return False
    common = sum(max(0, min(span.end, place[2]) - max(span.start, place[1])) for span in statement.spans)
    length = sum(span.end - span.start for span in statement.spans)
    return common > COVERED * min(length, place[2] - place[1])
