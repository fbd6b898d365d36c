"""The bound or approximation around an amount: "more than", "nearly", "up to", "or so".

read_qualifier(lexemes, first)    in front of the amount that begins at `first`
read_suffix(lexemes, after)       behind the amount that ends at `after`
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from extractors.facets.lexing import Lexeme
from extractors.word_lists import word_set

Bound = Literal["lower", "upper", "about"]

_BEFORE: dict[str, Bound] = {
    **dict.fromkeys(
        (
            "more than",
            "at least",
            "over",
            "above",
            "no fewer than",
            "no less than",
            "not less than",
            "not fewer than",
            "upwards of",
            "in excess of",
            "exceeding",
            "exceeded",
            "north of",
            "a minimum of",
            "greater than",
            "well over",
            "as few as",
            "as little as",
            "higher than",
            "surpassing",
            "topping",
            "exceeds",
            "longer than",
            "older than",
        ),
        "lower",
    ),
    **dict.fromkeys(
        (
            "up to",
            "as many as",
            "as much as",
            "fewer than",
            "less than",
            "under",
            "below",
            "no more than",
            "not more than",
            "at most",
            "a maximum of",
            "lower than",
            "no later than",
            "not yet",
            "shorter than",
            "younger than",
            "well under",
            "as high as",
            "as long as",
        ),
        "upper",
    ),
    **dict.fromkeys(
        (
            "about",
            "around",
            "some",
            "roughly",
            "approximately",
            "nearly",
            "almost",
            "close to",
            "an estimated",
            "estimated",
            "circa",
            "virtually",
            "just over",
            "just under",
            "just above",
            "just below",
            "little more than",
            "a little over",
            "slightly more than",
            "slightly over",
            "slightly less than",
            "slightly under",
            "slightly above",
            "slightly below",
            "a little more than",
            "a little less than",
            "a little under",
            "a bit more than",
            "a bit less than",
            "a bit over",
            "a bit under",
            "nearing",
            "not quite",
            "approaching",
            "approaches",
            "approached",
            "just short of",
            "in the region of",
            "~",
            "perhaps",
            "maybe",
            "somewhere around",
            "somewhere near",
            "an average of",
        ),
        "about",
    ),
}
_LONGEST_BEFORE = 4  # words of the longest phrase above
_AFTER: dict[str, Bound] = {
    **dict.fromkeys(
        (
            "or more",
            "or older",
            "and older",
            "and over",
            "or over",
            "or above",
            "and above",
            "or higher",
            "or longer",
        ),
        "lower",
    ),
    **dict.fromkeys(("or less", "or fewer", "or younger", "and under", "or under", "or below", "and younger"), "upper"),
    **dict.fromkeys(("or so", "or thereabouts", "give or"), "about"),
}
# What may stand before a duration without making it a bound: "over three years" may mean "during".
# "Handed over millions": the word goes with the verb.
_PHRASAL = word_set(
    "hand hands handed handing turn turns turned turning take takes took taken taking give gave given giving sign "
    "signed forked fork"
)
# "A remark about 40 percent of the town": the word says what the remark is on.
_TOPICAL = word_set(
    "comment comments remark remarks claim claims statement statements question questions story stories report reports "
    "joke jokes joked talk talks talked talking ask asks asked worry worries worried concern concerns concerned know "
    "knows knew learn learned learns more complain complained complains tell told tells said say spoke speak speaks "
    "think thought lied lie lies anything something nothing"
)
_BOUND_FOR_DURATION = word_set("for in of takes took lasted lasting last spent after lasts least just well")


def read_qualifier(lexemes: Sequence[Lexeme], first: int, *, duration: bool) -> tuple[Bound | None, bool, int]:
    """Bound before `first`, whether a word of approximation is there, and where the qualifiers begin."""
    bound: Bound | None = None
    about = False
    start = first
    for _ in range(2):
        kind, begin = _phrase_before(lexemes, start)
        if kind is None:
            break
        if lexemes[begin].low == "over" and begin and lexemes[begin - 1].low in _PHRASAL:
            break
        if lexemes[begin].low == "about" and begin and lexemes[begin - 1].low in _TOPICAL:
            break
        if (
            kind != "about"
            and duration
            and lexemes[begin].low in ("over", "under")
            and not _bounds_duration(lexemes, begin)
        ):
            break
        about = about or kind == "about"
        bound = bound or (kind if kind != "about" else None)
        start = begin
    return bound, about, start


def read_suffix(lexemes: Sequence[Lexeme], after: int) -> tuple[Bound | None, int]:
    """Such as "Or more", "or so", "+" behind an amount, and where they end."""
    if after < len(lexemes) and lexemes[after].text == "+" and lexemes[after].glued:
        return "lower", after + 1
    phrase = " ".join(piece.low for piece in lexemes[after : after + 2])
    if phrase in _AFTER:
        return _AFTER[phrase], after + 2
    return None, after


def _phrase_before(lexemes: Sequence[Lexeme], first: int) -> tuple[Bound | None, int]:
    for size in range(min(_LONGEST_BEFORE, first), 0, -1):
        phrase = " ".join(piece.low for piece in lexemes[first - size : first])
        if phrase in _BEFORE:
            return _BEFORE[phrase], first - size
    return None, first


def _bounds_duration(lexemes: Sequence[Lexeme], at: int) -> bool:
    return at > 0 and lexemes[at - 1].low in _BOUND_FOR_DURATION
