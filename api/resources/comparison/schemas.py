"""The messages of `POST /v1/compare`, and the functions that turn comparison records into them."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api import wire
from api.resources.comparison.alignments import Alignment, ClaimRef, Passage, alignment, claim_ref, passage
from api.resources.comparison.divergences import DivergenceSide, divergence_side
from api.resources.extraction.attributions import Attribution, ExtractedSpeaker, attribution, speaker
from api.resources.extraction.schemas import ExtractedClaim, claim
from api.wire import (
    MAX_ARTICLES,
    MAX_CALLERS_ID,
    MAX_TEXT,
    MAX_TITLE,
    MAX_URL,
    MIN_ARTICLES,
    Published,
    RequestModel,
    ResponseModel,
    SourceRef,
    Span,
)
from extractors import records as extracted
from matching import records

EXAMPLE: JsonDict = {
    "articles": [
        {
            "id": "gazette",
            "source": {"name": "Orrin Gazette"},
            "published_at": "2026-03-04",
            "text": "The storm closed 12 schools in Orrin on Tuesday. Mayor Ilse Tarn said they would open on Friday.",
        },
        {
            "id": "herald",
            "source": {"name": "Coast Herald"},
            "published_at": "2026-03-04T18:00:00Z",
            "text": "Fourteen Orrin schools were shut by Tuesday's storm. They will open on Friday, the mayor said.",
        },
    ]
}


class CompareArticle(RequestModel):
    """One article of a comparison, as plain text."""

    id: str = Field(
        min_length=1, max_length=MAX_CALLERS_ID, description="The caller's name for it, unique in the request."
    )
    source: SourceRef = Field(description="Who published it.")
    title: str | None = Field(default=None, max_length=MAX_TITLE, description="Its headline.")
    published_at: Published | None = Field(
        default=None,
        description="When it was published: a date, or a date-time with its offset. Relative dates are resolved "
        "against it; without it they stay unresolved.",
    )
    url: str | None = Field(default=None, max_length=MAX_URL, description="Its address. It is never fetched.")
    text: str = Field(
        min_length=1,
        max_length=MAX_TEXT,
        description="The article's text. Every offset in the answer counts in it.",
    )


class CompareRequest(RequestModel):
    """Articles about one event."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    articles: list[CompareArticle] = Field(
        min_length=MIN_ARTICLES, max_length=MAX_ARTICLES, description="The articles; their order changes nothing."
    )


class ComparedSpeaker(ExtractedSpeaker):
    """A speaker of one of the articles, who may be one of another article, too."""

    name: str = Field(description="What it is called in all the articles together.")
    decided_speaker_id: str | None = Field(
        description="The stored speaker that decisions say it is: those of one id are one, those of two are two. Null "
        "where the names alone tell."
    )


class ComparedArticle(ResponseModel):
    """What was read in one of the articles."""

    id: str = Field(description="The caller's name for it.")
    text_sha256: str = Field(description="SHA-256 of the text's UTF-8 bytes, in hexadecimal.")
    language: str = Field(description="ISO 639-1 code.")
    attributions: list[Attribution] = Field(description="Who said what in it.")
    claims: list[ExtractedClaim] = Field(description="What it asserts.")
    speakers: list[ComparedSpeaker] = Field(
        description="Its speakers, each under the name that the articles compared give them together."
    )


class Origin(ResponseModel):
    """Where words first came from. Passages that are copies of one text have one origin."""

    id: str = Field(description="Unique in the comparison.")
    passages: list[Passage] = Field(description="The copies, in the articles that hold them.")
    reason: str = Field(description="Why they are held to be copies.")


class Dispute(ResponseModel):
    """Two speakers who contradict each other in one article. Not a divergence between the outlets that report it."""

    article: str = Field(description="Id of the article that reports it.")
    left_speaker: str = Field(description="Who says the one, as the article resolves the name.")
    right_speaker: str = Field(description="Who says the other.")
    left: DivergenceSide
    right: DivergenceSide
    rule: str = Field(description="Stable, machine-readable name of the rule that read it.")
    explanation: str = Field(description="One plain sentence.")


class ComparisonCaveat(ResponseModel):
    """Something that was not measured, or not fully, and why."""

    code: str = Field(description="Stable, machine-readable name of the limit that was met.")
    detail: str = Field(description="One plain sentence.")
    article: str | None = Field(description="Id of the article, null when the comparison as a whole is meant.")
    span: Span | None = Field(description="Where in the article, null when the whole of it is meant.")


class CompareResult(ResponseModel):
    """Where the articles agree and where they diverge. The order of the articles sent changes nothing."""

    pipeline_version: str = Field(
        description="The same articles under the same version and the same decisions give the same answer."
    )
    decisions: list[str] = Field(description="The stored decisions on speakers that counted, by id.")
    articles: list[ComparedArticle] = Field(description="What was read in each article, by its id.")
    origins: list[Origin] = Field(description="The texts that several articles copy.")
    alignments: list[Alignment] = Field(description="The claims that fill one slot, and what they show.")
    disputes: list[Dispute] = Field(description="Disputes between speakers that an article reports.")
    unmatched: list[ClaimRef] = Field(description="Claims that no claim of another article was aligned with.")
    caveats: list[ComparisonCaveat] = Field(
        description="What was not read or compared, or not fully; empty when all was."
    )


def article_text(request: CompareArticle) -> extracted.ArticleText:
    return extracted.ArticleText(
        text=request.text,
        title=request.title,
        published=wire.day_of(request.published_at),
        source=request.source.name,
        url=request.url,
    )


def article(request: CompareArticle, extraction: extracted.Extraction) -> records.Article:
    return records.Article(
        id=request.id,
        source=request.source.name,
        publisher=request.source.publisher,
        title=request.title,
        published=request.published_at,
        text=request.text,
        extraction=extraction,
    )


def compared_speaker(record: extracted.Speaker) -> ComparedSpeaker:
    return ComparedSpeaker(**dict(speaker(record)), decided_speaker_id=record.identity)


def compared_article(record: records.Article) -> ComparedArticle:
    return ComparedArticle(
        id=record.id,
        text_sha256=record.extraction.text_sha256,
        language=record.extraction.language,
        attributions=[attribution(part) for part in record.extraction.attributions],
        claims=[claim(part) for part in record.extraction.claims],
        speakers=[compared_speaker(part) for part in record.extraction.speakers],
    )


def origin(record: records.Origin) -> Origin:
    return Origin(
        id=record.id,
        passages=[passage(part.article, part.span) for part in record.passages],
        reason=record.reason,
    )


def dispute(record: records.Dispute) -> Dispute:
    return Dispute(
        article=record.article,
        left_speaker=record.left_speaker,
        right_speaker=record.right_speaker,
        left=divergence_side(record.left),
        right=divergence_side(record.right),
        rule=record.rule,
        explanation=record.explanation,
    )


def comparison_caveat(record: extracted.Caveat, article_id: str | None) -> ComparisonCaveat:
    return ComparisonCaveat(
        code=record.code, detail=record.detail, article=article_id, span=wire.span_or_null(record.span)
    )


def compare_result(record: records.Comparison, decisions: Sequence[str] = ()) -> CompareResult:
    """The comparison with the caveats of each article's extraction first, then its own."""
    return CompareResult(
        pipeline_version=record.pipeline_version,
        decisions=list(decisions),
        articles=[compared_article(part) for part in record.articles],
        origins=[origin(part) for part in record.origins],
        alignments=[alignment(part) for part in record.alignments],
        disputes=[dispute(part) for part in record.disputes],
        unmatched=[claim_ref(part) for part in record.unmatched],
        caveats=[
            *(comparison_caveat(part, one.id) for one in record.articles for part in one.extraction.caveats),
            *(comparison_caveat(part, None) for part in record.caveats),
        ],
    )
