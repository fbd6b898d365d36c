"""Train the syntax pipeline and write it where it ships.

    python -m training.syntax --data DIR [--run DIR] [--out extractors/weights/syntax] [--trained]

`--data` holds gum/ and ewt/ in CoNLL-U. `--run` keeps the log and the last checkpoint; with `--trained` the model that
lies there is only measured and written out.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import spacy

from extractors.syntax import load_syntax
from training.syntax import lemmas, train, treebanks
from training.syntax.figures import report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, default=Path("training/runs/syntax"))
    parser.add_argument("--out", type=Path, default=Path("extractors/weights/syntax"))
    parser.add_argument("--trained", action="store_true")
    args = parser.parse_args()
    banks = treebanks.load(args.data)
    nlp = spacy.load(args.run / "model") if args.trained else train.train(banks, args.run)
    args.out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(args.out / "model", exclude=["vocab"])
    table = json.dumps(lemmas.irregular(banks.train), ensure_ascii=False, separators=(",", ":"))
    (args.out / "lemmas.json").write_text(table + "\n", encoding="utf8")
    report(load_syntax(args.out), banks)


if __name__ == "__main__":
    main()
