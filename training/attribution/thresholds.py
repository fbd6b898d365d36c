"""Choose what decoding goes by: one threshold swept at a time, round after round, until none is better.

    python -m training.attribution.thresholds --data FILE.jsonl --weights DIR [--rounds N]

The aim is the mean F1 of AIMS, with precision at LINK50 held at MOST_LOST below recall or better.
Prints the thresholds, to be written into `extractors.attribution.decoding`; then learn judging anew.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractors.attribution import FoundAttribution, settled
from extractors.attribution.decoding import SETTLED, Thresholds
from extractors.attribution.judging import Judge
from extractors.attribution.reading import read_windows
from extractors.encoder.encoded import Encoded
from extractors.encoder.graphs import Encoder
from extractors.quotations import find_quotes
from training.attribution.data import read
from training.attribution.figures import Figures, Tally, tally

GRID = {
    "cue_bias": (0.0, 0.5, 1.0, 1.5),
    "least_cue": (0.2, 0.25, 0.3, 0.35, 0.4, 0.45),
    "role_share": (0.0, 0.2, 0.3, 0.4, 0.5),
    "least_content_link": (0.4, 0.5, 0.55, 0.6, 0.65, 0.7),
    "least_tagged_source": (0.1, 0.2, 0.3, 0.4),
    "least_free_source": (0.15, 0.25, 0.35, 0.5),
    "least_unclaimed": (0.5, 0.6, 0.7, 0.8),
    "least_faint_link": (0.2, 0.3, 0.5),
}
AIMS = ("LINK50", "LINK80", "TRIPLE", "EXACT source", "EXACT cue", "EXACT content", "TOKEN content")
MOST_LOST = 0.0
"""Percentage points that precision at LINK50 may lie below recall: the service is to be right before it is complete."""


def found_in(
    text: str, encoded: Encoded, encoder: Encoder, by: Thresholds, judge: Judge | None = None
) -> tuple[FoundAttribution, ...]:
    """`extractors.attribution.find_attributions` with other thresholds and, if given, another judge."""
    return settled(text, find_quotes(text), read_windows(text, encoded, encoder, by, judge))


def figures_of(
    articles: Sequence[dict[str, Any]],
    encoded: Sequence[Encoded],
    encoder: Encoder,
    by: Thresholds,
    judge: Judge | None = None,
) -> Figures:
    figures = Figures()
    for article, read_before in zip(articles, encoded, strict=True):
        tally(article, found_in(article["text"], read_before, encoder, by, judge), figures)
    return figures


def worth(figures: Figures) -> float:
    link = figures.tallies["LINK50"]
    lost = 100 * link.right / max(link.annotated, 1) - 100 * link.right / max(link.found, 1) - MOST_LOST
    return sum(f1(figures.tallies[name]) for name in AIMS) / len(AIMS) - max(0.0, lost)


def f1(tally: Tally) -> float:
    return 200 * tally.right / max(tally.found + tally.annotated, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    encoder = Encoder(args.weights)
    articles = read(args.data)
    encoded = [encoder.encode(article["text"]) for article in articles]
    best = SETTLED
    figures = figures_of(articles, encoded, encoder, best)
    for _ in range(args.rounds):
        before = best
        for name, values in GRID.items():
            for value in values:
                tried = dataclasses.replace(best, **{name: value})
                result = figures_of(articles, encoded, encoder, tried) if tried != best else figures
                if worth(result) > worth(figures) + 1e-9:
                    best, figures = tried, result
            print(name, getattr(best, name), round(worth(figures), 2), flush=True)
        if best == before:
            break
    print(best)
    for name, tally_ in figures.tallies.items():
        print(f"{name:14} {tally_}")


if __name__ == "__main__":
    main()
