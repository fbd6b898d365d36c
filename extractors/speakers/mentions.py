"""What a mention of a speaker says by itself: a pronoun, a name, or a description, and of what type.

read_mention(text, span, names) -> Mention

The head of a mention stands before its first comma or bracket: "Ann Lee, research analyst at ..." is headed by the
name, "The director of the centre, Ina Kirsch," by a description that the apposition names. Unknown stays unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from extractors.records import Span, SpeakerType
from extractors.speakers.names import Names, Naming, Person, Word, head_noun, is_organisation, pick, runs, strip_titles
from extractors.speakers.words import Gender, collectives, given_names, offices, places, plural_roles, roles, titles

Form = Literal["pronoun", "person", "name", "description"]

# fmt: off
PRONOUNS = frozenset({
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "themselves", "it", "its",
    "itself", "i", "me", "my", "we", "us", "our", "you", "your", "who", "whom", "whose", "which", "that",
})
QUANTIFIERS = frozenset({
    "some", "many", "others", "most", "several", "few", "all", "both", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "dozens", "hundreds", "thousands",
})
# fmt: on

LONGEST_NAME = 200
"""Code points of a speaker's name. Longer ones are whole sentences taken for a mention; the rest is in the mention."""

_HEAD_JOIN = re.compile(r"\s(?:and|or)\s")
_PREPOSITION = re.compile(r"\b(?:of|for|by|to|from|in|at|with|about|against|like|including|addressed|on|than)\s")
_REFLEXIVE = re.compile(r"\s(?:himself|herself|itself|themselves)$")

MOST_NAMES = 50
"""Names read in one mention."""

_HEAD_END = re.compile(r"\s*(?:,(?!\s(?:Jr|Sr)\b)|\(|—|;|\s-\s)")
_PERSON_GOES_ON = re.compile(r"\s(?:of|from|at|in|for|with|who|whom|on|himself|herself)\b")
_PLURAL_NAME = re.compile(r"(?:[A-Z][\w-]*)(?:ans|ats|ists|ians|ives|als|ers|icans|ese|ish)$")


@dataclass(frozen=True, slots=True)
class Mention:
    """`head` is the pronoun or head noun in small letters; `person` is set where the article knows them by name."""

    form: Form
    name: str
    type: SpeakerType
    anonymous: bool
    head: str
    person: Person | None = None


def read_mention(text: str, span: Span, names: Names) -> Mention:
    """Read one mention. Never fails: what nothing speaks for is of type "unknown" under its own words."""
    words = " ".join(span.exact.split())
    if words.lower() in PRONOUNS:
        return Mention("pronoun", words, "unknown", False, words.lower())
    end = head_end(span)
    inside = _namings_within(names, span)
    heads = [naming for naming in inside if naming.end <= end]
    if heads and _several(text, span, end, heads):
        return Mention("name", _own_words(span), "group", False, "")
    for naming in heads[:1]:
        ends = naming.end >= end or _PERSON_GOES_ON.match(text, naming.end, end)
        if ends and not _hangs_on(text[span.start : naming.start]):
            return _person(naming.person)
    head = head_noun(_REFLEXIVE.sub("", span.exact[: end - span.start]))
    if head in roles() and (follower := _named_behind(text, span, end, names)) is not None:
        return _person(follower)
    return _name(text, span, end, names) or _description(span, end, head, names)


def _several(text: str, span: Span, end: int, heads: list[Naming]) -> bool:
    """Whether people are joined by "and": "Ann Lee and Bob Ray", "lawmakers and Gov. Ann Lee"."""
    if _HEAD_JOIN.match(text, heads[0].end, end):
        return True
    before = text[span.start : heads[-1].start]
    return before.endswith((" and ", " or ")) and not _hangs_on(text[span.start : heads[0].start])


def _hangs_on(before: str) -> bool:
    """Whether a name behind these words hangs on another noun: "a lawyer for ", but not "Secretary of State "."""
    preposition = None
    for found in _PREPOSITION.finditer(before):
        preposition = found
    if preposition is None:
        return False
    rest = before[preposition.end() :].split()
    return not rest or not all(word.capitalize() in offices() or word in {"the", "and"} for word in rest)


def head_end(span: Span) -> int:
    """Where the head of a mention ends: before its apposition or bracket, a possessive ending left out."""
    stop = _HEAD_END.search(span.exact, 1)
    end = span.start + (stop.start() if stop else len(span.exact.rstrip(" \n\u00a0,")))
    head = span.exact[: end - span.start]
    possessive = re.search(r"[’']s?$", head)
    return end - len(possessive.group()) if possessive and len(head) > len(possessive.group()) else end


def _person(person: Person) -> Mention:
    return Mention("person", person.name, "person", False, "", person)


def _namings_within(names: Names, span: Span) -> list[Naming]:
    first = bisect_left(names.namings, span.start, key=lambda naming: naming.start)
    return list(takewhile(lambda naming: naming.end <= span.end, names.namings[first : first + MOST_NAMES]))


def _named_behind(text: str, span: Span, end: int, names: Names) -> Person | None:
    """The person an apposition names: "The director of the centre, Ina Kirsch,"."""
    for naming in _namings_within(names, span):
        behind = naming.start >= end and not text[end : naming.start].strip(" ,\u00a0")
        if behind and not text[naming.end : span.end].strip(" ,\u00a0"):
            return naming.person
    return None


def _name(text: str, span: Span, end: int, names: Names) -> Mention | None:
    """A capitalised name that ends the head, if there is one that is nobody the article introduces."""
    head = text[span.start : end]
    found = [run for run in runs(head) if run[-1].end == len(head)]
    if not found or not head.strip():
        return None
    preposition = _PREPOSITION.search(head)
    noun = head[: preposition.start()].split() if preposition else []
    if noun and noun[-1].islower():
        return None  # "a lawyer for Ann Lee" is no name
    run = found[-1]
    titled, name = strip_titles(run[1:] if len(run) > 1 and run[0].text in {"The", "A", "An"} else run)
    plain = [word.text for word in name]
    determined = re.match(r"(?:the|a|an)\s", head, re.IGNORECASE) is not None
    known = collectives().get(plain[-1].lower())
    if plain[-1].lower() in roles() and (determined or len(plain) > 1):
        return Mention("description", _own_words(span), "person", True, plain[-1].lower())
    if plain[-1].lower() in plural_roles() or known == "group" or (determined and _PLURAL_NAME.match(plain[-1])):
        return Mention("description", _own_words(span), "group", True, plain[-1].lower())
    if known == "document":
        return Mention("name", _without_article(head), "document", False, plain[-1].lower())
    short = "".join(plain).replace(".", "")
    if short.isupper() and (long := names.spelled_out(short)) is not None:
        return Mention("name", long, "organisation", False, short.lower())
    if determined or is_organisation(plain) or " ".join(plain) in places() or known == "organisation":
        return Mention("name", _without_article(head), "organisation", False, plain[-1].lower())
    if len(plain) == 1 and (person := _bearer(titled, plain[0], names)) is not None:
        return _person(person)
    vouched = bool(titled) or (len(plain) > 1 and plain[0] in given_names())
    return Mention("name", " ".join(plain), "person" if vouched else "unknown", False, plain[-1].lower())


def _bearer(titled: list[Word], word: str, names: Names) -> Person | None:
    gender: Gender | None = next((t.gender for w in titled if (t := titles().get(w.text)) and t.gender), None)
    return pick(names.by_last(word), gender) or pick(names.by_first(word), gender)


def _description(span: Span, end: int, head: str, names: Names) -> Mention:
    phrase = span.exact[: end - span.start]
    first = phrase.split()[0].lower() if phrase.split() else ""
    last_words = [name for name in names.organisations if name.split()[-1].lower() == head]
    kind = collectives().get(head)
    if kind == "organisation" and first in {"the", "this"} and len(last_words) == 1 and len(phrase.split()) == 2:
        return Mention("name", last_words[0], "organisation", False, head)
    if head in roles():
        return Mention("description", _own_words(span), "person", True, head)
    if kind is not None and first not in QUANTIFIERS:
        return Mention("description", _own_words(span), kind, kind == "group", head)
    if head in plural_roles() or first in QUANTIFIERS or kind == "group":
        return Mention("description", _own_words(span), "group", True, head)
    return Mention("description", _own_words(span), "unknown", True, head)


def _own_words(span: Span) -> str:
    return " ".join(span.exact.strip(" ,;\n\u00a0").split())[:LONGEST_NAME]


def _without_article(head: str) -> str:
    words = " ".join(head.split())
    return re.sub(r"^(?:the|The)\s(?=[A-Z0-9])", "", words)[:LONGEST_NAME]
