"""`entity`: one event, and another name in the place of one of those who take part.

Each telling must name somebody whom the other's article names nowhere, so that "the governor" and "Helene Strand" stay
one, and neither name may be the short form, the initials or another kind of name than the other: a palace may stand
for a president. Names of places where it happened are a matter of `place`, names of those who say it of `attribution`.
"""

from __future__ import annotations

from matching.divergences.actors import Actor, are_one
from matching.divergences.pair import AlignedPair
from matching.gates import credit
from matching.records import Divergence


def other_entity(pair: AlignedPair) -> Divergence | None:
    if pair.is_quoted:
        return None
    one, two = (_alone(pair, side, actors) for side, actors in enumerate(pair.actors))
    both = next(
        ((a, b) for a in one for b in two if not are_one(a, b) and _are_of_one_kind(a, b)),
        None,
    )
    if both is None:
        return None
    here, there = both
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
    there = pair.all_told.stems_in((pair.left, pair.right)[1 - side].article)
    return tuple(
        actor
        for actor in actors
        if not actor.stems & there
        and (holder is None or not holder.overlaps(actor.span))
        and not _is_spelt(actor, other)
        and not pair.all_told.is_told_apart(statement.article, actor.stems)
    )


def _is_spelt(actor: Actor, text: str) -> bool:
    """Whether the text has the initials of the name, or the name of which this is the initials."""
    return len(actor.initials) > 1 and actor.initials in text


def _are_of_one_kind(here: Actor, there: Actor) -> bool:
    kinds = {here.kind, there.kind}
    return "place" not in kinds and (len(kinds) == 1 or "unknown" in kinds)
