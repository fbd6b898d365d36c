"""Fixtures: a database of its own for each test, on SQLite and, where TEST_DATABASE_URL is set, on PostgreSQL.

TEST_DATABASE_URL is SQLAlchemy's address of a PostgreSQL database (postgresql+psycopg://user@host/name) in which the
tests may make and drop schemas; each test works in a schema that nothing else sees.
"""

import os
import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import pytest_asyncio
import sqlalchemy as sa

from api.storage.database import Database
from api.storage.migrating import upgrade

POSTGRESQL = os.environ.get("TEST_DATABASE_URL")
BACKENDS = [
    "sqlite",
    pytest.param(
        "postgresql", marks=pytest.mark.skipif(not POSTGRESQL, reason="TEST_DATABASE_URL names no PostgreSQL database")
    ),
]


@pytest.fixture(params=BACKENDS)
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    with own_schema(str(POSTGRESQL)) as url:
        yield url


@contextmanager
def own_schema(url: str) -> Iterator[str]:
    """An address that leads to a new schema of the database, which is dropped at the end."""
    name = f"test_{uuid.uuid4().hex}"
    engine = sa.create_engine(url, poolclass=sa.pool.NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    inside = sa.make_url(url).update_query_dict({"options": f"-csearch_path={name}"})
    yield inside.render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest tables, to be copied: migrating anew for every test would take longest of all."""
    path = tmp_path_factory.mktemp("migrated") / "migrated.sqlite3"
    upgrade(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path, migrated_file: Path) -> Iterator[str]:
    """The address of a database with the newest tables and nothing in them."""
    if request.param == "sqlite":
        path = tmp_path / "store.sqlite3"
        shutil.copy(migrated_file, path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    with own_schema(str(POSTGRESQL)) as url:
        upgrade(url)
        yield url


@pytest_asyncio.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open database with the newest tables and nothing in them."""
    opened = Database(database_url)
    yield opened
    await opened.close()
