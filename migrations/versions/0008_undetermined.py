"""why it cannot be told how the members of an alignment agree

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
    # Comparisons made before said nothing of it.
    with op.batch_alter_table("alignments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("undetermined", json, nullable=False, server_default="[]"))
    with op.batch_alter_table("alignments", schema=None) as batch_op:
        batch_op.alter_column("undetermined", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("alignments", schema=None) as batch_op:
        batch_op.drop_column("undetermined")
