"""What a mention of a speaker says by itself: a pronoun, a name, a description, several speakers, or something owned.

read_mention(text, span, names) -> Mention

The head of a mention stands before its first comma or bracket: "Ann Lee, research analyst at ..." is headed by the
name, "The director of the centre, Ina Kirsch," by a description that the apposition names. "The port's lawyer" is
owned: who the owner is, is for `extractors.speakers.resolving` to say. Unknown stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.records import Span, SpeakerType
from extractors.speakers.capitals import Word, head_noun, head_phrase_end, is_organisation, runs, strip_titles
from extractors.speakers.names import Names
from extractors.speakers.persons import Naming, Person, pick
from extractors.speakers.phrases import head_end, segments, settle
from extractors.speakers.several import PREPOSITION, QUANTIFIERS, hangs_on, several
from extractors.speakers.words import (
    PRONOUNS,
    Gender,
    authored,
    collectives,
    epithets,
    given_names,
    organisation_kinds,
    places,
    plural_roles,
    roles,
    titles,
)

Form = Literal["pronoun", "person", "several", "name", "description", "owned", "authored"]

LONGEST_NAME = 200
"""Code points of a speaker's name. Longer ones are whole sentences taken for a mention; the rest is in the mention."""

CHILDREN = frozenset({"son", "daughter", "nephew", "niece"})
"""Roles that tell the younger of two who share a last name."""

_AGE = re.compile(r"(?:the\s)?(younger|elder|older|junior|senior)\s", re.IGNORECASE)
_STAND_FOR_THEM = frozenset({"both", "both of them", "all of them", "the two", "the three", "the pair", "the couple"})

_PERSONAL = frozenset({"he", "she", "they", "it"})

MOST_NAMES = 50
"""Names read in one mention."""

_PERSON_GOES_ON = re.compile(r"\s\(|\s(?:of|from|at|in|for|to|with|who|whom|on|himself|herself)\b")
_PLURAL_NAME = re.compile(r"(?:[A-Z][\w-]*)(?:ans|ats|ists|ians|ives|als|ers|icans|ese|ish)$")
_OWNED = re.compile(r"(?:(his|her|its|their|my|our)|(.{2,80}?)(?:[’']s|(?<=s)[’']))\s(?=\S)", re.IGNORECASE)
_POSSESSOR = re.compile(
    r"(?:(?:the\s)?[\w. -]{2,40}[’']s?|(?:(?:a|the)\s)?(?:former|fellow|state|ex-\w+|then-\w+)(?:\s\w+)?)\s",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?i:an?|the|another|one)\s(?:[\w’'-]+\s){1,6}?(?:called|named|known as|calling (?:it|them)sel(?:f|ves))\s"
    r"(?=(?:the\s)?[A-Z])"
)
_SELF = re.compile(r"\s(?:himself|herself|itself|themselves)$")
_AUTHOR = re.compile(
    r",?\s(?:(?:published|written|issued|released|signed|posted|sent|put out)\s)?(?:from|by)\s(?:the\s)?(?=[A-Z])"
)
_AUTHOR_ASIDE = re.compile(r"(?<=\w),\s(?:from|by)\s(?:the\s)?(?=[A-Z])")
_TOLD_BY_OUTLETS = frozenset({"story", "article", "report", "editorial", "column", "piece"})
"""Writings that are an outlet's: a poll or a record in it is somebody else's."""

_OUTLET = r"((?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w.’'-]*)"
_OUTLETS = re.compile(
    rf"(?:the|an?|this|that|another)\s{_OUTLET}(?:\s(?:news|investigative|front-page|recent))?\s[a-z]+$"
)
_IN_OUTLET = re.compile(rf"(?:the|an?|this|that|another)\s(?:[\w-]+\s){{1,3}}in\s(?:the\s)?{_OUTLET}$")
_SPEAKS_FOR_RELEASER = frozenset({"statement", "statements", "release", "press-release"})
"""Writings that speak for whoever released them; mails and records speak for somebody else."""

_DETERMINER = re.compile(
    r"(?:the|an?|this|that|one|another|some|many|his|her|its|their|no|every|each|any|\d+|two|three)\s", re.IGNORECASE
)
_DETERMINED = re.compile(r"(?:the|a|an|this|that|one|another)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """`head` is the pronoun or head noun in small letters; `person` is set where the article knows them by name.

    `parts` are the members of several speakers. `owner` is whom an owned or authored thing belongs to, None where that
    is a pronoun (`pronoun`); `owned` is the thing's phrase.
    """

    form: Form
    name: str
    type: SpeakerType
    anonymous: bool
    head: str
    person: Person | None = None
    parts: tuple[Span, ...] = ()
    owner: Span | None = None
    owned: str = ""


def read_mention(text: str, span: Span, names: Names) -> Mention:
    """Read one mention. Never fails: what nothing speaks for is of type "unknown" under its own words."""
    start, end = settle(text, span)
    words = " ".join(text[start:end].split())
    if words.lower() in PRONOUNS:
        return Mention("pronoun", words, "unknown", False, words.lower())
    if words.lower() in _STAND_FOR_THEM:
        return Mention("pronoun", words, "unknown", False, "they")
    called = _CALLED.match(text, start, end)
    if called is not None:
        start = called.end()
    inside = names.within(start, end, MOST_NAMES)
    stop = head_end(text, start, end)
    parts = several(text, start, stop, end, names, inside)
    if parts:
        return Mention("several", own_words(text[start:end]), "group", False, "", parts=parts)
    alone = text[start:stop].lower()
    if alone in _PERSONAL:
        return Mention("pronoun", words, "unknown", False, alone)  # "they, like Mr. Hale,"
    heads = [naming for naming in inside if naming.end <= stop]
    named = (
        _by_age(text[start:stop], names)
        or _headed_by_person(text, start, stop, heads)
        or _named_behind(text, start, stop, end, inside)
    )
    if named is not None:
        return _person(named)
    return (
        _one_of_them(text, start, end)
        or _owned(text, start, stop, names)
        or _authored(text, start, end)
        or _of_outlet(text, start, stop)
        or _name(text, start, stop, names)
        or _description(text, start, stop)
    )


def own_words(phrase: str) -> str:
    return " ".join(phrase.strip(" ,;\n\u00a0").split())[:LONGEST_NAME]


def _person(person: Person) -> Mention:
    return Mention("person", person.name, "person", False, "", person)


def _is_bare_office(head: str) -> bool:
    """Whether a phrase opens with an office without a determiner, which only a name behind it completes."""
    opening = head[: head_phrase_end(head)]
    return not _DETERMINER.match(head) and not _OWNED.match(head) and head_noun(opening) in roles()


def _by_age(head: str, names: Names) -> Person | None:
    """Which of two bearers of a last name "the younger Mr. Hale" is, where the article tells one for a child."""
    told = _AGE.match(head)
    bearers = names.people.by_last(head.split()[-1]) if told else ()
    young = [person for person in bearers if (person.roles | person.former) & CHILDREN]
    if told is None or len(bearers) != 2 or len(young) != 1:
        return None
    elder = next(person for person in bearers if person is not young[0])
    return young[0] if told.group(1).lower() in ("younger", "junior") else elder


def _headed_by_person(text: str, start: int, stop: int, heads: Sequence[Naming]) -> Person | None:
    for naming in [*heads[:1], *heads[-1:]]:
        ends = naming.end >= stop or _PERSON_GOES_ON.match(text, naming.end, stop)
        before = text[start : naming.name]
        if ends and (not hangs_on(before) or (naming.end >= stop and _is_bare_office(before))):
            return naming.person
    return None


def _named_behind(text: str, start: int, stop: int, end: int, inside: Sequence[Naming]) -> Person | None:
    """The person an apposition names: "The director of the centre, Ina Kirsch,"."""
    head = text[start:stop]
    noun = head_noun(_SELF.sub("", head))
    describes = noun in roles() or noun in epithets() or re.match(r"(?:one|another)\s", head, re.IGNORECASE)
    if _of_a_person(head) or (not describes and (noun in collectives() or noun in plural_roles())):
        return None
    for a, b in segments(text, stop, end):
        for naming in inside:
            before = text[a : naming.start]
            if not describes and naming.name == naming.start:
                continue  # nothing says that the head is a person, so that a title must
            if (not before or _POSSESSOR.fullmatch(before)) and (
                naming.end >= b or _PERSON_GOES_ON.match(text, naming.end, b)
            ):
                return naming.person
    return None


def _of_a_person(head: str) -> bool:
    """Whether the last noun of a description is itself one for a person: "a spokesman for the minister"."""
    head = head.replace(" in chief", "-in-chief")
    found = list(
        PREPOSITION.finditer(re.sub(r"^at (?:least|most)\s", lambda quantity: "-" * len(quantity.group()), head))
    )
    return bool(found) and head_noun(head[found[-1].end() :]) in roles() and not head[found[-1].end() :][:1].isupper()


def _owned(text: str, start: int, stop: int, names: Names) -> Mention | None:
    """Something of somebody's: "her lawyer", "Lee's campaign", "the port's statement"."""
    found = _OWNED.match(text, start, stop)
    if found is None or (PREPOSITION.search(found.group()) and hangs_on(found.group().rstrip("’'s "))):
        return None
    rest = text[found.end() : stop]
    noun = head_noun(_SELF.sub("", rest))
    phrase = rest[: head_phrase_end(rest)].strip() or rest
    written = phrase.split()[-1]
    kind = _kind_of(noun)
    if written[:1].isupper() and noun not in roles() and noun not in plural_roles() and kind != "organisation":
        return None  # "the country's Ann Lee": a name of its own
    if found.group(1):
        owner = Span.of(text, found.start(1), found.end(1))
    else:
        owner = Span.of(text, found.start(2), found.end(2))
    if written[:1].isupper() and phrase.split()[0][:1].isupper() and not names.within(start, found.end(), 1):
        return None  # "the U.S. Attorney's Office"
    anonymous = kind not in {"organisation", "document"}
    form: Form = "authored" if noun in authored() else "owned"
    return Mention(
        form, own_words(text[start:stop]), kind, anonymous, noun, owner=owner, owned=" ".join(phrase.split())
    )


def _authored(text: str, start: int, end: int) -> Mention | None:
    """A writing whose author is named: "a letter from Ann Lee"."""
    phrase = text[start:end]
    stop = head_phrase_end(phrase)
    noun = head_noun(phrase)
    if noun not in authored():
        return None
    author = _AUTHOR.match(phrase, stop) or _AUTHOR_ASIDE.search(phrase, stop)
    if author is None or ("released" in author.group() and noun not in _SPEAKS_FOR_RELEASER):
        return None
    owner = Span.of(text, start + author.end(), end)
    return Mention("authored", own_words(phrase), "document", False, noun, owner=owner, owned=phrase[:stop])


def _of_outlet(text: str, start: int, stop: int) -> Mention | None:
    """What an outlet tells: "the Norland Gazette story", "a report in the Norland Gazette"."""
    phrase = text[start:stop]
    noun = head_noun(phrase)
    if noun not in _TOLD_BY_OUTLETS:
        return None
    found = _IN_OUTLET.match(phrase) or _OUTLETS.match(phrase)
    if found is None:
        return None
    last = found.group(1).split()[-1].lower()
    if last not in organisation_kinds()["newspaper"] and "news" not in phrase[found.end(1) :].split():
        return None
    owner = Span.of(text, start + found.start(1), start + found.end(1))
    return Mention("authored", own_words(phrase), "document", False, noun, owner=owner, owned=noun)


def _kind_of(noun: str) -> SpeakerType:
    if noun in roles():
        return "person"
    if noun in plural_roles():
        return "group"
    return collectives().get(noun, "unknown")


def _name(text: str, start: int, stop: int, names: Names) -> Mention | None:
    """A capitalised name that ends the head, if there is one that is nobody the article introduces."""
    head = _SELF.sub("", text[start:stop])
    article = re.match(r"(?:the|an?)\s", head, re.IGNORECASE)
    named = names.organisations.at(start + (article.end() if article else 0))
    if named is not None and named.end == start + len(head) and named.organisation.known:
        return _organisation(named.organisation.name, names)
    found = [run for run in runs(head) if run[-1].end == len(head)]
    if not found or not head.strip():
        return None
    noun = head[: head_phrase_end(head)].split()
    if noun and (noun[-1].islower() or (found[-1][0].start >= head_phrase_end(head) and _describes(noun[-1].lower()))):
        return None  # "a lawyer for Ann Lee" is no name
    run = found[-1]
    told = names.organisations.at(start + run[0].start)
    if told is not None and told.end == start + len(head) and told.organisation.told:
        return _organisation(told.organisation.name, names)
    titled, name = strip_titles(run[1:] if len(run) > 1 and run[0].text in {"The", "A", "An"} else run)
    plain = [word.text for word in name]
    last = plain[-1].lower()
    determined = article is not None
    known = collectives().get(last)
    if (last in roles() or (last in epithets() and determined)) and (determined or len(plain) > 1):
        return Mention("description", own_words(head), "person", True, last)
    if last in plural_roles() or known == "group" or (determined and _PLURAL_NAME.match(plain[-1])):
        return Mention("description", own_words(head), "group", True, last)
    if known == "document":
        return Mention("name", _without_article(head), "document", False, last)
    short = "".join(plain).replace(".", "")
    if short.isupper() and names.organisations.spelled_out(short) is not None:
        return _organisation(short, names)
    between = head[article.end() : run[0].start] if article else ""
    if between.strip() and between.islower() and not is_organisation(plain) and len(plain) == 1:
        person = _bearer(titled, plain[0], names)
        return _person(person) if person else Mention("name", plain[0], "unknown", False, last)
    if determined or is_organisation(plain) or " ".join(plain) in places() or known == "organisation":
        return Mention("name", _without_article(head), "organisation", False, last)
    if len(plain) == 1 and (person := _bearer(titled, plain[0], names)) is not None:
        return _person(person)
    vouched = bool(titled) or (len(plain) > 1 and plain[0] in given_names())
    return Mention("name", " ".join(plain), "person" if vouched else "unknown", False, last)


def _describes(noun: str) -> bool:
    """Whether a noun in capitals only because it opens its sentence describes a speaker: "Records of the Senate"."""
    return noun in plural_roles() or noun in roles() or collectives().get(noun) in ("document", "group")


def _organisation(name: str, names: Names) -> Mention:
    short = name.replace(".", "")
    long = names.organisations.spelled_out(short) if short.isupper() else None
    return Mention("name", long or _without_article(name), "organisation", False, name.split()[-1].lower())


def _bearer(titled: list[Word], word: str, names: Names) -> Person | None:
    gender: Gender | None = next((t.gender for w in titled if (t := titles().get(w.text)) and t.gender), None)
    return pick(names.people.by_last(word), gender) or pick(names.people.by_first(word), gender)


def _one_of_them(text: str, start: int, end: int) -> Mention | None:
    """Whoever is picked out of several, told what they are or not: "one", "One of them, a waiter"."""
    words = " ".join(text[start:end].split())
    if words.lower() in _ONE_OF_THEM:
        return Mention("description", words, "person", True, "one")
    apposed = _ONE_OF.match(text, start, end)
    if apposed is None:
        return None
    described = _description(text, *apposed.span(1))
    return replace(described, type="person") if described.type in ("person", "unknown") else None


def _description(text: str, start: int, stop: int) -> Mention:
    phrase = text[start:stop]
    head = head_noun(_SELF.sub("", phrase))
    first = phrase.split()[0].lower() if phrase.split() else ""
    kind = collectives().get(head)
    phrase = _POINTS.sub(lambda found: "The " if found.group()[0].isupper() else "the ", _WHEN.sub("", phrase))
    if head in roles() and first not in QUANTIFIERS:
        return Mention("description", own_words(phrase), "person", True, head)
    if (head in epithets() or head.endswith("-year-old")) and _DETERMINED.match(phrase):
        return Mention("description", own_words(phrase), "person", True, head)
    if kind is None and head in organisation_kinds():
        kind = "organisation"
    if kind == "document" and first not in QUANTIFIERS:
        return Mention("description", own_words(phrase[: _document_end(phrase)]), "document", False, head)
    if kind is not None and first not in QUANTIFIERS:
        return Mention("description", own_words(phrase), kind, kind == "group", head)
    if head in plural_roles() or first in QUANTIFIERS or kind == "group":
        return Mention("description", own_words(phrase), "group", True, head)
    return Mention("description", own_words(phrase), "unknown", True, head)


_ONE_OF_THEM = frozenset({"one", "another", "the other", "one of them", "another of them", "the first", "the second"})
_ONE_OF = re.compile(
    r"(?:one|another|a second|a third)(?:\sof\s(?:them|these|those))?,\s"
    r"(an?\s[^,.;:—“”\"()\n]{2,90}?)(?=\swho\b|[,.;:—]|$)",
    re.IGNORECASE,
)

_POINTS = re.compile(r"^(?:this|that|these|those)\s", re.IGNORECASE)
"""What points at somebody told of before: "that review" is "the review"."""

_WHEN = re.compile(
    r"(?:\s(?:(?:last|this|earlier this|next)\s(?:week|month|year|night)|yesterday"
    r"|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))+$"
)
"""When somebody spoke, taken for a part of their description."""

_DOCUMENT_GOES_ON = re.compile(
    r"\s(?:(?:released|filed|disclosed|unsealed)(?! by\b)"
    r"|published|issued|obtained|posted|conducted|commissioned|taken|leaked|that|which|who|provided"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


_MADE_BY = re.compile(r"\s(?:issued|published|conducted|commissioned|taken)\sby\s")


def _document_end(phrase: str) -> int:
    """Where a document's own description ends: "a poll of voters | released Friday"."""
    end = _DOCUMENT_GOES_ON.search(phrase)
    return end.start() if end and not _MADE_BY.match(phrase, end.start()) else len(phrase)


def _without_article(head: str) -> str:
    words = " ".join(head.split())
    return re.sub(r"^(?:the|The)\s(?=[A-Z0-9])", "", words)[:LONGEST_NAME]
