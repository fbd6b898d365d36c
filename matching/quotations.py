"""The words of two quotations laid side by side: the same, one cut from the other, or different words.

Marks, capitals and white space do not count. Words in square brackets are the outlet's and may stand for anything.
An ellipsis, and the place where a sentence of the outlet interrupts the quotation, may hide words. What is left over
at the beginning or end of one quotation is a cut; what differs in between, or on both sides at once, is another
wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from extractors.records import Span
from matching.records import Edit, EditKind

Verdict = Literal["same_words", "other_words", "other_quotation"]

_TOKEN = re.compile(r"\[[^\]]*\]|\([^)]*\)|\.\s?\.\s?\.|…|%|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_FIGURES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_SPELT = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "gonna": "going to",
    "wanna": "want to",
    "percent": "per cent",
    "%": "per cent",
    "mister": "mr",
    "senator": "sen",
    "representative": "rep",
    "ok": "okay",
    "judgement": "judgment",
    "grey": "gray",
    "centre": "center",
    "theatre": "theater",
    "programme": "program",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "tyre": "tire",
    "cheque": "check",
    "whilst": "while",
    "amongst": "among",
    "towards": "toward",
    "learnt": "learned",
    "burnt": "burned",
    **{name: str(figure) for figure, name in enumerate(_FIGURES.split(), start=1)},
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
# Words of two phrases that are one but for a single word: "a dreadful mistake", "a costly mistake".
_FEWEST_OF_ONE_LENGTH = 3
# Words of a quotation up to which all that two have in common is looked for: the time may grow with the third power,
# to seconds at a thousand words that repeat themselves. Speakers are seldom quoted with more than fifty in a row.
_LONGEST = 300

_TURNED: Mapping[EditKind, EditKind] = {
    "same": "same",
    "other": "other",
    "hidden": "hidden",
    "left_only": "right_only",
    "right_only": "left_only",
}


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
    """Each side is the quoted stretches of one claim in order; a stretch after the first follows an interruption.

    The other way round it gives the same with the sides exchanged.
    """
    one, two = _tokens(left), _tokens(right)
    if [token.key for token in two] < [token.key for token in one]:  # what is matched first depends on the order
        laid = _laid(right, left, two, one)
        return Laid(laid.verdict, tuple(Edit(_TURNED[edit.kind], edit.right, edit.left) for edit in laid.edits))
    return _laid(left, right, one, two)


def _laid(left: Sequence[Span], right: Sequence[Span], one: Sequence[_Token], two: Sequence[_Token]) -> Laid:
    blocks = list(_same_words(one, two))
    shared = sum(1 for at, _, size in blocks for token in one[at : at + size] if _is_word(token.key))
    shorter, longer = sorted(sum(_is_word(token.key) for token in side) for side in (one, two))
    of_one_length = shorter == longer == shared + 1 >= _FEWEST_OF_ONE_LENGTH
    few = not of_one_length and shared < min(_FEWEST_SHARED, shorter)
    if not shorter or few or shared < _SHARED_SHARE * shorter:
        return Laid("other_quotation", (Edit("other", tuple(left), tuple(right)),))
    edits = []
    low_one = low_two = 0
    for at_one, at_two, size in (*blocks, (len(one), len(two), 0)):
        at_edge = low_one == 0 == low_two or (at_one == len(one) and at_two == len(two))
        here, there = one[low_one:at_one], two[low_two:at_two]
        edits.append(Edit(_kind(here, there, at_edge), _spans(here, left), _spans(there, right)))
        low_one, low_two = at_one + size, at_two + size
        edits.append(Edit("same", _spans(one[at_one:low_one], left), _spans(two[at_two:low_two], right)))
    shown = tuple(edit for edit in edits if edit.left or edit.right)
    is_other = any(edit.kind not in ("same", "hidden") for edit in shown)
    return Laid("other_words" if is_other else "same_words", shown)


def _same_words(one: Sequence[_Token], two: Sequence[_Token]) -> Iterator[tuple[int, int, int]]:
    """Where stretches of the same tokens begin on either side, and how many they have; no written word is cut by one:
    "can't" shares nothing with "can".
    """
    for at_one, at_two, size in _blocks([token.key for token in one], [token.key for token in two]):
        first, last = 0, size
        while first < last and (_is_within(one, at_one + first) or _is_within(two, at_two + first)):
            first += 1
        while first < last and (_is_within(one, at_one + last) or _is_within(two, at_two + last)):
            last -= 1
        if first < last:
            yield at_one + first, at_two + first, last - first


def _is_within(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a written word goes on from the token before to this one."""
    return 0 < at < len(tokens) and tokens[at].span is not None and tokens[at].span == tokens[at - 1].span


def _blocks(one: Sequence[str], two: Sequence[str]) -> list[tuple[int, int, int]]:
    """Stretches of equal keys, in order; of long quotations only how they begin and end."""
    if max(len(one), len(two)) <= _LONGEST:
        return [(a, b, size) for a, b, size in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()]
    shorter = min(len(one), len(two))
    first = next((at for at in range(shorter) if one[at] != two[at]), shorter)
    last = next((at for at in range(shorter - first) if one[-1 - at] != two[-1 - at]), shorter - first)
    return [(0, 0, first), (len(one) - last, len(two) - last, last)]


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
    """What transcribers write in more than one way: "don't" and "do not", "labour" and "labor", "five" and "5"."""
    if key in _SPELT:
        return tuple(_SPELT[key].split())
    if key[0].isdigit():
        return (key.replace(",", ""),)
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
