"""The words of the names of speakers: a search compares words, of which an archive has far fewer than names."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from api.storage import tables
from api.storage.extractions import write
from api.wire import MAX_NAME
from matching.name_forms import SMALL, plain

_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"['’]")
AT_ONCE = 1_000
"""Names in one statement: both databases bound the parameters of one."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name or of a search, without titles and small words unless there are no others."""
    words = tuple(_WORD.findall(_APOSTROPHE.sub("", plain(text))))
    unspoken, fields = _left_out()
    spoken = [word for word in words if word not in unspoken]
    if len(spoken) < len(words):  # what a title is of: "Secretary of State"
        spoken = [word for word in spoken if word not in fields] or spoken
    return tuple(spoken) or words


@cache
def _left_out() -> tuple[frozenset[str], frozenset[str]]:
    """Titles and small words, and what titles are of, in small letters."""
    from extractors.speakers.words import offices, titles  # loads spaCy, which the service does when it computes

    return frozenset({title.lower() for title in titles()} | SMALL), frozenset(field.lower() for field in offices())


async def learn(session: AsyncSession, names: Collection[str]) -> None:
    """Keep the words of names that are new. A longer one than a request may hold is no name that could be sought."""
    wanted = sorted(name for name in names if len(name) <= MAX_NAME)
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        known = set(
            await session.scalars(sa.select(col(tables.NameWord.name)).where(col(tables.NameWord.name).in_(some)))
        )
        rows = [
            {"word": word, "name": name} for name in some if name not in known for word in sorted(set(words_of(name)))
        ]
        await write(session, tables.NameWord, rows)


async def unlearned(session: AsyncSession) -> set[str]:
    """Names that articles give and no search would find, though they have words."""
    known = sa.select(col(tables.NameWord.name))
    names = sa.select(col(tables.Appearance.name)).where(col(tables.Appearance.name).not_in(known)).distinct()
    return {name for name in await session.scalars(names) if len(name) <= MAX_NAME and words_of(name)}
