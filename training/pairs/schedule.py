"""Learn everything from packed examples: the first part once, the second from all stories and without some of them.

    python -m training.pairs.schedule --run DIR --device cuda [--plan accelerator|processor] [--share S] [--at-once N]

`--run` holds packed.npz and pretrained.npz (`python -m training.pairs --only gather`). Parts run as processes of their
own, so many at once; those whose results lie in the run folder are not repeated. Writes weights.npz (what was learned
from all stories, where that is planned), unseen.npz (what was said of stories by the network that had not learned from
them) and figures.json.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.pairs.learn import ALL, Settings, learn
from training.pairs.packed import FOLDS, STEP, Batches, Packed

# Twice the rate in the first part was worse in everything that was measured.
FIRST_RATE, SECOND_RATE, SECOND_BATCH = 1.5e-4, 1e-4, 64
LONGER = 0.1
"""Share of the steps by which a fold's network may have learned longer than the one that ships: where time ran out, a
fold that came later had more, and what it says is surer than what will be said at work."""

LARGEST_STEP = 127
UNLIMITED = 1e9


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps and batch of the first part, steps of each of the second, and the folds that each of these leaves out."""

    first_steps: int
    first_batch: int
    second_steps: int
    without: tuple[tuple[int, ...], ...]


PLANS = {
    "accelerator": Plan(5000, 128, 1300, (ALL, *((fold,) for fold in range(FOLDS)))),
    "processor": Plan(1000, 64, 800, (tuple(range(0, FOLDS, 2)),)),
}
"""The second takes three quarters of an hour of a core with AMX. It does not learn from all stories, for `further` goes
on from what ships, and leaves out one half of them: a quarter is as good to weigh reading by. Its network knows less
than what ships and speaks less surely."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, default=Path("training/runs/pairs"))
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--plan", choices=PLANS, default="accelerator")
    parser.add_argument("--share", type=float, default=1.0, help="of the steps, for a trial")
    parser.add_argument("--at-once", type=int, default=FOLDS + 1)
    parser.add_argument("--first-seconds", type=float, default=UNLIMITED, help="after which the first part ends")
    parser.add_argument("--second-seconds", type=float, default=UNLIMITED, help="after which each of the others ends")
    args = parser.parse_args()
    seconds = args.first_seconds, args.second_seconds
    learn_all(args.run, args.device, PLANS[args.plan], args.share, args.at_once, seconds)


def learn_all(
    run: Path,
    device: str,
    plan: Plan,
    share: float,
    at_once: int,
    seconds: tuple[float, float] = (UNLIMITED, UNLIMITED),
) -> None:
    """`seconds` end a part's schedule early, `share` of its steps makes it short."""
    steps = max(2, int(plan.first_steps * share)), max(2, int(plan.second_steps * share))
    first = Settings(run, "first", device, None, ALL, steps[0], seconds[0], FIRST_RATE, plan.first_batch)
    in_processes([first], at_once)
    others = [
        Settings(run, part_name(without), device, "first", without, steps[1], seconds[1], SECOND_RATE, SECOND_BATCH)
        for without in plan.without
    ]
    in_processes(others, at_once)
    gather_results(run, plan)


def part_name(without: Sequence[int]) -> str:
    return "-".join(("without", *map(str, without))) if without else "all"


def forget_parts(run: Path) -> None:
    """What was learned from other examples is not gone on from."""
    for plan in PLANS.values():
        for name in ("first", *map(part_name, plan.without)):
            for ending in ("npz", "said.npz", "log"):
                (run / f"{name}.{ending}").unlink(missing_ok=True)


def in_processes(parts: Sequence[Settings], at_once: int) -> None:
    """Raises RuntimeError when a part fails."""
    context = multiprocessing.get_context("spawn")
    waiting, running = [part for part in parts if not part.path("npz").exists()], []
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


def gather_results(run: Path, plan: Plan) -> None:
    packed = Packed.load(run / "packed.npz")
    batches = Batches(packed)
    said = {}
    for without in plan.without:
        with np.load(run / f"{part_name(without)}.said.npz") as stored:
            said[without] = stored["asked"].tolist(), stored["logits"].astype(np.float32), int(stored["steps"])
    rows, logits = [], []
    for without in filter(None, plan.without):
        asked, answers, steps = said[without]
        if ALL in said and steps > said[ALL][2] * (1 + LONGER):
            print(f"{part_name(without)} is left out: it had {steps} steps, the whole {said[ALL][2]}")
        else:
            rows += batches.rows_of(asked)
            logits.append(answers)
    whole = np.clip(np.round(np.concatenate(logits) / STEP), -LARGEST_STEP, LARGEST_STEP).astype(np.int8)
    places = np.concatenate([np.arange(place.start, place.stop) for place in rows])
    np.savez_compressed(run / "unseen.npz", rows=places, logits=whole)
    if ALL in said:
        with np.load(run / f"{part_name(ALL)}.npz") as stored:
            np.savez(run / "weights.npz", **stored)
    lines = [json.loads(line) for path in sorted(run.glob("*.log")) for line in path.read_text().splitlines()]
    (run / "figures.json").write_text(json.dumps(lines, indent=1))


if __name__ == "__main__":
    main()
