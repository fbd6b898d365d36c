"""what a comparison called whom, and which decisions on speakers counted

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
    # Comparisons made before counted no decisions, and did not keep what they called whom.
    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.add_column(sa.Column("speakers", json, nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("decisions", json, nullable=False, server_default="[]"))
    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.alter_column("speakers", server_default=None)
        batch_op.alter_column("decisions", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.drop_column("decisions")
        batch_op.drop_column("speakers")
