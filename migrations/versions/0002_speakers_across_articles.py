"""speakers across articles: what was a speaker is an appearance, and speakers are whom appearances are of

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def json() -> sa.types.TypeEngine:
    return sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def speaker_type(constraint: str = "type") -> sa.Enum:
    return sa.Enum(
        "person",
        "organisation",
        "group",
        "document",
        "unknown",
        name=constraint,
        native_enum=False,
        create_constraint=True,
        length=20,
    )


def rename_of_one_article(old: str, new: str, old_column: str, new_column: str) -> None:
    """The table of what one article attributes claims to, with its indexes and constraints and what refers to it."""
    indexes = {
        "article_id_position_id": ["article_id", "position", "id"],
        "name": ["name"],
        "run_id_position": ["run_id", "position"],
    }
    for name in indexes:
        op.drop_index(f"ix_{old}_{name}", old)
    op.drop_index(f"ix_attributions_{old_column}", "attributions")
    op.rename_table(old, new)
    op.execute(f"ALTER TABLE attributions RENAME COLUMN {old_column} TO {new_column}")
    if op.get_bind().dialect.name == "sqlite":
        # SQLite cannot rename constraints; the copy has them under their new names.
        table = sa.Table(
            new,
            sa.MetaData(),
            sa.Column("id", sa.String(), nullable=False),
            sa.Column("run_id", sa.String(), nullable=False),
            sa.Column("local_id", sa.String(), nullable=False),
            sa.Column("pipeline_version", sa.String(), nullable=False),
            sa.Column("position", sa.Integer(), nullable=False),
            sa.Column("article_id", sa.String(), nullable=False),
            sa.Column("name", sa.String(), nullable=False),
            sa.Column("type", speaker_type(op.f(f"ck_{new}_type")), nullable=False),
            sa.Column("anonymous", sa.Boolean(), nullable=False),
            sa.Column("mentions", json(), nullable=False),
            sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f(f"fk_{new}_article_id_articles")),
            sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f(f"fk_{new}_run_id_runs")),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{new}")),
        )
        with op.batch_alter_table(new, copy_from=table, recreate="always"):
            pass
    else:
        for name in ("pk_{}", "ck_{}_type", "fk_{}_article_id_articles", "fk_{}_run_id_runs"):
            op.execute(f"ALTER TABLE {new} RENAME CONSTRAINT {name.format(old)} TO {name.format(new)}")
        op.execute(
            f"ALTER TABLE attributions RENAME CONSTRAINT fk_attributions_{old_column}_{old}"
            f" TO fk_attributions_{new_column}_{new}"
        )
    for name, columns in indexes.items():
        op.create_index(f"ix_{new}_{name}", new, columns)
    op.create_index(f"ix_attributions_{new_column}", "attributions", [new_column])


def upgrade() -> None:
    rename_of_one_article("speakers", "appearances", "speaker_id", "appearance_id")
    op.add_column("appearances", sa.Column("anonymity", json(), nullable=True))
    op.add_column("appearances", sa.Column("roles", json(), nullable=False, server_default=sa.text("'[]'")))
    op.create_table(
        "speakers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("type", speaker_type(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speakers")),
    )
    op.create_index("ix_speakers_created_at_id", "speakers", ["created_at", "id"])
    op.create_table(
        "identifications",
        sa.Column("appearance_id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("automatic_id", sa.String(), nullable=False),
        sa.Column("speaker_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("marks", json(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appearance_id"], ["appearances.id"], name=op.f("fk_identifications_appearance_id_appearances")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_identifications_article_id_articles")),
        sa.ForeignKeyConstraint(
            ["automatic_id"], ["speakers.id"], name=op.f("fk_identifications_automatic_id_speakers")
        ),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name=op.f("fk_identifications_speaker_id_speakers")),
        sa.PrimaryKeyConstraint("appearance_id", name=op.f("pk_identifications")),
    )
    for column in ("article_id", "automatic_id", "speaker_id", "key"):
        op.create_index(f"ix_identifications_{column}", "identifications", [column])
    op.create_table(
        "speaker_decisions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("merge", "split", name="kind", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("from_id", sa.String(), nullable=False),
        sa.Column("to_id", sa.String(), nullable=False),
        sa.Column("articles", json(), nullable=False),
        sa.Column("stories", json(), nullable=False),
        sa.Column("names", json(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reversed_by", sa.String(), nullable=True),
        sa.Column("reversal_reason", sa.String(), nullable=True),
        sa.Column("reversed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["from_id"], ["speakers.id"], name=op.f("fk_speaker_decisions_from_id_speakers")),
        sa.ForeignKeyConstraint(["to_id"], ["speakers.id"], name=op.f("fk_speaker_decisions_to_id_speakers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speaker_decisions")),
    )
    for column in ("from_id", "to_id"):
        op.create_index(f"ix_speaker_decisions_{column}", "speaker_decisions", [column])


def downgrade() -> None:
    op.drop_table("speaker_decisions")
    op.drop_table("identifications")
    op.drop_table("speakers")
    op.drop_column("appearances", "roles")
    op.drop_column("appearances", "anonymity")
    rename_of_one_article("appearances", "speakers", "appearance_id", "speaker_id")
