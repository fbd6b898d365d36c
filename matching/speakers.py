"""Whether two speakers of different articles are the same, different, or cannot be told apart.

Two names are the same when their last words are equal and no first name contradicts it: "Blinken", "Antony Blinken"
and "Secretary of State Antony Blinken" are one, "Mary Cheney" and "Elizabeth Cheney" are two. An acronym is the same as
the name it abbreviates. Whoever is named only by a pronoun, an office or a description ("officials", "the minister",
"a spokeswoman for the bank") may be anybody whom that fits: those never count as different from anyone.

Where it is decided who both are (`matching.records.Decided`), names are not asked.
"""

from __future__ import annotations

from typing import Literal

from extractors.records import Attribution, Speaker
from matching.names import without_titles
from matching.words import Word, words_of_phrase

Likeness = Literal["same", "different", "unclear"]

# Words that describe a source without naming it. A speaker described by them stays compatible with every other.
_DESCRIBING_WORDS = """
    he she they it we i who those some many others observer analyst expert critic official source spokesman spokeswoman
    spokesperson aide adviser advisor insider report statement letter email document tweet people reporter
"""
_DESCRIPTIONS = frozenset(_DESCRIBING_WORDS.split())


def name_words(name: str) -> tuple[str, ...]:
    """Stems of the words of a name, titles and small words left out, in order."""
    return without_titles(word.stem for word in words_of_phrase(name))


def compare_speakers(left: Speaker | None, right: Speaker | None) -> Likeness:
    if left is None or right is None:
        return "unclear"
    if left.identity is not None and right.identity is not None:
        return "same" if left.identity == right.identity else "different"
    return compare_names(left, right)


def compare_names(left: Speaker, right: Speaker) -> Likeness:
    one, two = name_words(left.name), name_words(right.name)
    if not one or not two:
        return "unclear"
    if set(one) == set(two) or _abbreviates(left.name, right.name) or _abbreviates(right.name, left.name):
        return "same"
    if one[-1] == two[-1] and left.type in ("person", "unknown") and right.type in ("person", "unknown"):
        firsts_agree = len(one) == 1 or len(two) == 1 or one[0] == two[0] or _initial_of(one[0], two[0])
        return "same" if firsts_agree else "different"
    if set(one) <= set(two) or set(two) <= set(one):
        return "same" if _is_named(left) and _is_named(right) else "unclear"
    if not _is_named(left) or not _is_named(right) or set(one) & set(two):
        return "unclear"
    if left.type != right.type:
        # A minister may speak for the ministry; from names alone the two cannot be told to be different holders.
        return "unclear"
    return "different"


def is_named(attribution: Attribution | None) -> bool:
    """True for a holder given by name, false for own voice, pronouns, offices and unnamed sources."""
    return attribution is not None and attribution.speaker is not None and _is_named(attribution.speaker)


def _is_named(speaker: Speaker) -> bool:
    words = words_of_phrase(speaker.name)
    described = any(word.stem in _DESCRIPTIONS for word in words)
    unnamed = speaker.anonymous and speaker.type != "document"  # a description tells one writing from another
    return not unnamed and not described and _has_capital(words)


def _has_capital(words: tuple[Word, ...]) -> bool:
    return any(word.written[0].isupper() and word.stem in without_titles([word.stem]) for word in words)


def _initial_of(one: str, two: str) -> bool:
    return one[0] == two[0] and (len(one) == 1 or len(two) == 1)


def _abbreviates(short: str, long: str) -> bool:
    letters = "".join(short.replace(".", "").split()).removeprefix("the")
    initials = "".join(word.written[0] for word in words_of_phrase(long) if word.written[0].isupper())
    return letters.isupper() and len(letters) > 1 and letters == initials
