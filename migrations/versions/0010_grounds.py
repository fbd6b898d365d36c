"""what an alignment score rests on, and why articles count as one origin

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
    # Comparisons made before said nothing of it.
    with op.batch_alter_table("alignments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("grounds", json, nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("counted_once", json, nullable=False, server_default="[]"))
    with op.batch_alter_table("alignments", schema=None) as batch_op:
        batch_op.alter_column("grounds", server_default=None)
        batch_op.alter_column("counted_once", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("alignments", schema=None) as batch_op:
        batch_op.drop_column("counted_once")
        batch_op.drop_column("grounds")
