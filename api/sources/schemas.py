"""The messages of `/v1/sources`."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.storage import tables
from api.wire import ResponseModel


class Source(ResponseModel):
    """An outlet that publishes."""

    id: str
    name: str = Field(description="Name of the outlet, unique.")
    publisher: str | None = Field(description="Owner of the outlet, as the first article to name one did; else null.")
    created_at: dt.datetime = Field(description="When its first article was stored.")


class SourcePage(ResponseModel):
    """Sources in the order they came."""

    items: list[Source]
    next_cursor: str | None = Field(description="The cursor of the next page, null on the last one.")


def source(row: tables.Source) -> Source:
    return Source(id=row.id, name=row.name, publisher=row.publisher, created_at=row.created_at)
