"""Names in stretches that are all in capitals, as leads are: "THE MAYOR SAID ON MONDAY", "ROSA QUILL SAYS".

There a capital says nothing, so that only what cannot stand in a name parts names from the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.speakers.capitals import Word
from extractors.speakers.words import given_names
from extractors.word_lists import word_set

_NO_NAMES = word_set(
    """
    the a an this that these those his her its their our my your he she it they we i you who which what when where
    why how and or but nor not no if as than so in on at of to by for from with without about over under after
    before against between into out up down off is are was were be been being has have had do does did will would
    shall should can could may might must says say said tells tell told warns warn asks ask denies deny vows vow
    wants want calls call claims claim admits admit seeks seek urges urge threatens threaten gets get got goes go
    went gone makes make made takes take took comes come came gives give gave puts put sets set wins win won loses
    lose lost dies die dead amid monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
    tonight january february march april june july august september october november december
    """
)
_ENDINGS = ("ED", "ING")
# Letters from which on such an ending is one of a verb: "WARNED", but "FRED" and "KING".
_LONG = 5
# Letters of the longest word below which a run may be all acronyms: "CNN NEWS", "US NAVY".
_NO_ACRONYM = 5


def in_names(run: Sequence[Word]) -> Iterator[list[Word]]:
    """The parts of a run of capitalised words that may be names; the run itself where it is not all in capitals.

    A part that opens with a first name is given as others write it: "Rosa Quill".
    """
    words = [word.text for word in run]
    if len(run) < 2 or not all(map(str.isupper, words)) or max(map(len, words)) < _NO_ACRONYM:
        yield list(run)
        return
    part: list[Word] = []
    for word in run:
        if _ends_name(word.text):
            if part:
                yield _written(part)
            part = []
        else:
            part.append(word)
    if part:
        yield _written(part)


def _ends_name(word: str) -> bool:
    return word.lower() in _NO_NAMES or (len(word) >= _LONG and word.endswith(_ENDINGS))


def _written(part: list[Word]) -> list[Word]:
    if len(part) < 2 or part[0].text.title() not in given_names():
        return part
    return [replace(word, text=word.text.title()) if len(word.text) > 2 else word for word in part]
