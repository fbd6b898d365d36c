"""The messages of `/v1/divergences`."""

from __future__ import annotations

from pydantic import Field

from api import wire
from api.resources.comparison.divergences import Divergence, divergence
from api.storage import tables
from api.storage.comparisons import divergence_record
from api.wire import NextCursor, ResponseModel, Score


class StoredDivergence(Divergence):
    """One respect in which two claims of a story's articles differ."""

    id: str = Field(description="Id of the divergence.")
    alignment_id: str = Field(description="The alignment of the two claims.")
    alignment_score: Score = Field(description="How likely, in [0, 1], its members fill the same slot.")
    relation_score: Score = Field(description="How sure, in [0, 1], it is that they diverge.")
    story_id: str = Field(description="The story whose articles differ.")
    run_id: str = Field(description="The comparison that found it.")
    pipeline_version: str = Field(description="The version that found it.")


class DivergencePage(ResponseModel):
    """Divergences by story, in the order of its comparison."""

    items: list[StoredDivergence] = Field(description="The divergences of this page.")
    next_cursor: NextCursor


def stored_divergence(row: tables.Divergence, alignment: tables.Alignment) -> StoredDivergence:
    return StoredDivergence(
        **dict(divergence(divergence_record(row))),
        id=row.id,
        alignment_id=row.alignment_id,
        alignment_score=wire.score(alignment.alignment_score),
        relation_score=wire.score(alignment.relation_score),
        story_id=row.story_id,
        run_id=row.run_id,
        pipeline_version=row.pipeline_version,
    )
