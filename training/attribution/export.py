"""From a checkpoint to the files that ship: two ONNX graphs in int8, the vocabulary, and a parity reference.

checkpoint -> float32 graphs, compared with torch -> int8 graphs -> reference.npz

The reference holds an invented text with what torch computed for it, so that a test can tell, without torch, whether
the shipped graphs still compute what was trained. Every input of a graph gets its own dummy tensor: one tensor passed
for several makes the exporter take them for the same input, and the graph still runs.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from extractors.attribution.relations import relation_features
from extractors.attribution.windows import Pieces, windows_of, words_of
from training.attribution.network import Network
from training.encoder import HIDDEN

PARITY = 1e-4
"""Largest difference allowed between torch and the float32 graphs."""

PROSE = (
    "“We will not sell the dairy,” said Ada Okoro, the mayor of Brod. She added that the council meets on Friday.\n"
    "According to the finance ministry, 4,870 households lost power; officials blamed a fallen mast."
)

CUES = ((9,), (27, 28))
"""Word positions of "said" and "According to" in PROSE."""

OPSET = 17
TAGGER, ROLES = "tagger.onnx", "roles.onnx"


@dataclass(frozen=True, slots=True)
class Reference:
    """Inputs and torch's outputs for PROSE: `words` are the states of its words, `cues` the mean states of CUES."""

    pieces: npt.NDArray[np.int64]
    shapes: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]
    relations: npt.NDArray[np.int64]
    states: npt.NDArray[np.float32]
    tags: npt.NDArray[np.float32]
    words: npt.NDArray[np.float32]
    cues: npt.NDArray[np.float32]
    roles: npt.NDArray[np.float32]


def export(checkpoint: Path, tokenizer: Path, out: Path, exact: Path) -> None:
    """Write both graphs in int8, the vocabulary and reference.npz into `out`, the float32 graphs into `exact`.

    Raises ValueError when a float32 graph does not compute what torch does.
    """
    network = Network()
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])
    network.eval()
    reference = compute(network, Pieces(str(tokenizer)))
    for folder in (out, exact):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(tokenizer, folder / "tokenizer.json")
    write_graphs(network, exact)
    compare(reference, exact)
    for name in (TAGGER, ROLES):
        # 7-bit weights: with 8 bits, processors without VNNI saturate where others do not, and two machines would read
        # the same article differently.
        quantize_dynamic(
            str(exact / name), str(out / name), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    cue_words = np.zeros((len(CUES), len(reference.words)), dtype=bool)
    for row, cue in enumerate(CUES):
        cue_words[row, list(cue)] = True
    np.savez_compressed(
        out / "reference.npz",
        text=np.array(PROSE),
        pieces=reference.pieces,
        shapes=reference.shapes,
        first=reference.first,
        tags=reference.tags,
        words=reference.words,
        cue_words=cue_words,
        roles=reference.roles,
    )


@torch.no_grad()
def compute(network: Network, pieces: Pieces) -> Reference:
    words = words_of(PROSE)
    window = next(windows_of(PROSE, words, pieces))
    ids, shapes = window.pieces[None], window.shapes[None]
    relations = relation_features(CUES, [word.paragraph for word in words])
    states, tags = network.tagger(torch.from_numpy(ids), torch.from_numpy(shapes), torch.ones(ids.shape))
    word_states = states[0, torch.from_numpy(window.first)]
    cue_states = torch.stack([word_states[list(cue)].mean(0) for cue in CUES])
    roles = network.roles(word_states, cue_states, torch.from_numpy(relations))
    outputs = (states, tags, word_states, cue_states, roles)
    return Reference(ids, shapes, window.first, relations, *(output.numpy() for output in outputs))


def write_graphs(network: Network, folder: Path) -> None:
    by_window = {0: "batch", 1: "length"}
    torch.onnx.export(
        network.tagger,
        (torch.ones(2, 9, dtype=torch.long), torch.zeros(2, 9, dtype=torch.long), torch.ones(2, 9)),
        str(folder / TAGGER),
        input_names=["pieces", "shapes", "mask"],
        output_names=["states", "tags"],
        dynamic_axes=dict.fromkeys(("pieces", "shapes", "mask", "states", "tags"), by_window),
        opset_version=OPSET,
        dynamo=False,
    )
    by_pair = {0: "cue", 1: "word"}
    torch.onnx.export(
        network.roles,
        (torch.randn(7, HIDDEN), torch.randn(3, HIDDEN), torch.ones(3, 7, 3, dtype=torch.long)),
        str(folder / ROLES),
        input_names=["words", "cues", "relations"],
        output_names=["roles"],
        dynamic_axes={"words": {0: "word"}, "cues": {0: "cue"}, "relations": by_pair, "roles": by_pair},
        opset_version=OPSET,
        dynamo=False,
    )


def compare(reference: Reference, folder: Path) -> None:
    """Print the largest difference between torch and each output of the graphs. Raises ValueError above PARITY."""
    tagger, roles = (
        onnxruntime.InferenceSession(str(folder / name), providers=["CPUExecutionProvider"]) for name in (TAGGER, ROLES)
    )
    mask = np.ones(reference.pieces.shape, dtype=np.float32)
    states, tags = tagger.run(None, {"pieces": reference.pieces, "shapes": reference.shapes, "mask": mask})
    (role_logits,) = roles.run(
        None, {"words": reference.words, "cues": reference.cues, "relations": reference.relations}
    )
    for name, got, expected in (
        ("states", states, reference.states),
        ("tags", tags, reference.tags),
        ("roles", role_logits, reference.roles),
    ):
        worst = float(np.abs(got - expected).max())
        print(f"{name}: largest difference {worst:.2e}")
        if worst > PARITY:
            raise ValueError(f"the exported graph computes other {name}: {worst:.2e}")
