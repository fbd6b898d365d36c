"""`POST /v1/stories`, `GET /v1/stories`, `GET /v1/stories/{id}`, `GET /v1/stories/{id}/comparison`,
`POST /v1/stories/{id}/comparisons`
"""

from __future__ import annotations

from litestar import Response, Router, get, post
from litestar.datastructures import ResponseHeader
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody

from api.http.answers import answers
from api.http.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.http.repeating import IdempotencyKey, once
from api.lists.pagination import DEFAULT_LIMIT, Cursor, Limit
from api.resources.stories import comparing, service
from api.resources.stories.schemas import Story, StoryComparison, StoryPage, StoryRequest
from api.running.intake import Storing
from api.storage.database import Session

LOCATION = ResponseHeader(
    name="Location", description="Address of the story.", value="", required=True, documentation_only=True
)
COMPARED = ResponseHeader(
    name="Location",
    description="Where the comparison stays readable when a newer one has taken its place.",
    value="",
    required=True,
    documentation_only=True,
)
UNCHANGED = ResponseSpec(StoryComparison, description="It was up to date; nothing changed.", generate_examples=False)


@post(
    "/stories",
    operation_id="createStory",
    summary="Open a story",
    status_code=201,
    response_description="The story is open and holds no article yet.",
    response_headers=[LOCATION],
    responses=answers(409, 413, 415),
)
async def create_story(
    data: JSONBody[StoryRequest], intake: Storing, idempotency_key: IdempotencyKey = None
) -> Response[Story]:
    """Opens a story: articles about one event, which are compared with each other as they are stored."""

    async def work() -> Response[Story]:
        story = await service.open_story(intake, data)
        return Response(story, status_code=201, headers={"Location": f"/v1/stories/{story.id}"})

    return await once(intake, idempotency_key, ("/v1/stories", data), work)


@get("/stories", operation_id="listStories", summary="List stories", responses=answers())
async def list_stories(session: Session, limit: Limit = DEFAULT_LIMIT, cursor: Cursor = None) -> StoryPage:
    """Stories in the order they came."""
    found = await service.STORIES.page(session, {}, limit, cursor)
    return StoryPage(items=await service.described(session, found.rows), next_cursor=found.next_cursor)


@get(
    "/stories/{story_id:str}",
    operation_id="getStory",
    summary="Get a story",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_story(session: Session, story_id: FromPath[str], if_none_match: IfNoneMatch = None) -> Response[Story]:
    """One story; its articles are listed by `GET /v1/articles?story=`."""
    row = await service.STORIES.get(session, story_id)
    return unless_known((await service.described(session, [row]))[0], if_none_match)


@get(
    "/stories/{story_id:str}/comparison",
    operation_id="getStoryComparison",
    summary="Compare the articles of a story",
    response_headers=[ETAG],
    responses=conditional_answers(404, 422),
)
async def get_story_comparison(
    session: Session, story_id: FromPath[str], if_none_match: IfNoneMatch = None
) -> Response[StoryComparison]:
    """Where the articles of the story agree and diverge, as the newest comparison found it.

    A story with fewer than two articles has none: the problem is `too_few_articles`. The caveat `decided_since` says
    that speakers were merged or split since: have the story compared again.
    """
    return unless_known(await service.current_comparison(session, story_id), if_none_match)


@post(
    "/stories/{story_id:str}/comparisons",
    operation_id="compareStory",
    summary="Compare the articles of a story again",
    status_code=201,
    response_description="The articles are compared under the decisions that stand now.",
    response_headers=[COMPARED],
    responses={200: UNCHANGED, **answers(404, 409, 422, 503)},
)
async def compare_story(story_id: FromPath[str], intake: Storing) -> Response[StoryComparison]:
    """Compares the stored articles of the story anew, so that merges and splits of speakers made since count.

    An article that joins the story brings the same about. Asking twice changes nothing, so there is no
    `Idempotency-Key`.
    """
    changed = await comparing.compare_again(intake, story_id)
    async with intake.database.reading() as session:
        comparison = await service.current_comparison(session, story_id)
    return Response(
        comparison,
        status_code=201 if changed else 200,
        headers={"Location": f"/v1/runs/{comparison.run_id}/comparison"},
    )


router = Router(
    path="/v1",
    route_handlers=[create_story, list_stories, get_story, get_story_comparison, compare_story],
    tags=["stories"],
)
