"""Where sentences begin: a pure function of the text, and the spaCy component that makes the parser keep to it.

    text -> paragraphs (and images, bullets) -> stops -> is this one the end? -> starts -> tokens

A stop is a run of `.`, `!`, `?` or an ellipsis with the marks and brackets that close behind it. It ends its sentence
unless what stands before it is an abbreviation, an initial or the number of a list item, or what follows goes on: a
small letter, a dash, "asked the man". Marks that open belong to the sentence they open.

Known limits: a text without capitals is not split inside its paragraphs; "Inc.", "U.S." and initials before a name
never end a sentence ("... left the U.S. Smith stayed."); names that hold a stop ("Yahoo! Japan") are cut.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import cast

import numpy
from spacy.attrs import IDX, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from extractors.abbreviations import kind_of
from extractors.documents import text_of
from extractors.marks import paragraphs
from extractors.word_lists import word_set

COMPONENT = "variorum_sentences"

MOST_BRACKETED = 400
"""Code points a bracket may hold for the stops inside it to be passed over; longer ones are more often unclosed."""

LONGEST_WORD = 24
"""Code points looked at before a stop to tell an abbreviation; the longest one known has seven."""

_STOP = re.compile(
    r"(?P<sign>(?:\.(?:[ \xa0]?\.)+|…|[.!?])(?:[.!?…])*)"
    r"(?P<closers>(?:''|’’|[\"'”’»)\]])*(?:\[\d{1,3}\])*(?:\s?[”»](?=\s|$))?)"
    r"(?P<gap>\s+|(?=[\"“”]?[A-Z][a-z])|$)"
)
_OPENING = re.compile(r"(?:``|''|‘‘|[\"'“‘«„(\[])*\s?")
_IMAGE = re.compile(r"!\[[^\]\n]{0,2000}\]\([^)\n]{0,2000}\)")
_INLINE_BULLET = re.compile(r"(?<=\s)[•●▪‣◦](?=\s)")
_LINE_BULLET = re.compile(r"\n\s*(?=(?:[•●▪‣◦*]|[-–—]|\d{1,2}[.)])\s)")
_BRACKET = re.compile(r"[()\[\]]")
_WORD = re.compile(r"[^\s\"“”‘«»(\[{—–/]+$")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})$")
_FOLLOWING = re.compile(r"[\w’'&-]+(?:\.[A-Za-z])*")
_TIME_WORD = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b|(?:[ECMP][SD]?T|GMT|BST|UTC|CET|Eastern|Central|Mountain|Pacific|Greenwich|Moscow time)\b"
)
_REPORTED = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|the|a|an|of|his|her|their|its|one|another|former|\w+(?:er|or|man|woman|ist|ian),?)\s+){1,6}"
    r"(?:said|says|asked|asks|told|wrote|writes|tweeted|shouted|cried|yelled|added|adds|wondered|replied|demanded|exclaimed|"
    r"screamed|chanted|quipped|joked|responded|answered|declared|continued|recalled)\b"
)
_OPENERS = word_set(
    "the a an this that these those in on at by for from with without of to as if when while although though "
    "because since after before and but or nor so yet still also then now here there where why how what who whom "
    "whose which it its he she they we you his her hers their our my your not no yes only even just both either "
    "neither each every some many most few several all any another other one two three four five six seven eight "
    "nine ten once until under over during despite between among according meanwhile however instead later "
    "earlier last next more much nearly about almost it's he's she's they're we're that's there's i'm i've i'd "
    "i'll don't didn't mr mrs ms dr"
)


def sentence_starts(text: str) -> tuple[int, ...]:
    """Offsets at which sentences begin, in order: the first visible sign of each, marks and brackets included.

    Linear in the length of the text. An image in the way of Markdown is a sentence of its own.
    """
    starts: set[int] = set()
    for start, end in paragraphs(text):
        starts.add(start)
        starts.update(found.end() for found in _LINE_BULLET.finditer(text, start, end))
        starts.update(found.start() for found in _INLINE_BULLET.finditer(text, start, end))
        images = [found.span() for found in _IMAGE.finditer(text, start, end)]
        for first, last in images:
            starts.add(first)
            starts.update(_visible(text, last, end))
        starts.update(_after_stops(text, start, end, images))
    return tuple(sorted(starts))


def _after_stops(text: str, start: int, end: int, images: list[tuple[int, int]]) -> Iterator[int]:
    brackets = _brackets(text, start, end)
    passed_over = sorted(images + [span for span in brackets if not _opens_sentence(text, start, span[0])])
    firsts = [first for first, _ in passed_over]
    begin = start
    for stop in _STOP.finditer(text, start, end):
        following = stop.end()
        at = bisect_right(firsts, stop.start()) - 1
        inside = at >= 0 and following <= passed_over[at][1]
        if following >= end or inside:
            continue
        if _ends(text, begin, stop, end):
            begin = following
            yield following


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a stop is the end of the sentence that began at `begin`."""
    sign, closers = stop["sign"], stop["closers"]
    opening = _OPENING.match(text, stop.end(), end)
    at = opening.end() if opening else stop.end()
    first = text[at : at + 1]
    if not stop["gap"]:
        return _glued(text, stop)
    if not first or (first.islower() and not _camel_case(text, at, end)) or first in "—–-,;:":
        return False
    word = _following_word(text, at, end)
    if any(mark in closers for mark in "\"'”’»") and sign[-1] in "!?…" and _REPORTED.match(text, at, end):
        return False
    if sign.count(".") == 3 or sign == "…":
        return bool(closers) or word.lower() in _OPENERS
    if sign != ".":
        return True
    return _ends_after_word(text, begin, stop.start(), word, at)


def _ends_after_word(text: str, begin: int, stop: int, following: str, at: int) -> bool:
    """The same for a single full stop: what the word before it allows."""
    found = _WORD.search(text, max(begin, stop - LONGEST_WORD), stop)
    if found is None:
        return True
    word = found.group()
    if found.start() - begin <= 1 and _LIST_NUMBER.match(text[begin:stop]):
        return False
    kind = kind_of(word)
    opens = following.lower().replace("’", "'") in _OPENERS
    digit = following[:1].isdigit()
    if kind == "never":
        return False
    if kind == "before number":
        return not digit
    if kind == "time of day":
        return not _TIME_WORD.match(text, at)
    if kind == "either":
        return opens and not digit
    return True


def _glued(text: str, stop: re.Match[str]) -> bool:
    """Such as "the end.The next": the space got lost. "Node.Js" and "Amazon.Com" are told by what stands before."""
    before = text[max(0, stop.start() - 3) : stop.start()]
    after = text[stop.end() : stop.end() + 4]
    return len(before) == 3 and before.isalpha() and before.islower() and not re.match(r"Com\b|Net\b|Org\b|Js\b", after)


def _camel_case(text: str, at: int, end: int) -> bool:
    """IPhone and eBay open sentences with a small letter."""
    return text[at + 1 : min(at + 2, end)].isupper()


def _following_word(text: str, at: int, end: int) -> str:
    found = _FOLLOWING.match(text, at, end)
    return found.group() if found else ""


def _visible(text: str, at: int, end: int) -> Iterator[int]:
    """The next visible offset, if the paragraph has one."""
    while at < end and text[at].isspace():
        at += 1
    if at < end:
        yield at


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Outermost pairs of brackets of a paragraph that are not too long."""
    found: list[tuple[int, int]] = []
    depth, first = 0, 0
    for sign in _BRACKET.finditer(text, start, end):
        if sign.group() in "([":
            if depth and sign.start() - first > MOST_BRACKETED:
                depth = 0
            if depth == 0:
                first = sign.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and sign.start() - first <= MOST_BRACKETED:
                found.append((first, sign.start()))
    return found


def _opens_sentence(text: str, start: int, bracket: int) -> bool:
    """Whether a bracket stands where a sentence may begin, so that it holds sentences of its own."""
    before = text[max(start, bracket - 4) : bracket].rstrip()
    return not before or before.rstrip("\"'”’») ")[-1:] in set(".!?…")


@Language.component(COMPONENT)
def set_sentences(doc: Doc) -> Doc:
    """Settle for every token whether a sentence begins with it. White space belongs to the sentence before it."""
    if not len(doc):
        return doc
    places, blank = doc.to_array([IDX, IS_SPACE]).T
    begins = numpy.isin(places, sentence_starts(text_of(doc)))  # where one starts inside a token, none can begin
    begins[: blank.argmin() + 1] = False  # up to the first word
    begins[:1] = True
    settled = numpy.where(begins, 1, -1)[:, None]  # -1 is spaCy's sign for "none begins here"
    # All at once: setting one token's mark costs a walk over the document.
    return doc.from_array([SENT_START], cast("Ints2d", settled.astype("uint64")))
