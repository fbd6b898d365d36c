"""The messages of `/v1/speakers`."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.resources.extraction.attributions import ExtractedSpeaker, SpeakerType, speaker
from api.storage import extraction_rows, tables
from api.storage.comparisons import published
from api.wire import NextCursor, Published, ResponseModel

MOST_NAMES = 50
"""Names of one speaker in a message. Few have more than ten; all of them are with the appearances."""


class SpeakerName(ResponseModel):
    """A name that articles give a speaker, with how often they do. The evidence is with the appearances."""

    name: str = Field(description="The fullest name an article gives.")
    articles: int = Field(ge=1, description="How many articles give it.")
    mentions: int = Field(ge=0, description="How often the speaker is mentioned in these articles, however it is.")


class Speaker(ResponseModel):
    """Somebody or something that stored articles attribute claims to, one however and wherever it is mentioned.

    The id stays when articles are added or read again. Counts are those of the newest run of each article.
    """

    id: str = Field(description="Id of the speaker, the same in all articles.")
    name: str = Field(description="The name that most articles use, or that a decision gave.")
    type: SpeakerType
    anonymous: bool = Field(description="True when the articles withhold or do not know the name.")
    names: list[SpeakerName] = Field(description=f"Every name it is given, the most used first; {MOST_NAMES} at most.")
    articles: int = Field(ge=0, description="How many articles it appears in, every revision counted.")
    stories: int = Field(ge=0, description="How many stories these belong to.")
    sources: int = Field(ge=0, description="How many outlets published these.")
    mentions: int = Field(ge=0, description="How often they mention it.")
    claims: int = Field(
        ge=0,
        description="How many claims of level `clause` they attribute to it; those of other levels say the same again.",
    )
    first_published_on: dt.date | None = Field(description="The day of the earliest article that has one.")
    last_published_on: dt.date | None = Field(description="The day of the latest article that has one.")
    created_at: dt.datetime = Field(description="When the first article with it was stored.")


class SpeakerPage(ResponseModel):
    """Speakers in the order they came, or those that fit a search best first."""

    items: list[Speaker] = Field(description="The speakers of this page.")
    next_cursor: NextCursor


class Appearance(ExtractedSpeaker):
    """A speaker in one stored article: the name and the mentions there, as of the article's day."""

    id: str = Field(description="Id of the appearance.")
    speaker_id: str = Field(description="Whose appearance it is, all decisions counted.")
    automatic_speaker_id: str = Field(description="Whose it is by its names alone.")
    article_id: str = Field(description="The article it is in.")
    story_id: str | None = Field(description="The story of the article, null when it belongs to none.")
    source_id: str = Field(description="The outlet that published the article.")
    published_at: Published | None = Field(description="When the article was published, as it was given.")
    run_id: str = Field(description="The run that found it.")
    pipeline_version: str = Field(description="The version that found it.")


class AppearancePage(ResponseModel):
    """Appearances by article, in the order they come in it."""

    items: list[Appearance] = Field(description="The appearances of this page.")
    next_cursor: NextCursor


def appearance(row: tables.Appearance, identified: tables.Identification, article: tables.Article) -> Appearance:
    return Appearance(
        **dict(speaker(extraction_rows.speaker(row))),
        speaker_id=identified.speaker_id,
        automatic_speaker_id=identified.automatic_id,
        article_id=row.article_id,
        story_id=article.story_id,
        source_id=article.source_id,
        published_at=published(article),
        run_id=row.run_id,
        pipeline_version=row.pipeline_version,
    )
