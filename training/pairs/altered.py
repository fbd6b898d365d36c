"""Minimal pairs: two sentences that agree, one of them altered in one respect, so that they diverge in a known kind.

Only what both sentences say is altered; what one of them adds could be changed without any divergence. Each way of
altering is a function of a `Told` pair and returns the pair altered, with the words that now differ marked on both
sides, or None where the pair has nothing of the kind.
"""

from __future__ import annotations

import calendar
import itertools
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

NUMBER = re.compile(r"(?<![\w.,$£€-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w%-]*\d)")
MONEY = re.compile(r"(?<=[$£€])\d+(?:,\d{3})*(?:\.\d+)?")
NUMBER_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
LARGE = ["hundred", "thousand", "million", "billion", "trillion"]
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"]
WEEKDAYS = list(calendar.day_name)
MONTHS = list(calendar.month_name)[1:]
DAYTIMES = ["morning", "afternoon", "evening", "night"]
YEARS = ["last year", "this year", "next year", "two years ago"]
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})*")
AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|has|have|had|did|does|can|could|should)\b(?! not\b|n.t)")
NEGATED = re.compile(r"\b(is|are|was|were|will|would|has|have|had|did|does|can|could|should) not\b")
PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|outside|to)\s$")
QUOTED = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")
CREDITED = re.compile(
    r"\b((?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+|[Hh]e|[Ss]he|[Tt]hey|[Oo]fficials|[Pp]olice|[Tt]he \w+) "
    r"(said|told reporters|says|added|argued|claimed|wrote|announced|warned)\b"
)
CAUSE = re.compile(r"\b(because of|because|due to|as a result of|thanks to|owing to|over)\b ([^.,;”\"]{8,80})")

CONTRARIES = [
    line.split("/")
    for line in """
    rose/fell|increase/decrease|increased/decreased|won/lost|win/lose|approved/rejected|approve/reject|accept/refuse
    accepted/refused|support/oppose|supports/opposes|supported/opposed|for/against|before/after|more/less|higher/lower
    up/down|open/closed|opened/closed|start/end|started/ended|began/ended|guilty/innocent|allow/forbid|allowed/banned
    first/last|old/new|gained/lost|arrived/left|entered/left|confirmed/denied|confirm/deny|above/below|strong/weak
    largest/smallest|best/worst|better/worse|good/bad|early/late|passed/failed|hired/fired|raised/lowered|raise/lower
    public/private|legal/illegal|likely/unlikely|possible/impossible|happy/unhappy|safe/dangerous|alive/dead
    success/failure|victory/defeat|growth/decline|strengthen/weaken|expand/reduce|continue/stop|agreed/refused
    remember/forget|praised/criticized|praise/criticism|friend/enemy|right/wrong|true/false|majority/minority
    most/least|with/without|inside/outside|profit/loss|gain/loss|buy/sell|bought/sold|lent/borrowed|left/joined
    """.replace("\n", "|").split("|")
    for line in [line.strip()]
    if line
]
SCOPES = [
    ["all", "most", "some", "half of", "none of"],
    ["every", "hardly any", "almost every"],
    ["everyone", "most people", "some people"],
    ["always", "often", "sometimes", "never"],
    ["nationwide", "in the capital", "in some regions"],
    ["national", "local", "regional", "worldwide"],
    ["many", "few"],
    ["only", "mainly"],
    ["entire", "half the"],
]
HEDGES = {
    "will": ["may", "might", "could", "plans to", "is expected to", "is likely to"],
    "would": ["might", "could"],
    "is": ["may be", "is reportedly", "is allegedly", "is said to be", "is thought to be"],
    "are": ["may be", "are reportedly", "are said to be"],
    "was": ["may have been", "was allegedly", "was reportedly", "is believed to have been"],
    "were": ["may have been", "were reportedly", "are believed to have been"],
    "has": ["is expected to have", "reportedly has", "may have"],
    "had": ["allegedly had", "reportedly had", "may have"],
}
HOLDERS = [
    "the mayor", "a spokesman", "the union", "investigators", "a lawyer", "his opponents", "local residents",
    "the opposition", "a former aide", "two witnesses", "the ministry", "her brother", "analysts", "the newspaper",
]  # fmt: skip
CAUSES = [
    "a shortage of money", "heavy rain", "a computer fault", "the new law", "a quarrel among its leaders",
    "pressure from abroad", "rising costs", "an injury", "a strike", "public anger", "a missed deadline",
    "bad weather", "fears of violence", "a mistake by a clerk", "low demand", "poor health",
]  # fmt: skip

Marks = tuple[tuple[int, int], ...]
"""Stretches of a text."""

_LAST_YEAR, _FIRST_YEAR = 2100, 1900


@dataclass(frozen=True, slots=True)
class Told:
    """Two sentences, the kind in which they diverge (None: they agree), and the words that differ on each side."""

    left: str
    right: str
    kind: str | None = None
    left_marks: Marks = ()
    right_marks: Marks = ()


Way = Callable[[str, str, Sequence[str], random.Random], Told | None]


def alter(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    """The pair diverging in one respect that both sentences have; None when they share nothing to alter.

    `names` are names of the same article or story to put in place of a shared one.
    """
    ways = list(WAYS)
    lot.shuffle(ways)
    return next((found for way in ways if (found := way(left, right, names, lot)) is not None), None)


def replaced(left: str, right: str, at: tuple[int, int], other: str, kind: str, shared: str) -> Told:
    """`right` with `other` in place of the stretch `at`; on the left the words `shared` are marked."""
    start, end = at
    where = re.search(rf"(?<!\w){re.escape(shared)}(?!\w)", left)
    return Told(
        left,
        right[:start] + other + right[end:],
        kind,
        (where.span(),) if where else (),
        ((start, start + len(other)),) if other else (),
    )


def _in_both(words: Sequence[str], left: str, right: str, flags: int = 0) -> list[tuple[str, re.Match[str]]]:
    found = []
    for word in words:
        there = re.search(rf"\b{word}\b", right, flags)
        if there and re.search(rf"\b{word}\b", left, flags):
            found.append((word, there))
    return found


def other_number(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    shared = [
        match
        for pattern in (NUMBER, MONEY)
        for match in pattern.finditer(right)
        if re.search(rf"(?<![\w.,]){re.escape(match.group())}(?!\w)", left)
    ]
    if not shared:
        return None
    match = lot.choice(shared)
    value = float(match.group().replace(",", ""))
    year = value.is_integer() and _FIRST_YEAR <= value <= _LAST_YEAR and "," not in match.group()
    other = value + lot.choice((-3, -2, -1, 1, 2)) if year else _near(value, lot)
    written = f"{other:,.1f}" if "." in match.group() else f"{round(other):,}" if not year else str(int(other))
    if written == match.group():
        return None
    return replaced(left, right, match.span(), written, "date" if year else "number", match.group())


def _near(value: float, lot: random.Random) -> float:
    """Another value as likely in news: a multiple, another digit, or two digits exchanged."""
    digits = str(int(value))
    if len(digits) > 1 and lot.random() < 0.4:
        at = lot.randrange(len(digits))
        other = digits[:at] + lot.choice("123456789") + digits[at + 1 :]
        if other != digits:
            return float(other)
    return max(1.0, value * lot.choice((0.5, 0.7, 0.8, 1.25, 1.3, 1.6, 2, 3)))


def other_word(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    for words, kind in lot.sample(
        [
            (WEEKDAYS, "date"), (MONTHS, "date"), (DAYTIMES, "date"), (YEARS, "date"),
            (NUMBER_WORDS, "number"), (LARGE, "number"), (ORDINALS, "number"),
        ],
        7,
    ):  # fmt: skip
        shared = _in_both(words, left, right)
        if shared:
            word, match = lot.choice(shared)
            return replaced(left, right, match.span(), lot.choice([w for w in words if w != word]), kind, word)
    return None


def other_name(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    shared = [m for m in NAME.finditer(right) if m.group() in left and m.group() not in WEEKDAYS + MONTHS]
    others = [name for name in names if name not in left and name not in right and name not in WEEKDAYS + MONTHS]
    if not shared or not others:
        return None
    match = lot.choice(shared)
    kind = "place" if PLACE_BEFORE.search(right[: match.start()]) else "entity"
    return replaced(left, right, match.span(), lot.choice(others), kind, match.group())


def denied(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    negated = NEGATED.search(right)
    if negated:
        return replaced(left, right, negated.span(), negated.group(1), "polarity", negated.group(1) + " not")
    shared = [m for m in AUXILIARY.finditer(right) if re.search(rf"\b{m.group()}\b", left)]
    if not shared:
        return None
    match = lot.choice(shared)
    return replaced(left, right, match.span(), f"{match.group()} not", "polarity", match.group())


def contrary(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    for pair in lot.sample(CONTRARIES, len(CONTRARIES)):
        one, two = lot.sample(pair, 2)
        match = re.search(rf"\b{one}\b", right)
        if match and re.search(rf"\b{one}\b", left):
            return replaced(left, right, match.span(), two, "polarity", one)
    return None


def other_scope(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    for words in lot.sample(SCOPES, len(SCOPES)):
        shared = _in_both(words, left, right)
        if shared:
            word, match = lot.choice(shared)
            return replaced(left, right, match.span(), lot.choice([w for w in words if w != word]), "scope", word)
    return None


def hedged(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    shared = _in_both(list(HEDGES), left, right)
    shared = [(word, match) for word, match in shared if not right[match.end() :].startswith((" not", "n't", "n’t"))]
    if not shared or re.search(r"\b(may|might|could|allegedly|reportedly)\b", right):
        return None
    word, match = lot.choice(shared)
    return replaced(left, right, match.span(), lot.choice(HEDGES[word]), "certainty", word)


def other_holder(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    match = CREDITED.search(right)
    if match is None:
        return None
    others = [name for name in names if name not in left and name not in right]
    other = lot.choice(others) if others and lot.random() < 0.5 else lot.choice(HOLDERS)
    if match.start() == 0:
        other = other[0].upper() + other[1:]
    mine = CREDITED.search(left)
    told = replaced(left, right, match.span(1), other, "attribution", mine.group(1) if mine else match.group(1))
    return told if match.group(1) != other else None


def other_quote(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    """Other words in a quotation that both have."""
    for match in QUOTED.finditer(right):
        words = list(re.finditer(r"\b[a-z]{4,}\b", match.group(1)))
        shared = [w for w in words if re.search(rf"\b{w.group()}\b", left)]
        if len(shared) > len(words) // 2 and len(words) >= 3:
            word = lot.choice(shared)
            donors = [w.group() for w in re.finditer(r"\b[a-z]{4,}\b", left + " " + right) if w.group() != word.group()]
            donors += [side for pair in CONTRARIES for side in pair]
            at = match.start(1) + word.start(), match.start(1) + word.end()
            return replaced(left, right, at, lot.choice(donors), "wording", word.group())
    return None


def other_roles(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    """Two shared names exchanged with a verb between them."""
    found = [m for m in re.finditer(r"\b[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})*", right) if m.group() in left]
    found = [m for m in found if m.group() not in WEEKDAYS + MONTHS]
    for one, two in itertools.pairwise(found):
        between = right[one.end() : two.start()]
        if (
            one.group() != two.group()
            and re.search(r"\b\w+ed\b|\bhas\b|\bhad\b|\bwill\b", between)
            and ", " not in between
        ):
            swapped = right[: one.start()] + two.group() + between + one.group() + right[two.end() :]
            first = (one.start(), one.start() + len(two.group()))
            second = (first[1] + len(between), first[1] + len(between) + len(one.group()))
            mine = [re.search(re.escape(m.group()), left) for m in (one, two)]
            return Told(left, swapped, "role", tuple(m.span() for m in mine if m), (first, second))
    return None


def other_cause(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    here, there = CAUSE.search(left), CAUSE.search(right)
    if here is None or there is None or there.group(1) in ("over",) or here.group(1) in ("over",):
        return None
    link = "because of" if there.group(1) == "because" else there.group(1)
    other = f"{link} {lot.choice(CAUSES)}"
    right = right[: there.start()] + other + right[there.end() :]
    return Told(left, right, "cause", (here.span(2),), ((there.start(), there.start() + len(other)),))


WAYS: tuple[Way, ...] = (
    other_number,
    other_word,
    other_name,
    denied,
    contrary,
    other_scope,
    hedged,
    other_holder,
    other_quote,
    other_roles,
    other_cause,
)
