"""Claims of different articles that fill the same slot, and what they show."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from api import wire
from api.resources.comparison.divergences import Divergence, Undetermined, divergence, undetermined
from api.wire import MAX_ARTICLES, ResponseModel, Score, Span
from extractors import records as extracted
from matching import records


class Relation(StrEnum):
    """What an alignment shows. A closed list."""

    AGREE = "agree"
    DIVERGE = "diverge"


class AgreementKind(StrEnum):
    """How members agree, from the same words to a common part. A closed list."""

    COPY = "copy"
    SAME_QUOTE = "same_quote"
    EQUIVALENT = "equivalent"
    ENTAILS = "entails"
    COMPATIBLE = "compatible"
    PARTIAL = "partial"


class SharedKind(StrEnum):
    """What members give alike. A closed list."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    SPEAKER = "speaker"
    QUOTE = "quote"


class ClaimRef(ResponseModel):
    """A claim of one of the articles."""

    article: str = Field(description="Id of the article.")
    claim: str = Field(description="Id of the claim, unique in its article.")


class Passage(ResponseModel):
    """Characters of one of the articles."""

    article: str = Field(description="Id of the article.")
    span: Span


class SharedValue(ResponseModel):
    """Something every article gives alike."""

    kind: SharedKind
    value: str = Field(description="What they give, normalised.")
    evidence: list[Passage] = Field(description="The characters that say so, in each article.")


class Alignment(ResponseModel):
    """Claims of different articles that fill the same slot, and what they show."""

    id: str = Field(description="Unique in the comparison.")
    members: list[ClaimRef] = Field(description="The claims, in the order of their articles and texts.")
    relation: Relation
    agreement: AgreementKind | None = Field(description="Null where the members diverge or the kind cannot be told.")
    undetermined: list[Undetermined] = Field(
        description="Where the members do not diverge and the kind of agreement cannot be told: why, each reason once "
        "and shown by the likeliest two members. Empty otherwise."
    )
    divergences: list[Divergence] = Field(description="In what respects they differ; empty unless they diverge.")
    shared: list[SharedValue] = Field(description="What the members give alike in all of these articles.")
    alignment_score: Score = Field(description="How likely, in [0, 1], the members fill the same slot.")
    relation_score: Score = Field(description="How sure, in [0, 1], the relation is.")
    independent_origins: int = Field(ge=1, le=MAX_ARTICLES, description="Origins of the members; copies count once.")


def claim_ref(record: records.Member) -> ClaimRef:
    return ClaimRef(article=record.article, claim=record.claim)


def passage(article_id: str, part: extracted.Span) -> Passage:
    return Passage(article=article_id, span=wire.span(part))


def shared_value(record: records.SharedValue) -> SharedValue:
    return SharedValue(
        kind=SharedKind(record.kind),
        value=record.value,
        evidence=[passage(article_id, part) for article_id, part in record.evidence],
    )


def alignment(record: records.Alignment) -> Alignment:
    return Alignment(
        id=record.id,
        members=[claim_ref(member) for member in record.members],
        relation=Relation(record.relation),
        agreement=AgreementKind(record.agreement) if record.agreement else None,
        undetermined=[undetermined(part) for part in record.undetermined],
        divergences=[divergence(part) for part in record.divergences],
        shared=[shared_value(part) for part in record.shared],
        alignment_score=wire.score(record.alignment_score),
        relation_score=wire.score(record.relation_score),
        independent_origins=record.independent_origins,
    )
