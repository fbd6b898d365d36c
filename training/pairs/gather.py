"""Gather what is learned from, on a machine with the data, for one that has only torch and numpy.

    python -m training.pairs --only gather --data DIR --run DIR --out matching/weights/reading

Writes packed.npz (examples in pieces of the shipped vocabulary) and keys.npz (where each example of a story stands)
into the run folder, and keeps there what was extracted (stories-*.pkl, contrasts-*.pkl; remove them after a change of
the extractors). Examples of stories/dev, contrast/dev and MRPC's validation and test parts are only asked, never
learned from.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from extractors.encoder.windows import Pieces
from extractors.pipeline import Pipeline
from matching.reading.pairs import OUTPUTS, row_of
from matching.reading.reader import SentenceReader
from matching.scoring import Weighing
from training.alignment.data import Annotated, annotated, by_features, weighing
from training.contrasts import kept_contrasts
from training.logistic import fit_logistic
from training.pairs import corpora, making
from training.pairs.altered import NAME
from training.pairs.contrasts import of_contrasts
from training.pairs.examples import Example, examples_of, marked
from training.pairs.packed import CERTAIN, FOLDS, NO_FOLD, TEST_FOLD, UNKNOWN, Packed
from training.stories import Extract, Gold, Place, kept_stories

SEED = 20101104
EVENT_PAIRS = 24_000
SENTENCES_AN_ARTICLE = 22


def gather(data: Path, run: Path, reading: Path, pretrained: Path, share: float) -> None:
    """`reading` holds the graph of sentences and the trimmed vocabulary, `pretrained` the full one."""
    reader = SentenceReader(reading)
    train, dev = (
        annotated(kept_stories(data / "stories" / part, _extract, run / f"stories-{part}.pkl"), reader)
        for part in ("train", "dev")
    )
    features = weighing(fit_logistic(*by_features(train).both))
    examples = [
        *of_stories(train, dev, features),
        *of_agreeing_stories(train, reader.pieces),
        *of_contrast_sets(data, run, reader),
        *of_corpora(data, reader.pieces),
        *made_pairs(data, reader.pieces, share),
    ]
    np.savez_compressed(run / "keys.npz", keys=np.array([e.key for e in examples if e.key is not None]))
    packed = pack(examples, kept_pieces(reading / "tokenizer.json", pretrained / "tokenizer.json"))
    packed.save(run / "packed.npz")
    counts = np.bincount(packed.source, minlength=len(packed.sources))
    print(dict(zip(packed.sources.tolist(), counts.tolist(), strict=True)), f"{len(packed.pieces)} pieces")


def _extract() -> Extract:
    return Pipeline.load().extract


def of_stories(train: Sequence[Annotated], dev: Sequence[Annotated], features: Weighing) -> Iterator[Example]:
    """The stories of the train part are numbered from 0, those of the dev part go on from there."""
    lot = random.Random(SEED)
    for number, story in enumerate((*train, *dev)):
        fold = number % FOLDS if number < len(train) else TEST_FOLD
        yield from examples_of(story, features, fold, number, lot)


def of_agreeing_stories(stories: Sequence[Annotated], pieces: Pieces) -> Iterator[Example]:
    """Altered copies of the annotated stretches that agree."""
    lot = random.Random(SEED)
    for number, story in enumerate(stories):
        texts = {article.id: article.text for article in story.story.articles}
        names = sorted({match.group() for text in texts.values() for match in NAME.finditer(text)})
        for one, two in _agreeing(story.gold):
            left, right = (texts[place[0]][place[1] : place[2]] for place in (one, two))
            yield from making.from_agreeing(left, right, names, pieces, lot, "altered", number % FOLDS)


def _agreeing(gold: Gold) -> Iterator[tuple[Place, Place]]:
    for claim, differences in zip(gold.claims, gold.differences, strict=True):
        if not differences:
            for one in claim:
                for two in claim:
                    if one[0] < two[0]:
                        yield one, two


def of_contrast_sets(data: Path, run: Path, reader: SentenceReader) -> Iterator[Example]:
    for part in ("train", "dev"):
        items = kept_contrasts(data / f"contrast/{part}.jsonl", _extract, run / f"contrasts-{part}.pkl")
        for number, item in enumerate(items):
            yield from of_contrasts(item, number // 2 % FOLDS if part == "train" else TEST_FOLD, reader)


def of_corpora(data: Path, pieces: Pieces) -> Iterator[Example]:
    pairs = data / "pairs"
    yield from corpora.paraphrases(pairs / "mrpc/msr-para-train.tsv", pieces)
    for part in ("val", "test"):
        for example in corpora.paraphrases(pairs / f"mrpc/msr-para-{part}.tsv", pieces, TEST_FOLD):
            yield Example(f"mrpc-{part}", TEST_FOLD, example.left, example.right, (), example.answers)
    yield from corpora.similar(pairs / "sts", pieces)
    yield from corpora.inferences(pairs / "sick", pieces)
    for part in ("dev", "test"):
        yield from corpora.evidence(pairs / f"fever_symmetric/fever_symmetric_{part}.jsonl", pieces)


def made_pairs(data: Path, pieces: Pieces, share: float) -> Iterator[Example]:
    """From paraphrases, from news of other years, and from invented events; `share` thins them out for a trial."""
    lot = random.Random(SEED)
    agreeing = [
        (one, two) for quality, one, two in corpora.paraphrase_lines(data / "pairs/mrpc/msr-para-train.tsv") if quality
    ]
    agreeing += [
        (a, b) for grade, a, b in corpora.similar_lines(data / "pairs/sts") if grade >= corpora.SAME_GRADE and a != b
    ]
    names = sorted({match.group() for pair in agreeing for text in pair for match in NAME.finditer(text)})
    for one, two in _some(agreeing, share, lot):
        yield from making.from_agreeing(one, two, lot.sample(names, 40), pieces, lot, "made", NO_FOLD)
    lines = (data / "polnear/train.jsonl").read_text(encoding="utf-8").splitlines()
    for line in _some(lines, share, lot):
        yield from making.from_article(json.loads(line)["text"], SENTENCES_AN_ARTICLE, pieces, lot)
    yield from making.from_events(int(share * EVENT_PAIRS), pieces, lot)


_T = TypeVar("_T")


def _some(found: Sequence[_T], share: float, lot: random.Random) -> list[_T]:
    return list(found) if share >= 1.0 else lot.sample(list(found), int(share * len(found)))


def kept_pieces(trimmed: Path, full: Path) -> np.ndarray:
    """For each piece of a trimmed vocabulary its id in the full one."""
    new, old = (json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"] for path in (trimmed, full))
    return np.array([old[piece] for piece in sorted(new, key=lambda piece: new[piece])], dtype=np.int64)


def pack(examples: Sequence[Example], kept: np.ndarray) -> Packed:
    sources = sorted({example.source for example in examples})
    pieces, shapes, marks, asked, answers = [], [], [], [], []
    for example in examples:
        row = row_of(example.left, example.right, example.questions)
        pieces += [np.array((*example.left.pieces, *example.right.pieces), dtype=np.uint16)]
        shapes += [row.shapes.astype(np.uint8)]
        if example.marks is None:
            marks += [np.full(len(row.shapes), UNKNOWN, dtype=np.uint8)]
        else:
            both = (*marked(example.left, example.marks[0]), *marked(example.right, example.marks[1]))
            marks += [np.array(both, dtype=np.uint8)]
        asked += [((row.left + row.right) > 0).ravel()]
        answers += [np.where(np.isnan(example.answers), UNKNOWN, np.round(CERTAIN * np.nan_to_num(example.answers)))]
    return Packed(
        np.array(sources),
        np.array(OUTPUTS),
        kept,
        np.array([sources.index(e.source) for e in examples], dtype=np.uint8),
        np.array([e.fold for e in examples], dtype=np.uint8),
        np.array([len(e.left.pieces) for e in examples], dtype=np.uint8),
        np.array([len(e.right.pieces) for e in examples], dtype=np.uint8),
        np.array([len(e.answers) for e in examples], dtype=np.uint8),
        np.concatenate(pieces),
        np.concatenate(shapes),
        np.concatenate(marks),
        np.packbits(np.concatenate(asked)),
        np.concatenate(answers).astype(np.uint8),
    )
