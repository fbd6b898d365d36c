"""Fit what every feature of a pronoun's candidate counts, and write the coefficients.

    python -m training.speakers --train DIR --dev DIR --out extractors/weights/pronouns/model.json

`--train` and `--dev` hold annotated stories (`training/stories.py`); read here are `attributions`, each with `article`,
`sentences`, `speaker` (the words used) and `canonical` (who that is). An example is a "he" or "she" of the attributions
found whose sentence has one annotated with the same word: its candidates as `extractors.speakers` sees them, the
annotated one among them. Earlier pronouns are resolved as annotated, so that an example does not suffer from another.
The coefficients are those of a ranking by softmax, fitted on the first folder; the figures are those on the second.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from extractors.attribution import completed, find_attributions
from extractors.attribution.found import FoundAttribution
from extractors.encoder.graphs import Encoder
from extractors.pipeline import WEIGHTS
from extractors.quotations import find_quotes
from extractors.speakers.entities import Entity
from extractors.speakers.persons import Person
from extractors.speakers.reference import Candidate, best
from extractors.speakers.resolving import Resolution
from extractors.speakers.words import Gender, same_given_name
from extractors.syntax import load_syntax
from extractors.trees import TREE

# Strength of the ridge; 0.3 and 3 gave the same or fewer right in five folds of the training stories.
RIDGE = 1.0
STEPS = 1500
RATE = 0.05
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """The features of each candidate, one row each, and the rows that are right."""

    rows: NDArray[np.float64]
    right: tuple[int, ...]


class Recording(Resolution):
    """Resolves as annotated, and keeps what there was to choose from."""

    def annotated(self, sentences: Sequence[Sequence[int]], named: dict[tuple[int, str], set[str]]) -> None:
        self._bounds, self._annotated = sentences, named
        self.examples: list[tuple[list[Candidate], tuple[int, ...]]] = []

    def _person_before(
        self, position: int, gender: Gender | None, i: int, entities: Sequence[Entity | None], *, speaks: bool
    ) -> Person | None:
        found = self._candidates(position, gender, i, entities, speaks=speaks)
        sentence = next((k for k, (a, b) in enumerate(self._bounds) if a <= position < b), -1)
        word = self._text[position:].split(maxsplit=1)[0].strip(".,”\"'").lower()
        names = self._annotated.get((sentence, word), set()) if gender else set()
        right = tuple(k for k, each in enumerate(found) if any(is_called(each.person, name) for name in names))
        if right:
            self.examples.append((found, right))
            return found[right[0]].person
        return best(found)


def is_called(person: Person, name: str) -> bool:
    words = [word for word in name.replace(".", "").split() if word not in {"Jr", "Sr", "III", "II"}]
    if not words or words[-1] != person.last:
        return False
    return person.first is None or len(words) == 1 or same_given_name(person.first, words[0])


def examples(folder: Path, encoder: Encoder, syntax: Language) -> Iterator[tuple[list[Candidate], tuple[int, ...]]]:
    for path in sorted(folder.glob("*.story.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        gold = json.loads(path.with_name(path.name.replace(".story.", ".gold.")).read_text(encoding="utf-8"))
        for article in story["articles"]:
            named: dict[tuple[int, str], set[str]] = defaultdict(set)
            for one in gold["attributions"]:
                if one["article"] == article["id"] and one.get("speaker") and not one.get("anonymous"):
                    for sentence in one["sentences"]:
                        named[sentence, one["speaker"].lower()].add(one["canonical"])
            quotes = find_quotes(article["text"])
            encoded = encoder.encode(article["text"])
            doc = syntax(article["text"], component_cfg={TREE: {"encoded": encoded}})
            found: tuple[FoundAttribution, ...] = completed(
                doc, quotes, find_attributions(article["text"], quotes, encoded, encoder)
            )
            recording = Recording(article["text"], found, quotes)
            recording.annotated(article["sentences"], named)
            recording.entities()
            yield from recording.examples


def as_rows(read: Sequence[tuple[list[Candidate], tuple[int, ...]]], names: Sequence[str]) -> list[Example]:
    return [Example(np.array([[c.features[n] for n in names] for c in found]), right) for found, right in read]


def fit(learned: Sequence[Example], count: int) -> NDArray[np.float64]:
    """Coefficients by Adam from zero: a convex aim, no random start."""
    weights, mean, spread = np.zeros(count), np.zeros(count), np.zeros(count)
    for step in range(1, STEPS + 1):
        slope = RIDGE * weights
        for one in learned:
            scores = one.rows @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            target = np.zeros_like(chances)
            target[list(one.right)] = chances[list(one.right)] / chances[list(one.right)].sum()
            slope = slope + one.rows.T @ (chances - target)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def share_right(read: Sequence[Example], weights: NDArray[np.float64]) -> float:
    return round(float(np.mean([int(np.argmax(one.rows @ weights)) in one.right for one in read])), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    encoder = Encoder(WEIGHTS / "encoder")
    syntax = load_syntax(WEIGHTS / "syntax", encoder)
    learned, chosen = list(examples(args.train, encoder, syntax)), list(examples(args.dev, encoder, syntax))
    names = tuple(learned[0][0][0].features)
    train, dev = as_rows(learned, names), as_rows(chosen, names)
    weights = fit(train, len(names))
    content = {
        "weights": {name: round(float(value), DIGITS) for name, value in zip(names, weights, strict=True)},
        "training": {"pronouns": len(train), "right": share_right(train, weights)},
        "development": {"pronouns": len(dev), "right": share_right(dev, weights)},
    }
    args.out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(json.dumps([content["training"], content["development"]]))


if __name__ == "__main__":
    main()
