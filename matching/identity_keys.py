"""Which speakers of an archive are one, as far as names can tell: every speaker of a story gets a key, and those with
one key are one.

    articles of a story -> one identity within the story -> a key for each -> the archive

A person's key is first and last name, so that "Ms. Tarn" and "Ilse Tarn" of one story, and "Ilse Tarn" of another, are
one. A last name that nothing in its story completes is a key within that story only, and within its article where the
story names a bearer it was not joined to: elsewhere it may be anybody's. "Jr." belongs to the key, since it tells
father from son.
An organisation's key is its name, unless every word of that is a common noun ("City Council"), which holds within the
story. Whoever is unnamed has a key of their own: two "officials" are never one.

Not covered: different people of the same full name, and one organisation under several names. Both are for a person
to decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from extractors.records import Speaker
from extractors.speakers.words import collectives
from matching.identities import is_named, one_identity
from matching.name_forms import Identity, Marks, marks_of, plain, words_of_name
from matching.records import Article

_FULL_NAME = 2
"""Words of a full name: first and last."""

ArticleSpeaker = tuple[str, str]
"""The id of an article and that of a speaker in it."""


def identities(articles: Sequence[Article], story: str | None) -> dict[ArticleSpeaker, Identity]:
    """Who the speakers of a story's articles are. Without a `story` the articles are one that belongs to none."""
    called = [
        (article.id, speaker if speaker.anonymous == renamed.anonymous else renamed, renamed.name)
        for article, other in zip(articles, one_identity(articles), strict=True)
        for speaker, renamed in zip(article.extraction.speakers, other.extraction.speakers, strict=True)
    ]
    lasts = {words[-1] for _, speaker, name in called if is_named(speaker) and len(words := _full(name)) > 1}
    groups: dict[tuple[str, str], list[tuple[str, Speaker]]] = defaultdict(list)
    found: dict[ArticleSpeaker, Identity] = {}
    alike: Counter[tuple[str, str, str]] = Counter()
    for article, speaker, name in called:
        if is_named(speaker):
            bearers_differ = words_of_name(name)[-1] in lasts and len(_full(name)) < _FULL_NAME
            groups[name, article if story is None or bearers_differ else story].append((article, speaker))
        else:
            same = (article, speaker.type, plain(speaker.name))
            alike[same] += 1
            found[article, speaker.id] = Identity(name, ("unnamed", *same, str(alike[same])))
    for (name, scope), group in groups.items():
        identity = _named(name, [speaker for _, speaker in group], scope)
        found |= {(article, speaker.id): identity for article, speaker in group}
    return found


def _named(name: str, speakers: Sequence[Speaker], scope: str) -> Identity:
    """The identity of speakers who all go by `name`, which holds within `scope` if it is no whole name."""
    words = words_of_name(name)
    if any(speaker.type == "organisation" for speaker in speakers):
        common = all(word in collectives() for word in words)
        return Identity(name, ("organisation", *words, *(["within", scope] if common else [])))
    full = _full(name)
    if len(full) < _FULL_NAME:
        return Identity(name, ("person", *words, "within", scope))
    every = [marks_of(speaker.name) for speaker in speakers]
    generation = max(marks.generation or "" for marks in every)
    middles = max((marks.middles for marks in every), key=lambda one: (len(one), one))
    return Identity(name, ("person", full[0], full[-1], *([generation] if generation else [])), Marks(middles))


def _full(name: str) -> tuple[str, ...]:
    """The words of a name from the first one that is more than an initial: a full name has two or more."""
    words = words_of_name(name)
    first = next((i for i, word in enumerate(words) if len(word) > 1), len(words))
    return words[first:]
