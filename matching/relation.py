"""The relation score: how often a relation decided by the same rule was right on annotated stories.

It says nothing about the alignment; that has its own score. An alignment whose relation no rule decides gets the score
of not knowing: the share of annotated claims carried by several outlets that agree would make every silence look like
knowledge, so it is put at one half.
"""

from __future__ import annotations

from collections.abc import Sequence

from matching.records import Agreement, Divergence, DivergenceKind

UNDETERMINED = 0.5

_AGREEMENT: dict[Agreement, float] = {
    "copy": 0.95,
    "same_quote": 0.9,
    "equivalent": 0.85,
    "entails": 0.8,
    "compatible": 0.8,
    "partial": 0.75,
}
_DIVERGENCE: dict[DivergenceKind, float] = {}


def agreement_score(agreement: Agreement | None) -> float:
    """In [0, 1]."""
    return UNDETERMINED if agreement is None else _AGREEMENT[agreement]


def divergence_score(divergences: Sequence[Divergence]) -> float:
    """In [0, 1]: that of the surest divergence, since one is enough for the relation."""
    return max(_DIVERGENCE.get(divergence.kind, UNDETERMINED) for divergence in divergences)
