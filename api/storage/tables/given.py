"""What callers hand in: sources, stories and articles. And the answers they were given, for when they ask again."""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class Source(SQLModel, table=True):
    """`publisher` is the owner that the first article to name one gave; each article keeps what it was sent with."""

    __tablename__ = "sources"

    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    publisher: str | None
    created_at: dt.datetime


class Story(SQLModel, table=True):
    """`version` counts the changes to what the story holds; a comparison is stored only if it saw the latest."""

    __tablename__ = "stories"

    id: str = Field(primary_key=True)
    title: str
    version: int
    created_at: dt.datetime


class Article(SQLModel, table=True):
    """One published text. `identity` is a digest of source, address and text: the same one is never stored twice.

    `published_on` is the publisher's own day. `published_at` is the moment if one was given, in UTC, and
    `published_offset` the minutes from UTC it was given with.
    """

    __tablename__ = "articles"
    __table_args__ = (sa.UniqueConstraint("source_id", "url", "revision"), sa.Index(None, "story_id", "id"))

    id: str = Field(primary_key=True)
    identity: str = Field(unique=True)
    source_id: str = Field(foreign_key="sources.id")
    story_id: str | None = Field(foreign_key="stories.id")
    publisher: str | None
    url: str | None
    title: str | None
    published_on: dt.date | None
    published_at: dt.datetime | None
    published_offset: int | None
    text: str
    text_sha256: str
    revision: int
    created_at: dt.datetime


class KeptAnswer(SQLModel, table=True):
    """What a request was answered with, by the key that its caller gave it, for a while."""

    __tablename__ = "kept_answers"

    key: str = Field(primary_key=True)
    request_sha256: str
    status: int
    location: str | None
    body: str
    created_at: dt.datetime = Field(index=True)
