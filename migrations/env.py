"""Alembic's environment: which database, which tables, and how types are written into a revision.

Migrations run synchronously and each upgrade in one transaction, on SQLite too, so that a killed one leaves nothing
half done. A lock lets one process at a time migrate.
"""

import os
from typing import Any

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from api.storage.columns import Json
from api.storage.tables import METADATA

MIGRATION_LOCK = 0x7661726D
"""Number of PostgreSQL's advisory lock; any constant will do that no other program on the database takes."""
SECONDS_TO_WAIT = 60
"""For another process that is migrating the same SQLite file."""


def database() -> sa.URL:
    """The database of the caller, or of the environment when Alembic's own command line is used."""
    given = context.config.attributes.get("url") or os.environ.get("VARIORUM_DATABASE")
    url = sa.make_url(given or "sqlite+aiosqlite:///variorum.sqlite3")
    return url.set(drivername="sqlite") if url.get_backend_name() == "sqlite" else url


def engine(url: sa.URL) -> sa.Engine:
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, poolclass=sa.pool.NullPool)
    sqlite = sa.create_engine(url, poolclass=sa.pool.NullPool, connect_args={"timeout": SECONDS_TO_WAIT})

    # The driver would commit before each CREATE TABLE: take the transaction out of its hands.
    @sa.event.listens_for(sqlite, "connect")
    def leave_transactions_to_us(connection: Any, _record: Any) -> None:
        connection.isolation_level = None

    @sa.event.listens_for(sqlite, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return sqlite


def write_type(kind: str, item: Any, autogen: AutogenContext) -> str | bool:
    """Types as SQLAlchemy's own, so that an old revision does not change with our code."""
    if kind == "type" and isinstance(item, Json):
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return 'sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")'
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def run() -> None:
    with engine(database()).begin() as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        context.configure(
            connection=connection,
            target_metadata=METADATA,
            render_as_batch=on_sqlite,
            compare_type=True,
            transactional_ddl=True,
            render_item=write_type,
        )
        if not on_sqlite:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
        with context.begin_transaction():
            context.run_migrations()


run()
