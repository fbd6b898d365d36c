"""The parts of a mention's phrase: where it really begins and ends, its head, its appositions, its coordinated members.

settle(text, span)         offsets of the mention with a name cut in two made whole and loose ends left out
head_end(text, a, b)       where the head ends: before the first comma, bracket or dash
segments(text, a, b)       what stands between the commas behind the head
members(text, a, b, ...)   the parts that "and" joins, none if the phrase is one mention
speaking_ends(text, spans) where the names of those who speak may end
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from extractors.records import Span
from extractors.speakers.capitals import is_title
from extractors.speakers.words import openers

Range = tuple[int, int]

_LOOSE_END = re.compile(r"(?:[\s,;:—–-]|,?\s(?:who|which|that|and|or|on|to|in|of|for|by|from|at|with|also))+$")
_LOOSE_START = re.compile(r"^(?:[\s,;:—–-]|(?i:both|either|even|only|when|as|by|according to)\s(?=[A-Z]|the\s))+")
_RUN_ON = re.compile(r"\.?\s(?!The\b|A\b|In\b|On\b)(?:[A-Z][\w’'‑-]*\.?(?:\s(?=[A-Z]))?){1,4}")
_INITIAL = re.compile(r"[A-Z]\.?")
_RUN_UP = re.compile(r"(?<=[a-z,]\s)((?:[A-Z][\w’'‑-]*\s(?:[A-Z]\.\s)?){1,3})$")
_HEAD_END = re.compile(r"\s*(?:,(?!\s(?:Jr|Sr)\b)|\(|—|;|\s[-–]\s)")
_PLACE = re.compile(r"[A-Z][\w. ]+,\s[A-Z][a-z]{1,5}\.,\s(?=[A-Z])")
_BEARER = re.compile(r"(?:[A-Z][\w’'‑-]*\.?\s){0,3}[A-Z][\w’'‑-]*")
_WHEN = re.compile(r"(?<=[a-z])\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_JOINT = re.compile(r"\s(?:and|or)\s")
_OPENING_NAME = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,3}[A-Z][\w’'-]*(?=\s(?:of|at|from|with|in)\s)")
_SEPARATOR = re.compile(r"[,;]?\s(?:and|or|as well as|along with)\s|[,;]\s")

LONGEST_LIST = 30
"""Members of a mention that are read one by one; the rest is left out of its name."""

LONGEST_STATE = 12
"""Code points behind a mention in which an abbreviated state may end, so that the mention is only a town's name."""

LONGEST_PHRASE = 600
"""Code points of a mention that are read. Longer ones are whole passages taken for a mention."""


def settle(text: str, span: Span) -> Range:
    """Offsets that begin and end with a word; the span itself where nothing else is left."""
    start, end = span.start, min(span.end, span.start + LONGEST_PHRASE)
    phrase = text[start:end]
    loose = _LOOSE_START.match(phrase)
    if loose is not None and loose.end() < len(phrase):
        start += loose.end()
    loose = _LOOSE_END.search(text[start:end])
    if loose is not None and loose.start() > 0:
        end = start + loose.start()
    if re.match(r"[’']s?\b", text[start:end]) and start and text[start - 1].isalnum():
        while start and (text[start - 1].isalnum() or text[start - 1] in "-‑"):
            start -= 1  # a mention that lost its name: "'s"
    words = text[start:end].split()
    if not words:
        return span.start, span.end
    runs_on = (
        is_title(words[-1].rstrip("."))
        or (len(words) > 1 and _INITIAL.fullmatch(words[-1]))
        or (len(words) == 2 and words[0] in {"The", "the"})
    )
    if runs_on and words[-1][0].isupper():
        more = _RUN_ON.match(text, end, end + 80)
        end = more.end() if more else end
    if words[0][0].isupper() and not is_title(words[0].rstrip(".")) and words[0] not in openers():
        up = _RUN_UP.search(text, max(0, start - 40), start)
        if up is not None and up.group(1).split()[0] not in openers():
            start = up.start(1)
    place = _PLACE.match(text, start, end + LONGEST_STATE)
    if place is not None and place.end() > end:  # "Port Elm, | Norl., Mayor Ann Lee": the model took the town for all
        bearer = _BEARER.match(text, place.end())
        return place.end(), bearer.end() if bearer else end
    when = _WHEN.search(text[start:end])
    return (place.end() if place else start), (start + when.start() if when else end)


def head_end(text: str, start: int, end: int) -> int:
    """Where the head of a phrase ends: before its apposition or bracket, a possessive ending left out."""
    stop = _HEAD_END.search(text, min(start + 1, end), end)
    end = stop.start() if stop else start + len(text[start:end].rstrip(" \n\u00a0,"))
    head = text[start:end]
    possessive = re.search(r"[’']s?$", head)
    return end - len(possessive.group()) if possessive and len(head) > len(possessive.group()) else end


def segments(text: str, start: int, end: int) -> Iterator[Range]:
    """What stands between the commas and dashes of a phrase behind its head, brackets left out."""
    depth, begin = 0, None
    for i in range(start, end):
        sign = text[i]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif depth <= 0 and (sign in ",;—" or (sign in "–-" and text[i - 1 : i + 2] == f" {sign} ")):
            if begin is not None and begin < i:
                yield _trimmed(text, begin, i)
            begin = i + 1
    if begin is not None and begin < end:
        yield _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def members(
    text: str, start: int, end: int, inside_name: Callable[[int], bool], joins: Callable[[list[Range], bool], bool]
) -> list[Range]:
    """The parts a list of speakers is made of; `joins` decides whether they are members or one speaker's phrase.

    `inside_name` tells whether an "and" at an offset is part of a name. `joins` is given the parts and whether there
    are only two of them, joined by "and".
    """
    parts: list[Range] = []
    depth, begin, conjoined = 0, start, False
    at = start
    while at < end:
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
        found = _SEPARATOR.match(text, at, end) if depth <= 0 else None
        if found is not None and not inside_name(at) and not re.match(r",\s(?:Jr|Sr)\b", text[at : at + 5]):
            conjoined = "," not in found.group()[-2:] and ";" not in found.group()[-2:]
            if begin < at:
                parts.append(_trimmed(text, begin, at))
            begin = at = found.end()
            continue
        at += 1
    if not parts or begin >= end or not conjoined:
        return []
    parts.append(_trimmed(text, begin, end))
    return parts[:LONGEST_LIST] if joins(parts, len(parts) == 2) else []


def speaking_ends(text: str, sources: Sequence[Span]) -> frozenset[int]:
    """Offsets at which speakers' own names may end: the heads of mentions, and the names in their appositions."""
    ends: set[int] = set()
    for source in sources:
        start, end = settle(text, source)
        ends.add(head_end(text, start, end))
        for a, b in ((start, end), *segments(text, start, end)):
            at = a
            for joint in (*_JOINT.finditer(text, a, b), None):
                ends.add(head_end(text, at, joint.start() if joint else b))
                opening = _OPENING_NAME.match(text, at, b)
                if opening is not None:
                    ends.add(opening.end())
                at = joint.end() if joint else b
    return frozenset(ends)
