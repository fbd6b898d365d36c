"""Annotated articles as training windows: a tag per word, and for every cue the role of every word.

An input line is `{"text", "attributions": [{"source": [[start, end], ...], "cue": ..., "content": ...}]}` with
half-open code point offsets. Tags are flat (one per word); where roles overlap, cue wins over source and source over
content, because the shorter span is the one that would be lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.encoder.relations import relation_features
from extractors.encoder.windows import Pieces, Window, Word, windows_of, words_of

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")

Spans = list[tuple[int, int]]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its labels.

    `cues` holds the word positions (in the window) of each gold cue, `roles` a row a
    cue: 0 none, 1 source, 2 content for every word; `relations` the pair features, three integers a pair. `places` is
    the paragraph of every word.
    """

    window: Window
    tags: Ints
    cues: tuple[tuple[int, ...], ...]
    roles: Ints
    relations: Ints
    places: tuple[int, ...]

    def with_cues(self, cues: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
        """Roles and relations for other cues: those of the gold cue each one touches, none where it touches none."""
        roles = np.zeros((len(cues), len(self.places)), dtype=np.int64)
        for row, cue in enumerate(cues):
            touched = next((i for i, gold in enumerate(self.cues) if set(gold) & set(cue)), None)
            if touched is not None:
                roles[row] = self.roles[touched]
        return roles, relation_features(cues, self.places)


def read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def covered(words: list[Word], spans: Spans) -> list[list[int]]:
    """For each span the indices of the words that begin inside it."""
    starts = np.array([word.start for word in words])
    return [list(range(*np.searchsorted(starts, (start, end)))) for start, end in spans]


def tag_words(words: list[Word], attributions: list[dict[str, Any]]) -> Ints:
    tags = np.zeros(len(words), dtype=np.int64)
    for role in ("content", "source", "cue"):
        base = 1 + 2 * ROLES.index(role)
        for attribution in attributions:
            for indices in covered(words, attribution[role]):
                if indices:
                    tags[indices] = base + 1
                    tags[indices[0]] = base
    return tags


def examples(text: str, attributions: list[dict[str, Any]], pieces: Pieces, first_limit: int) -> Iterator[Example]:
    words = words_of(text)
    if not words:
        return
    tags = tag_words(words, attributions)
    linked = [
        {role: [i for indices in covered(words, attribution[role]) for i in indices] for role in ROLES}
        for attribution in attributions
    ]
    for window in windows_of(text, words, pieces, first_limit):
        start, stop = window.words.start, window.words.stop
        here = [
            {role: [i - start for i in indices if start <= i < stop] for role, indices in link.items()}
            for link in linked
        ]
        here = [link for link in here if link["cue"] and link["content"]]
        roles = np.zeros((len(here), stop - start), dtype=np.int64)
        for row, link in enumerate(here):
            roles[row, link["content"]] = 2
            roles[row, link["source"]] = 1
        cues = tuple(tuple(link["cue"]) for link in here)
        places = tuple(words[i].paragraph for i in window.words)
        yield Example(window, tags[start:stop], cues, roles, relation_features(cues, places), places)
