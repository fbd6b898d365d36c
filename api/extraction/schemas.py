"""The messages of `POST /v1/extract`, and the functions that turn extraction records into them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api import wire
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


class AttributionKind(StrEnum):
    """How the words are given: wholly in quotation marks, partly, or not at all. A closed list."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class ClaimKind(StrEnum):
    """As the kind of an attribution, or `statement`: the article says it in its own voice. A closed list."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    STATEMENT = "statement"


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


class Polarity(StrEnum):
    """Whether the claim affirms or negates. A closed list."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Certainty(StrEnum):
    """How settled the article presents the claim. A closed list."""

    ESTABLISHED = "established"
    REPORTED = "reported"
    ALLEGED = "alleged"
    EXPECTED = "expected"
    PLANNED = "planned"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


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


class Voice(StrEnum):
    """Whether the subject does or undergoes. A closed list."""

    ACTIVE = "active"
    PASSIVE = "passive"


class Tense(StrEnum):
    """The tense of a verb with its auxiliaries: "has left" is past. A closed list."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class ArgumentRole(StrEnum):
    """The part words play in the deed, in the passive too: who does it, whom it is done to, where. A closed list."""

    WHO = "who"
    WHOM = "whom"
    WHERE = "where"


class Granularity(StrEnum):
    """The length of time an expression names. A closed list."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"


class ParticipantRole(StrEnum):
    """The grammatical part a participant plays in the claim. A closed list."""

    SUBJECT = "subject"
    OBJECT = "object"
    OTHER = "other"


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
    name: str = Field(description="The fullest name the article gives.")
    type: SpeakerType
    anonymous: bool = Field(description="True when the article withholds or does not know the name.")
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
    speaker: AttributedSpeaker | None
    cue: Span | None


class Quantity(ResponseModel):
    """A number as the interval of values it allows."""

    span: Span
    lower: float | None = Field(description="Least value, included; null when the interval is open below.")
    upper: float | None = Field(description="Greatest value, included; null when the interval is open above.")
    unit: str | None = Field(description="`percent`, `percentage_point`, a currency code, a unit; null for a count.")
    approximate: bool = Field(description="True after `about`, `nearly`, `some`.")
    measure: str | None = Field(description="What happened to the thing counted, such as `killed`.")
    of: str | None = Field(description="The thing counted.")


class Frequency(StrEnum):
    """How often something comes again, as in RFC 5545. A closed list."""

    HOURLY = "hourly"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


TimeOfDay = Annotated[str, Field(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class Clock(ResponseModel):
    """The hours of a day a time of day may mean, local to its zone."""

    from_: TimeOfDay | None = Field(alias="from", description="Null when open: `by noon`.")
    to: TimeOfDay | None = Field(description="Null when open: `after 9 p.m.`.")
    zone: str | None = Field(description="As the text names it, such as `EST`.")
    utc_offset: int | None = Field(description="Minutes east of UTC; null where the zone does not tell.")


class Recurrence(ResponseModel):
    """What comes again: every `interval` of the unit of `frequency`."""

    frequency: Frequency
    interval: int = Field(ge=1, description="2 for `every other week`.")
    weekday: int | None = Field(ge=0, le=6, description="0 for Monday.")


class Time(ResponseModel):
    """A time expression as the days it may mean."""

    spans: list[Span] = Field(description="Two parts where the expression leans on another one.")
    from_: dt.date | None = Field(alias="from", description="First day, included; null when unknown or open.")
    to: dt.date | None = Field(description="Last day, included; null when unknown or open.")
    granularity: Granularity
    clock: Clock | None = Field(description="The hours, where a time of day is given.")
    recurs: Recurrence | None = Field(description="How it comes again, as in `every Tuesday`; such times have no days.")


class Place(ResponseModel):
    """A place the claim names."""

    span: Span
    name: str


class Participant(ResponseModel):
    """Who or what takes part in the claim."""

    span: Span
    name: str
    role: ParticipantRole


class Argument(ResponseModel):
    """Words that fill a role of a predicate."""

    role: ArgumentRole
    span: Span


class Predicate(ResponseModel):
    """What a claim says of its arguments."""

    span: Span = Field(description="The verb, or the noun or adjective joined by a form of `be`.")
    lemma: str = Field(description="Its dictionary form.")
    voice: Voice
    tense: Tense | None = Field(description="Null for participles and other forms without one.")
    arguments: list[Argument] = Field(description="In reading order.")


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
    quantities: list[Quantity]
    times: list[Time]
    places: list[Place]
    participants: list[Participant]
    score: Score = Field(description="Estimated chance, in [0, 1], that the passage asserts a checkable fact.")


class ExtractedQuote(ResponseModel):
    """A passage in quotation marks."""

    id: str = Field(description="Unique in its article, numbered in reading order.")
    span: Span = Field(description="The passage with its marks.")
    inner: Span = Field(description="The passage without its marks.")
    parent: str | None = Field(description="Id of the quote it is nested in.")
    continues: str | None = Field(description="Id of the quote of the paragraph before that it goes on with.")
    closed: bool = Field(description="False when no closing mark was found.")
    attribution: str | None = Field(description="Id of the attribution it belongs to.")


class ExtractedSpeaker(ResponseModel):
    """Somebody or something claims are attributed to, once however it is mentioned."""

    id: str = Field(description="Unique in its article, numbered in reading order.")
    name: str = Field(description="The fullest name the article gives.")
    type: SpeakerType
    anonymous: bool = Field(description="True when the article withholds or does not know the name.")
    anonymity: Anonymity | None = Field(
        description="What is told of a speaker without a name; null for one with a name."
    )
    mentions: list[Span]
    roles: list[Span] = Field(
        description="Titles, offices and descriptions the article gives the speaker, where it gives them."
    )


class ExtractResult(ResponseModel):
    """Everything read in one article, in reading order."""

    text_sha256: str = Field(description="SHA-256 of the text's UTF-8 bytes, in hexadecimal.")
    language: str = Field(description="ISO 639-1 code.")
    pipeline_version: str = Field(description="The same text under the same version gives the same answer.")
    attributions: list[Attribution]
    claims: list[ExtractedClaim]
    quotes: list[ExtractedQuote]
    speakers: list[ExtractedSpeaker]
    caveats: list[wire.Caveat] = Field(description="What was not read, or not fully; empty when nothing was left out.")


def article_text(request: ExtractRequest) -> records.ArticleText:
    return records.ArticleText(
        text=request.text,
        title=request.title,
        published=wire.day_of(request.published_at),
        source=request.source.name if request.source else None,
        url=request.url,
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


def quantity(record: records.Quantity) -> Quantity:
    return Quantity(
        span=wire.span(record.span),
        lower=record.lower,
        upper=record.upper,
        unit=record.unit,
        approximate=record.approximate,
        measure=record.measure,
        of=record.of,
    )


def time(record: records.Time) -> Time:
    return Time(
        spans=[wire.span(part) for part in record.spans],
        from_=record.first,
        to=record.last,
        granularity=Granularity(record.granularity),
        clock=clock(record.clock) if record.clock else None,
        recurs=recurrence(record.recurs) if record.recurs else None,
    )


def clock(record: records.Clock) -> Clock:
    return Clock(
        from_=_time_of_day(record.start),
        to=_time_of_day(record.end),
        zone=record.zone,
        utc_offset=record.utc_offset,
    )


def _time_of_day(moment: dt.time | None) -> str | None:
    return None if moment is None else f"{moment:%H:%M}"


def recurrence(record: records.Recurrence) -> Recurrence:
    return Recurrence(frequency=Frequency(record.frequency), interval=record.interval, weekday=record.weekday)


def place(record: records.Place) -> Place:
    return Place(span=wire.span(record.span), name=record.name)


def participant(record: records.Participant) -> Participant:
    return Participant(span=wire.span(record.span), name=record.name, role=ParticipantRole(record.role))


def predicate(record: records.Predicate) -> Predicate:
    return Predicate(
        span=wire.span(record.span),
        lemma=record.lemma,
        voice=Voice(record.voice),
        tense=Tense(record.tense) if record.tense else None,
        arguments=[Argument(role=ArgumentRole(one.role), span=wire.span(one.span)) for one in record.arguments],
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
