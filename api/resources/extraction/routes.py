"""`POST /v1/extract`"""

from __future__ import annotations

from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from api.http.answers import answers
from api.resources.extraction import service
from api.resources.extraction.schemas import ExtractRequest, ExtractResult
from api.running.computing import Computing


@post(
    "/extract",
    operation_id="extractArticle",
    summary="Read one article",
    status_code=200,
    response_description="Everything read in the article.",
    responses=answers(400, 413, 415, 422, 503),
)
async def extract_article(data: JSONBody[ExtractRequest], computing: NamedDependency[Computing]) -> ExtractResult:
    """Finds who said what in one article, what the article says in its own voice, and the facets of each claim.

    Nothing is stored. Every offset counts Unicode code points of `text` as it was sent.
    """
    return await computing.run(service.extract, data)


router = Router(path="/v1", route_handlers=[extract_article], tags=["extraction"])
