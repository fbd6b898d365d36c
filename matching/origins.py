"""Where words come from: passages that several articles share word for word, and outlets of one publisher.

    runs of words outside quotation marks -> which articles share them -> passages -> origins

Sharing is found by runs of words (shingles), as news agencies' copy is reprinted paragraph by paragraph and not
article by article. Quoted words do not count: two reporters who heard the same speech write the same quotation. An
alignment's independent origins are its articles, less those that reprint one another in the words of the claim or
have one publisher.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractors.records import Span
from matching.records import Article, Origin, Passage
from matching.statements import Statement
from matching.words import Word, words_of

_Key = tuple[object, ...]

# Words in a run, and in the longest run of a passage. Runs of five words are found in anybody's prose; a passage that
# has one of eight beside them is copied. Of 200 passages spliced into other articles with one word in twenty left out,
# runs of eight alone lost 36 % of the sentences (`benchmarks.origins`).
_RUN = 5
_LONGEST_RUN = 8
# Words by which two runs of one passage may be apart: what an editor left out or put in.
_EDITED = 6
# Words a shared passage must have before it counts as copied: about half a sentence.
_SHORTEST_PASSAGE = 14
# Share of a claim's words that must lie inside a copied passage for the claim to be copied.
COPIED_SHARE = 0.7


def find_origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """One origin for each text that two or more articles share; passages in order of article id and offset."""
    ordered = sorted(articles, key=lambda article: article.id)
    words = [_own_words(article) for article in ordered]
    starts: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, sequence in enumerate(words):
        for index in range(len(sequence) - _RUN + 1):
            run = sequence[index : index + _RUN]
            starts[tuple(word.stem for word in run)].append((number, index))
    union = _Union()
    marked: list[set[int]] = [set() for _ in ordered]
    for places in starts.values():
        if len({number for number, _ in places}) > 1:
            first = places[0]
            for number, index in places:
                marked[number].update(range(index, index + _RUN))
                union.join(first, (number, index))
    groups: dict[tuple[int, int], list[Passage]] = defaultdict(list)
    for number, sequence in enumerate(words):
        for low, high in _stretches(sorted(marked[number])):
            if high - low >= _SHORTEST_PASSAGE and _longest_run(marked[number], low, high) >= _LONGEST_RUN:
                for index in range(low, high - _RUN + 1):
                    union.join((number, low), (number, index))
                article = ordered[number]
                span = Span.of(article.text, sequence[low].start, sequence[high - 1].end)
                groups[number, low].append(Passage(article.id, span))
    merged: dict[_Key, list[Passage]] = defaultdict(list)
    for start, passages in groups.items():
        merged[union.top(start)] += passages
    kept = sorted(
        (tuple(sorted(passages, key=lambda p: (p.article, p.span.start))) for passages in merged.values()),
        key=lambda passages: (passages[0].article, passages[0].span.start),
    )
    return tuple(
        Origin(f"o{index}", passages, _reason(passages))
        for index, passages in enumerate((p for p in kept if len({passage.article for passage in p}) > 1), start=1)
    )


def independent_origins(statements: Iterable[Statement], articles: Sequence[Article], origins: Sequence[Origin]) -> int:
    """How many of the statements' articles speak for themselves: at least 1."""
    by_id = {article.id: article for article in articles}
    union = _Union()
    seen: list[Statement] = sorted(statements, key=lambda statement: statement.order)
    ids = sorted({statement.article for statement in seen})
    publishers: dict[str, str] = {}
    for article_id in ids:
        article = by_id[article_id]
        name = (article.publisher or article.source).strip().casefold()
        if name:
            union.join(("", publishers.setdefault(name, article_id)), ("", article_id))
    first_of: dict[str, str] = {}
    for statement in seen:
        for origin in origins:
            if _is_copied(statement, origin):
                union.join(("", first_of.setdefault(origin.id, statement.article)), ("", statement.article))
    return len({union.top(("", article_id)) for article_id in ids})


def share_origin(left: Statement, right: Statement, origins: Sequence[Origin]) -> bool:
    """Whether both statements stand in passages copied from one text."""
    return any(_is_copied(left, origin) and _is_copied(right, origin) for origin in origins)


def _is_copied(statement: Statement, origin: Origin) -> bool:
    passages = [passage.span for passage in origin.passages if passage.article == statement.article]
    inside = sum(any(span.start <= word.start < span.end for span in passages) for word in statement.words)
    return bool(statement.words) and inside >= COPIED_SHARE * len(statement.words)


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


def _reason(passages: Sequence[Passage]) -> str:
    articles = sorted({passage.article for passage in passages})
    longest = max(len(words_of(passage.span.exact, 0, len(passage.span.exact))) for passage in passages)
    return f"{len(articles)} articles share up to {longest} words outside quotations word for word"


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
