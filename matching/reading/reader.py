"""The trained graphs, run by onnxruntime: sentences in, their states and meanings; pairs of sentences in, answers out.

    sentences.onnx   pieces of one sentence -> their embeddings, and states at the top as they were pretrained
    joined.onnx      embeddings of two sentences -> a row of answers for each question, and marks on the pieces that
                     carry a difference

Sentences and pairs go through one at a time. int8 graphs scale a whole batch together, so in batches the answer to a
pair would depend on its company.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

import numpy as np
import onnxruntime

from extractors.encoder.windows import Pieces
from extractors.errors import MissingWeights
from extractors.records import Span
from matching.reading.pairs import Floats, Ints, Question, row_of, weights
from matching.reading.passages import Passage, within

WEIGHTS = Path(__file__).parents[1] / "weights" / "reading"


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A passage with its pieces' embeddings, which pairs are read from, and states, which give meanings.

    Both are (pieces, units).
    """

    passage: Passage
    words: Floats
    top: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """Logits for two passages: `rows` (1 + questions, OUTPUTS), of the passages as wholes and of each pair of claims;
    `left` and `right` how likely each piece of either passage carries a difference.
    """

    rows: Floats
    left: Floats
    right: Floats


class SentenceReader:
    """Reads single sentences. `threads` is how many cores one call may use.

    A loaded reader keeps no state and may be shared between threads. Raises MissingWeights.
    """

    FILES: ClassVar[tuple[str, ...]] = ("sentences.onnx", "tokenizer.json")

    def __init__(self, folder: Path, threads: int = 1) -> None:
        missing = [name for name in self.FILES if not (folder / name).is_file()]
        if missing:
            raise MissingWeights(
                f"{folder} lacks {', '.join(missing)}; install the package again, or train it (training/README.md)"
            )
        self.version = hashlib.sha256(b"".join((folder / name).read_bytes() for name in self.FILES)).hexdigest()[:12]
        self.pieces = Pieces(str(folder / "tokenizer.json"))
        self._sentences = _session(folder / "sentences.onnx", threads)

    def read(self, passage: Passage) -> Read:
        pieces = np.array([passage.pieces], dtype=np.int64)
        words, top = self._sentences.run(None, {"pieces": pieces})
        return Read(passage, words[0], top[0])


class Reader(SentenceReader):
    """Reads pairs of sentences too."""

    FILES = (*SentenceReader.FILES, "joined.onnx")

    def __init__(self, folder: Path, threads: int = 1) -> None:
        super().__init__(folder, threads)
        self._joined = _session(folder / "joined.onnx", threads)

    def judge(self, left: Read, right: Read, questions: Sequence[Question]) -> Answers:
        answers, marks = self._joined.run(None, inputs_of(left, right, questions))
        after = len(left.words)
        return Answers(answers[0], marks[0, :after], marks[0, after:])


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def inputs_of(left: Read, right: Read, questions: Sequence[Question]) -> dict[str, Floats | Ints]:
    """What the graph of pairs is given for one pair."""
    row = row_of(left.passage, right.passage, questions)
    return {
        "words": np.concatenate([left.words, right.words])[None],
        "shapes": row.shapes[None],
        "left": row.left[None],
        "right": row.right[None],
        "first": weights([0, len(left.words)], len(row.shapes))[None, None],
    }


@lru_cache(maxsize=2)
def reader_from(folder: Path) -> Reader:
    """Raises MissingWeights where the graphs are not installed."""
    return Reader(folder)


def meaning(read: Read, spans: Sequence[Span] = ()) -> Floats:
    """The mean top state of the words inside `spans`, or of all words, at length 1."""
    mean = read.top[within(read.passage, spans)].mean(axis=0)
    result: Floats = mean / np.linalg.norm(mean)
    return result
