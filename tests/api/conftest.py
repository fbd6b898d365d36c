"""The application under test: a database of its own, and an engine whose findings can be predicted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from api.app import create_app
from api.http.observing import ObservedApp
from api.running.settings import Settings
from tests.api.fakes import FakeEngine
from tests.api.stored import MOMENT, counter


def settings_in(folder: Path) -> Settings:
    return Settings(database=f"sqlite+aiosqlite:///{folder / 'variorum.sqlite3'}")


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def app(settings: Settings, engine: FakeEngine) -> ObservedApp:
    return create_app(settings, engine)


@pytest.fixture
def client(app: ObservedApp) -> Iterator[TestClient[ObservedApp]]:
    """A client with a database of its own."""
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def stateless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[ObservedApp]]:
    """A client shared by all tests that store nothing."""
    app = create_app(settings_in(tmp_path_factory.mktemp("stateless")), FakeEngine())
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def store(database_url: str) -> Iterator[TestClient[ObservedApp]]:
    """A client whose ids count up and whose clock stands, once on every database there is."""
    app = create_app(Settings(database=database_url), FakeEngine(), clock=lambda: MOMENT, new_id=counter())
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
