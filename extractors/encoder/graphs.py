"""The trained graphs, run by onnxruntime."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from extractors.encoder.encoded import Encoded, Floats, encode, softmax
from extractors.encoder.relations import relation_features
from extractors.encoder.windows import Pieces, Window
from extractors.errors import MissingWeights

ENCODER, ROLES, TREES, RELATIONS = GRAPHS = ("encoder.onnx", "roles.onnx", "trees.onnx", "relations.onnx")
CLASSES = "classes.json"
FILES = (*GRAPHS, CLASSES, "tokenizer.json")


@dataclass(frozen=True, slots=True)
class Classes:
    """What the outputs of the heads stand for, in their order. `forms` are like "VERB|Tense=Past|VerbForm=Fin"."""

    tags: tuple[str, ...]
    forms: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TreeLogits:
    """Of words: `tags`, `forms` and `names` (words, classes), and `arcs` (words, words): how well the word of a row
    hangs on that of a column, on itself as the root.
    """

    tags: Floats
    forms: Floats
    names: Floats
    arcs: Floats


class Encoder:
    """The encoder and its heads.

    `threads` is how many cores one call may use. Loading reads some 25 MB; a loaded encoder may be shared between
    threads, since onnxruntime sessions keep no state between calls.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise MissingWeights(
                f"{folder} lacks {', '.join(missing)}; install the package again, or train it (training/README.md)"
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self.pieces = Pieces(str(folder / "tokenizer.json"))
        classes = json.loads((folder / CLASSES).read_text(encoding="utf8"))
        self.classes = Classes(**{name: tuple(values) for name, values in classes.items()})
        self._encoder, self._roles, self._trees, self._relations = (
            onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in GRAPHS
        )

    def encode(self, text: str) -> Encoded:
        """Read a whole text, window by window."""
        return encode(text, self.pieces, self.read)

    def read(self, window: Window) -> tuple[Floats, Floats]:
        """States (words, 384) and tag logits (words, 7) of a window's words."""
        mask = np.ones((1, len(window.pieces)), dtype=np.float32)
        inputs = {"pieces": window.pieces[None], "shapes": window.shapes[None], "mask": mask}
        states, tags = self._encoder.run(None, inputs)
        return states[0, window.first], tags[0, window.first]

    def roles(self, states: Floats, cues: Sequence[Sequence[int]], paragraphs: Sequence[int]) -> Floats:
        """Probabilities (cues, words, 3) of none, source and content; `cues` are word positions in the window."""
        cue_states = np.stack([states[list(cue)].mean(axis=0) for cue in cues])
        inputs = {"words": states, "cues": cue_states, "relations": relation_features(cues, paragraphs)}
        (logits,) = self._roles.run(None, inputs)
        return softmax(logits)

    def tree(self, states: Floats) -> TreeLogits:
        """What the words of a sentence, or of some, are and how they hang together. `states`: (words, 384)."""
        return TreeLogits(*self._trees.run(None, {"states": states}))

    def relations(self, words: Floats, heads: Floats) -> Floats:
        """Logits (words, relations) of how words hang on their heads, both given as states (words, 384)."""
        logits: Floats = self._relations.run(None, {"words": words, "heads": heads})[0]
        return logits
