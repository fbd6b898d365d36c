"""In what respect two members of an alignment differ, or why it cannot be told whether they agree."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from api import wire
from api.wire import ResponseModel, Span
from matching import records


class DivergenceKind(StrEnum):
    """In what respect members diverge. A closed list.

    Both cannot be true: `number`, `date`, `place`; `entity`, another participant in one role; `role`, the same
    participants the other way round; `polarity`, the one denies the other; `cause`. Told differently: `wording`, other
    words quoted of one speaker; `attribution`, another holder; `certainty`; `scope`, another quantifier, population or
    period. Worth a note: `other`, one thing in other terms, both of which may hold; `omission`, a claim of several
    articles that a later one leaves out. Overtaken: `update`, a later value in place of an earlier one.
    """

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ENTITY = "entity"
    ROLE = "role"
    POLARITY = "polarity"
    CAUSE = "cause"
    WORDING = "wording"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    SCOPE = "scope"
    OTHER = "other"
    OMISSION = "omission"
    UPDATE = "update"


class Grade(StrEnum):
    """How much a divergence means: both cannot be true, told differently, worth a note, or overtaken by time.

    A closed list.
    """

    CONTRADICTION = "contradiction"
    VARIATION = "variation"
    REPORT = "report"
    TIMELINE = "timeline"


class Question(StrEnum):
    """What is asked of two members, in this order, before they are said to diverge. A closed list.

    Whether they fill one slot, whether one holder level speaks, whether they are of one day, whether both can be true.
    """

    SLOT = "slot"
    HOLDER = "holder"
    AS_OF = "as_of"
    BOTH_TRUE = "both_true"


class UndeterminedReason(StrEnum):
    """Why a question has no answer. A closed list.

    `slot_unsure`: the members may be of two things. `other_holder`: other voices are heard. `other_day`: they tell of
    other days. `undated`: the day of one cannot be told. `difference_unsure`: a difference was read that may be none.
    `other_unit`: figures in two currencies. `measure_unclear`: figures that may not measure one thing. `not_compared`:
    no rule compares what they say.
    """

    SLOT_UNSURE = "slot_unsure"
    OTHER_HOLDER = "other_holder"
    OTHER_DAY = "other_day"
    UNDATED = "undated"
    DIFFERENCE_UNSURE = "difference_unsure"
    OTHER_UNIT = "other_unit"
    MEASURE_UNCLEAR = "measure_unclear"
    NOT_COMPARED = "not_compared"


class DivergenceSide(ResponseModel):
    """One side of a divergence."""

    article: str = Field(description="Id of the article.")
    claim: str = Field(description="Id of the claim, unique in its article.")
    value: str = Field(description="What it gives here: normalised where it is a value, else its words.")
    evidence: Span = Field(description="The characters that say so.")


class EditKind(StrEnum):
    """How two stretches of quoted words stand to each other. A closed list.

    `same`: the same words, whatever their marks and spelling. `other`: other words on either side. `left_only`,
    `right_only`: words that only one side has. `hidden`: what does not count, such as an ellipsis, a bracket, or a
    beginning or end that one side cuts off.
    """

    SAME = "same"
    OTHER = "other"
    LEFT_ONLY = "left_only"
    RIGHT_ONLY = "right_only"
    HIDDEN = "hidden"


class Edit(ResponseModel):
    """Stretches of two quotations that stand side by side; at least one of the two has words."""

    kind: EditKind
    left: list[Span] = Field(description="The words of the left side; none where it has none here.")
    right: list[Span] = Field(description="The words of the right side; none where it has none here.")


class Divergence(ResponseModel):
    """One respect in which two members differ."""

    kind: DivergenceKind
    grade: Grade
    left: DivergenceSide
    right: DivergenceSide
    rule: str = Field(description="Stable id of the rule that fired.")
    explanation: str = Field(description="One plain sentence.")
    word_diff: list[Edit] = Field(
        description="For `wording`: what the two claims quote, all words laid side by side in reading order. Empty for "
        "other kinds, and in comparisons made before this was kept."
    )


class Undetermined(ResponseModel):
    """Why it cannot be told whether two members agree: the first question that has no answer."""

    question: Question
    reason: UndeterminedReason
    left: DivergenceSide
    right: DivergenceSide
    explanation: str = Field(description="One plain sentence.")


def divergence_side(record: records.Side) -> DivergenceSide:
    return DivergenceSide(
        article=record.article, claim=record.claim, value=record.value, evidence=wire.span(record.evidence)
    )


def divergence(record: records.Divergence) -> Divergence:
    return Divergence(
        kind=DivergenceKind(record.kind),
        grade=Grade(record.grade),
        left=divergence_side(record.left),
        right=divergence_side(record.right),
        rule=record.rule,
        explanation=record.explanation,
        word_diff=[edit(part) for part in record.word_diff],
    )


def edit(record: records.Edit) -> Edit:
    return Edit(
        kind=EditKind(record.kind),
        left=[wire.span(part) for part in record.left],
        right=[wire.span(part) for part in record.right],
    )


def undetermined(record: records.Undetermined) -> Undetermined:
    return Undetermined(
        question=Question(record.question),
        reason=UndeterminedReason(record.reason),
        left=divergence_side(record.left),
        right=divergence_side(record.right),
        explanation=record.explanation,
    )
