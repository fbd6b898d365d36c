"""The tables. What is given: sources, stories, articles. What is derived, by a run: everything else.

sources ── articles ── stories
              │            │
           extraction   comparison                    runs, one table, one row for each execution
              │            │
  appearances, attributions│
    claims, quotes     alignments ── alignment_members
              │        divergences, origins, unmatched_claims
              └─ caveats ──┘

  appearances ── identifications ── speakers ── speaker_decisions

Given rows are never changed, but for four things: a story counts its changes in `version`, an article without a
story may be put into one, a source learns its publisher, and a decision is reversed. Derived rows are written once,
with their run, and never changed; the newest run of an article or a story is the one with `current` set. `position` is
the order in which a run gave its parts. Speakers and identifications follow from the appearances of all current runs
and from the decisions, and change with them.

No `from __future__ import annotations` here: SQLModel reads the annotations while the classes are made.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.storage.columns import Json, word
from extractors import records as extracted
from extractors.records import Span
from matching import records as matched
from matching.name_forms import Marks

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = SQLModel.metadata

RunKind = Literal["extraction", "comparison"]
DecisionKind = Literal["merge", "split"]
DEFERRED: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
"""For rows that refer to rows of their own table: these may be written in any order within a transaction."""


@dataclass(frozen=True, slots=True)
class RunInput:
    """One article a run read. `run` is the extraction a comparison took it from, None in an extraction itself."""

    article: str
    run: str | None


@dataclass(frozen=True, slots=True)
class RunSpeaker:
    """A speaker that a comparison called otherwise than its article does, by the id of its appearance.

    `identity` is the speaker that decisions said it is, None where names alone told.
    """

    appearance: str
    name: str
    identity: str | None


class Source(SQLModel, table=True):
    """`publisher` is the owner that the first article to name one gave; each article keeps what it was sent with."""

    __tablename__ = "sources"

    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    publisher: str | None
    created_at: dt.datetime


class Story(SQLModel, table=True):
    """`version` counts the changes to what the story holds; a comparison is stored only if it saw the latest."""

    __tablename__ = "stories"

    id: str = Field(primary_key=True)
    title: str
    version: int
    created_at: dt.datetime


class Article(SQLModel, table=True):
    """One published text. `identity` is a digest of source, address and text: the same one is never stored twice.

    `published_on` is the publisher's own day. `published_at` is the moment if one was given, in UTC, and
    `published_offset` the minutes from UTC it was given with.
    """

    __tablename__ = "articles"
    __table_args__ = (sa.UniqueConstraint("source_id", "url", "revision"), sa.Index(None, "story_id", "id"))

    id: str = Field(primary_key=True)
    identity: str = Field(unique=True)
    source_id: str = Field(foreign_key="sources.id")
    story_id: str | None = Field(foreign_key="stories.id")
    publisher: str | None
    url: str | None
    title: str | None
    published_on: dt.date | None
    published_at: dt.datetime | None
    published_offset: int | None
    text: str
    text_sha256: str
    revision: int
    created_at: dt.datetime


class Run(SQLModel, table=True):
    """One execution of one pipeline version: an extraction has an article and a language, a comparison a story.

    `speakers` and `decisions`, which are a comparison's, say what it called whom and which decisions counted.
    """

    __tablename__ = "runs"
    __table_args__ = (
        sa.CheckConstraint(
            "(kind = 'extraction' AND article_id IS NOT NULL AND language IS NOT NULL AND story_id IS NULL)"
            " OR (kind = 'comparison' AND story_id IS NOT NULL AND article_id IS NULL AND language IS NULL)",
            name="subject",
        ),
        sa.Index(
            "uq_runs_current_extraction",
            "article_id",
            unique=True,
            sqlite_where=sa.text("current AND article_id IS NOT NULL"),
            postgresql_where=sa.text("current AND article_id IS NOT NULL"),
        ),
        sa.Index(
            "uq_runs_current_comparison",
            "story_id",
            unique=True,
            sqlite_where=sa.text("current AND story_id IS NOT NULL"),
            postgresql_where=sa.text("current AND story_id IS NOT NULL"),
        ),
        sa.Index(None, "created_at", "id"),
    )

    id: str = Field(primary_key=True)
    kind: str = Field(sa_type=word("kind", RunKind))
    pipeline_version: str
    inputs_sha256: str
    inputs: tuple[RunInput, ...] = Field(sa_type=Json(tuple[RunInput, ...]))
    speakers: tuple[RunSpeaker, ...] = Field(default=(), sa_type=Json(tuple[RunSpeaker, ...]))
    decisions: tuple[str, ...] = Field(default=(), sa_type=Json(tuple[str, ...]))
    article_id: str | None = Field(foreign_key="articles.id", index=True)
    story_id: str | None = Field(foreign_key="stories.id", index=True)
    language: str | None
    current: bool
    created_at: dt.datetime


class Derived(SQLModel):
    """What every derived row carries. `local_id` is the name the run gave it; `id` follows from that and the run."""

    id: str = Field(primary_key=True)
    run_id: str = Field(foreign_key="runs.id")
    local_id: str
    pipeline_version: str
    position: int


class FromArticle(Derived):
    """A row that was read in one article."""

    article_id: str = Field(foreign_key="articles.id")


class FromStory(Derived):
    """A row that was found among the articles of one story."""

    story_id: str = Field(foreign_key="stories.id")


def in_order(subject: str) -> tuple[sa.Index, ...]:
    """The indexes of a derived table: by its run, and by its subject in the order lists are given in."""
    return (sa.Index(None, "run_id", "position"), sa.Index(None, subject, "position", "id"))


class Appearance(FromArticle, table=True):
    """Somebody or something that one article attributes claims to: a speaker as far as that article goes."""

    __tablename__ = "appearances"
    __table_args__ = in_order("article_id")

    name: str = Field(index=True)
    type: str = Field(sa_type=word("type", extracted.SpeakerType))
    anonymous: bool
    anonymity: extracted.Anonymity | None = Field(sa_type=Json(extracted.Anonymity))
    mentions: tuple[Span, ...] = Field(sa_type=Json(tuple[Span, ...]))
    roles: tuple[Span, ...] = Field(sa_type=Json(tuple[Span, ...]))


class Attribution(FromArticle, table=True):
    __tablename__ = "attributions"
    __table_args__ = (
        *in_order("article_id"),
        sa.ForeignKeyConstraint(["via_id"], ["attributions.id"], **DEFERRED),
    )

    kind: str = Field(sa_type=word("kind", extracted.AttributionKind))
    spans: tuple[Span, ...] = Field(sa_type=Json(tuple[Span, ...]))
    appearance_id: str | None = Field(foreign_key="appearances.id", index=True)
    mention: Span | None = Field(sa_type=Json(Span))
    cue: Span | None = Field(sa_type=Json(Span))
    stance: str = Field(sa_type=word("stance", extracted.Stance))
    via_id: str | None
    score: float
    found_by: str


class Claim(FromArticle, table=True):
    __tablename__ = "claims"
    __table_args__ = (
        *in_order("article_id"),
        sa.ForeignKeyConstraint(["within_id"], ["claims.id"], **DEFERRED),
    )

    kind: str = Field(sa_type=word("kind", extracted.ClaimKind))
    text: str
    spans: tuple[Span, ...] = Field(sa_type=Json(tuple[Span, ...]))
    sentence: Span = Field(sa_type=Json(Span))
    attribution_id: str | None = Field(foreign_key="attributions.id", index=True)
    level: str = Field(sa_type=word("level", extracted.ClaimLevel))
    within_id: str | None
    nature: str = Field(sa_type=word("nature", extracted.Nature))
    predicate: extracted.Predicate | None = Field(sa_type=Json(extracted.Predicate))
    polarity: str = Field(sa_type=word("polarity", extracted.Polarity))
    certainty: str = Field(sa_type=word("certainty", extracted.Certainty))
    certainty_cue: Span | None = Field(sa_type=Json(Span))
    quantities: tuple[extracted.Quantity, ...] = Field(sa_type=Json(tuple[extracted.Quantity, ...]))
    times: tuple[extracted.Time, ...] = Field(sa_type=Json(tuple[extracted.Time, ...]))
    places: tuple[extracted.Place, ...] = Field(sa_type=Json(tuple[extracted.Place, ...]))
    participants: tuple[extracted.Participant, ...] = Field(sa_type=Json(tuple[extracted.Participant, ...]))
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


class Alignment(FromStory, table=True):
    __tablename__ = "alignments"
    __table_args__ = in_order("story_id")

    relation: str = Field(sa_type=word("relation", matched.Relation))
    agreement: str | None = Field(sa_type=word("agreement", matched.Agreement))
    shared: tuple[matched.SharedValue, ...] = Field(sa_type=Json(tuple[matched.SharedValue, ...]))
    alignment_score: float
    relation_score: float
    independent_origins: int
    undetermined: tuple[matched.Undetermined, ...] = Field(sa_type=Json(tuple[matched.Undetermined, ...]))


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
    kind: str = Field(sa_type=word("kind", matched.DivergenceKind))
    grade: str = Field(sa_type=word("grade", matched.Grade))
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


class Origin(FromStory, table=True):
    __tablename__ = "origins"
    __table_args__ = in_order("story_id")

    passages: tuple[matched.Passage, ...] = Field(sa_type=Json(tuple[matched.Passage, ...]))
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


class Caveat(SQLModel, table=True):
    """What a run did not measure."""

    __tablename__ = "caveats"

    run_id: str = Field(foreign_key="runs.id", primary_key=True)
    position: int = Field(primary_key=True)
    pipeline_version: str
    code: str
    detail: str
    span: Span | None = Field(sa_type=Json(Span))


class Speaker(SQLModel, table=True):
    """Whom appearances of all articles are of. Name, type and `anonymous` are those that most of them give."""

    __tablename__ = "speakers"
    __table_args__ = (sa.Index(None, "created_at", "id"),)

    id: str = Field(primary_key=True)
    name: str
    type: str = Field(sa_type=word("type", extracted.SpeakerType))
    anonymous: bool
    created_at: dt.datetime


class Identification(SQLModel, table=True):
    """Which speaker an appearance of a current run is of.

    `automatic_id` is the speaker that names tell, `speaker_id` the one after all decisions. `name` is that within the
    story, `key` and `marks` are what the names tell (`matching.identity_keys`), `mentions` counts the mentions.
    """

    __tablename__ = "identifications"

    appearance_id: str = Field(foreign_key="appearances.id", primary_key=True)
    article_id: str = Field(foreign_key="articles.id", index=True)
    automatic_id: str = Field(foreign_key="speakers.id", index=True)
    speaker_id: str = Field(foreign_key="speakers.id", index=True)
    name: str
    key: str = Field(index=True)
    marks: Marks = Field(sa_type=Json(Marks))
    mentions: int


class NameWord(SQLModel, table=True):
    """A word of a name that some article or decision gives a speaker, for searches. Never deleted."""

    __tablename__ = "name_words"

    word: str = Field(primary_key=True)
    name: str = Field(primary_key=True, index=True)


class SpeakerDecision(SQLModel, table=True):
    """What a person decided about speakers: all that is `from_id`, or in a split what satisfies every one of
    `articles`, `stories` and `names` that is not empty, is `to_id` from now on, until it is reversed.
    """

    __tablename__ = "speaker_decisions"

    id: str = Field(primary_key=True)
    kind: str = Field(sa_type=word("kind", DecisionKind))
    from_id: str = Field(foreign_key="speakers.id", index=True)
    to_id: str = Field(foreign_key="speakers.id", index=True)
    articles: tuple[str, ...] = Field(sa_type=Json(tuple[str, ...]))
    stories: tuple[str, ...] = Field(sa_type=Json(tuple[str, ...]))
    names: tuple[str, ...] = Field(sa_type=Json(tuple[str, ...]))
    name: str | None
    author: str
    reason: str
    created_at: dt.datetime
    reversed_by: str | None
    reversal_reason: str | None
    reversed_at: dt.datetime | None


class KeptAnswer(SQLModel, table=True):
    """What a request was answered with, by the key that its caller gave it, for a while."""

    __tablename__ = "kept_answers"

    key: str = Field(primary_key=True)
    request_sha256: str
    status: int
    location: str | None
    body: str
    created_at: dt.datetime = Field(index=True)
