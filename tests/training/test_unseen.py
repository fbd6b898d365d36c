"""What a network said of pairs of sentences, found again after the extractors cut and credit them otherwise."""

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from extractors.records import Span
from matching.reading.pairs import OUTPUTS
from matching.reading.passages import NOWHERE, Passage
from training.alignment.unseen import Said, Unseen, unseen_of
from training.pairs.examples import Example, unknown, unstoried
from training.pairs.gather import pack
from training.pairs.packed import STEP, Batches

CLS, SEP, COLON, FIRST = 1, 2, 3, 10
SENTENCES = "The ferry sank near Brod and its crew swam ashore", "All nine sailors reached land as it went down"
FERRY, SAILORS = SENTENCES
VOCABULARY = " ".join((*SENTENCES, "Okoro Tarn")).lower().split()

SANK, SWAM = "The ferry sank near Brod", "its crew swam ashore"
REACHED, WENT = "All nine sailors reached land", "it went down"
ASKED = ((SANK, REACHED), (SANK, WENT), (SWAM, REACHED), (SWAM, WENT))

Claims = Sequence[tuple[str, str]]


def passage(text: str, speaker: str = "") -> Passage:
    """One piece a word, the speaker and a colon before them."""
    named = [FIRST + VOCABULARY.index(word) for word in speaker.lower().split()]
    before = (CLS, *named, COLON) if named else (CLS,)
    words = list(re.finditer(r"\w+", text))
    pieces = (*before, *(FIRST + VOCABULARY.index(word.group().lower()) for word in words), SEP)
    places = (*(NOWHERE for _ in before), *(word.span() for word in words), NOWHERE)
    return Passage(pieces, (0,) * len(pieces), places, ("",) * len(pieces))


def spans(text: str, words: str) -> list[Span]:
    return [Span.of(text, text.index(words), text.index(words) + len(words))]


def asked(claims: Claims) -> list[tuple[list[Span], list[Span]]]:
    return [(spans(FERRY, left), spans(SAILORS, right)) for left, right in claims]


def example(number: int, claims: Claims = ASKED, speaker: str = "") -> Example:
    key = (number, 0, 1, len(claims))
    sides = passage(FERRY, speaker), passage(SAILORS)
    return Example("stories", 0, *sides, tuple(asked(claims)), unknown(len(claims)), None, key)


def left_behind(run: Path, examples: Sequence[Example], unread: Sequence[int] = ()) -> Unseen:
    """Row `r` of an example has `r` for its answers, in whole steps; examples of `unread` were not asked about."""
    packed = pack(examples, np.zeros(0, dtype=np.int64))
    packed.save(run / "packed.npz")
    np.savez(run / "keys.npz", keys=np.array([each.key for each in examples if each.key is not None]))
    places = Batches(packed).rows_of([n for n in range(len(examples)) if n not in unread])
    rows = np.concatenate([np.arange(place.start, place.stop) for place in places])
    steps = np.concatenate([np.arange(place.stop - place.start) for place in places])
    logits = np.repeat(steps[:, None], len(OUTPUTS), axis=1).astype(np.int8)
    np.savez(run / "unseen.npz", rows=rows, logits=logits)
    return unseen_of(run, COLON)


def found(unseen: Unseen, number: int, left: Passage, right: Passage, claims: Claims = ()) -> list[int] | None:
    """The answers to the passages and to the claims, in steps."""
    rows = unseen.of(number, left, right, asked(claims))
    if rows is None:
        return None
    assert rows.shape == (1 + len(claims), len(OUTPUTS))
    return [round(float(row[0]) / STEP) for row in rows]


@pytest.mark.parametrize(
    ("claims", "answers"),
    [
        ((), [0]),
        (ASKED, [0, 1, 2, 3, 4]),
        (tuple(reversed(ASKED)), [0, 4, 3, 2, 1]),
        # cut otherwise: the answer to what has most words in common with it, on the side that has fewest
        ((("ferry sank", "nine sailors reached land"),), [0, 1]),
        ((("crew swam ashore", "as it went down"),), [0, 4]),
        (((FERRY, WENT),), [0, 2]),
        (((SWAM, SAILORS),), [0, 3]),
    ],
)
def test_a_claim_takes_the_answer_to_the_one_with_most_of_its_words(
    tmp_path: Path, claims: Claims, answers: list[int]
) -> None:
    unseen = left_behind(tmp_path, [example(0)])
    assert found(unseen, 0, passage(FERRY), passage(SAILORS), claims) == answers


@pytest.mark.parametrize(
    ("before", "after"), [("", "Okoro"), ("Okoro", ""), ("Okoro", "Tarn"), ("Okoro", "Okoro Tarn")]
)
def test_a_speaker_resolved_otherwise_changes_nothing(tmp_path: Path, before: str, after: str) -> None:
    unseen = left_behind(tmp_path, [example(0, speaker=before)])
    assert found(unseen, 0, passage(FERRY, after), passage(SAILORS), ASKED) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("number", "left", "right"),
    [
        pytest.param(1, FERRY, SAILORS, id="another story"),
        pytest.param(0, SANK, SAILORS, id="a sentence cut shorter"),
        pytest.param(0, SAILORS, FERRY, id="the sides exchanged"),
    ],
)
def test_what_was_not_read_has_no_answer(tmp_path: Path, number: int, left: str, right: str) -> None:
    unseen = left_behind(tmp_path, [example(0)])
    assert found(unseen, number, passage(left), passage(right)) is None


def test_a_story_that_no_network_was_asked_about_has_no_answer(tmp_path: Path) -> None:
    unseen = left_behind(tmp_path, [example(0), example(1)], unread=[0])
    assert found(unseen, 0, passage(FERRY), passage(SAILORS)) is None
    assert found(unseen, 1, passage(FERRY), passage(SAILORS), ASKED) == [0, 1, 2, 3, 4]


def test_examples_without_a_story_move_no_answer(tmp_path: Path) -> None:
    elsewhere = unstoried("headlines", 0, passage(SANK), passage(WENT), unknown(0))
    unseen = left_behind(tmp_path, [elsewhere, example(0, ASKED[:2]), elsewhere, example(1, ASKED[2:])])
    assert found(unseen, 0, passage(FERRY), passage(SAILORS), ASKED[:2]) == [0, 1, 2]
    assert found(unseen, 1, passage(FERRY), passage(SAILORS), ASKED[2:]) == [0, 1, 2]


def test_where_no_claim_was_asked_about_the_answer_to_the_passages_stands_for_it() -> None:
    said = Said(np.full(len(OUTPUTS), 7, dtype=np.float32), (), np.zeros((0, len(OUTPUTS)), dtype=np.float32))
    assert said.rows([(frozenset({1}), frozenset({2}))])[:, 0].tolist() == [7, 7]
