"""What an article tells of a speaker whom it does not name: kind, number, affiliation, and whether it spoke to them.

    anonymity_of("three Treasury officials", "group")   official, 3, "Treasury"
    speaks_to("told the Ledger on Friday", "Ledger")     True in the Ledger's own article

A phrase is the speaker's name as `extractors.speakers.mentions` gives it, which for somebody without a name are the
words of the description.
"""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from extractors import lexicons
from extractors.records import Anonymity, AnonymityKind, SpeakerType
from extractors.speakers.capitals import head_noun, head_phrase_end
from extractors.speakers.words import PRONOUNS, collectives, plural, roles
from extractors.word_lists import word_list, word_set

_NUMBERS = {
    word: value
    for value, word in enumerate(
        word_list(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
            " eighteen nineteen twenty"
        ),
        start=1,
    )
}
"""As far as news prose writes out how many spoke; larger numbers stand in digits."""

_CLOSE_TO = re.compile(
    r"\b(?:close to|familiar with|briefed on|near to|knowledge of|involved in|who (?:was|were) (?:briefed|present))\b"
)
_BOUND = re.compile(
    r"(?:(?:at least|at most|about|around|nearly|almost|more than|over|roughly|some|up to|all|the|other)\s)+",
    re.IGNORECASE,
)
_DOZENS = re.compile(r"(?:(\w+)\s)?dozen\b(?!s)", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:an?\s)?(?:couple|pair|trio|dozens|hundreds|thousands|scores|number|handful|majority|some|many|most|several|all|both|two|three|four|five)"
    r"\sof\s(?=(?:the\s)?\S)",
    re.IGNORECASE,
)
_PAIRS = {"couple": 2, "pair": 2, "duo": 2, "trio": 3}
_BELONGS = re.compile(
    r"\s(?:of|for|from|at|with|within|inside|in|close to|who works? for|working for)\s(?:the\s|an?\s)?"
)
_TALK_ABOUT = re.compile(r"\s(?:that|who|which|on|after|before|familiar|briefed|when|while|about|and)\b|[,;(]")
_OWNER = re.compile(r"(?:(?:the|an?)\s)?(.{2,80}?)(?:[’']s|(?<=s)[’'])\s")
_ONLY_DESCRIBES = word_set(
    "senior top former current other some many several most few all both unnamed anonymous unidentified multiple"
    " numerous various local leading independent high-level high-ranking one two three four five six seven eight nine"
    " ten no any every each another a an the this that these those dozens hundreds thousands dozen couple pair nearly"
    " about almost more than at least his her its their young"
)
_TALKS = (
    r"(?:told|spoke(?:n)? (?:to|with)|speaking (?:to|with)|interview with|said to|statement to|e-?mail(?:ed)? to"
    r"|confirmed to|shared with|disclosed to|comments? to|remarks? to)"
)
_ITSELF = re.compile(
    rf"\b{_TALKS}\s(?:us|me|this (?:newspaper|paper|magazine|reporter|website)|our (?:reporter|correspondent)s?)\b",
    re.IGNORECASE,
)


@cache
def unnamed_kinds() -> dict[str, AnonymityKind]:
    """The kind that a noun tells, singular or plural, in small letters."""
    kinds: dict[str, AnonymityKind] = {kind: kind for kind in get_args(AnonymityKind)}
    found: dict[str, AnonymityKind] = {}
    for line in lexicons.lines("unnamed"):
        name, _, listed = line.partition(":")
        for word in (word.strip() for word in listed.split(",")):
            found.setdefault(word, kinds[name])
            found.setdefault(plural(word), kinds[name])
    return found


def anonymity_of(phrase: str, of: SpeakerType, first_hand: bool) -> Anonymity | None:
    """What a description tells of whoever it stands for; None where it tells not even what they are."""
    counted = _COUNTED.match(phrase)
    described = phrase[counted.end() :] if counted else phrase
    kind = _kind(described, of)
    return None if kind is None else Anonymity(kind, _number(phrase, of), _affiliation(described), first_hand)


def speaks_to(words: str, source: str | None) -> bool:
    """Whether `words` say that somebody spoke to the outlet `source`, or to "us"; for "reporters" False."""
    if _ITSELF.search(words):
        return True
    if source is None or not source.strip():
        return False
    name = re.sub(r"^the\s", "", source.strip(), flags=re.IGNORECASE)
    return re.search(rf"\b{_TALKS}\s(?:the\s)?{re.escape(name)}\b", words, re.IGNORECASE) is not None


def _kind(phrase: str, of: SpeakerType) -> AnonymityKind | None:
    noun = head_noun(phrase)
    told = unnamed_kinds().get(noun)
    if of == "document":
        return (
            "poll"
            if told == "poll"
            else "unspecified_report"
            if noun in ("reports", "rumours", "rumors")
            else "document"
        )
    if phrase.lower() in PRONOUNS or of not in ("person", "group"):
        return None
    if told != "official" and _CLOSE_TO.search(phrase):
        return "source_close_to"
    if told is not None and told != "poll":
        return told
    return "group" if of == "group" else "individual"


def _number(phrase: str, of: SpeakerType) -> int | None:
    """How many they are, the least where a bound is told ("at least three")."""
    if of == "person":
        return 1
    words = phrase[_bound_end(phrase) :]
    dozens = _DOZENS.match(words)
    if dozens is not None:
        times = (dozens.group(1) or "a").lower()
        return 12 * (1 if times == "a" else _NUMBERS.get(times, 0)) or None
    pair = re.match(r"(?:a\s)?(\w+)", words, re.IGNORECASE)
    first = pair.group(1).lower() if pair else ""
    if first in _PAIRS:
        return _PAIRS[first]
    if first.replace(",", "").isdigit():
        return int(first.replace(",", ""))
    return _NUMBERS.get(first)


def _bound_end(phrase: str) -> int:
    bound = _BOUND.match(phrase)
    return bound.end() if bound else 0


def _affiliation(phrase: str) -> str | None:
    """Whose they are: "a spokesman for the port", "Treasury officials", "the port's lawyers"."""
    owner = _OWNER.match(phrase)
    if owner is not None:
        return owner.group(1)
    end = head_phrase_end(phrase)
    return _complement(phrase, end) or _premodifier(phrase[:end])


def _complement(phrase: str, start: int) -> str | None:
    for found in _BELONGS.finditer(phrase, start):
        stop = _TALK_ABOUT.search(phrase, found.end())
        name = phrase[found.end() : stop.start() if stop else len(phrase)].strip()
        within = found.group().strip().startswith("in")
        is_organisation = collectives().get(head_noun(name)) == "organisation"
        if name and (is_organisation or (name[0].isupper() and not within)):
            return name
    return None


def _premodifier(head: str) -> str | None:
    """The capitalised words, or the noun for an organisation, before the noun that describes them."""
    words = head.split()[:-1]
    while words and (words[0].lower() in _ONLY_DESCRIBES or words[0].replace(",", "").isdigit()):
        words.pop(0)
    capitals = [at for at, word in enumerate(words) if word[:1].isupper() and word.lower() not in roles()]
    if capitals:
        return " ".join(words[capitals[0] : capitals[-1] + 1])
    organisations = [word for word in words if collectives().get(word.lower()) == "organisation" and word != "news"]
    return organisations[-1] if organisations else None
