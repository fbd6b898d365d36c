"""Attributions that the tree shows besides those found: inside others, and plain ones that were passed over.

    inside  "The Times reports that Lee said it was late": the model marks each word once, as a part of a source, a cue
            or a content, so it cannot see what is reported inside a report
    beside  "“It is late,” Lee said, according to The Times": the model gives the quotation to whoever passes it on; the
            one who said it is nested there
    alone   a quotation that is its paragraph and has no cue (`alone`)
    missed  a report none of whose words belongs to an attribution; no deed, as the model knows those that count

What counts as a report is told by `reports`, and by `beside` where the tree shows none. Those inside another are
nested in it (`via`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.attribution.alone import standing_alone
from extractors.attribution.beside import owned_beside, said_beside
from extractors.attribution.extents import whole
from extractors.attribution.found import FoundAttribution
from extractors.attribution.quoted import LEAST_WORDS, join, nested
from extractors.attribution.reports import (
    Construction,
    Report,
    report_of,
    reporting_words,
    subject_of,
    tells_who,
)
from extractors.attribution.stretches import Stretches
from extractors.attribution.writings import told_in
from extractors.documents import text_of
from extractors.records import Quote, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

SCORES: dict[Construction, float] = {
    "clause": 0.76,
    "deed": 0.79,
    "infinitive": 0.89,
    "noun": 0.87,
    "quotation": 0.86,
    "view": 0.56,
}
"""How often the annotators of the training stories have this speaker in the sentence, one right and one wrong added to
each: 41 of 53 clauses, 10 of 12 deeds, 7 of 7 infinitives, 12 of 13 nouns, 5 of 5 quotations, 4 of 7 views."""

_FEWEST_WORDS: dict[Construction, int] = {
    "clause": 3,
    "deed": 2,
    "infinitive": 2,
    "noun": 3,
    "quotation": 1,
    "view": 3,
}
"""White-space words of what is reported: fewer are what a misread tree leaves of a clause. How many a quotation needs
is asked where it is found."""

_PASSES_ON = ("according to", "as reported by", "as quoted by")

_TOLD = re.compile(r"(?:\s(?:me|us|him|her|them|you))?\s?[,:]?\s")
"""What may stand between a verb of saying and the quotation it opens."""

_OPENING = frozenset("“\"‘'([")
_CLOSING = frozenset("”\"’')]")


def completed(doc: Doc, quotes: Sequence[Quote], settled: Sequence[FoundAttribution]) -> tuple[FoundAttribution, ...]:
    """`settled`, its contents whole, and what the tree shows besides, in reading order of the first
    content, `via` set.
    """
    text = text_of(doc)
    found = [_of_writing(doc, text, one) for one in whole(doc, settled)]
    cues = Stretches([one.cue for one in found if one.cue is not None])
    used = Stretches([part for one in found for part in (one.cue, one.source) if part is not None])
    held = Stretches([part for one in found for part in one.contents])
    outer = [quote for quote in quotes if quote.parent is None and quote.closed]
    inner = [quote for quote in quotes if quote.parent is not None and quote.closed]
    added: list[FoundAttribution] = []
    for token in doc:
        if token.pos_ not in ("VERB", "NOUN") or used.meet(token.idx, token.idx + len(token)):
            continue
        report = _of_inner_quotation(token, text, inner) or report_of(token) or _of_quotation(token, text, outer)
        one = None if report is None else _attribution(text, report)
        if one is None:
            report = said_beside(token) or owned_beside(token)
            one = None if report is None else _attribution(text, report)
        if report is None or one is None or one.source is None or cues.meet(one.source.start, one.source.end):
            continue
        if held.meet(token.idx, token.idx + len(token)):
            one = _within(text, one, token.idx, found)
        elif report.construction == "deed" or any(used.meet(part.start, part.end) for part in one.contents):
            one = None
        elif any(held.meet(part.start, part.end) for part in one.contents):
            one = _beside(text, one, found)
        if one is not None:
            added.append(one)
    alone = standing_alone(doc, quotes, found)
    every = sorted((*found, *added, *alone), key=lambda a: (a.contents[0].start, -a.contents[0].end))
    return nested([replace(one, via=None) for one in every])


def _of_writing(doc: Doc, text: str, one: FoundAttribution) -> FoundAttribution:
    writing = told_in(doc, text, one)
    return one if writing is None else replace(one, source=writing)


def _within(
    text: str, one: FoundAttribution, offset: int, found: Sequence[FoundAttribution]
) -> FoundAttribution | None:
    """What of a report lies in the content that its verb, at `offset`, stands in."""
    around = [other for other in found if any(part.start <= offset < part.end for part in other.contents)]
    if not around:  # a content may begin within a word
        return None
    parts = tuple(
        Span.of(text, max(own.start, part.start), min(own.end, part.end))
        for own in one.contents
        for part in around[-1].contents
        if own.overlaps(part)
    )
    if not parts:
        return None
    held = replace(one, contents=parts)
    return _going_on(held, around[-1]) if parts[-1].exact[-1] in _CLOSING and _passes_on(around[-1]) else held


def _beside(text: str, one: FoundAttribution, found: list[FoundAttribution]) -> FoundAttribution | None:
    """A report whose content another only passes on; the words that report become part of what that one passes on."""
    owners = [at for at, other in enumerate(found) if any(a.overlaps(b) for a in one.contents for b in other.contents)]
    if len(owners) != 1 or not _passes_on(found[owners[0]]):
        return None
    other = found[owners[0]]
    parts = [part for part in (one.source, one.cue) if part is not None]
    found[owners[0]] = replace(other, contents=join(text, (*other.contents, *parts)))
    return _going_on(one, other)


def _going_on(one: FoundAttribution, other: FoundAttribution) -> FoundAttribution:
    """A quotation with those behind it that `other` passes on, too: “No,” Lee said, according to The Times. “Never.”"""
    later = [part for part in other.contents if part.start >= one.contents[-1].end and part.exact[0] in _OPENING]
    return replace(one, contents=(*one.contents, *later))


def _passes_on(one: FoundAttribution) -> bool:
    return one.cue is not None and one.cue.exact.lower().startswith(_PASSES_ON)


def _of_quotation(verb: Token, text: str, quotes: Sequence[Quote]) -> Report | None:
    """Who said the quotation that ends right before them: "“...,” Lee said"."""
    source = subject_of(verb) if verb.pos_ == "VERB" and verb.lemma_.lower() in reporting_words("clause") else ()
    if not source:
        return None
    first = min(source[0].idx, verb.idx)
    at = bisect_left(quotes, first + 1, key=lambda quote: quote.span.end) - 1
    if at < 0 or text[quotes[at].span.end : first].strip(" ,."):
        return None
    said = verb.doc.char_span(quotes[at].span.start, quotes[at].span.end, alignment_mode="contract")
    if said is None or len(quotes[at].inner.exact.split()) < LEAST_WORDS:
        return None
    return _said(source, verb, said)


def _of_inner_quotation(verb: Token, text: str, quotes: Sequence[Quote]) -> Report | None:
    """Who said the quotation inside another that begins right after them: "“She told us, ‘Leave at once’”"."""
    at = bisect_left(quotes, verb.idx, key=lambda quote: quote.span.start)
    if at == len(quotes) or verb.pos_ != "VERB" or verb.lemma_.lower() not in reporting_words("clause"):
        return None
    said = verb.doc.char_span(quotes[at].span.start, quotes[at].span.end, alignment_mode="contract")
    source = subject_of(verb)
    if said is None or not source or not _TOLD.fullmatch(text, verb.idx + len(verb), quotes[at].span.start):
        return None
    return _said(source, verb, said)


def _said(source: tuple[Token, ...], verb: Token, said: Tokens) -> Report | None:
    report = Report("quotation", source, (verb,), tuple(said))
    return report if tells_who(report) else None


def _attribution(text: str, report: Report) -> FoundAttribution | None:
    own = {token.i for token in (*report.source, *report.cue)}
    contents = tuple(_spans(text, [token for token in report.content if token.i not in own]))
    if sum(len(content.exact.split()) for content in contents) < _FEWEST_WORDS[report.construction]:
        return None
    source, cue = (Span.of(text, part[0].idx, part[-1].idx + len(part[-1])) for part in (report.source, report.cue))
    return FoundAttribution(source, cue, contents, SCORES[report.construction], f"syntax:{report.construction}")


def _closes(piece: Sequence[Token]) -> bool:
    """Whether the last token closes what another of the piece opens; else it belongs to what the piece stands in."""
    return piece[-1].text in _CLOSING and any(token.text in _OPENING for token in piece[:-1])


def _spans(text: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """Neighbouring tokens as spans, without the signs at their edges but for marks of quotation."""
    pieces: list[list[Token]] = []
    for token in tokens:
        if pieces and pieces[-1][-1].i == token.i - 1:
            pieces[-1].append(token)
        else:
            pieces.append([token])
    for piece in pieces:
        while piece and (piece[0].is_punct or piece[0].is_space) and piece[0].text not in _OPENING:
            piece.pop(0)
        while piece and (piece[-1].is_punct or piece[-1].is_space) and not _closes(piece):
            piece.pop()
        if any(token.is_alpha for token in piece):
            yield Span.of(text, piece[0].idx, piece[-1].idx + len(piece[-1]))
