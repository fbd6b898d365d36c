"""Where words come from: passages that several articles share word for word, and outlets of one publisher.

    runs of words outside quotation marks -> which articles share them -> passages -> origins

Sharing is found by runs of words (shingles), as news agencies' copy is reprinted paragraph by paragraph and not
article by article. Quoted words do not count: two reporters who heard the same speech write the same quotation. An
alignment's independent origins are its articles, less those that reprint one another in the words of the claim or
have one publisher.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.records import Span
from matching.records import Article, CountedOnce, Origin, Passage
from matching.statements import Statement
from matching.words import Word, words_of

_Key = tuple[object, ...]
_Run = tuple[str, ...]

# Words in a run, and in the longest run of a passage. Runs of five words are found in anybody's prose; a passage that
# has one of eight beside them is copied. Of 200 passages spliced into other articles with one word in twenty left out,
# runs of eight alone lost 36 % of the sentences (`benchmarks.origins`).
_RUN = 5
_LONGEST_RUN = 8
# Words by which two runs of one passage may be apart: what an editor left out or put in.
_EDITED = 6
# Words in a row by which a passage goes on beyond its first and last run: an editor's cuts leave such scraps. Two are
# enough, as both articles must have them at the same place.
_KEPT = 2
# Steps ahead in both texts at which they may agree again, the nearest first.
_AHEAD = tuple(sorted(itertools.product(range(1, _EDITED + 2), repeat=2), key=sum))
# Words a shared passage must have before it counts as copied: about half a sentence.
_SHORTEST_PASSAGE = 14
# Share of a claim's words outside quotation marks (of all where there are no others) that must lie inside a copied
# passage for the claim to be copied.
COPIED_SHARE = 0.7
# Sources that a sentence names; the ids of all articles stand beside it.
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, order=True)
class _Copy:
    """A passage, and how many words outside quotation marks it has."""

    article: str
    span: Span
    words: int


def find_origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """One origin for each text that two or more articles share; passages in order of article id and offset."""
    ordered = sorted(articles, key=lambda article: article.id)
    words = [_own_words(article) for article in ordered]
    starts: dict[_Run, list[tuple[int, int]]] = defaultdict(list)
    for number, sequence in enumerate(words):
        for index in range(len(sequence) - _RUN + 1):
            starts[_run_at(sequence, index)].append((number, index))
    union = _Union()
    marked: list[set[int]] = [set() for _ in ordered]
    shared = {run: places for run, places in starts.items() if len({number for number, _ in places}) > 1}
    for places in shared.values():
        first = places[0]
        for number, index in places:
            marked[number].update(range(index, index + _RUN))
            union.join(first, (number, index))
    followed = [_followed(words, number, marked[number], shared) for number in range(len(words))]
    groups: dict[tuple[int, int], list[_Copy]] = defaultdict(list)
    for number, sequence in enumerate(words):
        for low, high in _stretches(sorted(marked[number] | followed[number])):
            if high - low >= _SHORTEST_PASSAGE and _longest_run(marked[number], low, high) >= _LONGEST_RUN:
                for index in range(low, high - _RUN + 1):
                    union.join((number, low), (number, index))
                article = ordered[number]
                span = Span.of(article.text, sequence[low].start, sequence[high - 1].end)
                groups[number, low].append(_Copy(article.id, span, high - low))
    merged: dict[_Key, list[_Copy]] = defaultdict(list)
    for start, copies in groups.items():
        merged[union.top(start)] += copies
    kept = sorted(sorted(copies) for copies in merged.values() if len({copy.article for copy in copies}) > 1)
    return tuple(
        Origin(f"o{index}", tuple(Passage(copy.article, copy.span) for copy in copies), _reason(copies))
        for index, copies in enumerate(kept, start=1)
    )


@dataclass(frozen=True, slots=True)
class Independence:
    """How many of the articles speak for themselves, at least 1, and which do not."""

    origins: int
    counted_once: tuple[CountedOnce, ...]


def independence_of(
    statements: Iterable[Statement], articles: Sequence[Article], origins: Sequence[Origin]
) -> Independence:
    """The origins of the statements' articles: those of one publisher, or that copied a text, are one."""
    seen = sorted(statements, key=lambda statement: statement.order)
    ids = sorted({statement.article for statement in seen})
    theirs = {article.id: article for article in sorted(articles, key=lambda one: one.id) if article.id in ids}
    counted_once = (*_of_one_publisher(theirs.values()), *_copied(seen, theirs, origins))
    union = _Union()
    for each in counted_once:
        for article_id in each.articles[1:]:
            union.join(("", each.articles[0]), ("", article_id))
    return Independence(len({union.top(("", article_id)) for article_id in ids}), counted_once)


def _of_one_publisher(articles: Iterable[Article]) -> Iterator[CountedOnce]:
    known: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        known[(article.publisher or article.source).strip().casefold()].append(article)
    for name, theirs in known.items():
        if name and len(theirs) > 1:
            publisher = (theirs[0].publisher or theirs[0].source).strip()
            explanation = f"{_named(theirs)} are published by {publisher}."
            yield CountedOnce(tuple(article.id for article in theirs), "same_publisher", None, explanation)


def _copied(
    statements: Sequence[Statement], articles: Mapping[str, Article], origins: Sequence[Origin]
) -> Iterator[CountedOnce]:
    for origin in origins:
        ids = tuple(dict.fromkeys(each.article for each in statements if _is_copied(each, origin)))
        if len(ids) > 1:
            explanation = f"{_named([articles[each] for each in ids])} have words of one text here."
            yield CountedOnce(ids, "copied_passage", origin.id, explanation)


def _named(articles: Sequence[Article]) -> str:
    """Two or more articles by their sources: "Gazette and Herald", "Gazette, Herald, Post and 7 more"."""
    names = list(dict.fromkeys(article.source or article.id for article in articles))
    if len(names) == 1:
        return f"{len(articles)} articles of {names[0]}"
    if len(names) > _MOST_NAMED + 1:
        names[_MOST_NAMED:] = [f"{len(names) - _MOST_NAMED} more"]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def share_origin(left: Statement, right: Statement, origins: Sequence[Origin]) -> bool:
    """Whether both statements stand in passages copied from one text."""
    return any(_is_copied(left, origin) and _is_copied(right, origin) for origin in origins)


def _is_copied(statement: Statement, origin: Origin) -> bool:
    passages = [passage.span for passage in origin.passages if passage.article == statement.article]
    unquoted = [word for word in statement.words if not _within(word, statement.quote_spans)]
    words = unquoted or statement.words
    inside = sum(_within(word, passages) for word in words)
    return bool(words) and inside >= COPIED_SHARE * len(words)


def _within(word: Word, spans: Iterable[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)


def _own_words(article: Article) -> tuple[Word, ...]:
    quotes = sorted((quote.span.start, quote.span.end) for quote in article.extraction.quotes if quote.parent is None)
    words: list[Word] = []
    index = 0
    for word in words_of(article.text, 0, len(article.text)):
        while index < len(quotes) and quotes[index][1] <= word.start:
            index += 1
        if index == len(quotes) or word.end <= quotes[index][0]:
            words.append(word)
    return tuple(words)


def _followed(
    words: Sequence[Sequence[Word]], number: int, marked: set[int], shared: Mapping[_Run, Sequence[tuple[int, int]]]
) -> set[int]:
    """Words by which the marked stretches of an article go on, before and after, as they do in another article."""
    sequence = words[number]
    found: set[int] = set()
    gone: set[tuple[int, int, int, int]] = set()  # from where one stretch went on, another need not go on again
    for low, high in _stretches(sorted(marked)):
        for start, begin, step in ((low, low, -1), (high - _RUN, high - 1, 1)):
            places = shared[_run_at(sequence, start)]
            other, at = next(place for place in places if place[0] != number)
            for i, j in _agreeing(sequence, begin, words[other], at if step < 0 else at + _RUN - 1, step):
                if (other, i, j, step) in gone:
                    break
                gone.add((other, i, j, step))
                found.update(i - n * step for n in range(_KEPT))
    return found


def _agreeing(one: Sequence[Word], i: int, two: Sequence[Word], j: int, step: int) -> Iterator[tuple[int, int]]:
    """Places in both of the words that both have, in steps from two places where they agree: the last of the nearest
    `_KEPT` in a row, again and again, with no more than `_EDITED` others between.
    """
    while True:
        near = next(((a, b) for a, b in _AHEAD if _same(one, i + a * step, two, j + b * step, step)), None)
        if near is None:
            return
        i, j = i + (near[0] + _KEPT - 1) * step, j + (near[1] + _KEPT - 1) * step
        yield i, j


def _same(one: Sequence[Word], i: int, two: Sequence[Word], j: int, step: int) -> bool:
    return all(
        0 <= i + n * step < len(one)
        and 0 <= j + n * step < len(two)
        and one[i + n * step].stem == two[j + n * step].stem
        for n in range(_KEPT)
    )


def _run_at(sequence: Sequence[Word], start: int) -> _Run:
    return tuple(word.stem for word in sequence[start : start + _RUN])


def _stretches(indices: Sequence[int]) -> list[tuple[int, int]]:
    """Half-open runs of numbers, steps of up to `_EDITED` bridged."""
    runs: list[tuple[int, int]] = []
    for index in indices:
        if runs and index - runs[-1][1] <= _EDITED:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def _longest_run(marked: set[int], low: int, high: int) -> int:
    best = run = 0
    for index in range(low, high):
        run = run + 1 if index in marked else 0
        best = max(best, run)
    return best


def _reason(copies: Sequence[_Copy]) -> str:
    """No two articles share more words than the second of them has in its longest passage."""
    longest: dict[str, int] = {}
    for copy in copies:
        longest[copy.article] = max(copy.words, longest.get(copy.article, 0))
    most = sorted(longest.values())[-2]
    return f"{len(longest)} articles share up to {most} words outside quotations, but for edits"


class _Union:
    """Disjoint sets of hashable keys; the smallest key stands for its set."""

    def __init__(self) -> None:
        self._above: dict[_Key, _Key] = {}

    def top(self, key: _Key) -> _Key:
        path = []
        while key in self._above:
            path.append(key)
            key = self._above[key]
        for passed in path:
            self._above[passed] = key
        return key

    def join(self, one: _Key, two: _Key) -> None:
        first, second = sorted((self.top(one), self.top(two)), key=repr)
        if first != second:
            self._above[second] = first
