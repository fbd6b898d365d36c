"""`POST /v1/compare`"""

from __future__ import annotations

from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from api.comparison import service
from api.comparison.schemas import CompareRequest, CompareResult
from api.computing import Computing
from api.contract_parts import answers


@post(
    "/compare",
    operation_id="compareArticles",
    summary="Compare articles about one event",
    status_code=200,
    response_description="Where the articles agree and where they diverge.",
    responses=answers(400, 413, 415, 422, 503),
)
async def compare_articles(data: JSONBody[CompareRequest], computing: NamedDependency[Computing]) -> CompareResult:
    """Aligns claims of 2 to 50 articles and says which agree and which diverge, each with its evidence.

    Nothing is stored. All texts together hold at most 2,000,000 characters. When an article cannot be read, the problem
    points at it.
    """
    return await computing.run(service.compare, data)


router = Router(path="/v1", route_handlers=[compare_articles], tags=["comparison"])
