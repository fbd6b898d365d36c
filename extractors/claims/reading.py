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
from extractors.claims.propositions import Proposition, heads_clause, is_clause, split, whole
from extractors.claims.worth import Worth, features_of
from extractors.facets import certainty_of, find_participants, find_places, find_quantities, find_times, polarity_of
from extractors.records import Attribution, Claim, ClaimKind, Quote, Span
from extractors.speakers.kinds import MarkPlaces

_SIGNS = frozenset(",;:—–-―.!?…·•|/#>*") | {"--", "..."}
_OPENING_SIGNS = _SIGNS | frozenset(")]}")
_CLOSING_SIGNS = _SIGNS | frozenset("([{")
_COMMAS = frozenset(",;:—–―") | {"--"}
_STANDING_IN = frozenset({"case", "fixed", "punct"})
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
        framing = {one.id for one in attributions if self._is_framing(one)}
        found: list[_Found] = []
        stated: Sequence[Proposition] = ()
        frames: Sequence[Proposition] = ()
        for passage in find_passages(sentences, attributions, framing):
            if passage.attribution is None:
                stated, frames = self._own(passage)
                propositions = stated
            else:
                propositions = self._credited(passage, passage.attribution, stated, frames)
            for proposition in propositions:
                spans = self._spans(proposition, passage)
                if spans:
                    found.append(_Found(spans, passage, proposition))
        found.sort(key=lambda one: (one.passage.sentence, one.proposition.tokens[0].i, one.spans[-1].end))
        for number, one in enumerate(found, 1):
            yield self._claim(f"c{number}", one, order[one.passage.sentence], len(sentences))

    def _own(self, passage: Passage) -> tuple[Sequence[Proposition], Sequence[Proposition]]:
        """What the article states itself in a sentence, and the clauses in it that only attribute."""
        stated: list[Proposition] = []
        frames: list[Proposition] = []
        for proposition in split(self._tokens(passage.ranges), passage.held, self._tokens([passage.sentence])):
            if is_frame(proposition, passage.frames):
                frames.append(proposition)
            elif asserts(proposition, self._text):
                stated.append(proposition)
        return stated, frames

    def _credited(
        self,
        passage: Passage,
        attribution: Attribution,
        stated: Sequence[Proposition],
        frames: Sequence[Proposition],
    ) -> Sequence[Proposition]:
        """What a holder states in a sentence.

        A content that is no clause ("condemned the vote", "vowed to fight") states nothing without the words that
        attribute it, so these are taken in. Where the article itself states all of them ("they met to discuss the
        vote"), that claim is enough.
        """
        tokens = self._tokens(passage.ranges)
        if is_clause(tokens):
            return split(tokens)
        first, last = passage.sentence
        parts = [part for part in (attribution.cue, attribution.mention) if part and first <= part.start < last]
        beside = self._tokens([(part.start, part.end) for part in parts])
        named = {token.i for token in beside}
        framing = [token for frame in frames if named & {one.i for one in frame.tokens} for token in frame.tokens]
        words = {token.i: token for token in (*tokens, *beside, *framing)}
        if any(words.keys() <= {token.i for token in one.tokens} for one in stated):
            return ()
        return (whole([words[i] for i in sorted(words)]),) if words else ()

    def _is_framing(self, attribution: Attribution) -> bool:
        """Whether the cue is the predicate of a clause, or stands in place of one: "according to", a colon."""
        if attribution.cue is None:
            return True
        cue = self._tokens([(attribution.cue.start, attribution.cue.end)])
        inside = {token.i for token in cue}
        top = next((token for token in cue if token.head.i not in inside or token.head.i == token.i), None)
        return top is None or top.dep_ in _STANDING_IN or heads_clause(top)

    def _tokens(self, ranges: Iterable[tuple[int, int]]) -> list[Token]:
        found: list[Token] = []
        for start, end in ranges:
            stretch = self._doc.char_span(start, end, alignment_mode="expand")
            found += [token for token in stretch or () if start <= token.idx < end and not token.is_space]
        return found

    def _spans(self, proposition: Proposition, passage: Passage) -> tuple[Span, ...]:
        """The words as spans, one where they stand together; signs and connectives at the edges fall away."""
        end = passage.ranges[-1][1] if passage.attribution else 0  # a stop inside a quotation is part of it
        own = list(proposition.tokens)
        while own and (own[0].text in _OPENING_SIGNS or own[0].lower_ in _CONNECTIVES):
            own.pop(0)
        if not own:
            return ()
        tokens = sorted({token.i: token for token in (*proposition.leaning, *own)}.values(), key=lambda token: token.i)
        pieces: list[list[Token]] = [[tokens[0]]]
        for before, token in pairwise(tokens):
            if self._text[before.idx + len(before) : token.idx].strip():
                pieces.append([token])
            else:
                pieces[-1].append(token)
        spans: list[Span] = []
        for piece in pieces:
            while piece and piece[0].text in _OPENING_SIGNS:
                piece.pop(0)
            while piece and piece[-1].text in (_COMMAS if piece[-1].idx < end else _CLOSING_SIGNS):
                piece.pop()
            if any(token.is_alpha or token.like_num for token in piece):
                spans.append(Span.of(self._text, piece[0].idx, piece[-1].idx + len(piece[-1])))
        return tuple(spans)

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
