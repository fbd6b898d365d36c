"""The facets of a claim on the wire: what it says in figures, days, places, roles, and how surely."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from api import wire
from api.wire import ResponseModel, Span
from extractors import records


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
    CENTURY = "century"


class ParticipantRole(StrEnum):
    """The grammatical part a participant plays in the claim. A closed list."""

    SUBJECT = "subject"
    OBJECT = "object"
    OTHER = "other"


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


class Quantity(ResponseModel):
    """A number as the interval of values it allows."""

    span: Span
    lower: float | None = Field(description="Least value, included; null when the interval is open below.")
    upper: float | None = Field(description="Greatest value, included; null when the interval is open above.")
    unit: str | None = Field(description="`percent`, `percentage_point`, a currency code, a unit; null for a count.")
    approximate: bool = Field(description="True after `about`, `nearly`, `some`.")
    measure: str | None = Field(description="What happened to the thing counted, such as `killed`.")
    of: str | None = Field(description="The thing counted.")


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
    name: str = Field(description="Its usual name, with that of the country where the article gives it.")


class Participant(ResponseModel):
    """Who or what takes part in the claim."""

    span: Span
    name: str = Field(description="As the article writes it.")
    role: ParticipantRole
    government_of: str | None = Field(
        description="Country whose government a seat or capital stands for where it acts: `Russia` for `Kremlin`."
    )


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
    return Participant(
        span=wire.span(record.span),
        name=record.name,
        role=ParticipantRole(record.role),
        government_of=record.government_of,
    )


def predicate(record: records.Predicate) -> Predicate:
    return Predicate(
        span=wire.span(record.span),
        lemma=record.lemma,
        voice=Voice(record.voice),
        tense=Tense(record.tense) if record.tense else None,
        arguments=[Argument(role=ArgumentRole(one.role), span=wire.span(one.span)) for one in record.arguments],
    )
