"""The messages of `POST /v1/extract`, and the functions that turn extraction records into them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api import wire
from api.resources.extraction.attributions import (
    Attribution,
    ClaimAttribution,
    ExtractedSpeaker,
    attribution,
    claim_attribution,
    speaker,
)
from api.resources.extraction.facets import (
    Certainty,
    Participant,
    Place,
    Polarity,
    Predicate,
    Quantity,
    Time,
    participant,
    place,
    predicate,
    quantity,
    time,
)
from api.wire import (
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
from extractors import records

EXAMPLE: JsonDict = {
    "text": "The bridge at Orrin will stay shut until Friday. Mayor Ilse Tarn said on Tuesday that \u201cno car "
    "crosses before the cables are tested\u201d.",
    "title": "Orrin bridge shut until Friday",
    "published_at": "2026-03-04",
    "source": {"name": "Orrin Gazette"},
}


class ClaimKind(StrEnum):
    """As the kind of an attribution, or `statement`: the article says it in its own voice. A closed list."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    STATEMENT = "statement"


class ClaimLevel(StrEnum):
    """How much of a sentence a claim takes in. A closed list.

    A sentence is cut into claims of level `clause`; these are what comparison takes. A `sentence` is a whole sentence,
    the words that attribute included, a `part` is a clause cut to another length, a `phrase` a noun that tells
    something by itself: it says of a thing what it is, not that it came about. Claims of different levels overlap.
    """

    SENTENCE = "sentence"
    CLAUSE = "clause"
    PART = "part"
    PHRASE = "phrase"


class Nature(StrEnum):
    """What kind of thing a claim asserts; a `fact` is what a record could settle, true or not. A closed list."""

    FACT = "fact"
    OPINION = "opinion"
    PREDICTION = "prediction"
    HYPOTHESIS = "hypothesis"


class ExtractRequest(RequestModel):
    """One article, as plain text."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    text: str = Field(
        min_length=1,
        max_length=MAX_TEXT,
        description="The article's text. Every offset in the answer counts in it.",
    )
    title: str | None = Field(default=None, max_length=MAX_TITLE, description="Its headline.")
    published_at: Published | None = Field(
        default=None,
        description="When it was published: a date, or a date-time with its offset. Relative dates are resolved "
        "against it; without it they stay unresolved.",
    )
    url: str | None = Field(default=None, max_length=MAX_URL, description="Its address. It is never fetched.")
    source: SourceRef | None = Field(default=None, description="Who published it.")


class ExtractedClaim(ResponseModel):
    """One proposition asserted in one article."""

    id: str = Field(description="Unique in its article, numbered in reading order.")
    kind: ClaimKind
    text: str = Field(description="The proposition in the article's words.")
    spans: list[Span] = Field(description="Where it stands.")
    sentence: Span = Field(description="The sentence it stands in.")
    attribution: ClaimAttribution | None = Field(description="Null when the article says it in its own voice.")
    level: ClaimLevel
    within: str | None = Field(description="Id of the narrowest claim whose words hold all of this one's.")
    nature: Nature
    predicate: Predicate | None = Field(description="Null in a phrase, and where no verb was found.")
    polarity: Polarity
    certainty: Certainty
    certainty_cue: Span | None = Field(
        description="The words that the certainty was read from, in the claim or in those that attribute it. Null "
        "where it is `established`, which needs none."
    )
    quantities: list[Quantity] = Field(description="The figures in it.")
    times: list[Time] = Field(description="The times it tells of.")
    places: list[Place] = Field(description="The places it names.")
    participants: list[Participant] = Field(description="Who and what takes part in it.")
    score: Score = Field(
        description="Estimated chance, in [0, 1], that another outlet telling of the event states it, too: what "
        "editors elsewhere found worth stating are the checkable facts and the statements that count."
    )


class ExtractedQuote(ResponseModel):
    """A passage in quotation marks."""

    id: str = Field(description="Unique in its article, numbered in reading order.")
    span: Span = Field(description="The passage with its marks.")
    inner: Span = Field(description="The passage without its marks.")
    parent: str | None = Field(description="Id of the quote it is nested in.")
    continues: str | None = Field(description="Id of the quote of the paragraph before that it goes on with.")
    closed: bool = Field(description="False when no closing mark was found.")
    attribution: str | None = Field(description="Id of the attribution it belongs to.")


class ExtractResult(ResponseModel):
    """Everything read in one article, in reading order."""

    text_sha256: str = Field(description="SHA-256 of the text's UTF-8 bytes, in hexadecimal.")
    language: str = Field(description="ISO 639-1 code.")
    pipeline_version: str = Field(description="The same text under the same version gives the same answer.")
    attributions: list[Attribution] = Field(description="Who said what.")
    claims: list[ExtractedClaim] = Field(description="What the article asserts, itself or through those it cites.")
    quotes: list[ExtractedQuote] = Field(description="The passages in quotation marks.")
    speakers: list[ExtractedSpeaker] = Field(description="Whom and what it attributes claims to, each once.")
    caveats: list[wire.Caveat] = Field(description="What was not read, or not fully; empty when nothing was left out.")


def article_text(request: ExtractRequest) -> records.ArticleText:
    return records.ArticleText(
        text=request.text,
        title=request.title,
        published=wire.day_of(request.published_at),
        source=request.source.name if request.source else None,
        url=request.url,
    )


def claim(record: records.Claim) -> ExtractedClaim:
    return ExtractedClaim(
        id=record.id,
        kind=ClaimKind(record.kind),
        text=record.text,
        spans=[wire.span(part) for part in record.spans],
        sentence=wire.span(record.sentence),
        attribution=claim_attribution(record.attribution) if record.attribution else None,
        level=ClaimLevel(record.level),
        within=record.within,
        nature=Nature(record.nature),
        predicate=predicate(record.predicate) if record.predicate else None,
        polarity=Polarity(record.polarity),
        certainty=Certainty(record.certainty),
        certainty_cue=wire.span(record.certainty_cue) if record.certainty_cue else None,
        quantities=[quantity(part) for part in record.quantities],
        times=[time(part) for part in record.times],
        places=[place(part) for part in record.places],
        participants=[participant(part) for part in record.participants],
        score=wire.score(record.score),
    )


def quote(record: records.Quote) -> ExtractedQuote:
    return ExtractedQuote(
        id=record.id,
        span=wire.span(record.span),
        inner=wire.span(record.inner),
        parent=record.parent,
        continues=record.continues,
        closed=record.closed,
        attribution=record.attribution,
    )


def extract_result(record: records.Extraction) -> ExtractResult:
    return ExtractResult(
        text_sha256=record.text_sha256,
        language=record.language,
        pipeline_version=record.pipeline_version,
        attributions=[attribution(part) for part in record.attributions],
        claims=[claim(part) for part in record.claims],
        quotes=[quote(part) for part in record.quotes],
        speakers=[speaker(part) for part in record.speakers],
        caveats=[wire.caveat(part) for part in record.caveats],
    )
