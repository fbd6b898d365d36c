"""`GET /v1/speakers`, `GET /v1/speakers/{id}`"""

from __future__ import annotations

from typing import Annotated

from litestar import Response, Router, get
from litestar.params import FromPath, QueryParameter

from api.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.contract_parts import answers
from api.db import Session
from api.extraction.schemas import SpeakerType
from api.filters import current, equals, of_source, of_story
from api.pagination import (
    DEFAULT_LIMIT,
    Cursor,
    Limit,
    Listing,
    OfArticle,
    OfRun,
    OfSource,
    OfStory,
    text_filter,
)
from api.speakers.schemas import Speaker, SpeakerPage, stored_speaker
from api.storage import tables

SPEAKERS = Listing(
    "speaker",
    tables.Speaker,
    order=("article_id", "position", "id"),
    filters={
        "article": equals(tables.Speaker.article_id),
        "story": of_story(tables.Speaker.article_id),
        "source": of_source(tables.Speaker.article_id),
        "name": equals(tables.Speaker.name),
        "type": equals(tables.Speaker.type),
        "anonymous": equals(tables.Speaker.anonymous),
        "run": equals(tables.Speaker.run_id),
    },
    unless_given={"run": current(tables.Speaker.run_id)},
)


@get("/speakers", operation_id="listSpeakers", summary="List speakers", responses=answers())
async def list_speakers(
    session: Session,
    article: OfArticle = None,
    story: OfStory = None,
    source: OfSource = None,
    name: Annotated[str | None, text_filter("Only speakers of exactly this name.")] = None,
    speaker_type: Annotated[
        SpeakerType | None, QueryParameter(name="type", description="Only speakers of this type.")
    ] = None,
    anonymous: Annotated[
        bool | None, QueryParameter(description="Only speakers who are not named, or only those who are.")
    ] = None,
    run: OfRun = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> SpeakerPage:
    """Whom stored articles attribute claims to, by article and in the order they appear."""
    asked = {
        "article": article,
        "story": story,
        "source": source,
        "name": name,
        "type": speaker_type,
        "anonymous": anonymous,
        "run": run,
    }
    found = await SPEAKERS.page(session, asked, limit, cursor)
    return SpeakerPage(items=[stored_speaker(row) for row in found.rows], next_cursor=found.next_cursor)


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
    """One speaker with every mention in its article."""
    return unless_known(stored_speaker(await SPEAKERS.get(session, speaker_id)), if_none_match)


router = Router(path="/v1", route_handlers=[list_speakers, get_speaker], tags=["speakers"])
