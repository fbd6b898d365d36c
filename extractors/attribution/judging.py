"""How likely an attribution is as annotators would have it, from what the heads thought of its parts.

    features   a linked attribution -> numbers a reader can check
    Judge      their weights, learned (`training/attribution/judging`), and the line that calibrates the result

A mean over the words hides the one that does not fit, and a part may be sure where its edge is not; so means, least
values and edges are features of their own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from extractors.attribution.decoding import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    CONTENT,
    I_CONTENT,
    I_CUE,
    SOURCE,
    Linked,
)
from extractors.attribution.found import FoundAttribution
from extractors.encoder.encoded import Floats, mean, softmax
from extractors.errors import MissingWeights

FEATURES = (
    "cue",  # log-odds that the words of the cue are one, by the tag head: their mean
    "cue_least",  # and the least sure of them
    "content",  # the same for the words of the content, by the role head
    "content_least",
    "content_tag",  # and by the tag head
    "begin",  # that a content begins at the first words of its segments
    "end",  # that it goes on behind none of its segments
    "source",  # the words of the source, by the role head; 0 without a source
    "source_begin",
    "no_source",  # without a source: that no word is one; else 0
    "other_source",  # that another word is
    "rival",  # that the content belongs to the cue, among the others, that claims it most
    "pieces",  # 1 if the content has several segments
    "length",  # logarithm of its words
    "cue_length",
    "distance",  # logarithm of 1 and the words between cue and nearest content
    "late",  # 1 if its cue was looked for when no other had claimed the contents
)

WEIGHTS = Path(__file__).parent.parent / "weights" / "attribution" / "model.json"

EVEN = 1e-3
"""Added to both chances before their odds are taken, which are not finite for 0 and 1."""


def features(logits: Floats, roles: Floats, linked: Sequence[Linked]) -> Floats:
    """Of shape (attributions, FEATURES). `logits` has the shape (words, 7), `roles` (cues, words, 3)."""
    chances = softmax(logits)
    is_cue, is_content = (chances[:, both].sum(axis=1) for both in ([B_CUE, I_CUE], [B_CONTENT, I_CONTENT]))
    rows = [_row(chances, is_cue, is_content, roles, one) for one in linked]
    return np.array(rows, dtype=np.float32).reshape(len(rows), len(FEATURES))


def _row(chances: Floats, is_cue: Floats, is_content: Floats, roles: Floats, one: Linked) -> list[float]:
    cue = is_cue[one.cue.start : one.cue.stop]
    inside = np.concatenate([np.arange(span.start, span.stop) for span in one.contents])
    content = roles[one.row, inside, CONTENT]
    tagged = is_content[inside]
    behind = [chances[span.stop, I_CONTENT] if span.stop < len(chances) else 0.0 for span in one.contents]
    sources = roles[one.row, :, SOURCE]
    others = roles[:, inside, CONTENT].mean(axis=1)
    others[one.row] = 0.0
    source = source_begin = no_source = 0.0
    if one.source is None:
        other_source = sources.max()
        no_source = _odds(1 - float(other_source))
    else:
        source = _odds(mean(sources[one.source.start : one.source.stop]))
        source_begin = _odds(float(chances[one.source.start, B_SOURCE]))
        other_source = max(sources[: one.source.start].max(initial=0.0), sources[one.source.stop :].max(initial=0.0))
    gaps = [max(0, span.start - one.cue.stop, one.cue.start - span.stop) for span in one.contents]
    return [
        _odds(mean(cue)),
        _odds(float(cue.min())),
        _odds(mean(content)),
        _odds(float(content.min())),
        _odds(mean(tagged)),
        _odds(mean(np.array([chances[span.start, B_CONTENT] for span in one.contents]))),
        _odds(1 - mean(np.array(behind))),
        source,
        source_begin,
        no_source,
        _odds(float(other_source)),
        _odds(float(others.max())),
        float(len(one.contents) > 1),
        math.log(len(inside)),
        math.log(len(one.cue)),
        math.log1p(min(gaps)),
        float(one.late),
    ]


def _odds(chance: float) -> float:
    return math.log((chance + EVEN) / (1 - chance + EVEN))


FARTHEST = 40.0  # log-odds beyond which a chance is 0 or 1 to every digit that is kept


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights of FEATURES, the intercept, and the scores below which an attribution is left out: one with a source, and
    one without, which is never sure, since half of what can be right or wrong about it is that nobody is named.
    """

    weights: tuple[float, ...]
    intercept: float
    least: float
    least_sourceless: float

    def scores(self, rows: Floats) -> list[float]:
        """The chance, in [0, 1], that half of the content or more, and the source, are as annotated."""
        odds = rows @ np.array(self.weights, dtype=np.float32) + self.intercept
        return [round(float(chance), 4) for chance in 1 / (1 + np.exp(-np.clip(odds, -FARTHEST, FARTHEST)))]

    def keeps(self, one: Linked | FoundAttribution, score: float) -> bool:
        return score >= (self.least_sourceless if one.source is None else self.least)


@cache
def shipped(path: Path = WEIGHTS) -> Judge:
    """The judge that ships. Raises MissingWeights."""
    if not path.is_file():
        raise MissingWeights(f"{path} is missing; install the package again, or train it (training/README.md)")
    stored = json.loads(path.read_text(encoding="utf8"))
    weights = tuple(stored["weights"][name] for name in FEATURES)
    return Judge(weights, stored["intercept"], stored["least"], stored["least_sourceless"])
