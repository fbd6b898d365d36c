"""The messages of `/v1/alignments` and `/v1/agreements`."""

from __future__ import annotations

from pydantic import Field

from api.resources.comparison.alignments import Alignment, alignment
from api.storage import tables
from api.wire import NextCursor, ResponseModel
from matching import records


class StoredAlignment(Alignment):
    """Claims of a story's articles that fill the same slot, and what they show."""

    id: str = Field(description="Id of the alignment.")
    story_id: str = Field(description="The story whose articles hold its claims.")
    run_id: str = Field(description="The comparison that found it.")
    pipeline_version: str = Field(description="The version that found it.")


class AlignmentPage(ResponseModel):
    """Alignments by story, in the order of its comparison."""

    items: list[StoredAlignment] = Field(description="The alignments of this page.")
    next_cursor: NextCursor


def stored_alignment(row: tables.Alignment, record: records.Alignment) -> StoredAlignment:
    return StoredAlignment(
        **dict(alignment(record)),
        story_id=row.story_id,
        run_id=row.run_id,
        pipeline_version=row.pipeline_version,
    )
