"""The messages of `/v1/quotes`."""

from __future__ import annotations

from pydantic import Field

from api.resources.extraction.schemas import ExtractedQuote, quote
from api.storage import extraction_rows, tables
from api.wire import NextCursor, ResponseModel


class Quote(ExtractedQuote):
    """A passage in quotation marks in a stored article."""

    id: str = Field(description="Id of the quote.")
    article_id: str = Field(description="The article it stands in.")
    speaker_id: str | None = Field(
        description="The speaker across articles whose words these are; null when there is none, and in older runs."
    )
    run_id: str = Field(description="The run that found it.")
    pipeline_version: str = Field(description="The version that found it.")


class QuotePage(ResponseModel):
    """Quotes by article, in reading order."""

    items: list[Quote] = Field(description="The quotes of this page.")
    next_cursor: NextCursor


def stored_quote(row: tables.Quote, speaker_id: str | None) -> Quote:
    return Quote(
        **dict(quote(extraction_rows.quote(row))),
        article_id=row.article_id,
        speaker_id=speaker_id,
        run_id=row.run_id,
        pipeline_version=row.pipeline_version,
    )
