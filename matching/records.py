"""The records that comparison produces: which claims of several articles belong together, and what they show.

Every record is frozen and refers to claims by the id of their article and their id within it. The order of a
comparison's parts follows article ids and offsets, never the order in which articles were handed in.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from extractors.records import Caveat, Extraction, Span

Relation = Literal["agree", "diverge"]
Agreement = Literal["copy", "same_quote", "equivalent", "entails", "compatible", "partial"]
DivergenceKind = Literal[
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
]
Grade = Literal["contradiction", "variation", "report", "timeline"]
GroundKind = Literal[
    "likeness",
    "names",
    "times",
    "quantities",
    "places",
    "occasion",
    "speaker",
    "quotation",
    "rivals",
    "neighbours",
    "length",
    "reading",
    "divergence",
]
EditKind = Literal["same", "other", "left_only", "right_only", "hidden"]
Question = Literal["slot", "holder", "as_of", "both_true"]
UndeterminedReason = Literal[
    "slot_unsure",
    "other_holder",
    "other_day",
    "undated",
    "difference_unsure",
    "other_unit",
    "measure_unclear",
    "not_compared",
]

GRADE_OF: dict[DivergenceKind, Grade] = {
    "number": "contradiction",
    "date": "contradiction",
    "place": "contradiction",
    "entity": "contradiction",
    "role": "contradiction",
    "polarity": "contradiction",
    "cause": "contradiction",
    "wording": "variation",
    "attribution": "variation",
    "certainty": "variation",
    "scope": "variation",
    "other": "report",
    "omission": "report",
    "update": "timeline",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """Who a speaker of an article is, by somebody's decision and whatever its names tell.

    `speaker` is its id in the article. Speakers of one `identity` are one, those of two are two; `name` is what all of
    that identity are called.
    """

    speaker: str
    identity: str
    name: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a story, with what extraction read in it. `id` is the caller's and unique in the story.

    `decided` says who some of its speakers are; of the others their names tell.
    """

    id: str
    source: str
    publisher: str | None
    title: str | None
    published: dt.datetime | dt.date | None
    text: str
    extraction: Extraction
    decided: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Member:
    article: str
    claim: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a divergence: the claim, its normalised value in words, and the characters that show it."""

    article: str
    claim: str
    value: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of two quotations laid side by side, in reading order; a side without words there has no spans, and
    one of the two has some.

    `hidden` stretches do not count: an ellipsis, a bracket, or a beginning or end that one of the two cuts off.
    """

    kind: EditKind
    left: tuple[Span, ...]
    right: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Divergence:
    """`rule` is the stable id of the rule that fired, `explanation` one plain sentence.

    `word_diff` lays what the two claims quote side by side where the kind is `wording`.
    """

    kind: DivergenceKind
    grade: Grade
    left: Side
    right: Side
    rule: str
    explanation: str
    word_diff: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Undetermined:
    """Why it cannot be told whether two members agree: the `question` (`matching.gates`) that has no answer, a stable
    `reason`, the words of either side, and one plain sentence.
    """

    question: Question
    reason: UndeterminedReason
    left: Side
    right: Side
    explanation: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two speakers who contradict each other in one article: a property of the story, no divergence between outlets."""

    article: str
    left_speaker: str
    right_speaker: str
    left: Side
    right: Side
    rule: str
    explanation: str


@dataclass(frozen=True, slots=True)
class SharedValue:
    """A facet that every article gives alike ("2022-01-10"), with the characters that say so in each."""

    kind: Literal["number", "date", "place", "speaker", "quote"]
    value: str
    evidence: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What speaks for or against two members being of one slot: logits of their score, beside an average candidate.

    The weights of a pair add up to how far its score stands from an average candidate's, but for rounding and for
    grounds that hardly count, which are left out.
    """

    kind: GroundKind
    weight: float


@dataclass(frozen=True, slots=True)
class CountedOnce:
    """Articles of an alignment that are one origin, and why. `origin` is the id of the text they have copied."""

    articles: tuple[str, ...]
    reason: Literal["copied_passage", "same_publisher"]
    origin: str | None
    explanation: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Claims of different articles that fill the same slot.

    `alignment_score` in [0, 1] says how likely they do; `relation_score` in [0, 1] how sure the relation is. The two
    are separate on purpose: contradicting sentences are closer in words than entailing ones. `agreement` is None
    where the members diverge or the class cannot be told; for the latter, `undetermined` says why, each reason once.
    `shared` lists what the members give alike, `grounds` what carried the score of the likeliest two members, the
    weightiest first, and `counted_once` why `independent_origins` is less than the number of articles.
    """

    id: str
    members: tuple[Member, ...]
    relation: Relation
    agreement: Agreement | None
    divergences: tuple[Divergence, ...]
    shared: tuple[SharedValue, ...]
    alignment_score: float
    relation_score: float
    independent_origins: int
    undetermined: tuple[Undetermined, ...] = ()
    grounds: tuple[Ground, ...] = ()
    counted_once: tuple[CountedOnce, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words first came from: passages of several articles that are copies of one text count once."""

    id: str
    passages: tuple[Passage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    pipeline_version: str
    articles: tuple[Article, ...]
    origins: tuple[Origin, ...]
    alignments: tuple[Alignment, ...]
    disputes: tuple[Dispute, ...]
    unmatched: tuple[Member, ...]
    caveats: tuple[Caveat, ...]
