"""Reports that the tree shows inside a content, of whoever says that content: in "she said that she believes it was
late" the belief is part of what she said. Who "she" is shows only when all speakers are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.attribution.found import FoundAttribution
from extractors.speakers.entities import Entity

BY_TREE = "syntax"
"""How `found_by` begins where the tree shows a report; what the model itself sets apart inside a content is kept."""


def without_echoes(found: Sequence[FoundAttribution], entities: Sequence[Entity | None]) -> list[int]:
    """The positions of all others, in order."""
    return [at for at in range(len(found)) if not _is_echo(at, found, entities)]


def chosen(found: Sequence[FoundAttribution], kept: Sequence[int]) -> tuple[FoundAttribution, ...]:
    """Those at the positions kept; what was nested in one left out is nested in what that one was nested in."""
    place = {at: new for new, at in enumerate(kept)}

    def around(one: FoundAttribution) -> int | None:
        via = one.via
        while via is not None and via not in place:
            via = found[via].via
        return None if via is None else place[via]

    return tuple(replace(found[at], via=around(found[at])) for at in kept)


def _is_echo(at: int, found: Sequence[FoundAttribution], entities: Sequence[Entity | None]) -> bool:
    one, own = found[at], entities[at]
    nested = one.via is not None and own is not None and own is entities[one.via]
    return nested and one.found_by.startswith(BY_TREE)
