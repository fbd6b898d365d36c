"""Words, digit groups and marks of a text with their offsets: what the number grammar reads.

It does not use spaCy's tokens, which glue "4.5%-5.1" together and cut "310m" apart: a number grammar must see the
same pieces whatever the tokeniser does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

_PIECE = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3}){1,5}(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
    r"|(?P<clitic>['’](?:s|t|re|ll|ve|d|m)\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>\S)",
    re.IGNORECASE,
)


Kind = Literal["digits", "clitic", "word", "mark"]


class Lexeme(NamedTuple):
    """One piece of text. `glued` says that no white space stands before it; `line` that a line begins with it.

    A tuple, since a text has a thousand of them and one is made in a third of the time of another record.
    """

    kind: Kind
    text: str
    low: str
    start: int
    end: int
    glued: bool
    line: bool

    @property
    def capitalised(self) -> bool:
        return self.kind == "word" and self.text[0].isupper()


def low_at(lexemes: Sequence[Lexeme], at: int) -> str:
    """The lexeme at a position in small letters, "" beyond either end."""
    return lexemes[at].low if 0 <= at < len(lexemes) else ""


def lex(text: str) -> tuple[Lexeme, ...]:
    pieces: list[Lexeme] = []
    last = 0
    for found in _PIECE.finditer(text):
        start, end = found.span()
        piece, kind = found.group(), cast("Kind", found.lastgroup)
        line = not pieces or "\n" in text[last:start]
        pieces.append(Lexeme(kind, piece, piece.lower(), start, end, start == last and bool(pieces), line))
        last = end
    return tuple(pieces)
