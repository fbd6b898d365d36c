"""The shipped graphs still compute what was trained, and their absence is said plainly."""

from pathlib import Path

import numpy as np
import pytest

from extractors.errors import MissingWeights
from extractors.records import Span
from matching.reading.passages import passage_of
from matching.reading.reader import WEIGHTS, Reader, reader_from

LEAST_COSINE = 0.97
"""Mean cosine between a piece's state in int8 and in float32."""

MOST_CHANCE_MOVED, MEAN_CHANCE_MOVED = 0.3, 0.035
"""The largest and the mean change of an answer's chance by rounding the weights of six layers, each of which adds to
it: 0.25 where the answer is in doubt, 0.024 on average. Weights of 700 steps earlier are 0.33 and 0.047 away.
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_from(WEIGHTS)


@pytest.fixture(scope="module")
def sentences() -> dict[str, np.ndarray]:
    with np.load(WEIGHTS / "sentences.npz") as stored:
        return dict(stored)


@pytest.fixture(scope="module")
def joined() -> dict[str, np.ndarray]:
    with np.load(WEIGHTS / "joined.npz") as stored:
        return dict(stored)


def chances(logits: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-logits))


def test_pieces_are_those_of_the_training(reader: Reader, sentences: dict[str, np.ndarray]) -> None:
    text = str(sentences["text"])
    assert list(passage_of(text, 0, len(text), (), None, reader.pieces).pieces) == sentences["pieces"][0].tolist()


@pytest.mark.parametrize("name", ["words", "top"])
def test_sentences_have_the_states_that_were_pretrained(
    reader: Reader, sentences: dict[str, np.ndarray], name: str
) -> None:
    text = str(sentences["text"])
    read = reader.read(passage_of(text, 0, len(text), (), None, reader.pieces))
    states, exact = getattr(read, name), sentences[name]
    cosines = (states * exact).sum(1) / np.linalg.norm(states, axis=1) / np.linalg.norm(exact, axis=1)
    assert cosines.mean() > LEAST_COSINE


def test_answers_are_those_that_were_trained(reader: Reader, joined: dict[str, np.ndarray]) -> None:
    left, right = (
        reader.read(passage_of(text, 0, len(text), (), None, reader.pieces)) for text in map(str, joined["texts"])
    )
    texts = [str(text) for text in joined["texts"]]
    question = tuple(
        [Span(start, end, text[start:end]) for start, end in spans]
        for spans, text in zip(joined["claims"].tolist(), texts, strict=True)
    )
    answers = reader.judge(left, right, [question])
    assert answers.rows.shape == joined["answers"].shape
    moved = np.abs(chances(answers.rows) - chances(joined["answers"]))
    assert moved.max() < MOST_CHANCE_MOVED
    assert moved.mean() < MEAN_CHANCE_MOVED
    marks = np.concatenate([answers.left, answers.right])
    assert np.abs(chances(marks) - chances(joined["marks"])).max() < MOST_CHANCE_MOVED


def test_missing_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "sentences.onnx").touch()
    with pytest.raises(MissingWeights, match=r"tokenizer\.json, joined\.onnx") as raised:
        Reader(tmp_path)
    assert raised.value.code == "missing_weights"
