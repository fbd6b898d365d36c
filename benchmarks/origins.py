"""How often a copied sentence passes for an independent one: passages of news spliced into other articles, in memory.

    python -m benchmarks.origins --data DIR/polnear/dev.jsonl

Each trial takes a passage of consecutive sentences from one article and puts it into two others, as two outlets print
one agency's copy amid their own; the second outlet edits it. Every sentence of the passage stands in both, and every
pair of them must count as one origin. `false independence` is the share that counts as two, `false dependence` the
share of pairs of the hosts' own sentences that count as one. Sentences with hardly a word outside quotation marks are
left out: two reporters may have heard the same words.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.quotations import find_quotes
from extractors.records import Claim, Extraction, Span
from matching.origins import find_origins, independence_of
from matching.reading import load_reader
from matching.records import Article
from matching.statements import Statement, prepare

SEED = 20260105
TRIALS = 200
# Sentences in a passage: agency copy is taken over by the paragraph or more.
SHORTEST, LONGEST = 2, 5
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]+[”\"']?(?=\s|$)")
_FEWEST_WORDS = 8


def untouched(sentence: str, _: random.Random) -> str:
    return sentence


def house_style(sentence: str, _: random.Random) -> str:
    """Other marks and another way to write titles and numbers, as a desk does to all copy."""
    for old, new in (("“", '"'), ("”", '"'), ("’", "'"), ("percent", "per cent"), ("Mr. ", ""), (" — ", ", ")):
        sentence = sentence.replace(old, new)
    return sentence


def shortened(sentence: str, rng: random.Random) -> str:
    """One word in twenty left out."""
    return " ".join(word for word in sentence.split(" ") if rng.random() >= 1 / 20) or sentence


EDITS: dict[str, Callable[[str, random.Random], str]] = {
    "untouched": untouched,
    "house style": house_style,
    "shortened": shortened,
}


@dataclass
class Count:
    pairs: int = 0
    wrong: int = 0

    @property
    def share(self) -> float:
        return round(100 * self.wrong / self.pairs, 1) if self.pairs else 0.0


def sentences_of(text: str) -> list[str]:
    return [found.group().strip() for found in _SENTENCE.finditer(text)]


def article(name: str, sentences: Sequence[str]) -> Article:
    """An article whose claims are its sentences, in the outlet's voice."""
    text = " ".join(sentences)
    claims, start = [], 0
    for index, sentence in enumerate(sentences):
        span = Span.of(text, start, start + len(sentence))
        start = span.end + 1
        claims.append(
            Claim(
                f"c{index}", "statement", sentence, (span,), span, None, "affirmed", "established", (), (), (), (), 0.5
            )
        )
    quotes = find_quotes(text)
    extraction = Extraction("", "en", "benchmark", (), tuple(claims), quotes, (), ())
    return Article(name, name, None, None, None, text, extraction)


def has_own_words(statement: Statement) -> bool:
    return len(statement.words) - len(statement.quoted) >= _FEWEST_WORDS


def trial(
    texts: Sequence[list[str]], rng: random.Random, edit: Callable[[str, random.Random], str]
) -> tuple[Count, Count]:
    donor, one, two = rng.sample([text for text in texts if len(text) > LONGEST], 3)
    length = rng.randint(SHORTEST, LONGEST)
    at = rng.randrange(len(donor) - length)
    passage = donor[at : at + length]
    here, there = rng.randrange(len(one)), rng.randrange(len(two))
    articles = [
        article("a", [*one[:here], *passage, *one[here:]]),
        article("b", [*two[:there], *(edit(sentence, rng) for sentence in passage), *two[there:]]),
    ]
    origins = find_origins(articles)
    by_claim: dict[tuple[str, str], Statement] = {
        (statement.article, statement.claim.id): statement for statement in prepare(articles, load_reader()).statements
    }
    copied, own = Count(), Count()
    for index in range(length):
        pair = by_claim["a", f"c{here + index}"], by_claim["b", f"c{there + index}"]
        if all(has_own_words(statement) for statement in pair):
            copied.pairs += 1
            copied.wrong += independence_of(pair, articles, origins).origins > 1
    left = rng.choice([index for index in range(len(one)) if not here <= index < here + length])
    right = rng.choice([index for index in range(len(two)) if not there <= index < there + length])
    own.pairs += 1
    own.wrong += independence_of((by_claim["a", f"c{left}"], by_claim["b", f"c{right}"]), articles, origins).origins < 2
    return copied, own


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.data.read_text(encoding="utf8").splitlines() if line]
    texts = [sentences_of(row["text"]) for row in rows]
    print(f"origins, {TRIALS} splices each from {len(texts)} articles, seed {SEED}")
    for name, edit in EDITS.items():
        rng = random.Random(SEED)  # noqa: S311  a seed for repeatability, not a secret
        copied, own = Count(), Count()
        for _ in range(TRIALS):
            found = trial(texts, rng, edit)
            for total, part in zip((copied, own), found, strict=True):
                total.pairs += part.pairs
                total.wrong += part.wrong
        print(
            f"  {name:<12} false independence {copied.share:>5} % of {copied.pairs}"
            f"   false dependence {own.share:>5} % of {own.pairs}"
        )


if __name__ == "__main__":
    main()
