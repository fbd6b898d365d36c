"""What tree and names of a parsed article add to the words of a mention.

    seen_in(doc, found) -> Seen

A mention may be a piece of its noun phrase: the model marks "The" of "The president", or only the apposition of
"Harbour Watch, a group in Norland that". The tree shows the whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractors.attribution.found import FoundAttribution
from extractors.documents import text_of
from extractors.records import Span
from extractors.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

LONGEST_PHRASE = 30
"""Tokens of a noun phrase that a mention is completed to; a longer one is a misread sentence."""

_INSIDE = word_set("det amod compound nummod advmod flat nmod:desc")
_NOUNS = ("NOUN", "PROPN")
_PHRASE = ("DET", "ADJ", "NUM", *_NOUNS)
_RELATIVES = word_set("who which that whose")
_ADVERBS = word_set("still also once now")
_DASHES = frozenset({"—", "–", "-", "--", "―"})


@dataclass(frozen=True, slots=True)
class Seen:
    """`whole` has the noun phrase of every source that is only a piece of one, `antecedents` what the relative pronouns
    among them stand for, `bodies` the names of several words that mostly read as those of organisations, by the names
    of the document.
    """

    whole: Mapping[Span, Span] = field(default_factory=dict)
    antecedents: Mapping[Span, Span] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()


def seen_in(doc: Doc, found: Sequence[FoundAttribution]) -> Seen:
    """What the tree and the names of `doc` tell of the sources of `found`. Linear in the length of the text."""
    text = text_of(doc)
    whole: dict[Span, Span] = {}
    antecedents: dict[Span, Span] = {}
    for one in found:
        if one.source is None or one.source in whole:
            continue
        tokens = doc.char_span(one.source.start, one.source.end, alignment_mode="expand")
        noun = None if tokens is None else _antecedent(tokens)
        if noun is not None:
            antecedents[one.source] = Span.of(text, *_offsets(doc[_left(noun)], doc[_name_end(noun) - 1]))
        phrase = None if tokens is None else _phrase(doc, tokens, one)
        if phrase is not None and phrase != (one.source.start, one.source.end):
            whole[one.source] = Span.of(text, *phrase)
    return Seen(whole, antecedents, _bodies(doc))


def _bodies(doc: Doc) -> frozenset[str]:
    kinds: dict[str, Counter[str]] = {}
    for name in doc.ents:
        words = " ".join(name.text.split()).removeprefix("the ").removeprefix("The ")
        kinds.setdefault(words, Counter())[name.label_] += 1
    return frozenset(name for name, read in kinds.items() if " " in name and 2 * read["organisation"] > read.total())


def _phrase(doc: Doc, tokens: Tokens, one: FoundAttribution) -> tuple[int, int] | None:
    for start, end in _completions(doc, tokens, one):
        first, last = doc[start], doc[end - 1]
        clear = one.cue is None or last.idx + len(last) <= one.cue.start or one.cue.end <= first.idx
        clear = clear or (last.pos_ == "NOUN" and one.cue is not None and last.idx == one.cue.start)
        if end - start <= LONGEST_PHRASE and clear and first.sent.start == last.sent.start:
            return _offsets(first, last)
    return None


def _offsets(first: Token, last: Token) -> tuple[int, int]:
    return first.idx, last.idx + len(last)


def _completions(doc: Doc, tokens: Tokens, one: FoundAttribution) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that complete a source, the likeliest first."""
    heads = [token for token in tokens if not tokens.start <= token.head.i < tokens.end or token.head.i == token.i]
    cut = heads[-1] if heads else None
    if cut is None:
        return
    if cut.dep_ in _INSIDE and cut.head.i >= tokens.end and cut.i == tokens.end - 1 and _opens(cut, cut.head):
        yield tokens.start, cut.head.i + 1
    if tokens[-1].pos_ == "ADP" and len(tokens) > 1:
        end = tokens.end
        while end < len(doc) and doc[end].pos_ in _PHRASE:
            end += 1
        if end > tokens.end:
            yield tokens.start, end
    subject, apposed = _subject(doc, one), heads[0]
    named = apposed.head if apposed.dep_ == "appos" else subject  # the parser may call both a subject
    if named is not None and named.pos_ == "PROPN" and apposed.pos_ == "NOUN" and _beside(doc, named, tokens):
        yield _left(named), tokens.end
    if subject is None or subject.i >= tokens.start or subject.pos_ not in _NOUNS or not _lost_its_head(tokens):
        return
    if subject.right_edge.i >= tokens.end - 1:
        yield _left(subject), _name_end(subject)


def _antecedent(tokens: Tokens) -> Token | None:
    """The noun that a relative pronoun, alone in its mention, stands for."""
    if len(tokens) != 1 or tokens[0].lower_ not in _RELATIVES:
        return None
    clause = tokens[0].head
    return clause.head if clause.dep_ == "acl:relcl" and clause.head.i < tokens.start else None


def _opens(cut: Token, noun: Token) -> bool:
    """Whether a noun completes what was cut off before it; a name before a common noun may be all that speaks."""
    return noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and cut.pos_ != "PROPN")


def _lost_its_head(tokens: Tokens) -> bool:
    """Whether words begin inside a noun phrase: "who led it", "server in the hall", not "the hall", "Ann Lee"."""
    first = tokens[0]
    if first.lower_ in _RELATIVES or first.pos_ in ("CCONJ", "VERB", "AUX"):
        return True
    return bool(first.is_lower) and first.pos_ == "NOUN" and first.tag_ == "NN"


def _beside(doc: Doc, named: Token, apposed: Tokens) -> bool:
    """Whether an indefinite apposition follows its name behind nothing but a comma or a dash."""
    between = [token for token in doc[_name_end(named) : apposed.start] if token.text not in _ADVERBS]
    sign = bool(between) and all(token.text == "," or token.text in _DASHES for token in between)
    return sign and any(token.lower_ in ("a", "an", "one") for token in apposed[:2])


def _left(noun: Token) -> int:
    start = noun.left_edge.i
    while start < noun.i and (noun.doc[start].is_punct or noun.doc[start].dep_ in ("case", "cc", "mark")):
        start += 1
    return start


def _name_end(noun: Token) -> int:
    parts = [child.i for child in noun.children if child.dep_ in ("flat", "compound") and child.i > noun.i]
    return max(parts, default=noun.i) + 1


def _subject(doc: Doc, one: FoundAttribution) -> Token | None:
    """The subject of the cue."""
    cue = None if one.cue is None else doc.char_span(one.cue.start, one.cue.end, alignment_mode="expand")
    if cue is None:
        return None
    verbs = [token for token in cue if token.pos_ in ("VERB", "AUX")]
    return next((child for verb in verbs for child in verb.children if child.dep_.startswith("nsubj")), None)
