"""Short reports written in pairs: the sentences in focus diverge in known kinds, agree, or only look alike.

They are extracted as articles are, so that passages bear speakers and questions are about claims, as at work.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.records import ArticleText
from matching.identities import one_identity
from matching.reading.judging import asked_of
from matching.reading.reader import SentenceReader
from matching.reading.sentences import Sentence
from matching.records import Article
from matching.statements import Story, prepare
from training.pairs.examples import Example, put, put_relation, unknown
from training.stories import Extract

MOST_BESIDE = 6
"""Pairs of sentences out of focus that are learned from in each item: nothing in them diverges."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two extracted reports, where their focus stands in each, and what is expected of it."""

    kind: str
    articles: tuple[Article, Article]
    focus: tuple[tuple[int, int], tuple[int, int]]
    relation: str
    kinds: tuple[str, ...]


def kept_contrasts(path: Path, extract: Callable[[], Extract], kept: Path) -> list[Contrast]:
    """The items of a file, extracted once; remove the file `kept` after a change of the extractors."""
    if not kept.exists():
        kept.write_bytes(pickle.dumps(list(_read(path, extract()))))
    found: list[Contrast] = pickle.loads(kept.read_bytes())  # noqa: S301 - our own file
    return found


def _read(path: Path, extract: Extract) -> Iterator[Contrast]:
    for line in path.read_text(encoding="utf-8").splitlines():
        stored = json.loads(line)
        articles, focus = [], []
        for each in stored["articles"]:
            name, day = each["source"]["name"], dt.date.fromisoformat(each["published_at"][:10])
            read = extract(ArticleText(each["text"], each["title"], day, name))
            articles.append(Article(each["id"], name, None, each["title"], day, each["text"], read))
            start = each["text"].index(stored["focus"][each["id"]])
            focus.append((start, start + len(stored["focus"][each["id"]])))
        expect = stored["expect"]
        yield Contrast(
            stored["class"],
            (articles[0], articles[1]),
            (focus[0], focus[1]),
            expect["relation"],
            tuple(expect["kinds"]),
        )


def of_contrasts(item: Contrast, fold: int, reader: SentenceReader) -> Iterator[Example]:
    story = prepare(one_identity(item.articles), reader)
    sentences = story.readings.sentences
    places = {article.id: place for article, place in zip(item.articles, item.focus, strict=True)}
    inside = [_in_focus(sentence.span.start, sentence.span.end, places[sentence.article]) for sentence in sentences]
    beside = 0
    for one, two in itertools.combinations(range(len(sentences)), 2):
        if sentences[one].article == sentences[two].article:
            continue
        if inside[one] and inside[two]:
            yield _focus_example(story, (sentences[one], sentences[two]), (one, two), item, places, fold)
        elif beside < MOST_BESIDE and len(_stems(story, one) & _stems(story, two)) > 1:
            beside += 1
            yield _beside_example(story, (one, two), fold)


def _in_focus(start: int, end: int, focus: tuple[int, int]) -> bool:
    return min(end, focus[1]) > max(start, focus[0])


def _stems(story: Story, index: int) -> set[str]:
    return set(story.readings.read[index].passage.stems) - {""}


def _focus_example(
    story: Story,
    sentences: tuple[Sentence, Sentence],
    at: tuple[int, int],
    item: Contrast,
    places: dict[str, tuple[int, int]],
    fold: int,
) -> Example:
    asked = asked_of(*sentences)
    rows = unknown(len(asked))
    questions = []
    for row, orders in enumerate(((), *asked)):
        statements = [story.statements[order] for order in orders]
        if statements:
            questions.append((statements[0].spans, statements[1].spans))
        if all(any(_in_focus(s.start, s.end, places[each.article]) for s in each.spans) for each in statements):
            aligned = float(item.relation != "none")
            put(rows[row], **{"aligned" if statements else "carries": aligned})
            put_relation(rows[row], item.kinds)
    read = story.readings.read
    left, right = read[at[0]].passage, read[at[1]].passage
    return Example("contrasts", fold, left, right, tuple(questions), rows)


def _beside_example(story: Story, at: tuple[int, int], fold: int) -> Example:
    rows = unknown(0)
    put_relation(rows[0], ())
    read = story.readings.read
    return Example("beside", fold, read[at[0]].passage, read[at[1]].passage, (), rows)
