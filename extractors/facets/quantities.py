"""Numbers that say how many, how much, how old, how far: the small grammar of quantities.

    text -> lexemes -> at each: multiples | votes and scores | ages | ordinals | amount [range]
         -> bound, unit, rate, thing counted, measure

`extractors.facets.near_misses` says which numbers are none. Two ends of a range stay two ends; the two ends of a change
("from 4% to 5%" after "rose") are two quantities, "rise_from" and "rise_to".
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from spacy.tokens import Doc

from extractors.facets.ages import read_age
from extractors.facets.amounts import Amount, read_amount, read_range
from extractors.facets.bounds import read_qualifier, read_suffix
from extractors.facets.counted import Counted, body_before, counted, governing_verb, measure_of
from extractors.facets.lexing import Lexeme
from extractors.facets.measure_words import BEFELL, CHANGE, COUNTED, EVENT_NOUNS, STOP
from extractors.facets.multiples import OPENING_MULTIPLE, read_multiple
from extractors.facets.near_misses import is_year, masked, names_something
from extractors.facets.number_reading import DASHES, Hit, Reading, clean, is_word, span_of
from extractors.facets.number_words import ONES, TENS, VAGUE_COUNTS, VAGUE_PLURALS
from extractors.facets.ordinals import PLACES, read_ordinal
from extractors.facets.rates import read_rate
from extractors.facets.scores import read_score
from extractors.facets.units import CODES, DURATIONS, MEASURES, SIGNS
from extractors.records import Quantity
from extractors.word_lists import word_set

_JOINERS = DASHES | {"to", "or"}
_BETWEEN_JOINERS = frozenset({"and", "to"})
_INCH = MEASURES["inch"].factor
_LONGEST_MAGNITUDE = 4  # characters of "7.12"; no quake has had a magnitude of ten
_OPENING = (
    frozenset((*ONES, *TENS, *PLACES, *(name.split()[0] for name in (*VAGUE_PLURALS, *VAGUE_COUNTS))))
    | frozenset(sign.removesuffix("$") for sign in SIGNS)
    | word_set("a an another half quarter aged age ages under over below above older younger magnitude")
    | word_set("hourlong daylong weeklong monthlong yearlong decadelong hour day week month year decade century")
    | OPENING_MULTIPLE
)
_CHANGE_REACH = 2  # lexemes between a verb of change and the figure: "rose sharply 4% to 5%"
_PRONOUN_ONE = word_set("no any every some this that each which another last the anyone")
_SPOKEN_OF = word_set("example thing reason way point question problem day side aspect of")  # "just one example"
_COUNTED_OFF = 12  # lexemes back to the "one" that "two" goes on from
_LISTED = 6  # lexemes between a count and the "and one" that goes on with it: "four young nurses and one doctor"


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """Every quantity of `doc`, in reading order and never overlapping.

    Units are base units (metre, kilogram, second, month, celsius, ...), currencies ISO codes; "$" alone is taken as
    the US dollar. Shares ("one in five", "two-thirds") are percent. An age has the unit "year_of_age". The two sides of
    a vote are counts of "vote" with the measures "for" and "against", those of a match of "score" with "first" and
    "second". A rate joins its base to the unit ("USD_per_hour", "per_day" for a count), the place in a row has the unit
    "ordinal", a multiple of another value ("doubled", "half as many") the unit "times". A range and a vague plural
    ("dozens" is 24 to 99) keep both ends.
    """
    reading = Reading.of(doc)
    lexemes = reading.lexemes
    free = _unmasked(reading.text, lexemes)
    found: list[Quantity] = []
    at = 0
    while at < len(lexemes):
        hit = _read(reading, at) if free[at] and _may_open(lexemes[at]) else None
        if hit is None:
            at += 1
            continue
        quantities, after = hit
        found.extend(quantity for quantity in quantities if not found or quantity.span.start >= found[-1].span.end)
        at = max(after, at + 1)
    return tuple(found)


def _read(reading: Reading, at: int) -> Hit | None:
    return (
        _quake(reading, at)
        or _on_the_scale(reading, at)
        or _feet_and_inches(reading, at)
        or read_multiple(reading, at)
        or read_score(reading, at)
        or read_age(reading, at)
        or read_ordinal(reading, at)
        or _plain(reading, at)
    )


def _may_open(piece: Lexeme) -> bool:
    """Whether a quantity can begin with this piece at all: most words are passed over for it."""
    return piece.kind == "digits" or piece.low in _OPENING or piece.text in SIGNS or piece.text in CODES


def _unmasked(text: str, lexemes: Sequence[Lexeme]) -> list[bool]:
    free = [True] * len(lexemes)
    stretches = iter(masked(text))
    start, end = next(stretches, (len(text), len(text)))
    reach = -1
    for index, piece in enumerate(lexemes):
        while start < piece.end:
            reach = max(reach, end)
            start, end = next(stretches, (math.inf, math.inf))  # type: ignore[assignment]
        free[index] = piece.start >= reach
    return free


# Everything else


def _quake(reading: Reading, at: int) -> Hit | None:
    """Such as "Magnitude 7.1", "a 7.1-magnitude quake"."""
    lexemes = reading.lexemes
    if lexemes[at].low == "magnitude":
        first = at + 2 if is_word(lexemes, at + 1, "-", glued=True) else at + 1
        if first < len(lexemes) and _is_magnitude(lexemes[first]):
            value = float(lexemes[first].text.replace(",", ""))
            return (Quantity(span_of(reading, at, first + 1), value, value, "magnitude", False, None, None),), first + 1
    if (
        lexemes[at].kind == "digits"
        and is_word(lexemes, at + 1, "-", glued=True)
        and is_word(lexemes, at + 2, "magnitude")
    ):
        value = float(lexemes[at].text.replace(",", ""))
        return (Quantity(span_of(reading, at, at + 3), value, value, "magnitude", False, None, None),), at + 3
    return None


def _feet_and_inches(reading: Reading, at: int) -> Hit | None:
    """Such as "6 feet 3 inches", "6-foot-3", "6'3": one length."""
    lexemes = reading.lexemes
    if lexemes[at].kind != "digits" or len(lexemes[at].text) > 2 or at + 2 >= len(lexemes):
        return None
    step = at + 2 if is_word(lexemes, at + 1, "-", glued=True) else at + 1
    unit = lexemes[step].low
    inches = step + 2 if is_word(lexemes, step + 1, "-", glued=True) else step + 1
    if unit not in ("'", "’", "foot", "feet", "ft") or inches >= len(lexemes) or lexemes[inches].kind != "digits":
        return None
    after = inches + 1
    joined = is_word(lexemes, after, "-", glued=True) and is_word(lexemes, after + 1, "inch", glued=True)
    after += joined
    ends = any(is_word(lexemes, after, one) for one in ('"', "”", "in", "inch", "inches"))
    if len(lexemes[inches].text) > 2 or not (ends or (unit == "foot" and inches == step + 2)):
        return None
    after += ends
    length = clean((12 * float(lexemes[at].text) + float(lexemes[inches].text)) * _INCH)
    return (Quantity(span_of(reading, at, after), length, length, "metre", False, None, None),), after


def _on_the_scale(reading: Reading, at: int) -> Hit | None:
    """Such as "6.4 on the Richter scale"."""
    lexemes = reading.lexemes
    words = [piece.low for piece in lexemes[at + 1 : at + 5]]
    if not _is_magnitude(lexemes[at]) or words[:2] != ["on", "the"] or words[2:] != ["richter", "scale"]:
        return None
    value = float(lexemes[at].text)
    return (Quantity(span_of(reading, at, at + 1), value, value, "magnitude", False, None, None),), at + 5


def _is_magnitude(piece: Lexeme) -> bool:
    return piece.kind == "digits" and len(piece.text) <= _LONGEST_MAGNITUDE


def _plain(reading: Reading, at: int) -> Hit | None:
    lexemes = reading.lexemes
    amount = reading.amount(at)
    if amount is None or not _counts(reading, amount):
        return None
    between = at > 0 and lexemes[at - 1].low == "between"
    joiners = _BETWEEN_JOINERS if between else _JOINERS
    joined = None if _is_change(lexemes, amount) else read_range(lexemes, amount, joiners)
    start, end = at, amount.after
    if joined is not None and not is_year(lexemes, joined.number.first, joined.after):
        amount, end = joined, joined.after
        if between or (at > 0 and lexemes[at - 1].low == "from"):
            start = at - 1
    both_ways = start > 1 and lexemes[start - 2].low == "or"  # "plus or minus four" is how far, not below nought
    negative = start > 0 and not both_ways and (lexemes[start - 1].low == "minus" or _is_minus(lexemes, start, amount))
    start -= negative
    bound, about, start = read_qualifier(lexemes, start, duration=amount.unit in DURATIONS)
    suffix, end = read_suffix(lexemes, end)
    about = about or suffix == "about" or amount.number.vague or lexemes[at].low == "couple"
    bound = bound or (suffix if suffix != "about" else None) or ("lower" if amount.at_least else None)
    noun = _noun(reading, amount, end)
    measure = measure_of(reading, start, end, noun.after)
    if measure is None and amount.unit is None:
        verb = governing_verb(reading, amount.number.first)
        measure = BEFELL.get(verb, verb) if verb is not None else None
    low, high = (-amount.high, -amount.low) if negative else (amount.low, amount.high)
    lower, upper = (clean(_converted(value, amount)) for value in (low, high))
    rate_at = end if amount.unit else noun.after
    base, rate_end = read_rate(lexemes, rate_at)
    if rate_at == end:
        end = rate_end
    elif base is not None and lexemes[rate_at].low in ("each", "every"):
        base = None  # "of 40 clerks every year": the year goes with the verb
    quantity = Quantity(
        span_of(reading, start, end),
        None if bound == "upper" else lower,
        None if bound == "lower" else upper,
        "_".join(part for part in (amount.unit, f"per_{base}" if base else None) if part) or None,
        about,
        measure,
        noun.of or (body_before(lexemes, start) if amount.unit is None else None),
    )
    return (quantity,), end


def _counts(reading: Reading, amount: Amount) -> bool:
    """Whether the number says how many: not a name, a year, a pronoun."""
    lexemes, first, after = reading.lexemes, amount.number.first, amount.after
    if amount.signed:
        return True
    if names_something(lexemes, first, amount.number.after):
        return False
    if amount.unit is None and is_year(lexemes, first, after):
        return False
    piece = lexemes[first]
    if after < len(lexemes) and _enumerates(lexemes, first, after):
        return False
    if after < len(lexemes) and lexemes[after].low == "figures" and amount.unit is None and amount.low < 10:
        return False  # "a price of six figures"
    if piece.low == "one" and not amount.number.share and amount.number.after == first + 1:
        return _is_count_of_one(reading, amount)
    if piece.low == "zero":
        follows = lexemes[after].low if after < len(lexemes) else ""
        return amount.unit is not None or (follows.endswith("s") and (follows in COUNTED or follows in EVENT_NOUNS))
    if amount.unit is None and _joined_to_digits(lexemes, after):
        return False
    return not (piece.low == "second" or (piece.low in ("ten", "nine") and is_word(lexemes, after, "commandments")))


def _joined_to_digits(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Such as "10:4" and "3/4"."""
    if at + 1 >= len(lexemes) or lexemes[at].text not in "/:" or not lexemes[at].glued:
        return False
    return lexemes[at + 1].glued and lexemes[at + 1].kind == "digits"


def _is_count_of_one(reading: Reading, amount: Amount) -> bool:
    lexemes, first, after = reading.lexemes, amount.number.first, amount.after
    before = lexemes[first - 1].low if first else ""
    if before in _PRONOUN_ONE or (before == "only" and first > 1 and lexemes[first - 2].low in _PRONOUN_ONE):
        return False
    if before == "but" and first > 1 and lexemes[first - 2].low in ("all", "everyone"):
        return True  # "all but one"
    if read_qualifier(lexemes, first, duration=False)[0] == "lower":
        return True  # "at least one councillor"
    if read_range(lexemes, amount, frozenset({"to", "or"})) is not None or read_suffix(lexemes, after)[0] == "lower":
        return True  # "one to two years", "one or more of its members"
    if amount.unit is not None:
        return lexemes[after - 1].low not in ("day", "second", "minute", "night", "foot", "yard")
    following = lexemes[after].low if after < len(lexemes) else ""
    alone = word_set("dead killed injured wounded missing arrested")
    if following in alone or (following in COUNTED and not following.endswith("s")) or following == "more":
        return True
    named = after < len(lexemes) and lexemes[after].kind == "word" and following not in STOP
    return (
        named and following not in _SPOKEN_OF and (before in ("only", "just") or _goes_on_with_counts(lexemes, first))
    )


def _goes_on_with_counts(lexemes: Sequence[Lexeme], first: int) -> bool:
    """Such as the last of "four nurses, two cooks and one driver"."""
    if first < 3 or lexemes[first - 1].low not in ("and", "or"):
        return False
    earlier = lexemes[max(0, first - 1 - _LISTED) : first - 1]
    return any(ONES.get(piece.low, 0) > 1 or (piece.kind == "digits" and len(piece.text) < 4) for piece in earlier)


def _enumerates(lexemes: Sequence[Lexeme], first: int, after: int) -> bool:
    """The "two" of "one, his temper, and two, his words": it counts off what is said."""
    if lexemes[first].low not in ONES or after != first + 1 or not 0 < first < len(lexemes) - 1:
        return False
    opened = lexemes[first - 1].low in (",", "and", ";") and first > 1
    comma = lexemes[after].text == ","
    return opened and comma and any(piece.low == "one" for piece in lexemes[max(0, first - _COUNTED_OFF) : first - 1])


def _is_change(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether "4% to 5%" are the ends of a change: "rose from 4% to 5%", "rose 4% to 5%"; not "growth of 4% to 5%"."""
    words = [piece.low for piece in lexemes[max(0, amount.first - 8) : amount.first]]
    start = words[-1:] == ["from"]
    to = amount.after < len(lexemes) and lexemes[amount.after].low == "to"
    by = words[-1:] == ["by"]
    ranged = amount.unit is None and not start and _unit_follows(lexemes, amount)
    return to and not by and not ranged and any(word in CHANGE for word in (words if start else words[-_CHANGE_REACH:]))


def _unit_follows(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether the second figure brings the unit of both: "rose 3 to 5 percent" is a range."""
    second = read_amount(lexemes, amount.after + 1) if amount.after + 1 < len(lexemes) else None
    return second is not None and second.unit is not None and not second.signed


def _is_minus(lexemes: Sequence[Lexeme], start: int, amount: Amount) -> bool:
    sign = lexemes[start - 1]
    return (
        sign.text in "-−"
        and not sign.glued
        and lexemes[start].glued
        and amount.unit in ("celsius", "degree", "percent")
    )


def _noun(reading: Reading, amount: Amount, end: int) -> Counted:
    lexemes = reading.lexemes
    if amount.unit is None:
        return counted(reading, end)
    of_share = amount.unit == "percent" and end < len(lexemes) and lexemes[end].low in ("of", "more", "fewer")
    of_measure = amount.unit in ("kilogram", "ton", "pound", "litre", "barrel", "gallon") and is_word(
        lexemes, end, "of"
    )
    one_in_five = amount.number.share and any(piece.low in ("in", "of") for piece in lexemes[amount.first : end])
    if of_share or of_measure or one_in_five:
        return counted(reading, end)
    return Counted(None, end)


def _converted(value: float, amount: Amount) -> float:
    return value if amount.measure is None else value * amount.measure.factor + amount.measure.shift
