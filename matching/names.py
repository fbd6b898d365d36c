"""Names in a text: runs of capitalised words that are not capitalised only because a sentence begins there.

Comparison needs names even where extraction found no participant, and needs them alike in every article. A name is
kept as the stems of its words, so that "Mr. Okoro" and "Chinedu Okoro" share "okoro".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from matching.words import STOP_WORDS, Word, stems_of

_TITLE_WORDS = """
    mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister chancellor king queen prince
    princess senator sen representative rep governor gov mayor secretary chief chairman chairwoman chair director judge
    justice general gen colonel col captain capt lieutenant sergeant sheriff inspector commissioner ambassador
    congressman congresswoman archbishop bishop pope imam rabbi saint st
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_TITLE_STEMS = stems_of(_TITLE_WORDS)
_SENTENCE_END = re.compile(r"[.!?:]['\"”’)\]]*\s*['\"“‘(\[]*$|\n\s*['\"“‘(\[]*$|^\s*['\"“‘(\[]*$|[“\"‘(\[]$")
# Code points looked at before a word to tell whether a sentence begins with it.
_LOOK_BACK = 6


def name_stems(text: str, words: Sequence[Word]) -> frozenset[str]:
    """Stems of the words of one article that are part of a name somewhere in it, titles and calendar words left out.

    A word that opens a sentence counts only if the article also capitalises it elsewhere inside a sentence.
    """
    inside = {word.stem for word in words if _is_capital(word) and not _opens_sentence(text, word.start)}
    return frozenset(stem for stem in inside if stem not in STOP_WORDS and stem not in _TITLES)


def names_among(words: Iterable[Word], known: frozenset[str]) -> frozenset[str]:
    """Stems of those words that are written with a capital and known to be part of a name in the article."""
    return frozenset(word.stem for word in words if _is_capital(word) and word.stem in known)


def without_titles(stems: Iterable[str]) -> tuple[str, ...]:
    return tuple(stem for stem in stems if stem not in _TITLE_STEMS and stem not in STOP_WORDS)


def is_title(word: Word) -> bool:
    """By the word as written: "Col." and "Cole" have one stem."""
    return word.written.lower().rstrip(".") in _TITLES


def _is_capital(word: Word) -> bool:
    return word.written[0].isupper() and len(word.stem) > 1


def _opens_sentence(text: str, start: int) -> bool:
    return _SENTENCE_END.search(text[max(0, start - _LOOK_BACK) : start]) is not None
