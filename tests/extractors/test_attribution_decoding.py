"""From logits to linked spans, on logits made by hand."""

import numpy as np
import pytest

from extractors.attribution.decoding import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    I_CONTENT,
    I_CUE,
    I_SOURCE,
    TAG_COUNT,
    Linked,
    calibrated,
    free_source,
    joined,
    link,
    runs,
    spans,
    viterbi,
)
from extractors.encoder.encoded import Floats

O = 0  # noqa: E741  the standard name of this tag


def at(start: int, stop: int) -> range:
    """Word positions of a span."""
    return range(start, stop)


def sure_of(*tags: int, by: float = 8.0) -> Floats:
    """Logits that favour one tag a word."""
    logits = np.zeros((len(tags), TAG_COUNT), dtype=np.float32)
    logits[range(len(tags)), tags] = by
    return logits


def roles_of(*rows: str, certainty: float = 0.9) -> Floats:
    """Role probabilities; a row for each cue, a letter for each word: - none, s source, c content."""
    roles = np.full((len(rows), len(rows[0]), 3), (1 - certainty) / 2, dtype=np.float32)
    for row, letters in enumerate(rows):
        for word, letter in enumerate(letters):
            roles[row, word, "-sc".index(letter)] = certainty
    return roles


@pytest.mark.parametrize(
    ("said", "best"),
    [
        ([B_SOURCE, B_CUE, B_CONTENT, I_CONTENT], [B_SOURCE, B_CUE, B_CONTENT, I_CONTENT]),
        ([O, I_CUE, O], [O, B_CUE, O]),
        ([I_CONTENT, I_CONTENT], [B_CONTENT, I_CONTENT]),
        ([B_SOURCE, I_CUE, I_CUE], [B_SOURCE, B_CUE, I_CUE]),
    ],
)
def test_the_best_sequence_is_legal(said: list[int], best: list[int]) -> None:
    logits = sure_of(*said)
    logits[range(len(best)), best] = np.maximum(logits[range(len(best)), best], 7.0)
    assert viterbi(logits) == best


@pytest.mark.parametrize(
    ("tags", "begin", "found"),
    [
        ([O, B_CUE, I_CUE, O, B_CUE], B_CUE, [at(1, 3), at(4, 5)]),
        ([B_CONTENT, I_CONTENT, B_CONTENT, I_CONTENT], B_CONTENT, [at(0, 2), at(2, 4)]),
        ([B_SOURCE, I_SOURCE], B_SOURCE, [at(0, 2)]),
        ([O, O], B_CUE, []),
    ],
)
def test_runs_of_a_role(tags: list[int], begin: int, found: list[range]) -> None:
    assert runs(tags, begin) == found


def test_a_cue_that_is_merely_possible_is_dropped() -> None:
    logits = sure_of(B_SOURCE, B_CUE, B_CONTENT)
    logits[1] = sure_of(O, by=2.5)[0]
    assert spans(logits)[0] == []


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ([at(5, 8), at(0, 2)], (at(0, 2), at(5, 8))),
        ([at(0, 2), at(2, 4)], (at(0, 4),)),
        ([at(0, 2), at(3, 4)], (at(0, 2), at(3, 4))),
    ],
)
def test_spans_that_touch_become_one(contents: list[range], expected: tuple[range, ...]) -> None:
    assert joined(contents) == expected


@pytest.mark.parametrize(
    ("chances", "taken", "found"),
    [
        ([0.1, 0.8, 0.7, 0.1, 0.4], [], at(1, 3)),
        ([0.1, 0.8, 0.7, 0.1, 0.4], [at(1, 2)], at(2, 3)),
        ([0.1, 0.2, 0.1], [], None),
        ([0.9], [at(0, 1)], None),
    ],
)
def test_a_source_the_tags_missed(chances: list[float], taken: list[range], found: range | None) -> None:
    assert free_source(np.array(chances, dtype=np.float32), taken, 0.25) == found


def linked(cues: list[range], sources: list[range], contents: list[range], roles: Floats) -> list[Linked]:
    return link(cues, sources, contents, roles, np.ones(roles.shape[1], dtype=np.float32))


def test_each_content_goes_to_the_cue_that_claims_it() -> None:
    found = linked(
        [at(1, 2), at(5, 6)],
        [at(0, 1), at(4, 5)],
        [at(2, 4), at(6, 8)],
        roles_of("s-cc----", "----s-cc"),
    )
    assert [(a.source, a.cue, a.contents) for a in found] == [
        (at(0, 1), at(1, 2), (at(2, 4),)),
        (at(4, 5), at(5, 6), (at(6, 8),)),
    ]


def test_two_cues_may_share_a_source() -> None:
    found = linked([at(1, 2), at(3, 4)], [at(0, 1)], [at(2, 3), at(4, 5)], roles_of("s-c--", "s---c"))
    assert [a.source for a in found] == [at(0, 1), at(0, 1)]


def test_content_on_both_sides_of_its_cue_stays_in_two_parts() -> None:
    (found,) = linked([at(3, 4)], [at(2, 3)], [at(0, 2), at(4, 6)], roles_of("ccs-cc"))
    assert found.contents == (at(0, 2), at(4, 6))


def test_a_cue_without_content_attributes_nothing() -> None:
    assert linked([at(1, 2)], [at(0, 1)], [at(2, 4)], roles_of("s---")) == []


def test_a_source_the_role_head_alone_sees_is_taken() -> None:
    (found,) = linked([at(1, 2)], [], [at(2, 4)], roles_of("s-cc"))
    assert found.source == at(0, 1)


def test_an_attribution_may_have_no_source() -> None:
    (found,) = linked([at(1, 2)], [at(0, 1)], [at(2, 4)], roles_of("--cc"))
    assert found.source is None


def test_the_score_is_calibrated_from_the_three_decisions_multiplied() -> None:
    (found,) = linked([at(1, 2)], [at(0, 1)], [at(2, 4)], roles_of("s-cc", certainty=0.8))
    assert found.score == pytest.approx(calibrated(0.8 * 0.8))


def test_calibration_keeps_the_order_and_stays_inside_0_and_1() -> None:
    scores = [calibrated(raw) for raw in (0.0, 0.1, 0.5, 0.9, 1.0)]
    assert scores == sorted(scores)
    assert 0 < scores[0] < scores[-1] < 1


def test_a_score_that_is_very_sure_is_believed_less() -> None:
    assert calibrated(0.99) < 0.99
