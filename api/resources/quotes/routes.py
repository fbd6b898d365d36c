"""`GET /v1/quotes`, `GET /v1/quotes/{id}`"""

from __future__ import annotations

from collections.abc import Sequence

from litestar import Response, Router, get
from litestar.params import FromPath
from sqlalchemy.ext.asyncio import AsyncSession

from api.http.answers import answers
from api.http.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.lists.filters import current, equals, of_source, of_speaker, of_story
from api.lists.pagination import DEFAULT_LIMIT, Cursor, Limit, Listing, OfArticle, OfRun, OfSource, OfSpeaker, OfStory
from api.resources.quotes.schemas import Quote, QuotePage, stored_quote
from api.resources.speakers.holders import holders
from api.storage import tables
from api.storage.database import Session

QUOTES = Listing(
    "quote",
    tables.Quote,
    order=("article_id", "position", "id"),
    filters={
        "article": equals(tables.Quote.article_id),
        "story": of_story(tables.Quote.article_id),
        "source": of_source(tables.Quote.article_id),
        "speaker": of_speaker(tables.Quote.attribution_id),
        "run": equals(tables.Quote.run_id),
    },
    unless_given={"run": current(tables.Quote.run_id)},
)


@get("/quotes", operation_id="listQuotes", summary="List quotes", responses=answers())
async def list_quotes(
    session: Session,
    article: OfArticle = None,
    story: OfStory = None,
    source: OfSource = None,
    speaker: OfSpeaker = None,
    run: OfRun = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> QuotePage:
    """What stands in quotation marks in stored articles, by article and in reading order."""
    asked = {"article": article, "story": story, "source": source, "speaker": speaker, "run": run}
    found = await QUOTES.page(session, asked, limit, cursor)
    return QuotePage(items=await described(session, found.rows), next_cursor=found.next_cursor)


@get(
    "/quotes/{quote_id:str}",
    operation_id="getQuote",
    summary="Get a quote",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_quote(session: Session, quote_id: FromPath[str], if_none_match: IfNoneMatch = None) -> Response[Quote]:
    """One passage in quotation marks."""
    return unless_known((await described(session, [await QUOTES.get(session, quote_id)]))[0], if_none_match)


async def described(session: AsyncSession, rows: Sequence[tables.Quote]) -> list[Quote]:
    """The messages of some quotes, in their order."""
    holder_of = await holders(session, {row.attribution_id for row in rows if row.attribution_id})
    return [stored_quote(row, holder_of.get(row.attribution_id or "")) for row in rows]


router = Router(path="/v1", route_handlers=[list_quotes, get_quote], tags=["quotes"])
