"""`place`: one event, two places neither of which contains the other.

There is no gazetteer, so containment is read from the articles themselves: only where neither article names the
other's place at all, and both tell their place by the same preposition, are the two held to be apart. A town and its
region told by two outlets therefore stay undecided unless one of them names both.
"""

from __future__ import annotations

from extractors.records import Place
from matching.divergences.pair import AlignedPair
from matching.facets import place_key
from matching.gates import CLOSE_SLOT, same_level, slot_overlap
from matching.records import Divergence
from matching.statements import Statement, Story
from matching.words import words_of

_LOCATING = frozenset({"in", "at"})


def other_place(pair: AlignedPair) -> Divergence | None:
    one, two = pair.left.places, pair.right.places
    if len(one) != 1 or len(two) != 1 or not same_level(pair.left, pair.right):
        return None
    here, there = one[0], two[0]
    if not _are_apart(pair, here, there):
        return None
    if slot_overlap(pair.story, pair.left, pair.right, [here.span, there.span]) < CLOSE_SLOT:
        return None
    return pair.diverges(
        "place",
        "place.names_apart",
        (here.name, there.name),
        (here.span, there.span),
        f"{pair.source_of(pair.left)} places it in {here.name}, {pair.source_of(pair.right)} in {there.name}.",
    )


def _are_apart(pair: AlignedPair, here: Place, there: Place) -> bool:
    prepositions = {_preposition(pair.story, pair.left, here), _preposition(pair.story, pair.right, there)}
    return (
        len(prepositions) == 1
        and prepositions <= _LOCATING
        and not set(place_key(here)) & set(place_key(there))
        and not _names(pair.story, pair.left, there)
        and not _names(pair.story, pair.right, here)
    )


def _preposition(story: Story, statement: Statement, place: Place) -> str:
    before = words_of(_text(story, statement), statement.claim.sentence.start, place.span.start)
    return before[-1].stem if before else ""


def _names(story: Story, statement: Statement, place: Place) -> bool:
    """Whether the statement's article names the place anywhere."""
    text = _text(story, statement)
    stems = {word.stem for word in words_of(text, 0, len(text))}
    return any(stem in stems for stem in place_key(place))


def _text(story: Story, statement: Statement) -> str:
    return next(article.text for article in story.articles if article.id == statement.article)
