"""The document as the rules for numbers see it, and what a rule answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from extractors.documents import text_of
from extractors.facets.amounts import Amount, read_amount
from extractors.facets.lexing import Lexeme, lex
from extractors.records import Quantity, Span

DASHES = frozenset("-‐‑–—")


@dataclass(frozen=True, slots=True)
class Reading:
    """`places` are the numbers of the document's tokens by the offset they begin at; `tagged` and `parsed` say what the
    tokens know.
    """

    text: str
    lexemes: tuple[Lexeme, ...]
    doc: Doc
    places: dict[int, int]
    tagged: bool
    parsed: bool
    _amounts: dict[int, Amount | None] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, doc: Doc) -> Reading:
        text = text_of(doc)
        places = {offset: i for i, offset in enumerate(doc.to_array(IDX).tolist())}
        return cls(text, lex(text), doc, places, doc.has_annotation("POS"), doc.has_annotation("DEP"))

    def token_at(self, offset: int) -> Token | None:
        """The token that begins there. spaCy makes one anew at every asking, so few are asked for."""
        at = self.places.get(offset)
        return None if at is None else self.doc[at]

    def amount(self, at: int) -> Amount | None:
        """`read_amount` there, read once however many rules ask."""
        if at not in self._amounts:
            self._amounts[at] = read_amount(self.lexemes, at)
        return self._amounts[at]


Hit = tuple[tuple[Quantity, ...], int]
"""The quantities a rule has read, and the index of the lexeme behind them."""


def is_word(lexemes: Sequence[Lexeme], at: int, word: str, *, glued: bool = False) -> bool:
    return 0 <= at < len(lexemes) and lexemes[at].low == word and (lexemes[at].glued or not glued)


def span_of(reading: Reading, first: int, after: int) -> Span:
    return Span.of(reading.text, reading.lexemes[first].start, reading.lexemes[after - 1].end)


def clean(value: float) -> float:
    """Twelve significant digits: the conversion's own noise ("4.500000000000001") is no information."""
    return float(f"{value:.12g}")
