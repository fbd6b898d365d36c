"""What the role head knows about a cue and a word besides their states: distance, cues in between, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

DISTANCES = 18
"""Signed logarithmic distance: 8 classes before the cue, 1 inside it, 9 after (the last for anything beyond 128)."""

BETWEEN = 8
"""0 to 3 or more other cues between the two, times the side."""

PARAGRAPHS = 5
"""Difference of paragraph, -2 to 2."""

FARTHEST = 8  # powers of two: 2**8 words is more than a window holds


def relation_features(cues: Sequence[Sequence[int]], paragraphs: Sequence[int]) -> npt.NDArray[np.int64]:
    """Class indices of shape (cues, words, 3) for the embeddings of distance, cues between and paragraphs.

    `cues` holds word positions within a window, `paragraphs` the paragraph of every word of the window.
    """
    count = len(paragraphs)
    features = np.zeros((len(cues), count, 3), dtype=np.int64)
    if not cues:
        return features
    positions = np.arange(count)
    place = np.asarray(paragraphs)
    heads = np.sort(np.array([min(cue) for cue in cues]))
    below = np.searchsorted(heads, positions)
    for row, cue in enumerate(cues):
        first, last = min(cue), max(cue)
        left, right = first - positions, positions - last
        gap = np.maximum(np.maximum(left, right), 0)
        magnitude = np.where(
            gap > 0, np.minimum(np.floor(np.log2(np.maximum(gap, 1))).astype(np.int64), FARTHEST - 1), 0
        )
        features[row, :, 0] = np.where(left > 0, 1 + magnitude, np.where(right > 0, 1 + FARTHEST + magnitude, 0))
        own = np.searchsorted(heads, first)
        between = np.where(left > 0, own - below, np.maximum(below - own - 1, 0))
        features[row, :, 1] = np.clip(between, 0, 3) + 4 * (right > 0)
        features[row, :, 2] = np.clip(place - place[first], -2, 2) + 2
    return features
