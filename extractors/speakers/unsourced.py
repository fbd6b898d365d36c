"""The speaker of an attribution that names no source: whoever stands right beside its cue.

“It is late,” she | said        taken for a part of the content
Ann Lee later | wrote           before an active verb of saying, adverbs and auxiliaries between
"""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.attribution.found import FoundAttribution
from extractors.records import Span
from extractors.speakers.names import Names
from extractors.speakers.reference import Places

LONGEST_TAIL = 60
"""Code points at the end of a content in which a speaker that belongs to the cue is looked for."""

_BEHIND_MARK = re.compile(r"[”\"’']\s?((?:he|she|they|it|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}))\s?$")
_SAYS = re.compile(
    r"(?:(?:has|had|have|did|later|also|then|reportedly|once)\s)*(?:said|says|say|tweeted|wrote|told|added|argued|claimed|insisted"
    r"|noted|warned|called|declared|asked|acknowledged)\b(?! (?:for|about)\b)",
    re.IGNORECASE,
)
_BETWEEN_WORDS = (
    r"(?:,?\s(?:later|also|then|recently|once|himself|herself|reportedly|at the time|on \w+day|has|had|did|[a-z]+ly))*"
)
_ADVERBS = re.compile(rf"{_BETWEEN_WORDS},?\s?")
_PRONOUN_SUBJECT = re.compile(rf"\b([Hh]e|[Ss]he|[Tt]hey|[Ii]t){_BETWEEN_WORDS}\s?$")
_HEARD_SAYING = re.compile(
    r"(?:(?:has|had|have)\s)?(?:was|were|is|are|been)\s(?:\w+\s)?(?:quoted|cited|heard|overheard|caught|seen|shown|recorded)\b"
    r"(?:\s(?:\w+|in\s(?:the\s)?[A-Z]\w+)){0,3}?\s(?:saying|telling|claiming|arguing|calling|asking|praising|mocking|warning|urging)\b"
    r"|(?:was|were|is|are)\s(?:\w+\s)?(?:expected|set|scheduled|due|likely|poised|going)\sto\s(?:say|tell|argue|announce|propose|call|urge"
    r"|warn|insist|declare|promise|vow|ask|claim)\b"
)
"""What follows the one who speaks in the passive: "was quoted as saying", "is expected to say"."""

LONGEST_PASSIVE = 80
"""Code points in which such words end; the cue may be only the first of them."""

_HANGS = re.compile(r"\b(?:of|for|with|to|by|and|or|that|than)\s$")


def beside_cue(text: str, one: FoundAttribution, names: Names, places: Places) -> Span | None:
    """The words that name the speaker, None where nobody stands there or the attribution has no cue."""
    if one.cue is None:
        return None
    return _swallowed(text, one, one.cue) or _subject_of(text, one.cue, names, places)


def _swallowed(text: str, one: FoundAttribution, cue: Span) -> Span | None:
    """A speaker between the closing mark of a quotation and its cue."""
    content = max(one.contents)
    if not 0 <= cue.start - content.end <= 1:
        return None
    tail = _BEHIND_MARK.search(text, max(content.start, content.end - LONGEST_TAIL), content.end)
    return Span.of(text, tail.start(1), tail.end(1)) if tail else None


def _subject_of(text: str, cue: Span, names: Names, places: Places) -> Span | None:
    if not _SAYS.match(cue.exact) and not _HEARD_SAYING.match(text, cue.start, cue.start + LONGEST_PASSIVE):
        return None
    start, _ = places.sentence_range(cue.start)
    before = text[max(start, cue.start - 60) : cue.start]
    pronoun = _PRONOUN_SUBJECT.search(before)
    if pronoun is not None:
        at = cue.start - len(before)
        return Span.of(text, at + pronoun.start(1), at + pronoun.end(1))
    last = bisect_left(names.namings, cue.start, key=lambda naming: naming.start) - 1
    if last < 0 or names.namings[last].start < start:
        return None
    naming = names.namings[last]
    if not _ADVERBS.fullmatch(text, naming.end, cue.start):
        return None
    if _HANGS.search(text[max(start, naming.start - 8) : naming.start]):
        return None
    return Span.of(text, naming.start, naming.end)
