"""Turns of a transcript: a name in capitals and a colon at the head of paragraphs, each turn credited to its name.

    ADA OKORO: We will not sell.                “OKORO: We will not sell.

    LEE: Why not?                               “It feeds us.

    ADA OKORO: It feeds us.                     “LEE: And then?”

On the right every paragraph is opened by a mark, as in a quotation that goes on; so a turn goes on, too, until the next
one. What is credited within a turn (“Lee said so”) is said in it.

Not covered: names in small letters, which look like headings; `fixed_forms` takes three turns of one name, where the
model found nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.attribution.found import FoundAttribution
from extractors.marks import paragraphs
from extractors.records import Span

FEWEST_TURNS = 2
"""Turns of one name from which on it speaks, and with it all names behind a mark: "BYLINE: ..." stands alone."""

SCORE = 0.84
"""How often annotators had the same content and source for a name and a colon at the head of a paragraph: 15 of 17 in
PolNeAR's training part, with one right and one wrong added, few as they are."""

SHOUTED = r"[^\W\d_a-z](?:[^\W\d_a-z]|[’'. -]){1,38}[^\W\d_a-z]"

LABELS = re.compile(
    r"(?:UPDATE|WATCH|PHOTOS?|VIDEO|NOTE|CORRECTION|RELATED|MORE|READ|BREAKING|EXCLUSIVE|OPINION|ANALYSIS|EDITOR|WARNING"
    r"|SPOILER|TOPLINE|FACT|KEY|WHO|WHAT|WHERE|WHEN|WHY|HOW|THE|LIVE|SOURCES?|POLLS?|STORY|HEADLINE|DATELINE|PS|P\.S\."
    r"|[A-Z]{3,9}DAY|UPDATED|PUBLISHED|CREDIT|IMAGE|[QA])\b.*",
    re.IGNORECASE,
)
"""What stands before a colon and speaks nothing."""

_HEAD = re.compile(rf"(?P<mark>[\"“]?)(?P<source>{SHOUTED})(?:\s?\([^()\n]{{1,40}}\))?(?P<cue>:)\s+(?=\S)")
_ASIDE = re.compile(r"[\"“]?[(\[][^()\[\]\n]*[)\]][\"”.]*")
_OPENING = ("“", '"')
_CLOSING = '”"'
_MARKS = "“" + _CLOSING


def find_turns(text: str) -> tuple[FoundAttribution, ...]:
    """The turns of a text in reading order. Linear in the length of the text."""
    blocks = list(paragraphs(text))
    heads = [_HEAD.match(text, start, end) for start, end in blocks]
    named = Counter(head["source"] for head in heads if head and not LABELS.fullmatch(head["source"]))
    most = max(named.values(), default=0)
    found: list[FoundAttribution] = []
    speaking: re.Match[str] | None = None
    for head, (start, end) in zip(heads, blocks, strict=True):
        goes_on = speaking is not None and speaking["mark"] and text.startswith(_OPENING, start)
        closes = _closes(text, start, end)
        if head is not None and (most if head["mark"] else named[head["source"]]) >= FEWEST_TURNS:
            stop = end - bool(head["mark"] and closes)
            speaking = head if head["source"] in named and head.end() < stop else None
            if speaking is not None:
                source, cue = Span.of(text, *head.span("source")), Span.of(text, *head.span("cue"))
                content = Span.of(text, head.end(), stop)
                found.append(FoundAttribution(source, cue, (content,), SCORE, "form:transcript"))
        elif goes_on and (closes or _signs(text, start, end) % 2):
            if not _ASIDE.fullmatch(text, start, end):
                content = Span.of(text, start + 1, end - closes)
                found[-1] = replace(found[-1], contents=(*found[-1].contents, content))
        else:
            speaking = None
        if speaking is not None and speaking["mark"] and closes:
            speaking = None
    return tuple(found)


def _signs(text: str, start: int, end: int) -> int:
    return sum(text.count(sign, start, end) for sign in _MARKS)


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a paragraph that a mark opens ends with that which closes it."""
    return end - start > 2 and text[end - 1] in _CLOSING and _signs(text, start, end) % 2 == 0


def with_turns(found: Sequence[FoundAttribution], turns: Sequence[FoundAttribution]) -> tuple[FoundAttribution, ...]:
    """The turns, and what is credited inside one of them or outside all, in reading order of the first content."""
    if not turns:
        return tuple(found)
    held = sorted((part.start, part.end) for turn in turns for part in turn.contents)
    named = [(part.start, part.end) for turn in turns for part in (turn.source, turn.cue) if part is not None]
    begun = sorted(held + named)

    def turn_at(span: Span | None) -> tuple[int, int] | None:
        """The part of a turn that a span meets."""
        at = bisect_left(begun, (span.end, 0)) - 1 if span else -1
        return begun[at] if span and at >= 0 and begun[at][1] > span.start else None

    said = set(held)
    kept = [
        one for one in found if turn_at(one.cue) in said or not any(map(turn_at, (one.source, one.cue, *one.contents)))
    ]
    return tuple(sorted((*kept, *turns), key=lambda one: (one.contents[0].start, -one.contents[0].end)))
