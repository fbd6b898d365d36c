"""How well exported weights read annotated articles: the figures of the model card.

    python -m training.attribution.figures --data FILE.jsonl --weights DIR

Each line of the file is an article as for training. Needs no torch. Spans are compared over positions: runs of word
characters, or one punctuation sign. Micro-averages:

EXACT ROLE    spans equal in both ends, all attributions of an article together
TOKEN ROLE    positions covered
TRIPLE        attributions whose three span sets equal those of an unused annotated one
LINK50/80     contents matched one to one in order of falling Jaccard of positions, while it is at least 0.5 (0.8);
              right if the sources share a position or both are empty
SPEAKER       right / matched at 0.5
CALIBRATION   mean gap, over ten equal bins of score weighted by size, between mean score and share right at LINK50
"""

from __future__ import annotations

import argparse
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from extractors.attribution import FoundAttribution, find_attributions
from extractors.encoder.encoded import Encoded, RoleReader
from extractors.encoder.graphs import Encoder
from extractors.encoder.windows import words_of
from extractors.quotations import find_quotes
from training.attribution.data import ROLES, read


class Reader(RoleReader, Protocol):
    """The encoder that ships, or a network in training."""

    def encode(self, text: str) -> Encoded: ...


Spans = tuple[tuple[int, int], ...]
BINS = 10


@dataclass(slots=True)
class Tally:
    """Counts that belong together: right ones, all that were found, all that were annotated."""

    right: int = 0
    found: int = 0
    annotated: int = 0

    def add(self, right: int, found: int, annotated: int) -> None:
        self.right += right
        self.found += found
        self.annotated += annotated

    def __str__(self) -> str:
        precision, recall = (100 * self.right / max(n, 1) for n in (self.found, self.annotated))
        f1 = 200 * self.right / max(self.found + self.annotated, 1)
        return f"P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}"


@dataclass(slots=True)
class Figures:
    tallies: dict[str, Tally] = field(default_factory=dict)
    scored: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, name: str, right: int, found: int, annotated: int) -> None:
        self.tallies.setdefault(name, Tally()).add(right, found, annotated)

    def calibration(self) -> float:
        """Expected calibration error in [0, 1]."""
        gaps = 0.0
        for number in range(BINS):
            inside = [(s, right) for s, right in self.scored if min(int(s * BINS), BINS - 1) == number]
            gaps += abs(sum(s for s, _ in inside) - sum(right for _, right in inside))
        return gaps / max(len(self.scored), 1)


def spans_of(found: FoundAttribution) -> dict[str, Spans]:
    parts = {"source": (found.source,), "cue": (found.cue,), "content": found.contents}
    return {role: tuple(sorted((s.start, s.end) for s in parts[role] if s)) for role in ROLES}


def covered(spans: Spans, words: list[tuple[int, int]]) -> frozenset[int]:
    """The positions of the words that any span touches; `words` stand in order and apart, so that two searches do."""
    return frozenset(
        i
        for start, end in spans
        for i in range(
            bisect_right(words, start, key=lambda word: word[1]), bisect_left(words, end, key=lambda word: word[0])
        )
    )


def matched(found: list[frozenset[int]], annotated: list[frozenset[int]], least: float) -> list[tuple[int, int]]:
    """One-to-one pairs (found, annotated) in order of falling Jaccard, while it is at least `least`."""
    jaccards = sorted(
        (-len(f & a) / len(f | a), i, j) for i, f in enumerate(found) for j, a in enumerate(annotated) if f & a
    )
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for negative, i, j in jaccards:
        if -negative >= least and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def measure(article: dict[str, Any], reader: Reader, figures: Figures) -> None:
    text = article["text"]
    tally(article, find_attributions(text, find_quotes(text), reader.encode(text), reader), figures)


def right_ones(article: dict[str, Any], records: Sequence[FoundAttribution]) -> set[int]:
    """The positions of those that are right at LINK50."""
    figures = Figures()
    tally(article, records, figures)
    return {position for position, (_, right) in enumerate(figures.scored) if right}


def tally(article: dict[str, Any], records: Sequence[FoundAttribution], figures: Figures) -> None:
    text = article["text"]
    found = [spans_of(record) for record in records]
    annotated = [{role: tuple(sorted(map(tuple, a[role]))) for role in ROLES} for a in article["attributions"]]
    words = [(word.start, word.end) for word in words_of(text)]
    for role in ROLES:
        ours, theirs = ({span for a in side for span in a[role]} for side in (found, annotated))
        figures.add(f"EXACT {role}", len(ours & theirs), len(ours), len(theirs))
        ours, theirs = (covered(tuple(spans), words) for spans in (ours, theirs))
        figures.add(f"TOKEN {role}", len(ours & theirs), len(ours), len(theirs))
    triples = [Counter(tuple(a[role] for role in ROLES) for a in side) for side in (found, annotated)]
    figures.add("TRIPLE", (triples[0] & triples[1]).total(), len(found), len(annotated))

    contents = [[covered(a["content"], words) for a in side] for side in (found, annotated)]
    sources = [[covered(a["source"], words) for a in side] for side in (found, annotated)]

    def right(pair: tuple[int, int]) -> bool:
        ours, theirs = sources[0][pair[0]], sources[1][pair[1]]
        return bool(ours & theirs) or not (ours or theirs)

    for name, least in (("LINK50", 0.5), ("LINK80", 0.8)):
        hits = sum(map(right, matched(*contents, least)))
        figures.add(name, hits, len(found), len(annotated))
    pairs = matched(*contents, 0.5)
    figures.add("SPEAKER", sum(map(right, pairs)), len(pairs), len(pairs))
    correct = {pair[0] for pair in pairs if right(pair)}
    figures.scored += [(record.score, i in correct) for i, record in enumerate(records)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    args = parser.parse_args()
    encoder = Encoder(args.weights)
    figures = Figures()
    for article in read(args.data):
        measure(article, encoder, figures)
    for name, tally in figures.tallies.items():
        print(f"{name:14} {tally}")
    print(f"CALIBRATION    {figures.calibration():.3f}")


if __name__ == "__main__":
    main()
