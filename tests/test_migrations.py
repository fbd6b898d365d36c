"""The migrations make exactly the tables that the code describes, on every database, and can be undone."""

import sqlalchemy as sa
from alembic import command
from sqlmodel import SQLModel

from api.migrate import configuration, upgrade


def connect(url: str) -> sa.Engine:
    """A plain connection, without our own engine's settings."""
    address = sa.make_url(url)
    return sa.create_engine(address.set(drivername="sqlite") if address.get_backend_name() == "sqlite" else address)


def checks(engine: sa.Engine) -> dict[str, dict[str, str]]:
    """The check constraints of every table, which Alembic's own comparison leaves out."""
    inspector = sa.inspect(engine)
    return {
        table: {str(check["name"]): check["sqltext"] for check in inspector.get_check_constraints(table)}
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def test_an_upgraded_database_has_no_drift_from_the_tables(empty_database: str) -> None:
    upgrade(empty_database)
    command.check(configuration(empty_database))


def test_an_upgraded_database_checks_what_the_tables_check(empty_database: str) -> None:
    upgrade(empty_database)
    engine = connect(empty_database)
    migrated = checks(engine)
    command.downgrade(configuration(empty_database), "base")
    SQLModel.metadata.create_all(engine)
    described = checks(engine)
    SQLModel.metadata.drop_all(engine)
    engine.dispose()
    assert migrated == described
    assert "ck_claims_polarity" in migrated["claims"]


def test_upgrading_twice_changes_nothing(empty_database: str) -> None:
    upgrade(empty_database)
    before = tables(empty_database)
    upgrade(empty_database)
    assert tables(empty_database) == before


def test_a_downgrade_to_the_beginning_leaves_no_table(empty_database: str) -> None:
    upgrade(empty_database)
    command.downgrade(configuration(empty_database), "base")
    assert tables(empty_database) == {"alembic_version"}


def tables(url: str) -> set[str]:
    engine = connect(url)
    names = set(sa.inspect(engine).get_table_names())
    engine.dispose()
    return names
