"""Verbs told by their form, since claims carry no parts of speech. A guess, and used only to support other
evidence.
"""

from __future__ import annotations

from matching.words import Word, stems_of

_IRREGULAR = stems_of(
    """
    break bring build buy catch choose drive fight find give hold keep lead leave lend lose make meet pay ride run see
    seek sell send shoot strike take teach throw win withdraw beat shake bite steal tear become begin come draw fall fly
    get go grow know rise sink sit speak spend stand swear wear write drown
    """
)
_SAME_IN_PAST = stems_of("beat cut hit hurt put shut set")
_PRESENT = stems_of("beat cut hit hurt put sue buy take hire shoot strike block ram bite rob stab")
_NO_PAST = frozenset(["red", "bed", "need", "speed", "seed", "feed", "hundred", "indeed", "shed"])


def is_past(word: Word) -> bool:
    """Such as "signed", "took", "cut"; adjectives of the same form are not told apart."""
    low = word.written.lower()
    if low.endswith("ed"):
        return low not in _NO_PAST
    return (
        low != word.stem and word.stem in _IRREGULAR and not low.endswith(("ing", "s"))
    ) or word.stem in _SAME_IN_PAST


def is_verb(word: Word) -> bool:
    low = word.written.lower()
    return (
        is_past(word) or low.endswith("ing") or (low != word.stem and word.stem in _IRREGULAR) or word.stem in _PRESENT
    )
