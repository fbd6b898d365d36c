"""An article with its speakers under other names: in its list of speakers, its attributions and its claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from extractors.records import Attribution, Speaker
from matching.records import Article


def with_speakers(article: Article, speakers: Mapping[Speaker, Speaker]) -> Article:
    """The same article with its speakers replaced, everywhere they are."""
    if all(speaker == new for speaker, new in speakers.items()):
        return article
    extraction = article.extraction
    attributions = {one: _with_speaker(one, speakers) for one in _attributions(article)}
    claims = tuple(
        claim if claim.attribution is None else replace(claim, attribution=attributions[claim.attribution])
        for claim in extraction.claims
    )
    changed = replace(
        extraction,
        attributions=tuple(attributions[one] for one in extraction.attributions),
        claims=claims,
        speakers=tuple(speakers[speaker] for speaker in extraction.speakers),
    )
    return replace(article, extraction=changed)


def _attributions(article: Article) -> Iterable[Attribution]:
    yield from article.extraction.attributions
    yield from (claim.attribution for claim in article.extraction.claims if claim.attribution is not None)


def _with_speaker(attribution: Attribution, speakers: Mapping[Speaker, Speaker]) -> Attribution:
    if attribution.speaker is None:
        return attribution
    return replace(attribution, speaker=speakers.get(attribution.speaker, attribution.speaker))
