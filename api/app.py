"""The service, put together: routes, errors, request checks, database, computation. Readable in one screen.

request -> ObservedApp (id, log) -> before_request (parameters, body) -> handler -> Computing -> Engine
                                                    any exception -> problems.handle -> application/problem+json
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi.config import OpenAPIConfig
from litestar.types import ControllerRouterHandler

from api.contract import reference
from api.http import health, problems
from api.http.observing import ObservedApp
from api.http.origins import allowing
from api.http.requests import StrictRequest, before_request, query_parameters
from api.resources.agreements import routes as agreements
from api.resources.alignments import routes as alignments
from api.resources.articles import routes as articles
from api.resources.claims import routes as claims
from api.resources.comparison import routes as comparison
from api.resources.decisions import routes as decisions
from api.resources.divergences import routes as divergences
from api.resources.extraction import routes as extraction
from api.resources.quotes import routes as quotes
from api.resources.runs import routes as runs
from api.resources.sources import routes as sources
from api.resources.speakers import routes as speakers
from api.resources.speakers.catching_up import catch_up
from api.resources.stories import routes as stories
from api.running.computing import Computing
from api.running.engine import Engine, LocalEngine
from api.running.intake import Clock, now, provide_intake
from api.running.logs import configure_logs
from api.running.settings import Settings
from api.storage import migrating
from api.storage.database import Database, provide_session
from api.storage.ids import IdSource, new_id
from api.wire import ResponseModel

# Every resource of /v1, in the order the contract lists them.
RESOURCES: tuple[Router, ...] = (
    extraction.router,
    comparison.router,
    stories.router,
    articles.router,
    sources.router,
    claims.router,
    quotes.router,
    speakers.router,
    decisions.router,
    alignments.router,
    agreements.router,
    divergences.router,
    runs.router,
)
# Outside the contract.
AROUND: tuple[ControllerRouterHandler, ...] = (health.router, problems.router, reference.router)


def create_app(
    settings: Settings, engine: Engine | None = None, *, clock: Clock = now, new_id: IdSource = new_id
) -> ObservedApp:
    """The ASGI application. Without an `engine` it is the one of this installation, loaded at first use.

    The database is migrated, opened and caught up when the application starts, and closed when it stops.
    """
    configure_logs()
    computing = Computing(engine or LocalEngine(), settings.workers)

    @asynccontextmanager
    async def running(app: Litestar) -> AsyncIterator[None]:
        await asyncio.to_thread(migrating.upgrade, settings.database)
        app.state.database = Database(settings.database)
        try:
            await catch_up(app.state.database, clock())
            yield
        finally:
            computing.close()
            await app.state.database.close()

    return assemble(
        [*RESOURCES, *AROUND],
        state=State({"computing": computing, "clock": clock, "new_id": new_id}),
        lifespan=[running],
        request_max_body_size=settings.max_body,
        cors_config=allowing(settings.cors_origins),
    )


def assemble(
    handlers: Sequence[ControllerRouterHandler], *, openapi_config: OpenAPIConfig | None = None, **more: Any
) -> ObservedApp:
    """Handlers under the rules every operation shares. `more` goes to the framework as it is."""
    app = ObservedApp(
        route_handlers=handlers,
        before_request=before_request,
        request_class=StrictRequest,
        type_encoders={ResponseModel: _dump},
        exception_handlers={Exception: problems.handle},
        dependencies={
            "computing": Provide(provide_computing, sync_to_thread=False),
            "session": Provide(provide_session, sync_to_thread=False),
            "intake": Provide(provide_intake, sync_to_thread=False),
        },
        openapi_config=openapi_config,
        logging_config=None,
        **more,
    )
    app.state.query_parameters = query_parameters(app)
    return app


def provide_computing(state: State) -> Computing:
    computing: Computing = state.computing
    return computing


def _dump(model: ResponseModel) -> dict[str, Any]:
    return model.model_dump(mode="json")
