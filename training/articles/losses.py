"""What the network is held to: annotated tags, roles and trees, and what a committee of networks thinks of a window.

Roles are learned twice: for the annotated cues, and for those the tag head finds by itself, which is what they must
serve at work; a cue found where none is annotated has no source and no content. Most pairs have no role, and a mean
over them would drown the signal: the sum is divided by the number of pairs that have one.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as nnf

from extractors.attribution.decoding import cues_of
from training.articles.batches import AttributionBatch, Cues, TreeBatch, gathered
from training.articles.network import FAR, Network
from training.syntax.windows import UNKNOWN


def cues_in(logits: Tensor, lengths: Sequence[int]) -> list[list[range]]:
    """The cues of every window, from tag logits (batch, words, 7) or the logarithms of chances."""
    every = logits.detach().float().cpu().numpy()
    return [cues_of(one[:length]) for one, length in zip(every, lengths, strict=True)]


def found_cues(logits: Tensor, batch: AttributionBatch) -> Cues | None:
    """The cues that the tag head finds, as they will be found at work."""
    found = cues_in(logits, [len(example.tags) for example in batch.examples])
    rows = [(cues, *e.with_cues(cues)) for cues, e in zip(found, batch.examples, strict=True)]
    return Cues.of(rows, logits.shape[1], logits.device)


def role_logits(network: Network, words: Tensor, cues: Cues) -> Tensor:
    return network.roles(words, cues.pool.to(words.dtype) @ words, cues.relations)


def role_loss(logits: Tensor, cues: Cues, taught: float) -> Tensor:
    gold = cues.roles
    loss = nnf.cross_entropy(logits.reshape(-1, 3).float(), gold.reshape(-1), ignore_index=UNKNOWN, reduction="sum")
    loss = loss / (gold > 0).sum().clamp(min=1)
    if cues.taught is not None:
        soft = -(cues.taught * logits.float().log_softmax(-1)).sum() / cues.taught[..., 1:].sum().clamp(min=1)
        loss = (1 - taught) * loss + taught * soft
    return loss


def soft_loss(logits: Tensor, soft: Tensor, known: Tensor) -> Tensor:
    """Mean cross-entropy against a distribution, over the positions that are `known`."""
    return -(soft * logits.float().log_softmax(-1)).sum(-1)[known].mean()


def attribution_loss(network: Network, batch: AttributionBatch, taught: float) -> tuple[Tensor, Tensor]:
    """Tag loss and role loss of a batch; `taught` is the share of the committee in the targets."""
    states, logits = network.tagger(batch.windows.pieces, batch.windows.shapes, batch.windows.mask)
    words, word_logits = gathered(states, batch.first), gathered(logits, batch.first)
    tag_loss = mean_loss(word_logits.flatten(0, 1), batch.tags.flatten())
    if batch.taught is not None:
        soft = soft_loss(word_logits, batch.taught, batch.tags != UNKNOWN)
        tag_loss = (1 - taught) * tag_loss + taught * soft
    cue_sets = (batch.cues,) if batch.taught is not None else (batch.cues, found_cues(word_logits, batch))
    losses = [role_loss(role_logits(network, words, cues), cues, taught) for cues in cue_sets if cues is not None]
    return tag_loss, torch.stack(losses).mean() if losses else words.sum() * 0.0


def mean_loss(logits: Tensor, gold: Tensor) -> Tensor:
    """Mean cross-entropy over the positions whose class is known; 0 where none is."""
    total = nnf.cross_entropy(logits.float(), gold, ignore_index=UNKNOWN, reduction="sum")
    return total / (gold != UNKNOWN).sum().clamp(min=1)


def tree_loss(network: Network, batch: TreeBatch) -> tuple[Tensor, Tensor]:
    """Loss of tags, forms, arcs and labels together, and that of names."""
    states, _ = network.tagger(batch.windows.pieces, batch.windows.shapes, batch.windows.mask)
    words = gathered(states, batch.at)
    tags, forms, names, arcs = network.trees(words)
    arcs = arcs.float().masked_fill(~batch.together, FAR)
    relations = network.labels(words, gathered(words, batch.head.clamp(min=0)))
    parts = [
        mean_loss(logits.flatten(0, 1), gold.flatten())
        for logits, gold in (
            (tags, batch.tags),
            (forms, batch.forms),
            (arcs, batch.head),
            (relations, batch.relations.masked_fill(batch.head == UNKNOWN, UNKNOWN)),
        )
    ]
    return torch.stack(parts).mean(), mean_loss(names.flatten(0, 1), batch.names.flatten())
