"""The messages of `/v1/runs`."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from api.storage import tables
from api.wire import NextCursor, ResponseModel


class RunKind(StrEnum):
    """What a run did: read one article, or compare the articles of a story. A closed list."""

    EXTRACTION = "extraction"
    COMPARISON = "comparison"


class RunInput(ResponseModel):
    """One article that a run worked on."""

    article_id: str = Field(description="The article.")
    run_id: str | None = Field(description="The extraction a comparison worked on; null in an extraction.")


class Run(ResponseModel):
    """One execution of one pipeline version over named inputs. Everything derived names the run it comes from."""

    id: str = Field(description="Follows from kind, version and inputs.")
    kind: RunKind
    pipeline_version: str = Field(description="The same inputs under the same version give the same results.")
    inputs: list[RunInput] = Field(description="The articles it worked on.")
    decisions: list[str] = Field(
        description="The decisions on speakers that a comparison counted; none in an extraction."
    )
    inputs_sha256: str = Field(description="Digest of everything the run worked on, in hexadecimal.")
    article_id: str | None = Field(description="The article that was read; null for a comparison.")
    story_id: str | None = Field(description="The story that was compared; null for an extraction.")
    current: bool = Field(description="Whether it is the newest run of its article or story, the one lists show.")
    created_at: dt.datetime = Field(description="When its results were stored.")


class RunPage(ResponseModel):
    """Runs in the order their results were stored."""

    items: list[Run] = Field(description="The runs of this page.")
    next_cursor: NextCursor


def run_message(row: tables.Run) -> Run:
    return Run(
        id=row.id,
        kind=RunKind(row.kind),
        pipeline_version=row.pipeline_version,
        inputs=[RunInput(article_id=one.article, run_id=one.run) for one in row.inputs],
        decisions=list(row.decisions),
        inputs_sha256=row.inputs_sha256,
        article_id=row.article_id,
        story_id=row.story_id,
        current=row.current,
        created_at=row.created_at,
    )
