"""What stands before a relative pronoun for it to refer to, by the words alone.

GAP            what may stand between a name and the "who" that refers to it
phrase_before  the phrase that ends right before the pronoun
"""

from __future__ import annotations

import re

from extractors.records import Span
from extractors.speakers.capitals import is_organisation
from extractors.speakers.words import plural_roles

LONGEST_GAP = 120
"""Code points before a relative pronoun in which its phrase must begin."""

GAP = re.compile(
    r"(?:\s\([^)]*\))?(?:\sof\s[A-Z][\w.’' ]{2,40}?(?:,\s[A-Z][a-z]+\.)?)?"
    r"(?:(?:,|\s?(?:—|–|--)\s(?=an?\s|the\s|one\s|two\s))\s?[^.;:!?\n“”\"]{3,80})?,?\s(?:[—–-]\s)?"
)
_THOSE = re.compile(r"(?:^|\s)(those),?\s$")
_NOUN_PHRASE = re.compile(
    r"(?:^|[\s“\"(])((?:the|an?|his|her|its|their|this|that|one|some|many|several)\s(?:(?!(?:her|his|its|their|at|with|to|and|that|by)\b)[\w’'-]+\s){0,5}?[\w’'-]+"
    r"(?:\s(?:of|for|from|in|at|on)\s(?:the\s|an?\s)?(?:[\w’'-]+\s){0,2}[\w’'-]+)?),?\s$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?:^|[\s“\"(])((?:[A-Z][\w.’'&-]*\s(?:of\s|for\s|the\s)*)*[A-Z][\w.’'&-]*),?\s$")
_PLURAL_PHRASE = re.compile(
    r"(?:^|\s)(([a-z]+s)(?:\s(?:of|for|in|at|from)\s(?:the\s|an?\s)?(?:[\w’'-]+\s){0,2}[\w’'-]+)?),?\s$"
)


def phrase_before(text: str, pronoun: Span) -> Span | None:
    """A plural or a name counts before any other noun; what hangs on a preposition only if it is of people."""
    start = max(0, pronoun.start - LONGEST_GAP)
    before = text[start : pronoun.start]
    for pattern in (_THOSE, _CAPITALS, _PLURAL_PHRASE, _NOUN_PHRASE):
        phrase = pattern.search(before)
        if phrase is None or (pattern is _PLURAL_PHRASE and phrase.group(2) not in plural_roles()):
            continue
        hangs = pattern is _CAPITALS and _hangs(before[: phrase.start(1)])
        several = phrase.group(1).split()[-1].lower() in plural_roles()
        body = pronoun.exact.lower() == "which" and is_organisation(phrase.group(1).split())
        if not hangs or several or body:
            return Span.of(text, start + phrase.start(1), start + phrase.end(1))
    return None


def _hangs(before: str) -> bool:
    return re.search(r"\b(?:in|at|from|of|on|near|for|by|with)\s(?:the\s)?$", before) is not None
