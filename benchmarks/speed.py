"""Words a second of the whole extraction on one core, beside the bare encoder on the same text in the same run.

    python -m benchmarks.speed --texts FILE [--articles N] [--rounds N]

`--texts` holds an article a line, JSON with a "text". Extraction and encoder take turns article by article, so that
both meet the same noise; the ratio is the figure that means something on a shared machine.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")  # one core means one: numpy would take all

from extractors.encoder.graphs import Encoder  # noqa: E402
from extractors.encoder.windows import windows_of, words_of  # noqa: E402 - after the number of threads is settled
from extractors.pipeline import WEIGHTS, Pipeline  # noqa: E402
from extractors.records import ArticleText  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with args.texts.open(encoding="utf8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(args.articles), strict=False)]
    pipeline, encoder = Pipeline.load(), Encoder(WEIGHTS / "encoder")
    words = sum(len(text.split()) for text in texts)
    pipeline.extract(ArticleText(texts[0]))  # what is loaded at first use is not the text's cost
    rounds = []
    for _ in range(args.rounds):
        whole = bare = 0.0
        for text in texts:
            began = time.process_time()
            pipeline.extract(ArticleText(text))
            between = time.process_time()
            for window in windows_of(text, words_of(text), encoder.pieces):
                encoder.read(window)
            whole += between - began
            bare += time.process_time() - between
        rounds.append((words / whole, words / bare, whole / bare))
    extraction, encoder, ratio = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{len(texts)} articles, {words:,} words, median of {args.rounds} rounds, CPU time")
    print(f"whole extraction {extraction:,.0f} words/s, bare encoder {encoder:,.0f} words/s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
