"""Pairs made by rule, with what is known of them: from pairs that agree, from single sentences of news, from events.

two sentences that agree -> the same, in other forms (still agree), altered in one respect (diverge)
one sentence -> a second telling of it, altered or not; and a sentence near it, with which it shares no claim
an invented event -> two lines of `events.txt`
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from extractors.encoder.windows import Pieces
from training.pairs.altered import CREDITED, NAME, Told, alter
from training.pairs.corpora import passage
from training.pairs.events import Event, events, made
from training.pairs.examples import Example, put, put_relation, unknown, unstoried
from training.pairs.packed import NO_FOLD
from training.pairs.retold import blur, retell

ALTERATIONS, BLURS = 3, 1
"""Tries to alter a pair that agrees, and to put it into another form."""

LONGER = 0.3
"""Share of the events' pairs of which one side also tells of something else."""

SENTENCE_BREAK = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)[\"”]? +(?=[A-Z“\"])")
SHORTEST, LONGEST = 60, 300  # characters of a sentence that is retold


def from_agreeing(
    one: str, two: str, names: Sequence[str], pieces: Pieces, lot: random.Random, source: str, fold: int
) -> Iterator[Example]:
    """Examples from two sentences that agree, and from copies altered on either side."""
    seen: set[tuple[str, str]] = set()
    for attempt in range(ALTERATIONS + BLURS):
        left, right = (one, two) if lot.random() < 0.5 else (two, one)
        told = (alter if attempt < ALTERATIONS else blur)(left, right, names, lot)
        if told is not None and (told.left, told.right) not in seen:
            seen.add((told.left, told.right))
            yield example_of(told, True, pieces, source, fold)
    yield example_of(Told(one, two), True, pieces, source, fold)


def from_article(text: str, most: int, pieces: Pieces, lot: random.Random) -> Iterator[Example]:
    """Examples from at most so many sentences of an article."""
    names = sorted({match.group() for match in NAME.finditer(text)})
    found = [
        sentence.strip()
        for paragraph in text.split("\n")
        for sentence in SENTENCE_BREAK.split(paragraph)
        if SHORTEST <= len(sentence.strip()) <= LONGEST and sentence.strip()[-1] in '."”'
    ]
    for at in sorted(lot.sample(range(len(found)), min(most, len(found)))):
        sentence = found[at]
        other = retell(sentence, lot)
        told = alter(sentence, other, names, lot) if lot.random() < 0.6 else blur(sentence, other, names, lot)
        yield example_of(told or Told(sentence, other), True, pieces, "made", NO_FOLD)
        near = at + lot.choice((-2, -1, 1, 2))
        if 0 <= near < len(found) and found[near] != sentence and lot.random() < 0.5:
            yield example_of(Told(sentence, retell(found[near], lot)), False, pieces, "made", NO_FOLD)


def from_events(count: int, pieces: Pieces, lot: random.Random) -> Iterator[Example]:
    known = events()
    for _ in range(count):
        event = lot.choice(known)
        pair = made(event, lot)
        told = pair.told
        if lot.random() < LONGER:
            told = _longer(told, known, event, lot)
        yield example_of(told, pair.carries, pieces, "made", NO_FOLD, pair.speakers)


def _longer(told: Told, known: Sequence[Event], event: Event, lot: random.Random) -> Told:
    """With a second thing told after the first, on one side."""
    other = made(lot.choice([each for each in known if each is not event]), lot).told.left
    joined = lot.choice(("; ", ", and ", ", while ")) + (
        other[0].lower() + other[1:] if other.startswith("The ") else other
    )
    if lot.random() < 0.5:
        return Told(told.left, told.right.rstrip(".") + joined, told.kind, told.left_marks, told.right_marks)
    return Told(told.left.rstrip(".") + joined, told.right, told.kind, told.left_marks, told.right_marks)


def example_of(
    told: Told,
    carries: bool,
    pieces: Pieces,
    source: str,
    fold: int,
    speakers: tuple[str | None, str | None] | None = None,
) -> Example:
    answers = unknown(0)
    put(answers[0], carries=float(carries))
    if carries:
        put_relation(answers[0], [told.kind] if told.kind else [])
    one, two = speakers or (_credited(told.left), _credited(told.right))
    left, right = passage(told.left, pieces, one), passage(told.right, pieces, two)
    return unstoried(source, fold, left, right, answers, (told.left_marks, told.right_marks) if carries else None)


def _credited(text: str) -> str | None:
    """Who the sentence credits, as extraction would: by a resolved name, never a pronoun."""
    match = CREDITED.search(text)
    return match.group(1) if match and match.group(1)[0].isupper() and " " in match.group(1) else None
