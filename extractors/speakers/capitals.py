"""Capitalised words: stretches of them, and the titles that stand before a name.

runs(text)            stretches of capitalised words
strip_titles(words)   "US Secretary of State Robert Hale" -> "Robert Hale"
head_noun(phrase)     "a senior fellow at the Institute" -> "fellow"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.speakers.words import collectives, given_names, organisation_kinds, plural_roles, roles, titles

_WORD = re.compile(r"(?:(?:[^\W\d_]\.){1,4}|[^\W\d_]+(?:[’'‑-][^\W\d_]+)*)")
_POSSESSIVE = re.compile(r"[’'][sS]?$")

# fmt: off
PARTICLES = frozenset({
    "de", "del", "della", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "di", "da", "dos", "du", "ibn",
    "ben", "y", "e", "bint", "ter", "ten", "zu", "af", "av",
})
ABBREVIATED = frozenset({
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Reps", "Sens", "Gov", "Govs", "Lt", "Gen", "Maj", "Col", "Drs",
    "Capt", "Cmdr", "Cpl", "Sgt", "Adm", "Rev", "Jr", "Sr", "St", "Amb", "Pres", "Del", "Pfc", "Messrs",
})
# fmt: on
SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run, possessive ending and abbreviating full stop left out of `text`."""

    text: str
    start: int
    end: int


def runs(text: str) -> Iterator[list[Word]]:
    """Maximal stretches of capitalised words with single spaces between, particles inside a name taken in."""
    run: list[Word] = []
    pending: list[Word] = []
    for found in _WORD.finditer(text):
        if not run and not text[found.start()].isupper():
            continue  # most words
        word = _word(text, found)
        last = pending[-1] if pending else run[-1] if run else None
        joined = last is not None and word.start - last.end == 1 and text[last.end] in " \u00a0"
        if run and not joined:
            yield run
            run, pending = [], []
        if word.text[0].isupper() or (pending and _hyphenated_particle(word.text)):
            run += [*pending, word]
            pending = []
            if text[word.end : word.end + 1] in "’'":
                yield run
                run = []
        elif run and _hyphenated_particle(word.text):
            run.append(word)
        elif run and word.text in PARTICLES:
            pending.append(word)
        elif run:
            yield run
            run, pending = [], []
    if run:
        yield run


def _hyphenated_particle(word: str) -> bool:
    """Such as "el-Gamal" and "diCosta"."""
    if word.islower():
        return False
    particle, hyphen, rest = word.partition("-")
    if hyphen:
        return particle in PARTICLES and rest[:1].isupper()
    return any(word.startswith(start) and word[len(start) : len(start) + 1].isupper() for start in PARTICLES)


def _word(text: str, found: re.Match[str]) -> Word:
    written = found.group()
    bare = _POSSESSIVE.sub("", written) or written
    end = found.start() + len(bare)
    if bare in ABBREVIATED and text[end : end + 1] == ".":
        return Word(bare, found.start(), end + 1)
    return Word(bare, found.start(), end)


def strip_titles(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Titles and what is left: all up to the last title that a name follows, and the name behind it.

    A noun for a person counts as a title where two words follow it: "Historian Ann Lee".
    """
    cut = 0
    for i, word in enumerate(words[:-1]):
        if (is_title(word.text) and not (word.text in given_names() and i == 0)) or (
            word.text.lower() in roles() and word.text not in given_names() and len(words) - i > 2
        ):
            cut = i + 1
    return list(words[:cut]), list(words[cut:])


def is_title(word: str) -> bool:
    """Whether a capitalised word is a title, of one bearer or of several ("Senators", "Reps")."""
    return word in titles() or (word.endswith("s") and word[:-1] in titles() and word.lower() in plural_roles())


def is_organisation(words: Sequence[str]) -> bool:
    """Whether a capitalised name is that of an organisation, by its words."""
    kinds = collectives()
    if any(kinds.get(word.lower()) == "organisation" for word in words):
        return True
    if len(words) == 1:
        return len(words[0]) > 1 and words[0].replace(".", "").isupper()
    return words[-1].lower() in organisation_kinds()["newspaper"]


_PHRASE_END = re.compile(
    r"[,(;:—]|\s(?:of|for|in|from|at|with|on|to|by|who|whom|whose|that|which|and|or|as|about|against|near|like|named|where|when"
    r"|involving|including|familiar|close|briefed|present|working|speaking|released|published|issued|signed|obtained|posted"
    r"|accompanying|covering|outside|inside|within|behind|under|over|among|between|across|is|was|are|were|has|had"
    r"|investigating|probing|representing|leading|overseeing|commissioned|conducted|written|called|known|vying|running"
    r"|dedicated|devoted|based|founded|backed|funded|opposed|affiliated|linked|owned|aimed|tied|allied"
    r"|seeking|charged|leaked|filed|circulated|disclosed|unsealed|provided|prepared|addressed|himself|herself|itself|themselves)\b"
)
_PREFIX = re.compile(r"^(?:ex|then)-")
_DETERMINER = re.compile(r"^(?:the|an?|this|that|these|those|his|her|its|their|our|my|your)\s", re.IGNORECASE)


def head_noun(phrase: str) -> str:
    """The last word of a noun phrase before what hangs on it, in small letters; "" without any."""
    rest = _DETERMINER.sub("", phrase.strip(), count=1)
    words = re.findall(r"[\w.’'&-]+", rest[: head_phrase_end(rest)])
    return _PREFIX.sub("", _POSSESSIVE.sub("", words[-1]).lower().strip(".")) if words else ""


def head_phrase_end(phrase: str) -> int:
    """Where the head noun of a phrase ends: before the first preposition, participle, relative or sign."""
    end = _PHRASE_END.search(phrase)
    return end.start() if end else len(phrase)
