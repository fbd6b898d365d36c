"""What quotation marks make certain, laid over what the model saw.

1. A quotation that lies mostly inside one attribution's content belongs to it whole, marks included.
2. A paragraph that is nothing but one quotation, or goes on with one, and that the model left without a holder, belongs
   to the attribution of the quotation before it: nobody else has been named in between.
3. Within a paragraph, a quoted sentence right after an attributed quotation and its cue has the same holder.
4. An attribution whose cue stands inside another's content is nested in it (`via`).

In PolNeAR (training part), of 97 whole-quotation paragraphs after another quotation that hold no cue, 83 are annotated
as content of an attribution whose cue stands elsewhere and 14 as nothing; that is the evidence for rule 2.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.attribution.found import FoundAttribution
from extractors.attribution.windows import paragraphs
from extractors.records import Quote, Span

MOSTLY = 0.5
"""Share of a quotation's code points that must be content for the rest to be taken in."""

LEAST_WORDS = 5
"""Words a quotation needs for rules 2 and 3: shorter ones are as often names or scare quotes as speech."""


def settle_quotations(
    text: str, quotes: tuple[Quote, ...], found: tuple[FoundAttribution, ...]
) -> tuple[FoundAttribution, ...]:
    """The attributions with every quotation whole, in reading order of their first content, `via` set."""
    outer = [quote for quote in quotes if quote.parent is None]
    settled = list(found)
    holder = complete(text, outer, settled)
    carry_on(text, outer, holder, settled)
    order = sorted(range(len(settled)), key=lambda i: (settled[i].contents[0].start, settled[i].contents[0].end, i))
    return nested([settled[i] for i in order])


def covered(quote: Quote, attribution: FoundAttribution) -> int:
    """Code points of the quotation that are this attribution's content."""
    span = quote.span
    return sum(max(0, min(span.end, c.end) - max(span.start, c.start)) for c in attribution.contents)


def complete(text: str, quotes: list[Quote], settled: list[FoundAttribution]) -> dict[str, int]:
    """Apply rule 1 in place; returns, for each quotation that has a holder, the position of its attribution."""
    holder: dict[str, int] = {}
    touching = near(quotes, settled)
    for quote in quotes:
        shares = [(covered(quote, settled[i]), -i) for i in touching[quote.id]]
        share, position = max(shares, default=(0, 0))
        if share <= MOSTLY * (quote.span.end - quote.span.start):
            continue
        owner = -position
        holder[quote.id] = owner
        attribution = settled[owner]
        if not any(part and quote.span.holds(part) for part in (attribution.cue, attribution.source)):
            settled[owner] = replace(attribution, contents=join(text, (*attribution.contents, quote.span)))
    return holder


def near(quotes: list[Quote], settled: list[FoundAttribution]) -> dict[str, list[int]]:
    """For each quotation the attributions with content in it. Both sides are walked once, in reading order."""
    touching: dict[str, list[int]] = {quote.id: [] for quote in quotes}
    fragments = sorted((c.start, c.end, i) for i, attribution in enumerate(settled) for c in attribution.contents)
    first = 0
    for quote in quotes:
        while first < len(fragments) and fragments[first][1] <= quote.span.start:
            first += 1
        at = first
        while at < len(fragments) and fragments[at][0] < quote.span.end:
            if fragments[at][1] > quote.span.start and fragments[at][2] not in touching[quote.id]:
                touching[quote.id].append(fragments[at][2])
            at += 1
    return touching


def join(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same code points as disjoint spans in reading order; spans that overlap become one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span.of(text, joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def carry_on(text: str, quotes: list[Quote], holder: dict[str, int], settled: list[FoundAttribution]) -> None:
    """Apply rules 2 and 3 in place, in reading order, so that a quotation is carried through all its paragraphs."""
    blocks = list(paragraphs(text))
    at = 0
    before: tuple[int, Quote] | None = None  # the paragraph and the quotation that came last
    for quote in quotes:
        while blocks[at][1] <= quote.span.start:
            at += 1
        owner = holder.get(quote.id)
        if owner is None and before is not None and len(quote.inner.exact.split()) >= LEAST_WORDS:
            previous = holder.get(before[1].id)
            alone = (
                not text[blocks[at][0] : quote.span.start].strip() and not text[quote.span.end : blocks[at][1]].strip()
            )
            next_paragraph = at == before[0] + 1 and (alone or quote.continues is not None)
            same_paragraph = at == before[0] and follows(text, before[1], quote, settled, previous)
            if previous is not None and (next_paragraph or same_paragraph):
                owner = previous
                holder[quote.id] = owner
                contents = join(text, (*settled[owner].contents, quote.span))
                settled[owner] = replace(settled[owner], contents=contents)
        before = (at, quote)


def follows(text: str, earlier: Quote, quote: Quote, settled: list[FoundAttribution], owner: int | None) -> bool:
    """Whether only the earlier quotation's own cue and source, and one sentence end, stand between the two."""
    if owner is None:
        return False
    between = Span(earlier.span.end, quote.span.start, text[earlier.span.end : quote.span.start])
    own = [part for part in (settled[owner].cue, settled[owner].source) if part and between.holds(part)]
    stop = between.exact.rstrip()
    return bool(own) and stop.endswith((".", "!", "?")) and not any(mark in stop[:-1] for mark in ".!?;")


def nested(settled: list[FoundAttribution]) -> tuple[FoundAttribution, ...]:
    """Apply rule 4. The innermost content that holds a cue is the one that counts."""
    contents = sorted((c.start, -c.end, i) for i, attribution in enumerate(settled) for c in attribution.contents)
    open_contents: list[tuple[int, int]] = []
    result = list(settled)
    cues = sorted((a.cue.start, a.cue.end, i) for i, a in enumerate(settled) if a.cue)
    at = 0
    for start, end, i in cues:
        while at < len(contents) and contents[at][0] <= start:
            open_contents.append((-contents[at][1], contents[at][2]))
            at += 1
        open_contents = [c for c in open_contents if c[0] > start]
        around = [owner for stop, owner in open_contents if stop >= end and owner != i]
        if around:
            result[i] = replace(settled[i], via=around[-1])
    return tuple(result)
