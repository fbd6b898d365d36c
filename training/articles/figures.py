"""How well a network reads articles and trees, in torch, while it is trained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch

from extractors.encoder.encoded import Encoded, Floats, encode, softmax
from extractors.encoder.relations import relation_features
from extractors.encoder.windows import Pieces, Window
from extractors.projective import best_tree
from training.articles.batches import TreeBatch, Windows, gathered
from training.articles.network import Network
from training.attribution.figures import Figures, Tally, measure
from training.syntax.names import spans_of
from training.syntax.windows import UNKNOWN, Labels, tree_examples


class Reading:
    """A network with the face of `extractors.encoder.graphs.Encoder`."""

    def __init__(self, network: Network, pieces: Pieces, device: torch.device) -> None:
        self.pieces = pieces
        self._network = network
        self._device = device

    def encode(self, text: str) -> Encoded:
        return encode(text, self.pieces, self.read)

    @torch.no_grad()
    def read(self, window: Window) -> tuple[Floats, Floats]:
        windows = Windows.of([window], self._device)
        states, tags = self._network.tagger(windows.pieces, windows.shapes, windows.mask)
        return states[0].float().cpu().numpy()[window.first], tags[0].float().cpu().numpy()[window.first]

    @torch.no_grad()
    def roles(self, states: Floats, cues: Sequence[Sequence[int]], paragraphs: Sequence[int]) -> Floats:
        cue_states = np.stack([states[list(cue)].mean(axis=0) for cue in cues])
        relations = relation_features(cues, paragraphs)
        arrays = (torch.from_numpy(a).to(self._device) for a in (states, cue_states, relations))
        return softmax(self._network.roles(*arrays).float().cpu().numpy())


def attribution_figures(
    network: Network, articles: Sequence[dict[str, Any]], pieces: Pieces, device: torch.device
) -> dict[str, float]:
    """F1 in per cent: see `training.attribution.figures`."""
    network.eval()
    figures = Figures()
    for article in articles:
        measure(article, Reading(network, pieces, device), figures)
    shown = ("LINK50", "LINK80", "TRIPLE", "EXACT source", "EXACT cue", "EXACT content", "TOKEN content")
    tallies = {name: figures.tallies.get(name, Tally()) for name in shown}
    return {n: round(200 * t.right / max(t.found + t.annotated, 1), 2) for n, t in tallies.items()}


@torch.no_grad()
def tree_figures(
    network: Network, documents: Sequence[tuple[Any, Any]], pieces: Pieces, labels: Labels, device: torch.device
) -> dict[str, float]:
    """Per cent of words with the right tag, head, and head and label (punctuation left out), and F1 of names."""
    network.eval()
    counts = dict.fromkeys(("words", "tag", "form", "scored", "head", "labelled", "said", "gold", "both"), 0)
    for document, names in documents:
        for example in tree_examples(document, pieces, labels, names):
            batch = TreeBatch.of([example], device)
            states, _ = network.tagger(batch.windows.pieces, batch.windows.shapes, batch.windows.mask)
            words = gathered(states, batch.at)
            tags, forms, name_tags, arcs = network.trees(words)
            arcs = arcs[0].float().cpu().numpy()
            heads = np.arange(len(example.at))
            for number in np.unique(example.sentence):
                here = np.nonzero(example.sentence == number)[0]
                heads[here] = here[best_tree(arcs[np.ix_(here, here)])]
            said = network.labels(words[0], words[0, torch.from_numpy(heads).to(device)]).argmax(-1).cpu().numpy()
            counts["words"] += len(heads)
            counts["tag"] += int((tags[0].argmax(-1).cpu().numpy() == example.tags).sum())
            counts["form"] += int((forms[0].argmax(-1).cpu().numpy() == example.forms).sum())
            scored = (example.head != UNKNOWN) & (example.relations != labels.relations.index("punct"))
            counts["scored"] += int(scored.sum())
            counts["head"] += int((heads == example.head)[scored].sum())
            counts["labelled"] += int(((heads == example.head) & (said == example.relations))[scored].sum())
            if names is not None:
                found, gold = (
                    _spans(t, example.names) for t in (name_tags[0].argmax(-1).tolist(), example.names.tolist())
                )
                counts["said"] += len(found)
                counts["gold"] += len(gold)
                counts["both"] += len(found & gold)
    return {
        "tag": round(100 * counts["tag"] / max(counts["words"], 1), 2),
        "form": round(100 * counts["form"] / max(counts["words"], 1), 2),
        "UAS": round(100 * counts["head"] / max(counts["scored"], 1), 2),
        "LAS": round(100 * counts["labelled"] / max(counts["scored"], 1), 2),
        "names": round(200 * counts["both"] / max(counts["said"] + counts["gold"], 1), 2),
    }


def _spans(tags: Sequence[int], gold: Sequence[int]) -> set[tuple[int, int, str]]:
    """Names of the three kinds that are measured; words whose name is unsettled are read as no name."""
    settled = [0 if right == UNKNOWN else tag for tag, right in zip(tags, gold, strict=True)]
    return {span for span in spans_of(settled) if span[2] != "other"}
