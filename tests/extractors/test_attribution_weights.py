"""The shipped graphs still compute what was trained, and their absence is said plainly."""

from pathlib import Path

import numpy as np
import pytest

from extractors.attribution.encoder import AttributionModel, softmax
from extractors.attribution.windows import windows_of, words_of
from extractors.errors import MissingWeights

WEIGHTS = Path(__file__).parents[2] / "extractors" / "weights" / "attribution"

LEAST_COSINE = 0.97
"""Mean cosine between a word's state in int8 and in float32: 0.99 after rounding, 0.57 between neighbouring words."""

MOST_CHANCE_MOVED = 0.06
"""Mean, over words, of the largest change of a tag's probability: 0.02 after rounding the encoder's weights."""

MOST_ROLE_MOVED = 0.01
"""The same for roles given the same states: 0.0004 after rounding the role head's weights."""

LEAST_SAME_TAGS = 0.95
"""Share of words with the same likeliest tag. A near tie may fall the other way on another processor."""


@pytest.fixture(scope="module")
def model() -> AttributionModel:
    return AttributionModel(WEIGHTS)


@pytest.fixture(scope="module")
def reference() -> dict[str, np.ndarray]:
    with np.load(WEIGHTS / "reference.npz") as stored:
        return dict(stored)


def text_of(reference: dict[str, np.ndarray]) -> str:
    return str(reference["text"])


def test_words_and_pieces_are_those_of_the_training(model: AttributionModel, reference: dict[str, np.ndarray]) -> None:
    text = text_of(reference)
    (window,) = windows_of(text, words_of(text), model.pieces)
    assert window.pieces.tolist() == reference["pieces"][0].tolist()
    assert window.shapes.tolist() == reference["shapes"][0].tolist()


def test_the_encoder_computes_the_states_that_were_trained(
    model: AttributionModel, reference: dict[str, np.ndarray]
) -> None:
    text = text_of(reference)
    (window,) = windows_of(text, words_of(text), model.pieces)
    states, _ = model.tag(window)
    trained = reference["words"]
    cosines = (states * trained).sum(1) / np.linalg.norm(states, axis=1) / np.linalg.norm(trained, axis=1)
    assert cosines.mean() > LEAST_COSINE


def test_the_tags_are_those_that_were_trained(model: AttributionModel, reference: dict[str, np.ndarray]) -> None:
    text = text_of(reference)
    (window,) = windows_of(text, words_of(text), model.pieces)
    _, logits = model.tag(window)
    trained = softmax(reference["tags"][0, reference["first"]])
    assert np.abs(softmax(logits) - trained).max(axis=1).mean() < MOST_CHANCE_MOVED
    assert (softmax(logits).argmax(1) == trained.argmax(1)).mean() >= LEAST_SAME_TAGS


def test_the_roles_are_those_that_were_trained(model: AttributionModel, reference: dict[str, np.ndarray]) -> None:
    text = text_of(reference)
    cues = [np.flatnonzero(row).tolist() for row in reference["cue_words"]]
    roles = model.roles(reference["words"], cues, [word.paragraph for word in words_of(text)])
    trained = softmax(reference["roles"])
    assert np.abs(roles - trained).max(axis=2).mean() < MOST_ROLE_MOVED
    assert roles.argmax(2).tolist() == trained.argmax(2).tolist()


def test_missing_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "roles.onnx").touch()
    with pytest.raises(MissingWeights, match=r"tagger\.onnx, tokenizer\.json") as raised:
        AttributionModel(tmp_path)
    assert raised.value.code == "missing_weights"
