"""Contrasts as examples: the sentences in focus diverge in known kinds, agree, or only look alike."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from matching.identities import one_identity
from matching.reading.judging import asked_of
from matching.reading.reader import SentenceReader
from matching.reading.sentences import Sentence
from matching.statements import Story, prepare
from training.contrasts import Contrast
from training.pairs.examples import Example, put, put_relation, unknown
from training.stories import Place

MOST_BESIDE = 6
"""Pairs of sentences out of focus that are learned from in each item: nothing in them diverges."""


def of_contrasts(item: Contrast, fold: int, reader: SentenceReader) -> Iterator[Example]:
    story = prepare(one_identity(item.articles), reader)
    sentences = story.readings.sentences
    inside = [_in_focus(sentence.span.start, sentence.span.end, item.focus[sentence.article]) for sentence in sentences]
    beside = 0
    for one, two in itertools.combinations(range(len(sentences)), 2):
        if sentences[one].article == sentences[two].article:
            continue
        if inside[one] and inside[two]:
            yield _focus_example(story, (sentences[one], sentences[two]), (one, two), item, fold)
        elif beside < MOST_BESIDE and len(_stems(story, one) & _stems(story, two)) > 1:
            beside += 1
            yield _beside_example(story, (one, two), fold)


def _in_focus(start: int, end: int, focus: Place) -> bool:
    return min(end, focus[2]) > max(start, focus[1])


def _stems(story: Story, index: int) -> set[str]:
    return set(story.readings.read[index].passage.stems) - {""}


def _focus_example(
    story: Story,
    sentences: tuple[Sentence, Sentence],
    at: tuple[int, int],
    item: Contrast,
    fold: int,
) -> Example:
    asked = asked_of(*sentences)
    rows = unknown(len(asked))
    questions = []
    for row, orders in enumerate(((), *asked)):
        statements = [story.statements[order] for order in orders]
        if statements:
            questions.append((statements[0].spans, statements[1].spans))
        if all(any(_in_focus(s.start, s.end, item.focus[each.article]) for s in each.spans) for each in statements):
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
