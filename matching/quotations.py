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
    """What laying two quotations side by side gives. `left_only` and `right_only` are the first words that differ."""

    verdict: Verdict
    left_only: str
    right_only: str


def lay_side_by_side(left: Sequence[Span], right: Sequence[Span]) -> Laid:
    """Each side is the quoted stretches of one claim in order; a stretch after the first follows an interruption."""
    one, two = _tokens(left), _tokens(right)
    matcher = SequenceMatcher(None, [key for key, _ in one], [key for key, _ in two], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(1 for block in blocks for key, _ in one[block.a : block.a + block.size] if _is_word(key))
    shorter = min(sum(_is_word(key) for key, _ in one), sum(_is_word(key) for key, _ in two))
    if not shorter or shared < min(_FEWEST_SHARED, shorter) or shared < _SHARED_SHARE * shorter:
        return Laid("other_quotation", "", "")
    for tag, low_one, high_one, low_two, high_two in matcher.get_opcodes():
        if tag == "equal":
            continue
        here, there = one[low_one:high_one], two[low_two:high_two]
        at_edge = low_one == 0 == low_two or (high_one == len(one) and high_two == len(two))
        if _differs(here, there, at_edge):
            return Laid("other_words", _written(here), _written(there))
    return Laid("same_words", "", "")


def _tokens(spans: Sequence[Span]) -> list[tuple[str, str]]:
    """Pairs of comparison key and word as written."""
    tokens: list[tuple[str, str]] = []
    for index, span in enumerate(spans):
        if index:
            tokens.append((_GAP, "…"))
        for found in _TOKEN.finditer(span.exact):
            written = found.group()
            if written[0] in "[(":
                key = _ANYTHING
            elif written[0] in ".…":
                key = _GAP
            else:
                key = written.lower().replace("’", "'")
            tokens += [(part, written) for part in _spelt_alike(key)]
    return tokens


def _spelt_alike(key: str) -> tuple[str, ...]:
    """What transcribers write in more than one way: "don't" and "do not", "labour" and "labor", "per cent"."""
    if key in _SPELT:
        return tuple(_SPELT[key].split())
    for ending, word in _SHORT_FORMS:
        if key.endswith(ending) and len(key) > len(ending):
            return (key.removesuffix(ending), word)
    return (key.replace("our", "or") if len(key) > _SHORT and key.endswith(("our", "ours")) else key,)


def _differs(here: Sequence[tuple[str, str]], there: Sequence[tuple[str, str]], at_edge: bool) -> bool:
    """Whether two stretches that face each other are other words, rather than a cut or words that are hidden."""
    keys = {key for key, _ in (*here, *there)}
    if _GAP in keys or _ANYTHING in keys or (keys <= _LIGHT and not (here and there)):
        return False
    if at_edge:
        return bool(here) and bool(there)
    return True


def _is_word(key: str) -> bool:
    return key not in (_GAP, _ANYTHING)


def _written(tokens: Sequence[tuple[str, str]]) -> str:
    return " ".join(written for _, written in tokens)
