"""Which language a text is in: py3langid's naive Bayes over byte n-grams, asked piece by piece.

Pieces, not the whole, for two reasons: a text in two languages gets the one most of it is in, and the identifier fails
on long repetitive input (its counts are 16 bits wide). The model is read once, on the first question.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

PIECE = 200
"""Code points per question. On 1,000 stretches of US news each, pieces of 120, 200 and 400 code points were taken for
another language 0, 1 and 0 times, of 80 five times, of 30 sixty times."""

SURE_FROM = 120
"""Code points from which the answer is relied on; see `PIECE`."""

MOST_PIECES = 100
"""Questions per text, spread evenly over it: 20,000 code points say enough about a million, and bound the time."""

LETTERS_FOR_SCRIPT = 10
"""Letters from which the script alone is evidence: a headline in Cyrillic or Chinese is not English, however short."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language most of a text is in, None where the text is too short to tell.

    "und" for a text mostly in a script that English is not written in.
    """
    letters = [c for c in text[: PIECE * MOST_PIECES] if c.isalpha()]
    if len(letters) >= LETTERS_FOR_SCRIPT and sum(map(_is_foreign, letters)) * 2 > len(letters):
        return "und"
    if len(text.strip()) < SURE_FROM or len(letters) < SURE_FROM // 2:
        return None
    shares: dict[str, int] = {}
    pieces = _pieces(text.lower())  # the identifier takes English in capitals for French or Hebrew
    most = sum(map(len, pieces)) / 2
    for piece in pieces:
        language = _language_of_piece(_identifier(), piece)
        shares[language] = shares.get(language, 0) + len(piece)
        if shares[language] > most:  # whatever the other pieces are in
            return language
    return max(sorted(shares), key=lambda language: shares[language])


def _language_of_piece(identifier: LanguageIdentifier, piece: str) -> str:
    """What `identifier.classify` answers, summed over the n-grams that a piece has and not over all that are known."""
    counts = identifier.instance2fv(piece)
    seen = np.flatnonzero(counts)
    scores = counts[seen] @ identifier.nb_ptc[seen] + identifier.nb_pc
    language: str = identifier.nb_classes[scores.argmax()]
    return language


def _is_foreign(letter: str) -> bool:
    return not letter.isascii() and not unicodedata.name(letter, "").startswith("LATIN")


def _pieces(text: str) -> list[str]:
    pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
    if len(pieces) > 1 and len(pieces[-1]) < SURE_FROM:
        pieces[-2:] = [pieces[-2] + pieces[-1]]
    step = max(1, -(-len(pieces) // MOST_PIECES))
    return pieces[::step]


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_pickled_model(MODEL_FILE)
