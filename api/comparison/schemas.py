"""The messages of `POST /v1/compare`, and the functions that turn comparison records into them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api import wire
from api.extraction.attributions import Attribution, ExtractedSpeaker, attribution, speaker
from api.extraction.schemas import ExtractedClaim, claim
from api.wire import (
    MAX_ID,
    MAX_TEXT,
    MAX_TITLE,
    MAX_URL,
    Published,
    RequestModel,
    ResponseModel,
    Score,
    SourceRef,
    Span,
)
from extractors import records as extracted
from matching import records

MIN_ARTICLES = 2
MAX_ARTICLES = 50


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


class Relation(StrEnum):
    """What an alignment shows. A closed list."""

    AGREE = "agree"
    DIVERGE = "diverge"


class AgreementKind(StrEnum):
    """How members agree, from the same words to a common part. A closed list."""

    COPY = "copy"
    SAME_QUOTE = "same_quote"
    EQUIVALENT = "equivalent"
    ENTAILS = "entails"
    COMPATIBLE = "compatible"
    PARTIAL = "partial"


class DivergenceKind(StrEnum):
    """In what respect members diverge. A closed list."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ENTITY = "entity"
    ROLE = "role"
    POLARITY = "polarity"
    CAUSE = "cause"
    WORDING = "wording"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    SCOPE = "scope"
    OTHER = "other"
    OMISSION = "omission"
    UPDATE = "update"


class Grade(StrEnum):
    """How much a divergence means: both cannot be true, told differently, worth a note, or overtaken by time.

    A closed list.
    """

    CONTRADICTION = "contradiction"
    VARIATION = "variation"
    REPORT = "report"
    TIMELINE = "timeline"


class Question(StrEnum):
    """What is asked of two members, in this order, before they are said to diverge. A closed list.

    Whether they fill one slot, whether one holder level speaks, whether they are of one day, whether both can be true.
    """

    SLOT = "slot"
    HOLDER = "holder"
    AS_OF = "as_of"
    BOTH_TRUE = "both_true"


class UndeterminedReason(StrEnum):
    """Why a question has no answer. A closed list."""

    SLOT_UNSURE = "slot_unsure"
    OTHER_HOLDER = "other_holder"
    OTHER_DAY = "other_day"
    UNDATED = "undated"
    DIFFERENCE_UNSURE = "difference_unsure"
    OTHER_UNIT = "other_unit"
    MEASURE_UNCLEAR = "measure_unclear"
    NOT_COMPARED = "not_compared"


class SharedKind(StrEnum):
    """What members give alike. A closed list."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    SPEAKER = "speaker"
    QUOTE = "quote"


class CompareArticle(RequestModel):
    """One article of a comparison, as plain text."""

    id: str = Field(min_length=1, max_length=MAX_ID, description="The caller's name for it, unique in the request.")
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

    articles: list[CompareArticle] = Field(min_length=MIN_ARTICLES, max_length=MAX_ARTICLES)


class ComparedArticle(ResponseModel):
    """What was read in one of the articles."""

    id: str = Field(description="The caller's name for it.")
    text_sha256: str = Field(description="SHA-256 of the text's UTF-8 bytes, in hexadecimal.")
    language: str = Field(description="ISO 639-1 code.")
    attributions: list[Attribution]
    claims: list[ExtractedClaim]
    speakers: list[ExtractedSpeaker] = Field(
        description="Its speakers, each under the name that the articles compared give them together."
    )


class ClaimRef(ResponseModel):
    """A claim of one of the articles."""

    article: str = Field(description="Id of the article.")
    claim: str = Field(description="Id of the claim, unique in its article.")


class Passage(ResponseModel):
    """Characters of one of the articles."""

    article: str = Field(description="Id of the article.")
    span: Span


class Origin(ResponseModel):
    """Where words first came from. Passages that are copies of one text have one origin."""

    id: str
    passages: list[Passage]
    reason: str = Field(description="Why they are held to be copies.")


class DivergenceSide(ResponseModel):
    """One side of a divergence."""

    article: str = Field(description="Id of the article.")
    claim: str = Field(description="Id of the claim, unique in its article.")
    value: str = Field(description="What it gives here, normalised.")
    evidence: Span = Field(description="The characters that say so.")


class Divergence(ResponseModel):
    """One respect in which two members differ."""

    kind: DivergenceKind
    grade: Grade
    left: DivergenceSide
    right: DivergenceSide
    rule: str = Field(description="Stable id of the rule that fired.")
    explanation: str = Field(description="One plain sentence.")


class Undetermined(ResponseModel):
    """Why it cannot be told whether two members agree: the first question that has no answer."""

    question: Question
    reason: UndeterminedReason
    left: DivergenceSide
    right: DivergenceSide
    explanation: str = Field(description="One plain sentence.")


class SharedValue(ResponseModel):
    """Something every article gives alike."""

    kind: SharedKind
    value: str = Field(description="What they give, normalised.")
    evidence: list[Passage] = Field(description="The characters that say so, in each article.")


class Alignment(ResponseModel):
    """Claims of different articles that fill the same slot, and what they show."""

    id: str = Field(description="Unique in the comparison.")
    members: list[ClaimRef]
    relation: Relation
    agreement: AgreementKind | None = Field(description="Null where the members diverge or the kind cannot be told.")
    undetermined: list[Undetermined] = Field(
        description="Where the members do not diverge and the kind of agreement cannot be told: why, each reason once "
        "and shown by the likeliest two members. Empty otherwise."
    )
    divergences: list[Divergence]
    shared: list[SharedValue]
    alignment_score: Score = Field(description="How likely, in [0, 1], the members fill the same slot.")
    relation_score: Score = Field(description="How sure, in [0, 1], the relation is.")
    independent_origins: int = Field(ge=1, le=MAX_ARTICLES, description="Origins of the members; copies count once.")


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

    pipeline_version: str = Field(description="The same articles under the same version give the same answer.")
    articles: list[ComparedArticle]
    origins: list[Origin]
    alignments: list[Alignment]
    disputes: list[Dispute] = Field(description="Disputes between speakers that an article reports.")
    unmatched: list[ClaimRef] = Field(description="Claims that no claim of another article was aligned with.")
    caveats: list[ComparisonCaveat]


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


def compared_article(record: records.Article) -> ComparedArticle:
    return ComparedArticle(
        id=record.id,
        text_sha256=record.extraction.text_sha256,
        language=record.extraction.language,
        attributions=[attribution(part) for part in record.extraction.attributions],
        claims=[claim(part) for part in record.extraction.claims],
        speakers=[speaker(part) for part in record.extraction.speakers],
    )


def claim_ref(record: records.Member) -> ClaimRef:
    return ClaimRef(article=record.article, claim=record.claim)


def passage(article_id: str, part: extracted.Span) -> Passage:
    return Passage(article=article_id, span=wire.span(part))


def origin(record: records.Origin) -> Origin:
    return Origin(
        id=record.id,
        passages=[passage(part.article, part.span) for part in record.passages],
        reason=record.reason,
    )


def divergence_side(record: records.Side) -> DivergenceSide:
    return DivergenceSide(
        article=record.article, claim=record.claim, value=record.value, evidence=wire.span(record.evidence)
    )


def divergence(record: records.Divergence) -> Divergence:
    return Divergence(
        kind=DivergenceKind(record.kind),
        grade=Grade(record.grade),
        left=divergence_side(record.left),
        right=divergence_side(record.right),
        rule=record.rule,
        explanation=record.explanation,
    )


def undetermined(record: records.Undetermined) -> Undetermined:
    return Undetermined(
        question=Question(record.question),
        reason=UndeterminedReason(record.reason),
        left=divergence_side(record.left),
        right=divergence_side(record.right),
        explanation=record.explanation,
    )


def shared_value(record: records.SharedValue) -> SharedValue:
    return SharedValue(
        kind=SharedKind(record.kind),
        value=record.value,
        evidence=[passage(article_id, part) for article_id, part in record.evidence],
    )


def alignment(record: records.Alignment) -> Alignment:
    return Alignment(
        id=record.id,
        members=[claim_ref(member) for member in record.members],
        relation=Relation(record.relation),
        agreement=AgreementKind(record.agreement) if record.agreement else None,
        undetermined=[undetermined(part) for part in record.undetermined],
        divergences=[divergence(part) for part in record.divergences],
        shared=[shared_value(part) for part in record.shared],
        alignment_score=wire.score(record.alignment_score),
        relation_score=wire.score(record.relation_score),
        independent_origins=record.independent_origins,
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


def compare_result(record: records.Comparison) -> CompareResult:
    """The comparison with the caveats of each article's extraction first, then its own."""
    return CompareResult(
        pipeline_version=record.pipeline_version,
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
