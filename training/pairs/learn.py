"""One part of learning, with torch and numpy alone: a network, packed examples, one linear schedule.

The first part learns from pairs that no annotated story is in. The second starts from it and learns from the stories
without one fold, or from all of them. Loss: binary cross-entropy of every known answer, averaged over the questions of
an example, then over the batch. What counts in the end is a running mean of the weights.
"""

from __future__ import annotations

import dataclasses
import queue
import random
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as nnf

from training.checkpoints import Log, rate_at
from training.encoder import Encoder, half_precision
from training.pairs.figures import ranked
from training.pairs.network import Joined, joined_from
from training.pairs.packed import NO_FOLD, TEST_FOLD, Batch, Batches, Packed

SEED = 20101104
HEAD_RATE, DECAY = 1e-3, 0.01
WARM_UP = 0.06  # share of the schedule
CLIP = 1.0
FINE = 10_000  # parts of the schedule that the rate is set for
FORGOTTEN = 0.1  # share of the pieces that a step does not see
KEPT_MEAN = 0.998  # of the running mean of the weights, each step
NEIGHBOURS = 32  # batches whose examples are sorted by length together: less padding, still a new mix every pass
REPORT_STEPS = 200
ASKED_BATCH = 256
READY = 16  # batches made ready ahead
ALL = ()
"""No folds are left out: everything is learned from."""

WEIGHTS = {"carries": 1.0, "aligned": 1.0, "diverges": 1.0, "paraphrase": 0.5, "similar": 0.3, "contradicts": 0.3}
KIND_WEIGHT, MARKS_WEIGHT = 0.15, 0.5
"""What the answers weigh in the loss."""

OFTEN = {"stories": 1.0, "contrasts": 4.0, "beside": 1.0, "altered": 0.4, "mrpc": 0.5, "made": 0.05}
"""What the second part learns from, and how often each example comes in a pass."""


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """Of one part. `start` names the part whose weights it goes on from, None for the first part; `without` are the
    folds that it leaves out. The schedule ends after `steps` or `seconds`, what comes first.
    """

    run: Path
    name: str
    device: str
    start: str | None
    without: tuple[int, ...]
    steps: int
    seconds: float
    rate: float
    batch: int

    def path(self, ending: str) -> Path:
        return self.run / f"{self.name}.{ending}"


class Learner:
    """A network with its running mean, and the examples that it sees."""

    def __init__(self, settings: Settings, packed: Packed) -> None:
        self.packed = packed
        self.batches = Batches(packed)
        self.device = torch.device(settings.device)
        self.joined, self.words = started(settings, packed)
        self.joined.to(self.device)
        self.words.to(self.device)
        self.now = dict(self.joined.named_parameters())
        self.mean = {name: value.detach().clone() for name, value in self.now.items()}
        weights = [WEIGHTS.get(name, KIND_WEIGHT) for name in packed.outputs.tolist()]
        self.weights = torch.tensor(weights, device=self.device)

    def logits(self, batch: Batch, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Of answers and marks, in float32."""
        with half_precision(self.device):
            words = self.words(self.on(batch.pieces))
            sides = self.on(batch.left), self.on(batch.right), self.on(batch.first)
            answers, marks = self.joined(words, self.on(batch.shapes), *sides, mask)
        return answers.float(), marks.float()

    def loss(self, batch: Batch) -> Tensor:
        mask = self.on(batch.mask)
        mask = mask * (torch.rand(mask.shape, device=self.device) >= FORGOTTEN)
        answers, marks = self.logits(batch, mask)
        loss = (known_loss(answers, self.on(batch.answers)) * self.weights).sum(-1).mean()
        return loss + MARKS_WEIGHT * known_loss(marks[..., None], self.on(batch.marks)[..., None]).mean()

    def on(self, array: npt.NDArray[np.generic]) -> Tensor:
        tensor = torch.from_numpy(array)
        return tensor.pin_memory().to(self.device, non_blocking=True) if self.device.type == "cuda" else tensor

    @torch.no_grad()
    def follow(self, step: int) -> None:
        """Move the running mean; early on it forgets faster, so that the start does not linger."""
        kept = min(KEPT_MEAN, (1 + step) / (10 + step))
        torch._foreach_lerp_(list(self.mean.values()), [p.detach() for p in self.now.values()], 1.0 - kept)

    @torch.no_grad()
    def said(self, examples: Sequence[int]) -> npt.NDArray[np.float32]:
        """Logits of all rows of the examples, in order, by the running mean."""
        self.joined.load_state_dict(self.mean)
        self.joined.eval()
        order = sorted(range(len(examples)), key=lambda at: int(self.batches.lengths[examples[at]]))
        found: dict[int, npt.NDArray[np.float32]] = {}
        for start in range(0, len(order), ASKED_BATCH):
            at = order[start : start + ASKED_BATCH]
            batch = self.batches.take([examples[i] for i in at], [False] * len(at))
            logits = self.logits(batch, self.on(batch.mask))[0].cpu().numpy()
            found |= {i: logits[n, : self.packed.rows[examples[i]]] for n, i in enumerate(at)}
        return np.concatenate([found[i] for i in range(len(examples))])


def known_loss(logits: Tensor, answers: Tensor) -> Tensor:
    """Cross-entropy averaged over what is known along the second dimension; nothing known gives nothing."""
    known = ~answers.isnan()
    each = nnf.binary_cross_entropy_with_logits(logits, answers.nan_to_num(), reduction="none") * known
    return each.sum(1) / known.sum(1).clamp(min=1)


def started(settings: Settings, packed: Packed) -> tuple[Joined, nn.Embedding]:
    """The network where it starts, and the embeddings of the pieces in use."""
    encoder = Encoder(shapes=1)
    with np.load(settings.run / "pretrained.npz") as stored:
        state = {name: torch.from_numpy(stored[name].astype(np.float32)) for name in stored.files}
    missing = encoder.load_state_dict(state, strict=False)
    if missing.unexpected_keys or set(missing.missing_keys) - {"shapes.weight"}:
        raise ValueError(f"pretrained.npz does not hold the encoder: {missing}")
    joined = joined_from(encoder, len(packed.outputs))
    if settings.start is not None:
        with np.load(settings.run / f"{settings.start}.npz") as stored:
            joined.load_state_dict({name: torch.from_numpy(stored[name].astype(np.float32)) for name in stored.files})
    words = encoder.words.weight[torch.from_numpy(packed.kept)].detach()
    return joined, nn.Embedding.from_pretrained(words, freeze=True)


def one_pass(settings: Settings, packed: Packed, lot: random.Random) -> list[int]:
    """What one pass goes through."""
    if settings.start is None:
        return np.flatnonzero(packed.fold == NO_FOLD).tolist()
    found: list[int] = []
    for name, often in OFTEN.items():
        mine = np.flatnonzero(packed.of_source(name) & ~np.isin(packed.fold, (*settings.without, TEST_FOLD))).tolist()
        found += mine * int(often) + lot.sample(mine, int((often % 1.0) * len(mine)))
    return found


def passes(settings: Settings, packed: Packed, batches: Batches) -> Iterator[tuple[list[int], list[bool]]]:
    """Batches without end; examples of like length stand together, as padding is read too."""
    lot = random.Random(SEED)
    while True:
        mixed = one_pass(settings, packed, lot)
        lot.shuffle(mixed)
        found: list[list[int]] = []
        for start in range(0, len(mixed), settings.batch * NEIGHBOURS):
            near = sorted(mixed[start : start + settings.batch * NEIGHBOURS], key=lambda e: int(batches.lengths[e]))
            found += [near[at : at + settings.batch] for at in range(0, len(near), settings.batch)]
        lot.shuffle(found)
        for batch in found:
            yield batch, [lot.random() < 0.5 for _ in batch]


def ahead(settings: Settings, packed: Packed, batches: Batches) -> Iterator[Batch]:
    """Batches made ready by a thread beside the network."""
    ready: queue.Queue[Batch] = queue.Queue(maxsize=READY)

    def fill() -> None:
        for examples, swapped in passes(settings, packed, batches):
            ready.put(batches.take(examples, swapped))

    threading.Thread(target=fill, daemon=True).start()
    while True:
        yield ready.get()


def optimizer_of(joined: Joined, rate: float) -> torch.optim.AdamW:
    new = (joined.first, joined.both, joined.answers, joined.marks, joined.shapes)
    head = [parameter for part in new for parameter in part.parameters()]
    inside = {id(parameter) for parameter in head}
    body = [parameter for parameter in joined.parameters() if id(parameter) not in inside]
    groups = [{"params": params, "lr": peak, "peak": peak} for params, peak in ((body, rate), (head, HEAD_RATE))]
    return torch.optim.AdamW(groups, weight_decay=DECAY, fused=next(joined.parameters()).is_cuda)


def learn(settings: Settings) -> None:
    """One part, to the end of its schedule; writes its weights, and what is said of examples not learned from."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    packed = Packed.load(settings.run / "packed.npz")
    learner = Learner(settings, packed)
    log = Log(settings.path("log"))
    optimizer = optimizer_of(learner.joined, settings.rate)
    stream = ahead(settings, packed, learner.batches)
    learner.joined.train()
    running = torch.zeros((), device=learner.device)
    began, step, done = time.perf_counter(), 0, 0.0
    while done < 1.0:
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate_at(int(done * FINE), FINE, WARM_UP)
        optimizer.zero_grad(set_to_none=True)
        loss = learner.loss(next(stream))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learner.joined.parameters(), CLIP)
        optimizer.step()
        step += 1
        learner.follow(step)
        running += loss.detach()
        done = max(step / settings.steps, (time.perf_counter() - began) / settings.seconds)
        if step % REPORT_STEPS == 0:
            speed = round(step / (time.perf_counter() - began), 1)
            log.note(name=settings.name, step=step, loss=round(float(running) / REPORT_STEPS, 4), per_second=speed)
            running.zero_()
    asked = np.flatnonzero(np.isin(packed.fold, settings.without or TEST_FOLD))
    logits = learner.said(asked.tolist())
    figures = ranked(packed, learner.batches, asked.tolist(), logits)
    log.note(name=settings.name, step=step, seconds=round(time.perf_counter() - began, 1), figures=figures)
    np.savez(settings.path("said.npz"), asked=asked, logits=logits.astype(np.float16), steps=step)
    weights = {name: value.cpu().numpy().astype(np.float16) for name, value in learner.mean.items()}
    np.savez(settings.path("npz"), **weights)
