"""How long a comparison takes, outside extraction, and how that grows with the number of claims.

    python -m benchmarks.comparison --stories DIR... [--articles 3 10 50 200]

`--stories` are folders of NAME.story.json files, each with `articles` (`id`, `outlet`, `published`, `title`, `text`).
Their articles are taken in order, as many as are asked for or there are; every article is extracted once. Printed for
each size: the claims compared, seconds of CPU for extraction and for comparison, the share of the time that is not
extraction, and pairs of claims compared in a second. Last, the exponent of comparison time over claims from size to
size: 1.0 is linear.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from extractors.pipeline import Pipeline
from extractors.records import ArticleText
from matching.candidates import find_candidates
from matching.compare import compare
from matching.identities import one_identity
from matching.reading import load_reader
from matching.records import Article
from matching.statements import prepare


@dataclass(frozen=True, slots=True)
class Measured:
    articles: int
    claims: int
    pairs: int
    extraction: float
    comparison: float

    @property
    def share(self) -> float:
        """Per cent of the whole time that comparison takes."""
        return 100 * self.comparison / (self.comparison + self.extraction)


def texts(folders: Sequence[Path]) -> Iterator[tuple[str, ArticleText]]:
    for path in (path for folder in folders for path in sorted(folder.glob("*.story.json"))):
        for each in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            day = dt.date.fromisoformat(each["published"][:10]) if each.get("published") else None
            yield f"{path.name}/{each['id']}", ArticleText(each["text"], each.get("title"), day, each["outlet"])


def extracted(folders: Sequence[Path], most: int) -> tuple[list[Article], list[float]]:
    """Articles, and the seconds that each took to extract."""
    pipeline = Pipeline.load()
    articles, seconds = [], []
    for name, text in islice(texts(folders), most):
        began = time.process_time()
        extraction = pipeline.extract(text)
        seconds.append(time.process_time() - began)
        articles.append(Article(name, text.source or name, None, text.title, text.published, text.text, extraction))
    return articles, seconds


def measured(articles: list[Article], extraction: float) -> Measured:
    story = prepare(one_identity(articles), load_reader())
    pairs = len(find_candidates(story))
    began = time.process_time()
    compare(articles)
    return Measured(len(articles), len(story.statements), pairs, extraction, time.process_time() - began)


def exponent(one: Measured, two: Measured) -> float:
    return math.log(two.comparison / one.comparison) / math.log(two.claims / one.claims)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, nargs="+", required=True)
    parser.add_argument("--articles", type=int, nargs="+", default=[3, 10, 50])
    args = parser.parse_args()
    articles, seconds = extracted(args.stories, max(args.articles))
    sizes = sorted({min(size, len(articles)) for size in args.articles})
    found = [measured(articles[:size], sum(seconds[:size])) for size in sizes]
    for each in found:
        print(
            f"{each.articles} articles, {each.claims} claims: extraction {each.extraction:.1f} s, comparison "
            f"{each.comparison:.1f} s ({each.share:.0f} % of both), {each.pairs / each.comparison:.0f} pairs/s"
        )
    for one, two in pairwise(found):
        print(f"exponent from {one.articles} to {two.articles} articles: {exponent(one, two):.2f}")


if __name__ == "__main__":
    main()
