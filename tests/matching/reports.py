"""Builds articles with hand-made extractions, so that comparison is tested without the language pipeline.

`report("a", "2022-01-08", claim("The talks begin in Geneva on Monday.", times={"Monday": "2022-01-10"}))`: claims
become the sentences of the article, in order, and every facet is named by the words that show it.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.records import (
    Attribution,
    Certainty,
    Claim,
    Extraction,
    Participant,
    Place,
    Polarity,
    Predicate,
    Quantity,
    Quote,
    Span,
    Speaker,
    Stance,
    Tense,
    Time,
)
from matching.records import Article
from matching.words import stem

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")


@dataclass(frozen=True)
class Figure:
    """A quantity as the test sees it; `upper` None means the same as `lower`, infinity that there is none."""

    lower: float | None
    upper: float | None = None
    unit: str | None = None
    of: str | None = None
    measure: str | None = None
    approximate: bool = False


@dataclass(frozen=True)
class Told:
    """One sentence with one claim: the whole of it, or the part `says`."""

    sentence: str
    says: str
    speaker: Speaker | None
    mention: str | None
    times: Mapping[str, str | tuple[str | None, str | None]]
    places: tuple[str, ...]
    figures: Mapping[str, Figure]
    polarity: Polarity
    certainty: Certainty
    doer: str | None
    verb: str | None
    tense: Tense
    stance: Stance
    via: Speaker | None


def person(name: str) -> Speaker:
    return Speaker("s1", name, "person", False, ())


def organisation(name: str) -> Speaker:
    return Speaker("s1", name, "organisation", False, ())


def unnamed(name: str) -> Speaker:
    return Speaker("s1", name, "group", True, ())


def claim(
    sentence: str,
    *,
    says: str | None = None,
    by: Speaker | None = None,
    mention: str | None = None,
    times: Mapping[str, str | tuple[str | None, str | None]] | None = None,
    places: tuple[str, ...] = (),
    figures: Mapping[str, Figure] | None = None,
    polarity: Polarity = "affirmed",
    certainty: Certainty = "established",
    doer: str | None = None,
    verb: str | None = None,
    tense: Tense = "past",
    stance: Stance = "neutral",
    via: Speaker | None = None,
) -> Told:
    return Told(
        sentence,
        says or sentence,
        by,
        mention,
        times or {},
        places,
        figures or {},
        polarity,
        certainty,
        doer,
        verb,
        tense,
        stance,
        via,
    )


def report(
    article: str, published: str | None, *told: Told, source: str | None = None, publisher: str | None = None
) -> Article:
    text = " ".join(each.sentence for each in told)
    quotes = tuple(
        Quote(
            f"q{index}",
            Span.of(text, *found.span()),
            Span.of(text, *found.span(found.lastindex or 1)),
            None,
            None,
            True,
        )
        for index, found in enumerate(_QUOTED.finditer(text), start=1)
    )
    claims: list[Claim] = []
    attributions: list[Attribution] = []
    start = 0
    for index, each in enumerate(told, start=1):
        sentence = Span.of(text, start, start + len(each.sentence))
        start = sentence.end + 1
        span = _find(text, each.says, sentence)
        attribution = None
        outer = None
        if each.via is not None:
            outer = f"a{len(attributions) + 1}"
            attributions.append(
                Attribution(outer, "indirect", (sentence,), each.via, None, None, "neutral", None, 0.9, "test")
            )
        if each.speaker is not None:
            attribution = Attribution(
                f"a{len(attributions) + 1}",
                "mixed" if any(span.holds(quote.span) for quote in quotes) else "indirect",
                (span,),
                each.speaker,
                _find(text, each.mention, sentence) if each.mention else None,
                None,
                each.stance,
                outer,
                0.9,
                "test",
            )
            attributions.append(attribution)
        claims.append(
            Claim(
                id=f"c{index}",
                kind="indirect" if attribution else "statement",
                text=span.exact,
                spans=(span,),
                sentence=sentence,
                attribution=attribution,
                polarity=each.polarity,
                certainty=each.certainty,
                quantities=tuple(_quantity(text, words, figure, span) for words, figure in each.figures.items()),
                times=tuple(_time(text, words, days, span) for words, days in each.times.items()),
                places=tuple(Place(_find(text, name, span), name) for name in each.places),
                participants=(Participant(_find(text, each.doer, span), each.doer, "subject"),) if each.doer else (),
                predicate=_predicate(text, each.verb, each.tense, span) if each.verb else None,
                score=0.9,
            )
        )
    quotes = tuple(replace(quote, attribution=_holding(quote, attributions)) for quote in quotes)
    extraction = Extraction("hash", "en", "test", tuple(attributions), tuple(claims), quotes, (), ())
    day = dt.date.fromisoformat(published) if published else None
    return Article(article, source or f"Outlet {article}", publisher, None, day, text, extraction)


def _holding(quote: Quote, attributions: Sequence[Attribution]) -> str | None:
    return next((each.id for each in attributions if any(span.holds(quote.span) for span in each.spans)), None)


def _find(text: str, words: str, inside: Span) -> Span:
    start = text.index(words, inside.start, inside.end)
    return Span.of(text, start, start + len(words))


def _predicate(text: str, verb: str, tense: Tense, inside: Span) -> Predicate:
    return Predicate(_find(text, verb, inside), stem(verb), "active", tense, ())


def _quantity(text: str, words: str, figure: Figure, inside: Span) -> Quantity:
    upper = figure.lower if figure.upper is None else None if figure.upper == math.inf else figure.upper
    span = _find(text, words, inside)
    return Quantity(span, figure.lower, upper, figure.unit, figure.approximate, figure.measure, figure.of)


def _time(text: str, words: str, days: str | tuple[str | None, str | None], inside: Span) -> Time:
    first, last = (days, days) if isinstance(days, str) else days
    spans = tuple(_find(text, part, inside) for part in words.split(" ... "))
    return Time(
        spans,
        dt.date.fromisoformat(first) if first else None,
        dt.date.fromisoformat(last) if last else None,
        "day" if first == last else "month",
    )
