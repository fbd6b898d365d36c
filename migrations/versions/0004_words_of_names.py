"""words of names, for searches

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "name_words",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("word", "name", name=op.f("pk_name_words")),
    )
    op.create_index("ix_name_words_name", "name_words", ["name"])


def downgrade() -> None:
    op.drop_table("name_words")
