"""What a comparison found among the articles of one story."""

from sqlmodel import Field, SQLModel

from api.storage.columns import Json, word
from api.storage.tables.base import FromStory, in_order
from extractors.records import Span
from matching import records


class Alignment(FromStory, table=True):
    __tablename__ = "alignments"
    __table_args__ = in_order("story_id")

    relation: str = Field(sa_type=word("relation", records.Relation))
    agreement: str | None = Field(sa_type=word("agreement", records.Agreement))
    shared: tuple[records.SharedValue, ...] = Field(sa_type=Json(tuple[records.SharedValue, ...]))
    alignment_score: float
    relation_score: float
    independent_origins: int
    undetermined: tuple[records.Undetermined, ...] = Field(sa_type=Json(tuple[records.Undetermined, ...]))
    grounds: tuple[records.Ground, ...] = Field(sa_type=Json(tuple[records.Ground, ...]))
    counted_once: tuple[records.CountedOnce, ...] = Field(sa_type=Json(tuple[records.CountedOnce, ...]))


class AlignmentMember(SQLModel, table=True):
    __tablename__ = "alignment_members"

    alignment_id: str = Field(foreign_key="alignments.id", primary_key=True)
    position: int = Field(primary_key=True)
    article_id: str = Field(foreign_key="articles.id", index=True)
    claim_id: str = Field(foreign_key="claims.id", index=True)


class Divergence(FromStory, table=True):
    __tablename__ = "divergences"
    __table_args__ = in_order("story_id")

    alignment_id: str = Field(foreign_key="alignments.id", index=True)
    kind: str = Field(sa_type=word("kind", records.DivergenceKind))
    grade: str = Field(sa_type=word("grade", records.Grade))
    left_article_id: str = Field(foreign_key="articles.id", index=True)
    left_claim_id: str = Field(foreign_key="claims.id", index=True)
    left_value: str
    left_evidence: Span = Field(sa_type=Json(Span))
    right_article_id: str = Field(foreign_key="articles.id", index=True)
    right_claim_id: str = Field(foreign_key="claims.id", index=True)
    right_value: str
    right_evidence: Span = Field(sa_type=Json(Span))
    rule: str
    explanation: str
    word_diff: tuple[records.Edit, ...] = Field(sa_type=Json(tuple[records.Edit, ...]))


class Origin(FromStory, table=True):
    __tablename__ = "origins"
    __table_args__ = in_order("story_id")

    passages: tuple[records.Passage, ...] = Field(sa_type=Json(tuple[records.Passage, ...]))
    reason: str


class Dispute(FromStory, table=True):
    """Two speakers who contradict each other in one article."""

    __tablename__ = "disputes"
    __table_args__ = in_order("story_id")

    article_id: str = Field(foreign_key="articles.id", index=True)
    left_speaker: str
    right_speaker: str
    left_claim_id: str = Field(foreign_key="claims.id", index=True)
    left_value: str
    left_evidence: Span = Field(sa_type=Json(Span))
    right_claim_id: str = Field(foreign_key="claims.id", index=True)
    right_value: str
    right_evidence: Span = Field(sa_type=Json(Span))
    rule: str
    explanation: str


class UnmatchedClaim(SQLModel, table=True):
    """A claim that a comparison aligned with no claim of another article."""

    __tablename__ = "unmatched_claims"

    run_id: str = Field(foreign_key="runs.id", primary_key=True)
    position: int = Field(primary_key=True)
    article_id: str = Field(foreign_key="articles.id")
    claim_id: str = Field(foreign_key="claims.id", index=True)
