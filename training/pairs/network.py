"""What reads two passages together: all layers of the pretrained encoder, and heads for what is asked.

The pieces' embeddings stay as they were pretrained, so that one table serves this reader and the one of single
sentences. The head of answers sees, for every question, the first pieces' states and the mean states of both claims,
put together so that swapping the claims changes nothing; the head of marks sees every piece.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as nnf

from training.encoder import HIDDEN, LAYERS, POSITIONS, Encoder, Layer, load_pretrained
from training.pairs.packed import SHAPES

HEAD_UNITS = 384
DROPOUT, HEAD_DROPOUT = 0.1, 0.2


class Sentences(nn.Module):
    """The exported first graph: pieces (batch, pieces) -> their embeddings, and states as they were pretrained."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(shapes=1)

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor]:
        encoder = self.encoder
        words = encoder.words(pieces)
        states = encoder.norm(words + encoder.positions(torch.arange(pieces.shape[1])))
        for layer in encoder.layers:
            states = layer(states, None)
        return words, states


class Joined(nn.Module):
    """The exported second graph: logits of answers (batch, questions, outputs) and of marks (batch, pieces).

    From embeddings of both passages' pieces (batch, pieces, HIDDEN), shapes (batch, pieces), the claims as weights over
    pieces (batch, questions, pieces), the first pieces of both likewise (batch, 1, pieces), and a mask of real pieces
    or None.
    """

    def __init__(self, outputs: int) -> None:
        super().__init__()
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.first = nn.Linear(HIDDEN, HEAD_UNITS)
        self.both = nn.Linear(3 * HIDDEN, HEAD_UNITS)
        self.inside = nn.Dropout(DROPOUT)
        self.dropout = nn.Dropout(HEAD_DROPOUT)
        self.answers = nn.Linear(HEAD_UNITS, outputs)
        self.marks = nn.Linear(HIDDEN, 1)
        for layer in self.layers:
            layer.dropout.p = DROPOUT

    def forward(
        self, words: Tensor, shapes: Tensor, left: Tensor, right: Tensor, first: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        where = torch.arange(words.shape[1], device=words.device)
        states = self.inside(self.norm(words + self.positions(where) + self.shapes(shapes)))
        bias = None if mask is None else ((1.0 - mask[:, None, None, :]) * -1e4).to(states.dtype)
        for layer in self.layers:
            states = layer(states, bias)
        one, two = left.to(states.dtype) @ states, right.to(states.dtype) @ states
        both = torch.cat([one + two, (one - two).abs(), one * two], dim=-1)
        hidden = self.first(first.to(states.dtype) @ states) + self.both(both)
        return self.answers(self.dropout(nnf.gelu(hidden))), self.marks(states)[..., 0]


def joined_from(encoder: Encoder, outputs: int) -> Joined:
    """Layers that start as they were pretrained."""
    joined = Joined(outputs)
    joined.positions.load_state_dict(encoder.positions.state_dict())
    joined.norm.load_state_dict(encoder.norm.state_dict())
    for mine, given in zip(joined.layers, encoder.layers, strict=True):
        mine.load_state_dict(given.state_dict())
    return joined


def pretrained_sentences(path: Path) -> Sentences:
    sentences = Sentences().eval()
    load_pretrained(sentences.encoder, path)
    return sentences.requires_grad_(False)
