"""The messages of `/v1/divergences`."""

from __future__ import annotations

from pydantic import Field

from api.resources.comparison.divergences import Divergence, divergence
from api.storage import tables
from api.storage.comparisons import divergence_record
from api.wire import NextCursor, ResponseModel


class StoredDivergence(Divergence):
    """One respect in which two claims of a story's articles differ."""

    id: str = Field(description="Id of the divergence.")
    alignment_id: str = Field(description="The alignment of the two claims.")
    story_id: str = Field(description="The story whose articles differ.")
    run_id: str = Field(description="The comparison that found it.")
    pipeline_version: str = Field(description="The version that found it.")


class DivergencePage(ResponseModel):
    """Divergences by story, in the order of its comparison."""

    items: list[StoredDivergence] = Field(description="The divergences of this page.")
    next_cursor: NextCursor


def stored_divergence(row: tables.Divergence) -> StoredDivergence:
    return StoredDivergence(
        **dict(divergence(divergence_record(row))),
        id=row.id,
        alignment_id=row.alignment_id,
        story_id=row.story_id,
        run_id=row.run_id,
        pipeline_version=row.pipeline_version,
    )
