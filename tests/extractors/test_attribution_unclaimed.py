"""Contents that no cue claimed, on logits made by hand: which they are, and which cue gets them."""

import numpy as np
import pytest

from extractors.attribution.decoding import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    I_CONTENT,
    SETTLED,
    TAG_COUNT,
    Linked,
)
from extractors.attribution.unclaimed import link_unclaimed, open_cues, unclaimed
from extractors.encoder.encoded import Floats

O = 0  # noqa: E741  the standard name of this tag

FAINT = 1.5
"""In nats: by how much a faint cue is less likely than none."""


def logits_of(*tags: int, faint: int | None = None) -> Floats:
    """Logits sure of one tag a word; the word at `faint` may also be a cue."""
    logits = np.zeros((len(tags), TAG_COUNT), dtype=np.float32)
    logits[range(len(tags)), tags] = 8.0
    if faint is not None:
        logits[faint, B_CUE] = 8.0 - FAINT
    return logits


def roles_of(*rows: str) -> Floats:
    """Role probabilities; a row for each cue, a letter for each word: - none, s source, c content."""
    roles = np.full((len(rows), len(rows[0]), 3), 0.05, dtype=np.float32)
    for row, letters in enumerate(rows):
        for word, letter in enumerate(letters):
            roles[row, word, "-sc".index(letter)] = 0.9
    return roles


SENTENCE = (B_SOURCE, O, B_CONTENT, I_CONTENT)


@pytest.mark.parametrize(
    ("linked", "left"),
    [
        ([], [range(2, 4)]),
        ([Linked(0, range(1, 2), None, (range(2, 4),))], []),
        ([Linked(0, range(1, 2), None, (range(3, 4),))], []),
    ],
    ids=["no cue", "claimed", "claimed in part"],
)
def test_a_content_is_unclaimed_while_no_cue_has_a_word_of_it(linked: list[Linked], left: list[range]) -> None:
    assert unclaimed(logits_of(*SENTENCE), linked, SETTLED) == left


def test_what_may_not_be_content_is_not_looked_after() -> None:
    assert unclaimed(logits_of(*SENTENCE) / 8, [], SETTLED) == []


def test_a_faint_cue_and_one_that_took_nothing_are_open() -> None:
    logits = logits_of(B_SOURCE, O, B_CONTENT, O, B_CUE, B_CONTENT, B_CUE, faint=1)
    linked = [Linked(0, range(4, 5), None, (range(5, 6),))]
    assert open_cues(logits, [range(4, 5), range(6, 7)], linked, [range(2, 3)], SETTLED) == [range(1, 2), range(6, 7)]


def test_no_cue_is_looked_for_inside_the_content() -> None:
    assert open_cues(logits_of(*SENTENCE, faint=3), [], [], [range(2, 4)], SETTLED) == []


def test_the_cue_that_suits_a_content_best_gets_it_with_its_source() -> None:
    cues = [range(1, 2), range(4, 5)]
    found = link_unclaimed(logits_of(*SENTENCE, O), [range(2, 4)], cues, roles_of("s-ccs", "s---s"), SETTLED)
    assert found == [Linked(0, range(1, 2), range(1), (range(2, 4),), late=True)]


def test_a_content_that_suits_no_cue_is_left() -> None:
    assert link_unclaimed(logits_of(*SENTENCE), [range(2, 4)], [range(1, 2)], roles_of("s---"), SETTLED) == []
