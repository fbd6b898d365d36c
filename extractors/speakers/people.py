"""The people an article names: who bears which name, with genders, roles and every place where they are named.

A person is a run of two or more capitalised words that a title, a common given name, a short apposition or a speaker's
place vouches for. Runs are one person if they share the last name and a first name that agrees ("Robert B. Hale", "Bob
Hale"), or if one is the end of the other ("Lee Hale", "Ann Lee Hale"). A last name alone stands for a person only if no
other person of the article bears it.

Not covered: names in small letters, names that put the family first, persons only ever called by one word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.speakers.capitals import ABBREVIATED, SUFFIXES, Word, head_noun, is_organisation, is_title
from extractors.speakers.introductions import APPOSITION_REACH, CLOSES, apposed_before, learn, role_before
from extractors.speakers.persons import Naming, People, Person, TitledRun, pick
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

MOST_NAME_WORDS = 5
"""A longer run of capitals is a headline or a list, not a person."""

RELATIVES = frozenset(
    {"wife", "husband", "son", "daughter", "brother", "sister", "mother", "father", "nephew", "niece"}
)
"""Roles of those who share a last name with somebody better known: a title before it alone is not theirs."""

TIMES_ALONE = 2
"""Times the last word of a name must stand alone to show it to be a last name. Once may be a place or a headline."""

MOSTLY = 2
"""How many times as often as others of the last name somebody must have been named to be called by it alone."""

PRONOUN_REACH = 120
"""Code points after a name in which a "he" or "she" of the same sentence hints at its bearer's gender."""

_ACTS = re.compile(
    r"[’']s?\s|\s(?:also\s)?(?:said|says|told|added|wrote|argued|called|declined|testified|tweeted|asked)\b"
)
_KIND_BEFORE = re.compile(
    r"\b(?:group|company|firm|site|website|newspaper|magazine|organi[sz]ation|agency|network|nonprofit|charity"
    r"|startup|retailer|airline|union|outlet|blog|bank)\s$"
)
_OF_STATE = re.compile(r",\s(?!(?:Jr|Sr|Esq|Ph|Dr|Rep|Sen|Gov|Gen|Rev|Mr|Mrs|Ms)\b)[A-Z][a-z]{1,5}\.,?\s")
"""A state, abbreviated, behind the name of one of its towns: "Port Elm, Norl., Mayor Ann Lee"."""

_OWN_PRONOUN = re.compile(r"\b(he|his|him|himself|she|her|hers|herself)\b")
_SENTENCE_CUT = re.compile(r"[.!?\n“”\"]")


def core_of(name: Sequence[Word]) -> tuple[str, ...]:
    """The words of a name without "Jr." and without an acronym that a headline hangs on it."""
    words = [word.text for word in name]
    core = [word for word in words if word not in SUFFIXES]
    while len(core) > 2 and core[-1].isupper() and len(core[-1]) > 2:
        core.pop()
    return tuple(core if len(core) > 1 or (core and len(words) == 1) else words)


def read_people(
    text: str, runs: Sequence[TitledRun], speaking: frozenset[int], bodies: frozenset[str]
) -> tuple[People, tuple[Naming, ...]]:
    """The persons among `runs`, and where each is named, in order.

    `speaking` are offsets at which mentions of speakers end: two capitalised words there are taken for a person without
    further evidence. `bodies` are names that read as those of organisations: only a title or a common given name makes
    a person of one.
    """
    people = People()
    bare = [run for run in runs if len(run.name) == 1 and _is_bare(text, run)]
    acting = {
        run.name[0].text for run in bare if run.titled or _ACTS.match(text, run.name[0].end, run.name[0].end + 30)
    }
    alone = Counter(run.name[0].text for run in bare if run.name[0].text in acting - places())
    full = [run for run in runs if len(run.name) > 1 and _is_person(text, run, speaking, alone, bodies)]
    for run in sorted(full, key=lambda run: -len(core_of(run.name))):
        core = core_of(run.name)
        if people.bearer(core) is None:
            person = people.add(Person(" ".join(core), core[0], core[-1], core))
            person.shows(given_names().get(core[0]))
    named_as_written: set[int] = set()
    for run in full:
        person_here = people.bearer(core_of(run.name))
        if person_here is None:
            continue
        if id(person_here) not in named_as_written:
            named_as_written.add(id(person_here))
            suffixed = run.name[-1].text in SUFFIXES
            core = core_of(run.name)
            person_here.name = " ".join([*core, run.name[-1].text] if suffixed else core)
        learn(text, person_here, run)
    _titled_alone(text, runs, people, full)
    namings = tuple(_namings(runs, people))
    _hints(text, namings)
    return people, namings


def _is_bare(text: str, run: TitledRun) -> bool:
    """Whether a name of one word stands without an article and opens no name of its own."""
    start = run.name[0].start
    return bool(run.titled) or text[max(0, start - 4) : start].lower() not in {"the ", "new "}


def _is_person(
    text: str, run: TitledRun, speaking: frozenset[int], alone: Counter[str], bodies: frozenset[str]
) -> bool:
    words = [word.text for word in run.name]
    if not run.titled and _OF_STATE.match(text, run.name[-1].end, run.name[-1].end + 12):
        return False
    if is_organisation(words) or words[-1] in openers() or " ".join(words) in places():
        return False
    if is_title(words[-1]) and not run.titled and words[0] not in given_names():
        return False
    if not run.titled and _KIND_BEFORE.search(text, max(0, run.name[0].start - 30), run.name[0].start):
        return False
    if run.titled or words[0] in given_names():
        return True
    if " ".join(words) in bodies:
        return False
    if _speaks(text, run.name, speaking):
        return True
    if any(len(word.strip(".")) == 1 for word in words[:-1]):
        return True
    if text[max(0, run.name[0].start - 4) : run.name[0].start].lower() == "the ":
        return False
    if len(words) == 2 and alone[words[-1]] >= TIMES_ALONE and words[-1].lower() not in collectives():
        return True
    ahead = apposed_before(text, run.name[0].start)
    if ahead is not None and head_noun(ahead.group(1)) in roles() and CLOSES.match(text, run.name[-1].end):
        return True
    return _apposed_as_person(text, run.name[-1].end) or role_before(text, run.name[0].start) is not None


def _apposed_as_person(text: str, end: int) -> bool:
    """Whether an age, a party, "who" or a noun that is none for an organisation follows a name."""
    if re.match(r",\s(?:\d\d,|who\s)|\s\([A-Z]-", text[end : end + 12]):
        return True
    apposed = re.match(r",\s(?:an?|the)\s([^,.;:—\n]{3,90})", text[end : end + APPOSITION_REACH])
    return apposed is not None and head_noun(apposed.group(1)) not in collectives()


def _speaks(text: str, name: Sequence[Word], speaking: frozenset[int]) -> bool:
    before = text[max(0, name[0].start - 5) : name[0].start].lower()
    last = name[-1].text.lower()
    if all(word.text in offices() for word in name):
        return False
    described = last in plural_roles() or last in roles() or collectives().get(last) is not None
    return name[-1].end in speaking and not described and not before.endswith(("the ", " a ", " an ", " for ", " of "))


def _title_gender(titled: Sequence[Word]) -> Gender | None:
    return next((t.gender for w in titled if (t := titles().get(w.text)) and t.gender), None)


def _title_roles(titled: Sequence[Word]) -> frozenset[str]:
    return frozenset(role for word in titled if (title := titles().get(word.text)) for role in title.roles)


def _titled_alone(text: str, runs: Sequence[TitledRun], people: People, full: Sequence[TitledRun]) -> None:
    """Learn from "Mr. Hale", and make a person of a last name that only ever stands behind a title.

    Of several bearers, those named in full before: "Mr. Hale" is the father until the son is told of.
    """
    first: dict[int, int] = {}
    for run in full:
        bearer = people.bearer(core_of(run.name))
        if bearer is not None:
            first.setdefault(id(bearer), run.name[0].start)
    alone = [run for run in runs if len(run.name) == 1 and run.titled]
    for run in sorted(alone, key=lambda run: _title_gender(run.titled) is None):
        word = run.name[0].text
        if is_organisation([word]) or is_title(word) or word in ABBREVIATED | offices() | openers():
            continue
        gender = _title_gender(run.titled)
        said = _title_roles(run.titled)
        bearers = [person for person in people.by_last(word) if gender in (None, person.gender) or not person.gender]
        if said:
            bearers = [person for person in bearers if not person.roles & RELATIVES]
        start = run.name[0].start
        bearers = [person for person in bearers if first.get(id(person), start) < start] or bearers
        if not bearers:
            bearers = [people.add(Person(word, None, word, (word,)))]
        bearer = pick(bearers, gender, said)
        if bearer is not None:
            learn(text, bearer, run)


def _namings(runs: Sequence[TitledRun], people: People) -> Iterator[Naming]:
    introduced: set[int] = set()
    counts: Counter[int] = Counter()
    for run in runs:
        core = core_of(run.name)
        if len(core) > 1:
            person = people.bearer(core)
            introduced.add(id(person))
        else:
            bearers = people.by_last(core[0])
            known = [one for one in bearers if one.first is None or id(one) in introduced] or bearers
            person = pick(known, _title_gender(run.titled), _title_roles(run.titled))
            if person is None and len(known) > 1:
                person = _mostly_named(known, counts)
            if person is None and not people.by_last(core[0]) and not run.titled:
                person = pick(people.by_first(core[0]), None)
                introduced.add(id(person))
        if person is not None:
            counts[id(person)] += 1
            yield Naming((run.titled or run.name)[0].start, run.name[-1].end, person, run.name[0].start)


def _mostly_named(bearers: Sequence[Person], counts: Counter[int]) -> Person | None:
    """The bearer of a shared last name whom the article mostly speaks of, so far."""
    first, second = sorted(bearers, key=lambda person: -counts[id(person)])[:2]
    return first if counts[id(first)] >= MOSTLY * max(1, counts[id(second)]) else None


def _hints(text: str, namings: Sequence[Naming]) -> None:
    """Gender from the first pronoun behind a name in its sentence, no other name between."""
    for at, naming in enumerate(namings):
        if naming.person.leaning:
            continue
        end = min(naming.end + PRONOUN_REACH, len(text))
        if at + 1 < len(namings):
            end = min(end, namings[at + 1].start)
        cut = _SENTENCE_CUT.search(text, naming.end, end)
        found = _OWN_PRONOUN.search(text, naming.end, cut.start() if cut else end)
        if found is not None:
            naming.person.hint += 1 if found.group(1) in {"he", "his", "him", "himself"} else -1
