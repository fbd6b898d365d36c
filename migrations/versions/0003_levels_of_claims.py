"""levels, nature and predicate of claims

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "level",
                sa.Enum(
                    "sentence",
                    "clause",
                    "part",
                    "phrase",
                    name="level",
                    native_enum=False,
                    create_constraint=True,
                    length=20,
                ),
                nullable=False,
                server_default="clause",  # what all claims were before this revision
            )
        )
        batch_op.add_column(sa.Column("within_id", sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "nature",
                sa.Enum(
                    "fact",
                    "opinion",
                    "prediction",
                    "hypothesis",
                    name="nature",
                    native_enum=False,
                    create_constraint=True,
                    length=20,
                ),
                nullable=False,
                server_default="fact",
            )
        )
        batch_op.add_column(
            sa.Column(
                "predicate",
                sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
                nullable=True,
            )
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_claims_within_id_claims"),
            "claims",
            ["within_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.alter_column("level", server_default=None)
        batch_op.alter_column("nature", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_claims_within_id_claims"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("ck_claims_nature"), type_="check")
        batch_op.drop_constraint(batch_op.f("ck_claims_level"), type_="check")
        batch_op.drop_column("predicate")
        batch_op.drop_column("nature")
        batch_op.drop_column("within_id")
        batch_op.drop_column("level")
