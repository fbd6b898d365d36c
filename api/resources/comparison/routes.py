"""`POST /v1/compare`"""

from __future__ import annotations

from litestar import Router, post
from litestar.params import JSONBody

from api.http.answers import answers
from api.resources.comparison import service
from api.resources.comparison.schemas import CompareRequest, CompareResult
from api.running.intake import Storing


@post(
    "/compare",
    operation_id="compareArticles",
    summary="Compare articles about one event",
    status_code=200,
    response_description="Where the articles agree and where they diverge.",
    responses=answers(400, 413, 415, 422, 503),
)
async def compare_articles(data: JSONBody[CompareRequest], intake: Storing) -> CompareResult:
    """Aligns claims of 2 to 50 articles and says which agree and which diverge, each with its evidence.

    Nothing is stored, but merges and splits of stored speakers count: those of names wherever the names occur, those
    of articles and stories where one of the articles is stored (the same text of the same source and address). All
    texts together hold at most 2,000,000 characters. When an article cannot be read, the problem points at it.
    """
    return await service.compare(intake, data)


router = Router(path="/v1", route_handlers=[compare_articles], tags=["comparison"])
