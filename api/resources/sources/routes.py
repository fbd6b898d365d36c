"""`GET /v1/sources`, `GET /v1/sources/{id}`"""

from __future__ import annotations

from typing import Annotated

from litestar import Response, Router, get
from litestar.params import FromPath

from api.http.answers import answers
from api.http.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.lists.filters import equals
from api.lists.pagination import DEFAULT_LIMIT, Cursor, Limit, Listing, text_filter
from api.resources.sources import schemas
from api.resources.sources.schemas import Source, SourcePage
from api.storage import tables
from api.storage.database import Session

SOURCES = Listing(
    "source",
    tables.Source,
    order=("id",),
    filters={"name": equals(tables.Source.name), "publisher": equals(tables.Source.publisher)},
)


@get("/sources", operation_id="listSources", summary="List sources", responses=answers())
async def list_sources(
    session: Session,
    name: Annotated[str | None, text_filter("Only the source of this name.")] = None,
    publisher: Annotated[str | None, text_filter("Only the sources of this owner.")] = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> SourcePage:
    """Every outlet of which an article is stored, in the order they came."""
    found = await SOURCES.page(session, {"name": name, "publisher": publisher}, limit, cursor)
    return SourcePage(items=[schemas.source(row) for row in found.rows], next_cursor=found.next_cursor)


@get(
    "/sources/{source_id:str}",
    operation_id="getSource",
    summary="Get a source",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_source(session: Session, source_id: FromPath[str], if_none_match: IfNoneMatch = None) -> Response[Source]:
    """One outlet."""
    return unless_known(schemas.source(await SOURCES.get(session, source_id)), if_none_match)


router = Router(path="/v1", route_handlers=[list_sources, get_source], tags=["sources"])
