"""The runs, one row for each execution of a pipeline version, and what each could not measure."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.storage.columns import Json, word
from extractors.records import Span

RunKind = Literal["extraction", "comparison"]


@dataclass(frozen=True, slots=True)
class RunInput:
    """One article a run read. `run` is the extraction a comparison took it from, None in an extraction itself."""

    article: str
    run: str | None


@dataclass(frozen=True, slots=True)
class RunSpeaker:
    """A speaker that a comparison called otherwise than its article does, by the id of its appearance.

    `identity` is the speaker that decisions said it is, None where names alone told.
    """

    appearance: str
    name: str
    identity: str | None


class Run(SQLModel, table=True):
    """One execution of one pipeline version: an extraction has an article and a language, a comparison a story.

    `speakers` and `decisions`, which are a comparison's, say what it called whom and which decisions counted.
    """

    __tablename__ = "runs"
    __table_args__ = (
        sa.CheckConstraint(
            "(kind = 'extraction' AND article_id IS NOT NULL AND language IS NOT NULL AND story_id IS NULL)"
            " OR (kind = 'comparison' AND story_id IS NOT NULL AND article_id IS NULL AND language IS NULL)",
            name="subject",
        ),
        sa.Index(
            "uq_runs_current_extraction",
            "article_id",
            unique=True,
            sqlite_where=sa.text("current AND article_id IS NOT NULL"),
            postgresql_where=sa.text("current AND article_id IS NOT NULL"),
        ),
        sa.Index(
            "uq_runs_current_comparison",
            "story_id",
            unique=True,
            sqlite_where=sa.text("current AND story_id IS NOT NULL"),
            postgresql_where=sa.text("current AND story_id IS NOT NULL"),
        ),
        sa.Index(None, "created_at", "id"),
    )

    id: str = Field(primary_key=True)
    kind: str = Field(sa_type=word("kind", RunKind))
    pipeline_version: str
    inputs_sha256: str
    inputs: tuple[RunInput, ...] = Field(sa_type=Json(tuple[RunInput, ...]))
    speakers: tuple[RunSpeaker, ...] = Field(default=(), sa_type=Json(tuple[RunSpeaker, ...]))
    decisions: tuple[str, ...] = Field(default=(), sa_type=Json(tuple[str, ...]))
    article_id: str | None = Field(foreign_key="articles.id", index=True)
    story_id: str | None = Field(foreign_key="stories.id", index=True)
    language: str | None
    current: bool
    created_at: dt.datetime


class Caveat(SQLModel, table=True):
    """What a run did not measure."""

    __tablename__ = "caveats"

    run_id: str = Field(foreign_key="runs.id", primary_key=True)
    position: int = Field(primary_key=True)
    pipeline_version: str
    code: str
    detail: str
    span: Span | None = Field(sa_type=Json(Span))
