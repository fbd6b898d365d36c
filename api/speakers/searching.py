"""Finding speakers by a name that need not be written as the articles write it.

Capitals, accents, titles and the order of words make no difference; a word may be an initial, a pet form, a beginning
of three letters or more, or misspelt by a letter, in a long word by two. Every word that is sought must be found.
Reads all names that the other filters leave, once each: some 100,000 take about half a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from extractors.speakers.words import offices, same_given_name, titles
from matching.name_forms import SMALL, plain

_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"['’]")

# Likeness of a word that is sought to one of a name, in percent. What is equal comes first, then what is surely meant,
# then what may be meant: the order matters, the distances between them do not.
EQUAL, PET_FORM, INITIAL, BEGINNING, MISSPELT = 100, 90, 85, 80, 70
LEAST_BEGINNING = 3
"""Letters of a beginning: two begin too many names."""
ONE_LETTER_WRONG, TWO_LETTERS_WRONG = 4, 8
"""Letters of a word from which on it is known again with one or two of them wrong, missing or exchanged."""
RANK_OF_WHOLE = 1_000
"""What is added, in hundredths of a percent, where the words sought are the whole name: "Lee" is "Lee" rather than "Ann
Lee"."""


def words_sought(text: str) -> tuple[str, ...]:
    """The words of a name or of a search, without titles and small words unless there are no others."""
    words = tuple(_WORD.findall(_APOSTROPHE.sub("", plain(text))))
    spoken = [word for word in words if word.capitalize() not in titles() and word not in SMALL]
    if len(spoken) < len(words):  # what a title is of: "Secretary of State"
        spoken = [word for word in spoken if word.capitalize() not in offices()] or spoken
    return tuple(spoken) or words


def rank(sought: Sequence[str], names: Iterable[str]) -> int:
    """How well the best of a speaker's names fits, from 0 for not at all to 11,000."""
    return max((_rank(sought, words_sought(name)) for name in names), default=0)


def _rank(sought: Sequence[str], name: Sequence[str]) -> int:
    if not sought or not name:
        return 0
    found = [max(_likeness(word, other) for other in name) for word in sought]
    if min(found) == 0:
        return 0
    return 100 * sum(found) // len(found) + RANK_OF_WHOLE * min(len(sought), len(name)) // max(len(sought), len(name))


def _likeness(sought: str, word: str) -> int:
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
