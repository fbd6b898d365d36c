"""The best tree without crossing arcs over scored arcs, against trying every such tree there is."""

from itertools import product

import numpy as np
import pytest

from extractors.projective import best_tree, best_trees


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


def crosses(heads: tuple[int, ...]) -> bool:
    """An arc over the root crosses the root's own arc from before the first word."""
    arcs = [(min(word, head), max(word, head)) for word, head in enumerate(heads) if word != head]
    root = next(word for word, head in enumerate(heads) if word == head)
    over = any(low < root < high for low, high in arcs)
    return over or any(a < c < b < d for a, b in arcs for c, d in arcs)


def gain(arcs: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(arcs[word, head] for word, head in enumerate(heads)))


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_no_other_tree_gains_more(words: int) -> None:
    numbers = np.random.default_rng(words)
    for _ in range(60):
        arcs = numbers.normal(size=(words, words)).astype(np.float32)
        found = tuple(best_tree(arcs).tolist())
        best = max(
            gain(arcs, heads) for heads in product(range(words), repeat=words) if is_tree(heads) and not crosses(heads)
        )
        assert is_tree(found)
        assert not crosses(found)
        assert gain(arcs, found) == pytest.approx(best, abs=1e-4)


def test_sentences_read_together_come_out_as_each_does_alone() -> None:
    numbers = np.random.default_rng(7)
    together = [numbers.normal(size=(words, words)).astype(np.float32) for words in (9, 1, 30, 10, 2, 12, 11)]
    assert [one.tolist() for one in best_trees(together)] == [best_tree(one).tolist() for one in together]


def test_two_words_that_would_both_be_root_give_one() -> None:
    arcs = np.array([[9.0, 0.0], [1.0, 8.0]], dtype=np.float32)
    assert best_tree(arcs).tolist() == [0, 0]


def test_words_that_hang_on_each_other_in_a_ring_are_parted() -> None:
    arcs = np.array([[0.0, 5.0, 0.0], [0.0, 0.0, 5.0], [5.0, 0.0, 3.0]], dtype=np.float32)
    assert best_tree(arcs).tolist() == [1, 2, 2]


def test_an_arc_that_would_cross_another_gives_way() -> None:
    arcs = np.full((4, 4), -9.0, dtype=np.float32)
    for word, head, score in [(1, 1, 9), (3, 1, 8), (0, 2, 5), (0, 1, 4), (2, 3, 6)]:
        arcs[word, head] = score
    assert best_tree(arcs).tolist() == [1, 1, 3, 1]
