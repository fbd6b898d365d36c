"""A document and its attributions in, claims out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from extractors.claims.assertions import asserts, is_frame
from extractors.claims.passages import Passage, find_passages
from extractors.claims.placed import Placed
from extractors.claims.propositions import Proposition, split
from extractors.claims.worth import Worth, features_of
from extractors.facets import certainty_of, find_participants, find_places, find_quantities, find_times, polarity_of
from extractors.records import Attribution, Claim, ClaimKind, Quote, Span
from extractors.speakers.kinds import MarkPlaces

_SIGNS = frozenset(",;:—–-―.!?…·•|/") | {"--", "..."}
_OPENING_SIGNS = _SIGNS | frozenset(")]}")
_CLOSING_SIGNS = _SIGNS | frozenset("([{")
_CONNECTIVES = frozenset({"and", "but", "or", "so", "yet", "nor"})


def find_claims(
    doc: Doc, attributions: Sequence[Attribution], quotes: Sequence[Quote], published: dt.date | None, worth: Worth
) -> tuple[Claim, ...]:
    """Claims "c1", "c2", ... in reading order. `attributions` are numbered "a1", "a2", ... as speakers leave them.

    Times are resolved against `published`.
    """
    return tuple(_Reader(doc, quotes, published, worth).claims(attributions))


@dataclass(frozen=True, slots=True)
class _Found:
    spans: tuple[Span, ...]
    passage: Passage
    proposition: Proposition


class _Reader:
    """One document with its facets at hand."""

    def __init__(self, doc: Doc, quotes: Sequence[Quote], published: dt.date | None, worth: Worth) -> None:
        self._doc = doc
        self._text = doc.text
        self._marks = MarkPlaces(doc.text, quotes)
        self._worth = worth
        self._quantities = Placed((one.span, one) for one in find_quantities(doc))
        self._times = Placed((one.spans[-1], one) for one in find_times(doc, published))
        self._places = Placed((one.span, one) for one in find_places(doc))
        self._participants = Placed((one.span, one) for one in find_participants(doc))

    def claims(self, attributions: Sequence[Attribution]) -> Iterator[Claim]:
        sentences = [(sentence.start_char, sentence.end_char) for sentence in self._doc.sents]
        order = {sentence: at for at, sentence in enumerate(sentences)}
        found: list[_Found] = []
        by_noun = {one.id for one in attributions if one.cue is not None and self._is_noun(one.cue)}
        for passage in find_passages(sentences, attributions, by_noun):
            for proposition in split(self._tokens(passage.ranges)):
                spans = self._spans(proposition, passage)
                if self._states_something(spans, proposition, passage):
                    found.append(_Found(spans, passage, proposition))
        found.sort(key=lambda one: (one.passage.sentence, one.proposition.tokens[0].i, one.spans[-1].end))
        for number, one in enumerate(found, 1):
            yield self._claim(f"c{number}", one, order[one.passage.sentence], len(sentences))

    def _is_noun(self, cue: Span) -> bool:
        words = [token.pos_ for token in self._tokens([(cue.start, cue.end)])]
        return "NOUN" in words and not {"VERB", "AUX"} & set(words)

    def _tokens(self, ranges: Iterable[tuple[int, int]]) -> list[Token]:
        found: list[Token] = []
        for start, end in ranges:
            stretch = self._doc.char_span(start, end, alignment_mode="expand")
            found += [token for token in stretch or () if start <= token.idx < end and not token.is_space]
        return found

    def _spans(self, proposition: Proposition, passage: Passage) -> tuple[Span, ...]:
        """The words as spans, one where they stand together; signs and connectives at the edges fall away."""
        own = list(proposition.tokens)
        own_voice = passage.attribution is None
        while own and (own[0].text in _OPENING_SIGNS or (own_voice and own[0].lower_ in _CONNECTIVES)):
            own.pop(0)
        while own and own[-1].text in _CLOSING_SIGNS and own_voice:
            own.pop()
        tokens = sorted({token.i: token for token in (*proposition.leaning, *own)}.values(), key=lambda token: token.i)
        pieces = [[token.idx, token.idx + len(token)] for token in tokens[:1] if own]
        for before, token in pairwise(tokens if own else ()):
            if self._text[before.idx + len(before) : token.idx].strip():
                pieces.append([token.idx, token.idx + len(token)])
            else:
                pieces[-1][1] = token.idx + len(token)
        spans = (Span.of(self._text, start, end) for start, end in pieces)
        return tuple(span for span in spans if any(character.isalnum() for character in span.exact))

    def _states_something(self, spans: Sequence[Span], proposition: Proposition, passage: Passage) -> bool:
        if not spans:
            return False
        if passage.attribution is not None:
            return True
        if is_frame(proposition, passage.frames):
            return False
        asked = "?" in self._text[spans[-1].end : spans[-1].end + 2]
        return not asked and asserts(proposition, " ".join(span.exact for span in spans))

    def _claim(self, name: str, one: _Found, sentence: int, sentences: int) -> Claim:
        attribution = one.passage.attribution
        spans = one.spans
        claim = Claim(
            id=name,
            kind=self._kind(attribution, spans),
            text=" … ".join(span.exact for span in spans),
            spans=spans,
            sentence=_trimmed(self._text, *one.passage.sentence),
            attribution=attribution,
            polarity=polarity_of(self._doc, spans),
            certainty=certainty_of(self._doc, spans, attribution.stance if attribution else None).value,
            quantities=self._quantities.within(spans),
            times=self._times.within(spans),
            places=self._places.within(spans),
            participants=self._participants.within(spans),
            score=0.0,
        )
        return self._worth.scored(claim, features_of(claim, one.proposition, sentence, sentences))

    def _kind(self, attribution: Attribution | None, spans: Sequence[Span]) -> ClaimKind:
        """A part of a wholly quoted content is quoted, marks in reach of it or not."""
        if attribution is None:
            return "statement"
        return "direct" if attribution.kind == "direct" else self._marks.kind_of(spans)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end - 1 and text[end - 1].isspace():
        end -= 1
    while start < end - 1 and text[start].isspace():
        start += 1
    return Span.of(text, start, end)
