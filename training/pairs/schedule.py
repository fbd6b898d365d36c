"""Learn everything from packed examples: the first part once, the second for every fold and once for all.

    python -m training.pairs.schedule --run DIR --device cuda [--share S] [--at-once N]

`--run` holds packed.npz and pretrained.npz (`python -m training.pairs --only gather`). Parts run as processes of their
own, so many at once. Writes weights.npz (what was learned from all stories), unseen.npz (for each fold, what was said
of it by the network that had not learned from it) and figures.json.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.pairs.learn import ALL, Settings, learn
from training.pairs.packed import FOLDS, STEP, Batches, Packed

# Twice the rate in the first part was worse in everything that was measured.
FIRST_RATE, FIRST_BATCH, FIRST_STEPS = 1.5e-4, 128, 5000
SECOND_RATE, SECOND_BATCH, SECOND_STEPS = 1e-4, 64, 1300
LONGER = 0.1
"""Share of the steps by which a fold's network may have learned longer than the one that ships: where time ran out, a
fold that came later had more, and what it says is surer than what will be said at work."""

LARGEST_STEP = 127
UNLIMITED = 1e9


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, default=Path("training/runs/pairs"))
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--share", type=float, default=1.0, help="of the steps, for a trial")
    parser.add_argument("--at-once", type=int, default=FOLDS + 1)
    parser.add_argument("--first-seconds", type=float, default=UNLIMITED, help="after which the first part ends")
    parser.add_argument("--second-seconds", type=float, default=UNLIMITED, help="after which each of the others ends")
    args = parser.parse_args()
    learn_all(args.run, args.device, args.share, args.at_once, (args.first_seconds, args.second_seconds))


def learn_all(
    run: Path, device: str, share: float, at_once: int, seconds: tuple[float, float] = (UNLIMITED, UNLIMITED)
) -> None:
    """`seconds` end a part's schedule early, `share` of its steps makes it short."""
    steps = max(2, int(FIRST_STEPS * share)), max(2, int(SECOND_STEPS * share))
    first = Settings(run, "first", device, None, ALL, steps[0], seconds[0], FIRST_RATE, FIRST_BATCH)
    in_processes([first], at_once)
    others = [
        Settings(run, part_name(fold), device, "first", fold, steps[1], seconds[1], SECOND_RATE, SECOND_BATCH)
        for fold in (ALL, *range(FOLDS))
    ]
    in_processes(others, at_once)
    gather_results(run)


def part_name(fold: int) -> str:
    return "all" if fold == ALL else f"without-{fold}"


def in_processes(parts: Sequence[Settings], at_once: int) -> None:
    """Raises RuntimeError when a part fails."""
    context = multiprocessing.get_context("spawn")
    waiting, running = list(parts), []
    failed: list[str] = []
    while waiting or running:
        while waiting and len(running) < at_once:
            part = waiting.pop(0)
            process = context.Process(target=learn, args=(part,), name=part.name)
            process.start()
            running.append(process)
        running[0].join()
        failed += [process.name for process in running[:1] if process.exitcode]
        del running[0]
    if failed:
        raise RuntimeError(f"these parts failed: {', '.join(failed)}")


def gather_results(run: Path) -> None:
    packed = Packed.load(run / "packed.npz")
    batches = Batches(packed)
    with np.load(run / f"{part_name(ALL)}.said.npz") as said:
        steps = int(said["steps"])
    rows, logits = [], []
    for fold in range(FOLDS):
        with np.load(run / f"{part_name(fold)}.said.npz") as said:
            if said["steps"] > steps * (1 + LONGER):
                print(f"fold {fold} is left out: it had {said['steps']} steps, the whole {steps}")
            else:
                rows += batches.rows_of(said["asked"].tolist())
                logits.append(said["logits"].astype(np.float32))
    whole = np.clip(np.round(np.concatenate(logits) / STEP), -LARGEST_STEP, LARGEST_STEP).astype(np.int8)
    places = np.concatenate([np.arange(place.start, place.stop) for place in rows])
    np.savez_compressed(run / "unseen.npz", rows=places, logits=whole)
    with np.load(run / f"{part_name(ALL)}.npz") as stored:
        np.savez(run / "weights.npz", **stored)
    lines = [json.loads(line) for path in sorted(run.glob("*.log")) for line in path.read_text().splitlines()]
    (run / "figures.json").write_text(json.dumps(lines, indent=1))


if __name__ == "__main__":
    main()
