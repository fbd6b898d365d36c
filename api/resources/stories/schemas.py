"""The messages of `/v1/stories`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from api.resources.articles.schemas import storable
from api.resources.comparison.schemas import CompareResult, compare_result
from api.storage import tables
from api.wire import MAX_TITLE, SOMETHING, NextCursor, RequestModel, ResponseModel
from matching.records import Comparison


class StoryRequest(RequestModel):
    """A story to open: articles about one event are put into it one by one."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "The closing of the bridge at Orrin"}]})

    title: Annotated[str, AfterValidator(storable)] = Field(
        min_length=1, max_length=MAX_TITLE, pattern=SOMETHING, description="What it is about, for people."
    )


class Story(ResponseModel):
    """The articles about one event."""

    id: str = Field(description="Id of the story.")
    title: str = Field(description="What it is about, for people.")
    articles: int = Field(ge=0, description="How many articles it holds, every revision counted.")
    comparison_run_id: str | None = Field(
        description="The run that compared its articles last, null while there are fewer than two."
    )
    created_at: dt.datetime = Field(description="When it was opened.")


class StoryPage(ResponseModel):
    """Stories in the order they came."""

    items: list[Story] = Field(description="The stories of this page.")
    next_cursor: NextCursor


class StoryComparison(CompareResult):
    """Where the articles of a story agree and diverge, as `POST /v1/compare` answers it, with the ids of what is
    stored. Of several revisions of an article the newest takes part.
    """

    story_id: str = Field(description="The story that was compared.")
    run_id: str = Field(description="The run that compared them.")


def story(row: tables.Story, articles: int, comparison_run_id: str | None) -> Story:
    return Story(
        id=row.id,
        title=row.title,
        articles=articles,
        comparison_run_id=comparison_run_id,
        created_at=row.created_at,
    )


def story_comparison(run: tables.Run, comparison: Comparison) -> StoryComparison:
    found = compare_result(comparison, run.decisions)
    return StoryComparison(**dict(found), story_id=run.story_id or "", run_id=run.id)
