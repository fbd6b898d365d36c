"""The plural of a noun that is given in its base form, for sentences of our own.

A compound is inflected where it is headed: "police officer" at its end, "member of parliament" before the preposition.
"""

from __future__ import annotations

import re

from extractors.word_lists import word_set

_IRREGULAR = {
    "person": "people",
    "child": "children",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "goose": "geese",
    "ox": "oxen",
    "criterion": "criteria",
    "phenomenon": "phenomena",
    "hero": "heroes",
    "potato": "potatoes",
    "tomato": "tomatoes",
    "veto": "vetoes",
    "embargo": "embargoes",
    "loaf": "loaves",
    "half": "halves",
    "shelf": "shelves",
    "wolf": "wolves",
    "thief": "thieves",
    "leaf": "leaves",
    "life": "lives",
    "wife": "wives",
    "knife": "knives",
    "calf": "calves",
    "quiz": "quizzes",
}
_UNCHANGED = word_set(
    "aircraft spacecraft sheep fish deer swine cattle poultry livestock series species headquarters people police "
    "staff personnel crew faculty offspring folk clergy chinese japanese portuguese swiss"
)
_NOT_OF_MAN = ("human", "german", "roman", "norman", "ottoman", "talisman", "shaman", "caiman")
"""Nouns that end like "man" and are none."""
_PREPOSITION = re.compile(r" (?:of|per|in|for|to|from|on|at|with|by) ")


def plural(noun: str) -> str:
    """A noun or noun phrase of one or more words; what is a plural already only where it is one of a few words."""
    preposition = _PREPOSITION.search(noun)
    if preposition is not None:
        return plural(noun[: preposition.start()]) + noun[preposition.start() :]
    before, _, head = noun.rpartition(" ")
    return f"{before} {_inflected(head)}" if before else _inflected(head)


def _inflected(word: str) -> str:
    lowered = word.lower()
    if lowered in _UNCHANGED:
        return word
    if lowered in _IRREGULAR:
        return word[0] + _IRREGULAR[lowered][1:]
    if lowered.endswith("man") and not lowered.endswith(_NOT_OF_MAN):
        return word[:-2] + "en"
    if lowered.endswith("sis"):  # crisis, basis, analysis
        return word[:-2] + "es"
    if lowered.endswith("y") and lowered[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if lowered.endswith(("s", "x", "z", "ch", "sh")) else "s")
