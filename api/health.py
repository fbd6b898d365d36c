"""`/healthz` says that the process answers, `/readyz` that it can do its work. Outside the contract."""

from __future__ import annotations

from litestar import Router, get
from litestar.di import NamedDependency

from api.computing import Computing
from api.engine import Engine


@get("/healthz", sync_to_thread=False)
def healthz() -> dict[str, str]:
    return {"status": "ok"}


@get("/readyz")
async def readyz(computing: NamedDependency[Computing]) -> dict[str, str]:
    """Loads the models if they are not loaded yet; answers 503 when this installation has none."""
    return {"status": "ready", "pipeline_version": await computing.run(version)}


def version(engine: Engine) -> str:
    return engine.version


router = Router(path="/", route_handlers=[healthz, readyz], include_in_schema=False)
