"""The messages of `/v1/speakers`."""

from __future__ import annotations

from pydantic import Field

from api.extraction.schemas import ExtractedSpeaker, speaker
from api.storage import extraction_rows, tables
from api.wire import ResponseModel


class Speaker(ExtractedSpeaker):
    """Somebody or something that claims of one stored article are attributed to.

    A speaker belongs to one article: the same person in two articles is two speakers.
    """

    id: str
    article_id: str
    run_id: str = Field(description="The run that found it.")
    pipeline_version: str = Field(description="The version that found it.")


class SpeakerPage(ResponseModel):
    """Speakers by article, in the order they appear."""

    items: list[Speaker]
    next_cursor: str | None = Field(description="The cursor of the next page, null on the last one.")


def stored_speaker(row: tables.Speaker) -> Speaker:
    return Speaker(
        **dict(speaker(extraction_rows.speaker(row))),
        article_id=row.article_id,
        run_id=row.run_id,
        pipeline_version=row.pipeline_version,
    )
