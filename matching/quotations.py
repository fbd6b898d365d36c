"""The words of two quotations laid side by side: the same, one cut from the other, or different words.

Marks, capitals and white space do not count. Words in square brackets are the outlet's and may stand for anything.
An ellipsis, and the place where a sentence of the outlet interrupts the quotation, may hide words. What is left over
at the beginning or end of one quotation is a cut; what differs in between, or on both sides at once, is another
wording.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from extractors.records import Span
from matching.records import Edit, EditKind

Verdict = Literal["same_words", "other_words", "other_quotation"]

_TOKEN = re.compile(r"\[[^\]]*\]|\([^)]*\)|\.\s?\.\s?\.|…|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SPELT = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "gonna": "going to",
    "wanna": "want to",
    "percent": "per cent",
    "mister": "mr",
    "senator": "sen",
    "representative": "rep",
    "ok": "okay",
}
_SHORT_FORMS = (("n't", "not"), ("'re", "are"), ("'m", "am"), ("'ll", "will"), ("'ve", "have"), ("'s", "is"))
# Letters a word must have for "-our" to be the British ending: "labour", not "hour".
_SHORT = 4
# Words that transcribers leave out or put in.
_LIGHT = frozenset(["that", "the", "a", "an", "and", "so", "well", "uh", "um"])
_GAP = "\x00gap"
_ANYTHING = "\x00any"

# Words two quotations must share before they count as the same utterance, and the share of the shorter one. Below
# half, speakers who say two things on one occasion would be reported as misquoted.
_FEWEST_SHARED = 4
_SHARED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Laid:
    """What laying two quotations side by side gives: `edits` in reading order, the whole of both."""

    verdict: Verdict
    edits: tuple[Edit, ...]

    @property
    def first_other(self) -> Edit | None:
        """The first stretch in which the words differ."""
        return next((edit for edit in self.edits if edit.kind not in ("same", "hidden")), None)


@dataclass(frozen=True, slots=True)
class _Token:
    """`key` is what is compared; `span` is None for an interruption by the outlet's own words."""

    key: str
    span: Span | None


def lay_side_by_side(left: Sequence[Span], right: Sequence[Span]) -> Laid:
    """Each side is the quoted stretches of one claim in order; a stretch after the first follows an interruption."""
    one, two = _tokens(left), _tokens(right)
    matcher = SequenceMatcher(None, [token.key for token in one], [token.key for token in two], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(1 for block in blocks for token in one[block.a : block.a + block.size] if _is_word(token.key))
    shorter = min(sum(_is_word(token.key) for token in side) for side in (one, two))
    if not shorter or shared < min(_FEWEST_SHARED, shorter) or shared < _SHARED_SHARE * shorter:
        return Laid("other_quotation", (Edit("other", tuple(left), tuple(right)),))
    edits = []
    for tag, low_one, high_one, low_two, high_two in matcher.get_opcodes():
        here, there = one[low_one:high_one], two[low_two:high_two]
        at_edge = low_one == 0 == low_two or (high_one == len(one) and high_two == len(two))
        kind = "same" if tag == "equal" else _kind(here, there, at_edge)
        edits.append(Edit(kind, _spans(here, left), _spans(there, right)))
    is_other = any(edit.kind not in ("same", "hidden") for edit in edits)
    return Laid("other_words" if is_other else "same_words", tuple(edits))


def _tokens(spans: Sequence[Span]) -> list[_Token]:
    tokens: list[_Token] = []
    for index, span in enumerate(spans):
        if index:
            tokens.append(_Token(_GAP, None))
        for found in _TOKEN.finditer(span.exact):
            written = found.group()
            if written[0] in "[(":
                key = _ANYTHING
            elif written[0] in ".…":
                key = _GAP
            else:
                key = written.lower().replace("’", "'")
            place = Span(span.start + found.start(), span.start + found.end(), written)
            tokens += [_Token(part, place) for part in _spelt_alike(key)]
    return tokens


def _spelt_alike(key: str) -> tuple[str, ...]:
    """What transcribers write in more than one way: "don't" and "do not", "labour" and "labor", "per cent"."""
    if key in _SPELT:
        return tuple(_SPELT[key].split())
    for ending, word in _SHORT_FORMS:
        if key.endswith(ending) and len(key) > len(ending):
            return (key.removesuffix(ending), word)
    return (key.replace("our", "or") if len(key) > _SHORT and key.endswith(("our", "ours")) else key,)


def _kind(here: Sequence[_Token], there: Sequence[_Token], at_edge: bool) -> EditKind:
    """What two stretches are that face each other: other words, or a cut and words that are hidden."""
    keys = {token.key for token in (*here, *there)}
    if _GAP in keys or _ANYTHING in keys or (keys <= _LIGHT and not (here and there)):
        return "hidden"
    if here and there:
        return "other"
    if at_edge:
        return "hidden"
    return "left_only" if here else "right_only"


def _is_word(key: str) -> bool:
    return key not in (_GAP, _ANYTHING)


def _spans(tokens: Sequence[_Token], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """The characters of a run of tokens, with the marks between them: one span in each quoted stretch."""
    found: list[Span] = []
    for whole in quoted:
        inside = [token.span for token in tokens if token.span is not None and whole.holds(token.span)]
        if inside:
            start, end = inside[0].start, inside[-1].end
            found.append(Span(start, end, whole.exact[start - whole.start : end - whole.start]))
    return tuple(found)
