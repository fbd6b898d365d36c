"""How much of what annotators marked as claims is found, and how long and how many our claims are.

    python -m benchmarks.claims --stories DIR [--misses N]

`DIR` holds NAME.story.json and NAME.gold.json files, which are no part of this repository. A marked span is covered if
one claim holds `COVERED` of its characters and is at most `LONGEST` times as long. `--misses` prints some that are not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.pipeline import Pipeline
from extractors.records import ArticleText, Claim, Span

COVERED = 0.8
LONGEST = 2.0
SEED = 5
LEVELS = ("sentence", "clause", "part", "phrase")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article with the spans marked in it and the number of its sentences."""

    article: ArticleText
    marked: tuple[Span, ...]
    sentences: int


def read(folder: Path) -> Iterator[Annotated]:
    for path in sorted(folder.glob("*.story.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        gold = json.loads(path.with_name(path.name.replace(".story.", ".gold.")).read_text(encoding="utf-8"))
        for article in story["articles"]:
            text = article["text"]
            marked = []
            for member in (one for claim in gold["claims"] for one in claim["members"]):
                if member["article"] == article["id"]:
                    start, end = article["sentences"][member["sentence"]]
                    at = text.find(member["span"], start, end)
                    if at >= 0:
                        marked.append(Span.of(text, at, at + len(member["span"])))
            published = article["published"]
            given = ArticleText(text, article["title"] or None, published and dt.date.fromisoformat(published[:10]))
            yield Annotated(given, tuple(marked), len(article["sentences"]))


def covers(claim: Claim, marked: Span) -> bool:
    held = sum(max(0, min(one.end, marked.end) - max(one.start, marked.start)) for one in claim.spans)
    length = marked.end - marked.start
    return held >= COVERED * length and sum(one.end - one.start for one in claim.spans) <= LONGEST * length


def words(claims: Sequence[Claim]) -> int:
    return sum(len(span.exact.split()) for claim in claims for span in claim.spans)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--misses", type=int, default=0)
    chosen = parser.parse_args()
    pipeline = Pipeline.load()
    found: list[Claim] = []
    covered: Counter[str] = Counter()
    missed: list[Span] = []
    sentences = marks = 0
    for one in read(chosen.stories):
        claims = pipeline.extract(one.article).claims
        found += claims
        sentences += one.sentences
        marks += len(one.marked)
        for marked in one.marked:
            levels = {claim.level for claim in claims if covers(claim, marked)}
            covered.update(levels)
            covered["any"] += bool(levels)
            if not levels:
                missed.append(marked)
    print(
        f"marked spans covered: {covered['any'] / marks:.1%} of {marks}, {len(found) / sentences:.2f} claims a sentence"
    )
    for level in LEVELS:
        of_level = [claim for claim in found if claim.level == level]
        print(
            f"  {level:<9} covers {covered[level] / marks:>6.1%}   a sentence {len(of_level) / sentences:.2f}"
            f"   words each {words(of_level) / max(1, len(of_level)):.1f}"
        )
    for span in random.Random(SEED).sample(missed, min(chosen.misses, len(missed))):  # noqa: S311  for repeatability
        print(span.exact)


if __name__ == "__main__":
    main()
