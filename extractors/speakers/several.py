"""Those whom one mention joins: "Ann Lee, Bob Ray and their lawyer", "the two senators, Ann Lee and Bob Ray".

several(text, start, stop, end, ...)   the members of a phrase, none where one speaker is meant
hangs_on(before)                       whether the name behind these words hangs on another noun
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.records import Span
from extractors.speakers.capitals import head_noun, head_phrase_end, is_organisation
from extractors.speakers.names import Names
from extractors.speakers.persons import Naming
from extractors.speakers.phrases import head_end, members
from extractors.speakers.words import PRONOUNS, collectives, offices, plural_roles, roles, titles

# fmt: off
QUANTIFIERS = frozenset({
    "some", "many", "others", "most", "several", "few", "all", "both", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "dozens", "hundreds", "thousands",
})
# fmt: on

_HOUSES = frozenset({"house", "senate", "state", "city", "county", "party", "campaign", "cabinet"})
"""Nouns for organisations that open a title of their own: "House Speaker"."""

PREPOSITION = re.compile(r"\b(?:of|for|by|to|from|in|at|with|about|against|like|including|addressed|on|than)\s")
_EXAMPLES = re.compile(
    r"(?:(?P<few>some|others|many|several|a few|few|a handful|(?:two|three|four|five|six)(?:\sothers?)?)\b"
    r"[^,;:—“”]{0,60}?(?:,|\s?[—–]|\s--)?\s(?:including|such as|like)"
    r"|[^,;:—“”]{3,60}?[a-z]s,?\s(?:like|such as))\s(?=\S)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:the\s)?[A-Z]")
_ALL = re.compile(r"\s(?:all|both|each)$")
_LISTED = re.compile(r"(?:[,;]|\b(?:and|as|like)|ing)\s$")

_ASIDE_AFTER = re.compile(r",\s(?:all|both|each|none)\b|,?\s?(?:—|–|--)")


def several(text: str, start: int, stop: int, end: int, names: Names, inside: Sequence[Naming]) -> tuple[Span, ...]:
    """`stop` is where the head of the phrase ends, `inside` are the namings in the phrase. One may stand for all."""
    all_of_them = _ALL.search(text, start, end)
    end = all_of_them.start() if all_of_them else end
    examples = _examples(text, start, end, names, inside)
    if examples:
        return examples
    parts = members(text, start, end, names.inside, lambda parts, two: _is_list(text, parts, two, inside))
    if parts:
        return tuple(Span.of(text, a, b) for a, b in parts)
    return _last_apposed(text, start, stop, end, names, inside) or _named_several(text, start, stop, end, names, inside)


def _examples(text: str, start: int, end: int, names: Names, inside: Sequence[Naming]) -> tuple[Span, ...]:
    """Those named of a group that the phrase tells nothing else of: "a few, such as Ann Lee and Bob Ray"."""
    opening = _EXAMPLES.match(text, start, end)
    if opening is None:
        return ()
    first = opening.end()
    parts = members(text, first, end, names.inside, lambda parts, _: all(_NAME.match(text, a) for a, _b in parts))
    named = [one for one in inside if one.start >= first and _LISTED.search(text, one.start - 6, one.start)]
    if len(named) > 1 or (named and not parts):
        return tuple(Span.of(text, one.start, one.end) for one in named) if opening["few"] else ()
    return tuple(Span.of(text, a, b) for a, b in parts or [(first, end)])


def hangs_on(before: str) -> bool:
    """Whether a name behind these words hangs on another noun: "a lawyer for ", but not "Secretary of State "."""
    preposition = None
    for found in PREPOSITION.finditer(before):
        preposition = found
    if preposition is None:
        return False
    rest = before[preposition.end() :].split()
    noun = before[: preposition.start()].split()
    if noun and noun[-1][:1].isupper() and noun[-1].lower() not in roles() and rest and _is_title(rest[-1]):
        return False  # "the Council for Rivers spokesman "
    if len(rest) > 1 and _is_title(rest[-1]) and rest[-2].lower() not in _HOUSES and is_organisation([rest[-2]]):
        return False  # "chairman of the Rivers Committee Sen. "
    return not rest or not all(word.capitalize() in offices() or word in {"the", "and"} for word in rest)


def _last_apposed(
    text: str, start: int, stop: int, end: int, names: Names, inside: Sequence[Naming]
) -> tuple[Span, ...]:
    """Two joined by "and", the second named by an apposition: "Ann Lee and her lawyer, Bob Ray"."""
    if stop >= end or not any(naming.start > stop for naming in inside):
        return ()
    parts = members(text, start, stop, names.inside, lambda parts, two: two and _is_list(text, parts, two, inside))
    if not parts:
        return ()
    return Span.of(text, *parts[0]), Span.of(text, parts[1][0], end)


def _named_several(
    text: str, start: int, stop: int, end: int, names: Names, inside: Sequence[Naming]
) -> tuple[Span, ...]:
    """Those whom an apposition names one by one: "the two senators, Ann Lee and Bob Ray"."""
    if head_noun(text[start:stop]) not in plural_roles() or stop >= end:
        return ()
    first = next((naming for naming in inside if naming.start >= stop), None)
    if first is None or text[stop : first.start].strip(" ,:—–-\u00a0"):
        return ()
    for naming in inside:
        if naming.start > first.start and _ASIDE_AFTER.match(text, naming.end, end):
            end = naming.end
            break
    parts = members(text, first.start, end, names.inside, lambda parts, _: len(inside) >= len(parts))
    return tuple(Span.of(text, a, b) for a, b in parts)


def _is_title(word: str) -> bool:
    return word.lower() in roles() or word.rstrip(".") in titles()


def _is_list(text: str, parts: Sequence[tuple[int, int]], two: bool, inside: Sequence[Naming]) -> bool:
    kinds = [_part_kind(text, a, b, inside) for a, b in parts]
    if two and kinds == ["name", "many"] and _one_noun(text, parts, inside):
        return False
    if two and kinds == ["name", "name"] and _one_office(text, parts, inside):
        return False
    if two and kinds == ["one", "name"]:
        return re.match(r"(?:the|an?|his|her|its|their)\s|.{2,60}[’']s?\s", text[parts[0][0] : parts[0][1]]) is not None
    if two:
        return (kinds[0] in {"name", "many", "pronoun"} and kinds[1] not in {"apposed", "rest"}) or kinds == [
            "one",
            "name",
        ]
    if kinds[0] == "many" and kinds[1] == "name" and re.match(r"the\s", text[parts[0][0] :], re.IGNORECASE):
        return False  # "the two senators, Ann Lee and Bob Ray"
    return kinds[0] in {"name", "many", "pronoun"} and all(kind in {"name", "many"} for kind in kinds[1:])


def _one_noun(text: str, parts: Sequence[tuple[int, int]], inside: Sequence[Naming]) -> bool:
    """Whether both parts share the noun at the end: "Treasury and Pentagon officials"."""
    (first, first_end), (second, _) = parts
    bare = not re.match(r"(?:the|an?)\s", text[first:first_end], re.IGNORECASE)
    return bare and text[second].isupper() and not any(first <= n.start and n.end <= first_end for n in inside)


def _one_office(text: str, parts: Sequence[tuple[int, int]], inside: Sequence[Naming]) -> bool:
    """Whether "and" stands inside an office before a name: "Housing and Urban Development Secretary Ann Lee"."""
    (first, first_end), (second, second_end) = parts
    naming = next((n for n in inside if second <= n.start and n.end <= second_end), None)
    if naming is None or any(first <= n.start and n.end <= first_end for n in inside):
        return False
    before = text[second : naming.name].split()
    return len(before) > 1 and _is_title(before[-1]) and not _is_title(before[0])


def _part_kind(text: str, start: int, end: int, inside: Sequence[Naming]) -> str:
    """name, pronoun, many (a plural), one (a description of a single one), apposed ("a lawyer"), rest."""
    phrase = text[start:end]
    if phrase.lower() in PRONOUNS:
        return "pronoun"
    stop = head_end(text, start, end)
    naming = next((n for n in inside if start <= n.start and n.end <= end), None)
    if re.match(r"an?\s|who\b|whose\b|which\b|including\b", phrase):
        return "apposed"
    if naming is not None and not hangs_on(text[start : naming.name]):
        return "name"
    noun = head_noun(phrase)
    written = phrase[: head_phrase_end(phrase)].split()
    first = phrase.split()[0].lower() if phrase.split() else ""
    if noun in plural_roles() or first in QUANTIFIERS or collectives().get(noun) == "group":
        return "many"
    if PREPOSITION.search(text[start:stop]) and written and written[-1].islower():
        return "rest"
    if written and written[-1][:1].isupper() and noun not in roles():
        return "name"
    if collectives().get(noun) == "organisation":
        return "name"
    return "one" if noun in roles() else "rest"
