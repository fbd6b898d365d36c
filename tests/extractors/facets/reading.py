"""How the tables of this folder are written: the words that count stand in ⟦⟧, a value is one short string.

A quantity is "300", "~300" (approximate), "3..5" (both ends), "100.." and "..100" (one end), with its unit behind it.
A time is its first and last day, "2031-03-03..2031-03-09 week", one day where they are the same.
"""

import re
from collections.abc import Sequence

from spacy.language import Language

from benchmarks.facets import written_quantity as shown
from benchmarks.facets import written_time as shown_time
from extractors.facets.predicates import ClaimWords, words_of_claim
from extractors.parsed import Parsed
from extractors.records import Span

__all__ = ["claim_words", "marked_spans", "shown", "shown_time", "unmarked"]

_MARKS = re.compile(r"⟦(.*?)⟧", re.DOTALL)


def unmarked(marked: str) -> str:
    return _MARKS.sub(r"\1", marked)


def marked_spans(marked: str) -> list[Span]:
    text = unmarked(marked)
    return [
        Span.of(text, found.start() - 2 * number, found.end() - 2 * number - 2)
        for number, found in enumerate(_MARKS.finditer(marked))
    ]


def claim_words(nlp: Language, text: str, spans: Sequence[Span] = ()) -> ClaimWords:
    """The words of the claim in `spans`, or of one that is the whole text."""
    return words_of_claim(Parsed.of(nlp(text)), spans or [Span.of(text, 0, len(text))])
