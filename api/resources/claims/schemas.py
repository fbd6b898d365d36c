"""The messages of `/v1/claims`."""

from __future__ import annotations

from pydantic import Field

from api.resources.extraction.schemas import ExtractedClaim, claim
from api.storage import tables
from api.wire import NextCursor, ResponseModel
from extractors import records


class Claim(ExtractedClaim):
    """One proposition asserted in one stored article."""

    id: str = Field(description="Id of the claim.")
    article_id: str = Field(description="The article it stands in.")
    speaker_id: str | None = Field(
        description="The speaker across articles that holds it; null in the article's own voice, and in older runs."
    )
    run_id: str = Field(description="The run that found it.")
    pipeline_version: str = Field(description="The version that found it.")


class ClaimPage(ResponseModel):
    """Claims by article, in reading order."""

    items: list[Claim] = Field(description="The claims of this page.")
    next_cursor: NextCursor


def stored_claim(row: tables.Claim, record: records.Claim, speaker_id: str | None) -> Claim:
    return Claim(
        **dict(claim(record)),
        article_id=row.article_id,
        speaker_id=speaker_id,
        run_id=row.run_id,
        pipeline_version=row.pipeline_version,
    )
