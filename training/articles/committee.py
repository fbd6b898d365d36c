"""Networks that learned alike from other beginnings, and their mean opinion as targets for one (Hinton et al. 2015)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch

from extractors.projective import best_tree
from training.articles.batches import AttributionBatch, Cues, TaughtExample, TreeBatch, gathered, with_found
from training.articles.losses import cues_in, role_logits
from training.articles.network import FAR, Network
from training.attribution.data import Example
from training.encoder import half_precision
from training.syntax.windows import UNKNOWN, TreeExample

BATCH = 48  # windows read at once
SURE = 0.5
"""Least chance of a head, and of a label, for the committee's arc to be taken as a lesson."""

LEAST_CHANCE = 1e-9  # the logarithm of 0 is not finite

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Committee:
    members: Sequence[Network]
    device: torch.device

    @torch.no_grad()
    def read(self, examples: Sequence[Example]) -> Iterator[TaughtExample]:
        """Windows of articles with mean chances of tags and roles."""
        for batch in _batches(examples):
            yield from self._read(batch)

    def _read(self, examples: Sequence[Example]) -> Iterator[TaughtExample]:
        batch = AttributionBatch.of(examples, self.device)
        states, chances = [], []
        for member in self.members:
            with half_precision(self.device):
                pieces, logits = member.tagger(batch.windows.pieces, batch.windows.shapes, batch.windows.mask)
            states.append(gathered(pieces, batch.first).float())
            chances.append(gathered(logits, batch.first).float().softmax(-1))
        tags = torch.stack(chances).mean(0)
        found = cues_in((tags + LEAST_CHANCE).log(), [len(e.tags) for e in examples])
        rows = [with_found(example, cues) for example, cues in zip(examples, found, strict=True)]
        cues_read = Cues.of(rows, tags.shape[1], self.device)
        roles = np.zeros((len(examples), 0, tags.shape[1], 3), dtype=np.float16)
        if cues_read is not None:
            opinions = [
                role_logits(m, s, cues_read).float().softmax(-1) for m, s in zip(self.members, states, strict=True)
            ]
            roles = torch.stack(opinions).mean(0).half().cpu().numpy()
        for b, (example, cues) in enumerate(zip(examples, found, strict=True)):
            words = len(example.tags)
            yield TaughtExample(
                example,
                tags[b, :words].half().cpu().numpy(),
                tuple(tuple(cue) for cue in cues),
                roles[b, : len(rows[b][0]), :words],
            )

    @torch.no_grad()
    def parse(self, examples: Sequence[TreeExample]) -> Iterator[TreeExample]:
        """Windows with the committee's tags, tree and names in place of annotated ones, where it is sure enough."""
        for batch in _batches(examples):
            yield from self._parse(batch)

    def _parse(self, examples: Sequence[TreeExample]) -> Iterator[TreeExample]:
        batch = TreeBatch.of(examples, self.device)
        sums: list[torch.Tensor] = []
        states = []
        for member in self.members:
            pieces, _ = member.tagger(batch.windows.pieces, batch.windows.shapes, batch.windows.mask)
            words = gathered(pieces, batch.at)
            states.append(words)
            tags, forms, names, arcs = member.trees(words)
            arcs = arcs.masked_fill(~batch.together, FAR)
            chances = [logits.softmax(-1) for logits in (tags, forms, names, arcs)]
            sums = [a + b for a, b in zip(sums, chances, strict=True)] if sums else chances
        tags, forms, names, arcs = (total.cpu().numpy() / len(self.members) for total in sums)
        heads = np.zeros(batch.head.shape, dtype=np.int64)
        for b, example in enumerate(examples):
            for number in np.unique(example.sentence):
                here = np.nonzero(example.sentence == number)[0]
                heads[b, here] = here[best_tree(np.log(arcs[b][np.ix_(here, here)] + LEAST_CHANCE))]
        chosen = torch.from_numpy(heads).to(self.device)
        labels = [m.labels(s, gathered(s, chosen)).softmax(-1) for m, s in zip(self.members, states, strict=True)]
        relations = torch.stack(labels).mean(0).cpu().numpy()
        for b, example in enumerate(examples):
            count = len(example.at)
            rows = np.arange(count)
            sure = arcs[b][rows, heads[b, :count]] >= SURE
            named = relations[b, :count].max(-1) >= SURE
            yield dataclasses.replace(
                example,
                tags=tags[b, :count].argmax(-1),
                forms=forms[b, :count].argmax(-1),
                names=names[b, :count].argmax(-1),
                head=np.where(sure, heads[b, :count], UNKNOWN),
                relations=np.where(sure & named, relations[b, :count].argmax(-1), UNKNOWN),
            )


def _batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
