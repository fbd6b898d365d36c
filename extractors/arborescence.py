"""The best tree over scored arcs: Chu-Liu-Edmonds (McDonald et al. 2005), with exactly one root."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

ONE_ROOT = 1e5
"""Taken from every root's score, more than any tree can gain, so that a second root never pays."""


def best_tree(arcs: Floats) -> Ints:
    """The head of every word, the root its own.

    `arcs[i, j]` scores word i hanging on word j, `arcs[i, i]` word i as the root. Quadratic time where the best head of
    each word makes a tree, which is nearly always; cubic at worst.
    """
    heads: Ints = arcs.argmax(axis=1)
    if _is_tree(heads):
        return heads
    count = len(arcs)
    scores = np.full((count + 1, count + 1), -np.inf)  # a node for the root, so that it is an arc like any other
    scores[1:, 1:] = arcs
    np.fill_diagonal(scores, -np.inf)
    scores[1:, 0] = arcs.diagonal().astype(np.float64) - ONE_ROOT
    found = _best(scores)[1:] - 1
    result: Ints = np.where(found < 0, np.arange(count), found)
    return result


def _is_tree(heads: Ints) -> bool:
    """Whether one word is its own head and all others reach it."""
    if (heads == np.arange(len(heads))).sum() != 1:
        return False
    reached = heads
    for _ in range(max(len(heads) - 1, 1).bit_length()):
        reached = reached[reached]
    return bool((heads[reached] == reached).all())


def _best(scores: npt.NDArray[np.float64]) -> Ints:
    """Heads of a maximal arborescence rooted in node 0; entry 0 means nothing."""
    heads: Ints = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    outside = np.array([n for n in range(len(scores)) if n not in cycle])
    inside = np.array(sorted(cycle))
    merged = len(outside)
    smaller = np.full((merged + 1, merged + 1), -np.inf)
    smaller[:merged, :merged] = scores[np.ix_(outside, outside)]
    gains = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    entered = gains.argmax(axis=0)
    smaller[merged, :merged] = gains.max(axis=0)
    leaving = scores[np.ix_(outside, inside)]
    left = leaving.argmax(axis=1)
    smaller[:merged, merged] = leaving.max(axis=1)
    smaller[0] = -np.inf
    found = _best(smaller)
    result: Ints = heads.copy()
    for i, node in enumerate(outside):
        result[node] = inside[left[i]] if found[i] == merged else outside[found[i]]
    into = found[merged]
    result[inside[entered[into]]] = outside[into]
    result[0] = 0
    return result


def _cycle(heads: Ints) -> set[int] | None:
    """The nodes of a cycle that does not hold node 0."""
    state = np.zeros(len(heads), dtype=np.int64)
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while not state[node]:
            state[node] = start
            node = int(heads[node])
        if state[node] == start:
            cycle = {node}
            at = int(heads[node])
            while at != node:
                cycle.add(at)
                at = int(heads[at])
            return cycle
    return None
