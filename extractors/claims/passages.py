"""Who says which stretch of a sentence: the article itself, or the holder of an attribution.

    sentences, attributions -> passages

The content of an attribution is one passage in each sentence it reaches into; what is left of a sentence is the
article's own voice. Only a clause that is there to attribute takes its content out of it: in "his objections to the law
delayed it" and "they met to discuss the law" the article states the whole. An attribution inside another's content
gives a passage of its own, besides the outer one, unless both have one speaker ("I think", he said).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.records import Attribution, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Code point ranges of one sentence that one voice says. `attribution` is None for the article's own voice.

    `frames` are the ranges of the words in it that are there to attribute: cues and mentions of speakers. `held` are
    the ranges in the article's own voice that an attribution holds besides.
    """

    sentence: tuple[int, int]
    ranges: tuple[tuple[int, int], ...]
    attribution: Attribution | None
    frames: tuple[tuple[int, int], ...] = ()
    held: tuple[tuple[int, int], ...] = ()


def find_passages(
    sentences: Sequence[tuple[int, int]], attributions: Sequence[Attribution], framing: Collection[str]
) -> Iterator[Passage]:
    """Passages sentence by sentence, the article's own voice first.

    `sentences` are ranges in order, without gaps; `framing` the ids of attributions whose clause is there to attribute.
    """
    ends = [end for _, end in sentences]
    held: dict[int, list[tuple[Span, Attribution]]] = {}
    frames: dict[int, list[tuple[int, int]]] = {}
    by_id = {attribution.id: attribution for attribution in attributions}
    voiced = {attribution.id for attribution in attributions if not _same_voice(attribution, by_id)}
    for attribution in attributions:
        for span in attribution.spans:
            for at in _sentences_of(span, sentences, ends):
                held.setdefault(at, []).append((span, attribution))
        for part in (attribution.cue, attribution.mention):
            if part is not None and attribution.id in framing:
                for at in _sentences_of(part, sentences, ends):
                    frames.setdefault(at, []).append((part.start, part.end))
    for at, sentence in enumerate(sentences):
        here = held.get(at, [])
        framed = tuple(sorted(frames.get(at, [])))
        own = _without(sentence, [(span.start, span.end) for span, holder in here if holder.id in framing])
        if own:
            beside = tuple((span.start, span.end) for span, holder in here if holder.id not in framing)
            yield Passage(sentence, own, None, framed, beside)
        by_attribution: dict[str, tuple[Attribution, list[tuple[int, int]]]] = {}
        for span, attribution in here:
            ranges = by_attribution.setdefault(attribution.id, (attribution, []))[1]
            ranges.append((max(span.start, sentence[0]), min(span.end, sentence[1])))
        for attribution, ranges in by_attribution.values():
            if attribution.id in voiced:
                yield Passage(sentence, tuple(sorted(ranges)), attribution)


def _same_voice(attribution: Attribution, by_id: Mapping[str, Attribution]) -> bool:
    if attribution.via is None or attribution.speaker is None:
        return False
    return attribution.speaker == by_id[attribution.via].speaker


def _sentences_of(span: Span, sentences: Sequence[tuple[int, int]], ends: Sequence[int]) -> Iterator[int]:
    at = bisect_left(ends, span.start + 1)
    while at < len(sentences) and sentences[at][0] < span.end:
        yield at
        at += 1


def _without(whole: tuple[int, int], taken: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    left: list[tuple[int, int]] = []
    at = whole[0]
    for start, end in sorted(taken):
        if start > at:
            left.append((at, start))
        at = max(at, end)
    if at < whole[1]:
        left.append((at, whole[1]))
    return tuple(left)
