"""Pairs of passages from corpora that are no stories: paraphrases, graded similarity, inference, evidence."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from extractors.encoder.windows import Pieces
from extractors.quotations import find_quotes
from matching.reading.passages import Passage, passage_of
from training.pairs.examples import Example, put, unknown, unstoried
from training.pairs.packed import NO_FOLD

MOST_SIMILAR = 5.0
STS_FILES = ("MSRpar.train.tsv", "deft-news-2014.tsv", "headlines-2013.tsv", "headlines-2014.tsv", "headlines-2015.tsv")
SAME_GRADE = 4.0
"""STS grade from which two sentences say the same: "mostly equivalent, but some unimportant details differ"."""


def passage(text: str, pieces: Pieces, speaker: str | None = None) -> Passage:
    quoted = [quote.inner for quote in find_quotes(text) if quote.parent is None]
    return passage_of(text, 0, len(text), quoted, speaker, pieces)


def paraphrase_lines(path: Path) -> Iterator[tuple[float, str, str]]:
    """MRPC: tab-separated lines of quality, two ids, two sentences, under a header."""
    with path.open(encoding="utf-8-sig") as lines:
        for quality, _, _, one, two in list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]:
            yield float(quality), one, two


def paraphrases(path: Path, pieces: Pieces, fold: int = NO_FOLD) -> Iterator[Example]:
    for quality, one, two in paraphrase_lines(path):
        answers = unknown(0)
        put(answers[0], paraphrase=quality)
        yield unstoried("mrpc", fold, passage(one, pieces), passage(two, pieces), answers)


def similar_lines(folder: Path) -> Iterator[tuple[float, str, str]]:
    """STS: tab-separated lines of a grade from 0 to 5, which may be missing, and two sentences."""
    for name in STS_FILES:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            grade, one, two = (part.strip() for part in line.split("\t")[:3])
            if grade:
                yield float(grade), one, two


def similar(folder: Path, pieces: Pieces) -> Iterator[Example]:
    for grade, one, two in similar_lines(folder):
        answers = unknown(0)
        put(answers[0], similar=grade / MOST_SIMILAR)
        yield unstoried("sts", NO_FOLD, passage(one, pieces), passage(two, pieces), answers)


def inferences(folder: Path, pieces: Pieces) -> Iterator[Example]:
    """SICK: tab-separated lines under a header, of captions that entail or contradict one another or neither."""
    for name in ("SICK_train.txt", "SICK_trial.txt", "SICK_test_annotated.txt"):
        lines = (folder / name).read_text(encoding="utf-8").splitlines()[1:]
        for _, one, two, relatedness, judgement in (line.split("\t")[:5] for line in lines if line.strip()):
            answers = unknown(0)
            put(answers[0], contradicts=float(judgement == "CONTRADICTION"), similar=float(relatedness) / MOST_SIMILAR)
            yield unstoried("sick", NO_FOLD, passage(one, pieces), passage(two, pieces), answers)


def evidence(path: Path, pieces: Pieces) -> Iterator[Example]:
    """FEVER Symmetric: a claim that its evidence supports or refutes."""
    for line in path.read_text(encoding="utf-8").splitlines():
        stored = json.loads(line)
        answers = unknown(0)
        put(answers[0], contradicts=float(stored["gold_label"] == "REFUTES"))
        left, right = passage(stored["sentence1"], pieces), passage(stored["sentence2"], pieces)
        yield unstoried("fever", NO_FOLD, left, right, answers)
