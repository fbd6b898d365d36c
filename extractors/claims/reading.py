"""A document and its attributions in, claims out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from spacy.tokens import Doc

from extractors.claims.assertions import asserts, is_frame, is_furniture
from extractors.claims.lengths import narrowest_around, says_the_same
from extractors.claims.parts import Part, find_parts
from extractors.claims.passages import Passage, find_passages
from extractors.claims.placed import Placed
from extractors.claims.propositions import (
    Proposition,
    heads_clause,
    is_clause,
    is_condition,
    is_finite_verb,
    split,
    whole,
)
from extractors.claims.rows import Row
from extractors.claims.voices import Voice, voice_of
from extractors.claims.worth import Worth, features_of
from extractors.facets import (
    certainty_of,
    find_participants,
    find_places,
    find_quantities,
    find_times,
    nature_of,
    polarity_of,
    predicate_of,
)
from extractors.facets.predicates import span_between, words_of_claim
from extractors.parsed import Parsed, Token
from extractors.records import Attribution, Certainty, Claim, ClaimKind, ClaimLevel, Nature, Polarity, Quote, Span
from extractors.speakers.kinds import MarkPlaces

_SIGNS = frozenset(",;:—–-―.!?…·•|/#>*") | {"--", "..."}
_OPENING_SIGNS = _SIGNS | frozenset(")]}")
_CLOSING_SIGNS = _SIGNS | frozenset("([{")
_COMMAS = frozenset(",;:—–―") | {"--"}
_STANDING_IN = frozenset({"case", "fixed", "punct"})
_LEVELS: tuple[ClaimLevel, ...] = ("sentence", "clause", "part", "phrase")
_CONNECTIVES = frozenset({"and", "but", "or", "so", "yet", "nor"})
_NEGATED = re.compile(r"\b(?:not|never|no one|nobody)\b|n['’]t\b", re.IGNORECASE)
_NEGATED_BEFORE = re.compile(r"(?:\b(?:not|never)|n['’]t)\s(?:\w+\s)?$", re.IGNORECASE)
_NEGATION_REACH = 20  # code points before a cue: "did not immediately say"


def find_claims(
    doc: Doc, attributions: Sequence[Attribution], quotes: Sequence[Quote], published: dt.date | None, worth: Worth
) -> tuple[Claim, ...]:
    """Claims "c1", "c2", ... in reading order. `attributions` are numbered "a1", "a2", ... as speakers leave them.

    Times are resolved against `published`.
    """
    return tuple(_Reader(doc, quotes, published, worth).claims(attributions))


@dataclass(frozen=True, slots=True)
class _Found:
    level: ClaimLevel
    spans: tuple[Span, ...]
    sentence: tuple[int, int]
    voice: Voice
    proposition: Proposition

    @property
    def place(self) -> tuple[int, int, int]:
        """By where its own words begin, the wider first."""
        own = self.proposition.tokens
        return own[0].i, _LEVELS.index(self.level), -own[-1].i


@dataclass(frozen=True, slots=True)
class _Assertion:
    polarity: Polarity
    certainty: Certainty
    nature: Nature
    cue: Span | None = None


class _Reader:
    """One document with its facets at hand."""

    def __init__(self, doc: Doc, quotes: Sequence[Quote], published: dt.date | None, worth: Worth) -> None:
        self._parsed = Parsed.of(doc)
        self._text = self._parsed.text
        self._marks = MarkPlaces(self._text, quotes)
        self._worth = worth
        self._quantities = Placed((one.span, one) for one in find_quantities(doc))
        self._times = Placed((one.spans[-1], one) for one in find_times(doc, published))
        self._places = Placed((one.span, one) for one in find_places(doc))
        self._participants = Placed((one.span, one) for one in find_participants(self._parsed))

    def claims(self, attributions: Sequence[Attribution]) -> Iterator[Claim]:
        sentences = self._parsed.sentences
        order = {sentence: at for at, sentence in enumerate(sentences)}
        framing = {one.id for one in attributions if self._is_framing(one)}
        for number, one, within in self._numbered(find_passages(sentences, attributions, framing), framing):
            yield self._claim(_name(number), within, one, order[one.sentence], len(sentences))

    def _numbered(
        self, passages: Iterator[Passage], framing: Collection[str]
    ) -> Iterator[tuple[int, _Found, str | None]]:
        """What is found, sentence by sentence, with its number and the id of what it stands in."""
        first = 1
        for _, together in groupby(passages, _sentence_of):
            here = self._in_sentence(list(together), framing)
            wholes = narrowest_around([one.spans for one in here])
            for number, (one, around) in enumerate(zip(here, wholes, strict=True), first):
                yield number, one, None if around is None else _name(first + around)
            first += len(here)

    def _in_sentence(self, passages: Sequence[Passage], framing: Collection[str]) -> list[_Found]:
        clauses = list(self._clauses(passages))
        others = self._of_other_lengths(passages, framing, clauses) if clauses else ()
        return sorted((*clauses, *others), key=lambda one: one.place)

    def _clauses(self, passages: Sequence[Passage]) -> Iterator[_Found]:
        """The clauses that a sentence is cut into, voice by voice."""
        stated: Sequence[Proposition] = ()
        frames: Sequence[Proposition] = ()
        for passage in passages:
            if passage.attribution is None:
                stated, frames = self._own(passage)
                propositions = stated
            else:
                propositions = self._credited(passage, passage.attribution, stated, frames)
            voice = Voice(passage.attribution, passage.ranges[-1][1] if passage.attribution else None)
            for proposition in propositions:
                spans = self._spans(proposition, voice)
                if spans:
                    yield _Found("clause", spans, passage.sentence, voice, proposition)

    def _of_other_lengths(
        self, passages: Sequence[Passage], framing: Collection[str], clauses: Sequence[_Found]
    ) -> Iterator[_Found]:
        """The sentence as a whole and its parts, those that differ from all before them."""
        sentence = passages[0].sentence
        row = Row(self._tokens([sentence]))
        known = [row.of((*one.proposition.tokens, *one.proposition.leaning)) & ~row.signs for one in clauses]
        for level, head, own, leaning in (Part("sentence", whole(row.tokens).head, row.every), *find_parts(row)):
            words = (own | row.of(leaning)) & ~row.signs
            if any(says_the_same(words, other) for other in known):
                continue
            proposition = Proposition(head, row.listed(own), leaning)
            voice = voice_of(proposition, passages, framing, self._text)
            spans = self._spans(proposition, voice) if voice is not None else ()
            if voice is not None and spans:
                known.append(words)
                yield _Found(level, spans, sentence, voice, proposition)

    def _own(self, passage: Passage) -> tuple[Sequence[Proposition], Sequence[Proposition]]:
        """What the article states itself in a sentence, and the clauses in it that only attribute."""
        stated: list[Proposition] = []
        frames: list[Proposition] = []
        if is_furniture(self._text, *passage.sentence):
            return stated, frames
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
        attribute it, so these are taken in. Where the article itself states all of them and tells of nobody speaking
        ("they met to discuss the vote"), that claim is enough.
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
        told = attribution.cue is not None and self._has_finite_verb(attribution.cue)
        if not told and any(words.keys() <= {token.i for token in one.tokens} for one in stated):
            return ()
        return (whole([words[i] for i in sorted(words)]),) if words else ()

    def _has_finite_verb(self, cue: Span) -> bool:
        return any(is_finite_verb(token) for token in self._tokens([(cue.start, cue.end)]))

    def _is_framing(self, attribution: Attribution) -> bool:
        """Whether the cue is the predicate of a clause, or stands in place of one: "according to", a colon."""
        if attribution.cue is None:
            return True
        cue = self._tokens([(attribution.cue.start, attribution.cue.end)])
        inside = {token.i for token in cue}
        top = next((token for token in cue if token.head.i not in inside or token.head.i == token.i), None)
        return top is None or top.dep_ in _STANDING_IN or heads_clause(top)

    def _tokens(self, ranges: Iterable[tuple[int, int]]) -> list[Token]:
        stretches = (self._parsed.beginning_in(start, end) for start, end in ranges)
        return [token for stretch in stretches for token in stretch if not token.is_space]

    def _spans(self, proposition: Proposition, voice: Voice) -> tuple[Span, ...]:
        """The words as spans, one where they stand together; signs and connectives at the edges fall away."""
        end = voice.content_ends or 0  # a stop inside a quotation is part of it
        own = list(proposition.tokens)
        while own and (own[0].text in _OPENING_SIGNS or own[0].lower_ in _CONNECTIVES):
            own.pop(0)
        if not own:
            return ()
        tokens = sorted({*proposition.leaning, *own}, key=attrgetter("i")) if proposition.leaning else own
        pieces: list[list[Token]] = [[tokens[0]]]
        for before, token in pairwise(tokens):
            if token.i > before.i + 1 and self._text[before.idx + len(before) : token.idx].strip():
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

    def _claim(self, name: str, within: str | None, one: _Found, sentence: int, sentences: int) -> Claim:
        attribution = one.voice.attribution
        spans = one.spans
        assertion = self._assertion(one)
        own, leaning = one.proposition.tokens, one.proposition.leaning
        places = self._places.within(spans)
        claim = Claim(
            id=name,
            kind=self._kind(one.voice, spans),
            text=" … ".join(span.exact for span in spans),
            spans=spans,
            sentence=_trimmed(self._text, *one.sentence),
            attribution=attribution,
            polarity=assertion.polarity,
            certainty=assertion.certainty,
            quantities=self._quantities.within(spans),
            times=self._times.within(spans),
            places=places,
            participants=self._participants.within(spans),
            score=0.0,
            level=one.level,
            within=within,
            nature=assertion.nature,
            predicate=predicate_of(one.proposition.head, own, leaning, places, self._text),
            certainty_cue=assertion.cue,
        )
        return self._worth.scored(claim, features_of(claim, one.proposition, sentence, sentences))

    def _assertion(self, one: _Found) -> _Assertion:
        """How a claim is asserted, by its words and by what a clause alone does not show.

        A phrase asserts nothing and has the plain values. A condition is hypothetical, whatever its verb says, what
        somebody else found is no more than reported, and what somebody did not say may be so. A claim that holds the
        words of a denial ("the council rejected the plan") tells of it and is not what was denied.
        """
        if one.level == "phrase":
            return _Assertion("affirmed", "established", "fact")
        attribution = one.voice.attribution
        stance = attribution.stance if attribution else None
        attributing = attribution.cue if attribution else None
        told = attributing is not None and any(span.holds(attributing) for span in one.spans)
        words = words_of_claim(self._parsed, one.spans)
        reading = certainty_of(words, self._text, None if told and stance == "denies" else stance)
        certainty, cue = reading.value, reading.cue
        head = one.proposition.head
        mark = next((child for child in head.children if child.dep_ == "mark"), head)
        if is_condition(head) and head.dep_ == "advcl":
            certainty, cue = "hypothetical", span_between(self._text, mark, mark)
        elif mark.lower_ in ("if", "whether") and certainty == "established":
            certainty, cue = "possible", span_between(self._text, mark, mark)  # "asked whether he had left"
        elif one.level == "part" and stance is None and head.dep_ == "ccomp" and certainty == "established":
            certainty, cue = "reported", span_between(self._text, head.head, head.head)
        elif certainty == "established" and attributing is not None and not told and self._is_negated(attributing):
            certainty, cue = "possible", attributing
        elif certainty != "established" and cue is None:
            cue = attributing
        return _Assertion(polarity_of(words), certainty, nature_of(words, certainty, stance), cue)

    def _is_negated(self, cue: Span) -> bool:
        """Whether somebody did not say, or never said, what follows."""
        lead = self._text[max(0, cue.start - _NEGATION_REACH) : cue.start]
        return bool(_NEGATED.search(cue.exact) or _NEGATED_BEFORE.search(lead))

    def _kind(self, voice: Voice, spans: Sequence[Span]) -> ClaimKind:
        """A part of a wholly quoted content is quoted, marks in reach of it or not."""
        if voice.attribution is None:
            return "statement"
        if voice.attribution.kind == "direct" and voice.content_ends is not None:
            return "direct"
        return self._marks.kind_of(spans)


def _sentence_of(passage: Passage) -> tuple[int, int]:
    return passage.sentence


def _name(number: int) -> str:
    return f"c{number}"


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end - 1 and text[end - 1].isspace():
        end -= 1
    while start < end - 1 and text[start].isspace():
        start += 1
    return Span.of(text, start, end)
