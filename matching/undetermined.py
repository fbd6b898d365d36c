"""Why it cannot be told whether two aligned statements agree: the first of the four questions that has no answer.

    slot       they may be of two things
    holder     other voices are heard, so that neither speaks for or against the other
    as_of      they are of other days, or one of them cannot be dated
    both_true  a rule or the trained reader has read a difference and is not sure of it; or neither has compared them

Asked only of statements that neither diverge nor agree in a way that facets or words decide (`matching.agreements`).
Where all four have an answer, the two agree in part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extractors.facets.comparing import quantities_meet
from extractors.facets.units import CODES
from extractors.records import Quantity, Span
from matching.divergences.pair import AlignedPair
from matching.facets import same_measure
from matching.gates import credit, holder_of, same_as_of
from matching.reading.judging import Difference
from matching.records import Divergence, Question, Side, Undetermined, UndeterminedReason
from matching.values import number_in_words

# Below this alignment score two statements are more likely of two things than of one.
EVEN = 0.5
# A difference that is less likely than this is not worth a reader's time: one in ten.
WORTH_TELLING = 0.1

QUESTION_OF: Mapping[UndeterminedReason, Question] = {
    "slot_unsure": "slot",
    "other_holder": "holder",
    "other_day": "as_of",
    "undated": "as_of",
    "difference_unsure": "both_true",
    "other_unit": "both_true",
    "measure_unclear": "both_true",
    "not_compared": "both_true",
}


# What reading says of "these diverge", as a logit, from which it is no answer that no rule finds a difference. Of the
# aligned pairs of the development stories that no rule decides, 72 % of 331 agree below it and 60 % of 111 above.
MAY_DIVERGE = -0.75


def undetermined_of(
    pair: AlignedPair, likeliest: tuple[Divergence, float] | None, read: Difference | None
) -> Undetermined | None:
    """None where all questions have an answer: the two may both be true.

    `likeliest` is the difference that rules read in the pair and that is nearest to being sure, with its score; `read`
    is what the trained reader says, None where it was not asked.
    """
    if pair.score < EVEN:
        return _whole(pair, "slot_unsure", f"The two may be of two things: the chance of one is {pair.score:.2f}.")
    if pair.holders in ("one_own_voice", "other_speaker"):
        left, right = (holder_of(credit(statement)) for statement in (pair.left, pair.right))
        return _whole(pair, "other_holder", f"{pair.sources[0]} has it from {left}, {pair.sources[1]} from {right}.")
    if not same_as_of(pair.story, pair.left, pair.right):
        return _whole(pair, "other_day", f"{pair.sources[0]} and {pair.sources[1]} tell of other days.")
    undated = _undated(pair)
    if undated is not None:
        return undated
    if likeliest is not None and likeliest[1] >= WORTH_TELLING:
        divergence, score = likeliest
        explanation = f"They may differ in {divergence.kind}: the chance is {score:.2f}."
        return _undetermined("difference_unsure", divergence.left, divergence.right, explanation)
    figures = _figures(pair)
    if figures is not None or (read is not None and read.diverges < MAY_DIVERGE):
        return figures
    return _whole(pair, "not_compared", f"No rule compares what {pair.sources[0]} and {pair.sources[1]} say here.")


def each_reason_once(found: Iterable[tuple[float, Undetermined]]) -> tuple[Undetermined, ...]:
    """Of several pairs of one alignment, with the score of each: every reason once, as it holds of the likeliest pair.

    In the order of the questions.
    """
    best: dict[str, tuple[float, Undetermined]] = {}
    for score, each in found:
        if each.reason not in best or score > best[each.reason][0]:
            best[each.reason] = score, each
    return tuple(best[reason][1] for reason in QUESTION_OF if reason in best)


def _undated(pair: AlignedPair) -> Undetermined | None:
    """One side gives a day and the other a time that could not be told, for want of the day it was published."""
    for side, statement in enumerate((pair.left, pair.right)):
        other = (pair.right, pair.left)[side]
        vague = [time for time in statement.times if time.first is time.last is None and not time.recurs]
        if vague and statement.published is None and any(time.first or time.last for time in other.times):
            source = pair.source_of(statement)
            return _whole(pair, "undated", f"“{vague[0].spans[-1].exact}” in {source} cannot be dated.")
    return None


def _figures(pair: AlignedPair) -> Undetermined | None:
    """Figures that cannot be held against each other: of two currencies, or of measures that are not told."""
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            if left.unit != right.unit and {left.unit, right.unit} <= CODES:
                return _values(pair, "other_unit", left, right, "they are in two currencies")
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            if same_measure(left, right) == "unclear" and quantities_meet(left, right) is False:
                return _values(pair, "measure_unclear", left, right, "they may not measure one thing")
    return None


def _values(pair: AlignedPair, reason: UndeterminedReason, left: Quantity, right: Quantity, how: str) -> Undetermined:
    one, two = number_in_words(left), number_in_words(right)
    return _undetermined(
        reason,
        Side(pair.left.article, pair.left.member.claim, one, left.span),
        Side(pair.right.article, pair.right.member.claim, two, right.span),
        f"{pair.sources[0]} gives {one}, {pair.sources[1]} {two}: {how}.",
    )


def _whole(pair: AlignedPair, reason: UndeterminedReason, explanation: str) -> Undetermined:
    sides = [
        Side(statement.article, statement.member.claim, _written(statement.spans), statement.spans[0])
        for statement in (pair.left, pair.right)
    ]
    return _undetermined(reason, sides[0], sides[1], explanation)


def _undetermined(reason: UndeterminedReason, left: Side, right: Side, explanation: str) -> Undetermined:
    return Undetermined(QUESTION_OF[reason], reason, left, right, explanation)


def _written(spans: Sequence[Span]) -> str:
    return " … ".join(span.exact for span in spans)
