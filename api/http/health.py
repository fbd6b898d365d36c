"""`/healthz` says that the process answers, `/readyz` that it can do its work. Outside the contract."""

from __future__ import annotations

import sqlalchemy as sa
from litestar import Router, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from sqlalchemy.exc import SQLAlchemyError

from api.errors import Unavailable
from api.running.computing import Computing
from api.running.engine import Engine


@get("/healthz", sync_to_thread=False)
def healthz() -> dict[str, str]:
    return {"status": "ok"}


@get("/readyz")
async def readyz(state: State, computing: NamedDependency[Computing]) -> dict[str, str]:
    """Loads the models if they are not loaded yet; 503 when there are none or the database does not answer."""
    try:
        async with state.database.reading() as session:
            await session.execute(sa.text("SELECT 1"))
    except (SQLAlchemyError, OSError) as error:
        raise Unavailable("The database does not answer.") from error
    return {"status": "ready", "pipeline_version": await computing.run(version)}


def version(engine: Engine) -> str:
    return engine.version


router = Router(path="/", route_handlers=[healthz, readyz], include_in_schema=False)
