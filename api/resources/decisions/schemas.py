"""The messages of `/v1/decisions`, and those that make decisions."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from api.lists.pagination import ID_PATTERN, MAX_ID
from api.resources.articles.schemas import storable
from api.storage import tables
from api.wire import MAX_NAME, SOMETHING, NextCursor, RequestModel, ResponseModel

MAX_REASON = 1_000
MAX_CONDITIONS = 100
"""Articles, stories or names of one split. Who needs more is telling stories apart, and names those."""

Id = Annotated[str, Field(max_length=MAX_ID, pattern=ID_PATTERN)]
Name = Annotated[str, Field(min_length=1, max_length=MAX_NAME, pattern=SOMETHING), AfterValidator(storable)]


class DecisionKind(StrEnum):
    """What was decided: two speakers are one, or one is two. A closed list."""

    MERGE = "merge"
    SPLIT = "split"


class DecisionRequest(RequestModel):
    """Who decides, and why: both are kept with the decision."""

    author: Name = Field(description="Who decides: a name or an address that others will recognise.")
    reason: Annotated[str, AfterValidator(storable)] = Field(
        min_length=1, max_length=MAX_REASON, pattern=SOMETHING, description="Why, for whoever reads it later."
    )


class MergeRequest(DecisionRequest):
    """Another speaker is this one."""

    speaker_id: Id = Field(description="The speaker that becomes part of the one in the address.")
    name: Name | None = Field(default=None, description="What the speaker is called from now on; else as it is.")


class SplitRequest(DecisionRequest):
    """Appearances that satisfy every condition given are of somebody else. At least one condition is needed."""

    articles: list[Id] = Field(default=[], max_length=MAX_CONDITIONS, description="Those in one of these articles.")
    stories: list[Id] = Field(default=[], max_length=MAX_CONDITIONS, description="Those in one of these stories.")
    names: list[Name] = Field(
        default=[], max_length=MAX_CONDITIONS, description="Those that the article gives one of these names."
    )
    name: Name | None = Field(
        default=None, description="What the new speaker is called; else the name most of its articles use."
    )

    @model_validator(mode="after")
    def some_condition(self) -> SplitRequest:
        """Raises ValueError when every appearance would be meant."""
        if not (self.articles or self.stories or self.names):
            raise ValueError("Give articles, stories or names that tell which appearances are meant.")
        return self


class ReversalRequest(DecisionRequest):
    """A decision is undone."""


class Reversal(ResponseModel):
    """The end of a decision."""

    author: str = Field(description="Who reversed it.")
    reason: str = Field(description="Why.")
    created_at: dt.datetime = Field(description="When it was reversed.")


class Decision(ResponseModel):
    """What a person decided about speakers. It holds for every later run and article until it is reversed."""

    id: str = Field(description="Id of the decision.")
    kind: DecisionKind
    from_speaker_id: str = Field(description="The speaker that was merged into another one, or split.")
    to_speaker_id: str = Field(description="The speaker that it became part of, or that was split off.")
    articles: list[str] = Field(description="Of a split: only appearances in these articles; empty for all.")
    stories: list[str] = Field(description="Of a split: only appearances in these stories; empty for all.")
    names: list[str] = Field(description="Of a split: only appearances of these names; empty for all.")
    name: str | None = Field(description="What the speaker it leads to is called since, null as articles call it.")
    author: str = Field(description="Who decided.")
    reason: str = Field(description="Why.")
    created_at: dt.datetime = Field(description="When it was made.")
    reversal: Reversal | None = Field(description="Null while the decision stands.")


class DecisionPage(ResponseModel):
    """Decisions in the order they were made."""

    items: list[Decision] = Field(description="The decisions of this page.")
    next_cursor: NextCursor


def decision(row: tables.SpeakerDecision) -> Decision:
    return Decision(
        id=row.id,
        kind=DecisionKind(row.kind),
        from_speaker_id=row.from_id,
        to_speaker_id=row.to_id,
        articles=list(row.articles),
        stories=list(row.stories),
        names=list(row.names),
        name=row.name,
        author=row.author,
        reason=row.reason,
        created_at=row.created_at,
        reversal=None
        if row.reversed_at is None
        else Reversal(author=row.reversed_by or "", reason=row.reversal_reason or "", created_at=row.reversed_at),
    )
