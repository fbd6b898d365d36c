"""What reads two passages: an encoder of single sentences, left as it was pretrained, and layers that join two of them.

The lower half of the pretrained layers reads each sentence by itself, once a story. Its upper half exists twice: as it
was pretrained, for the meaning of a single sentence, and trained here, over the pieces of two sentences together. The
head sees, for every question, the first pieces' states and the mean states of both claims, put together so that
swapping the claims changes nothing.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as nnf

from matching.reading.pairs import OUTPUTS, SHAPES
from training.encoder import HIDDEN, LAYERS, Encoder, Layer, load_pretrained

APART = 3
"""Layers that read one sentence by itself; the other LAYERS - APART read two together."""

HEAD_UNITS = 256
DROPOUT, HEAD_DROPOUT = 0.1, 0.2


class Sentences(nn.Module):
    """The exported first graph: pieces (batch, pieces) -> states after APART layers and after all."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(shapes=1)

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor]:
        encoder = self.encoder
        states = encoder.norm(encoder.words(pieces) + encoder.positions(torch.arange(pieces.shape[1])))
        for layer in encoder.layers[:APART]:
            states = layer(states, None)
        low = states
        for layer in encoder.layers[APART:]:
            states = layer(states, None)
        return low, states


class Joined(nn.Module):
    """The exported second graph: logits (batch, questions, OUTPUTS).

    From low states of both sentences (batch, pieces, HIDDEN), shapes (batch, pieces), the claims as weights over pieces
    (batch, questions, pieces), the first pieces of both likewise (batch, 1, pieces), and a mask of real pieces or None.
    """

    def __init__(self) -> None:
        super().__init__()
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS - APART))
        self.first = nn.Linear(HIDDEN, HEAD_UNITS)
        self.both = nn.Linear(3 * HIDDEN, HEAD_UNITS)
        self.dropout = nn.Dropout(HEAD_DROPOUT)
        self.answers = nn.Linear(HEAD_UNITS, len(OUTPUTS))

    def forward(
        self, states: Tensor, shapes: Tensor, left: Tensor, right: Tensor, first: Tensor, mask: Tensor | None = None
    ) -> Tensor:
        bias = None if mask is None else (1.0 - mask[:, None, None, :]) * -1e4
        states = states + self.shapes(shapes)
        for layer in self.layers:
            states = layer(states, bias)
        one, two = left @ states, right @ states
        both = torch.cat([one + two, (one - two).abs(), one * two], dim=-1)
        hidden = self.first(first @ states) + self.both(both)
        return self.answers(self.dropout(nnf.gelu(hidden)))


def joined_from(sentences: Sentences) -> Joined:
    """Layers that start as the upper ones were pretrained."""
    joined = Joined()
    for mine, given in zip(joined.layers, sentences.encoder.layers[APART:], strict=True):
        mine.load_state_dict(given.state_dict())
        mine.dropout.p = DROPOUT
    return joined


def pretrained_sentences(path: Path) -> Sentences:
    sentences = Sentences().eval()
    load_pretrained(sentences.encoder, path)
    return sentences.requires_grad_(False)
