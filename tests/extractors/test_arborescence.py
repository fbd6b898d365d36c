"""The best tree over scored arcs, against trying every tree there is."""

from itertools import product

import numpy as np
import pytest

from extractors.arborescence import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == word for word, head in enumerate(heads)) != 1:
        return False
    for word in range(len(heads)):
        at, steps = word, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return True


def gain(arcs: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(arcs[word, head] for word, head in enumerate(heads)))


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_no_other_tree_gains_more(words: int) -> None:
    numbers = np.random.default_rng(words)
    for _ in range(60):
        arcs = numbers.normal(size=(words, words)).astype(np.float32)
        found = tuple(best_tree(arcs).tolist())
        best = max(gain(arcs, heads) for heads in product(range(words), repeat=words) if is_tree(heads))
        assert is_tree(found)
        assert gain(arcs, found) == pytest.approx(best, abs=1e-4)


def test_two_words_that_would_both_be_root_give_one() -> None:
    arcs = np.array([[9.0, 0.0], [1.0, 8.0]], dtype=np.float32)
    assert best_tree(arcs).tolist() == [0, 0]


def test_words_that_hang_on_each_other_in_a_ring_are_parted() -> None:
    arcs = np.array([[0.0, 5.0, 0.0], [0.0, 0.0, 5.0], [5.0, 0.0, 3.0]], dtype=np.float32)
    assert best_tree(arcs).tolist() == [1, 2, 2]
