"""From logits to attributions: cues by the tag head, then what belongs to each by both heads at once.

1. The best sequence of segments by the tag head, with cues made a little likelier than it thinks (a superset). Cues it
   holds unlikely are dropped again.
2. The best sequence again, now with a content for every cue: the tag head says that a word is content, and where one
   begins; the role head says whose. Their chances are multiplied, each raised to its share.
3. Each cue takes its likeliest source segment, or, when none fits, the role head's own best run of words.
4. A cue without content attributes nothing and is dropped.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.encoder.encoded import TAG_COUNT, Floats, mean, softmax

O, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT = range(7)  # noqa: E741  the standard name of this tag
SOURCE, CONTENT = 1, 2  # classes of the role head

IMPOSSIBLE = -1e9  # in nats


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What decoding goes by. The values were chosen by `python -m training.attribution.thresholds` on PolNeAR dev."""

    cue_bias: float = 0.0
    """Added to both cue logits, in nats."""

    least_cue: float = 0.45
    """Mean cue probability a cue must have to be considered."""

    role_share: float = 0.2
    """Share of the role head in what a word is, in [0, 1]; the rest is the tag head's."""

    least_content_link: float = 0.7
    """Mean content probability by the role head that a content must have."""

    least_tagged_source: float = 0.2
    """Mean source probability a tagged source span needs to be linked to a cue."""

    least_free_source: float = 0.25
    """Source probability of every word in a run that the role head proposes on its own."""

    least_unclaimed: float = 0.6
    """Mean content probability by the tag head that a content must have whose cue is looked for afterwards."""

    faint_cue_bias: float = 2.0
    """`cue_bias` of the cues that are looked at then,"""

    least_faint_cue: float = 0.05
    """their `least_cue`,"""

    least_faint_link: float = 0.3
    """and their `least_content_link`."""


SETTLED = Thresholds()


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution as ranges of word positions. `row` is the position of its cue among the cues considered; `late`:
    its cue was looked for when no other had claimed the contents.
    """

    row: int
    cue: range
    source: range | None
    contents: tuple[range, ...]
    late: bool = False


def segments(enter: Floats, stay: Floats) -> list[tuple[int, range]]:
    """The best way to part words into segments of one state each, by log scores of shape (words, states).

    A word scores `enter` where a segment begins, `stay` where one goes on. Segments come in order and cover all words
    (Viterbi 1967). Plain lists: with so few states, arrays would cost more than they save.
    """
    states = range(enter.shape[1])
    scores = [-math.inf] * len(states)
    reached, best = 0.0, 0
    begun: list[list[int]] = []
    before: list[int] = []
    for own, on in zip(enter.tolist(), stay.tolist(), strict=True):
        new: list[int] = []
        for state in states:
            begins, goes_on = reached + own[state], scores[state] + on[state]
            if goes_on >= begins:
                scores[state] = goes_on
            else:
                scores[state] = begins
                new.append(state)
        begun.append(new)
        before.append(best)
        reached = max(scores)
        best = scores.index(reached)
    found: list[tuple[int, range]] = []
    state, stop = best, len(begun)
    for at in range(len(begun) - 1, -1, -1):
        if state in begun[at]:
            found.append((state, range(at, stop)))
            state, stop = before[at], at
    return found[::-1]


def tagged(logits: Floats, cue_bias: float = 0.0) -> list[tuple[int, range]]:
    """The best segments by the tag head alone, each with its part: O, B_SOURCE, B_CUE or B_CONTENT."""
    bias = np.zeros(TAG_COUNT, dtype=np.float32)
    bias[[B_CUE, I_CUE]] = cue_bias
    scores = np.log(softmax(logits + bias) + 1e-9)
    parts = (O, B_SOURCE, B_CUE, B_CONTENT)
    found = segments(scores[:, parts], scores[:, [O, I_SOURCE, I_CUE, I_CONTENT]])
    return [(parts[state], span) for state, span in found]


def cues_of(logits: Floats, by: Thresholds = SETTLED) -> list[range]:
    """The cues of a window by the tag head; `logits` has the shape (words, 7)."""
    chance = softmax(logits)[:, [B_CUE, I_CUE]].sum(axis=1)
    return [
        span
        for part, span in tagged(logits, by.cue_bias)
        if part == B_CUE and mean(chance[span.start : span.stop]) >= by.least_cue
    ]


def parts_of(
    logits: Floats, cues: Sequence[range], roles: Floats, by: Thresholds = SETTLED
) -> tuple[list[range], list[list[range]]]:
    """The source segments of a window and, for each cue, its content segments. `roles` has the shape (cues, words, 3).

    States: none, source, a cue, and a content for every cue. What is a cue is settled.
    """
    tags = np.log(softmax(logits) + 1e-9)[:, :, None]
    own = np.log(roles.transpose(1, 2, 0) + 1e-4)
    none = np.log(1 - roles[:, :, CONTENT].max(axis=0) + 1e-4)[:, None]
    source = own[:, SOURCE].max(axis=1, keepdims=True)
    is_cue = np.zeros((len(logits), 1), dtype=bool)
    for cue in cues:
        is_cue[cue.start : cue.stop] = True

    def mixed(of_source: Floats, of_content: Floats) -> Floats:
        said = [tags[:, O], of_source, np.repeat(of_content, len(cues), axis=1)]
        claimed = [none, source, own[:, CONTENT]]
        scores = (1 - by.role_share) * np.hstack(said) + by.role_share * np.hstack(claimed)
        settled = np.where(is_cue, IMPOSSIBLE, scores)
        result: Floats = np.hstack([settled, np.where(is_cue, 0.0, IMPOSSIBLE)])
        return result

    inside = np.maximum(tags[:, B_CONTENT], tags[:, I_CONTENT])  # what begins within one cue's content is a part of it
    found = segments(mixed(tags[:, B_SOURCE], tags[:, B_CONTENT]), mixed(tags[:, I_SOURCE], inside))
    contents: list[list[range]] = [[] for _ in cues]
    for state, span in found:
        if (
            2 <= state < 2 + len(cues)
            and mean(roles[state - 2, span.start : span.stop, CONTENT]) >= by.least_content_link
        ):
            contents[state - 2].append(span)
    return [span for state, span in found if state == 1], contents


def link(logits: Floats, cues: Sequence[range], roles: Floats, by: Thresholds = SETTLED) -> list[Linked]:
    """Attributions of one window. `logits` has the shape (words, 7), `roles` (cues, words, 3)."""
    sources, contents = parts_of(logits, cues, roles, by)
    return [
        Linked(row, cue, source_of(sources, [cue, *held], roles[row, :, SOURCE], by), tuple(held))
        for row, (cue, held) in enumerate(zip(cues, contents, strict=True))
        if held
    ]


def source_of(sources: Sequence[range], taken: Sequence[range], chances: Floats, by: Thresholds) -> range | None:
    """The source that suits a cue best, by its source chances (words)."""
    best = max(sources, key=lambda span: mean(chances[span.start : span.stop]), default=None)
    if best is not None and mean(chances[best.start : best.stop]) >= by.least_tagged_source:
        return best
    return free_source(chances, taken, by.least_free_source)


def free_source(chances: Floats, taken: Sequence[range], least: float) -> range | None:
    """The run of words outside `taken` with the highest mean source probability, none below `least`."""
    free = chances >= least
    for span in taken:
        free[span.start : span.stop] = False
    best, best_mean = None, 0.0
    start = None
    for i in range(len(free) + 1):
        inside = i < len(free) and bool(free[i])
        if inside and start is None:
            start = i
        elif not inside and start is not None:
            own_mean = mean(chances[start:i])
            if own_mean > best_mean:
                best, best_mean = range(start, i), own_mean
            start = None
    return best
