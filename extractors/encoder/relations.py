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

_MAGNITUDES = np.array([max(0, gap.bit_length() - 1) for gap in range(2**FARTHEST)])
"""The logarithm of a distance to the base 2, without its fraction."""


def relation_features(cues: Sequence[Sequence[int]], paragraphs: Sequence[int]) -> npt.NDArray[np.int64]:
    """Class indices of shape (cues, words, 3) for the embeddings of distance, cues between and paragraphs.

    `cues` holds word positions within a window, `paragraphs` the paragraph of every word of the window.
    """
    positions = np.arange(len(paragraphs))
    place = np.array(paragraphs, dtype=np.int64)
    first = np.array([min(cue) for cue in cues], dtype=np.int64)[:, None]
    last = np.array([max(cue) for cue in cues], dtype=np.int64)[:, None]
    left, right = first - positions, positions - last
    magnitude = np.minimum(_MAGNITUDES[np.clip(np.maximum(left, right), 0, len(_MAGNITUDES) - 1)], FARTHEST - 1)
    distance = np.where(left > 0, 1 + magnitude, np.where(right > 0, 1 + FARTHEST + magnitude, 0))
    heads = np.sort(first[:, 0])
    own, below = np.searchsorted(heads, first), np.searchsorted(heads, positions)
    between = np.where(left > 0, own - below, np.maximum(below - own - 1, 0))
    return np.stack(
        [distance, np.clip(between, 0, 3) + 4 * (right > 0), np.clip(place - place[first], -2, 2) + 2], axis=-1
    )
