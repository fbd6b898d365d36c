"""`wording`: one speaker, one occasion, other words between the quotation marks.

Two quotations that share most of their words are one utterance, whoever is named with it. Where they share few, they
are held against each other only if each is all that its article quotes of this speaker, and both tell of one occasion:
then one outlet has one thing said and the other another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.records import Span
from matching.divergences.pair import AlignedPair
from matching.divergences.telling import WEEKDAY
from matching.gates import credit, same_as_of
from matching.quotations import lay_side_by_side
from matching.records import Divergence, Edit
from matching.values import span_over

# What stands before a phrase by which a speaker names or judges something, and in how many characters it is looked for.
_NAMING = re.compile(
    r"(?:\b(?:as|was|were|is|are|be|been|being|of)|"
    r"\b(?:pledg|promis|vow|threaten|swore|offer|undertook)\w*(?: [\w'’-]+){0,6} to|"
    r"\b(?:call|brand|label|dub|term|deem|declar|pronounc)(?:l?ed|e?s|l?ing|e)?(?: [\w'’-]+){1,6}) [\"“‘']$"
)
_BEFORE = 80
# Characters of the quoted words that are shown where nothing in them is alike.
_SHOWN = 80


def other_wording(pair: AlignedPair) -> Divergence | None:
    if not pair.left.quote_spans or not pair.right.quote_spans or not pair.is_same_level:
        return None
    laid = lay_side_by_side(pair.left.quote_spans, pair.right.quote_spans)
    if laid.first_other is not None and laid.verdict == "other_words" and not _stand_elsewhere(pair):
        left, right = (_in_words(spans) for spans in (laid.first_other.left, laid.first_other.right))
        return replace(_diverges(pair, "wording.words_differ", left, right), word_diff=laid.edits)
    if laid.verdict == "other_quotation" and _is_one_occasion(pair):
        one, two = _only_quotation(pair, 0), _only_quotation(pair, 1)
        if one and two and lay_side_by_side(one, two).verdict == "other_quotation":
            left, right = (_in_words(spans)[:_SHOWN] for spans in (one, two))
            edits = (Edit("other", one, two),)
            return replace(_diverges(pair, "wording.other_quotation", left, right), word_diff=edits)
    return None


def _in_words(spans: Sequence[Span]) -> str:
    return " … ".join(span.exact for span in spans) or "(nothing)"


def _stand_elsewhere(pair: AlignedPair) -> bool:
    """Whether the quoted words of one side stand in the other article as they are, in another sentence."""
    for side, statement in enumerate((pair.left, pair.right)):
        words = " ".join(statement.quoted)
        if words and f" {words} " in pair.all_told.quoted_in((pair.right, pair.left)[side].article):
            return True
    return False


def _diverges(pair: AlignedPair, rule: str, left: str, right: str) -> Divergence:
    return pair.diverges(
        "wording",
        rule,
        (left, right),
        (span_over(pair.left.quote_spans), span_over(pair.right.quote_spans)),
        f"The same quotation reads “{left}” in {pair.sources[0]} and “{right}” in {pair.sources[1]}.",
    )


def _is_one_occasion(pair: AlignedPair) -> bool:
    """Both say where and when as one, or only one does."""
    if not same_as_of(pair.story, pair.left, pair.right):
        return False
    one, two = (set(WEEKDAY.findall(telling.low)) for telling in pair.told)
    return not one or not two or bool(one & two)


def _only_quotation(pair: AlignedPair, side: int) -> tuple[Span, ...]:
    """All that the article of one side quotes of the statement's speaker, if it is one passage; else nothing."""
    attribution = credit((pair.left, pair.right)[side])
    extraction = pair.articles[side].extraction
    if attribution is None or attribution.speaker is None:
        return ()
    quoted = [
        other.id
        for other in extraction.attributions
        if other.kind != "indirect" and other.speaker is not None and other.speaker.id == attribution.speaker.id
    ]
    inner = tuple(
        quote.inner for quote in extraction.quotes if quote.attribution == attribution.id and quote.parent is None
    )
    if quoted != [attribution.id] or not inner:
        return ()
    return inner if attribution.kind == "direct" or _is_name_for(pair.articles[side].text, inner) else ()


def _is_name_for(text: str, quoted: Sequence[Span]) -> bool:
    """Whether one phrase is quoted, and what the speaker takes something for: "called it “a disgrace”"."""
    return len(quoted) == 1 and _NAMING.search(text[: quoted[0].start].lower()[-_BEFORE:]) is not None
