"""Numbers as written, in digits and in words: "3,000", "1.2bn", "twenty-one", "half a million", "a dozen", "dozens".

`read_number` reads the longest number that begins at a lexeme. It knows nothing of units, bounds or what is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.facets.lexing import Lexeme, low_at
from extractors.word_lists import word_list

ONES = {
    word: value
    for value, word in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
MAGNITUDES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SHORT_MAGNITUDES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
FRACTIONS = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "tenths": 10,
}

# What a bare plural says, as an inclusive range: at least two of the unit, and less than the next unit up that a
# writer would have named instead. "Dozens" stops below a hundred, "thousands" below ten thousand.
VAGUE_PLURALS: dict[str, tuple[float, float]] = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9),
    "trillions": (2e12, 999e12),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "tens of millions": (20e6, 99e6),
    "hundreds of millions": (200e6, 999e6),
    "tens of billions": (20e9, 99e9),
    "hundreds of billions": (200e9, 999e9),
}
# After "by a third" these show that no noun follows, as in "by a third party".
_AFTER_SHARE = frozenset(("from", "in", "since", "to", "and", "after", "this", "last", "over", "on", "during", "but"))
_COUNTING_UNITS = frozenset((*MAGNITUDES, "hundred", "dozen"))
# After "by half" these show that it is no share: "by half past six".
_AFTER_HALF = frozenset(("a", "an", "past", "time", "term", "way", "-", "one", "of", "mast"))
# A longer run of digits without a comma is the number of an account or a message: counts of that size are written
# with commas or as billions.
_LONGEST_DIGITS = 10
# "Several hundred", "a few thousand": the usual reading of the small word, times the unit.
VAGUE_COUNTS = {"several": (3, 9), "few": (2, 5), "couple": (2, 2)}
_OPENING_VAGUE = frozenset((*(name.split()[0] for name in VAGUE_PLURALS), *VAGUE_COUNTS, "a"))
_OPENING_HALF = frozenset(("half", "a", "quarter", "three"))
_OPENING = _OPENING_VAGUE | _OPENING_HALF | {*ONES, *TENS, "an", "another"}


@dataclass(frozen=True, slots=True)
class Number:
    """What is written between lexemes `first` and `after`.

    `lower` and `upper` differ only where the words themselves are vague ("dozens"). `step` is the place value of the
    last digit that the writer gives (0.1 for "4.5", a million for "3 million", 1 for "seventeen"), in the same
    units. `magnitude` is what a last "million" or "bn" has multiplied it by. `share` marks a fraction, whose value
    then lies in [0, 1]. `digits` marks a plain run of digits.
    """

    first: int
    after: int
    lower: float
    upper: float
    step: float
    vague: bool = False
    share: bool = False
    digits: bool = False
    magnitude: float = 1.0


def read_number(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """The number that begins at `lexemes[at]`, or None. An article ("a", "an") counts only before a number word."""
    if lexemes[at].kind != "digits" and lexemes[at].low not in _OPENING:
        return None
    return (
        _fraction(lexemes, at)
        or _vague(lexemes, at)
        or _half_of_magnitude(lexemes, at)
        or _digits(lexemes, at)
        or _words(lexemes, at)
    )


def step_of(written: str) -> float:
    """Place value of the last significant digit: 0.1 for "4.5", 100 for "5,300", 1 for "17".

    >>> step_of("4.50"), step_of("5,300"), step_of("17")
    (0.01, 100.0, 1.0)
    """
    plain = written.replace(",", "")
    if "." in plain:
        return float(10.0 ** -len(plain.split(".")[1]))
    zeros = len(plain) - len(plain.rstrip("0"))
    return float(10**zeros) if zeros < len(plain) else 1.0


def _hyphen(lexemes: Sequence[Lexeme], at: int) -> bool:
    """A hyphen that joins two words, with no space on either side."""
    return at + 1 < len(lexemes) and lexemes[at].low in ("-", "‐", "‑") and lexemes[at].glued and lexemes[at + 1].glued


def _digits(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    piece = lexemes[at]
    if piece.kind != "digits" or len(piece.text.split(",")[0]) > _LONGEST_DIGITS:
        return None
    value, step, after = float(piece.text.replace(",", "")), step_of(piece.text), at + 1
    times, after, step = _magnitude(lexemes, after, step, piece.text)
    plain = times == 1.0
    return Number(at, after, value * times, value * times, step * times, digits=plain, magnitude=times)


def _magnitude(lexemes: Sequence[Lexeme], at: int, step: float, written: str) -> tuple[float, int, float]:
    """Multiplier, next index and step of an optional "million" or glued "bn"; "m" is left to the unit grammar."""
    word = low_at(lexemes, at)
    skip = 0
    if _hyphen(lexemes, at):
        word, skip = low_at(lexemes, at + 1), 1
    if word in MAGNITUDES or (word in SHORT_MAGNITUDES and word not in ("m", "k")):
        times = {**MAGNITUDES, **SHORT_MAGNITUDES}[word]
    elif word == "k" and at < len(lexemes) and lexemes[at].glued and lexemes[at].text == "k":
        times = 1e3
    elif word == "hundred" and "." not in written:
        times = 100.0
    else:
        return 1.0, at, step
    return times, at + skip + 1, min(step, 1.0) if "." in written else _digit_step(written)


def _digit_step(written: str) -> float:
    """Before a magnitude word every digit counts: "20 million" is given to the million, not to ten millions."""
    return 1.0 if "." not in written else step_of(written)


def _small(lexemes: Sequence[Lexeme], at: int) -> tuple[int, int] | None:
    """A number below a hundred in words: value and next index."""
    word = low_at(lexemes, at)
    if word in ONES:
        return ONES[word], at + 1
    if word not in TENS:
        return None
    after = at + 1
    unit = after + 1 if _hyphen(lexemes, after) else after
    if 1 <= ONES.get(low_at(lexemes, unit), 0) <= 9:
        return TENS[word] + ONES[low_at(lexemes, unit)], unit + 1
    return TENS[word], after


def _words(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Cardinals in words: groups of hundreds, each with its magnitude, in falling order."""
    total, limit, here, step, last = 0.0, float("inf"), at, 1.0, 1.0
    while True:
        group = _group(lexemes, here, first=here == at)
        if group is None:
            break
        value, after, step = group
        magnitude = MAGNITUDES.get(low_at(lexemes, after), 0.0)
        hyphened = MAGNITUDES.get(low_at(lexemes, after + 1), 0.0) if _hyphen(lexemes, after) else 0.0
        if hyphened:
            magnitude, after = hyphened, after + 1
        if not magnitude:
            if here != at and value >= limit:
                break
            total, here, last = total + value, after, 1.0
            break
        if magnitude >= limit:
            break
        total, limit, here, step = total + value * magnitude, magnitude, after + 1, step * magnitude
        last = magnitude
        if low_at(lexemes, here) == "and" and _group(lexemes, here + 1, first=False) and magnitude == 1e3:
            here += 1
    if here == at:
        return None
    return Number(at, here, total, total, step, magnitude=last)


def _group(lexemes: Sequence[Lexeme], at: int, *, first: bool) -> tuple[float, int, float] | None:
    """Value below a thousand, next index and step; "a hundred", "two dozen", "two and a half", "two point five"."""
    word = low_at(lexemes, at)
    if first and word in ("a", "an"):
        following = low_at(lexemes, at + 1)
        if following in MAGNITUDES:
            return 1.0, at + 1, 1.0
        if following == "hundred":
            return _after_hundred(lexemes, at + 2, 1)
        if following == "dozen":
            return 12.0, at + 2, 1.0
        return None
    small = _small(lexemes, at)
    if small is None:
        return None
    value, after = small
    joined = after + 1 if _hyphen(lexemes, after) else after
    if low_at(lexemes, joined) == "hundred":
        return _after_hundred(lexemes, joined + 1, value)
    if low_at(lexemes, joined) == "dozen":
        return 12.0 * value, joined + 1, 1.0
    if [low_at(lexemes, after + i) for i in range(3)] == ["and", "a", "half"]:
        return value + 0.5, after + 3, 0.5
    if [low_at(lexemes, after + i) for i in range(6)] == ["-", "and", "-", "a", "-", "half"]:
        return value + 0.5, after + 6, 0.5
    if [low_at(lexemes, after + i) for i in range(3)] == ["and", "a", "quarter"]:
        return value + 0.25, after + 3, 0.25
    if low_at(lexemes, after) == "point" and low_at(lexemes, after + 1) in ONES:
        decimals = after + 1
        fraction = ""
        while 0 <= ONES.get(low_at(lexemes, decimals), -1) <= 9:
            fraction += str(ONES[low_at(lexemes, decimals)])
            decimals += 1
        if fraction:
            return value + float(f"0.{fraction}"), decimals, float(10.0 ** -len(fraction))
    return float(value), after, 1.0


def _after_hundred(lexemes: Sequence[Lexeme], at: int, hundreds: int) -> tuple[float, int, float]:
    rest = at + 1 if low_at(lexemes, at) == "and" else at
    small = _small(lexemes, rest)
    if small is None:
        return 100.0 * hundreds, at, 100.0
    return 100.0 * hundreds + small[0], small[1], 1.0


def _half_of_magnitude(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Such as "Half a million", "half a dozen", "a quarter of a million", "a half million"."""
    if lexemes[at].low not in _OPENING_HALF:
        return None
    words = [low_at(lexemes, at + i) for i in range(5)]
    scale = {**MAGNITUDES, "dozen": 12.0, "hundred": 100.0}
    for pattern, value in (
        (["half", "a"], 0.5),
        (["half", "an"], 0.5),
        (["a", "half"], 0.5),
        (["a", "quarter", "of", "a"], 0.25),
        (["quarter", "of", "a"], 0.25),
        (["three", "quarters", "of", "a"], 0.75),
    ):
        size = len(pattern)
        if words[:size] == pattern and low_at(lexemes, at + size) in scale:
            amount = value * scale[low_at(lexemes, at + size)]
            return Number(at, at + size + 1, amount, amount, amount / 5)
    return None


def _fraction(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Shares: "two-thirds", "a third of", "half of", "one in five", "9 out of 10", "three quarters"."""
    ratio = _one_in_five(lexemes, at)
    if ratio is not None:
        return ratio
    word = low_at(lexemes, at)
    if word == "half" and low_at(lexemes, at + 1) in ("of", "the", "its", "their", "his", "her", "our", "all"):
        return Number(at, at + 1, 0.5, 0.5, 0.01, share=True)
    if word == "half" and at > 0 and lexemes[at - 1].low == "by" and low_at(lexemes, at + 1) not in _AFTER_HALF:
        return Number(at, at + 1, 0.5, 0.5, 0.01, share=True)
    if word in ("a", "an", "one", "another"):
        top, after = 1, at + 1
    elif 2 <= ONES.get(word, 0) <= 9:
        top, after = ONES[word], at + 1
    else:
        return None
    hyphened = _hyphen(lexemes, after)
    after = after + 1 if hyphened else after
    name = low_at(lexemes, after)
    bottom = FRACTIONS.get(name, 0)
    plural = name.endswith("s")
    if not bottom or plural != (top > 1) or top >= bottom:
        return None
    follows = low_at(lexemes, after + 1)
    noun = after + 1 < len(lexemes) and lexemes[after + 1].kind == "word" and follows not in _AFTER_SHARE
    by = at > 0 and lexemes[at - 1].low in ("by", "than", "nearly", "almost", "about") and not noun
    if (
        not plural
        and not by
        and not (hyphened and word == "one")
        and follows not in ("of", "more", "less", "fewer", "higher", "lower", "the")
    ):
        return None
    of_one = follows == "of" and low_at(lexemes, after + 2) in ("a", "an")
    if name in ("half", "quarter", "quarters") and of_one and low_at(lexemes, after + 3) in _COUNTING_UNITS:
        return None
    value = top / bottom
    return Number(at, after + 1, value, value, 0.01, share=True)


def _one_in_five(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    small = _plain(lexemes, at)
    if small is None:
        return None
    top, after = small
    words = [low_at(lexemes, after), low_at(lexemes, after + 1)]
    tens = words[1] in ("10", "ten") and words[0] == "of"  # "eight of 10 voters" are a share, "eight of 12" are eight
    if words == ["out", "of"] and low_at(lexemes, after + 2) == "every":
        other, every = _plain(lexemes, after + 3), True
    elif words == ["out", "of"]:
        other, every = _plain(lexemes, after + 2), False
    elif words == ["of", "every"] or tens:
        other, every = _plain(lexemes, after + (1 if tens else 2)), True
    elif words[0] == "in" and words[1] == "every":
        other, every = _plain(lexemes, after + 2), True
    elif words[0] == "in":
        other, every = _plain(lexemes, after + 1), False
    else:
        return None
    if other is None or not 0 < top < other[0]:
        return None
    bottom, end = other
    # "One in five" is a share; "three in 2014" and "two in 20 minutes" are not.
    round_base = bottom in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000)
    units = ("minutes", "minute", "hours", "days", "weeks", "months", "years", "seconds", "games", "matches")
    if not round_base or (low_at(lexemes, end) in units and not every):
        return None
    value = top / bottom
    return Number(at, end, value, value, 0.01 if bottom >= 10 else 0.02, share=True)


def _plain(lexemes: Sequence[Lexeme], at: int) -> tuple[float, int] | None:
    if at >= len(lexemes):
        return None
    number = _digits(lexemes, at) or _words(lexemes, at)
    return None if number is None else (number.lower, number.after)


def _vague(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Such as "Dozens", "tens of thousands", "several hundred", "a few thousand", "a couple of hundred"."""
    if lexemes[at].low not in _OPENING_VAGUE:
        return None
    words = [low_at(lexemes, at + i) for i in range(4)]
    phrase = " ".join(words[:3])
    for name in (phrase, words[0]):
        if name in VAGUE_PLURALS and not (name == "scores" and not _scores_of(lexemes, at)):
            lower, upper = VAGUE_PLURALS[name]
            return Number(at, at + len(name.split()), lower, upper, lower / 2, vague=True)
    start = 1 if words[0] == "a" and words[1] in ("few", "couple") else 0
    if words[start] not in VAGUE_COUNTS:
        return None
    unit = start + 1
    if words[start] == "couple":
        unit += words[unit] == "of"
        unit += low_at(lexemes, at + unit) in ("a",)
    scale = {**MAGNITUDES, "hundred": 100.0, "dozen": 12.0}
    size = scale.get(low_at(lexemes, at + unit))
    if size is None:
        return None
    low, high = VAGUE_COUNTS[words[start]]
    return Number(at, at + unit + 1, low * size, high * size, size, vague=True)


def _scores_of(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether "scores" are many, not the marks of a test or a match: "scores of people", "Scores were hurt"."""
    counts = low_at(lexemes, at + 1) == "of" and at + 2 < len(lexemes) and lexemes[at + 2].kind == "word"
    more = low_at(lexemes, at + 1) == "more" and (at + 2 >= len(lexemes) or lexemes[at + 2].kind == "mark")
    opens = lexemes[at].capitalised and low_at(lexemes, at + 1) in ("more", "were", "are", "have", "had")
    owned = at > 0 and lexemes[at - 1].low in ("the", "his", "her", "their", "its", "test", "exam")
    return (counts or opens or more) and not owned
