"""Extractions and comparisons as they are printed in a terminal.

    extraction_view     who said what in one article, then its claims with their facets
    comparison_view     several articles: a line of counts, divergences, agreements, copies, what only one of them has

Everything here is a pure function from records to something `rich` can print. What comes from outside passes through
`api.printable` first. Offsets are printed as `[start:end]` and count code points of the article's text.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from api.printable import EVIDENCE, FAINT, counted, in_context, offsets, pieces, printable
from extractors.records import Attribution, Caveat, Claim, Extraction, Quantity, Span, Time
from matching.records import Alignment, Article, Comparison, Divergence, Grade, Member, Side

if TYPE_CHECKING:  # it brings the database with it
    from api.demonstration import StoredStory

GRADES: dict[Grade, str] = {
    "contradiction": "bold red",
    "variation": "bold yellow",
    "report": "bold blue",
    "timeline": "bold cyan",
}
"""In the order in which divergences are printed, with the colour of each."""
AGREES = "bold green"
NAME = "bold"
UNITS = {"percent": "%", "percentage_point": " percentage points"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of an article besides its text."""

    title: str | None
    source: str | None
    published: dt.datetime | dt.date | None


# Stored stories


def stories_view(stored: Sequence[StoredStory]) -> RenderableType:
    table = _columns("story", "about", "articles", "new")
    table.columns[1].ratio = 1
    for one in stored:
        table.add_row(Text(one.seed.id, style=NAME), Text(one.seed.title), Text(str(one.story.articles)), str(one.new))
    return Group(table, Text())


# One article


def extraction_view(heading: Heading, extraction: Extraction) -> RenderableType:
    said, claims = len(extraction.attributions), sum(claim.level == "clause" for claim in extraction.claims)
    return Group(
        _heading(heading),
        Text(
            f"{counted(said, 'attribution')} · {counted(len(extraction.speakers), 'speaker')} · "
            f"{counted(claims, 'claim')} · {counted(len(extraction.quotes), 'quote')} · "
            f"language {printable(extraction.language)} · pipeline {printable(extraction.pipeline_version)}",
            style=FAINT,
        ),
        *_section("Who said what", [_attributions(extraction.attributions)] if said else []),
        *_section("What is claimed", [_claims(extraction.claims)] if claims else []),
        *_section("Not read, or not fully", [_caveat(caveat) for caveat in extraction.caveats]),
        Text("\n[start:end] counts characters of the article's text, without front matter.", style=FAINT),
    )


def _heading(heading: Heading) -> Text:
    line = Text().append(printable(heading.title or "Untitled article"), style=NAME)
    known = [printable(heading.source)] if heading.source else []
    known.append(heading.published.isoformat() if heading.published else "date of publication unknown")
    return line.append("\n" + " · ".join(known), style=FAINT)


def _section(title: str, body: Sequence[RenderableType]) -> Iterable[RenderableType]:
    if body:
        yield Text()
        yield Rule(Text(title, style=NAME), align="left", style=FAINT)
        yield from body


def _columns(*headers: str) -> Table:
    table = Table(box=None, pad_edge=False, expand=True, header_style=FAINT, padding=(0, 2, 0, 0))
    for header in headers:
        table.add_column(header)
    return table


def _attributions(attributions: Sequence[Attribution]) -> Table:
    table = _columns("", "who", "how", "what")
    for column, ratio in zip(table.columns[1:], (5, 4, 13), strict=True):
        column.ratio = ratio
    for one in attributions:
        table.add_row(Text(one.id, style=FAINT), _who(one), _how(one), pieces(one.spans))
    return table


def _who(one: Attribution) -> Text:
    if one.speaker is None:
        return Text("speaker unknown", style=FAINT)
    who = Text().append(printable(one.speaker.name), style=NAME)
    if one.speaker.anonymous:
        who.append("\nunnamed", style=FAINT)
    elif one.speaker.type not in {"person", "unknown"}:
        who.append(f"\n{one.speaker.type}", style=FAINT)
    if one.mention and one.mention.exact != one.speaker.name:
        who.append(f"\n“{printable(one.mention.exact)}”", style=FAINT)
    return who


def _how(one: Attribution) -> Text:
    how = Text(one.kind)
    if one.cue:
        how.append(f" “{printable(one.cue.exact)}”", style="cyan")
    if one.stance != "neutral":
        how.append(f"\n{one.stance}", style="magenta")
    if one.via:
        how.append(f"\nwithin {one.via}", style=FAINT)
    return how.append(f"\n{one.score:.2f}", style=FAINT)


def _claims(claims: Sequence[Claim]) -> Table:
    table = _columns("", "claim", "held by", "facets")
    for column, ratio in zip(table.columns[1:], (10, 4, 7), strict=True):
        column.ratio = ratio
    for one in (claim for claim in claims if claim.level == "clause"):
        table.add_row(Text(one.id, style=FAINT), pieces(one.spans), holder(one), Text("\n").join(facets(one)))
    return table


def holder(claim: Claim) -> Text:
    """Who stands behind a claim: a speaker, or the outlet itself."""
    if claim.attribution is None:
        return Text("the outlet", style=FAINT)
    speaker = claim.attribution.speaker
    return Text(printable(speaker.name)) if speaker else Text("speaker unknown", style=FAINT)


def facets(claim: Claim) -> list[Text]:
    """What was normalised in a claim, a line for each; an affirmed, established claim says neither."""
    lines = [Text("negated" if claim.polarity == "negated" else "", style="red")]
    lines.append(Text(claim.certainty if claim.certainty != "established" else "", style="yellow"))
    lines += [_facet("number", quantity_words(quantity)) for quantity in claim.quantities]
    lines += [_facet("time", time_words(time)) for time in claim.times]
    lines += [_facet("place", place.name) for place in claim.places]
    lines += [_facet(participant.role, participant.name) for participant in claim.participants]
    return [line for line in lines if line]


def _facet(kind: str, value: str) -> Text:
    return Text.assemble((f"{kind} ", FAINT), printable(value))


def quantity_words(quantity: Quantity) -> str:
    """An interval in words: `about 5,000 homes`, `100,000 or more troops`, `12 km to 15 km`, `4.5%`."""
    lower, upper = quantity.lower, quantity.upper
    if lower is None and upper is None:
        return quantity.span.exact
    unit = "" if quantity.unit is None else UNITS.get(quantity.unit, f" {quantity.unit}")
    if lower == upper and lower is not None:
        amount = f"{lower:,.12g}{unit}"
    elif upper is None:
        amount = f"{lower:,.12g}{unit} or more"
    elif lower is None:
        amount = f"{upper:,.12g}{unit} or less"
    else:
        amount = f"{lower:,.12g}{unit} to {upper:,.12g}{unit}"
    thing = "".join(f" {part}" for part in (quantity.of, quantity.measure) if part)
    return f"{'about ' if quantity.approximate else ''}{amount}{thing}"


def time_words(time: Time) -> str:
    """What an expression may mean: `2022-01-10`, `until 2024-03-31`, `2022-01-10, 21:00 EST`, `weekly`."""
    if time.recurs is not None:
        every = f" × {time.recurs.interval}" if time.recurs.interval > 1 else ""
        return f"{time.recurs.frequency}{every}"
    hours = f"{_stretch(time.clock.start, time.clock.end)} {time.clock.zone or ''}".rstrip() if time.clock else ""
    days = _stretch(time.first, time.last)
    if days or hours:
        return ", ".join(words for words in (days, hours) if words)
    return f"unresolved: {' … '.join(span.exact for span in time.spans)}"


def _stretch(first: dt.date | dt.time | None, last: dt.date | dt.time | None) -> str:
    """From the first to the last, both taken in; empty where both are open."""
    low, high = (f"{one:%H:%M}" if isinstance(one, dt.time) else str(one or "") for one in (first, last))
    if low and high:
        return low if low == high else f"{low} to {high}"
    return f"from {low}" if low else f"until {high}" if high else ""


def _caveat(caveat: Caveat) -> Text:
    line = Text.assemble(("! ", "yellow"), printable(caveat.detail), (f"  {caveat.code}", FAINT))
    return line.append(" ").append_text(offsets(caveat.span)) if caveat.span else line


# Several articles

LIKELY = 0.35
"""Alignment score from which agreements and variations are printed. On the development stories two in three pairs of
claims above it share an annotated claim, and one in four of the aligned pairs below it.
"""

MOST_ALIKE = 3
"""Caveats of one code that are printed; the JSON has them all."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles and claims of a comparison by their ids, and the name each article goes by."""

    articles: Mapping[str, Article]
    claims: Mapping[Member, Claim]
    names: Mapping[str, str]


Listing = Callable[[Comparison, Shelf], Sequence[RenderableType]]


def comparison_view(comparison: Comparison, only_in_one: Listing, least: float = LIKELY) -> RenderableType:
    """`only_in_one` prints the claims that nothing was aligned with: `count_unmatched` or `list_unmatched`. `least` is
    the alignment score from which agreements and variations are printed.
    """
    shelf = shelf_of(comparison)
    found = _divergences(comparison)
    shown = [pair for pair in found if pair[1].grade != "variation" or pair[0].alignment_score >= least]
    agreements = [one for one in comparison.alignments if one.relation == "agree"]
    printed = _each_once(agreements, shelf, least)
    unlikely, left = len(found) - len(shown), len(agreements) - len(printed)
    return Group(
        _summary(comparison, len(agreements), [divergence for _, divergence in found]),
        *_section(
            "Where they diverge",
            [*(_divergence(*pair, shelf) for pair in shown), *_more(unlikely, "less likely  (--all lists them)")],
        ),
        *_section(
            "Where they agree",
            [
                *(_agreement(alignment, shelf) for alignment in printed),
                *_more(left, "less likely or of the same sentences  (--all lists the former, --json all)"),
            ],
        ),
        *_section("Copies", _copies(comparison, shelf)),
        *_section("Only in one article", only_in_one(comparison, shelf)),
        *_section("Not compared, or not fully", _caveats(comparison, shelf)),
        Text("\n[start:end] counts characters of the article's text, without front matter.", style=FAINT),
    )


def detail(everything: bool) -> tuple[Listing, float]:
    """What `comparison_view` is asked for."""
    return (list_unmatched, 0.0) if everything else (count_unmatched, LIKELY)


def _divergences(comparison: Comparison) -> list[tuple[Alignment, Divergence]]:
    """Every divergence once, contradictions first, the surest of each grade before the others.

    A claim may be in several alignments, and is then printed with the surest of them.
    """
    found: dict[tuple[str, Side, Side], tuple[Alignment, Divergence]] = {}
    for alignment in comparison.alignments:
        for divergence in alignment.divergences:
            key = (divergence.kind, divergence.left, divergence.right)
            known = found.get(key)
            if known is None or alignment.alignment_score > known[0].alignment_score:
                found[key] = (alignment, divergence)
    grades = list(GRADES)
    return sorted(found.values(), key=lambda one: (grades.index(one[1].grade), -one[0].relation_score))


def _each_once(agreements: Sequence[Alignment], shelf: Shelf, least: float) -> list[Alignment]:
    """The surest first, without those that only say again of two sentences that they agree."""
    known: set[tuple[tuple[str, Span], ...]] = set()
    printed: list[Alignment] = []
    for alignment in sorted(agreements, key=lambda one: -one.alignment_score):
        places = sorted({(member.article, shelf.claims[member].sentence) for member in alignment.members})
        pairs = {pair for pair in combinations(places, 2) if pair[0][0] != pair[1][0]}
        if alignment.alignment_score >= least and not pairs <= known:
            known |= pairs
            printed.append(alignment)
    return printed


def _more(count: int, told: str) -> list[RenderableType]:
    return [Text(f"\nand {count:,} more that are {told}", style=FAINT)] if count else []


def shelf_of(comparison: Comparison) -> Shelf:
    """Articles go by their source's name; where two share one, the id of the article is added."""
    sources = [article.source for article in comparison.articles]
    return Shelf(
        articles={article.id: article for article in comparison.articles},
        claims={
            Member(article.id, claim.id): claim
            for article in comparison.articles
            for claim in article.extraction.claims
        },
        names={
            article.id: printable(
                article.source if sources.count(article.source) == 1 else f"{article.source} ({article.id})"
            )
            for article in comparison.articles
        },
    )


def _summary(comparison: Comparison, agreements: int, divergences: Sequence[Divergence]) -> RenderableType:
    aligned = {member for alignment in comparison.alignments for member in alignment.members}
    counts = Text(" · ").join(
        [
            Text(counted(len(comparison.articles), "article"), style=NAME),
            Text(counted(len(aligned), "aligned claim")),
            Text(counted(agreements, "agreement"), style=AGREES),
            Text(counted(len(divergences), "divergence"), style=GRADES["contradiction"] if divergences else ""),
            Text(f"{len(comparison.unmatched):,} only in one"),
        ]
    )
    grades = ", ".join(
        counted(number, grade) if grade != "timeline" else f"{counted(number, 'update')}"
        for grade in GRADES
        if (number := sum(one.grade == grade for one in divergences))
    )
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for article in comparison.articles:
        table.add_row(
            Text(printable(article.source), style=NAME),
            Text(article.published.isoformat() if article.published else "undated", style=FAINT),
            Text(printable(article.title or article.id)),
        )
    return Group(counts, *([Text(f"divergences: {grades}", style=FAINT)] if grades else []), Text(), table)


def _divergence(alignment: Alignment, divergence: Divergence, shelf: Shelf) -> RenderableType:
    style = GRADES[divergence.grade]
    title = Text.assemble(
        ("≠ " if divergence.grade == "contradiction" else "~ ", style),
        (divergence.kind, style),
        (f"  {divergence.grade}", FAINT),
    )
    sides = Table(box=box.SQUARE, expand=True, border_style=FAINT, header_style=NAME)
    for side in (divergence.left, divergence.right):
        sides.add_column(Text(shelf.names[side.article]), ratio=1)
    sides.add_row(_side(divergence.left, shelf), _side(divergence.right, shelf))
    sides.add_row(
        Text(printable(divergence.left.value), style=style), Text(printable(divergence.right.value), style=style)
    )
    return Group(
        Text(),
        title,
        sides,
        Padding(Text(printable(divergence.explanation)), (0, 1)),
        Padding(_scores(alignment, printable(divergence.rule)), (0, 1)),
    )


def _scores(alignment: Alignment, *more: str) -> Text:
    parts = (
        *more,
        alignment.id,
        f"same slot {alignment.alignment_score:.2f}",
        f"relation {alignment.relation_score:.2f}",
        counted(alignment.independent_origins, "independent origin"),
    )
    return Text(" · ".join(parts), style=FAINT)


def _side(side: Side, shelf: Shelf) -> Text:
    text = shelf.articles[side.article].text
    claim = shelf.claims.get(Member(side.article, side.claim))
    shown = in_context(text, [side.evidence], claim.sentence if claim else side.evidence)
    return shown.append(" ").append_text(offsets(side.evidence))


def _agreement(alignment: Alignment, shelf: Shelf) -> RenderableType:
    title = Text.assemble(("= ", AGREES), (alignment.agreement or "class cannot be told", AGREES))
    for value in alignment.shared:
        if value.kind != "quote":  # it stands in every member below
            title.append(f"  {value.kind} ", style=FAINT).append(printable(value.value), style=NAME)
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=2)
    table.add_column(ratio=7)
    for member in alignment.members:
        table.add_row(Text(shelf.names[member.article], style=NAME), _member(member, alignment, shelf))
    return Group(Text(), title, Padding(table, (0, 0, 0, 2)), Padding(_scores(alignment), (0, 0, 0, 2)))


def _member(member: Member, alignment: Alignment, shelf: Shelf) -> Text:
    """The claim with what it shares made conspicuous, and the offsets of both.

    What stands in none of the article's claims here is shown beside each of them.
    """
    text = shelf.articles[member.article].text
    whole = _whole(member, shelf)
    others = [_whole(other, shelf) for other in alignment.members if other.article == member.article]
    marked = {span for value in alignment.shared for article, span in value.evidence if article == member.article}
    inside = sorted(span for span in marked if whole.holds(span))
    shown = in_context(text, inside, whole) if inside else Text(printable(whole.exact))
    shown.append(" ").append_text(offsets(whole))
    for span in sorted(span for span in marked if not any(other.holds(span) for other in others)):
        shown.append(" with ", style=FAINT).append(printable(span.exact), style=EVIDENCE)
        shown.append(" ").append_text(offsets(span))
    return shown


def _whole(member: Member, shelf: Shelf) -> Span:
    spans = shelf.claims[member].spans
    return Span.of(shelf.articles[member.article].text, spans[0].start, spans[-1].end)


def _copies(comparison: Comparison, shelf: Shelf) -> list[RenderableType]:
    """Origins that more than one article draws on."""
    lines: list[RenderableType] = []
    for origin in comparison.origins:
        if len({passage.article for passage in origin.passages}) < 2:
            continue
        first = origin.passages[0]
        names = " and ".join(dict.fromkeys(shelf.names[passage.article] for passage in origin.passages))
        lines.append(
            Text.assemble((names, NAME), (f"  {origin.id} · {printable(origin.reason)}\n", FAINT), "  ").append_text(
                in_context(shelf.articles[first.article].text, [first.span], first.span)
            )
        )
    return lines


def count_unmatched(comparison: Comparison, shelf: Shelf) -> Sequence[RenderableType]:
    """How many claims only one article has."""
    numbers = dict.fromkeys(shelf.names, 0)
    for member in comparison.unmatched:
        numbers[member.article] += 1
    line = ", ".join(f"{shelf.names[article]} {number}" for article, number in numbers.items() if number)
    return [Text(line).append("  (--all lists them)", style=FAINT)] if line else []


def list_unmatched(comparison: Comparison, shelf: Shelf) -> Sequence[RenderableType]:
    """Every claim that only one article has, by article."""
    table = _columns("", "source", "claim", "held by")
    for column, ratio in zip(table.columns[1:], (4, 12, 4), strict=True):
        column.ratio = ratio
    for member in comparison.unmatched:
        claim = shelf.claims[member]
        table.add_row(
            Text(member.claim, style=FAINT), Text(shelf.names[member.article]), pieces(claim.spans), holder(claim)
        )
    return [table] if comparison.unmatched else []


def _caveats(comparison: Comparison, shelf: Shelf) -> list[RenderableType]:
    of_articles = [
        Text.assemble((f"{shelf.names[article.id]}: ", NAME)).append_text(_caveat(caveat))
        for article in comparison.articles
        for caveat in article.extraction.caveats
    ]
    shown: list[RenderableType] = []
    counts = Counter(caveat.code for caveat in comparison.caveats)
    for code, count in counts.items():
        alike = [caveat for caveat in comparison.caveats if caveat.code == code]
        shown += [_caveat(caveat) for caveat in alike[:MOST_ALIKE]]
        if count > MOST_ALIKE:
            shown.append(Text.assemble(("! ", "yellow"), f"and {count - MOST_ALIKE:,} more", (f"  {code}", FAINT)))
    return [*of_articles, *shown]
