"""The people and organisations an article names, found by capitals, titles and appositions.

runs(text)            stretches of capitalised words
strip_titles(words)   "US Secretary of State Robert Hale" -> "Robert Hale"
read_names(text)      people with genders and roles, where each is named, acronyms, organisations

A person is a run of two or more capitalised words that a title, a common given name or a short apposition vouches for.
Two runs are one person if first and last word are the same ("Robert B. Hale", "Robert Hale"). A last name alone stands
for a person only if no other person of the article bears it.

Not covered: names in small letters, names that put the family first, persons only ever called by one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.speakers.words import (
    Gender,
    collectives,
    given_names,
    offices,
    openers,
    places,
    plural_roles,
    roles,
    titles,
)

_NAME_WORD = r"(?:(?:[^\W\d_]\.){1,4}|[^\W\d_]+(?:[’'‑-][^\W\d_]+)*)"
_WORD = re.compile(_NAME_WORD)
_ACRONYM = re.compile(r"\(\s?(?:the\s|or\s)?[“\"]?((?:[A-Z]\.?){2,8})[”\"]?\s?\)")
_POSSESSIVE = re.compile(r"[’'][sS]?$")
_APPOSITION = re.compile(r",\s((?:an?|the|its|his|her|their)?\s?[^,.;:—\n]{3,90})(?=[,.;:—\n])")
_ROLE_BEFORE = re.compile(r"(?:[a-z][\w’'-]*[ \u00a0]){1,4}$")

PARTICLES = frozenset(
    {
        "de",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "al",
        "el",
        "la",
        "le",
        "di",
        "da",
        "dos",
        "du",
        "ibn",
        "ben",
        "y",
        "e",
    }
)
SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
# fmt: off
ABBREVIATED = frozenset({
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Reps", "Sens", "Gov", "Lt", "Gen", "Maj", "Col",
    "Capt", "Cmdr", "Cpl", "Sgt", "Adm", "Rev", "Jr", "Sr", "St", "Amb", "Pres", "Del", "Pfc",
})
# fmt: on

MOST_NAME_WORDS = 5
"""A longer run of capitals is a headline or a list, not a person."""

APPOSITION_REACH = 110  # code points after a name in which its apposition must end


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run, possessive ending and abbreviating full stop left out of `text`."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Person:
    """`name` is the first full form in the article, or the last name where there is none.

    `leaning` is the evidence for a man minus that for a woman, in titles and nouns.
    """

    name: str
    first: str | None
    last: str
    leaning: int = 0
    roles: set[str] = field(default_factory=set)

    @property
    def gender(self) -> Gender | None:
        """What most of the evidence says, None without any or on a tie."""
        return None if self.leaning == 0 else "m" if self.leaning > 0 else "f"

    def shows(self, gender: Gender | None) -> None:
        """Take one piece of evidence in."""
        self.leaning += {"m": 1, "f": -1, None: 0}[gender]


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where the article names a person."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True)
class Names:
    people: tuple[Person, ...]
    namings: tuple[Naming, ...]
    acronyms: dict[str, str]
    organisations: tuple[str, ...]

    def by_last(self, last: str) -> list[Person]:
        return [person for person in self.people if person.last == last]

    def spelled_out(self, short: str) -> str | None:
        """The long form of an acronym: the one given with it, or the only organisation of these initials."""
        fitting = [name for name in self.organisations if "".join(word[0] for word in name.split()) == short]
        return self.acronyms.get(short) or (fitting[0] if len(fitting) == 1 else None)

    def by_first(self, first: str) -> list[Person]:
        return [person for person in self.people if person.first == first]


def runs(text: str) -> Iterator[list[Word]]:
    """Maximal stretches of capitalised words with single spaces between, particles inside a name taken in."""
    run: list[Word] = []
    pending: list[Word] = []
    for found in _WORD.finditer(text):
        word = _word(text, found)
        last = pending[-1] if pending else run[-1] if run else None
        joined = last is not None and word.start - last.end == 1 and text[last.end] in " \u00a0"
        if run and not joined:
            yield run
            run, pending = [], []
        if word.text[0].isupper():
            run += [*pending, word]
            pending = []
            if text[word.end : word.end + 1] in "’'":
                yield run
                run = []
        elif run and word.text in PARTICLES:
            pending.append(word)
        elif run:
            yield run
            run, pending = [], []
    if run:
        yield run


def _word(text: str, found: re.Match[str]) -> Word:
    written = found.group()
    bare = _POSSESSIVE.sub("", written) or written
    end = found.start() + len(bare)
    if bare in ABBREVIATED and text[end : end + 1] == ".":
        return Word(bare, found.start(), end + 1)
    return Word(bare, found.start(), end)


def strip_titles(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Titles and what is left: all up to the last title that a name follows, and the name behind it."""
    cut = 0
    for i, word in enumerate(words[:-1]):
        if word.text in titles() and not (word.text in given_names() and i == 0):
            cut = i + 1
    return list(words[:cut]), list(words[cut:])


def is_organisation(words: Sequence[str]) -> bool:
    """Whether a capitalised name is that of an organisation, by its words."""
    kinds = collectives()
    return any(kinds.get(word.lower()) == "organisation" for word in words) or (
        len(words) == 1 and words[0].replace(".", "").isupper() and len(words[0]) > 1
    )


def read_names(text: str, speaking: frozenset[int] = frozenset()) -> Names:
    """All names of an article.

    `speaking` are offsets at which mentions of speakers end: two capitalised words there are taken for a person without
    further evidence.
    """
    small = {found.group() for found in re.finditer(r"\b[a-z]+\b", text)}
    all_runs = [(titled, name) for run in runs(text) for titled, name in [_parts(text, run, small)] if name]
    people: dict[tuple[str | None, str], Person] = {}
    for titled, name in all_runs:
        if len(name) > 1 and _is_person(text, titled, name, speaking):
            person = _person(people, name)
            _learn(text, person, titled, name)
    _titled_alone(text, all_runs, people)
    namings = tuple(_namings(all_runs, people))
    organisations = tuple(dict.fromkeys(" ".join(w.text for w in n) for t, n in all_runs if not t and _is_long_org(n)))
    return Names(tuple(people.values()), namings, _acronyms(text), organisations)


def _parts(text: str, run: list[Word], small: set[str]) -> tuple[list[Word], list[Word]]:
    """A run without the word that only opens its sentence, as titles and name."""
    while len(run) > 1 and (run[0].text in openers() or _only_opens(text, run[0], small)):
        run = run[1:]
    if len(run) > 1 and run[0].text in offices() and text.endswith((" of ", " of the "), 0, run[0].start):
        run = [word for i, word in enumerate(run) if any(w.text not in offices() for w in run[: i + 1])]
    titled, name = strip_titles(run) if run else ([], [])
    return titled, ([] if len(name) > MOST_NAME_WORDS else name)


def _only_opens(text: str, word: Word, small: set[str]) -> bool:
    before = text[max(word.start - 2, 0) : word.start].strip()
    opens = not before or before[-1] in '.!?“"‘:'
    return opens and word.text.lower() in small and word.text not in given_names() and word.text not in titles()


def _is_person(text: str, titled: Sequence[Word], name: Sequence[Word], speaking: frozenset[int]) -> bool:
    words = [word.text for word in name]
    if is_organisation(words) or words[-1] in openers() or " ".join(words) in places():
        return False
    if titled or words[0] in given_names() or _speaks(text, name, speaking):
        return True
    if any(len(word.strip(".")) == 1 for word in words[:-1]):
        return True
    after = text[name[-1].end : name[-1].end + 12]
    return bool(re.match(r",\s(?:\d\d,|an?\s|the\s|who\s)", after)) or _role_before(text, name[0].start) is not None


def _speaks(text: str, name: Sequence[Word], speaking: frozenset[int]) -> bool:
    before = text[max(0, name[0].start - 4) : name[0].start].lower()
    plural = name[-1].text.lower() in plural_roles()
    return name[-1].end in speaking and not plural and not before.endswith(("the ", " a ", " an "))


def _person(people: dict[tuple[str | None, str], Person], name: Sequence[Word]) -> Person:
    words = [word.text for word in name]
    core = [word for word in words if word not in SUFFIXES]
    if len(core) < 2:
        core = words
    key = (core[0], core[-1])
    if key not in people:
        people[key] = Person(" ".join(words), core[0], core[-1])
        people[key].shows(given_names().get(core[0]))
    return people[key]


def _learn(text: str, person: Person, titled: Sequence[Word], name: Sequence[Word]) -> None:
    """Gender and roles from the titles before a name, the role before it and the apposition behind it."""
    former = bool(
        re.search(
            r"\b(?:former|ex-?|late)\s*(?:[\w.’'-]+\s){0,3}$", text[max(0, name[0].start - 60) : name[0].start], re.I
        )
    )
    for word in titled:
        title = titles().get(word.text)
        if title is not None:
            person.shows(title.gender)
            if not former and "Former" not in [w.text for w in titled]:
                person.roles |= set(title.roles)
    head = _role_before(text, name[0].start)
    if head is not None:
        _add_role(person, head, former)
    apposition = _APPOSITION.match(text, name[-1].end, name[-1].end + APPOSITION_REACH)
    if apposition is not None:
        noun = head_noun(apposition.group(1))
        if noun in roles():
            _add_role(person, noun, bool(re.match(r"(?:an?|the)?\s?(?:former|ex-|late)", apposition.group(1))))


def _add_role(person: Person, noun: str, former: bool) -> None:
    person.shows(roles().get(noun))
    if not former:
        person.roles.add(noun)


def _role_before(text: str, start: int) -> str | None:
    """The noun for a person right before a name: "press secretary Ann Lee"."""
    before = _ROLE_BEFORE.search(text, max(0, start - 60), start)
    if before is None:
        return None
    last = before.group().split()[-1]
    return last if last in roles() else None


_PHRASE_END = re.compile(
    r"[,(;:—]|\s(?:of|for|in|from|at|with|on|to|by|who|whom|whose|that|which|and|or|as|about|against|near|like|named|where|when"
    r"|involving|including|familiar|close|briefed|present|working|speaking|released|published|issued|signed|obtained|posted"
    r"|accompanying|covering|outside|inside|within|behind|under|over|among|between|across|is|was|are|were|has|had)\b"
)
_DETERMINER = re.compile(r"(?:the|an?|this|that|these|those|his|her|its|their|our|my|your)\s", re.IGNORECASE)


def head_noun(phrase: str) -> str:
    """The last word of a noun phrase before what hangs on it: "a senior fellow at the Institute" -> "fellow"."""
    rest = _DETERMINER.sub("", phrase.strip(), count=1)
    end = _PHRASE_END.search(rest)
    words = re.findall(r"[\w.’'&-]+", rest[: end.start()] if end else rest)
    return _POSSESSIVE.sub("", words[-1]).lower().strip(".") if words else ""


def _titled_alone(
    text: str, all_runs: Sequence[tuple[list[Word], list[Word]]], people: dict[tuple[str | None, str], Person]
) -> None:
    """Learn from "Mr. Hale", and make a person of a last name that only ever stands behind a title."""
    for titled, name in all_runs:
        if len(name) != 1 or not titled or is_organisation([name[0].text]) or name[0].text in titles():
            continue
        bearers = [person for person in people.values() if person.last == name[0].text]
        gender = next((t.gender for w in titled if (t := titles().get(w.text)) and t.gender), None)
        if gender and len(bearers) > 1:
            bearers = [person for person in bearers if person.gender == gender] or bearers
        if not bearers:
            bearers = [people.setdefault((None, name[0].text), Person(name[0].text, None, name[0].text))]
        if len(bearers) == 1:
            _learn(text, bearers[0], titled, name)


def _namings(
    all_runs: Sequence[tuple[list[Word], list[Word]]], people: dict[tuple[str | None, str], Person]
) -> Iterator[Naming]:
    by_last: dict[str, list[Person]] = {}
    for bearer in people.values():
        by_last.setdefault(bearer.last, []).append(bearer)
    for titled, name in all_runs:
        core = [word.text for word in name if word.text not in SUFFIXES] or [word.text for word in name]
        person = people.get((core[0], core[-1])) if len(core) > 1 else None
        if person is None and len(core) == 1:
            gender = next((t.gender for w in titled if (t := titles().get(w.text)) and t.gender), None)
            person = pick(by_last.get(core[0], []), gender)
        if person is not None:
            yield Naming((titled or name)[0].start, name[-1].end, person)


def pick(bearers: Sequence[Person], gender: Gender | None) -> Person | None:
    """The one bearer of a name that a title's gender leaves, None where several are left."""
    left = [person for person in bearers if not gender or person.gender in (gender, None)]
    exact = [person for person in left if person.gender == gender] if gender else []
    return exact[0] if len(exact) == 1 else left[0] if len(left) == 1 else None


def _is_long_org(name: Sequence[Word]) -> bool:
    return len(name) > 1 and is_organisation([word.text for word in name])


def _acronyms(text: str) -> dict[str, str]:
    """Short forms given in brackets behind the long form: "North Atlantic Treaty Organization (NATO)"."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        letters = match.group(1).replace(".", "")
        before = re.findall(r"[\w’'&.-]+", text[max(0, match.start() - 20 * len(letters)) : match.start()])
        for size in range(len(letters), min(len(before), 2 * len(letters)) + 1):
            words = before[-size:]
            initials = "".join(w[0] for w in words if w[0].isupper())
            if words[0][0].isupper() and initials == letters:
                found[letters] = " ".join(words)
                break
    return found
