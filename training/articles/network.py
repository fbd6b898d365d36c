"""One encoder and all the heads that read an article with it, in plain torch.

Attribution: a tag for every word, and for every (cue, word) pair one of none, source, content: semantic-role labelling
with the cue as predicate. Syntax: Penn tags and word forms (part of speech with features), and a tree by biaffine arcs
with labels for the arcs chosen (Dozat & Manning 2017). Names: a B/I/O tag a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as nnf

from extractors.encoder.graphs import ENCODER, RELATIONS, ROLES, TREES
from extractors.encoder.relations import BETWEEN, DISTANCES, PARAGRAPHS
from training.attribution.data import TAGS
from training.encoder import HIDDEN, Encoder
from training.shipped import weights_of
from training.syntax.names import TAGS as NAME_TAGS
from training.syntax.windows import Labels

SHAPES = 8
ROLE_UNITS = 192
ARC_UNITS = 192
LABEL_UNITS = 128
HEAD_DROPOUT = 0.2
FAR = -1e4


class Tagger(nn.Module):
    """The first exported graph: piece ids, shapes, mask -> piece states and tag logits (batch, pieces, 7)."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(SHAPES)
        self.tags = nn.Linear(HIDDEN, len(TAGS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states = self.encoder(pieces, shapes, mask)
        return states, self.tags(states)


class Roles(nn.Module):
    """Word states (..., words, HIDDEN), cue states (..., cues, HIDDEN), relation classes (..., cues, words, 3) give
    logits (..., cues, words, 3) of none, source, content.
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
        # A matrix for each cue, by which a word is multiplied once for itself and for both.
        of_word = self.of_word.weight.T + cues.unsqueeze(-1) * self.of_both.weight.T
        of_cue = self.of_cue(cues) + self.of_word.bias
        distance, between, paragraph = relations.unbind(-1)
        related = self.related()[(distance * BETWEEN + between) * PARAGRAPHS + paragraph]
        return self.roles(nnf.gelu(words.unsqueeze(-3) @ of_word + of_cue.unsqueeze(-2) + related))

    def related(self) -> Tensor:
        """What each triple of relation classes adds, of shape (DISTANCES * BETWEEN * PARAGRAPHS, ROLE_UNITS)."""
        sums = self.distance.weight[:, None, None] + self.between.weight[:, None] + self.paragraph.weight
        return sums.flatten(0, 2)


class Trees(nn.Module):
    """States of the words of trees (..., words, HIDDEN) give the logits of tags, forms and names, and of arcs
    (..., words, words): how well each word (row) hangs on each other (column), on itself as the root.
    """

    def __init__(self, tags: int, forms: int) -> None:
        super().__init__()
        self.dropout = nn.Dropout(HEAD_DROPOUT)
        self.tags = nn.Linear(HIDDEN, tags)
        self.forms = nn.Linear(HIDDEN, forms)
        self.names = nn.Linear(HIDDEN, len(NAME_TAGS))
        self.of_word = nn.Linear(HIDDEN, ARC_UNITS)
        self.of_head = nn.Linear(HIDDEN, ARC_UNITS)
        self.between = nn.Linear(ARC_UNITS, ARC_UNITS, bias=False)
        self.as_head = nn.Linear(ARC_UNITS, 1)
        self.as_root = nn.Linear(HIDDEN, 1)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        states = self.dropout(states)
        words = self.dropout(nnf.gelu(self.of_word(states)))
        heads = self.dropout(nnf.gelu(self.of_head(states)))
        arcs = self.between(words) @ heads.transpose(-1, -2) / ARC_UNITS**0.5 + self.as_head(heads).transpose(-1, -2)
        where = torch.arange(states.shape[-2], device=states.device)
        arcs = torch.where(where[:, None] == where[None, :], self.as_root(states), arcs)
        return self.tags(states), self.forms(states), self.names(states), arcs


class Relations(nn.Module):
    """States of words and of their heads, both (..., HIDDEN), give the logits of the relation between them."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        self.dropout = nn.Dropout(HEAD_DROPOUT)
        self.of_word = nn.Linear(HIDDEN, LABEL_UNITS)
        self.of_head = nn.Linear(HIDDEN, LABEL_UNITS)
        self.of_both = nn.Linear(HIDDEN, LABEL_UNITS, bias=False)
        self.relations = nn.Linear(LABEL_UNITS, relations)

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        words, heads = self.dropout(words), self.dropout(heads)
        hidden = self.of_word(words) + self.of_head(heads) + self.of_both(words * heads)
        return self.relations(self.dropout(nnf.gelu(hidden)))


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many classes the heads of the trees have."""

    tags: int
    forms: int
    relations: int

    @classmethod
    def of(cls, labels: Labels) -> Sizes:
        return cls(len(labels.tags), len(labels.forms), len(labels.relations))


class Network(nn.Module):
    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.tagger = Tagger()
        self.roles = Roles()
        self.trees = Trees(sizes.tags, sizes.forms)
        self.labels = Relations(sizes.relations)


GRAPHS = {"tagger": ENCODER, "roles": ROLES, "trees": TREES, "labels": RELATIONS}
"""The parts of a network and the graphs they ship as."""


def stored_weights(path: Path) -> dict[str, Tensor]:
    """Of a run's `network.pt`, or of a folder of graphs that ship."""
    if path.is_dir():
        return {
            f"{part}.{name}": weight
            for part, graph in GRAPHS.items()
            for name, weight in weights_of(path / graph).items()
        }
    found: dict[str, Tensor] = torch.load(path, weights_only=True, map_location="cpu")["network"]
    return found
