"""Attributions that the layout makes, where no verb says them: name and colon, quotation and signature, tweets.

    turn        Okoro: We will not sell.        Okoro: “We will not sell.”        Okoro — “We will not sell.”
    opinion     Ada Okoro, nurse: We will not sell.        “We will not sell.” Ada Okoro, nurse      (in a list of them)
                Ada Okoro — We will not sell.              Ada Okoro, 43, nurse: We will not sell.
    signature   “We will not sell.” — Ada Okoro, mayor of Brod      (or on the line below)
    pulled      “We will not sell.”
                Ada Okoro, mayor of Brod                   (a quotation set out of the text)
    tweet       We will not sell. — Ada Okoro (@adaokoro) March 4, 2026

Each is a form of a whole paragraph. The model has seen few of them; what it found itself in a paragraph goes first. The
cue is the colon or the dash.

`transcripts` has the turns of names in capitals. Not covered: headlines such as "Okoro: no sale", which look like
"Update: no sale", and interviews with Q and A, whose speakers the layout does not name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.attribution.found import FoundAttribution
from extractors.attribution.transcripts import LABELS, SHOUTED
from extractors.facets.place_names import KNOWN
from extractors.marks import paragraphs
from extractors.records import Quote, Span
from extractors.speakers.words import given_names, openers

_PARTICLE = r"(?:de|da|del|della|di|du|van|von|der|den|bin|ibn|al|el|la|le|of|the|and)"
_CAPITALISED = r"[^\W\d_a-z][\w’'.-]*"
_NAME = rf"{_CAPITALISED}(?:\s(?:{_PARTICLE}\s)?{_CAPITALISED}){{0,4}}"
_DASH = r"(?:[—–―]|--|-(?=\s?[^\W\d_a-z]))"

_TURN = re.compile(rf"(?P<source>{SHOUTED}|{_NAME})(?:\s?\([^()\n]{{1,40}}\))?(?P<cue>:)\s+(?=\S)")
_DASHED = re.compile(rf"(?P<source>{SHOUTED}|{_NAME})\s?(?P<cue>{_DASH})\s?(?=\S)")
_AGE = r"(?:aged\s)?\d{1,3}"
_OPINION = re.compile(rf"(?P<source>{_NAME}),\s(?:{_AGE}|(?:{_AGE},\s)?[a-z][^\n:“”\"]{{1,60}})(?P<cue>:)\s+(?=\S)")
_PULLED = re.compile(rf"(?P<source>{_NAME})(?P<rest>,\s[^\n.!?:“”\"]{{2,60}})?")
_SIGNED_BELOW = re.compile(rf"\s+(?P<source>{_NAME})(?:,[^\n.!?“”\"]{{1,60}})?\.?\s*")
_SIGNATURE = re.compile(rf"\s*(?P<cue>{_DASH})\s?(?P<source>{_NAME})(?P<rest>,[^\n“”\"]{{1,120}})?\.?\s*")
_TWEET = re.compile(
    r"(?P<content>\S[^\n]*?\S)\s*(?P<cue>[—–―]|--)\s?(?P<source>[^\n—–―()]{2,60}?\s?\(@\w{1,20}\))\s+"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2},\s\d{4}\s*$"
)
_SENTENCE_STOP = re.compile(r"[^\W\d_]{4}\.$")
"""A full stop behind a name that is no initial's and no short form's: "Lund." and not "Lund Jr."."""

_FEWEST_TURNS = 3
"""Paragraphs that begin with one name and a colon from which on the name speaks. With fewer, "Background: ..." looks
the same, unless what follows is one quotation."""

_FEWEST_OPINIONS = 3
"""Paragraphs of the form that make a list of opinions; the model reads most single ones."""

_SCORES = {"turn": 0.84, "opinion": 0.84, "signature": 0.89, "pulled": 0.84, "tweet": 0.84}
"""How often annotators had the same content and source: 15 of 17 and 7 of 7 in PolNeAR's training part, with one right
and one wrong added to each, few as they are. Tweets, opinions and pulled quotations are too few there to count and get
the lower value."""

_NO_NAMES = re.compile(r"(?:By|Photo|Photograph|Image|Credit|Source|Read|See|Watch|Listen|More|Related|The|A|An)\b")
"""What stands below a quotation and begins no name."""


def find_fixed_forms(text: str, quotes: Sequence[Quote]) -> tuple[FoundAttribution, ...]:
    """Attributions of these forms in reading order. Linear in the length of the text."""
    blocks = list(paragraphs(text))
    quoted = {quote.span.start: quote for quote in quotes if quote.parent is None and quote.closed}
    turns: dict[str, int] = {}
    for start, end in blocks:
        turn = _TURN.match(text, start, end)
        if turn:
            turns[turn["source"]] = turns.get(turn["source"], 0) + 1
    listed = [_opinion(text, start, end, quoted) for start, end in blocks]
    opinions = listed if sum(one is not None for one in listed) >= _FEWEST_OPINIONS else [None] * len(blocks)
    found: list[FoundAttribution] = []
    for number, (start, end) in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else (end, end)
        form = (
            _tweet(text, start, end)
            or _turn(text, start, end, quoted, turns)
            or _signed(text, start, end, quoted, following)
            or _pulled(text, start, end, quoted, following)
            or opinions[number]
        )
        if form is not None:
            found.append(form)
    return tuple(found)


def with_fixed_forms(
    found: Sequence[FoundAttribution], forms: Sequence[FoundAttribution]
) -> tuple[FoundAttribution, ...]:
    """What the model found, and those forms in whose content it found nothing but what is said there of others.

    Where the model took a part of a form's name, it gets the whole.
    """
    around = sorted(form.contents[0] for form in forms)
    taken = sorted(
        (content.start, content.end) for one in found if not _told_within(one, around) for content in one.contents
    )
    free = [form for form in forms if not any(_meets(content, taken) for content in form.contents)]
    names = [form.source for form in forms if form.source is not None]
    named = (_with_whole_name(one, names) for one in found)
    return tuple(sorted((*named, *free), key=lambda one: (one.contents[0].start, one.contents[0].end)))


def _with_whole_name(one: FoundAttribution, names: Sequence[Span]) -> FoundAttribution:
    if one.source is None:
        return one
    at = bisect_left(names, one.source.start + 1, key=lambda name: name.start) - 1
    is_part = at >= 0 and names[at].holds(one.source) and names[at].exact.split()[0] not in openers()
    return replace(one, source=names[at]) if is_part else one


def _told_within(one: FoundAttribution, around: Sequence[Span]) -> bool:
    """Whether all of an attribution lies in a form's content and leaves some of it: "The mayor says no. We ask why"."""
    if one.source is None or one.cue is None:
        return False
    parts = sorted((one.source, one.cue, *one.contents))
    at = bisect_left(around, parts[0].start + 1, key=lambda content: content.start) - 1
    return at >= 0 and all(around[at].holds(part) and part != around[at] for part in parts)


def _meets(content: Span, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (content.end, 0))
    return at > 0 and any(end > content.start for _, end in taken[max(0, at - 3) : at])


def _turn(text: str, start: int, end: int, quoted: dict[int, Quote], turns: dict[str, int]) -> FoundAttribution | None:
    turn = _TURN.match(text, start, end) or _DASHED.match(text, start, end)
    if turn is None or LABELS.fullmatch(turn["source"]) or turn.end() >= end:
        return None
    quote = quoted.get(turn.end())
    wholly = quote is not None and not text[quote.span.end : end].strip(" .")
    spoken = turn["cue"] == ":" and turns.get(turn["source"], 0) >= _FEWEST_TURNS  # "PARIS — ..." tells where, not who
    if not wholly and not spoken:
        return None
    return _form(text, "turn", turn.span("source"), turn.span("cue"), (turn.end(), end))


def _signed(
    text: str, start: int, end: int, quoted: dict[int, Quote], following: tuple[int, int]
) -> FoundAttribution | None:
    quote = quoted.get(start)
    if quote is None:
        return None
    rest = (quote.span.end, end) if quote.span.end < end else following
    signature = _SIGNATURE.fullmatch(text, *rest)
    if signature is None:
        return None
    return _form(text, "signature", signature.span("source"), signature.span("cue"), (start, quote.span.end))


def _opinion(text: str, start: int, end: int, quoted: dict[int, Quote]) -> FoundAttribution | None:
    named = _OPINION.match(text, start, end) or _DASHED.match(text, start, end)
    if named is not None and not LABELS.fullmatch(named["source"]) and not _is_dateline(named):
        return _form(text, "opinion", named.span("source"), named.span("cue"), (named.end(), end))
    quote = quoted.get(start)
    signed = quote and _SIGNED_BELOW.fullmatch(text, quote.span.end, end)
    if quote is None or not signed:
        return None
    return _form(text, "opinion", signed.span("source"), None, (start, quote.span.end))


def _is_dateline(named: re.Match[str]) -> bool:
    """Whether a dash follows a place rather than somebody with two names: "PARIS — ", "NEW YORK — "."""
    source = named["source"]
    return named["cue"] != ":" and (len(source.split()) < 2 or source.lower() in KNOWN)


def _pulled(
    text: str, start: int, end: int, quoted: dict[int, Quote], following: tuple[int, int]
) -> FoundAttribution | None:
    """A quotation by itself and whose it is on the next line: told what he is, or known from elsewhere in the text."""
    quote = quoted.get(start)
    if quote is None or quote.span.end != end:
        return None
    signed = _PULLED.fullmatch(text, *following)
    if signed is None or _NO_NAMES.match(signed["source"]) or LABELS.fullmatch(signed["source"]):
        return None
    if not _may_sign(signed, text):
        return None
    return _form(text, "pulled", signed.span("source"), None, (start, end))


def _may_sign(signed: re.Match[str], text: str) -> bool:
    """Whether a line is no heading, dateline or sentence: a given name is in it, and the text has the name elsewhere,
    or what somebody is stands behind it ("Okoro, mayor of Brod").
    """
    words = signed["source"].split()
    if words[0].capitalize() in openers():
        return False
    is_given = any(word.capitalize() in given_names() for word in words[:-1])
    if signed["rest"] is None:
        return is_given and text.count(signed["source"]) > 1
    behind = signed["rest"].lstrip(", ")
    return is_given or behind[:1].islower() or behind[:1].isdigit()


def _tweet(text: str, start: int, end: int) -> FoundAttribution | None:
    tweet = _TWEET.match(text, start, end)
    return tweet and _form(text, "tweet", tweet.span("source"), tweet.span("cue"), tweet.span("content"))


def _form(
    text: str, name: str, source: tuple[int, int], cue: tuple[int, int] | None, content: tuple[int, int]
) -> FoundAttribution:
    named = Span.of(text, *source)
    if _SENTENCE_STOP.search(named.exact):
        named = Span.of(text, named.start, named.end - 1)
    told = Span.of(text, *cue) if cue else None
    return FoundAttribution(named, told, (Span.of(text, *content),), _SCORES[name], f"form:{name}")
