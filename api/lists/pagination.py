"""Lists: which rows a resource shows, in what order, one page at a time.

A `Listing` says it once for a table: the filters a caller may set, and the columns that order the rows. Pages follow
each other by the key of the last row (keyset), so rows that are added meanwhile shift nothing. A cursor carries that
key, and the filters it belongs to as a digest; with other filters it is refused.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, TypeVar

import sqlalchemy as sa
from litestar.params import QueryParameter
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from api.errors import Fault, InvalidRequest, NotFound
from api.storage.ids import digest
from api.wire import MAX_NAME, MAX_URL

MAX_LIMIT = 100
DEFAULT_LIMIT = 20
"""Items of one page."""
MAX_ID = 64
ID_PATTERN = r"^[a-z]{3}_[0-9a-z]{1,60}$"
"""The ids that the service gives: a prefix for the kind of thing, and up to 60 digits and letters."""
MAX_CURSOR = 400
"""Code points: a cursor holds two ids, a position and a digest in base 64."""
CURSOR_PATTERN = r"^[0-9A-Za-z_-]+$"
KEY_PATTERN = r"^[a-z]{1,20}(_[0-9a-z_]{1,60})?$"
"""An id, or a word of a closed list: what a cursor may hold."""
FILTER_DIGITS = 16
"""Hexadecimal digits of the filters' digest in a cursor: enough that two sets of filters are not mixed up by chance."""
GREATEST_POSITION = 2**31 - 1
"""What a database's integer column holds."""

Row = TypeVar("Row", bound=SQLModel)
Item = TypeVar("Item")
Condition = sa.ColumnElement[bool]

Limit = Annotated[int, QueryParameter(ge=1, le=MAX_LIMIT, description="How many items the page holds at most.")]
Cursor = Annotated[
    str | None,
    QueryParameter(
        min_length=1,
        max_length=MAX_CURSOR,
        pattern=CURSOR_PATTERN,
        description="`next_cursor` of the page before, with the same filters.",
    ),
]


def id_filter(description: str) -> Any:
    """A query parameter that holds an id."""
    return QueryParameter(max_length=MAX_ID, pattern=ID_PATTERN, description=description)


def text_filter(description: str, max_length: int = MAX_NAME) -> Any:
    """A query parameter that holds a whole name, compared exactly."""
    return QueryParameter(min_length=1, max_length=max_length, pattern=r"^[^\x00]+$", description=description)


def score_filter(description: str) -> Any:
    """A query parameter that holds the least score, in [0, 1]."""
    # the framework leaves a bound of zero out of the contract
    return QueryParameter(ge=0, le=1, description=description, schema_extra={"minimum": 0})


OfArticle = Annotated[str | None, id_filter("Only what belongs to this article.")]
OfStory = Annotated[str | None, id_filter("Only what belongs to this story.")]
OfSource = Annotated[str | None, id_filter("Only what belongs to articles of this source.")]
OfSpeaker = Annotated[str | None, id_filter("Only what is attributed to this speaker.")]
OfClaim = Annotated[str | None, id_filter("Only what this claim is part of.")]
OfAlignment = Annotated[str | None, id_filter("Only what belongs to this alignment.")]
OfRun = Annotated[
    str | None,
    id_filter("Only what this run found, be it the current one or not. Without it lists hold current runs only."),
]
MinScore = Annotated[
    float | None, score_filter("Only what belongs to alignments with at least this `alignment_score`.")
]
MinRelationScore = Annotated[
    float | None, score_filter("Only what belongs to alignments with at least this `relation_score`.")
]
OfUrl = Annotated[str | None, text_filter("Only the articles at this address.", MAX_URL)]


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """Rows in the order of their listing; `next_cursor` is None when they are the last ones."""

    rows: Sequence[Item]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """How the rows of one table are listed and found.

    `noun` names one of them to people. `order` names columns of text ids, positions and times that together are unique.
    `filters` turns the value of each filter into a condition; `unless_given` holds conditions that hold as long as the
    filter of that name is not set, `always` those that hold in every list.
    """

    noun: str
    table: type[Row]
    order: tuple[str, ...]
    filters: Mapping[str, Callable[[Any], Condition]] = field(default_factory=dict)
    unless_given: Mapping[str, Condition] = field(default_factory=dict)
    always: Sequence[Condition] = ()

    async def get(self, session: AsyncSession, row_id: str) -> Row:
        """The row of this id. Raises NotFound."""
        row = await session.get(self.table, row_id) if is_id(row_id) else None
        if row is None:
            raise NotFound(f"There is no {self.noun} with this id.")
        return row

    def conditions(self, asked: Mapping[str, Any]) -> list[Condition]:
        """What the rows satisfy that the filters in `asked` leave, None for those that are not set."""
        given = {name: value for name, value in asked.items() if value is not None}
        return [
            *self.always,
            *(self.filters[name](value) for name, value in given.items()),
            *(condition for name, condition in self.unless_given.items() if name not in given),
        ]

    async def page(self, session: AsyncSession, asked: Mapping[str, Any], limit: int, cursor: str | None) -> Slice[Row]:
        """One page. `asked` gives the filters, None for those that are not set. Raises InvalidRequest for a cursor
        that was not given out for them.
        """
        bound = bound_to(self.noun, asked)
        columns = [getattr(self.table, name) for name in self.order]
        statement = sa.select(self.table).where(*self.conditions(asked))
        if cursor is not None:
            after = read_cursor(cursor, bound, columns)
            statement = statement.where(sa.tuple_(*columns) > sa.tuple_(*after))
        found = (await session.scalars(statement.order_by(*columns).limit(limit + 1))).all()
        rows = found[:limit]
        more = len(found) > limit
        return Slice(rows, write_cursor(bound, [getattr(rows[-1], name) for name in self.order]) if more else None)


def is_id(text: str) -> bool:
    return re.fullmatch(ID_PATTERN, text) is not None


def ranked(rows: Sequence[tuple[int, str]], bound: str, limit: int, cursor: str | None) -> Slice[tuple[int, str]]:
    """One page of ids or words with ranks, the greatest rank first, equals in alphabetical order. Raises InvalidRequest
    for a cursor that was not given out for `bound`.
    """
    ordered = sorted(rows, key=lambda row: (-row[0], row[1]))
    if cursor is not None:
        rank, after = read_key(cursor, bound, [int, str])
        ordered = [row for row in ordered if (-row[0], row[1]) > (-rank, after)]
    page = ordered[:limit]
    return Slice(page, write_cursor(bound, page[-1]) if len(ordered) > limit else None)


def bound_to(noun: str, asked: Mapping[str, Any]) -> str:
    """What binds a cursor to a list and its filters."""
    return digest(noun, {name: value for name, value in asked.items() if value is not None})[:FILTER_DIGITS]


def write_cursor(bound: str, key: Sequence[Any]) -> str:
    """The cursor of the page after the row with this key."""
    parts = [part.isoformat() if isinstance(part, dt.datetime) else part for part in key]
    return base64.urlsafe_b64encode(json.dumps([bound, *parts]).encode("ascii")).rstrip(b"=").decode("ascii")


def read_cursor(cursor: str, bound: str, columns: Sequence[Any]) -> list[sa.BindParameter[Any]]:
    """The key in a cursor, as values of its columns. Raises InvalidRequest."""
    values = read_key(cursor, bound, [_kind_of(column) for column in columns])
    return [sa.literal(value, column.type) for value, column in zip(values, columns, strict=True)]


def read_key(cursor: str, bound: str, kinds: Sequence[type[Any]]) -> list[Any]:
    """The key in a cursor, as values of these types. Raises InvalidRequest."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        given, *key = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        values = [_key_part(part, kind) for part, kind in zip(key, kinds, strict=True)]
    except (binascii.Error, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise bad_cursor("This is no cursor of ours; leave it out to begin with the first page.") from error
    if given != bound:
        raise bad_cursor("This cursor was given out for other filters; keep them, or begin with the first page.")
    return values


def _kind_of(column: Any) -> type[Any]:
    """The type of a column's values. SQLModel wraps the types of text and moments in others that do not tell."""
    kept = column.type.impl_instance if isinstance(column.type, sa.types.TypeDecorator) else column.type
    kind: type[Any] = kept.python_type
    return kind


def _key_part(part: Any, kind: type[Any]) -> Any:
    """A value out of a cursor as its column holds it.

    Anybody can make up a cursor, so nothing reaches the database that it could choke on. Raises ValueError, TypeError
    or OverflowError.
    """
    if kind is dt.datetime:
        moment = dt.datetime.fromisoformat(part)
        if moment.tzinfo is not None:
            return moment.astimezone(dt.UTC)
    if kind is int and type(part) is int and 0 <= part <= GREATEST_POSITION:
        return part
    if kind is str and re.fullmatch(KEY_PATTERN, part):
        return part
    raise ValueError("no value of this column")


def bad_cursor(message: str) -> InvalidRequest:
    return InvalidRequest(message, faults=[Fault("invalid_cursor", message, parameter="cursor")])
