"""Quotation marks as signs on the page: which signs there are, and what stands on either side of each.

paragraphs(text)          stretches a quotation may not leave unmarked
marks(text, start, end)   the signs of one paragraph in order, each with its glyph's and its surroundings' opinion

A glyph has an opinion of its own (“ opens, ” closes, " may do either) and so have the surroundings (a mark after a
space and before a letter opens). Signs that are no quotation marks at all are left out here where that is certain
without pairing: apostrophes inside words, known elisions (’em, ’90s), doubled apostrophes inside a word. What depends
on other marks (players', 5") is left to `extractors.quotations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "guillemet"]
Opinion = Literal["open", "close", "either"]

SIGN = re.compile(r"``|'+|’+|‘+|[\"“”„‟＂«»‚‛]")

_FAMILY_AND_GLYPH: dict[str, tuple[Family, Opinion]] = {
    '"': ("double", "either"),
    "＂": ("double", "either"),
    "''": ("double", "either"),
    "“": ("double", "open"),
    "„": ("double", "open"),
    "‟": ("double", "open"),
    "``": ("double", "open"),
    "‘‘": ("double", "open"),
    "”": ("double", "close"),
    "’’": ("double", "close"),
    "«": ("guillemet", "open"),
    "»": ("guillemet", "close"),
    "'": ("single", "either"),
    "‘": ("single", "open"),
    "‚": ("single", "open"),
    "‛": ("single", "open"),
    "’": ("single", "close"),
}

OPENERS = frozenset("([{<>—–-/=*_~|\\")
"""Signs after which a quotation may open without a space."""

CLOSERS = frozenset(")]}<>—–-/*_~|,.;:!?…\\")
"""Signs before which a quotation may close without a space."""

INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Zero-width characters stand where spaces stood on the web page the text was taken from."""

# fmt: off
LEADING_ELISIONS = frozenset({
    "tis", "twas", "twere", "twill", "twould", "em", "til", "till", "cause", "cuz", "coz", "bout", "nuff", "n", "neath",
    "twixt", "gainst", "nother", "scuse", "round", "hood", "burbs", "sup", "kay", "ello", "ere", "fraid", "cept",
})
"""Words written with an apostrophe in front."""

TRAILING_ELISIONS = frozenset({
    "ol", "o", "an", "th", "wi", "lil", "po", "mo", "fo", "gov", "t", "d", "y", "ya",
})
"""Words written with an apostrophe behind."""
# fmt: on

_ELIDED = re.compile(r"[^\W\d_]{1,7}\b")
_DECADE = re.compile(r"\d0s\b|\d\d\b")
_WORD_BEHIND = 8  # code points: one more than the longest trailing elision and the space before it need

HARD_WRAP_SHARE = 0.4
"""Share of single newlines followed by a small letter from which on a text counts as wrapped by hand. Of 840 articles
of US newspapers, 55 of the 56 with single newlines have less than 0.1 and one 0.3; the same articles wrapped by hand at
72 columns have 0.4 or more, all but one."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NEWLINE = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, code points `[start, end)` of the text.

    `glyph` and `context` say what the sign itself and its neighbours speak for. `before` and `after` are the nearest
    characters outside the run of marks it stands in, "" at the ends of a paragraph. `alone` is False inside a run of
    several marks. `leading` is its position in the run that begins a paragraph, None elsewhere.
    """

    start: int
    end: int
    sign: str
    family: Family
    glyph: Opinion
    context: Opinion
    before: str
    after: str
    alone: bool
    leading: int | None


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs, blank ones left out, without the white space around them.

    A newline ends a paragraph, unless the lines are wrapped by hand; then a blank line does.
    """
    single = within = 0
    for newline in _NEWLINE.finditer(text):
        if newline.group().count("\n") == 1:
            single += 1
            within += text[newline.end() : newline.end() + 1].islower()
    gap = _BLANK_LINE if single > 1 and within >= HARD_WRAP_SHARE * single else _NEWLINE
    start = 0
    for found in gap.finditer(text):
        yield from _trimmed(text, start, found.start())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def marks(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of the paragraph `[start, end)` in order. Linear in its length."""
    found: list[Mark] = []
    run: list[tuple[int, int]] = []
    for sign in SIGN.finditer(text, start, end):
        if run and sign.start() != run[-1][1]:
            found += _marks_of_run(text, run, start, end)
            run = []
        run += _split(text, sign.start(), sign.end(), start)
    return found + _marks_of_run(text, run, start, end)


def _split(text: str, start: int, end: int, paragraph: int) -> list[tuple[int, int]]:
    """A run of apostrophes as doubled and single ones: ''' opens as '' and ', and closes as ' and ''."""
    length = end - start
    if length <= 2 or text[start] not in "'’‘":
        return [(start, end)]
    odd = length % 2
    closing = start > paragraph and not _blank(text[start - 1]) and text[start - 1] not in OPENERS
    head = [(start, start + 1)] if odd and closing else []
    tail = [(end - 1, end)] if odd and not closing else []
    first = start + len(head)
    return head + [(at, at + 2) for at in range(first, end - len(tail), 2)] + tail


def _marks_of_run(text: str, run: list[tuple[int, int]], start: int, end: int) -> list[Mark]:
    if not run:
        return []
    before = text[run[0][0] - 1] if run[0][0] > start else ""
    after = text[run[-1][1]] if run[-1][1] < end else ""
    context = _context(before, after)
    built = []
    for position, (at, stop) in enumerate(run):
        sign = text[at:stop]
        family, glyph = _FAMILY_AND_GLYPH[sign]
        mark = Mark(
            start=at,
            end=stop,
            sign=sign,
            family=family,
            glyph=glyph,
            context=context,
            before=before,
            after=after,
            alone=len(run) == 1,
            leading=position if run[0][0] == start else None,
        )
        if not _is_no_mark(text, mark):
            built.append(mark)
    return built


def _blank(character: str) -> bool:
    return not character or character.isspace() or character in INVISIBLE


def _context(before: str, after: str) -> Opinion:
    opens = (_blank(before) or before in OPENERS) and not _blank(after)
    closes = not _blank(before) and (_blank(after) or after in CLOSERS)
    if opens == closes:
        return "either"
    return "open" if opens else "close"


def _is_no_mark(text: str, mark: Mark) -> bool:
    """Whether this is an apostrophe or a sign of inches, whatever other marks the paragraph holds."""
    inside_word = mark.alone and mark.before.isalnum() and mark.after.isalnum()
    if mark.sign == '"':
        return inside_word and mark.before.isdigit()  # 5"x7"
    if mark.sign in {"''", "’’", "‘‘"}:
        return inside_word  # an apostrophe doubled by a database
    if mark.family != "single":
        return False
    if inside_word:
        return True
    if mark.context == "close":
        return word_before(text, mark.start).lower() in TRAILING_ELISIONS and _blank(mark.after)
    return mark.context == "open" and text[mark.end : mark.end + 2] in {"n'", "n’", "n‘"}  # rock 'n' roll


def begins_elision(text: str, mark: Mark, end: int) -> bool:
    """Whether what follows the mark is written with an apostrophe in front: 'em, '90s, 'n'."""
    word = _ELIDED.match(text, mark.end, end)
    if word is not None and word.group().lower() in LEADING_ELISIONS:
        return True
    return _DECADE.match(text, mark.end, end) is not None


def word_before(text: str, at: int) -> str:
    """The letters that end at an offset, at most `_WORD_BEHIND` of them."""
    start = at
    while start > 0 and at - start < _WORD_BEHIND and text[start - 1].isalpha():
        start -= 1
    return text[start:at]
