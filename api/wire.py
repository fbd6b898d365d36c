"""What every message of the service is made of: model bases, spans, dates, caveats, problems.

Requests refuse unknown fields and bound every string, list and number. Responses are open to new fields, and every
field is always present: null says that something is unknown, an empty list that nothing was found. Wire models are
never tables and never the records of extraction; pure functions turn records into them.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from extractors import records

MAX_TEXT = 1_000_000
"""Code points of one article's text. The longest news features run to some 100,000; ten times that is no article."""
MAX_TITLE = 1_000
MAX_NAME = 200
MAX_URL = 2_000
"""Code points, like those of names and headlines: several times what any real one has."""
SOMETHING = r"\S"
"""A pattern that whatever people are to read satisfies: more than spaces."""
MAX_CALLERS_ID = 200
"""Code points of the id that a caller gives an article of a comparison."""
MIN_ARTICLES = 2
MAX_ARTICLES = 50
"""Articles of one comparison."""
MAX_TOTAL_TEXT = 2_000_000
"""Code points of all articles of one comparison. Fifty long features are some 1,500,000; more belongs in a story."""
SCORE_DIGITS = 4
"""Decimals of a score. Arithmetic differs between processors from about the seventh; no score means more than four."""


class RequestModel(BaseModel):
    """A message to the service: an unknown field is an error, so that a misspelt one is not silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class ResponseModel(BaseModel):
    """A message from the service: every field is required and may be null where the schema says so."""

    model_config = ConfigDict(
        frozen=True,
        serialize_by_alias=True,
        validate_by_name=True,
        validate_by_alias=True,
        hide_input_in_errors=True,
    )


class Span(ResponseModel):
    """Characters `[start, end)` of an article's text, counted in Unicode code points, and the characters themselves.

    `text[start:end] == exact` holds for the text that was sent. JavaScript counts UTF-16 units: convert there.
    """

    start: int = Field(ge=0, le=MAX_TEXT, description="Code points before the first character.")
    end: int = Field(ge=1, le=MAX_TEXT, description="Code points up to and including the last character.")
    exact: str = Field(description="The characters of the text between the two.")


class Caveat(ResponseModel):
    """Something that was not measured, or not fully, and why."""

    code: str = Field(description="Stable, machine-readable name of the limit that was met.")
    detail: str = Field(description="One plain sentence.")
    span: Span | None = Field(description="Where in the text, null when the whole of it is meant.")


class ProblemError(ResponseModel):
    """One thing that is wrong with a request."""

    code: str = Field(description="Stable, machine-readable name of what is wrong here.")
    detail: str = Field(description="What is wrong and what to do, in one sentence.")
    pointer: str | None = Field(description="JSON Pointer into the request body; null when it is not about the body.")
    parameter: str | None = Field(description="Name of the query, path or header parameter; null when it is not one.")


class Problem(ResponseModel):
    """What is answered instead of a result, as RFC 9457 describes it."""

    type: str = Field(description="Stable address of a description of this kind of problem.")
    title: str = Field(description="The kind of problem in a few words, always the same for one code.")
    status: int = Field(ge=400, le=599, description="The HTTP status of the answer.")
    detail: str = Field(description="What happened this time, and what to do.")
    instance: str = Field(description="Identifies this one answer: a URN made of the request id.")
    code: str = Field(description="Stable, machine-readable name of the kind of problem.")
    request_id: str = Field(description="The id of the request, as in the header X-Request-Id.")
    errors: list[ProblemError] = Field(description="Each thing that is wrong; empty when `detail` says it all.")


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})\Z")


def parse_published(value: Any) -> Any:
    """A day or a moment from its RFC 3339 text; anything else is an error that says what is expected.

    A moment needs its offset from UTC: without one the day it falls on could not be known.
    """
    if value is None or isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        try:
            if _DATE.match(value):
                return dt.date.fromisoformat(value)
            if _DATE_TIME.match(value):
                return dt.datetime.fromisoformat(_microseconds(value.upper()))
        except ValueError as error:
            raise ValueError(f"There is no such day or time: {error}.") from error
    raise ValueError("Give a date (2022-01-10) or a date-time with its offset (2022-01-10T09:30:00Z).")


def _microseconds(moment: str) -> str:
    """RFC 3339 allows any number of decimals of a second, Python six."""
    return re.sub(r"(\.\d{6})\d+", r"\1", moment)


Published = Annotated[
    dt.datetime | dt.date,
    BeforeValidator(parse_published),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]}),
]
Score = Annotated[float, Field(ge=0, le=1)]
NextCursor = Annotated[str | None, Field(description="The cursor of the next page, null on the last one.")]


class SourceRef(RequestModel):
    """The outlet that published an article."""

    name: str = Field(min_length=1, max_length=MAX_NAME, pattern=SOMETHING, description="Name of the outlet.")
    publisher: str | None = Field(
        default=None,
        min_length=1,
        max_length=MAX_NAME,
        description="Owner of the outlet, when it owns several.",
    )


def day_of(published: dt.datetime | dt.date | None) -> dt.date | None:
    """The publisher's own day: that of a moment is read at the offset it was given with, not in UTC."""
    return published.date() if isinstance(published, dt.datetime) else published


def span(record: records.Span) -> Span:
    return Span(start=record.start, end=record.end, exact=record.exact)


def span_or_null(record: records.Span | None) -> Span | None:
    return None if record is None else span(record)


def caveat(record: records.Caveat) -> Caveat:
    return Caveat(code=record.code, detail=record.detail, span=span_or_null(record.span))


def score(value: float) -> float:
    return round(value, SCORE_DIGITS)
