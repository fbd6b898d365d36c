"""Pairs of passages from corpora that are no stories: paraphrases, graded similarity, evidence, contrasts."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from extractors.attribution.windows import Pieces
from extractors.quotations import find_quotes
from matching.reading.passages import Passage, passage_of
from training.pairs.examples import Example, put, put_relation, unknown, unstoried

MOST_SIMILAR = 5.0
STS_FILES = ("MSRpar.train.tsv", "deft-news-2014.tsv", "headlines-2013.tsv", "headlines-2014.tsv", "headlines-2015.tsv")


def passage(text: str, pieces: Pieces) -> Passage:
    quoted = [quote.inner for quote in find_quotes(text) if quote.parent is None]
    return passage_of(text, 0, len(text), quoted, None, pieces)


def paraphrases(path: Path, pieces: Pieces) -> Iterator[Example]:
    """MRPC: tab-separated lines of quality, two ids, two sentences, under a header."""
    with path.open(encoding="utf-8-sig") as lines:
        for quality, _, _, one, two in list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]:
            answers = unknown(0)
            put(answers[0], paraphrase=float(quality))
            yield unstoried(passage(one, pieces), passage(two, pieces), answers)


def similar(folder: Path, pieces: Pieces) -> Iterator[Example]:
    """STS: tab-separated lines of a grade from 0 to 5, which may be missing, and two sentences."""
    for name in STS_FILES:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            grade, one, two = (part.strip() for part in line.split("\t")[:3])
            if grade:
                answers = unknown(0)
                put(answers[0], similar=float(grade) / MOST_SIMILAR)
                yield unstoried(passage(one, pieces), passage(two, pieces), answers)


def evidence(path: Path, pieces: Pieces) -> Iterator[Example]:
    """FEVER Symmetric: a claim that its evidence supports or refutes."""
    for line in path.read_text(encoding="utf-8").splitlines():
        stored = json.loads(line)
        answers = unknown(0)
        put(answers[0], diverges=float(stored["gold_label"] == "REFUTES"))
        yield unstoried(passage(stored["sentence1"], pieces), passage(stored["sentence2"], pieces), answers)


def contrasts(path: Path, pieces: Pieces) -> Iterator[Example]:
    """Short reports written in pairs; the sentences in focus diverge in known kinds, agree, or only look alike."""
    for line in path.read_text(encoding="utf-8").splitlines():
        stored = json.loads(line)
        answers = unknown(0)
        if stored["expect"]["relation"] != "none":
            put_relation(answers[0], stored["expect"]["kinds"])
        yield unstoried(passage(stored["focus"]["a"], pieces), passage(stored["focus"]["b"], pieces), answers)
