"""What all members of an alignment give alike, each value with the characters that say so in each article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    """Facets of the first member that every other member has too: dates, places, numbers, speaker, quotation."""
    first, others = members[0], members[1:]
    return tuple(
        dict.fromkeys(
            (
                *_dates(first, others),
                *_places(first, others),
                *_numbers(first, others),
                *_speaker(first, others),
                *_quote(first, others),
            )
        )
    )


def _dates(first: Statement, others: Sequence[Statement]) -> Iterator[SharedValue]:
    for time in first.times:
        if is_day(time):
            like = [_time_like(time, other) for other in others]
            evidence = _evidence(first, time.spans[-1], others, [t.spans[-1] if t else None for t in like])
            if evidence:
                yield SharedValue("date", time_in_words(time), evidence)


def _time_like(time: Time, other: Statement) -> Time | None:
    return next((t for t in other.times if is_day(t) and t.first == time.first), None)


def _places(first: Statement, others: Sequence[Statement]) -> Iterator[SharedValue]:
    for place in first.places:
        like = [_place_like(place, other) for other in others]
        evidence = _evidence(first, place.span, others, [p.span if p else None for p in like])
        if evidence:
            yield SharedValue("place", place.name, evidence)


def _place_like(place: Place, other: Statement) -> Place | None:
    return next((p for p in other.places if place_key(p) == place_key(place)), None)


def _numbers(first: Statement, others: Sequence[Statement]) -> Iterator[SharedValue]:
    for quantity in first.quantities:
        like = [_number_like(quantity, other) for other in others]
        evidence = _evidence(first, quantity.span, others, [q.span if q else None for q in like])
        if evidence:
            yield SharedValue("number", number_in_words(quantity), evidence)


def _number_like(quantity: Quantity, other: Statement) -> Quantity | None:
    return next(
        (q for q in other.quantities if same_measure(quantity, q) == "same" and quantities_meet(quantity, q)),
        None,
    )


def _speaker(first: Statement, others: Sequence[Statement]) -> Iterator[SharedValue]:
    attributions = [statement.claim.attribution for statement in (first, *others)]
    speakers = [attribution.speaker if attribution else None for attribution in attributions]
    named = speakers[0]
    if named is None or any(compare_speakers(named, other) != "same" for other in speakers[1:]):
        return
    spans = [attribution.mention if attribution else None for attribution in attributions]
    evidence = _evidence(first, spans[0], others, spans[1:])
    if evidence:
        yield SharedValue("speaker", max((s.name for s in speakers if s), key=lambda n: (len(n), n)), evidence)


def _quote(first: Statement, others: Sequence[Statement]) -> Iterator[SharedValue]:
    members = (first, *others)
    if not all(member.quote_spans for member in members):
        return
    if all(lay_side_by_side(first.quote_spans, m.quote_spans).verdict == "same_words" for m in others):
        shortest = min(members, key=lambda member: (len(member.quoted), member.order))
        evidence = tuple((member.article, span_over(member.quote_spans)) for member in members)
        yield SharedValue("quote", " … ".join(span.exact for span in shortest.quote_spans), evidence)


def _evidence(
    first: Statement, span: Span | None, others: Sequence[Statement], found: Sequence[Span | None]
) -> Evidence:
    """One entry a member, or nothing when any member lacks the value."""
    every = [
        (first.article, span),
        *((other.article, near) for other, near in zip(others, found, strict=True)),
    ]
    kept = tuple((article, near) for article, near in every if near is not None)
    return kept if len(kept) == len(every) else ()
