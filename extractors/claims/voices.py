"""Who says a part of a sentence: the article itself, or the holder of a content that stands in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from extractors.claims.assertions import is_asked, is_furniture, is_request
from extractors.claims.passages import Passage
from extractors.claims.propositions import Proposition
from extractors.records import Attribution


@dataclass(frozen=True, slots=True)
class Voice:
    """`attribution` is None for the article's own voice.

    `content_ends` is where the content ends that holds all the words, None where these take in more than a content.
    """

    attribution: Attribution | None
    content_ends: int | None


def voice_of(
    proposition: Proposition, passages: Sequence[Passage], framing: Collection[str], text: str
) -> Voice | None:
    """In whose voice a part of a sentence is said, of the `passages` of that sentence.

    What lies whole in contents is said by the holder of the narrowest. What takes a content in together with the words
    that attribute it ("the mayor said the bridge was safe") is credited to the first such holder, so that nothing a
    source says is ever found among what the article says itself. None where the words of a content would stand without
    those that attribute it, and where the article asks, requests or says nothing.
    """
    tokens = proposition.tokens
    credited = [one for one in passages if one.attribution is not None]
    places = [token.idx for token in tokens]
    holders = [one for one in credited if _all_inside(places, one.ranges)]
    if holders:
        narrowest = min(holders, key=lambda one: sum(end - start for start, end in one.ranges))
        return Voice(narrowest.attribution, narrowest.ranges[-1][1])
    taken_in: Attribution | None = None
    for passage in credited:
        attribution = passage.attribution
        if attribution is None or attribution.id not in framing:
            continue
        if _meets(places, passage.ranges):
            cue = attribution.cue
            if cue is None or not _meets(places, [(cue.start, cue.end)]):
                return None
            taken_in = taken_in or attribution
    sentence = passages[0].sentence
    asked = taken_in is None and is_asked(text, *sentence)
    if asked or is_request(proposition.head) or is_furniture(text, *sentence):
        return None
    return Voice(taken_in, None)


def _all_inside(places: Sequence[int], ranges: Iterable[tuple[int, int]]) -> bool:
    """Whether each of `places` lies inside one of `ranges`; both are sorted."""
    at = 0
    for start, end in ranges:
        if at < len(places) and places[at] < start:
            return False
        at = bisect_left(places, end, lo=at)
    return at == len(places)


def _meets(places: Sequence[int], ranges: Iterable[tuple[int, int]]) -> bool:
    """Whether any of `places`, which are sorted, lies inside."""
    return any(bisect_left(places, start) < bisect_left(places, end) for start, end in ranges)
