"""The encoder and its two heads in plain torch.

The encoder is BERT's (Devlin et al. 2019) with the sizes of MiniLM-L6 (Wang et al. 2020): 6 layers, 384 units, 12
heads. The tag head gives a B/I/O tag to every word. The role head is semantic-role labelling with the cue as predicate:
for every (cue, word) pair one of none, source, content. Attention has no dropout: it halved the speed of a step.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as nnf

from extractors.attribution.relations import BETWEEN, DISTANCES, PARAGRAPHS
from training.attribution.data import TAGS
from training.encoder import HIDDEN, Encoder

SHAPES = 8
ROLE_UNITS = 192


class Tagger(nn.Module):
    """The exported first graph: piece ids, shapes, mask -> piece states and tag logits (batch, pieces, 7)."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(SHAPES)
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
