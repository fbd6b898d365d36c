"""What all tables share: the names of their constraints, and the columns of everything that a run derives.

In this package no module says `from __future__ import annotations`: SQLModel reads the annotations while the classes
are made.
"""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

METADATA = SQLModel.metadata
METADATA.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name that follows from its columns, without which a migration could not drop it on SQLite."""

DEFERRED: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
"""For rows that refer to rows of their own table: these may be written in any order within a transaction."""


class Derived(SQLModel):
    """What every derived row carries. `local_id` is the name the run gave it; `id` follows from that and the run."""

    id: str = Field(primary_key=True)
    run_id: str = Field(foreign_key="runs.id")
    local_id: str
    pipeline_version: str
    position: int


class FromArticle(Derived):
    """A row that was read in one article."""

    article_id: str = Field(foreign_key="articles.id")


class FromStory(Derived):
    """A row that was found among the articles of one story."""

    story_id: str = Field(foreign_key="stories.id")


def in_order(subject: str) -> tuple[sa.Index, ...]:
    """The indexes of a derived table: by its run, and by its subject in the order lists are given in."""
    return (sa.Index(None, "run_id", "position"), sa.Index(None, subject, "position", "id"))
