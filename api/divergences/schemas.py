"""The messages of `/v1/divergences`."""

from __future__ import annotations

from pydantic import Field

from api.comparison.divergences import Divergence, divergence
from api.storage import tables
from api.storage.comparisons import divergence_record
from api.wire import ResponseModel


class StoredDivergence(Divergence):
    """One respect in which two claims of a story's articles differ."""

    id: str
    alignment_id: str = Field(description="The alignment of the two claims.")
    story_id: str
    run_id: str = Field(description="The comparison that found it.")
    pipeline_version: str = Field(description="The version that found it.")


class DivergencePage(ResponseModel):
    """Divergences by story, in the order of its comparison."""

    items: list[StoredDivergence]
    next_cursor: str | None = Field(description="The cursor of the next page, null on the last one.")


def stored_divergence(row: tables.Divergence) -> StoredDivergence:
    return StoredDivergence(
        **dict(divergence(divergence_record(row))),
        id=row.id,
        alignment_id=row.alignment_id,
        story_id=row.story_id,
        run_id=row.run_id,
        pipeline_version=row.pipeline_version,
    )
