"""`wording`: one speaker, one occasion, other words between the quotation marks."""

from __future__ import annotations

from matching.divergences.pair import AlignedPair
from matching.gates import holders
from matching.quotations import lay_side_by_side
from matching.records import Divergence
from matching.values import span_over


def other_wording(pair: AlignedPair) -> Divergence | None:
    if not pair.left.quote_spans or not pair.right.quote_spans or holders(pair.left, pair.right) != "same_speaker":
        return None
    laid = lay_side_by_side(pair.left.quote_spans, pair.right.quote_spans)
    if laid.verdict != "other_words":
        return None
    left, right = laid.left_only or "(nothing)", laid.right_only or "(nothing)"
    return pair.diverges(
        "wording",
        "wording.words_differ",
        (laid.left_only, laid.right_only),
        (span_over(pair.left.quote_spans), span_over(pair.right.quote_spans)),
        f"The same quotation reads “{left}” in {pair.source_of(pair.left)} "
        f"and “{right}” in {pair.source_of(pair.right)}.",
    )
