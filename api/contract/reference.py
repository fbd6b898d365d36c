"""The reference pages: the contract as YAML and JSON, and a page that shows it. Everything comes from this service.

The viewer is Swagger UI, whose files are installed as a package; no page refers to another host, and the content
policy would stop a page that did.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path

import swagger_ui_bundle
from litestar import Response, Router, get
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.status_codes import HTTP_302_FOUND

from api.errors import NotFound

OURS = Path(__file__).parent / "pages"
VIEWER = Path(str(swagger_ui_bundle.swagger_ui_path))
FILES = {
    "start.js": (OURS / "start.js", "text/javascript"),
    "page.css": (OURS / "page.css", "text/css"),
    "swagger-ui-bundle.js": (VIEWER / "swagger-ui-bundle.js", "text/javascript"),
    "swagger-ui.css": (VIEWER / "swagger-ui.css", "text/css"),
    "icon.png": (VIEWER / "favicon-32x32.png", "image/png"),
}
# The viewer writes style attributes and draws its icons from data addresses; nothing else is allowed.
POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"


@functools.cache
def contract_as_yaml() -> bytes:
    """The same bytes as the file that is checked in."""
    # At call time: the contract is made from the application that this is part of.
    from api.contract.document import render

    return render().encode()


@functools.cache
def contract_as_json() -> bytes:
    from api.contract.document import contract

    return json.dumps(contract(), ensure_ascii=False).encode()


@get("/openapi.yaml", sync_to_thread=True)
def openapi_yaml() -> Response[bytes]:
    return Response(contract_as_yaml(), media_type="application/yaml")


@get("/openapi.json", sync_to_thread=True)
def openapi_json() -> Response[bytes]:
    return Response(contract_as_json(), media_type="application/json")


@get("/", status_code=HTTP_302_FOUND, sync_to_thread=False)
def entrance() -> Redirect:
    """Whoever opens the service's address in a browser wants to see what there is."""
    return Redirect("/docs", status_code=HTTP_302_FOUND)


@get("/docs", sync_to_thread=True)
def page() -> Response[bytes]:
    return _file(OURS / "page.html", "text/html")


@get("/docs/{name:str}", sync_to_thread=True)
def file(name: FromPath[str]) -> Response[bytes]:
    if name not in FILES:
        raise NotFound("The reference pages have no such file.")
    return _file(*FILES[name])


def _file(path: Path, media_type: str) -> Response[bytes]:
    return Response(
        path.read_bytes(),
        media_type=media_type,
        headers={"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff"},
    )


router = Router(path="/", route_handlers=[entrance, openapi_yaml, openapi_json, page, file], include_in_schema=False)
