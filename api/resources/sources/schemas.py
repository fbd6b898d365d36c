"""The messages of `/v1/sources`."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.storage import tables
from api.wire import NextCursor, ResponseModel


class Source(ResponseModel):
    """An outlet that publishes."""

    id: str = Field(description="Id of the source.")
    name: str = Field(description="Name of the outlet, unique.")
    publisher: str | None = Field(description="Owner of the outlet, as the first article to name one did; else null.")
    created_at: dt.datetime = Field(description="When its first article was stored.")


class SourcePage(ResponseModel):
    """Sources in the order they came."""

    items: list[Source] = Field(description="The sources of this page.")
    next_cursor: NextCursor


def source(row: tables.Source) -> Source:
    return Source(id=row.id, name=row.name, publisher=row.publisher, created_at=row.created_at)
