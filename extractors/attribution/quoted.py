"""What quotation marks make certain, laid over what the model saw.

1. A quotation that lies mostly inside one attribution's content belongs to it whole, marks included.
2. A quotation that the model left without a holder, and that goes on from the paragraph before by its marks, or is the
   whole of its paragraph, belongs to the attribution of the quotation before it. If its marks say so, the holder may
   also be named at the end of the last paragraph.
3. Within a paragraph, such a quotation right after an attributed one has the same holder, and so has one of any length
   that goes on with its sentence.
   In both, only that holder's own cue and source and one sentence end may stand after the earlier quotation.
4. An attribution whose cue stands inside another's content is nested in it (`via`).

Evidence: on PolNeAR's training part, with the annotated attributions in the model's place, quotations without a later
cue of their own are annotated as the rules say in 36 of 37 (marks), 45 of 51 (whole paragraphs; but 5 of 10 with other
words after the earlier quotation) and 1,409 of 1,420 cases (same paragraph).

A quotation whose end was only guessed (no closing mark, and none continues it) is never taken in whole: the guess would
cost the document what follows. An attribution made inside a quotation ("I think so") does not hold that quotation.

Every step walks quotations and contents once, in reading order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extractors.attribution.found import FoundAttribution
from extractors.marks import paragraphs
from extractors.records import Quote, Span

MOSTLY = 0.5
"""Share of a quotation's code points that must be one attribution's content for the rest to be taken in. Half is the
natural bound: at most one attribution can have more. On PolNeAR's development part completion changes next to nothing
(the model sees the marks), so it was not tuned."""

LEAST_WORDS = 5
"""White-space words a quotation needs for rules 2 and 3, unless its marks say that it goes on. In PolNeAR 98 % of
quotations of five words or more are attributed, of shorter ones 71 %: those are as often names or scare quotes."""

SENTENCE_ENDS = ".!?"

COMPLETED = "model+whole_quotation"
CONTINUED = "model+continued_quotation"


def settle_quotations(
    text: str, quotes: Sequence[Quote], found: Sequence[FoundAttribution]
) -> tuple[FoundAttribution, ...]:
    """The attributions with every quotation whole, in reading order of their first content, `via` set."""
    going_on = {quote.continues for quote in quotes}
    outer = sorted((quote for quote in quotes if quote.parent is None), key=lambda quote: quote.span.start)
    certain = {quote.id for quote in outer if quote.closed or quote.id in going_on}
    holder = holders(outer, found)
    carried = carry_on(text, [quote for quote in outer if quote.id in certain], holder, found)

    added: dict[int, list[Span]] = {}
    for quote in outer:
        owner = carried.get(quote.id, holder.get(quote.id))
        if owner is not None and quote.id in certain:
            added.setdefault(owner, []).append(quote.span)
    continued = set(carried.values())
    settled = list(found)
    for owner, spans in added.items():
        contents = join(text, (*found[owner].contents, *spans))
        if contents != found[owner].contents:
            by = CONTINUED if owner in continued else COMPLETED
            settled[owner] = replace(found[owner], contents=contents, found_by=by)
    settled.sort(key=lambda a: (a.contents[0].start, -a.contents[0].end))
    return nested(settled)


def holders(quotes: Sequence[Quote], found: Sequence[FoundAttribution]) -> dict[str, int]:
    """Rule 1: for each quotation that lies mostly in one attribution's content, the innermost such attribution."""
    fragments = sorted((c.start, c.end, i) for i, attribution in enumerate(found) for c in attribution.contents)
    holder: dict[str, int] = {}
    first = 0
    for quote in quotes:
        span = quote.span
        while first < len(fragments) and fragments[first][1] <= span.start:
            first += 1
        shares: dict[int, int] = {}
        at = first
        while at < len(fragments) and fragments[at][0] < span.end:
            start, end, i = fragments[at]
            shares[i] = shares.get(i, 0) + max(0, min(span.end, end) - max(span.start, start))
            at += 1
        owner = max(shares, key=lambda i: (shares[i], depth(i, found), -i), default=None)
        if owner is not None and shares[owner] > MOSTLY * (span.end - span.start):
            attribution = found[owner]
            if not any(part and span.overlaps(part) for part in (attribution.cue, attribution.source)):
                holder[quote.id] = owner
    return holder


def depth(position: int, found: Sequence[FoundAttribution]) -> int:
    """How many attributions one is nested in."""
    steps = 0
    outer = found[position].via
    while outer is not None and steps < len(found):
        outer, steps = found[outer].via, steps + 1
    return steps


def credited(quotes: Sequence[Quote], settled: Sequence[FoundAttribution]) -> tuple[Quote, ...]:
    """The quotations, each with the id of the innermost attribution that holds most of it: "a1" for the first."""
    holder = holders(sorted(quotes, key=lambda quote: quote.span), settled)
    return tuple(
        replace(quote, attribution=f"a{holder[quote.id] + 1}") if quote.id in holder else quote for quote in quotes
    )


def carry_on(
    text: str, quotes: Sequence[Quote], holder: dict[str, int], found: Sequence[FoundAttribution]
) -> dict[str, int]:
    """Rules 2 and 3: holders of quotations that have none, in reading order, so that they reach over paragraphs."""
    blocks = list(paragraphs(text))
    carried: dict[str, int] = {}
    at = 0
    before: tuple[int, Quote] | None = None  # the paragraph and the quotation that came last
    for quote in quotes:
        while blocks[at][1] <= quote.span.start:
            at += 1
        if before is not None and quote.id not in holder:
            owner = carried.get(before[1].id, holder.get(before[1].id))
            if owner is not None and goes_on(text, blocks[before[0] : at + 1], before[1], quote, found[owner]):
                carried[quote.id] = owner
        before = (at, quote)
    return carried | carry_back(quotes, holder | carried, found)


def carry_back(quotes: Sequence[Quote], holder: dict[str, int], found: Sequence[FoundAttribution]) -> dict[str, int]:
    """Rule 2 the other way: holders of quotations whose holder is named only behind the paragraph that ends them.

    Whoever is named inside a quotation ("ANN: No" in a transcript that is quoted) does not hold what stands before, and
    what opens with another sign is another quotation.
    """
    starts = [quote.span.start for quote in quotes]
    signs = {quote.id: quote.span.exact[0] for quote in quotes}
    owners = dict(holder)
    for quote in reversed(quotes):
        owner = owners.get(quote.id)
        if quote.continues is None or owner is None or signs.get(quote.continues) != signs[quote.id]:
            continue
        cue = found[owner].cue
        at = bisect_right(starts, cue.start) - 1 if cue else -1
        if cue is None or at < 0 or quotes[at].span.end <= cue.start:
            owners.setdefault(quote.continues, owner)
    return {name: owner for name, owner in owners.items() if name not in holder}


def goes_on(
    text: str, between: Sequence[tuple[int, int]], earlier: Quote, later: Quote, owner: FoundAttribution
) -> bool:
    """Whether a quotation belongs to the owner of the one before. `between`: their paragraphs and all in between."""
    start, end = between[-1]
    alone = not (text[start : later.span.start] + text[later.span.end : end]).strip()
    long_enough = len(later.inner.exact.split()) >= LEAST_WORDS
    if later.continues is not None:
        result = later.continues == earlier.id
    elif len(between) == 1:
        named = long_enough and only_named(text, earlier.span.end, later.span.start, owner)
        result = named or set_in(text, earlier, later, owner)
    else:
        rest_of_paragraph = (earlier.span.end, between[0][1])
        result = long_enough and alone and len(between) == 2 and only_named(text, *rest_of_paragraph, owner)
    return result


def only_named(text: str, start: int, end: int, owner: FoundAttribution) -> bool:
    """Whether a stretch holds nothing but the owner's cue and source, and at most one sentence end, the last sign."""
    rest = without_naming(text, start, end, owner)
    ended = rest.rstrip()
    one_sentence = ended.endswith(tuple(SENTENCE_ENDS)) and not any(mark in ended[:-1] for mark in SENTENCE_ENDS + ";")
    return not ended.strip() or (one_sentence and rest != text[start:end])


def set_in(text: str, earlier: Quote, later: Quote, owner: FoundAttribution) -> bool:
    """Whether one sentence goes on in both, the owner's cue and source set in by commas: “No,” said Ann, “not now.”"""
    rest = without_naming(text, earlier.span.end, later.span.start, owner)
    return earlier.inner.exact.rstrip().endswith(",") and len(rest) > 2 and rest.strip() == ","


def without_naming(text: str, start: int, end: int, owner: FoundAttribution) -> str:
    """A stretch with spaces in place of the owner's cue and source."""
    rest = text[start:end]
    for part in (owner.cue, owner.source):
        if part and start <= part.start and part.end <= end:
            rest = rest[: part.start - start] + " " * (part.end - part.start) + rest[part.end - start :]
    return rest


def join(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same code points as disjoint spans in reading order; spans that overlap become one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            if span.end > joined[-1].end:
                joined[-1] = Span.of(text, joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def nested(settled: Sequence[FoundAttribution]) -> tuple[FoundAttribution, ...]:
    """Rule 4. The innermost content that holds a cue counts, unless its own cue is nested in this one already."""
    contents = sorted((c.start, -c.end, i) for i, attribution in enumerate(settled) for c in attribution.contents)
    cues = sorted((a.cue.start, a.cue.end, i) for i, a in enumerate(settled) if a.cue)
    via: dict[int, int] = {}
    around: list[tuple[int, int]] = []  # end and owner of the contents that have begun and not ended, outermost first
    at = 0
    for start, end, i in cues:
        while at < len(contents) and contents[at][0] <= start:
            around.append((-contents[at][1], contents[at][2]))
            at += 1
        around = [content for content in around if content[0] > start]
        holding = [owner for stop, owner in around if stop >= end and owner != i and i not in chain(owner, via)]
        if holding:
            via[i] = holding[-1]
    return tuple(replace(a, via=via.get(i)) for i, a in enumerate(settled))


def chain(position: int, via: dict[int, int]) -> list[int]:
    """An attribution and those it is nested in, innermost first."""
    found = [position]
    while found[-1] in via:
        found.append(via[found[-1]])
    return found
