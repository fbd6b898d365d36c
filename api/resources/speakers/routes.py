"""`GET /v1/speakers`, `GET /v1/speakers/counts`, `GET /v1/speakers/{id}`, `GET /v1/speakers/{id}/appearances`,
`POST /v1/speakers/{id}/merges`, `POST /v1/speakers/{id}/splits`
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from litestar import Response, Router, get, post
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency, Provide
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody, QueryParameter

from api.http.answers import answers
from api.http.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.http.repeating import IdempotencyKey, once
from api.lists.counting import CountPage, counted
from api.lists.pagination import DEFAULT_LIMIT, Cursor, Limit, OfArticle, OfSource, OfStory, text_filter
from api.resources.decisions import service as decisions
from api.resources.decisions.schemas import Decision, MergeRequest, SplitRequest, decision
from api.resources.extraction.attributions import SpeakerType
from api.resources.speakers import service
from api.resources.speakers.schemas import AppearancePage, Speaker, SpeakerPage
from api.running.intake import Storing
from api.storage.database import Session

LOCATION = ResponseHeader(
    name="Location", description="Address of the decision.", value="", required=True, documentation_only=True
)
DECIDED = ResponseSpec(Decision, description="It was decided already; nothing changed.", generate_examples=False)


def provide_speakers_asked(
    name: Annotated[str | None, text_filter("Only speakers that an article gives exactly this name.")] = None,
    type: Annotated[SpeakerType | None, QueryParameter(description="Only speakers of this type.")] = None,  # noqa: A002
    anonymous: Annotated[
        bool | None, QueryParameter(description="Only speakers who are not named, or only those who are.")
    ] = None,
    article: OfArticle = None,
    story: OfStory = None,
    source: OfSource = None,
) -> dict[str, Any]:
    """The value of each filter of speakers, None where it is not set."""
    return {
        "name": name,
        "type": type,
        "anonymous": anonymous,
        "article": article,
        "story": story,
        "source": source,
    }


@get("/speakers", operation_id="listSpeakers", summary="List speakers", responses=answers())
async def list_speakers(
    session: Session,
    speakers_asked: NamedDependency[dict[str, Any]],
    q: Annotated[
        str | None,
        text_filter("Only speakers with a name like this one, best first: in any order of words, titles or not."),
    ] = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> SpeakerPage:
    """The speakers that stored articles attribute claims to, each listed once, in the order they came."""
    if q is None:
        found = await service.SPEAKERS.page(session, speakers_asked, limit, cursor)
    else:
        found = await service.search(session, q, speakers_asked, limit, cursor)
    return SpeakerPage(items=await service.described(session, found.rows), next_cursor=found.next_cursor)


@get("/speakers/counts", operation_id="countSpeakers", summary="Count speakers", responses=answers())
async def count_speakers(
    session: Session,
    speakers_asked: NamedDependency[dict[str, Any]],
    by: Annotated[Literal["type", "source", "story"], QueryParameter(description="What the speakers are counted by.")],
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> CountPage:
    """How many speakers there are of each type, or in the articles of each source or story."""
    return await counted(session, service.SPEAKERS, speakers_asked, (by, service.GROUPINGS[by]), limit, cursor)


@get(
    "/speakers/{speaker_id:str}",
    operation_id="getSpeaker",
    summary="Get a speaker",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_speaker(
    session: Session, speaker_id: FromPath[str], if_none_match: IfNoneMatch = None
) -> Response[Speaker]:
    """One speaker with every name it is given.

    The id of a speaker that was merged into another answers with that one, the id of an appearance with the speaker it
    is of: compare the `id` of the answer.
    """
    row = await service.get(session, speaker_id)
    return unless_known((await service.described(session, [row]))[0], if_none_match)


@get(
    "/speakers/{speaker_id:str}/appearances",
    operation_id="listAppearances",
    summary="List the appearances of a speaker",
    responses=answers(404),
)
async def list_appearances(
    session: Session,
    speaker_id: FromPath[str],
    article: OfArticle = None,
    story: OfStory = None,
    source: OfSource = None,
    name: Annotated[str | None, text_filter("Only where the article gives exactly this name.")] = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> AppearancePage:
    """The evidence for one speaker: each article it appears in, with its name and every mention there."""
    row = await service.get(session, speaker_id)
    asked = {"speaker": row.id, "article": article, "story": story, "source": source, "name": name}
    found = await service.APPEARANCES.page(session, asked, limit, cursor)
    return AppearancePage(items=await service.appearances(session, found.rows), next_cursor=found.next_cursor)


@post(
    "/speakers/{speaker_id:str}/merges",
    operation_id="mergeSpeakers",
    summary="Merge another speaker into this one",
    status_code=201,
    response_description="The two are one from now on, in this and every later run.",
    response_headers=[LOCATION],
    responses={200: DECIDED, **answers(404, 409, 413, 415, 422)},
)
async def merge_speakers(
    speaker_id: FromPath[str], data: JSONBody[MergeRequest], intake: Storing, idempotency_key: IdempotencyKey = None
) -> Response[Decision]:
    """Says that another speaker is this one. The other's id leads here from now on; a reversal undoes it."""

    async def work() -> Response[Decision]:
        return _answer(await decisions.merge(intake, speaker_id, data))

    return await once(intake, idempotency_key, (f"/v1/speakers/{speaker_id}/merges", data), work)


@post(
    "/speakers/{speaker_id:str}/splits",
    operation_id="splitSpeaker",
    summary="Split some appearances off a speaker",
    status_code=201,
    response_description="What was split off is a speaker of its own from now on, in this and every later run.",
    response_headers=[LOCATION],
    responses={200: DECIDED, **answers(404, 409, 413, 415, 422)},
)
async def split_speaker(
    speaker_id: FromPath[str], data: JSONBody[SplitRequest], intake: Storing, idempotency_key: IdempotencyKey = None
) -> Response[Decision]:
    """Says that some appearances are of somebody else: those that satisfy every condition that is given.

    Later appearances that satisfy them go the same way, so name the story where more articles of it may come.
    """

    async def work() -> Response[Decision]:
        return _answer(await decisions.split(intake, speaker_id, data))

    return await once(intake, idempotency_key, (f"/v1/speakers/{speaker_id}/splits", data), work)


def _answer(decided: decisions.Decided) -> Response[Decision]:
    return Response(
        decision(decided.row),
        status_code=201 if decided.created else 200,
        headers={"Location": f"/v1/decisions/{decided.row.id}"},
    )


router = Router(
    path="/v1",
    route_handlers=[list_speakers, count_speakers, get_speaker, list_appearances, merge_speakers, split_speaker],
    dependencies={"speakers_asked": Provide(provide_speakers_asked, sync_to_thread=False)},
    tags=["speakers"],
)
