"""Contents that no cue claimed: the tag head is sure of the words, but not of a cue that would take them.

Who is credited with them is looked for among fainter cues and those that took nothing: the one whose content they are
by the role head. The tag head alone finds more of the annotated words of contents than the cues it is sure of keep
(recall 92.5 against 87.2 on PolNeAR dev, at a precision of 90.4 against 93.0). What is wrong of it is for `judging`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extractors.attribution.decoding import (
    B_CONTENT,
    B_SOURCE,
    CONTENT,
    I_CONTENT,
    SOURCE,
    Linked,
    Thresholds,
    cues_of,
    source_of,
    tagged,
)
from extractors.encoder.encoded import Floats, mean, softmax


def unclaimed(logits: Floats, linked: Sequence[Linked], by: Thresholds) -> list[range]:
    """Contents by the tag head none of whose words is linked; `logits` has the shape (words, 7)."""
    chance = softmax(logits)[:, [B_CONTENT, I_CONTENT]].sum(axis=1)
    claimed = {at for one in linked for span in one.contents for at in span}
    if claimed.issuperset(np.flatnonzero(chance >= by.least_unclaimed).tolist()):
        return []  # most windows: no free content could have such a mean
    return [
        span
        for part, span in tagged(logits)
        if part == B_CONTENT and claimed.isdisjoint(span) and mean(chance[span.start : span.stop]) >= by.least_unclaimed
    ]


def open_cues(
    logits: Floats, cues: Sequence[range], linked: Sequence[Linked], contents: Sequence[range], by: Thresholds
) -> list[range]:
    """Cues that may take unclaimed contents: of the settled ones those that took nothing, and fainter ones."""
    busy = {one.row for one in linked}
    taken = {at for span in (*cues, *contents, *(held for one in linked for held in one.contents)) for at in span}
    faint = cues_of(logits, replace(by, cue_bias=by.faint_cue_bias, least_cue=by.least_faint_cue))
    idle = [cue for row, cue in enumerate(cues) if row not in busy]
    return sorted([*idle, *(cue for cue in faint if taken.isdisjoint(cue))], key=lambda cue: cue.start)


def link_unclaimed(
    logits: Floats, contents: Sequence[range], cues: Sequence[range], roles: Floats, by: Thresholds
) -> list[Linked]:
    """Unclaimed contents, each linked to the open cue that suits it best. `roles` has the shape (cues, words, 3)."""
    held: dict[int, list[range]] = {}
    for span in contents:
        chances = roles[:, span.start : span.stop, CONTENT].mean(axis=1)
        row = int(chances.argmax())
        if chances[row] >= by.least_faint_link:
            held.setdefault(row, []).append(span)
    sources = [span for part, span in tagged(logits) if part == B_SOURCE]
    return [
        Linked(
            row, cues[row], source_of(sources, [cues[row], *spans], roles[row, :, SOURCE], by), tuple(spans), late=True
        )
        for row, spans in sorted(held.items())
    ]
