"""The encoder and its two heads in plain torch.

The encoder is BERT's (Devlin et al. 2019) with the sizes of MiniLM-L6 (Wang et al. 2020): 6 layers, 384 units, 12
heads. The tag head gives a B/I/O tag to every word. The role head is semantic-role labelling with the cue as predicate:
for every (cue, word) pair one of none, source, content. Attention has no dropout: it halved the speed of a step.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as nnf

from extractors.attribution.relations import BETWEEN, DISTANCES, PARAGRAPHS
from training.attribution.data import TAGS

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS, SHAPES = 384, 6, 12, 1536, 30522, 512, 8
ROLE_UNITS = 192
DROPOUT = 0.05


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        seen = nnf.scaled_dot_product_attention(
            split(self.query(states)), split(self.key(states)), split(self.value(states)), attn_mask=bias
        )
        seen = seen.transpose(1, 2).reshape(batch, length, HIDDEN)
        states = self.attention_norm(states + self.dropout(self.output(seen)))
        inner = self.outer(nnf.gelu(self.inner(states)))
        return self.norm(states + self.dropout(inner))


class Encoder(nn.Module):
    """Piece states (batch, pieces, HIDDEN) from piece ids, shapes and a mask of real pieces, all (batch, pieces)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        where = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.dropout(self.norm(self.words(pieces) + self.positions(where) + self.shapes(shapes)))
        bias = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        return states


class Tagger(nn.Module):
    """The exported first graph: piece ids, shapes, mask -> piece states and tag logits (batch, pieces, 7)."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.tags = nn.Linear(HIDDEN, len(TAGS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states = self.encoder(pieces, shapes, mask)
        return states, self.tags(states)


class Roles(nn.Module):
    """The exported second graph.

    Word states (words, HIDDEN), cue states (cues, HIDDEN) and relation classes (cues, words, 3) give logits
    (cues, words, 3) of none, source, content.
    """

    def __init__(self) -> None:
        super().__init__()
        self.of_word = nn.Linear(HIDDEN, ROLE_UNITS)
        self.of_cue = nn.Linear(HIDDEN, ROLE_UNITS)
        self.of_both = nn.Linear(HIDDEN, ROLE_UNITS, bias=False)
        self.distance = nn.Embedding(DISTANCES, ROLE_UNITS)
        self.between = nn.Embedding(BETWEEN, ROLE_UNITS)
        self.paragraph = nn.Embedding(PARAGRAPHS, ROLE_UNITS)
        self.roles = nn.Linear(ROLE_UNITS, 3)

    def forward(self, words: Tensor, cues: Tensor, relations: Tensor) -> Tensor:
        both = self.of_both(words[None, :, :] * cues[:, None, :])
        hidden = self.of_word(words)[None, :, :] + self.of_cue(cues)[:, None, :] + both
        hidden = hidden + self.distance(relations[..., 0]) + self.between(relations[..., 1])
        return self.roles(nnf.gelu(hidden + self.paragraph(relations[..., 2])))


class Network(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.tagger = Tagger()
        self.roles = Roles()


def load_pretrained(encoder: Encoder, path: Path) -> None:
    """Fill an encoder from a BERT-style safetensors file (an 8-byte header length, a JSON header, raw float32)."""
    raw = path.read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    body = memoryview(raw)[8 + size :]

    def tensor(name: str) -> Tensor:
        entry = header[name]
        start, end = entry["data_offsets"]
        return torch.from_numpy(np.frombuffer(body[start:end], dtype="<f4").reshape(entry["shape"]).copy())

    with torch.no_grad():
        encoder.words.weight.copy_(tensor("embeddings.word_embeddings.weight"))
        encoder.positions.weight.copy_(
            tensor("embeddings.position_embeddings.weight") + tensor("embeddings.token_type_embeddings.weight")[0]
        )
        encoder.norm.weight.copy_(tensor("embeddings.LayerNorm.weight"))
        encoder.norm.bias.copy_(tensor("embeddings.LayerNorm.bias"))
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
                module.weight.copy_(tensor(f"encoder.layer.{index}.{name}.weight"))
                module.bias.copy_(tensor(f"encoder.layer.{index}.{name}.bias"))
