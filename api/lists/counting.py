"""How many rows of a list have which value: the most frequent first, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.lists.pagination import Listing, bound_to, ranked
from api.storage import tables
from api.wire import NextCursor, ResponseModel


class Count(ResponseModel):
    """How often a value occurs."""

    value: str = Field(description="The value: a word, or the id of a source, story, article or speaker.")
    name: str | None = Field(description="What people call what the id names; null for a word.")
    count: int = Field(ge=1, description="How many there are.")


class CountPage(ResponseModel):
    """Counts by value, the most frequent value first. What has no value is not counted."""

    items: list[Count] = Field(description="The values of this page with their counts.")
    next_cursor: NextCursor


@dataclass(frozen=True, slots=True)
class Grouping:
    """The values rows are counted by: a column, and the tables that lead to it, each with how it is joined.

    `named` is the column of names where the values are ids.
    """

    column: Any
    through: Sequence[tuple[Any, sa.ColumnElement[bool]]] = ()
    named: Any = None


async def counted(
    session: AsyncSession,
    listing: Listing[Any],
    asked: Mapping[str, Any],
    by: tuple[str, Grouping],
    limit: int,
    cursor: str | None,
) -> CountPage:
    """One page of the counts of what a list with these filters holds. Raises InvalidRequest for a foreign cursor."""
    name, grouping = by
    value = col(grouping.column)
    statement = sa.select(value, sa.func.count(listing.table.id.distinct())).select_from(listing.table)
    for table, condition in grouping.through:
        statement = statement.join(table, condition)
    rows = await session.execute(statement.where(*listing.conditions(asked), value.is_not(None)).group_by(value))
    bound = bound_to(f"{listing.noun} by {name}", asked)
    page = ranked([(count, found) for found, count in rows], bound, limit, cursor)
    names = await _names(session, grouping.named, [found for _, found in page.rows])
    return CountPage(
        items=[Count(value=found, name=names.get(found), count=count) for count, found in page.rows],
        next_cursor=page.next_cursor,
    )


async def _names(session: AsyncSession, named: Any, ids: Sequence[str]) -> dict[str, str]:
    if named is None:
        return {}
    found = await session.execute(sa.select(named.class_.id, named).where(named.class_.id.in_(ids)))
    return dict(found.all())


def of_article(
    column: Any, article_id: Any, named: Any, through: Sequence[tuple[Any, sa.ColumnElement[bool]]] = ()
) -> Grouping:
    """By a column of the article that `article_id` refers to; `through` are the joins that lead to `article_id`."""
    return Grouping(column, (*through, (tables.Article, col(tables.Article.id) == col(article_id))), named)
