"""What the words around a name say of its bearer: titles, the role before it, appositions, party and place.

learn(text, person, run)      gender and roles taken in
apposed_before(text, start)   the apposition that ends right before a name
role_before(text, start)      the noun for a person right before it
"""

from __future__ import annotations

import re

from extractors.speakers.capitals import head_noun
from extractors.speakers.persons import Person, TitledRun
from extractors.speakers.words import epithets, roles, titles

APPOSITION_REACH = 110
"""Code points after a name in which its apposition must end."""

_APPOSITION = re.compile(r",\s((?:an?|the|its|his|her|their)?\s?[^,.;:—\n]{3,90})(?=[,.;:—\n])")
_APPOSED_BEFORE = re.compile(
    r"(?:^|[.,;:—“”\"(]\s?|\s(?:by|to|and|with|that|from)\s)([^.,;:—“”\"()\n]{4,110}),\s(?:[A-Z][\w.]+\s){0,4}$"
)
_OF_ANOTHER = re.compile(r"\s(?:for|of|to)\s(the\s[\w’' -]+)$")
CLOSES = re.compile(r"[,.;:)—\n]|\s(?:of|\()")
_PARTY = re.compile(r",?\s\(?(?:([DR])-([A-Z][\w. ]+)|(Republican|Democrat)(?:\sof\s([A-Z][\w. ]+))?)")
_ORIGIN = re.compile(r"\sof\s([A-Z]\w+(?:\s[A-Z]\w+)?)")
_ROLE_WRITTEN = re.compile(
    r"\b((?:(?!(?:the|an?|by|of|and|with|to|that|from|as|his|her|its|their|for|in|on|at)[ \u00a0])[a-z][\w’'-]*"
    r"[ \u00a0]){0,3}[a-z][\w’'-]*)[ \u00a0]$"
)
_ROLE_BEFORE = re.compile(r"(?:[a-z][\w’'-]*[ \u00a0]){1,4}$")
_FORMER = re.compile(r"\b(?:former|ex-?|late|onetime|then-?)\b", re.IGNORECASE)
_FORMER_BEFORE = re.compile(r"\b(?:former|late|onetime|ex[ -]?)\s*(?:[\w.’'-]+\s){0,3}$", re.IGNORECASE)


def learn(text: str, person: Person, run: TitledRun) -> None:
    """Gender and roles from the titles before a name, the role before it and the appositions around it."""
    name = run.name
    start = (run.titled or name)[0].start
    before = text[max(0, start - 60) : start]
    former = _FORMER_BEFORE.search(before) is not None
    for i, word in enumerate(run.titled):
        gone = former or any(_FORMER.fullmatch(other.text) for other in run.titled[: i + 1])
        title = titles().get(word.text)
        if title is not None:
            person.shows(title.gender)
            for role in title.roles:
                _hold(person, role, gone)
        elif word.text.lower() in roles():
            _add_role(person, word.text.lower(), gone)
    person.described |= {word.text.lower() for word in run.titled}
    if run.titled:
        person.titled.add((run.titled[0].start, run.titled[-1].end))
    head = role_before(text, start)
    if head is not None:
        _add_role(person, head, former)
        written = _ROLE_WRITTEN.search(before)
        if written is not None:
            person.titled.add((start - len(written.group(1)) - 1, start - 1))
        person.described |= set(re.findall(r"[\w’'-]+", before[-40:].rsplit(",", 1)[-1].lower()))
    party = _PARTY.match(text, name[-1].end, name[-1].end + 40)
    if party is not None:
        side = "democrat" if "D" in (party.group(1), (party.group(3) or "")[:1]) else "republican"
        person.roles.add(side)
        person.described |= {side, *re.findall(r"\w+", (party.group(2) or party.group(4) or "").lower())}
    origin = _ORIGIN.match(text, name[-1].end, name[-1].end + 40)
    if origin is not None:
        person.described |= set(origin.group(1).lower().split())
    behind = _APPOSITION.match(text, name[-1].end, name[-1].end + APPOSITION_REACH)
    if behind is not None:
        _take_in(person, behind)
    ahead = apposed_before(text, start)
    if ahead is not None and CLOSES.match(text, name[-1].end):
        another = _OF_ANOTHER.search(text, ahead.start(1), ahead.end(1))
        nearer = another is not None and head_noun(another.group(1)) in roles()  # "an aide to the mayor, Ann Lee"
        _take_in(person, another if another is not None and nearer else ahead)


def apposed_before(text: str, start: int) -> re.Match[str] | None:
    """The apposition that ends right before a name: the longest whose noun is one for a person, or of any noun."""
    first = found = _APPOSED_BEFORE.search(text, max(0, start - APPOSITION_REACH), start)
    while found is not None and head_noun(found.group(1)) not in roles():
        found = _APPOSED_BEFORE.search(text, max(found.start(1), found.start() + 1), start)
    return found or first


def _take_in(person: Person, apposition: re.Match[str]) -> None:
    """What an apposition says of a person."""
    phrase = apposition.group(1)
    noun = head_noun(phrase)
    if noun in roles() or noun in epithets():
        person.titled.add(apposition.span(1))
        _add_role(person, noun, _FORMER.match(re.sub(r"^(?:an?|the|his|her|its)\s", "", phrase)) is not None)
        person.described |= set(re.findall(r"[\w’'-]+", phrase.lower()))


def _add_role(person: Person, noun: str, former: bool) -> None:
    person.shows(roles().get(noun))
    _hold(person, noun, former)


def _hold(person: Person, role: str, former: bool) -> None:
    (person.former if former else person.roles).add(role)


def role_before(text: str, start: int) -> str | None:
    """The noun for a person right before a name: "press secretary Ann Lee"."""
    before = _ROLE_BEFORE.search(text, max(0, start - 60), start)
    if before is None:
        return None
    last = before.group().split()[-1]
    return last if last in roles() or last in epithets() else None
