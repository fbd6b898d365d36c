"""The migrations make exactly the tables that the code describes, on every database, and can be undone."""

import sqlalchemy as sa
from alembic import command
from sqlmodel import SQLModel

from api.storage.migrating import configuration, upgrade


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


def test_what_was_read_before_speakers_went_across_articles_is_kept(empty_database: str) -> None:
    """Both ways, with the attribution that refers to it."""
    command.upgrade(configuration(empty_database), "0001")
    engine = connect(empty_database)
    with engine.begin() as connection:
        for statement in BEFORE:
            connection.exec_driver_sql(statement)
    upgrade(empty_database)
    with engine.begin() as connection:
        found = connection.exec_driver_sql(
            "SELECT one.name, said.id FROM appearances one JOIN attributions said ON said.appearance_id = one.id"
        ).all()
    command.downgrade(configuration(empty_database), "0001")
    with engine.begin() as connection:
        again = connection.exec_driver_sql(
            "SELECT one.name, said.id FROM speakers one JOIN attributions said ON said.speaker_id = one.id"
        ).all()
    engine.dispose()
    assert [tuple(row) for row in found] == [tuple(row) for row in again] == [("Ruta Halm", "att_1")]


BEFORE = (
    "INSERT INTO sources VALUES ('src_1', 'The Courier', NULL, '2024-10-09 12:00:00+00:00')",
    "INSERT INTO articles (id, identity, source_id, text, text_sha256, revision, created_at)"
    " VALUES ('art_1', 'x', 'src_1', 'Ruta Halm spoke.', 'y', 1, '2024-10-09 12:00:00+00:00')",
    "INSERT INTO runs (id, kind, pipeline_version, inputs_sha256, inputs, article_id, language, current, created_at)"
    " VALUES ('run_1', 'extraction', '1', 'z', '[]', 'art_1', 'en', TRUE, '2024-10-09 12:00:00+00:00')",
    "INSERT INTO speakers (id, run_id, local_id, pipeline_version, position, article_id, name, type, anonymous,"
    " mentions) VALUES ('spk_1', 'run_1', 's1', '1', 0, 'art_1', 'Ruta Halm', 'person', FALSE, '[]')",
    "INSERT INTO attributions (id, run_id, local_id, pipeline_version, position, article_id, kind, spans, speaker_id,"
    " stance, score, found_by)"
    " VALUES ('att_1', 'run_1', 'a1', '1', 0, 'art_1', 'direct', '[]', 'spk_1', 'neutral', 0.9, 'rule')",
)
"""A database that an earlier version filled."""
