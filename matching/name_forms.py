"""Names as words that can be compared: accents, capitals, small words and generations aside, and what tells bearers of
one name apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
SMALL = frozenset({"of", "the", "for", "and", "on", "in", "at"})
_SPELLED_OUT = {
    "u.s": ("united", "states"),
    "us": ("united", "states"),
    "u.n": ("united", "nations"),
    "u.k": ("united", "kingdom"),
}
_MINISTRIES = frozenset({"department", "ministry"})


@dataclass(frozen=True, slots=True, order=True)
class Marks:
    """What a name says besides first and last name: initials of the names between them, and the generation."""

    middles: tuple[str, ...] = ()
    generation: str | None = None

    def contradicts(self, other: Marks) -> bool:
        """Whether no one bears both: "Lee B. Hale" and "Lee C. Hale", "Lee Hale Sr." and "Lee Hale Jr."."""
        shorter = min(len(self.middles), len(other.middles))
        return self.middles[:shorter] != other.middles[:shorter] or (
            None not in (self.generation, other.generation) and self.generation != other.generation
        )

    @property
    def said(self) -> int:
        """How much these marks say."""
        return len(self.middles) + (self.generation is not None)


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a speaker of an article is: `name` is that in its story. Speakers of one `key` are one unless `marks` tell
    them apart (`told_apart`). `matching.identity_keys` gives them.
    """

    name: str
    key: tuple[str, ...]
    marks: Marks = NO_MARKS


def plain(name: str) -> str:
    """A name in small letters without accents, its apostrophes straight."""
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).lower()


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name in small letters without accents, generations and small words."""
    words = [word.strip(".,") for word in plain(name).split()]
    return tuple(word for word in words if word and word not in GENERATIONS | SMALL) or tuple(words)


def organisation_words(name: str) -> tuple[str, ...]:
    """The words of an organisation's name, the same however it is written: "U.S." as "United States", "U.S. Department
    of the Treasury" as "Treasury Department".
    """
    words = [one for word in words_of_name(name) for one in _SPELLED_OUT.get(word, (word,))]
    nation = next((one for one in _SPELLED_OUT.values() if tuple(words[: len(one)]) == one), ())
    body = words[len(nation) :]
    if len(body) > 1 and body[0] in _MINISTRIES:
        return (*body[1:], body[0])
    return tuple(body) if len(body) > 1 and body[-1] in _MINISTRIES else tuple(words)


def marks_of(name: str) -> Marks:
    """What tells a person's name from others of the same first and last name."""
    last = plain(name).split()[-1:]
    generation = next((word.strip(".,") for word in last if word.strip(".,") in GENERATIONS), None)
    return Marks(tuple(word[0] for word in words_of_name(name)[1:-1]), generation)


def told_apart(marks: Iterable[Marks]) -> dict[Marks, Marks]:
    """For names of one first and last name, which of them are one person's, by the fullest marks of that person.

    A name that several persons could bear stands by itself. Without a contradiction all are one person, whose marks
    are empty, so that a middle initial alone changes nothing.
    """
    given = sorted(set(marks), key=lambda one: (-one.said, one))
    fullest: list[Marks] = []
    for one in given:
        if all(one.contradicts(other) for other in fullest):
            fullest.append(one)
    if len(fullest) <= 1:
        return dict.fromkeys(given, NO_MARKS)
    fitting = {one: [other for other in fullest if not one.contradicts(other)] for one in given}
    return {one: fits[0] if len(fits) == 1 else one for one, fits in fitting.items()}
