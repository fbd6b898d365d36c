"""Who speakers are across all articles, and what people decided about them."""

import datetime as dt
from typing import Literal

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.storage.columns import Json, word
from extractors.records import SpeakerType
from matching.name_forms import Marks

DecisionKind = Literal["merge", "split"]


class Speaker(SQLModel, table=True):
    """Whom appearances of all articles are of. Name, type and `anonymous` are those that most of them give."""

    __tablename__ = "speakers"
    __table_args__ = (sa.Index(None, "created_at", "id"),)

    id: str = Field(primary_key=True)
    name: str
    type: str = Field(sa_type=word("type", SpeakerType))
    anonymous: bool
    created_at: dt.datetime


class Identification(SQLModel, table=True):
    """Which speaker an appearance of a current run is of.

    `automatic_id` is the speaker that names tell, `speaker_id` the one after all decisions. `name` is that within the
    story, `key` and `marks` are what the names tell (`matching.identity_keys`), `mentions` counts the mentions.
    """

    __tablename__ = "identifications"

    appearance_id: str = Field(foreign_key="appearances.id", primary_key=True)
    article_id: str = Field(foreign_key="articles.id", index=True)
    automatic_id: str = Field(foreign_key="speakers.id", index=True)
    speaker_id: str = Field(foreign_key="speakers.id", index=True)
    name: str
    key: str = Field(index=True)
    marks: Marks = Field(sa_type=Json(Marks))
    mentions: int


class NameWord(SQLModel, table=True):
    """A word of a name that some article or decision gives a speaker, for searches. Never deleted."""

    __tablename__ = "name_words"

    word: str = Field(primary_key=True)
    name: str = Field(primary_key=True, index=True)


class SpeakerDecision(SQLModel, table=True):
    """What a person decided about speakers: all that is `from_id`, or in a split what satisfies every one of
    `articles`, `stories` and `names` that is not empty, is `to_id` from now on, until it is reversed.
    """

    __tablename__ = "speaker_decisions"

    id: str = Field(primary_key=True)
    kind: str = Field(sa_type=word("kind", DecisionKind))
    from_id: str = Field(foreign_key="speakers.id", index=True)
    to_id: str = Field(foreign_key="speakers.id", index=True)
    articles: tuple[str, ...] = Field(sa_type=Json(tuple[str, ...]))
    stories: tuple[str, ...] = Field(sa_type=Json(tuple[str, ...]))
    names: tuple[str, ...] = Field(sa_type=Json(tuple[str, ...]))
    name: str | None
    author: str
    reason: str
    created_at: dt.datetime
    reversed_by: str | None
    reversal_reason: str | None
    reversed_at: dt.datetime | None
