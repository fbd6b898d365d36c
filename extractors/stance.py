"""What the words that attribute say of the speaker's stance: "claimed" asserts, "conceded" concedes, "vowed" promises.

stance_of(cue)   the first word or phrase of the cue that has a stance, turned where the cue negates it

The list, `lexicons/stances.txt`, gives for every word its stance and its stance under negation: who does not admit a
thing denies it, who does not deny it has said nothing. Words that are not listed are neutral, as are refusals to speak.

Not covered: irony, adverbs of manner ("flatly said"), and stance carried by the content alone ("I deny it", he said).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from extractors import lexicons
from extractors.records import Stance

LONGEST_PHRASE = 5  # words: "is of the opinion" has four, with one to spare

NEGATIONS = frozenset({"not", "never", "no", "nor", "neither", "without", "cannot", "hardly", "nobody", "none"})
REFUSALS = frozenset({"refuse", "decline", "fail", "hesitate", "stop", "avoid", "omit", "forget", "neglect"})
"""Verbs that negate the verb after them: "refused to admit", "stopped short of accusing"."""

_WORD = re.compile(r"[\w-]+(?:'[a-z]+)?")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class _Entry:
    affirmed: Stance
    negated: Stance


def stance_of(cue: str | None) -> Stance:
    """The stance of a cue; "neutral" for None, for words without one and for words not listed.

    Where a cue holds several ("denied, insisting"), the first that is not neutral counts; of phrases that begin at the
    same word the longest.
    """
    words = _WORD.findall((cue or "").lower().replace("’", "'"))
    entries, bases = _lexicon()
    at = 0
    while at < len(words):
        length, entry = _longest_at(words, at, entries, bases)
        if entry is not None:
            stance = entry.negated if _negated(words[:at], bases) else entry.affirmed
            if stance != "neutral":
                return stance
        at += length
    return "neutral"


def _longest_at(
    words: list[str], at: int, entries: dict[tuple[str, ...], _Entry], bases: dict[str, str]
) -> tuple[int, _Entry | None]:
    for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        phrase = (bases.get(words[at], words[at]), *words[at + 1 : at + length])
        if phrase in entries:
            return length, entries[phrase]
    return 1, None


def _negated(before: list[str], bases: dict[str, str]) -> bool:
    """Whether an odd number of negations stands before: "did not refuse to admit" admits."""
    signs = sum(word in NEGATIONS or word.endswith("n't") or bases.get(word) in REFUSALS for word in before)
    return signs % 2 == 1


@cache
def _lexicon() -> tuple[dict[tuple[str, ...], _Entry], dict[str, str]]:
    """The entries by phrase, and every inflected form with its base."""
    entries: dict[tuple[str, ...], _Entry] = {}
    bases = {form: base for base in sorted(REFUSALS) for form in _regular_forms(base)}
    irregular: dict[str, str] = {}
    for line in lexicons.lines("stances"):
        head, _, body = line.partition(":")
        if head == "irregular":
            base, *forms = body.split()
            irregular |= dict.fromkeys([base, *forms], base)
            continue
        affirmed, negated = (_stance(word.strip()) for word in head.split("/"))
        for phrase in body.split(","):
            words = tuple(phrase.split())
            entries[words] = _Entry(affirmed, negated)
            bases |= dict.fromkeys(_regular_forms(words[0]), words[0])
    return entries, bases | irregular


def _stance(word: str) -> Stance:
    if word not in get_args(Stance):
        raise ValueError(f"no stance is called {word!r}")
    return cast(Stance, word)


def _regular_forms(base: str) -> list[str]:
    """Base, -s, -ed and -ing, with and without a doubled last letter, since which is right depends on stress.

    The wrong ones ("claimmed") are harmless: nobody writes them.
    """
    if base.endswith("e"):
        return [base, base + "s", base + "d", base[:-1] + "ing"]
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    plural = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    doubled = base + base[-1]
    return [base, plural, base + "ed", base + "ing", doubled + "ed", doubled + "ing"]
