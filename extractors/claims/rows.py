"""The words of one sentence, and sets of them as the bits of a number.

A sentence has a dozen propositions that overlap. As bits, what two of them share is one operation however many words
they have, and words are listed only for those that are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.parsed import Token


class Row:
    """`tokens` are those of a sentence in order, white space left out; `every` is the set of them, and `signs` that of
    the signs among them.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._from = min((token.first for token in tokens), default=0)
        self.every = self.of(tokens)
        self.signs = self.of(token for token in tokens if token.is_punct)

    def of(self, tokens: Iterable[Token]) -> int:
        """The set of some tokens of the sentence."""
        words = 0
        for token in tokens:
            words |= 1 << (token.i - self._from)
        return words

    def below(self, head: Token) -> int:
        """A token and all that hangs on it, however far down."""
        return ((2 << (head.last - head.first)) - 1) << (head.first - self._from) & self.every

    def below_any(self, heads: Iterable[Token]) -> int:
        words = 0
        for head in heads:
            words |= self.below(head)
        return words

    def listed(self, words: int) -> tuple[Token, ...]:
        """The tokens of a set, in order."""
        return tuple([token for token in self.tokens if words >> (token.i - self._from) & 1])
