"""`GET /v1/runs`, `GET /v1/runs/{id}`, `GET /v1/runs/{id}/comparison`"""

from __future__ import annotations

from typing import Annotated

from litestar import Response, Router, get
from litestar.params import FromPath, QueryParameter

from api.errors import NotFound
from api.http.answers import answers
from api.http.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.lists.filters import equals
from api.lists.pagination import DEFAULT_LIMIT, Cursor, Limit, Listing, OfArticle, OfStory, text_filter
from api.resources.runs.schemas import Run, RunKind, RunPage, run_message
from api.resources.stories.schemas import StoryComparison, story_comparison
from api.storage import comparisons, tables
from api.storage.database import Session

RUNS = Listing(
    "run",
    tables.Run,
    order=("created_at", "id"),
    filters={
        "kind": equals(tables.Run.kind),
        "article": equals(tables.Run.article_id),
        "story": equals(tables.Run.story_id),
        "pipeline_version": equals(tables.Run.pipeline_version),
        "current": equals(tables.Run.current),
    },
)


@get("/runs", operation_id="listRuns", summary="List runs", responses=answers())
async def list_runs(
    session: Session,
    kind: Annotated[RunKind | None, QueryParameter(description="Only runs of this kind.")] = None,
    article: OfArticle = None,
    story: OfStory = None,
    pipeline_version: Annotated[str | None, text_filter("Only runs of this version.")] = None,
    current: Annotated[
        bool | None, QueryParameter(description="Only the newest run of each article and story, or only older ones.")
    ] = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> RunPage:
    """Every run whose results are stored, the earliest first."""
    asked = {
        "kind": kind,
        "article": article,
        "story": story,
        "pipeline_version": pipeline_version,
        "current": current,
    }
    found = await RUNS.page(session, asked, limit, cursor)
    return RunPage(items=[run_message(row) for row in found.rows], next_cursor=found.next_cursor)


@get(
    "/runs/{run_id:str}",
    operation_id="getRun",
    summary="Get a run",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_run(session: Session, run_id: FromPath[str], if_none_match: IfNoneMatch = None) -> Response[Run]:
    """One run and what it worked on."""
    return unless_known(run_message(await RUNS.get(session, run_id)), if_none_match)


@get(
    "/runs/{run_id:str}/comparison",
    operation_id="getRunComparison",
    summary="Get what a comparison found",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_run_comparison(
    session: Session, run_id: FromPath[str], if_none_match: IfNoneMatch = None
) -> Response[StoryComparison]:
    """What one comparison of a story found, be it the newest or an earlier one."""
    run = await RUNS.get(session, run_id)
    if run.story_id is None:
        raise NotFound("This run is no comparison; it read an article.")
    return unless_known(story_comparison(run, await comparisons.load(session, run)), if_none_match)


router = Router(path="/v1", route_handlers=[list_runs, get_run, get_run_comparison], tags=["runs"])
