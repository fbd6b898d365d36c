"""What every training run shares: the rate of each step, the log, checkpoints that a cut run goes on from, and the mean
of what it began and ended with.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import nn


def rate_at(step: int, total: int, warm_up: float) -> float:
    """Share of the peak rate: a linear rise over `warm_up` (a share of all steps), then a linear fall to nothing."""
    rise = max(1, int(warm_up * total))
    return (step + 1) / rise if step < rise else max(0.0, (total - step) / (total - rise))


class Log:
    """JSON lines, kept in the run folder and shown."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, **entry: object) -> None:
        line = json.dumps(entry)
        with self.path.open("a", encoding="utf8") as log:
            log.write(line + "\n")
        print(line, flush=True)


def save(path: Path, network: nn.Module, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write a checkpoint so that a cut leaves the one before."""
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "step": step,
        "random": torch.get_rng_state(),
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def restore(path: Path, network: nn.Module, optimizer: torch.optim.Optimizer) -> int:
    """Take up a checkpoint if there is one. Returns the number of steps done."""
    done = 0
    if path.exists():
        saved = torch.load(path, weights_only=True)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        torch.set_rng_state(saved["random"])
        done = saved["step"]
    return done


def mixed(later: dict[str, torch.Tensor], before: dict[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """The mean of two networks of which one went on from the other (Wortsman et al. 2022)."""
    return {name: share * weights.float() + (1 - share) * before[name].float() for name, weights in later.items()}
