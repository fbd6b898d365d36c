"""From logits to linked spans, on logits made by hand."""

import numpy as np
import pytest

from extractors.attribution.decoding import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    I_CONTENT,
    I_CUE,
    SETTLED,
    TAG_COUNT,
    Thresholds,
    cues_of,
    free_source,
    link,
    segments,
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
    ("enter", "stay", "found"),
    [
        ([[0, -9], [-9, 0], [-9, -9]], [[0, -9], [-9, -9], [-9, 0]], [(0, at(0, 1)), (1, at(1, 3))]),
        ([[-9, 0], [-9, 0]], [[-9, -9], [-9, -5]], [(1, at(0, 1)), (1, at(1, 2))]),
        ([[-9, 0], [-9, -1], [-9, 0]], [[-9, -9], [-9, -1], [-9, -2]], [(1, at(0, 2)), (1, at(2, 3))]),
        ([[-3, -4], [-9, -9]], [[-9, -9], [-9, 0]], [(1, at(0, 2))]),
    ],
    ids=["two states", "a new one of the same state", "as good going on as begun", "a worse start for a better whole"],
)
def test_words_are_parted_into_the_best_segments(
    enter: list[list[float]], stay: list[list[float]], found: list[tuple[int, range]]
) -> None:
    assert segments(np.array(enter, dtype=np.float32), np.array(stay, dtype=np.float32)) == found


def test_cues_side_by_side_are_kept_apart() -> None:
    assert cues_of(sure_of(O, B_CUE, I_CUE, B_CUE)) == [at(1, 3), at(3, 4)]


def test_a_cue_that_is_merely_possible_is_dropped() -> None:
    logits = sure_of(B_SOURCE, B_CUE, B_CONTENT)
    logits[1] = sure_of(O, by=9.5)[0]
    assert cues_of(logits) == []


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


TAGS = {"-": O, "s": B_SOURCE, "k": B_CUE, "c": B_CONTENT, "C": I_CONTENT}


def linked(
    tags: str, *rows: str, by: float = 3.0, going_by: Thresholds = SETTLED
) -> list[tuple[range | None, range, tuple[range, ...]]]:
    """Source, cue and contents, from a letter a word as the tag head would have it, and rows as of `roles_of`."""
    cues = [at(position, position + 1) for position, letter in enumerate(tags) if letter == "k"]
    found = link(sure_of(*(TAGS[letter] for letter in tags), by=by), cues, roles_of(*rows), going_by)
    return [(one.source, one.cue, one.contents) for one in found]


@pytest.mark.parametrize(
    ("tags", "rows", "found"),
    [
        (
            "skcCskcC",
            ("s-cc----", "----s-cc"),
            [(at(0, 1), at(1, 2), (at(2, 4),)), (at(4, 5), at(5, 6), (at(6, 8),))],
        ),
        ("skckc", ("s-c--", "s---c"), [(at(0, 1), at(1, 2), (at(2, 3),)), (at(0, 1), at(3, 4), (at(4, 5),))]),
        ("cCskcC", ("ccs-cc",), [(at(2, 3), at(3, 4), (at(0, 2), at(4, 6)))]),
        ("skcc", ("s-cc",), [(at(0, 1), at(1, 2), (at(2, 4),))]),
        ("skkcC", ("s--cc", "s--cc"), [(at(0, 1), at(1, 2), (at(3, 5),))]),
        ("skcC", ("s---",), []),
        ("-kcC", ("s-cc",), [(at(0, 1), at(1, 2), (at(2, 4),))]),
        ("skcC", ("--cc",), [(None, at(1, 2), (at(2, 4),))]),
    ],
    ids=[
        "each content goes to the cue that claims it",
        "two cues may share a source",
        "content on both sides of its cue stays in two parts",
        "segments of one cue that touch are one",
        "a content belongs to one cue only",
        "a cue without content attributes nothing",
        "a source that the role head alone sees is taken",
        "an attribution may have no source",
    ],
)
def test_parts_are_linked(
    tags: str, rows: tuple[str, ...], found: list[tuple[range | None, range, tuple[range, ...]]]
) -> None:
    assert linked(tags, *rows) == found


def test_where_the_tags_are_unsure_the_roles_tell_where_one_content_ends() -> None:
    first, second = linked("kcCCk", "-cc--", "---c-", by=1.0, going_by=Thresholds(role_share=0.5))
    assert (first[2], second[2]) == ((at(1, 3),), (at(3, 4),))
