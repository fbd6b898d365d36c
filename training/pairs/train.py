"""One linear schedule over all examples, from checkpoint to checkpoint.

Loss: binary cross-entropy of every known answer, averaged per kind of answer (whole passages, single claims, relation,
kinds) over the batch, so that the many questions about claims do not drown the rest. The lower layers are not trained,
so each passage goes through them once, before the first step.
"""

from __future__ import annotations

import dataclasses
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as nnf
from torch.nn.utils.rnn import pad_sequence

from matching.reading.pairs import KINDS, OUTPUTS, row_of, weights
from matching.reading.passages import Passage
from matching.reading.reader import SentenceReader
from training.checkpoints import Log, rate_at, restore, save
from training.pairs.examples import Example
from training.pairs.network import Joined

SEED = 20101104
BODY_RATE, HEAD_RATE, DECAY = 1e-4, 5e-4, 0.01
WARM_UP = 0.05  # share of all steps
BATCH = 16
CLIP = 1.0
FORGOTTEN = 0.1  # share of the pieces that a step does not see
REPORT_STEPS, CHECK_STEPS = 100, 500
NEIGHBOURS = 64  # batches whose examples are sorted by length together: less padding, still a new mix every pass

# What each answer weighs in the loss.
WEIGHTS = {"carries": 1.0, "aligned": 1.0, "diverges": 0.5, "paraphrase": 1.0, "similar": 0.5} | dict.fromkeys(
    KINDS, 0.1
)


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    run: Path
    passes: int
    threads: int


class LowStates:
    """Low states of passages, by the graph that ships, computed once each."""

    def __init__(self, reader: SentenceReader) -> None:
        self._reader = reader
        self._known: dict[Passage, Tensor] = {}

    def of(self, passage: Passage) -> Tensor:
        states = self._known.get(passage)
        if states is None:
            states = torch.from_numpy(self._reader.read(passage).low.copy())
            self._known[passage] = states
        return states


Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]


def batch_of(examples: Sequence[Example], low: LowStates, swap: Sequence[bool]) -> Batch:
    """States, shapes, left, right, first and mask, padded; where `swap`, the sides are exchanged."""
    most = max(len(e.questions) for e in examples) + 1
    states, shapes, lefts, rights, firsts = [], [], [], [], []
    length = max(len(e.left.pieces) + len(e.right.pieces) for e in examples)
    for example, swapped in zip(examples, swap, strict=True):
        left, right = (example.right, example.left) if swapped else (example.left, example.right)
        questions = [(b, a) if swapped else (a, b) for a, b in example.questions]
        row = row_of(left, right, questions)
        states.append(torch.cat([low.of(left), low.of(right)]))
        shapes.append(torch.from_numpy(row.shapes))
        padding = ((0, most - len(row.left)), (0, length - row.left.shape[1]))
        lefts.append(np.pad(row.left, padding))
        rights.append(np.pad(row.right, padding))
        firsts.append(weights([0, len(left.pieces)], length)[None])
    mask = pad_sequence([torch.ones(len(s)) for s in shapes], batch_first=True)
    stacked = (torch.from_numpy(np.stack(each)) for each in (lefts, rights, firsts))
    return pad_sequence(states, batch_first=True), pad_sequence(shapes, batch_first=True), *stacked, mask


def prior_of(examples: Sequence[Example]) -> Tensor:
    """(batch, questions): the features' logits."""
    most = max(len(e.questions) for e in examples) + 1
    return torch.from_numpy(np.stack([np.pad(e.prior, (0, most - len(e.prior))) for e in examples]))


def answers_of(examples: Sequence[Example]) -> Tensor:
    most = max(len(e.questions) for e in examples) + 1
    known = np.full((len(examples), most, len(OUTPUTS)), np.nan, dtype=np.float32)
    for index, example in enumerate(examples):
        known[index, : len(example.answers)] = example.answers
    return torch.from_numpy(known)


def together(logits: Tensor, prior: Tensor) -> Tensor:
    """Answers with what the features know already: the network learns what is to be added."""
    added = torch.zeros(len(OUTPUTS))
    added[[OUTPUTS.index(name) for name in ("carries", "aligned")]] = 1.0
    return logits + prior[..., None] * added


def forget(mask: Tensor) -> Tensor:
    """A mask with some pieces left out of sight, so that no single word is leant on."""
    return mask * (torch.rand(mask.shape) >= FORGOTTEN)


def loss_of(logits: Tensor, answers: Tensor) -> Tensor:
    known = ~answers.isnan()
    each = nnf.binary_cross_entropy_with_logits(logits, answers.nan_to_num(), reduction="none") * known
    per_output = each.sum((0, 1)) / known.sum((0, 1)).clamp(min=1)
    return (per_output * torch.tensor([WEIGHTS[name] for name in OUTPUTS])).sum()


def batches(examples: Sequence[Example], order: random.Random) -> Iterator[list[Example]]:
    """One pass; examples of like length stand together, as padding is read too."""
    mixed = list(examples)
    order.shuffle(mixed)
    found: list[list[Example]] = []
    for start in range(0, len(mixed), BATCH * NEIGHBOURS):
        near = sorted(mixed[start : start + BATCH * NEIGHBOURS], key=lambda e: len(e.left.pieces) + len(e.right.pieces))
        found += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    order.shuffle(found)
    yield from found


@torch.no_grad()
def logits_of(joined: Joined, examples: Sequence[Example], low: LowStates) -> list[npt.NDArray[np.float32]]:
    """For each example (1 + questions, OUTPUTS), in order."""
    joined.eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].left.pieces) + len(examples[i].right.pieces))
    found: dict[int, npt.NDArray[np.float32]] = {}
    for start in range(0, len(order), BATCH):
        at = order[start : start + BATCH]
        chosen = [examples[i] for i in at]
        logits = together(joined(*batch_of(chosen, low, [False] * len(chosen))), prior_of(chosen)).numpy()
        found |= {i: logits[n, : 1 + len(examples[i].questions)] for n, i in enumerate(at)}
    joined.train()
    return [found[i] for i in range(len(examples))]


def optimizer_of(joined: Joined) -> torch.optim.AdamW:
    body = list(joined.layers.parameters())
    inside = {id(p) for p in body}
    new = [p for p in joined.parameters() if id(p) not in inside]
    groups = [{"params": params, "lr": rate, "peak": rate} for params, rate in ((body, BODY_RATE), (new, HEAD_RATE))]
    return torch.optim.AdamW(groups, weight_decay=DECAY)


def train(
    settings: Settings,
    joined: Joined,
    reader: SentenceReader,
    examples: Sequence[Example],
    held_out: Mapping[str, Sequence[Example]],
) -> Path:
    """Train to the end of the schedule, going on from the run's checkpoint.pt if it is there. Returns that path.

    `held_out` names sets on which losses and F1 at the best threshold are noted at every checkpoint.
    """
    checkpoint = settings.run / "checkpoint.pt"
    log = Log(settings.run / "log.jsonl")
    low = LowStates(reader)
    optimizer = optimizer_of(joined)
    done = restore(checkpoint, joined, optimizer)
    per_pass = -(-len(examples) // BATCH)
    total = per_pass * settings.passes
    log.note(event="start", step=done, total=total, per_pass=per_pass, threads=settings.threads, seed=SEED)
    joined.train()
    step, began, running = 0, time.perf_counter(), 0.0
    for number in range(settings.passes):
        order = random.Random(SEED + number)
        for batch in list(batches(examples, order)):
            swap = [order.random() < 0.5 for _ in batch]
            step += 1
            if step <= done:
                continue
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * rate_at(step - 1, total, WARM_UP)
            optimizer.zero_grad(set_to_none=True)
            *inputs, mask = batch_of(batch, low, swap)
            loss = loss_of(together(joined(*inputs, forget(mask)), prior_of(batch)), answers_of(batch))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(joined.parameters(), CLIP)
            optimizer.step()
            running += float(loss.detach())
            if step % REPORT_STEPS == 0:
                speed = round((step - done) * BATCH / (time.perf_counter() - began), 1)
                log.note(step=step, loss=round(running / REPORT_STEPS, 4), pairs_per_second=speed)
                running = 0.0
            if step % CHECK_STEPS == 0 or step == total:
                figures = {name: figures_of(joined, found, low) for name, found in held_out.items()}
                log.note(event="check", step=step, passes=round(step / per_pass, 2), **figures)
                save(checkpoint, joined, optimizer, step)
    return checkpoint


def figures_of(joined: Joined, examples: Sequence[Example], low: LowStates) -> dict[str, float]:
    """Best F1 over all thresholds for the answers that are asked, in per cent; whole passages and claims together."""
    logits = np.concatenate(logits_of(joined, examples, low))
    answers = np.concatenate([example.answers for example in examples])
    figures = {}
    for name in ("carries", "aligned", "diverges", "paraphrase"):
        at = OUTPUTS.index(name)
        known = ~np.isnan(answers[:, at])
        if known.any():
            order = np.argsort(-logits[known, at], kind="stable")
            right = np.cumsum(answers[known, at][order])
            f1 = 2 * right / (np.arange(1, len(order) + 1) + answers[known, at].sum())
            figures[name] = round(100 * float(f1.max()), 1)
    return figures
