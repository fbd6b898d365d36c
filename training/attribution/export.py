"""From a checkpoint to the files that ship: two ONNX graphs in int8, the vocabulary, and a parity reference.

The reference holds inputs made from invented prose with the float32 outputs of torch, so that a test can tell, without
torch, whether the shipped graphs still compute what was trained. Every input of a graph gets its own dummy tensor: one
tensor passed for several makes the exporter take them for the same input, and the graph still runs.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from extractors.attribution.relations import relation_features
from extractors.attribution.windows import Pieces, windows_of, words_of
from training.attribution.network import HIDDEN, Network

PARITY = 1e-4
"""Largest difference allowed between torch and the float32 graphs."""

CUES = ((9,), (27, 28))
"""Word positions of "said" and "According to" in PROSE."""

PROSE = (
    "“We will not sell the dairy,” said Ada Okoro, the mayor of Brod. She added that the council meets on Friday.\n"
    "According to the finance ministry, 4,870 households lost power; officials blamed a fallen mast."
)


def session(path: Path) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])


def export(checkpoint: Path, tokenizer: Path, out: Path) -> None:
    """Write tagger.onnx, roles.onnx, tokenizer.json and reference.npz into `out`. Raises ValueError on lost parity."""
    torch.manual_seed(0)
    network = Network()
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])
    network.eval()
    out.mkdir(parents=True, exist_ok=True)

    words = words_of(PROSE)
    window = next(windows_of(PROSE, words, Pieces(str(tokenizer))))
    pieces, shapes = window.pieces[None], window.shapes[None]
    mask = np.ones(pieces.shape, dtype=np.float32)
    relations = relation_features(CUES, [word.paragraph for word in words])
    with torch.no_grad():
        states, tags = network.tagger(*map(torch.from_numpy, (pieces, shapes, mask)))
        word_states = states[0, torch.from_numpy(window.first)]
        cue_states = torch.stack([word_states[list(cue)].mean(0) for cue in CUES])
        roles = network.roles(word_states, cue_states, torch.from_numpy(relations))

    with tempfile.TemporaryDirectory() as folder:
        tagger, role = Path(folder) / "tagger.onnx", Path(folder) / "roles.onnx"
        torch.onnx.export(
            network.tagger,
            (torch.ones(2, 9, dtype=torch.long), torch.zeros(2, 9, dtype=torch.long), torch.ones(2, 9)),
            str(tagger),
            input_names=["pieces", "shapes", "mask"],
            output_names=["states", "tags"],
            dynamic_axes={n: {0: "batch", 1: "length"} for n in ("pieces", "shapes", "mask", "states", "tags")},
            opset_version=17,
            dynamo=False,
        )
        torch.onnx.export(
            network.roles,
            (torch.randn(7, HIDDEN), torch.randn(3, HIDDEN), torch.ones(3, 7, 3, dtype=torch.long)),
            str(role),
            input_names=["words", "cues", "relations"],
            output_names=["roles"],
            dynamic_axes={
                "words": {0: "count"},
                "cues": {0: "cues_count"},
                "relations": {0: "cues_count", 1: "count"},
                "roles": {0: "cues_count", 1: "count"},
            },
            opset_version=17,
            dynamo=False,
        )
        got_states, got_tags = session(tagger).run(None, {"pieces": pieces, "shapes": shapes, "mask": mask})
        inputs = {"words": word_states.numpy(), "cues": cue_states.numpy(), "relations": relations}
        (got_roles,) = session(role).run(None, inputs)
        for name, got, expected in (
            ("states", got_states, states),
            ("tags", got_tags, tags),
            ("roles", got_roles, roles),
        ):
            worst = float(np.abs(got - expected.numpy()).max())
            print(f"{name}: largest difference {worst:.2e}")
            if worst > PARITY:
                raise ValueError(f"the exported graph computes other {name}: {worst:.2e}")
        for source in (tagger, role):
            # 7-bit weights: with 8 bits, processors without VNNI saturate where others do not, and two machines would
            # read the same article differently.
            quantize_dynamic(
                str(source), str(out / source.name), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
            )
    shutil.copy(tokenizer, out / "tokenizer.json")
    cue_words = np.zeros((len(CUES), len(words)), dtype=bool)
    for row, cue in enumerate(CUES):
        cue_words[row, list(cue)] = True
    np.savez_compressed(
        out / "reference.npz",
        text=np.array(PROSE),
        pieces=pieces,
        shapes=shapes,
        first=window.first,
        tags=tags.numpy(),
        words=word_states.numpy(),
        cue_words=cue_words,
        roles=roles.numpy(),
    )
