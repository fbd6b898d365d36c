"""What an extraction read in one article."""

import sqlalchemy as sa
from sqlmodel import Field

from api.storage.columns import Json, word
from api.storage.tables.base import DEFERRED, FromArticle, in_order
from extractors import records
from extractors.records import Span


class Appearance(FromArticle, table=True):
    """Somebody or something that one article attributes claims to: a speaker as far as that article goes."""

    __tablename__ = "appearances"
    __table_args__ = in_order("article_id")

    name: str = Field(index=True)
    type: str = Field(sa_type=word("type", records.SpeakerType))
    anonymous: bool
    anonymity: records.Anonymity | None = Field(sa_type=Json(records.Anonymity))
    mentions: tuple[Span, ...] = Field(sa_type=Json(tuple[Span, ...]))
    roles: tuple[Span, ...] = Field(sa_type=Json(tuple[Span, ...]))


class Attribution(FromArticle, table=True):
    __tablename__ = "attributions"
    __table_args__ = (
        *in_order("article_id"),
        sa.ForeignKeyConstraint(["via_id"], ["attributions.id"], **DEFERRED),
    )

    kind: str = Field(sa_type=word("kind", records.AttributionKind))
    spans: tuple[Span, ...] = Field(sa_type=Json(tuple[Span, ...]))
    appearance_id: str | None = Field(foreign_key="appearances.id", index=True)
    mention: Span | None = Field(sa_type=Json(Span))
    cue: Span | None = Field(sa_type=Json(Span))
    stance: str = Field(sa_type=word("stance", records.Stance))
    via_id: str | None
    score: float
    found_by: str


class Claim(FromArticle, table=True):
    __tablename__ = "claims"
    __table_args__ = (
        *in_order("article_id"),
        sa.ForeignKeyConstraint(["within_id"], ["claims.id"], **DEFERRED),
    )

    kind: str = Field(sa_type=word("kind", records.ClaimKind))
    text: str
    spans: tuple[Span, ...] = Field(sa_type=Json(tuple[Span, ...]))
    sentence: Span = Field(sa_type=Json(Span))
    attribution_id: str | None = Field(foreign_key="attributions.id", index=True)
    level: str = Field(sa_type=word("level", records.ClaimLevel))
    within_id: str | None
    nature: str = Field(sa_type=word("nature", records.Nature))
    predicate: records.Predicate | None = Field(sa_type=Json(records.Predicate))
    polarity: str = Field(sa_type=word("polarity", records.Polarity))
    certainty: str = Field(sa_type=word("certainty", records.Certainty))
    certainty_cue: Span | None = Field(sa_type=Json(Span))
    quantities: tuple[records.Quantity, ...] = Field(sa_type=Json(tuple[records.Quantity, ...]))
    times: tuple[records.Time, ...] = Field(sa_type=Json(tuple[records.Time, ...]))
    places: tuple[records.Place, ...] = Field(sa_type=Json(tuple[records.Place, ...]))
    participants: tuple[records.Participant, ...] = Field(sa_type=Json(tuple[records.Participant, ...]))
    score: float


class Quote(FromArticle, table=True):
    __tablename__ = "quotes"
    __table_args__ = (
        *in_order("article_id"),
        sa.ForeignKeyConstraint(["parent_id"], ["quotes.id"], **DEFERRED),
        sa.ForeignKeyConstraint(["continues_id"], ["quotes.id"], **DEFERRED),
    )

    span: Span = Field(sa_type=Json(Span))
    inner: Span = Field(sa_type=Json(Span))
    parent_id: str | None
    continues_id: str | None
    closed: bool
    attribution_id: str | None = Field(foreign_key="attributions.id", index=True)
