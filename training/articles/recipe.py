"""How a run learns, and in what proportions."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

SEED = 20161108


@dataclasses.dataclass(frozen=True, slots=True)
class Weights:
    """Of each loss beside that of the tags, which counts 1; `taught` is the committee's share in the targets of
    annotated text, `unread` the weight of text that only the committee has read.
    """

    roles: float = 0.5
    trees: float = 0.5
    names: float = 0.3
    taught: float = 0.5
    unread: float = 0.5


@dataclasses.dataclass(frozen=True, slots=True)
class Recipe:
    """Rates are peaks, `batch` counts windows of each kind in a step, `mean` is the decay of the exponential mean."""

    passes: float = 6.0
    batch: int = 8
    body_rate: float = 3e-4
    head_rate: float = 1e-3
    layer_decay: float = 1.0
    dropout: float = 0.1
    attention_dropout: float = 0.0
    mean: float = 0.999
    weights: Weights = Weights()
    seed: int = SEED


def recipe_of(settings: Sequence[str]) -> Recipe:
    """A recipe with other values: "passes=8", "weights.trees=0.3"."""
    own: dict[str, Any] = {}
    weights: dict[str, float] = {}
    kinds = {field.name: type(field.default) for field in dataclasses.fields(Recipe)}
    for setting in settings:
        name, _, value = setting.partition("=")
        if name.startswith("weights."):
            weights[name.removeprefix("weights.")] = float(value)
        else:
            own[name] = kinds[name](value)
    return Recipe(**own, weights=Weights(**weights))
