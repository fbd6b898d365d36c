"""Votes and scores: two counts that stand against each other, "9-4", "by nine to four", "52 votes to 48"."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.facets.amounts import read_amount
from extractors.facets.lexing import Lexeme
from extractors.facets.measure_words import COUNTED
from extractors.facets.near_misses import names_something
from extractors.facets.number_reading import DASHES, Hit, Reading, span_of
from extractors.records import Quantity
from extractors.word_lists import word_set

_SCORE_WORDS = word_set(
    "vote voted votes voting ballot ruled ruling decision majority margin split court panel committee passed rejected "
    "approved win won wins winning beat beats beaten beating defeat defeated defeats lost lose loses lead leads led "
    "draw drew victory score scored final set sets match game ahead trailed"
)
_VOTE_WORDS = word_set(
    "vote voted votes voting ballot ruled ruling decision majority court panel committee passed rejected approved "
    "judges justices jury council senate house"
)
_SCORE_REACH = 8  # lexemes on either side of "9-4" in which a word of votes or matches is looked for
_LARGEST_SCORE = 700  # more votes than the largest chamber whose "312-300" is written like a score


def read_score(reading: Reading, at: int) -> Hit | None:
    """Such as "9-4", "by nine to four", "52 votes to 48": two counts, the first side's and the second's."""
    lexemes = reading.lexemes
    left = reading.amount(at)
    if left is None or left.unit is not None or left.number.vague or left.low > _LARGEST_SCORE:
        return None
    middle = left.after
    votes = middle < len(lexemes) and lexemes[middle].low in ("votes", "vote")
    middle += votes
    if middle + 1 >= len(lexemes):
        return None
    joiner = lexemes[middle]
    dash = joiner.text in DASHES and joiner.glued
    if dash and middle + 3 < len(lexemes) and lexemes[middle + 1].low == "to" and lexemes[middle + 2].text in DASHES:
        middle += 2  # "a 2-to-1 vote"
    if not dash and joiner.low not in ("to", "against"):
        return None
    right = read_amount(lexemes, middle + 1)
    if right is None or right.unit is not None or right.number.vague or right.low > _LARGEST_SCORE:
        return None
    if dash and right.after < len(lexemes) and lexemes[right.after].text in DASHES and lexemes[right.after].glued:
        following = lexemes[right.after + 1] if right.after + 1 < len(lexemes) else None
        if following is None or following.kind == "digits":
            return None
    context = _near_words(lexemes, at, right.after)
    if names_something(lexemes, at, left.after) and not lexemes[at].line and not (dash and context & _SCORE_WORDS):
        return None
    by = at > 0 and lexemes[at - 1].low in ("by", "voted", "ruled", "won", "lost", "beat")
    if not votes and not (context & _SCORE_WORDS and (dash or by)) and not (dash and left.low > right.low):
        return None
    if not votes and right.after < len(lexemes) and lexemes[right.after].low in COUNTED and left.low < right.low:
        return None
    kind = "vote" if votes or context & _VOTE_WORDS else "score"
    names = ("for", "against") if kind == "vote" else ("first", "second")
    ends = ((left, left.number.after), (right, right.after))
    return (
        tuple(
            Quantity(span_of(reading, side.first, end), side.lower, side.upper, None, False, name, kind)
            for (side, end), name in zip(ends, names, strict=True)
        ),
        right.after,
    )


def _near_words(lexemes: Sequence[Lexeme], first: int, after: int) -> set[str]:
    around = lexemes[max(0, first - _SCORE_REACH) : after + _SCORE_REACH]
    return {piece.low for piece in around}
