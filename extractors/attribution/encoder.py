"""The trained graphs, run by onnxruntime: windows in, tag and role logits out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from extractors.attribution.relations import relation_features
from extractors.attribution.windows import Pieces, Window
from extractors.errors import MissingWeights

Floats = npt.NDArray[np.float32]

FILES = ("tagger.onnx", "roles.onnx", "tokenizer.json")


class AttributionModel:
    """Two graphs that share one forward pass of the encoder.

    `threads` is how many cores one call may use. Loading reads some 24 MB; a loaded model may be shared between
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
        self._tagger, self._roles = (
            onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in FILES[:2]
        )

    def tag(self, window: Window) -> tuple[Floats, Floats]:
        """States (words, 384) and tag logits (words, 7) of a window's words."""
        mask = np.ones((1, len(window.pieces)), dtype=np.float32)
        inputs = {"pieces": window.pieces[None], "shapes": window.shapes[None], "mask": mask}
        states, tags = self._tagger.run(None, inputs)
        return states[0, window.first], tags[0, window.first]

    def roles(self, states: Floats, cues: Sequence[Sequence[int]], paragraphs: Sequence[int]) -> Floats:
        """Probabilities (cues, words, 3) of none, source and content; `cues` are word positions in the window."""
        cue_states = np.stack([states[list(cue)].mean(axis=0) for cue in cues])
        inputs = {"words": states, "cues": cue_states, "relations": relation_features(cues, paragraphs)}
        (logits,) = self._roles.run(None, inputs)
        return softmax(logits)


def softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return result
