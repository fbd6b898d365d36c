"""One linear schedule over the training articles, from checkpoint to checkpoint.

Loss: cross-entropy of the tags per word, plus ROLE_WEIGHT times that of the roles, summed over pairs and divided by the
number of pairs that have a role (most pairs have none, and a mean over them would drown the signal). The roles are
learned twice: for the annotated cues, and for those the tag head finds by itself, which is what they must serve at
work. A cue found where none is annotated has no source and no content.
"""

from __future__ import annotations

import dataclasses
import itertools
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as nnf
from torch.nn.utils.rnn import pad_sequence

from extractors.attribution.decoding import spans
from extractors.attribution.windows import MAX_PIECES, Pieces
from training.attribution.data import TAGS, Example, Ints, examples, read
from training.attribution.network import Network
from training.checkpoints import Log, rate_at, restore, save
from training.encoder import load_pretrained

SEED = 20161108
BODY_RATE, HEAD_RATE, DECAY = 2.5e-4, 1e-3, 0.01
WARM_UP = 0.05  # share of all steps
BATCH = 4  # windows; 8 were no faster on one core
CLIP = 1.0
ROLE_WEIGHT = 0.5
DEV_EVERY_NTH = 6  # articles of the development part used for the running figures
REPORT_STEPS = 50
CHECK_STEPS = 500


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    data: Path
    pretrained: Path
    out: Path
    passes: int
    threads: int


def batches(articles: list[dict[str, Any]], pieces: Pieces, order: random.Random) -> Iterator[list[Example]]:
    """One pass over all articles, its windows cut at other seams every time and shuffled."""
    found = [
        example
        for article in articles
        for example in examples(
            article["text"], article["attributions"], pieces, order.randint(MAX_PIECES // 4, MAX_PIECES)
        )
    ]
    order.shuffle(found)
    for start in range(0, len(found), BATCH):
        yield found[start : start + BATCH]


def loss_of(network: Network, batch: list[Example]) -> tuple[Tensor, Tensor]:
    """Tag loss and role loss of a batch."""
    pieces = pad_sequence([torch.from_numpy(e.window.pieces) for e in batch], batch_first=True)
    shapes = pad_sequence([torch.from_numpy(e.window.shapes) for e in batch], batch_first=True)
    mask = pad_sequence([torch.ones(len(e.window.pieces)) for e in batch], batch_first=True)
    states, logits = network.tagger(pieces, shapes, mask)
    first = [torch.from_numpy(e.window.first) for e in batch]
    word_logits = torch.cat([logits[i, at] for i, at in enumerate(first)])
    tags = torch.cat([torch.from_numpy(e.tags) for e in batch])
    tag_loss = nnf.cross_entropy(word_logits, tags)
    role_losses = [
        role_loss(network, [(states[i, first[i]], e.cues, e.roles, e.relations) for i, e in enumerate(batch)]),
        role_loss(network, [found_cues(states[i, first[i]], logits[i, first[i]], e) for i, e in enumerate(batch)]),
    ]
    return tag_loss, torch.stack(role_losses).mean()


CueRows = tuple[Tensor, Sequence[Sequence[int]], Ints, Ints]
"""Word states of a window, cues as word positions, and the roles and relations of every (cue, word) pair."""


def found_cues(words: Tensor, logits: Tensor, example: Example) -> CueRows:
    """The cues that the tag head finds, as they will be found at work."""
    cues = [list(cue) for cue in spans(logits.detach().numpy())[0]]
    return (words, cues, *example.with_cues(cues))


def role_loss(network: Network, windows: Sequence[CueRows]) -> Tensor:
    total, positive = windows[0][0].new_zeros(()), 0
    for words, cues, gold, relations in windows:
        if cues:
            cue_states = torch.stack([words[list(cue)].mean(0) for cue in cues])
            role_logits = network.roles(words, cue_states, torch.from_numpy(relations))
            total = total + nnf.cross_entropy(
                role_logits.reshape(-1, 3), torch.from_numpy(gold).reshape(-1), reduction="sum"
            )
            positive += int((gold > 0).sum())
    return total / max(positive, 1)


@torch.no_grad()
def dev_figures(network: Network, articles: list[dict[str, Any]], pieces: Pieces) -> dict[str, float]:
    """Token F1 of each role by the tag head alone, and both losses, over a sample of the development articles."""
    network.eval()
    hit = dict.fromkeys(("source", "cue", "content"), 0)
    said, gold = dict(hit), dict(hit)
    losses = torch.zeros(2)
    count = 0
    for article in articles:
        for example in examples(article["text"], article["attributions"], pieces, MAX_PIECES):
            losses += torch.stack(loss_of(network, [example]))
            count += 1
            mask = torch.ones(1, len(example.window.pieces))
            arrays = (torch.from_numpy(a)[None] for a in (example.window.pieces, example.window.shapes))
            _, logits = network.tagger(*arrays, mask)
            best = logits[0, torch.from_numpy(example.window.first)].argmax(-1).tolist()
            for guess, right in zip(best, example.tags.tolist(), strict=True):
                for role in hit:
                    hit[role] += TAGS[guess].endswith(role) and TAGS[right].endswith(role)
                    said[role] += TAGS[guess].endswith(role)
                    gold[role] += TAGS[right].endswith(role)
    network.train()
    figures = {role: round(200 * hit[role] / max(said[role] + gold[role], 1), 2) for role in hit}
    return figures | {"tag_loss": round(float(losses[0]) / count, 4), "role_loss": round(float(losses[1]) / count, 4)}


def optimizer_of(network: Network) -> torch.optim.AdamW:
    """The pretrained body at one rate, everything new at another, the word embeddings not at all."""
    encoder = network.tagger.encoder
    encoder.words.weight.requires_grad_(False)
    new = [encoder.shapes.weight, *network.tagger.tags.parameters(), *network.roles.parameters()]
    heads = {id(p) for p in new}
    body = [p for p in encoder.parameters() if p.requires_grad and id(p) not in heads]
    groups = [{"params": params, "lr": rate, "peak": rate} for params, rate in ((body, BODY_RATE), (new, HEAD_RATE))]
    return torch.optim.AdamW(groups, weight_decay=DECAY)


def learn(network: Network, optimizer: torch.optim.AdamW, batch: list[Example], share: float) -> Tensor:
    """One step at a share of the peak rates. Returns tag loss and role loss."""
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * share
    optimizer.zero_grad(set_to_none=True)
    tag_loss, role_loss = loss_of(network, batch)
    (tag_loss + ROLE_WEIGHT * role_loss).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
    optimizer.step()
    return torch.stack([tag_loss.detach(), role_loss.detach()])


def schedule(articles: list[dict[str, Any]], pieces: Pieces, total: int) -> Iterator[tuple[int, list[Example]]]:
    """Numbered batches, pass after pass, `total` of them whatever the passes come to."""
    passes = (batches(articles, pieces, random.Random(SEED + number)) for number in itertools.count())
    yield from itertools.islice(enumerate(itertools.chain.from_iterable(passes)), total)


def train(settings: Settings) -> Path:
    """Train to the end of the schedule, going on from `out/checkpoint.pt` if it is there. Returns that path."""
    torch.set_num_threads(settings.threads)
    torch.manual_seed(SEED)
    settings.out.mkdir(parents=True, exist_ok=True)
    checkpoint = settings.out / "checkpoint.pt"
    log = Log(settings.out / "log.jsonl")
    pieces = Pieces(str(settings.pretrained / "tokenizer.json"))
    articles = read(settings.data / "train.jsonl")
    dev = read(settings.data / "dev.jsonl")[::DEV_EVERY_NTH]

    network = Network()
    load_pretrained(network.tagger.encoder, settings.pretrained / "model.safetensors")
    optimizer = optimizer_of(network)
    done = restore(checkpoint, network, optimizer)
    per_pass = sum(1 for _ in batches(articles, pieces, random.Random(SEED)))
    total = per_pass * settings.passes
    log.note(event="start", step=done, total=total, per_pass=per_pass, threads=settings.threads, seed=SEED)

    network.train()
    began, read_pieces, running = time.perf_counter(), 0, torch.zeros(2)
    for step, batch in schedule(articles, pieces, total):
        if step < done:
            continue
        running += learn(network, optimizer, batch, rate_at(step, total, WARM_UP))
        read_pieces += sum(len(e.window.pieces) for e in batch)
        if (step + 1) % REPORT_STEPS == 0:
            tag, role = (running / REPORT_STEPS).tolist()
            speed = round(read_pieces / (time.perf_counter() - began))
            log.note(step=step + 1, tag_loss=round(tag, 4), role_loss=round(role, 4), pieces_per_second=speed)
            running.zero_()
        if (step + 1) % CHECK_STEPS == 0 or step + 1 == total:
            passes = round((step + 1) / per_pass, 2)
            log.note(event="dev", step=step + 1, passes=passes, **dev_figures(network, dev, pieces))
            save(checkpoint, network, optimizer, step + 1)
    return checkpoint
