"""The messages of `/v1/claims`."""

from __future__ import annotations

from pydantic import Field

from api.extraction.schemas import ExtractedClaim, claim
from api.storage import tables
from api.wire import ResponseModel
from extractors import records


class Claim(ExtractedClaim):
    """One proposition asserted in one stored article."""

    id: str
    article_id: str
    speaker_id: str | None = Field(
        description="The speaker across articles that holds it; null in the article's own voice, and in older runs."
    )
    run_id: str = Field(description="The run that found it.")
    pipeline_version: str = Field(description="The version that found it.")


class ClaimPage(ResponseModel):
    """Claims by article, in reading order."""

    items: list[Claim]
    next_cursor: str | None = Field(description="The cursor of the next page, null on the last one.")


def stored_claim(row: tables.Claim, record: records.Claim, speaker_id: str | None) -> Claim:
    return Claim(
        **dict(claim(record)),
        article_id=row.article_id,
        speaker_id=speaker_id,
        run_id=row.run_id,
        pipeline_version=row.pipeline_version,
    )
