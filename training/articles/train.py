"""One linear schedule over articles and treebanks together, from checkpoint to checkpoint.

Every step takes a batch of annotated article windows and one of treebank windows; with a committee, also one of text
nobody annotated. The word embeddings stay as they were pretrained. Beside the network its exponential mean is kept,
which is what ships.
"""

from __future__ import annotations

import copy
import dataclasses
import time
from pathlib import Path

import torch
from torch import Tensor, nn

from extractors.encoder.windows import Pieces
from training.articles.batches import AttributionBatch, TreeBatch
from training.articles.corpora import Corpora
from training.articles.figures import attribution_figures, tree_figures
from training.articles.losses import attribution_loss, tree_loss
from training.articles.network import Network, Sizes, stored_weights
from training.articles.recipe import SEED, Recipe, Weights
from training.articles.streams import Streams
from training.checkpoints import Log, rate_at, restore, save
from training.encoder import half_precision, load_pretrained
from training.syntax.windows import Labels

DECAY = 0.01
WARM_UP = 0.05  # share of all steps
CLIP = 1.0
REPORT_STEPS = 50
SAVE_STEPS = 100


def optimizer_of(network: Network, recipe: Recipe, fused: bool) -> torch.optim.AdamW:
    """The pretrained body at one rate, lower towards its first layer, everything new at another, the word embeddings
    not at all.
    """
    encoder = network.tagger.encoder
    encoder.words.weight.requires_grad_(False)
    groups: list[tuple[list[nn.Parameter], float]] = []
    depth = len(encoder.layers)
    for index, layer in enumerate(encoder.layers):
        groups.append((list(layer.parameters()), recipe.body_rate * recipe.layer_decay ** (depth - 1 - index)))
    lowest = [*encoder.positions.parameters(), *encoder.norm.parameters()]
    groups.append((lowest, recipe.body_rate * recipe.layer_decay**depth))
    body = {id(p) for group, _ in groups for p in group} | {id(encoder.words.weight)}
    groups.append(([p for p in network.parameters() if id(p) not in body], recipe.head_rate))
    rows = [{"params": params, "lr": rate, "peak": rate} for params, rate in groups]
    return torch.optim.AdamW(rows, weight_decay=DECAY, fused=fused)


class Mean:
    """An exponential mean of a network's weights over steps."""

    def __init__(self, network: Network, decay: float) -> None:
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self._decay = decay
        self._steps = 0

    @torch.no_grad()
    def take(self, network: Network) -> None:
        self._steps += 1
        decay = min(self._decay, self._steps / (self._steps + 10))
        ours = [p for p in self.network.parameters() if p.is_floating_point()]
        theirs = [p.detach() for p in network.parameters() if p.is_floating_point()]
        torch._foreach_lerp_(ours, theirs, 1 - decay)


def fresh(recipe: Recipe, labels: Labels, pretrained: Path, device: torch.device) -> Network:
    torch.manual_seed(SEED)  # all networks begin alike, so that their weights can be averaged
    network = Network(Sizes.of(labels))
    load_pretrained(network.tagger.encoder, pretrained / "model.safetensors")
    for part in network.tagger.modules():
        if isinstance(part, nn.Dropout):
            part.p = recipe.dropout
    for layer in network.tagger.encoder.layers:
        layer.attention_dropout = recipe.attention_dropout
    torch.manual_seed(recipe.seed)
    return network.to(device)


def train(
    recipe: Recipe,
    streams: Streams,
    per_pass: int,
    corpora: Corpora,
    pieces: Pieces,
    pretrained: Path,
    out: Path,
    device: torch.device,
    check_every: float = 1.0,
    most_steps: int | None = None,
    begin: Path | None = None,
) -> Network:
    """Train to the end of the schedule. `per_pass` is the number of steps that make a pass over the articles.

    Goes on from `out/checkpoint.pt` if it is there, else begins with the network in `begin`, else with the pretrained
    encoder. Returns the mean network. Writes `out/log.jsonl`.
    """
    out.mkdir(parents=True, exist_ok=True)
    log = Log(out / "log.jsonl")
    network = fresh(recipe, corpora.labels, pretrained, device)
    if begin:
        network.load_state_dict(stored_weights(begin))
    mean = Mean(network, recipe.mean)
    optimizer = optimizer_of(network, recipe, fused=device.type == "cuda")
    checkpoint, both = out / "checkpoint.pt", nn.ModuleDict({"network": network, "mean": mean.network})
    done = restore(checkpoint, both, optimizer)
    total = min(int(per_pass * recipe.passes), most_steps or 10**9)
    log.note(event="start", step=done, total=total, per_pass=per_pass, recipe=dataclasses.asdict(recipe))

    network.train()
    began, running = time.perf_counter(), torch.zeros(6, device=device)
    for _ in range(done):
        streams.skip()
    for step in range(done, total):
        share = rate_at(step, total, WARM_UP)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * share
        optimizer.zero_grad(set_to_none=True)
        with half_precision(device):
            losses = step_losses(network, streams, recipe.weights, device)
            weights = recipe.weights
            loss = losses[0] + weights.roles * losses[1] + weights.trees * losses[2] + weights.names * losses[3]
            loss = loss + weights.unread * (losses[4] + weights.roles * losses[5])
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimizer.step()
        mean.take(network)
        running += torch.stack([part.detach().float() for part in losses])
        if (step + 1) % REPORT_STEPS == 0:
            shown = [round(x, 4) for x in (running / REPORT_STEPS).tolist()]
            log.note(step=step + 1, losses=shown, seconds=round(time.perf_counter() - began, 1))
            running.zero_()
        if (step + 1) % SAVE_STEPS == 0:
            save(checkpoint, both, optimizer, step + 1)
        if (step + 1) % max(1, int(per_pass * check_every)) == 0 or step + 1 == total:
            passes = round((step + 1) / per_pass, 2)
            figures: dict[str, float] = attribution_figures(mean.network, corpora.dev, pieces, device)
            figures |= tree_figures(mean.network, corpora.news, pieces, corpora.labels, device) if streams.trees else {}
            seconds = round(time.perf_counter() - began, 1)
            log.note(event="dev", step=step + 1, passes=passes, seconds=seconds, **figures)
    return mean.network


def step_losses(network: Network, streams: Streams, weights: Weights, device: torch.device) -> list[Tensor]:
    """Losses of tags, roles, trees, names, and of tags and roles in unread text; nothing for what is not learned."""
    none = torch.zeros((), device=device)
    losses = [*attribution_loss(network, AttributionBatch.of(next(streams.articles), device), weights.taught)]
    losses += tree_loss(network, TreeBatch.of(next(streams.trees), device)) if streams.trees else (none, none)
    if streams.unread:
        losses += attribution_loss(network, AttributionBatch.of(next(streams.unread), device), 1.0)
    else:
        losses += (none, none)
    return losses
