"""Claims made ready for comparison: words weighed within the story, names, normalised facets, quoted words.

    articles -> one Statement per claim, or per occasion of a claim that tells of several (`matching.occasions`)

Everything here depends on the set of articles, never on their order: articles are taken by id, claims by offset.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.records import Claim, Place, Quantity, Quote, Span, Time
from matching.names import name_stems, names_among
from matching.occasions import Part, parts_of
from matching.reading.coverage import Coverage
from matching.reading.sentences import Readings, Said, read_sentences
from matching.records import Article, Member
from matching.words import Word, root, words_in, words_of

if TYPE_CHECKING:
    from matching.reading.reader import SentenceReader

# What the rest of a claim's sentence weighs beside the claim's own words. A clause alone is often too short to find
# its partner; the whole sentence alone would align neighbouring clauses with each other. 0.2 to 0.6 were tried on
# the training stories; differences above 0.3 are small.
CONTEXT_WEIGHT = 0.35

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim, or one occasion of it, as comparison sees it.

    `own` weighs the claim's own words, `vector` these and its sentence's; both have length 1 in the story's
    TF-IDF space. `place_in_article` is 0.0 for the first claim, 1.0 for the last. `quoted` holds the stems of the
    words inside quotation marks, in order.
    """

    member: Member
    order: int
    claim: Claim
    spans: tuple[Span, ...]
    published: dt.date | None
    words: tuple[Word, ...]
    content: Counter[str]
    roots: frozenset[str]
    own: Vector
    vector: Vector
    names: frozenset[str]
    context_names: frozenset[str]
    quoted: tuple[str, ...]
    quote_spans: tuple[Span, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    quantities: tuple[Quantity, ...]
    place_in_article: float
    plain: str

    @property
    def article(self) -> str:
        return self.member.article


@dataclass(frozen=True, slots=True)
class Story:
    """All statements of a story in the order of article ids and offsets, how rare each stem is, and what was read."""

    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    rarity: Mapping[str, float]
    sizes: Mapping[str, int]
    readings: Readings
    coverage: Coverage

    def claims_in(self, article: str) -> int:
        return self.sizes[article]

    def rarity_of(self, stems: Iterable[str]) -> float:
        return sum(self.rarity.get(stem, 0.0) for stem in stems)


def prepare(articles: Sequence[Article], reader: SentenceReader) -> Story:
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    rarity = _rarity(ordered)
    statements: list[Statement] = []
    for article in ordered:
        known_names = name_stems(article.text, words_of(article.text, 0, len(article.text)))
        claims = sorted(
            compared_claims(article), key=lambda claim: (claim.spans[0].start, claim.spans[-1].end, claim.id)
        )
        for index, claim in enumerate(claims):
            place = index / max(1, len(claims) - 1)
            for part in parts_of(article.text, claim):
                statements.append(_statement(article, claim, part, place, len(statements), known_names, rarity))
    sizes = {article.id: len(compared_claims(article)) for article in ordered}
    readings = read_sentences(ordered, [said_of(statement) for statement in statements], reader)
    coverage = Coverage(readings, [statement.spans for statement in statements], rarity)
    return Story(ordered, tuple(statements), rarity, sizes, readings, coverage)


def compared_claims(article: Article) -> tuple[Claim, ...]:
    """The claims that an article is cut into. Those of other lengths say the same things again and stay out."""
    return tuple(claim for claim in article.extraction.claims if claim.level == "clause")


def said_of(statement: Statement) -> Said:
    attribution = statement.claim.attribution
    speaker = attribution.speaker.name if attribution and attribution.speaker else None
    return Said(statement.order, statement.article, statement.claim.sentence, statement.spans, speaker)


def _rarity(articles: Sequence[Article]) -> dict[str, float]:
    """Inverse document frequency of every stem, a sentence that holds a claim counting as one document."""
    documents: list[frozenset[str]] = []
    for article in articles:
        sentences = sorted({(claim.sentence.start, claim.sentence.end) for claim in compared_claims(article)})
        documents += [frozenset(word.stem for word in words_of(article.text, start, end)) for start, end in sentences]
    seen: dict[str, int] = defaultdict(int)
    for document in documents:
        for stem in document:
            seen[stem] += 1
    return {stem: math.log((1 + len(documents)) / (1 + count)) + 1.0 for stem, count in sorted(seen.items())}


def _statement(
    article: Article,
    claim: Claim,
    part: Part,
    place: float,
    order: int,
    known_names: frozenset[str],
    rarity: Mapping[str, float],
) -> Statement:
    text = article.text
    words = words_in(text, part.spans)
    around = words_of(text, claim.sentence.start, claim.sentence.end)
    content = Counter(word.stem for word in words if word.is_content)
    context = Counter(word.stem for word in around if word.is_content)
    quote_spans = _quoted_parts(part.spans, article.extraction.quotes)
    return Statement(
        member=Member(article.id, claim.id),
        order=order,
        claim=claim,
        spans=part.spans,
        published=published_day(article),
        words=words,
        content=content,
        roots=frozenset(root(stem) for stem in content),
        own=_normalised({stem: _damped(count) * rarity.get(stem, 1.0) for stem, count in content.items()}),
        vector=_normalised(_with_context(content, context, rarity)),
        names=names_among(words, known_names),
        context_names=names_among(around, known_names),
        quoted=tuple(word.stem for word in words_in(text, quote_spans)),
        quote_spans=quote_spans,
        times=part.times,
        places=part.places,
        quantities=part.quantities,
        place_in_article=place,
        plain=" ".join(word.stem for word in words if word.is_content),
    )


def published_day(article: Article) -> dt.date | None:
    moment = article.published
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _with_context(content: Counter[str], context: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {stem: _damped(count) * rarity.get(stem, 1.0) for stem, count in content.items()}
    for stem, count in context.items():
        if stem not in weights:
            weights[stem] = CONTEXT_WEIGHT * _damped(count) * rarity.get(stem, 1.0)
    return weights


def _damped(count: int) -> float:
    return 1.0 + math.log(count)


def _normalised(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in sorted(weights.items())} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """In [0, 1]; summed in a fixed order, so that it does not depend on which side is which."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return math.fsum(weight * large[stem] for stem, weight in small.items() if stem in large)


def _quoted_parts(spans: Sequence[Span], quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """The stretches of `spans` that stand inside quotation marks; a quote inside a quote counts once."""
    found: list[Span] = []
    for span in spans:
        for quote in quotes:
            if quote.parent is None:
                low, high = max(span.start, quote.inner.start), min(span.end, quote.inner.end)
                if low < high:
                    offset = span.start
                    found.append(Span(low, high, span.exact[low - offset : high - offset]))
    return tuple(sorted(found))
