"""What all articles of an alignment give alike, each value with the characters that say so in each article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from extractors.facets.comparing import quantities_meet
from extractors.records import Place, Quantity, Span, Time
from matching.facets import is_day, place_key, same_measure
from matching.quotations import lay_side_by_side
from matching.records import SharedValue
from matching.speakers import compare_speakers
from matching.statements import Statement
from matching.values import number_in_words, span_over, time_in_words

Evidence = tuple[tuple[str, Span], ...]


def shared_values(members: Sequence[Statement]) -> tuple[SharedValue, ...]:
    """Dates, places, numbers, speakers and quotations that a member in each of the articles gives, each value once."""
    by_article: dict[str, list[Statement]] = {}
    for member in members:
        by_article.setdefault(member.article, []).append(member)
    first, *others = by_article.values()
    found: dict[tuple[str, str], SharedValue] = {}
    for value in (value for member in first for value in _shared(member, others)):
        found.setdefault((value.kind, value.value), value)
    return tuple(found.values())


def _shared(member: Statement, others: Sequence[Sequence[Statement]]) -> Iterator[SharedValue]:
    """What `member` gives and some member of every other article, too."""
    yield from _dates(member, others)
    yield from _places(member, others)
    yield from _numbers(member, others)
    yield from _speaker(member, others)
    yield from _quote(member, others)


def _dates(member: Statement, others: Sequence[Sequence[Statement]]) -> Iterator[SharedValue]:
    for time in member.times:
        if is_day(time):
            evidence = _evidence(member, time.spans[-1], others, partial(_time_like, time))
            if evidence:
                yield SharedValue("date", time_in_words(time), evidence)


def _time_like(time: Time, other: Statement) -> Span | None:
    return next((t.spans[-1] for t in other.times if is_day(t) and t.first == time.first), None)


def _places(member: Statement, others: Sequence[Sequence[Statement]]) -> Iterator[SharedValue]:
    for place in member.places:
        evidence = _evidence(member, place.span, others, partial(_place_like, place))
        if evidence:
            yield SharedValue("place", place.name, evidence)


def _place_like(place: Place, other: Statement) -> Span | None:
    return next((p.span for p in other.places if place_key(p) == place_key(place)), None)


def _numbers(member: Statement, others: Sequence[Sequence[Statement]]) -> Iterator[SharedValue]:
    for quantity in member.quantities:
        evidence = _evidence(member, quantity.span, others, partial(_number_like, quantity))
        if evidence:
            yield SharedValue("number", number_in_words(quantity), evidence)


def _number_like(quantity: Quantity, other: Statement) -> Span | None:
    return next(
        (q.span for q in other.quantities if same_measure(quantity, q) == "same" and quantities_meet(quantity, q)),
        None,
    )


def _speaker(member: Statement, others: Sequence[Sequence[Statement]]) -> Iterator[SharedValue]:
    attribution = member.claim.attribution
    if attribution is None or attribution.speaker is None or attribution.mention is None:
        return
    speaker, names = attribution.speaker, [attribution.speaker.name]

    def mentioned(other: Statement) -> Span | None:
        known = other.claim.attribution
        if known is None or known.speaker is None or compare_speakers(speaker, known.speaker) != "same":
            return None
        names.append(known.speaker.name)
        return known.mention

    evidence = _evidence(member, attribution.mention, others, mentioned)
    if evidence:
        yield SharedValue("speaker", max(names, key=lambda name: (len(name), name)), evidence)


def _quote(member: Statement, others: Sequence[Sequence[Statement]]) -> Iterator[SharedValue]:
    if not member.quote_spans:
        return
    same = [member]

    def quoted(other: Statement) -> Span | None:
        if not other.quote_spans or lay_side_by_side(member.quote_spans, other.quote_spans).verdict != "same_words":
            return None
        same.append(other)
        return span_over(other.quote_spans)

    evidence = _evidence(member, span_over(member.quote_spans), others, quoted)
    if evidence:
        shortest = min(same, key=lambda one: (len(one.quoted), one.order))
        yield SharedValue("quote", " … ".join(span.exact for span in shortest.quote_spans), evidence)


def _evidence(
    member: Statement, span: Span, others: Sequence[Sequence[Statement]], like: Callable[[Statement], Span | None]
) -> Evidence:
    """One entry an article, from the first of its members that has the like; nothing when one article has none."""
    evidence = [(member.article, span)]
    for members in others:
        found = next(((other.article, near) for other in members if (near := like(other)) is not None), None)
        if found is None:
            return ()
        evidence.append(found)
    return tuple(evidence)
