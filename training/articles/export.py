"""From a network to the files that ship: four ONNX graphs, the classes, the vocabulary, and a parity reference.

    python -m training.articles.export --run DIR [--before DIR --share N] [--out DIR]

network -> float32 graphs, compared with torch -> the encoder in int8, its heads as they are -> reference.npz

The reference holds an invented text with what torch computed for it, so that a test can tell, without torch, whether
the shipped graphs still compute what was trained. Every input of a graph gets its own dummy tensor: one tensor passed
for several makes the exporter take them for the same input, and the graph still runs.
"""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from extractors.encoder.graphs import CLASSES, ENCODER, RELATIONS, ROLES, TREES
from extractors.encoder.relations import relation_features
from extractors.encoder.windows import Pieces, windows_of, words_of
from training.articles.network import Network, Sizes, stored_weights
from training.checkpoints import mixed
from training.encoder import HIDDEN, LAYERS, packaged
from training.syntax.names import TAGS as NAME_TAGS
from training.syntax.windows import Labels

PARITY = 1e-4
"""Largest difference allowed between torch and the float32 graphs."""

KEPT_EXACT = (f"/encoder/layers.{LAYERS - 1}/", "/tags/")
"""Beginnings of the names of nodes that are left in float32."""

PROSE = (
    "“We will not sell the dairy,” said Ada Okoro, the mayor of Brod. She added that the council meets on Friday.\n"
    "According to the finance ministry, 4,870 households lost power; officials blamed a fallen mast."
)

CUES = ((9,), (27, 28))
"""Word positions of "said" and "According to" in PROSE."""

HEADS = (3, 3, 3, 4, 4)
"""Some heads for the first five words, to compare the labels of arcs with."""

OPSET = 17

Arrays = dict[str, npt.NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class Graph:
    """A part of the network as it is exported: example inputs, the names of inputs and outputs, and which axes vary.

    `folded`: what follows from weights alone is computed at the export. Where weights are put together they would be
    lost by that, and training could not go on from what ships; onnxruntime computes it when it loads the graph.
    """

    file: str
    module: torch.nn.Module
    example: tuple[torch.Tensor, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    axes: dict[str, dict[int, str]]
    folded: bool = True


def graphs_of(network: Network) -> tuple[Graph, ...]:
    window = {0: "batch", 1: "length"}
    pair = {0: "cue", 1: "word"}
    word = {0: "word"}
    return (
        Graph(
            ENCODER,
            network.tagger,
            (torch.ones(2, 9, dtype=torch.long), torch.zeros(2, 9, dtype=torch.long), torch.ones(2, 9)),
            ("pieces", "shapes", "mask"),
            ("states", "tags"),
            dict.fromkeys(("pieces", "shapes", "mask", "states", "tags"), window),
        ),
        Graph(
            ROLES,
            network.roles,
            (torch.randn(7, HIDDEN), torch.randn(3, HIDDEN), torch.ones(3, 7, 3, dtype=torch.long)),
            ("words", "cues", "relations"),
            ("roles",),
            {"words": word, "cues": {0: "cue"}, "relations": pair, "roles": pair},
            folded=False,
        ),
        Graph(
            TREES,
            network.trees,
            (torch.randn(5, HIDDEN),),
            ("states",),
            ("tags", "forms", "names", "arcs"),
            dict.fromkeys(("states", "tags", "forms", "names"), word) | {"arcs": {0: "word", 1: "head"}},
        ),
        Graph(
            RELATIONS,
            network.labels,
            (torch.randn(5, HIDDEN), torch.randn(5, HIDDEN)),
            ("words", "heads"),
            ("relations",),
            dict.fromkeys(("words", "heads", "relations"), word),
        ),
    )


def export(network: Network, labels: Labels, tokenizer: Path, out: Path, exact: Path) -> None:
    """Write the graphs, classes, vocabulary and reference into `out`, the same all in float32 into `exact`.

    Raises ValueError when a float32 graph does not compute what torch does.
    """
    network.eval()
    inputs, outputs = reference(network, Pieces(str(tokenizer)))
    classes = {"tags": labels.tags, "forms": labels.forms, "relations": labels.relations, "names": NAME_TAGS}
    for folder in (exact, out):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(tokenizer, folder / "tokenizer.json")
        (folder / CLASSES).write_text(json.dumps(classes, indent=0) + "\n", encoding="utf8")
    for graph in graphs_of(network):
        torch.onnx.export(
            graph.module,
            graph.example,
            str(exact / graph.file),
            input_names=list(graph.inputs),
            output_names=list(graph.outputs),
            dynamic_axes=graph.axes,
            opset_version=OPSET,
            do_constant_folding=graph.folded,
            dynamo=False,
        )
        compare(graph, exact, inputs, outputs)
        if graph.file == ENCODER:
            quantize(exact / graph.file, out / graph.file)
        else:
            shutil.copy(exact / graph.file, out / graph.file)
    np.savez_compressed(out / "reference.npz", text=np.array(PROSE), **inputs, **outputs)


def quantize(exact: Path, out: Path) -> None:
    """The encoder with 7-bit weights, its last layer and the tag head as they are.

    With 8 bits, processors without VNNI saturate where others do not, and two machines would read the same article
    differently. The heads were trained on the last layer's states, so that its rounding errors count most.
    """
    nodes = (node.name for node in onnx.load(exact).graph.node)
    quantize_dynamic(
        str(exact),
        str(out),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=[name for name in nodes if name.startswith(KEPT_EXACT)],
    )


@torch.no_grad()
def reference(network: Network, pieces: Pieces) -> tuple[Arrays, Arrays]:
    """Inputs and torch's outputs for PROSE, under "graph.name"."""
    words = words_of(PROSE)
    window = next(windows_of(PROSE, words, pieces))
    encoder = (window.pieces[None], window.shapes[None], np.ones((1, len(window.pieces)), dtype=np.float32))
    states, tags = network.tagger(*map(torch.from_numpy, encoder))
    own = states[0, torch.from_numpy(window.first)]
    cues = torch.stack([own[list(cue)].mean(0) for cue in CUES])
    relations = torch.from_numpy(relation_features(CUES, [word.paragraph for word in words]))
    some, heads = own[: len(HEADS)], own[list(HEADS)]
    given = {ENCODER: map(torch.from_numpy, encoder), ROLES: (own, cues, relations), TREES: (own,)}
    given[RELATIONS] = (some, heads)
    made = {
        ENCODER: (states, tags),
        ROLES: (network.roles(own, cues, relations),),
        TREES: network.trees(own),
        RELATIONS: (network.labels(some, heads),),
    }
    graphs = {graph.file: graph for graph in graphs_of(network)}
    inputs = {f"{f}:{n}": t.numpy() for f, g in graphs.items() for n, t in zip(g.inputs, given[f], strict=True)}
    outputs = {f"{f}:{n}": t.numpy() for f, g in graphs.items() for n, t in zip(g.outputs, made[f], strict=True)}
    return inputs, outputs


def compare(graph: Graph, folder: Path, inputs: Arrays, outputs: Arrays) -> None:
    """Print the largest difference between torch and each output of a graph. Raises ValueError above PARITY."""
    session = onnxruntime.InferenceSession(str(folder / graph.file), providers=["CPUExecutionProvider"])
    got = session.run(None, {name: inputs[f"{graph.file}:{name}"] for name in graph.inputs})
    for name, array in zip(graph.outputs, got, strict=True):
        worst = float(np.abs(array - outputs[f"{graph.file}:{name}"]).max())
        print(f"{graph.file} {name}: largest difference {worst:.2e}")
        if worst > PARITY * max(1.0, float(np.abs(array).max())):
            raise ValueError(f"{graph.file} computes other {name}: {worst:.2e}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--run", type=Path, required=True, help="where network.pt lies; the float32 graphs go there too"
    )
    parser.add_argument("--before", type=Path, help="what this run began with: what ships is the mean of both")
    parser.add_argument("--share", type=float, default=0.6, help="of the later run in that mean, between 0 and 1")
    parser.add_argument("--out", type=Path, default=Path("extractors/weights/encoder"))
    parser.add_argument("--pretrained", type=Path)
    args = parser.parse_args()
    stored = torch.load(args.run / "network.pt", weights_only=True, map_location="cpu")
    if args.before:
        stored["network"] = mixed(stored["network"], stored_weights(args.before), args.share)
    labels = Labels(**{name: tuple(values) for name, values in stored["labels"].items()})
    network = Network(Sizes.of(labels))
    network.load_state_dict(stored["network"])
    tokenizer = (args.pretrained or packaged()) / "tokenizer.json"
    export(network, labels, tokenizer, args.out, args.run / "float32")


if __name__ == "__main__":
    main()
