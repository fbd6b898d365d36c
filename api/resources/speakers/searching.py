"""Finding speakers by a name that need not be written as the articles write it.

Capitals, accents, titles and the order of words make no difference; a word may be an initial, a pet form, a beginning
of three letters or more, or misspelt by a letter, in a long word by two. Every word that is sought must be found.
    words of all names ── words that may be meant ── names with one for each word sought ── ranks
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from api.storage.name_words import words_of

# Likeness of a word that is sought to one of a name, in percent. What is equal comes first, then what is surely meant,
# then what may be meant: the order matters, the distances between them do not.
EQUAL, PET_FORM, INITIAL, BEGINNING, MISSPELT = 100, 90, 85, 80, 70
LEAST_BEGINNING = 3
"""Letters of a beginning: two begin too many names."""
ONE_LETTER_WRONG, TWO_LETTERS_WRONG = 4, 8
"""Letters of a word from which on it is known again with one or two of them wrong, missing or exchanged."""
MOST_WORDS = 8
"""Words of a search that count; names have fewer."""
MOST_MEANT = 1_000
"""Words of names that one word of a search may mean. Only a beginning or an initial means as many."""
RANK_OF_WHOLE = 1_000
"""What is added, in hundredths of a percent, where the words sought are the whole name: "Lee" is "Lee" rather than "Ann
Lee"."""


class Search:
    """One search. Names share their words with others, so each word is compared once."""

    def __init__(self, text: str) -> None:
        self._sought = words_of(text)[:MOST_WORDS]
        self._known: dict[str, tuple[int, ...]] = {}

    def meant(self, words: Iterable[str]) -> list[list[str]]:
        """Of the words of all names, those that each word sought may mean, the likeliest first, MOST_MEANT at most."""
        rows = [(word, self._likenesses(word)) for word in words]
        return [
            [word for word, _ in sorted(fitting, key=lambda row: (-row[1][n], row[0]))[:MOST_MEANT]]
            for n, fitting in enumerate([[row for row in rows if row[1][n]] for n in range(len(self._sought))])
        ]

    def rank(self, names: Iterable[str]) -> int:
        """How well the best of a speaker's names fits, from 0 for not at all to 11,000."""
        return max((self._rank(words_of(name)) for name in names), default=0)

    def _rank(self, name: Sequence[str]) -> int:
        if not self._sought or not name:
            return 0
        found: list[int] = [
            max(likenesses) for likenesses in zip(*(self._likenesses(word) for word in name), strict=True)
        ]
        if min(found) == 0:
            return 0
        shorter, longer = sorted((len(found), len(name)))
        return 100 * sum(found) // len(found) + RANK_OF_WHOLE * shorter // longer

    def _likenesses(self, word: str) -> tuple[int, ...]:
        """That of a word of a name to each of those sought."""
        if word not in self._known:
            self._known[word] = tuple(_likeness(sought, word) for sought in self._sought)
        return self._known[word]


def _likeness(sought: str, word: str) -> int:
    from extractors.speakers.words import same_given_name

    if sought == word:
        return EQUAL
    if len(sought) == 1 or len(word) == 1:
        return INITIAL if sought[0] == word[0] else 0
    if same_given_name(sought.capitalize(), word.capitalize()):
        return PET_FORM
    if len(sought) >= LEAST_BEGINNING and word.startswith(sought):
        return BEGINNING
    length = min(len(sought), len(word))
    wrong = (length >= ONE_LETTER_WRONG) + (length >= TWO_LETTERS_WRONG)
    distance = OSA.distance(sought, word, score_cutoff=wrong)
    return MISSPELT // distance if 0 < distance <= wrong else 0
