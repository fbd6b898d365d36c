"""What carried an alignment score: the weights of a linear model, gathered under words that a person understands.

A score's logit is a weighted sum. What one feature contributes is its weight times how far it stands from the mean of
all candidates (the Shapley value of a linear model whose features are taken as independent: Štrumbelj and Kononenko,
2014). Features that measure one thing are added up, so that what two of them give and take stays inside one ground:
likeness in words and in meaning, above all, which the model sets off against each other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from matching.features import FEATURES
from matching.records import Ground, GroundKind

_MEASURED_BY: Mapping[GroundKind, str] = {
    "likeness": """cosine_own cosine_context token_sort token_set partial shared_rarity containment root_overlap
        cosine_squared cosine_times_containment meaning_times_cosine meaning meaning_of_claims meaning_in_story
        meaning_around covered_less covered_more claim_covered_less claim_covered_more""",
    "names": "names_shared names_only_one context_names_shared",
    "times": "day_shared day_conflict",
    "quantities": "number_shared number_conflict measure_same",
    "places": "place_shared",
    "occasion": "day_and_place",
    "speaker": "speaker_same speaker_different both_own_voice one_own_voice",
    "quotation": "both_quoted quote_shared quote_run",
    "rivals": """best_of_left best_of_right best_both meaning_below_best_left meaning_below_best_right
        covered_below_best_left covered_below_best_right""",
    "neighbours": "position_gap neighbours meaning_beside",
    "length": "shorter_length length_ratio crowd",
}
_KIND_OF = {name: kind for kind, names in _MEASURED_BY.items() for name in names.split()}

# Logits below which a ground is left out: they move a probability by one in a hundred at most.
_LEAST = 0.05


def by_kind(coefficients: Sequence[float], row: Sequence[float], typical: Sequence[float]) -> dict[GroundKind, float]:
    """What the features of a pair contribute, in logits beside an average candidate. All run along `FEATURES`."""
    parts: dict[GroundKind, list[float]] = defaultdict(list)
    for name, weight, value, mean in zip(FEATURES, coefficients, row, typical, strict=True):
        parts[_KIND_OF[name]].append(weight * (value - mean))
    return {kind: math.fsum(contributions) for kind, contributions in parts.items()}


def weightiest_first(contributions: Iterable[tuple[GroundKind, float]]) -> tuple[Ground, ...]:
    """As grounds, rounded to a hundredth of a logit; those that hardly count are left out."""
    kept = [Ground(kind, round(weight, 2)) for kind, weight in contributions if abs(weight) >= _LEAST]
    return tuple(sorted(kept, key=lambda ground: (-abs(ground.weight), ground.kind)))
