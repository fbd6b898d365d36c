"""How a statement is told: the words around a claim that decide how it is meant.

A claim's spans leave out who said it and with which verb ("the board approved | the sale"), and extraction may cut a
clause short. What denies, hedges, limits or explains a claim often stands just there. A telling is the claim's sentence
where that is short, else the stretch from the first to the last of claim, holder and cue.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extractors.records import Span
from matching.statements import Statement
from matching.words import Word, root, words_of

# Words up to which a sentence is taken whole. Clauses of short sentences belong together, those of long ones tell of
# several things.
SHORT_SENTENCE = 26
# Content words up to which a telling has room for one event only, so that a single word of it may decide.
FEW_WORDS = 14
# Content words up to which it says nothing besides that event, as "Classes begin on Monday".
FEWEST_WORDS = 8

WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")

# The one letter whose small form is two code points, "İ", is among them: offsets are to stay as they are.
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\n": " ", "İ": "i"})


@dataclass(frozen=True, slots=True)
class Telling:
    """`low` is the text in lower case with straight marks, as long as the text; `stems` its words' stems in order.

    `is_whole` says that it is a whole sentence: the rest of a long one may say what a clause of it leaves out.
    """

    start: int
    text: str
    low: str
    words: tuple[Word, ...]
    stems: str
    content: frozenset[str]
    roots: frozenset[str]
    is_whole: bool

    @property
    def is_brief(self) -> bool:
        return self.is_whole and len(self.content) <= FEW_WORDS

    @property
    def is_bare(self) -> bool:
        return self.is_whole and len(self.content) <= FEWEST_WORDS

    def words_before(self, offset: int, most: int) -> tuple[Word, ...]:
        """The last words that begin before an offset of the article."""
        at = bisect_left(self.words, offset, key=lambda word: word.start)
        return self.words[max(0, at - most) : at]

    def words_from(self, offset: int, most: int) -> tuple[Word, ...]:
        """The first words that begin at an offset of the article or behind it."""
        at = bisect_left(self.words, offset, key=lambda word: word.start)
        return self.words[at : at + most]

    def span(self, start: int, end: int) -> Span:
        """The span of the article for `text[start:end]` of the telling."""
        return Span(self.start + start, self.start + end, self.text[start:end])

    def span_of_stems(self, start: int, end: int) -> Span:
        """The span of the words whose stems are `stems[start:end]`."""
        first = self.stems.count(" ", 0, start)
        last = self.stems.count(" ", 0, end - 1)
        low, high = self.words[first].start - self.start, self.words[last].end - self.start
        return self.span(low, high)

    def roots_besides(self, value: Span) -> frozenset[str]:
        """Roots of the content words outside `value`."""
        return frozenset(
            root(word.stem) for word in self.words if word.is_content and not value.start <= word.start < value.end
        )

    def is_in_name(self, span: Span) -> bool:
        """Whether capitals make some words part of a longer name; in a headline all words have them."""
        at = next((index for index, word in enumerate(self.words) if word.start == span.start), 0)
        beside = [self.words[index] for index in (at - 1, at + 1) if 0 <= index < len(self.words)]
        return (
            at > 0
            and span.exact[:1].isupper()
            and any(word.written[0].isupper() for word in beside)
            and any(word.is_content and word.written.islower() for word in self.words)
        )

    def has(self, pattern: re.Pattern[str]) -> bool:
        return pattern.search(self.low) is not None


def telling_of(text: str, statement: Statement) -> Telling:
    """`text` is that of the statement's article."""
    low, high = _stretch(text, statement)
    words = words_of(text, low, high)
    content = frozenset(word.stem for word in words if word.is_content)
    return Telling(
        start=low,
        text=text[low:high],
        low=text[low:high].translate(_MARKS).lower(),
        words=words,
        stems=" ".join(word.stem for word in words),
        content=content,
        roots=frozenset(root(stem) for stem in content),
        is_whole=(low, high) == (statement.claim.sentence.start, statement.claim.sentence.end),
    )


def _stretch(text: str, statement: Statement) -> tuple[int, int]:
    sentence = statement.claim.sentence
    if len(words_of(text, sentence.start, sentence.end)) <= SHORT_SENTENCE:
        return sentence.start, sentence.end
    spans = list(statement.spans)
    attribution = statement.claim.attribution
    if attribution is not None:
        spans += [span for span in (attribution.mention, attribution.cue) if span and sentence.holds(span)]
    return min(span.start for span in spans), max(span.end for span in spans)
