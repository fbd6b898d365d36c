"""Two sentences of different articles read against each other, by an encoder trained for it.

passages.py   a sentence as the encoder sees it: word pieces, their case and quotation, who speaks, where each stood
reader.py     the trained graphs: what a sentence means, how likely two claims are one, whether they diverge and in what
sentences.py  the sentences of a story that hold claims, read once each
coverage.py   how much of what one stretch says another sentence says too
choosing.py   which pairs of them are worth reading together
pairs.py      two passages side by side, and the claims in them that are asked about
judging.py    what reading tells of a pair of statements
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching.reading.reader import Reader


def load_reader() -> Reader:
    """The reader that ships, loaded once. Raises MissingWeights where its graphs are not installed."""
    from matching.reading.reader import WEIGHTS, reader_from

    return reader_from(WEIGHTS)
