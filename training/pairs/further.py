"""Go on learning from the graph of pairs that ships, and take the mean of the weights before and after.

    python -m training.pairs.further --run DIR [--begin matching/weights/reading] [--device cpu]

`--run` holds packed.npz and pretrained.npz (`python -m training.pairs --only gather`). Learns once more from all
stories and writes weights.npz, for `python -m training.pairs --only export`. There is no unseen.npz of it: folds that
went on from weights which had seen all stories would have seen them, too. `training.pairs.schedule --plan processor`
gives one, from networks that begin anew.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.checkpoints import mixed
from training.pairs.export import JOINED
from training.pairs.learn import ALL, Settings, learn
from training.pairs.schedule import SECOND_BATCH, UNLIMITED
from training.shipped import weights_of

STEPS, RATE = 1200, 8e-5
SHARE = 0.5
"""Of the later weights in the mean (Wortsman et al. 2022). Twice the graph went on from what shipped then. Between 0
and 1, ranking divergences and MRPC rose with the share both times; ranking pairs of claims was best in between, from
0.35 to 0.75 after 700 steps and from 0.3 to 0.7 after 1,200 more. 600 more after that gained nothing."""

BEFORE, AFTER = "shipped", "further"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, default=Path("training/runs/pairs"))
    parser.add_argument("--begin", type=Path, default=Path("matching/weights/reading"))
    parser.add_argument("--device", default="cpu")
    args = parser.parse_args()
    before = weights_of(args.begin / JOINED)
    _store(args.run, BEFORE, before)
    learn(Settings(args.run, AFTER, args.device, BEFORE, ALL, STEPS, UNLIMITED, RATE, SECOND_BATCH))
    with np.load(args.run / f"{AFTER}.npz") as stored:
        after = {name: torch.from_numpy(stored[name]) for name in stored.files}
    _store(args.run, "weights", mixed(after, before, SHARE))


def _store(run: Path, name: str, weights: Mapping[str, Tensor]) -> None:
    np.savez(run / f"{name}.npz", **{part: weight.numpy() for part, weight in weights.items()})


if __name__ == "__main__":
    main()
