"""what an alignment score rests on, why articles count as one origin, and quotations laid side by side

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
    with op.batch_alter_table("divergences", schema=None) as batch_op:
        batch_op.add_column(sa.Column("word_diff", json, nullable=False, server_default="[]"))
    with op.batch_alter_table("divergences", schema=None) as batch_op:
        batch_op.alter_column("word_diff", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("divergences", schema=None) as batch_op:
        batch_op.drop_column("word_diff")
    with op.batch_alter_table("alignments", schema=None) as batch_op:
        batch_op.drop_column("counted_once")
        batch_op.drop_column("grounds")
