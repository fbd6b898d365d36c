"""Persons whom an article only describes and another one names: "the former Norland president" and "Ann Lee, a former
president of Norland", "Ms. Hale's lawyer" and "Bob Ray, a lawyer for Ms. Hale".

    described(articles, shown) -> names of described speakers

A description is somebody's if its noun and all else it tells is in one title, office or apposition of theirs; whose
they are ("the mayor's budget director") is asked only where nothing else is told ("the mayor's lawyer"). It must fit
one person of the story and nobody else; one who is nowhere named cannot be seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.records import Span
from extractors.speakers.capitals import head_noun
from matching.name_forms import SMALL, plain
from matching.records import Article

_OFFICES = {
    "attorney": "lawyer",
    "chair": "chairman",
    "chairperson": "chairman",
    "chairwoman": "chairman",
    "congressman": "representative",
    "congresswoman": "representative",
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
}
"""Nouns for an office under another one for it, so that "attorney" is "lawyer"."""

_SAYS_NOTHING = SMALL | {"a", "an", "to", "by", "with", "from", "this", "that", "mr", "mrs", "ms", "dr"}
_GONE = frozenset({"former", "ex", "onetime", "late"})

_FEWEST_WORDS = 2
"""Words of a description that tell something: "the senator" alone may be any."""

_REACH = 60
"""Code points before a title in which the words stand that belong to it."""

_BEFORE = re.compile(r"(?:[\w’'-]+\s){1,3}$")
_OWNER = re.compile(r"^.*(?:[’']s|s[’'])\s(?=\S)")


@dataclass(frozen=True, slots=True)
class _Told:
    """What one title, office or apposition tells of the bearer of a name."""

    name: str
    words: frozenset[str]


def described(articles: Sequence[Article], shown: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """The names of persons who are only described, by article and description. `shown`: what names become."""
    told = _told(articles, shown)
    found: dict[tuple[str, str], str] = {}
    for article in articles:
        for speaker in article.extraction.speakers:
            if speaker.type == "person" and speaker.anonymous:
                fitting = {one.name for one in told if _fits(speaker.name, one)}
                if len(fitting) == 1:
                    found[article.id, speaker.name] = fitting.pop()
    return found


def _told(articles: Sequence[Article], shown: Mapping[tuple[str, str], str]) -> list[_Told]:
    return [
        _Told(shown.get((article.id, speaker.name), speaker.name), _words(_before(article, role) + role.exact))
        for article in articles
        for speaker in article.extraction.speakers
        if speaker.type == "person" and not speaker.anonymous
        for role in speaker.roles
    ]


def _before(article: Article, role: Span) -> str:
    """The words right before a title, which may belong to it: "Former Norland | President Ann Lee"."""
    found = _BEFORE.search(article.text, max(0, role.start - _REACH), role.start)
    return found.group() if found else ""


def _fits(description: str, told: _Told) -> bool:
    own = _OWNER.sub("", description)
    noun, words = head_noun(own), _words(own)
    if len(words) < _FEWEST_WORDS:  # whose it is tells the rest: "Ms. Hale's lawyer"
        words = _words(description)
    holds = bool(words & _GONE) == bool(told.words & _GONE)
    return holds and len(words) >= _FEWEST_WORDS and _OFFICES.get(noun, noun) in words <= told.words


def _words(phrase: str) -> frozenset[str]:
    found = (re.sub(r"[’']s?$", "", word.strip(".,")) for word in re.split(r"[\s-]+", plain(phrase)))
    return frozenset(_OFFICES.get(word, word) for word in found if word and word not in _SAYS_NOTHING)
