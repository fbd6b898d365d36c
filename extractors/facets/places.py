"""Where: names of places that a word of place stands before, and which place lies in which.

Precision goes first: a capitalised name is a place only where the text treats it as one ("in Lviv", "Krasnohorivka,
Ukraine", "the Geneva talks"), and after "to" and "from", which people take too, only where it is known as one.
"""

from __future__ import annotations

import re
import unicodedata

from spacy.tokens import Doc

from extractors.documents import text_of
from extractors.facets.place_names import (
    ALIASES,
    CAPITALS,
    CONTINENTS,
    INSIDE,
    KNOWN,
    METONYMS,
    PLACE_HEADS,
    STATE_ABBREVIATIONS,
)
from extractors.facets.time_patterns import MONTHS, WEEKDAYS
from extractors.records import Place, Span
from extractors.word_lists import word_set

_WORD = r"(?:[A-Z][\w’'-]{0,40}[\w]|[A-Z])"  # bounded, so that a run without white space costs no square
_NAME = rf"(?:(?:St|Mt)\.?\s)?{_WORD}(?:\s(?:(?:of|de|el|al|du|la|les|upon|sur|am|es)\s)?{_WORD}){{0,3}}"
_STATES = "|".join(re.escape(name) for name in STATE_ABBREVIATIONS)
_OUTER = rf"(?:,\s(?P<outer>(?:{_STATES})|{_NAME}))?"
_SURE = re.compile(
    rf"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Ii]nside|[Nn]orth of|[Ss]outh of|[Ee]ast of|[Ww]est of)\s"
    rf"(?P<the>the\s)?(?P<name>{_NAME}){_OUTER}"
)
_KNOWN_ONLY = re.compile(
    rf"\b(?:[Aa]t|[Ff]rom|[Tt]o|[Aa]cross|[Tt]hrough|[Tt]hroughout|[Aa]round|[Ii]nto|[Oo]ver|[Oo]ff|[Oo]n|[Oo]f|[Aa]nd|[Bb]etween|[Tt]owards?|[Ll]eft|[Vv]isited|"
    rf"[Rr]eached|[Ll]eaving|[Vv]isiting|via)\s(?P<the>the\s)?(?P<name>{_NAME}){_OUTER}"
)
_EVENT_AT = re.compile(
    rf"(?<![\w’'-])(?P<name>{_NAME})\s(?:talks|meeting|meetings|summit|conference|airport|attack|attacks|bombing|suburb|suburbs|"
    rf"area|region|province|border)\b"
)
_PAIR = re.compile(rf"(?<![\w’'-])(?P<name>{_NAME}),\s(?P<outer>(?:{_STATES})|{_NAME})")
_DATELINE = re.compile(
    r"^(?P<name>[A-Z][A-Z .'-]{2,30}[A-Z])(?:,\s[A-Z][\w.]+(?:\s\d{1,2})?)?\s(?:\([A-Z][\w\s]{1,20}\)\s?)?[-–—]\s",
    re.M,
)

# Capitalised after "in", and no place: languages, bodies, titles and the like.
_NO_PLACE = word_set(
    "congress parliament senate house commons english russian french german spanish arabic chinese hebrew latin "
    "mandarin ukrainian mr mrs ms dr sir lord lady president prime minister secretary general islam christianity god "
    "brexit covid nato he she it they we i his her its their this that these those what which who how if when while "
    "no not there here today yesterday tomorrow christmas easter ramadan eu un twitter facebook instagram youtube "
    "google hollywood article section chapter phase gcse mps republican democratic labour conservative"
)


_DAYS_AND_MONTHS = frozenset(WEEKDAYS) | frozenset(MONTHS)


def find_places(doc: Doc) -> tuple[Place, ...]:
    """Places named in `doc` in reading order, never overlapping. `name` resolves aliases and keeps "City, Country"."""
    text = text_of(doc)
    found: list[tuple[int, int, str]] = []
    for pattern, known_only in (
        (_PAIR, True),
        (_SURE, False),
        (_KNOWN_ONLY, True),
        (_EVENT_AT, True),
        (_DATELINE, True),
    ):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            named = match.group("name")
            titled = named.startswith("The ") and named.lower() not in KNOWN  # "The Geneva talks"; "The Hague" stays
            start = match.start("name") + titled * len("The ")
            inner = _trimmed(named[titled * len("The ") :])
            end = start + len(inner)
            outer = groups.get("outer") or ""
            if end < match.end("name"):
                outer = ""
            outer_known = outer in STATE_ABBREVIATIONS or _key(outer) in KNOWN
            if pattern is _PAIR and not (outer_known and _key(inner) not in MONTHS):
                continue
            if not _acceptable(
                inner, known_only=(known_only or titled) and not outer_known, article=bool(groups.get("the"))
            ):
                continue
            if outer_known:
                end = match.end("outer")
                found.append((start, end, f"{_canonical(inner)}, {_canonical(outer)}"))
            else:
                found.append((start, end, _canonical(inner)))
    found.sort(key=lambda one: (one[0], -one[1]))
    places: list[Place] = []
    for start, end, name in found:
        if not places or start >= places[-1].span.end:
            places.append(Place(Span.of(text, start, end), name))
    return tuple(places)


def contains(outer: str, inner: str) -> bool | None:
    """Whether the place `inner` lies in `outer` (or is it); None where one of them is not known well enough.

    What a name says of itself counts: "Krasnohorivka, Ukraine" lies in Ukraine. Two different known places of which
    neither is above the other give False.
    """
    wide, chain = _key(outer), _chain(inner)
    if wide in chain or wide.partition(",")[0] in chain[:1]:
        return True
    if (wide in KNOWN or "," in wide) and len(chain) > 1:
        return False
    return False if wide in INSIDE and chain[0] in CONTINENTS else None


def names_within(outer: str) -> frozenset[str]:
    """`outer` and all that is known to lie in it, with every spelling that is known, in lower case."""
    wide = _key(outer)
    names = {wide} | {inner for inner in INSIDE if wide in _chain(inner)}
    return frozenset(names | {alias for alias, name in ALIASES.items() if name in names})


def government_of(name: str) -> str | None:
    """The country a seat of government stands for: "the Kremlin" and "Moscow" are Russia. None for any other name."""
    key = _key(name).removeprefix("the ")
    country = METONYMS[key][0] if key in METONYMS else CAPITALS.get(key)
    return _titled(country) if country else None


def _chain(name: str) -> list[str]:
    """A place and all that is known to hold it, from the inside out."""
    inner, _, outer = _key(name).partition(", ")
    chain = [ALIASES.get(inner, inner)]
    if outer:
        chain.append(ALIASES.get(outer, outer))
    while chain[-1] in INSIDE and INSIDE[chain[-1]] not in chain:
        chain.append(INSIDE[chain[-1]])
    return chain


def _key(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", name.replace("’", "'")) if not unicodedata.combining(c))
    low = " ".join(plain.lower().split()).removeprefix("the ") if plain.lower() != "the hague" else "the hague"
    return ALIASES.get(low, low)


def _canonical(name: str) -> str:
    key = _key(name)
    low = " ".join(name.lower().split())
    if name.isupper() and len(name) > 3:
        return name.title()
    return _titled(key) if low in ALIASES and key != low else name


def are_seat_and_capital(one: str, other: str) -> bool:
    """Whether one is a capital and the other a seat of government in it, in either order: Moscow and the Kremlin."""
    keys = [_key(name).removeprefix("the ") for name in (one, other)]
    return any(a in CAPITALS and b in METONYMS and METONYMS[b][1] == a for a, b in (keys, keys[::-1]))


def _titled(key: str) -> str:
    return key.title().replace(" Of ", " of ").replace(" And ", " and ")


def _trimmed(name: str) -> str:
    """The name without a possessive and what follows it, or a day behind it: "Russia's Foreign Ministry" is Russia."""
    words = re.split(r"['’]s\b", name)[0].rstrip("’'").split(" ")
    while len(words) > 1 and words[-1].lower().rstrip(".") in _DAYS_AND_MONTHS:
        words.pop()
    return " ".join(words)


def _acceptable(name: str, *, known_only: bool, article: bool) -> bool:
    words = name.lower().split()
    if any(word in MONTHS or word in WEEKDAYS for word in words) or words[0] in _NO_PLACE:
        return False
    known = _key(name) in KNOWN or _key(name) in METONYMS
    headed = len(words) > 1 and words[-1] in PLACE_HEADS
    if known_only or article:
        return known or headed or (article and words[-1] in PLACE_HEADS)
    return known or headed or not (name.isupper() and len(name) < 5)
