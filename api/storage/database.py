"""The database: one engine, transactions for reading and for writing, and the session of a request.

SQLite: a write transaction takes the file's only write lock when it begins (BEGIN IMMEDIATE). One that first reads and
then wants to write would be refused outright when another has written meanwhile, however long it is willing to wait.
PostgreSQL: transactions are its default, and whoever must not be overtaken locks the row it decides on.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakValueDictionary

import sqlalchemy as sa
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.types import Scope
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

BUSY_TIMEOUT_MS = 30_000
"""How long a SQLite writer waits for another one. A write takes milliseconds: whole seconds mean a stuck process."""

OF_REQUEST = "session"
"""Under what name the state of a request has its session."""


class Database:
    """Sessions on one database. Open it with `Database(url)` inside the event loop that uses it; `close()` it there.

    `url` is SQLAlchemy's: `sqlite+aiosqlite:///file` or `postgresql+psycopg://host/name`. A SQLite database in memory
    cannot be migrated by another connection and is of no use here.
    """

    def __init__(self, url: str) -> None:
        self.engine = open_engine(url)
        self._read = async_sessionmaker(self.engine, expire_on_commit=False)
        immediate = self.engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")
        self._write = async_sessionmaker(immediate, expire_on_commit=False)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def session(self) -> AsyncSession:
        """One that does not write, for whoever closes it."""
        return self._read()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A transaction that does not write."""
        async with self._read.begin() as session:
            yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A transaction that writes: all of it is stored when the block ends, or nothing if it raises."""
        async with self._write.begin() as session:
            yield session

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """Whoever asks for the same key in this process waits here until the block ends.

        It saves work that would be thrown away; what must hold between processes is checked in the database.
        """
        lock = self._turns.setdefault(key, asyncio.Lock())
        async with lock:
            yield

    async def close(self) -> None:
        await self.engine.dispose()


def open_engine(url: str) -> AsyncEngine:
    engine = create_async_engine(url, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        sa.event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """SQLite sets none of these by itself; all but the journal mode are per connection."""
    connection.isolation_level = None  # the driver begins no transactions: `_begin_sqlite` does
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))


def provide_session(state: State, scope: Scope) -> AsyncSession:
    """The session of a request that only reads; `end_session` ends it.

    A generator, which the framework would end, it leaves unfinished when another argument of the handler is refused.
    """
    session: AsyncSession = state.database.session()
    scope["state"][OF_REQUEST] = session
    return session


async def end_session(scope: Scope) -> None:
    """Gives back what the request's session holds, if it has one; the second time it does nothing."""
    session = scope["state"].pop(OF_REQUEST, None)
    if session is not None:
        await session.close()


Session = NamedDependency[AsyncSession]
"""How a handler asks for the session of its request: an argument named `session`."""
