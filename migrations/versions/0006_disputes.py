"""disputes that an article reports

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
    op.create_table(
        "disputes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("pipeline_version", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("left_speaker", sa.String(), nullable=False),
        sa.Column("right_speaker", sa.String(), nullable=False),
        sa.Column("left_claim_id", sa.String(), nullable=False),
        sa.Column("left_value", sa.String(), nullable=False),
        sa.Column("left_evidence", json, nullable=False),
        sa.Column("right_claim_id", sa.String(), nullable=False),
        sa.Column("right_value", sa.String(), nullable=False),
        sa.Column("right_evidence", json, nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_disputes_article_id_articles")),
        sa.ForeignKeyConstraint(["left_claim_id"], ["claims.id"], name=op.f("fk_disputes_left_claim_id_claims")),
        sa.ForeignKeyConstraint(["right_claim_id"], ["claims.id"], name=op.f("fk_disputes_right_claim_id_claims")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_disputes_run_id_runs")),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_disputes_story_id_stories")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disputes")),
    )
    with op.batch_alter_table("disputes", schema=None) as batch_op:
        for column in ("article_id", "left_claim_id", "right_claim_id"):
            batch_op.create_index(batch_op.f(f"ix_disputes_{column}"), [column], unique=False)
        batch_op.create_index(batch_op.f("ix_disputes_run_id_position"), ["run_id", "position"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_disputes_story_id_position_id"), ["story_id", "position", "id"], unique=False
        )


def downgrade() -> None:
    op.drop_table("disputes")
