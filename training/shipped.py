"""The weights of a graph that ships, named as in the network it was exported from, so that training can go on from it.

Run folders are not kept with the project, graphs are. Integers become floats again: what rounding took is not given
back, and is small beside what the first steps change.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

QUANTIZED, SCALE, ZERO_POINT = "_quantized", "_scale", "_zero_point"
PRODUCTS = {"MatMul": "", "MatMulInteger": "_quant"}
"""Operators by which a linear layer without, or with, integer weights is exported, and what ends their names."""


def weights_of(graph: Path) -> dict[str, Tensor]:
    """All named weights of a graph, in float32.

    Embeddings, norms, biases and layers with a bias for two-dimensional input keep their names in an export. The
    weights of other layers are transposed and renamed; the product that takes them still tells where it stood.
    """
    model = onnx.load(graph).graph
    arrays = {each.name: numpy_helper.to_array(each) for each in model.initializer}
    found = {
        name.removesuffix(QUANTIZED): _floats(arrays, name.removesuffix(QUANTIZED))
        for name in arrays
        if not name.startswith("onnx::") and not name.endswith((SCALE, ZERO_POINT))
    }
    for node in model.node:
        if node.op_type in PRODUCTS and node.input[1] in arrays:
            layer, _, _ = node.name.removesuffix(PRODUCTS[node.op_type]).rpartition("/")
            weight = _floats(arrays, node.input[1].removesuffix(QUANTIZED))
            found[layer.removeprefix("/").replace("/", ".") + ".weight"] = weight.T
    return {name: torch.from_numpy(np.array(array, dtype=np.float32)) for name, array in found.items()}


def _floats(arrays: dict[str, np.ndarray], name: str) -> np.ndarray:
    """Scales are of the whole array or of each column."""
    if name in arrays:
        return arrays[name]
    whole = arrays[name + QUANTIZED].astype(np.float32) - arrays[name + ZERO_POINT].astype(np.float32)
    return whole * arrays[name + SCALE]
