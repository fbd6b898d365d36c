"""first tables

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sources",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("name", name=op.f("uq_sources_name")),
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_offset", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_articles_source_id_sources")),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_articles_story_id_stories")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("identity", name=op.f("uq_articles_identity")),
        sa.UniqueConstraint("source_id", "url", "revision", name=op.f("uq_articles_source_id_url_revision")),
    )
    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_articles_story_id_id"), ["story_id", "id"], unique=False)

    op.create_table(
        "runs",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("extraction", "comparison", name="kind", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("pipeline_version", sa.String(), nullable=False),
        sa.Column("inputs_sha256", sa.String(), nullable=False),
        sa.Column(
            "inputs",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("article_id", sa.String(), nullable=True),
        sa.Column("story_id", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(kind = 'extraction' AND article_id IS NOT NULL AND language IS NOT NULL AND story_id IS NULL) OR (kind = 'comparison' AND story_id IS NOT NULL AND article_id IS NULL AND language IS NULL)",
            name=op.f("ck_runs_subject"),
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_runs_article_id_articles")),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_runs_story_id_stories")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_runs_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_runs_created_at_id"), ["created_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_runs_story_id"), ["story_id"], unique=False)
        batch_op.create_index(
            "uq_runs_current_comparison",
            ["story_id"],
            unique=True,
            sqlite_where=sa.text("current AND story_id IS NOT NULL"),
            postgresql_where=sa.text("current AND story_id IS NOT NULL"),
        )
        batch_op.create_index(
            "uq_runs_current_extraction",
            ["article_id"],
            unique=True,
            sqlite_where=sa.text("current AND article_id IS NOT NULL"),
            postgresql_where=sa.text("current AND article_id IS NOT NULL"),
        )

    op.create_table(
        "alignments",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("pipeline_version", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column(
            "relation",
            sa.Enum("agree", "diverge", name="relation", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column(
            "agreement",
            sa.Enum(
                "copy",
                "same_quote",
                "equivalent",
                "entails",
                "compatible",
                "partial",
                name="agreement",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column(
            "shared",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("alignment_score", sa.Float(), nullable=False),
        sa.Column("relation_score", sa.Float(), nullable=False),
        sa.Column("independent_origins", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_alignments_run_id_runs")),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_alignments_story_id_stories")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alignments")),
    )
    with op.batch_alter_table("alignments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alignments_run_id_position"), ["run_id", "position"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_alignments_story_id_position_id"), ["story_id", "position", "id"], unique=False
        )

    op.create_table(
        "caveats",
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("pipeline_version", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column(
            "span",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_caveats_run_id_runs")),
        sa.PrimaryKeyConstraint("run_id", "position", name=op.f("pk_caveats")),
    )
    op.create_table(
        "origins",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("pipeline_version", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column(
            "passages",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_origins_run_id_runs")),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_origins_story_id_stories")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_origins")),
    )
    with op.batch_alter_table("origins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_origins_run_id_position"), ["run_id", "position"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_origins_story_id_position_id"), ["story_id", "position", "id"], unique=False
        )

    op.create_table(
        "speakers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("pipeline_version", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "person",
                "organisation",
                "group",
                "document",
                "unknown",
                name="type",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column(
            "mentions",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_speakers_article_id_articles")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_speakers_run_id_runs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speakers")),
    )
    with op.batch_alter_table("speakers", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_speakers_article_id_position_id"), ["article_id", "position", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_speakers_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_speakers_run_id_position"), ["run_id", "position"], unique=False)

    op.create_table(
        "attributions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("pipeline_version", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("direct", "mixed", "indirect", name="kind", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column(
            "spans",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("speaker_id", sa.String(), nullable=True),
        sa.Column(
            "mention",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "cue",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "stance",
            sa.Enum(
                "neutral",
                "asserts",
                "concedes",
                "denies",
                "doubts",
                "demands",
                "promises",
                "predicts",
                "asks",
                "accuses",
                name="stance",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("via_id", sa.String(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("found_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_attributions_article_id_articles")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_attributions_run_id_runs")),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name=op.f("fk_attributions_speaker_id_speakers")),
        sa.ForeignKeyConstraint(
            ["via_id"],
            ["attributions.id"],
            name=op.f("fk_attributions_via_id_attributions"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attributions")),
    )
    with op.batch_alter_table("attributions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_attributions_article_id_position_id"), ["article_id", "position", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_attributions_run_id_position"), ["run_id", "position"], unique=False)
        batch_op.create_index(batch_op.f("ix_attributions_speaker_id"), ["speaker_id"], unique=False)

    op.create_table(
        "claims",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("pipeline_version", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "direct",
                "mixed",
                "indirect",
                "statement",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column(
            "spans",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "sentence",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("attribution_id", sa.String(), nullable=True),
        sa.Column(
            "polarity",
            sa.Enum("affirmed", "negated", name="polarity", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column(
            "certainty",
            sa.Enum(
                "established",
                "reported",
                "alleged",
                "expected",
                "planned",
                "possible",
                "hypothetical",
                "denied",
                name="certainty",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "quantities",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "times",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "places",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "participants",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_claims_article_id_articles")),
        sa.ForeignKeyConstraint(
            ["attribution_id"], ["attributions.id"], name=op.f("fk_claims_attribution_id_attributions")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_claims_run_id_runs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_claims_article_id_position_id"), ["article_id", "position", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_claims_attribution_id"), ["attribution_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claims_run_id_position"), ["run_id", "position"], unique=False)

    op.create_table(
        "quotes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("pipeline_version", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column(
            "span",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "inner",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("continues_id", sa.String(), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("attribution_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_quotes_article_id_articles")),
        sa.ForeignKeyConstraint(
            ["attribution_id"], ["attributions.id"], name=op.f("fk_quotes_attribution_id_attributions")
        ),
        sa.ForeignKeyConstraint(
            ["continues_id"],
            ["quotes.id"],
            name=op.f("fk_quotes_continues_id_quotes"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["quotes.id"], name=op.f("fk_quotes_parent_id_quotes"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_quotes_run_id_runs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotes")),
    )
    with op.batch_alter_table("quotes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_quotes_article_id_position_id"), ["article_id", "position", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_quotes_attribution_id"), ["attribution_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_quotes_run_id_position"), ["run_id", "position"], unique=False)

    op.create_table(
        "alignment_members",
        sa.Column("alignment_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["alignment_id"], ["alignments.id"], name=op.f("fk_alignment_members_alignment_id_alignments")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_alignment_members_article_id_articles")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_alignment_members_claim_id_claims")),
        sa.PrimaryKeyConstraint("alignment_id", "position", name=op.f("pk_alignment_members")),
    )
    with op.batch_alter_table("alignment_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alignment_members_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_alignment_members_claim_id"), ["claim_id"], unique=False)

    op.create_table(
        "divergences",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("pipeline_version", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.String(), nullable=False),
        sa.Column("alignment_id", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "number",
                "date",
                "place",
                "entity",
                "role",
                "polarity",
                "cause",
                "wording",
                "attribution",
                "certainty",
                "scope",
                "other",
                "omission",
                "update",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "grade",
            sa.Enum(
                "contradiction",
                "variation",
                "report",
                "timeline",
                name="grade",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("left_article_id", sa.String(), nullable=False),
        sa.Column("left_claim_id", sa.String(), nullable=False),
        sa.Column("left_value", sa.String(), nullable=False),
        sa.Column(
            "left_evidence",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("right_article_id", sa.String(), nullable=False),
        sa.Column("right_claim_id", sa.String(), nullable=False),
        sa.Column("right_value", sa.String(), nullable=False),
        sa.Column(
            "right_evidence",
            sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["alignment_id"], ["alignments.id"], name=op.f("fk_divergences_alignment_id_alignments")
        ),
        sa.ForeignKeyConstraint(
            ["left_article_id"], ["articles.id"], name=op.f("fk_divergences_left_article_id_articles")
        ),
        sa.ForeignKeyConstraint(["left_claim_id"], ["claims.id"], name=op.f("fk_divergences_left_claim_id_claims")),
        sa.ForeignKeyConstraint(
            ["right_article_id"], ["articles.id"], name=op.f("fk_divergences_right_article_id_articles")
        ),
        sa.ForeignKeyConstraint(["right_claim_id"], ["claims.id"], name=op.f("fk_divergences_right_claim_id_claims")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_divergences_run_id_runs")),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_divergences_story_id_stories")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_divergences")),
    )
    with op.batch_alter_table("divergences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_divergences_alignment_id"), ["alignment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_divergences_left_article_id"), ["left_article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_divergences_left_claim_id"), ["left_claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_divergences_right_article_id"), ["right_article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_divergences_right_claim_id"), ["right_claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_divergences_run_id_position"), ["run_id", "position"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_divergences_story_id_position_id"), ["story_id", "position", "id"], unique=False
        )

    op.create_table(
        "unmatched_claims",
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_unmatched_claims_article_id_articles")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_unmatched_claims_claim_id_claims")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_unmatched_claims_run_id_runs")),
        sa.PrimaryKeyConstraint("run_id", "position", name=op.f("pk_unmatched_claims")),
    )
    with op.batch_alter_table("unmatched_claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unmatched_claims_claim_id"), ["claim_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("unmatched_claims", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unmatched_claims_claim_id"))

    op.drop_table("unmatched_claims")
    with op.batch_alter_table("divergences", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_divergences_story_id_position_id"))
        batch_op.drop_index(batch_op.f("ix_divergences_run_id_position"))
        batch_op.drop_index(batch_op.f("ix_divergences_right_claim_id"))
        batch_op.drop_index(batch_op.f("ix_divergences_right_article_id"))
        batch_op.drop_index(batch_op.f("ix_divergences_left_claim_id"))
        batch_op.drop_index(batch_op.f("ix_divergences_left_article_id"))
        batch_op.drop_index(batch_op.f("ix_divergences_alignment_id"))

    op.drop_table("divergences")
    with op.batch_alter_table("alignment_members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alignment_members_claim_id"))
        batch_op.drop_index(batch_op.f("ix_alignment_members_article_id"))

    op.drop_table("alignment_members")
    with op.batch_alter_table("quotes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quotes_run_id_position"))
        batch_op.drop_index(batch_op.f("ix_quotes_attribution_id"))
        batch_op.drop_index(batch_op.f("ix_quotes_article_id_position_id"))

    op.drop_table("quotes")
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claims_run_id_position"))
        batch_op.drop_index(batch_op.f("ix_claims_attribution_id"))
        batch_op.drop_index(batch_op.f("ix_claims_article_id_position_id"))

    op.drop_table("claims")
    with op.batch_alter_table("attributions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attributions_speaker_id"))
        batch_op.drop_index(batch_op.f("ix_attributions_run_id_position"))
        batch_op.drop_index(batch_op.f("ix_attributions_article_id_position_id"))

    op.drop_table("attributions")
    with op.batch_alter_table("speakers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_speakers_run_id_position"))
        batch_op.drop_index(batch_op.f("ix_speakers_name"))
        batch_op.drop_index(batch_op.f("ix_speakers_article_id_position_id"))

    op.drop_table("speakers")
    with op.batch_alter_table("origins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_origins_story_id_position_id"))
        batch_op.drop_index(batch_op.f("ix_origins_run_id_position"))

    op.drop_table("origins")
    op.drop_table("caveats")
    with op.batch_alter_table("alignments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alignments_story_id_position_id"))
        batch_op.drop_index(batch_op.f("ix_alignments_run_id_position"))

    op.drop_table("alignments")
    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_runs_current_extraction",
            sqlite_where=sa.text("current AND article_id IS NOT NULL"),
            postgresql_where=sa.text("current AND article_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "uq_runs_current_comparison",
            sqlite_where=sa.text("current AND story_id IS NOT NULL"),
            postgresql_where=sa.text("current AND story_id IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_runs_story_id"))
        batch_op.drop_index(batch_op.f("ix_runs_created_at_id"))
        batch_op.drop_index(batch_op.f("ix_runs_article_id"))

    op.drop_table("runs")
    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_articles_story_id_id"))

    op.drop_table("articles")
    op.drop_table("stories")
    op.drop_table("sources")
