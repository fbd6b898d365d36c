"""Lemmas of English words: a small table of the irregular ones, suffix rules for the rest.

The table (part of speech -> form -> lemma) is counted from treebanks by training/syntax and lies with the weights. A
lemma here serves to compare words, so a rule that is wrong in the same way for every form of a word does no harm.
"""

from __future__ import annotations

from collections.abc import Mapping

Table = Mapping[str, Mapping[str, str]]

VOWELS = "aeiou"
SIBILANTS = ("ss", "sh", "ch", "x", "zz")


def by_rule(form: str, pos: str) -> str:
    """The lemma of a lower-cased form by suffix alone; the form itself where no rule applies."""
    if pos == "NOUN":
        return _without_s(form)
    if pos in {"VERB", "AUX"}:
        return _verb(form)
    return form


def _without_s(form: str) -> str:
    if len(form) < 4 or not form.endswith("s") or form.endswith(("ss", "us", "is")):
        return form
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith("es") and form[:-2].endswith(SIBILANTS):
        return form[:-2]
    return form[:-1]


def _verb(form: str) -> str:
    for suffix in ("ing", "ed"):
        stem = form.removesuffix(suffix)
        if stem != form and len(stem) >= 2 and any(c in VOWELS + "y" for c in stem):
            return stem[:-1] + "y" if suffix == "ed" and stem.endswith("i") else _bare(stem)
    return _without_s(form)


def _bare(stem: str) -> str:
    """As in stopp -> stop, stak -> stake, challeng -> challenge; agree stays as it is.

    A verb of one syllable that ends in one vowel and one consonant doubles it ("planned"), so one that does not had an
    "e".
    """
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz" + VOWELS:
        return stem[:-1]
    if (
        stem[-1] in "cvu"
        or (stem[-1] == "g" and stem[-2] not in "n")
        or stem.endswith(("at", "iz", "is", "dl", "bl", "tl", "pl", "lleng", "chang", "rang", "plung"))
    ):
        return stem + "e"
    ends_open = len(stem) >= 2 and stem[-1] not in VOWELS + "wxy" and stem[-2] in VOWELS
    one_syllable = sum(letter in VOWELS for letter in stem) == 1
    return stem + "e" if ends_open and one_syllable else stem


def lemma(form: str, pos: str, table: Table) -> str:
    """The lemma of a word as written, given its universal part of speech; names keep their capitals."""
    if pos == "PROPN":
        return form
    lowered = form.lower()
    return table.get(pos, {}).get(lowered) or by_rule(lowered, pos)
