"""`role`: the same two, and what one did to the other in one report the other does to the one in the other report."""

from __future__ import annotations

from collections.abc import Mapping

from matching.divergences.agents import agent_in
from matching.divergences.pair import AlignedPair
from matching.divergences.roles import CHARGES, VEHICLES, Deed, Frame, deeds_of
from matching.gates import credit
from matching.records import Divergence
from matching.speakers import name_words
from matching.statements import Statement
from matching.words import root, words_of_phrase

_TELLING = frozenset({"blow", "contest", "suit", "charge"})
"""Frames that tell who does it to whom whatever the two are: a tram and a lorry have no names."""

_ALIKE: Mapping[Frame, tuple[Frame, ...]] = {"act": ("act", "blow"), "blow": ("blow", "act")}
"""Frames of which one deed may be in either: not every word for a blow is known as one."""


def other_roles(pair: AlignedPair) -> Divergence | None:
    """Both tellings must name the two; a deed without a converse must be the same, or all that the tellings tell."""
    one, two = pair.told
    names = (pair.left.context_names | pair.right.context_names) & one.content & two.content
    either = (_takers(pair.left) | _takers(pair.right)) & one.content & two.content
    takers = _takers(pair.left) & _takers(pair.right) & either
    passing = _in_passing(pair) & one.content & two.content
    known = names | either | passing
    if len(known) < 2:
        return None
    theirs = {(deed.doer, deed.other, deed.frame): deed for deed in deeds_of(two, known)}
    for here in deeds_of(one, known):
        named = names | (either if here.frame == "suit" else passing if here.frame == "blow" else frozenset()) | takers
        if not {here.doer, here.other} <= named:
            continue
        frames = _ALIKE.get(here.frame, (here.frame,))
        there = next((theirs[key] for frame in frames if (key := (here.other, here.doer, frame)) in theirs), None)
        if there is None:
            continue
        # Who accuses or threatens is one of the roles: there, other holders are no other level.
        is_level = pair.is_same_level or here.frame == "charge" or _are_doers(pair, here, there)
        is_known = bool({here.doer, here.other} & names) or here.frame in _TELLING
        if is_level and is_known and _is_one_deed(pair, here, there):
            break
    else:
        return None
    left, right = one.span(here.start, here.end), two.span(there.start, there.end)
    values = tuple(
        f"{_written(pair, side, deed.doer)} to {_written(pair, side, deed.other)}"
        for side, deed in ((0, here), (1, there))
    )
    return pair.diverges(
        "role",
        f"role.{here.frame}_turned",
        (values[0], values[1]),
        (left, right),
        f"In {pair.sources[0]} it goes from {values[0]}, in {pair.sources[1]} from {values[1]}.",
    )


def _are_doers(pair: AlignedPair, here: Deed, there: Deed) -> bool:
    """Whether the two holders are those who do it: "X threatened Y" is read as words of X."""
    holders = (credit(statement) for statement in (pair.left, pair.right))
    return all(
        holder is not None and holder.speaker is not None and deed.doer in name_words(holder.speaker.name)
        for holder, deed in zip(holders, (here, there), strict=True)
    )


def _takers(statement: Statement) -> frozenset[str]:
    """Stems of the last words of the phrases for who takes part."""
    phrases = (words_of_phrase(who.name) for who in statement.claim.participants)
    return frozenset(words[-1].stem for words in phrases if words and words[-1].is_content)


def _in_passing(pair: AlignedPair) -> frozenset[str]:
    """Stems of the nouns for agents and vehicles, which one side may name in passing: "a lorry ran into a tram"."""
    participants = (*pair.left.claim.participants, *pair.right.claim.participants)
    found = (agent_in(who.name) for who in participants)
    return frozenset(stem for stem in found if stem is not None) | VEHICLES


def _is_one_deed(pair: AlignedPair, here: Deed, there: Deed) -> bool:
    if here.frame == "charge":
        return bool(CHARGES & (here.verb | there.verb))
    if "act" not in (here.frame, there.frame):
        return True
    return pair.is_brief or bool({root(stem) for stem in here.verb} & {root(stem) for stem in there.verb})


def _written(pair: AlignedPair, side: int, stem: str) -> str:
    return next(word.written for word in pair.told[side].words if word.stem == stem)
