"""`entity`: one event, and another name in the place of one of those who take part.

Each telling must name somebody whom the other's article names nowhere, so that "the governor" and "Helene Strand" stay
one, and neither name may be the short form, the initials or another kind of name than the other: a palace may stand
for a president. Or each says of what trade or office the doer was, and the two cannot be one: "a cleaner", "the
curator". Names of places where it happened are a matter of `place`, names of those who say it of `attribution`.
"""

from __future__ import annotations

import re

from extractors.records import Participant
from matching.divergences.actors import Actor, are_one
from matching.divergences.agents import agent_in, are_two_agents
from matching.divergences.pair import AlignedPair
from matching.divergences.telling import Telling
from matching.gates import credit
from matching.records import Divergence
from matching.statements import Statement

# "The driver of the train was | Abbot", "Abbot | was the driver", "the signalman on duty, | Tennick", "Tennick |, a
# signalman,".
_IDENTIFIED = re.compile(r"(?:^|[,;] )((?:the|a|an|its|their|his|her) [\w' -]{3,60}?) (?:was|is|were|are) $")
_IDENTIFIES = re.compile(r"^,? (?:was|is) ((?:the|a|an|its|their) [\w' -]{3,40})")
_BEFORE = re.compile(r"((?:the|a|an|its|their|his|her) [\w' -]{3,60}?),? $")
_AFTER = re.compile(r"^, ((?:the|a|an|its|their|his|her) [\w' -]{3,40}?)[,.]")


def other_entity(pair: AlignedPair) -> Divergence | None:
    if pair.is_quoted:
        return None
    return _other_name(pair) or _other_doer(pair)


def _other_name(pair: AlignedPair) -> Divergence | None:
    one, two = (_alone(pair, side, actors) for side, actors in enumerate(pair.actors))
    both = next(
        (
            (a, b)
            for a in one
            for b in two
            if not are_one(a, b) and _are_of_one_kind(a, b) and _fill_one_role(pair, a, b)
        ),
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


def _other_doer(pair: AlignedPair) -> Divergence | None:
    """Who did one deed, where the two say of what trade or office the doer was and neither article has the other's."""
    here, there = (_doer(statement) for statement in (pair.left, pair.right))
    if here is None or there is None or not pair.is_same_level or not pair.is_one_deed:
        return None
    if not are_two_agents(here.name, there.name):
        return None
    for side, doer in ((1, here), (0, there)):
        if agent_in(doer.name) in pair.all_told.stems_in((pair.left, pair.right)[side].article):
            return None
    return pair.diverges(
        "entity",
        "entity.other_doer",
        (here.name, there.name),
        (here.span, there.span),
        f"{pair.sources[0]} says that {here.name} did it, {pair.sources[1]} that {there.name} did.",
    )


def _doer(statement: Statement) -> Participant | None:
    found = [each for each in statement.claim.participants if each.role == "subject"]
    return found[0] if len(found) == 1 else None


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


def _fill_one_role(pair: AlignedPair, here: Actor, there: Actor) -> bool:
    """False where one is said to be who the other is not: "the driver was Abbot", "the signalman, Tennick, left"."""
    one, two = (_described(telling, actor) for telling, actor in zip(pair.told, (here, there), strict=True))
    if one is None or two is None or not (one[1] or two[1]):
        return True
    return not are_two_agents(one[0], two[0])


def _described(telling: Telling, actor: Actor) -> tuple[str, bool] | None:
    """The phrase beside a name that tells what the named one is, and whether the sentence is there to say so."""
    start, end = actor.span.start - telling.start, actor.span.end - telling.start
    for pattern, text, identifies in (
        (_IDENTIFIED, telling.low[:start], True),
        (_IDENTIFIES, telling.low[end:], True),
        (_BEFORE, telling.low[:start], False),
        (_AFTER, telling.low[end:], False),
    ):
        match = pattern.search(text)
        if match is not None:
            return match[1], identifies
    return None
