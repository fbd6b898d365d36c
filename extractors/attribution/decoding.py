"""From logits to attributions: a superset of spans by constrained Viterbi, then links from the role head.

1. Best legal B/I/O sequence, with cue and content made a little likelier than the tag head thinks (a superset).
2. Cues the tag head holds unlikely are dropped again.
3. Each content span goes to the cue whose roles claim it most; spans of one cue that touch become one.
   Each cue takes its likeliest tagged source span, or, when none fits, the role head's own best run of words.
4. A cue without content attributes nothing and is dropped.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.encoder.encoded import TAG_COUNT, Floats, softmax

O, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT = range(7)  # noqa: E741  the standard name of this tag
SOURCE, CONTENT = 1, 2  # classes of the role head


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What decoding goes by. The values were chosen by `python -m training.attribution.thresholds` on PolNeAR dev."""

    cue_bias: float = 0.5
    """Added to both cue logits, in nats."""

    content_bias: float = 0.0
    """Added to both content logits, in nats."""

    least_cue: float = 0.45
    """Mean cue probability a cue must have to be kept."""

    least_content_link: float = 0.6
    """Mean content probability below which a content span belongs to none of the cues."""

    least_tagged_source: float = 0.1
    """Mean source probability a tagged source span needs to be linked to a cue."""

    least_free_source: float = 0.25
    """Source probability of every word in a run that the role head proposes on its own."""


SETTLED = Thresholds()

CALIBRATION_SLOPE, CALIBRATION_INTERCEPT = 0.860, 0.497
"""A straight line over the log-odds of the raw score, fitted on the development articles; its expected calibration
error there is in the model card."""


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution as ranges of word positions.

    `score` in [0, 1] is the estimated chance that half of the content or more, and the source, are as annotated. It is
    calibrated from a product of three mean probabilities: of the cue words by the tag head, and of the content and
    source words by the role head (without a source: the chance that the likeliest word is none).
    """

    cue: range
    source: range | None
    contents: tuple[range, ...]
    score: float


def legal_transitions() -> Floats:
    """0 where one tag may follow another, a large negative number where not (I only after B or I of its role)."""
    allowed = np.zeros((TAG_COUNT, TAG_COUNT), dtype=np.float32)
    for inside in (I_SOURCE, I_CUE, I_CONTENT):
        for before in range(TAG_COUNT):
            if before not in (inside, inside - 1):
                allowed[before, inside] = -1e4
    return allowed


LEGAL = legal_transitions()


def viterbi(scores: Floats) -> list[int]:
    """The best legal tag sequence for log scores of shape (words, 7)."""
    best = scores[0].copy()
    best[[I_SOURCE, I_CUE, I_CONTENT]] = -1e4
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        paths = best[:, None] + LEGAL
        back[i] = paths.argmax(axis=0)
        best = paths.max(axis=0) + scores[i]
    tag = int(best.argmax())
    tags = [tag]
    for i in range(len(scores) - 1, 0, -1):
        tag = int(back[i, tag])
        tags.append(tag)
    return tags[::-1]


def runs(tags: Sequence[int], begin: int) -> list[range]:
    """Maximal spans of one role, given its B tag (its I tag is the next number)."""
    found = []
    start = None
    for i, tag in enumerate([*tags, O]):
        if start is not None and tag != begin + 1:
            found.append(range(start, i))
            start = None
        if tag == begin:
            start = i
    return found


def spans(logits: Floats, by: Thresholds = SETTLED) -> tuple[list[range], list[range], list[range], Floats]:
    """Cues, sources and contents of a window, and the cue probability of every word."""
    bias = np.zeros(TAG_COUNT, dtype=np.float32)
    bias[[B_CUE, I_CUE]] = by.cue_bias
    bias[[B_CONTENT, I_CONTENT]] = by.content_bias
    chances = softmax(logits)
    tags = viterbi(np.log(softmax(logits + bias) + 1e-9))
    cue_chance = chances[:, B_CUE] + chances[:, I_CUE]
    cues = [cue for cue in runs(tags, B_CUE) if cue_chance[cue.start : cue.stop].mean() >= by.least_cue]
    return cues, runs(tags, B_SOURCE), runs(tags, B_CONTENT), cue_chance


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
            mean = float(chances[start:i].mean())
            if mean > best_mean:
                best, best_mean = range(start, i), mean
            start = None
    return best


def link(
    cues: list[range],
    sources: list[range],
    contents: list[range],
    roles: Floats,
    cue_chance: Floats,
    by: Thresholds = SETTLED,
) -> list[Linked]:
    """Attributions of one window. `roles` has the shape (cues, words, 3)."""
    mean_content = np.array([[roles[c, s.start : s.stop, CONTENT].mean() for s in contents] for c in range(len(cues))])
    held: dict[int, list[int]] = {}
    for s in range(len(contents)):
        best = int(mean_content[:, s].argmax())
        if mean_content[best, s] >= by.least_content_link:
            held.setdefault(best, []).append(s)
    return [
        attribution(cues[c], sources, [contents[s] for s in holding], roles[c], cue_chance, by)
        for c, holding in sorted(held.items())
    ]


def attribution(
    cue: range, sources: list[range], contents: list[range], roles: Floats, cue_chance: Floats, by: Thresholds
) -> Linked:
    """A cue with its contents and the source that suits it best. `roles` has the shape (words, 3)."""
    chance, source = max(
        ((float(roles[s.start : s.stop, SOURCE].mean()), s) for s in sources),
        key=lambda pair: pair[0],
        default=(0.0, None),
    )
    if chance < by.least_tagged_source:
        source = free_source(roles[:, SOURCE].copy(), [cue, *contents], by.least_free_source)
        chance = (
            float(roles[source.start : source.stop, SOURCE].mean()) if source else 1.0 - float(roles[:, SOURCE].max())
        )
    inside = np.concatenate([roles[s.start : s.stop, CONTENT] for s in contents])
    score = float(cue_chance[cue.start : cue.stop].mean()) * float(inside.mean()) * chance
    return Linked(cue, source, joined(contents), calibrated(score))


def calibrated(raw: float) -> float:
    """The chance that a raw score in [0, 1] stands for."""
    kept = min(max(raw, 1e-4), 1 - 1e-4)  # the log-odds of 0 and 1 are not finite
    odds = CALIBRATION_SLOPE * math.log(kept / (1 - kept)) + CALIBRATION_INTERCEPT
    return 1 / (1 + math.exp(-odds))


def joined(spans: list[range]) -> tuple[range, ...]:
    """Spans in order, those that touch made one: B tags part what belongs to different cues, not to the same."""
    result: list[range] = []
    for span in sorted(spans, key=lambda span: span.start):
        if result and result[-1].stop == span.start:
            result[-1] = range(result[-1].start, span.stop)
        else:
            result.append(span)
    return tuple(result)
