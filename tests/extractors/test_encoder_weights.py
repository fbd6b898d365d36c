"""The shipped graphs still compute what was trained, and their absence is said plainly."""

from pathlib import Path

import numpy as np
import pytest

from extractors.encoder.encoded import Floats, softmax
from extractors.encoder.graphs import ENCODER, RELATIONS, ROLES, TREES, Encoder
from extractors.encoder.windows import windows_of, words_of
from extractors.errors import MissingWeights
from extractors.pipeline import WEIGHTS

LEAST_COSINE = 0.97
"""Mean cosine between a word's state in int8 and in float32: 0.99 after rounding, 0.57 between neighbouring words."""

MOST_CHANCE_MOVED = 0.06
"""Mean, over words, of the largest change of a tag's probability: 0.02 after rounding the encoder's weights."""

LEAST_SAME_TAGS = 0.95
"""Share of words with the same likeliest tag. A near tie may fall the other way on another processor."""

EXACT = 1e-4
"""Largest difference, relative to the largest output, of the graphs that are not rounded, given the same states."""


class Reference:
    """What torch computed in float32 for an invented text."""

    def __init__(self) -> None:
        with np.load(WEIGHTS / "encoder" / "reference.npz") as stored:
            self._arrays = dict(stored)
        self.text = str(self._arrays["text"])

    def of(self, graph: str, name: str) -> Floats:
        array: Floats = self._arrays[f"{graph}:{name}"]
        return array


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference()


def close(found: Floats, trained: Floats) -> bool:
    return float(np.abs(found - trained).max()) <= EXACT * max(1.0, float(np.abs(trained).max()))


def test_words_and_pieces_are_those_of_the_training(encoder: Encoder, reference: Reference) -> None:
    (window,) = windows_of(reference.text, words_of(reference.text), encoder.pieces)
    assert window.pieces.tolist() == reference.of(ENCODER, "pieces")[0].tolist()
    assert window.shapes.tolist() == reference.of(ENCODER, "shapes")[0].tolist()


def test_the_encoder_computes_the_states_that_were_trained(encoder: Encoder, reference: Reference) -> None:
    states = encoder.encode(reference.text).states.astype(np.float32)
    trained = reference.of(TREES, "states")
    cosines = (states * trained).sum(1) / np.linalg.norm(states, axis=1) / np.linalg.norm(trained, axis=1)
    assert cosines.mean() > LEAST_COSINE


def test_the_tags_are_those_that_were_trained(encoder: Encoder, reference: Reference) -> None:
    encoded = encoder.encode(reference.text)
    trained = softmax(reference.of(ENCODER, "tags")[0, encoded.windows[0].first])
    assert np.abs(softmax(encoded.tags) - trained).max(axis=1).mean() < MOST_CHANCE_MOVED
    assert (encoded.tags.argmax(1) == trained.argmax(1)).mean() >= LEAST_SAME_TAGS


def test_the_roles_are_those_that_were_trained(encoder: Encoder, reference: Reference) -> None:
    cues = [[9], [27, 28]]
    roles = encoder.roles(reference.of(ROLES, "words"), cues, [word.paragraph for word in words_of(reference.text)])
    assert close(roles, softmax(reference.of(ROLES, "roles")))


@pytest.mark.parametrize("name", ["tags", "forms", "names", "arcs"])
def test_the_trees_are_those_that_were_trained(encoder: Encoder, reference: Reference, name: str) -> None:
    assert close(getattr(encoder.tree(reference.of(TREES, "states")), name), reference.of(TREES, name))


def test_the_relations_are_those_that_were_trained(encoder: Encoder, reference: Reference) -> None:
    found = encoder.relations(reference.of(RELATIONS, "words"), reference.of(RELATIONS, "heads"))
    assert close(found, reference.of(RELATIONS, "relations"))


def test_missing_files_are_named(tmp_path: Path) -> None:
    for name in (ENCODER, ROLES, TREES, RELATIONS):
        (tmp_path / name).touch()
    with pytest.raises(MissingWeights, match=r"lacks classes\.json, tokenizer\.json") as raised:
        Encoder(tmp_path)
    assert raised.value.code == "missing_weights"
