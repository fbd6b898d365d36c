"""`POST /v1/articles`, `GET /v1/articles`, `GET /v1/articles/{id}`, `GET /v1/articles/{id}/extraction`"""

from __future__ import annotations

from litestar import Response, Router, get, post
from litestar.datastructures import ResponseHeader
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody

from api.http.answers import answers
from api.http.conditional import ETAG, IfNoneMatch, conditional_answers, unless_known
from api.http.repeating import IdempotencyKey, once
from api.lists.pagination import DEFAULT_LIMIT, Cursor, Limit, OfSource, OfStory, OfUrl
from api.resources.articles import service
from api.resources.articles.schemas import Article, ArticleExtraction, ArticlePage, ArticleRequest
from api.running.intake import Storing
from api.storage.database import Session

LOCATION = ResponseHeader(
    name="Location", description="Address of what was stored.", value="", required=True, documentation_only=True
)
FOUND = ResponseSpec(Article, description="It was stored already; nothing changed.", generate_examples=False)


@post(
    "/articles",
    operation_id="createArticle",
    summary="Store an article",
    status_code=201,
    response_description="The article is stored, read, and compared with the others of its story.",
    response_headers=[LOCATION],
    responses={200: FOUND, **answers(409, 413, 415, 422, 503)},
)
async def create_article(
    data: JSONBody[ArticleRequest], intake: Storing, idempotency_key: IdempotencyKey = None
) -> Response[Article]:
    """Stores an article together with everything read in it, and brings the comparison of its story up to date.

    All of it becomes visible at once, or nothing does. The same text of the same source and address is stored once:
    sent again it is answered with 200; if it was in no story, it joins the one that is named.
    """

    async def work() -> Response[Article]:
        ingested = await service.ingest(intake, data)
        return Response(
            ingested.article,
            status_code=201 if ingested.created else 200,
            headers={"Location": f"/v1/articles/{ingested.article.id}"},
        )

    return await once(intake, idempotency_key, ("/v1/articles", data), work)


@get("/articles", operation_id="listArticles", summary="List articles", responses=answers())
async def list_articles(
    session: Session,
    story: OfStory = None,
    source: OfSource = None,
    url: OfUrl = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> ArticlePage:
    """Articles in the order they came, without their texts."""
    asked = {"story": story, "source": source, "url": url}
    found = await service.ARTICLES.page(session, asked, limit, cursor)
    return ArticlePage(items=await service.summaries(session, found.rows), next_cursor=found.next_cursor)


@get(
    "/articles/{article_id:str}",
    operation_id="getArticle",
    summary="Get an article",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_article(
    session: Session, article_id: FromPath[str], if_none_match: IfNoneMatch = None
) -> Response[Article]:
    """One article with its text."""
    return unless_known(await service.get(session, article_id), if_none_match)


@get(
    "/articles/{article_id:str}/extraction",
    operation_id="getArticleExtraction",
    summary="Get what was read in an article",
    response_headers=[ETAG],
    responses=conditional_answers(404),
)
async def get_article_extraction(
    session: Session, article_id: FromPath[str], if_none_match: IfNoneMatch = None
) -> Response[ArticleExtraction]:
    """Everything the newest run read in the article, in reading order."""
    return unless_known(await service.extraction_of(session, article_id), if_none_match)


router = Router(
    path="/v1",
    route_handlers=[create_article, list_articles, get_article, get_article_extraction],
    tags=["articles"],
)
