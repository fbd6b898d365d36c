"""The word lists that speakers are told apart by, read once from `extractors.lexicons`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractors import lexicons
from extractors.records import SpeakerType

Gender = Literal["m", "f"]

# fmt: off
PRONOUNS = frozenset({
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "themselves", "it", "its",
    "itself", "i", "me", "my", "we", "us", "our", "you", "your", "who", "whom", "whose", "which", "that",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Title:
    """What a title before a name says of its bearer; `roles` are what "the ..." may call them."""

    gender: Gender | None
    roles: tuple[str, ...]


def _gender(word: str) -> Gender | None:
    return "m" if word == "m" else "f" if word == "f" else None


@cache
def titles() -> dict[str, Title]:
    """Titles by their capitalised form without a full stop."""
    found = {}
    for line in lexicons.lines("titles"):
        word, _, rest = line.partition(":")
        gender, *roles = rest.split()
        found[word] = Title(_gender(gender), tuple(role.replace("_", " ") for role in roles))
    return found


@cache
def roles() -> dict[str, Gender | None]:
    """Singular nouns for a person, with the gender they imply."""
    found: dict[str, Gender | None] = {}
    for line in lexicons.lines("roles"):
        gender, _, rest = line.partition(":")
        found |= {word.strip(): _gender(gender) for word in rest.split(",")}
    return found


@cache
def plural_roles() -> frozenset[str]:
    return frozenset(plural(word) for word in roles())


def plural(word: str) -> str:
    """The regular plural of a noun."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def collectives() -> dict[str, SpeakerType]:
    """Nouns for groups, organisations and documents, in small letters."""
    found: dict[str, SpeakerType] = {}
    kinds: dict[str, SpeakerType] = {"group": "group", "organisation": "organisation", "document": "document"}
    for line in lexicons.lines("collectives"):
        kind, _, rest = line.partition(":")
        words = [word.strip() for word in rest.split(",")]
        found |= dict.fromkeys(words, kinds[kind])
        if kind == "document":
            found = {plural(word): kinds[kind] for word in words} | found
    return found


@cache
def given_names() -> dict[str, Gender | None]:
    found: dict[str, Gender | None] = {}
    for line in lexicons.lines("given_names"):
        gender, _, rest = line.partition(":")
        found |= dict.fromkeys(rest.split(), _gender(gender))
    return found


@cache
def places() -> frozenset[str]:
    return frozenset(word.strip() for line in lexicons.lines("places") for word in line.split(","))


@cache
def openers() -> frozenset[str]:
    return frozenset(word for line in lexicons.lines("openers") for word in line.split())


@cache
def offices() -> frozenset[str]:
    return frozenset(lexicons.lines("offices"))


@cache
def formal_names() -> dict[str, frozenset[str]]:
    """The formal given names that a short or pet form may stand for ("Bill": William)."""
    found: dict[str, set[str]] = {}
    for line in lexicons.lines("nicknames"):
        formal, _, forms = line.partition(":")
        for form in forms.split():
            found.setdefault(form, set()).update(name.strip() for name in formal.split(","))
    return {form: frozenset(names) for form, names in found.items()}


def same_given_name(one: str, two: str) -> bool:
    """Whether two given names may be one person's: equal, an initial of the other, or short forms of one name."""
    if one == two:
        return True
    short, long = sorted((one.rstrip("."), two.rstrip(".")), key=len)
    if len(short) == 1:
        return long[:1] == short
    return bool((formal_names().get(one, frozenset()) | {one}) & (formal_names().get(two, frozenset()) | {two}))


@cache
def organisation_kinds() -> dict[str, frozenset[str]]:
    """For a noun that describes an organisation ("paper"), the words of names it may stand for."""
    found: dict[str, frozenset[str]] = {}
    for line in lexicons.lines("organisation_kinds"):
        nouns, _, words = line.partition(":")
        for noun in nouns.split(","):
            found[noun.strip()] = found.get(noun.strip(), frozenset()) | {word.strip() for word in words.split(",")}
    return found


@cache
def epithets() -> frozenset[str]:
    """Nouns, in small letters, that describe a person without being an office."""
    return frozenset(word.lower() for line in lexicons.lines("epithets") for word in line.split())


@cache
def authored() -> frozenset[str]:
    """Nouns for writings that speak for the one who wrote them."""
    return frozenset(word for line in lexicons.lines("authored") for word in line.split())
