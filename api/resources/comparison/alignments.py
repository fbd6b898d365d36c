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


class GroundKind(StrEnum):
    """What an alignment score rests on. A closed list.

    `likeness`: how alike the claims and their sentences are in words and in meaning. `names`, `times`, `quantities`,
    `places`, `speaker`, `quotation`: what both give or what sets them apart. `occasion`: one day and place for both, or
    other ones. `rivals`: how they compare with the other partners that either has. `neighbours`: what stands beside
    them, and where in the articles. `length`: of the claims and articles. `reading`: what a trained reader of both
    sentences says. `divergence`: they are surer to diverge than to be of one slot.
    """

    LIKENESS = "likeness"
    NAMES = "names"
    TIMES = "times"
    QUANTITIES = "quantities"
    PLACES = "places"
    OCCASION = "occasion"
    SPEAKER = "speaker"
    QUOTATION = "quotation"
    RIVALS = "rivals"
    NEIGHBOURS = "neighbours"
    LENGTH = "length"
    READING = "reading"
    DIVERGENCE = "divergence"


class CountedOnceReason(StrEnum):
    """Why articles are one origin: a passage one has copied from another or both from a third, or one publisher. A
    closed list.
    """

    COPIED_PASSAGE = "copied_passage"
    SAME_PUBLISHER = "same_publisher"


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


class Ground(ResponseModel):
    """Something that speaks for or against two claims being of one slot."""

    kind: GroundKind
    weight: float = Field(
        description="How much, in logits of the score beside an average candidate pair of claims: above 0 for, below 0 "
        "against."
    )


class CountedOnce(ResponseModel):
    """Articles that count as one origin, and why."""

    articles: list[str] = Field(description="Ids of the articles.")
    reason: CountedOnceReason
    origin: str | None = Field(description="Id of the text they have copied. Null for one publisher.")
    explanation: str = Field(description="One sentence for a reader.")


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
    grounds: list[Ground] = Field(
        description="What the score of the likeliest two members rests on, the weightiest first. Empty in comparisons "
        "made before this was kept."
    )
    independent_origins: int = Field(ge=1, le=MAX_ARTICLES, description="Origins of the members; copies count once.")
    counted_once: list[CountedOnce] = Field(
        description="Why there are fewer origins than articles; empty where every article speaks for itself."
    )


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


def counted_once(record: records.CountedOnce) -> CountedOnce:
    return CountedOnce(
        articles=list(record.articles),
        reason=CountedOnceReason(record.reason),
        origin=record.origin,
        explanation=record.explanation,
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
        grounds=[Ground(kind=GroundKind(part.kind), weight=part.weight) for part in record.grounds],
        independent_origins=record.independent_origins,
        counted_once=[counted_once(part) for part in record.counted_once],
    )
