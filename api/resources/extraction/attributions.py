"""Who holds what, on the wire: attributions and speakers."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from api import wire
from api.wire import ResponseModel, Score, Span
from extractors import records


class AttributionKind(StrEnum):
    """How the words are given: wholly in quotation marks, partly, or not at all. A closed list."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerType(StrEnum):
    """What a speaker is. A closed list; `unknown` where it could not be told."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class AnonymityKind(StrEnum):
    """What a speaker without a name is. A closed list."""

    OFFICIAL = "official"
    SOURCE_CLOSE_TO = "source_close_to"
    UNNAMED_EXPERT = "unnamed_expert"
    GROUP = "group"
    INDIVIDUAL = "individual"
    DOCUMENT = "document"
    POLL = "poll"
    UNSPECIFIED_REPORT = "unspecified_report"


class Stance(StrEnum):
    """How the speaker stands to the content, as the attributing words give it. A closed list."""

    NEUTRAL = "neutral"
    ASSERTS = "asserts"
    CONCEDES = "concedes"
    DENIES = "denies"
    DOUBTS = "doubts"
    DEMANDS = "demands"
    PROMISES = "promises"
    PREDICTS = "predicts"
    ASKS = "asks"
    ACCUSES = "accuses"


class Anonymity(ResponseModel):
    """What an article tells of a speaker without a name."""

    kind: AnonymityKind
    number: int | None = Field(
        ge=1, description="How many they are, the least where a bound is told; null when untold."
    )
    affiliation: str | None = Field(description="Whose they are, in the article's words, such as `Treasury`.")
    first_hand: bool = Field(description="True when the article says that they spoke to the outlet itself.")


class AttributedSpeaker(ResponseModel):
    """Who holds an attributed passage."""

    id: str = Field(description="Id of the speaker, unique in its article.")
    name: str = Field(description="The fullest name the article gives; in a comparison, what all articles together do.")
    type: SpeakerType
    anonymous: bool = Field(description="True when the article gives no name, be it of somebody or of a writing.")
    anonymity: Anonymity | None = Field(
        description="What is told of a speaker without a name; null for one with a name."
    )
    mention: Span | None = Field(description="How the article writes the speaker here.")


class Attribution(ResponseModel):
    """A passage credited to a holder."""

    id: str = Field(description="Unique in its article, numbered in reading order.")
    kind: AttributionKind
    spans: list[Span] = Field(description="The whole content; the attributing words and the speaker are left out.")
    speaker: AttributedSpeaker | None = Field(description="Null when the article names no holder.")
    cue: Span | None = Field(description="The words that attribute, such as `said`.")
    stance: Stance
    via: str | None = Field(description="Id of the attribution in whose content this one stands.")
    score: Score = Field(description="Estimated chance, in [0, 1], that this passage is attributed as given here.")
    found_by: str = Field(description="The rule or model that decided.")


class ClaimAttribution(ResponseModel):
    """The holder of a claim, as in the attribution it belongs to."""

    id: str = Field(description="Id of the attribution.")
    speaker: AttributedSpeaker | None = Field(description="Null when the article names no holder.")
    cue: Span | None = Field(description="The words that attribute, such as `said`.")


class ExtractedSpeaker(ResponseModel):
    """Somebody or something claims are attributed to, once however it is mentioned."""

    id: str = Field(description="Unique in its article, numbered in reading order.")
    name: str = Field(description="The fullest name the article gives.")
    type: SpeakerType
    anonymous: bool = Field(description="True when the article gives no name, be it of somebody or of a writing.")
    anonymity: Anonymity | None = Field(
        description="What is told of a speaker without a name; null for one with a name."
    )
    mentions: list[Span] = Field(description="The words for the speaker beside what is attributed, each time.")
    roles: list[Span] = Field(
        description="Titles, offices and descriptions the article gives the speaker, where it gives them."
    )


def anonymity(record: records.Anonymity | None) -> Anonymity | None:
    if record is None:
        return None
    return Anonymity(
        kind=AnonymityKind(record.kind),
        number=record.number,
        affiliation=record.affiliation,
        first_hand=record.first_hand,
    )


def attributed_speaker(record: records.Attribution) -> AttributedSpeaker | None:
    if record.speaker is None:
        return None
    return AttributedSpeaker(
        id=record.speaker.id,
        name=record.speaker.name,
        type=SpeakerType(record.speaker.type),
        anonymous=record.speaker.anonymous,
        anonymity=anonymity(record.speaker.anonymity),
        mention=wire.span_or_null(record.mention),
    )


def attribution(record: records.Attribution) -> Attribution:
    return Attribution(
        id=record.id,
        kind=AttributionKind(record.kind),
        spans=[wire.span(part) for part in record.spans],
        speaker=attributed_speaker(record),
        cue=wire.span_or_null(record.cue),
        stance=Stance(record.stance),
        via=record.via,
        score=wire.score(record.score),
        found_by=record.found_by,
    )


def claim_attribution(record: records.Attribution) -> ClaimAttribution:
    return ClaimAttribution(id=record.id, speaker=attributed_speaker(record), cue=wire.span_or_null(record.cue))


def speaker(record: records.Speaker) -> ExtractedSpeaker:
    return ExtractedSpeaker(
        id=record.id,
        name=record.name,
        type=SpeakerType(record.type),
        anonymous=record.anonymous,
        anonymity=anonymity(record.anonymity),
        mentions=[wire.span(mention) for mention in record.mentions],
        roles=[wire.span(role) for role in record.roles],
    )
