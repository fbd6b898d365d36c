"""`entity`: one event, and another name in the place of one of those who take part.

Each telling must name somebody whom the other's article names nowhere, so that "the governor" and "Helene Strand" stay
one, and neither name may be the short form, the initials or another kind of name than the other: a palace may stand
for a president. Names of places where it happened are a matter of `place`, names of those who say it of `attribution`.
"""

from __future__ import annotations

from matching.divergences.actors import Actor, actors_of, are_one
from matching.divergences.pair import AlignedPair
from matching.gates import FEWEST_SHARED, SURE_ALIGNMENT, credit
from matching.records import Divergence
from matching.words import root, words_of


def other_entity(pair: AlignedPair) -> Divergence | None:
    if not pair.is_brief or pair.is_quoted:
        return None
    known = pair.left.context_names | pair.right.context_names
    one = _alone(pair, 0, actors_of(pair.told[0], known))
    two = _alone(pair, 1, actors_of(pair.told[1], known))
    if len(one) != 1 or len(two) != 1:
        return None
    here, there = one[0], two[0]
    if are_one(here, there) or not _are_of_one_kind(here, there) or not _is_one_event(pair, here, there):
        return None
    values = here.span.exact, there.span.exact
    return pair.diverges(
        "entity",
        "entity.other_name",
        values,
        (here.span, there.span),
        f"{pair.sources[0]} names {values[0]} where {pair.sources[1]} names {values[1]}.",
    )


def _alone(pair: AlignedPair, side: int, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those whom the other article names nowhere, holders left out."""
    statement = (pair.left, pair.right)[side]
    attribution = credit(statement)
    holder = attribution.mention if attribution else None
    other = pair.articles[1 - side].text
    there = {word.stem for word in words_of(other, 0, len(other))}
    return tuple(
        actor
        for actor in actors
        if not actor.stems & there
        and (holder is None or not holder.overlaps(actor.span))
        and not _is_spelt(actor, other)
    )


def _is_spelt(actor: Actor, text: str) -> bool:
    """Whether the text has the initials of the name, or the name of which this is the initials."""
    return len(actor.initials) > 1 and actor.initials in text


def _are_of_one_kind(here: Actor, there: Actor) -> bool:
    kinds = {here.kind, there.kind}
    return "place" not in kinds and (len(kinds) == 1 or "unknown" in kinds)


def _is_one_event(pair: AlignedPair, here: Actor, there: Actor) -> bool:
    names = {root(stem) for stem in here.stems | there.stems}
    return len(pair.shared_roots - names) >= (1 if pair.is_bare else FEWEST_SHARED) or pair.score >= SURE_ALIGNMENT
