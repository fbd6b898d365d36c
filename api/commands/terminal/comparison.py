"""Several articles in a terminal: where they diverge and agree, who contradicts whom, copies, what only one has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.commands.terminal.parts import NAME, OFFSETS_EXPLAINED, caveat_line, columns, holder, section
from api.commands.terminal.printable import EVIDENCE, FAINT, counted, in_context, offsets, pieces, printable
from extractors.records import Claim, Span
from matching.records import Alignment, Article, Comparison, Dispute, Divergence, Grade, Member, Side

GRADES: dict[Grade, str] = {
    "contradiction": "bold red",
    "variation": "bold yellow",
    "report": "bold blue",
    "timeline": "bold cyan",
}
"""In the order in which divergences are printed, with the colour of each."""
AGREES = "bold green"

LIKELY = 0.5
"""Alignment score from which agreements and variations are printed: likelier of one slot than not. Above it, on the
development stories, 78 % of aligned pairs share an annotated claim and 77 % of divergences are annotated; below it 31 %
and 9 %.
"""

LEFT_OUT = "less sure or of the same sentences  (--all lists the former, --json all)"

MOST_AGREEMENTS = 12
"""Agreements of a digest: what a reader takes in, where four short articles have some forty."""

MOST_GROUNDS = 2
"""Grounds of an alignment that are named, the weightiest; the JSON has them all."""

MOST_ALIKE = 3
"""Caveats of one code that are printed; the JSON has them all."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles and claims of a comparison by their ids, and the name each article goes by."""

    articles: Mapping[str, Article]
    claims: Mapping[Member, Claim]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of a comparison is printed.

    `only_in_one` prints the claims that nothing was aligned with; `least` is the alignment score from which agreements
    and variations are printed, `agreements` the number of agreements, None for all.
    """

    only_in_one: Callable[[Comparison, Shelf], Sequence[RenderableType]]
    least: float
    agreements: int | None


def comparison_view(comparison: Comparison, detail: Detail) -> RenderableType:
    shelf = shelf_of(comparison)
    found = _divergences(comparison)
    shown = _likely(found, shelf, detail.least)
    agreements = [one for one in comparison.alignments if one.relation == "agree"]
    printed = _each_once(agreements, shelf, detail.least)[: detail.agreements]
    unlikely, left = len(found) - len(shown), len(agreements) - len(printed)
    return Group(
        _summary(comparison, len(agreements), [divergence for _, divergence in found]),
        *section(
            "Where they diverge",
            [*(_divergence(*pair, shelf) for pair in shown), *_more(unlikely, LEFT_OUT)],
        ),
        *section(
            "Where they agree",
            [
                *(_agreement(alignment, shelf) for alignment in printed),
                *_more(left, LEFT_OUT),
            ],
        ),
        *section("Who contradicts whom in one article", [_dispute(dispute, shelf) for dispute in comparison.disputes]),
        *section("Copies", _copies(comparison, shelf)),
        *section("Only in one article", detail.only_in_one(comparison, shelf)),
        *section("Not compared, or not fully", _caveats(comparison, shelf)),
        Text(OFFSETS_EXPLAINED, style=FAINT),
    )


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


def _likely(
    found: Sequence[tuple[Alignment, Divergence]], shelf: Shelf, least: float
) -> list[tuple[Alignment, Divergence]]:
    """All but unlikely variations, and those that only say again of two sentences what differs in them."""
    known: set[tuple[object, ...]] = set()
    shown = []
    for alignment, divergence in found:
        sides = [
            (side.article, shelf.claims[Member(side.article, side.claim)].sentence, side.value)
            for side in (divergence.left, divergence.right)
        ]
        told = (divergence.kind, *sides)
        if divergence.grade != "variation" or (alignment.alignment_score >= least and told not in known):
            known.add(told)
            shown.append((alignment, divergence))
    return shown


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
    others = [edit for edit in divergence.word_diff if edit.kind not in ("same", "hidden")]
    sides.add_row(
        _side(divergence.left, [span for edit in others for span in edit.left], shelf),
        _side(divergence.right, [span for edit in others for span in edit.right], shelf),
    )
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
        " ".join((f"same slot {alignment.alignment_score:.2f}", *_carried(alignment))),
        f"relation {alignment.relation_score:.2f}",
        counted(alignment.independent_origins, "independent origin"),
    )
    return Text(" · ".join((*parts, *(printable(one.explanation) for one in alignment.counted_once))), style=FAINT)


def _carried(alignment: Alignment) -> Iterator[str]:
    """What speaks most for one slot."""
    carrying = [ground.kind for ground in alignment.grounds if ground.weight > 0][:MOST_GROUNDS]
    if carrying:
        yield f"by {' and '.join(carrying)}"


def _side(side: Side, words: Sequence[Span], shelf: Shelf) -> Text:
    """The words that differ, or all of the evidence, within the claim's sentence."""
    text = shelf.articles[side.article].text
    claim = shelf.claims.get(Member(side.article, side.claim))
    shown = in_context(text, words or [side.evidence], claim.sentence if claim else side.evidence)
    return shown.append(" ").append_text(offsets(side.evidence))


def _agreement(alignment: Alignment, shelf: Shelf) -> RenderableType:
    title = Text.assemble(("= ", AGREES), (alignment.agreement or "how they agree cannot be told", AGREES))
    for value in alignment.shared:
        if value.kind != "quote":  # it stands in every member below
            title.append(f"  {value.kind} ", style=FAINT).append(printable(value.value), style=NAME)
    table = _named_rows()
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


def _dispute(dispute: Dispute, shelf: Shelf) -> RenderableType:
    title = Text.assemble((shelf.names[dispute.article], NAME), (f"  {printable(dispute.rule)}", FAINT))
    table = _named_rows()
    for speaker, side in ((dispute.left_speaker, dispute.left), (dispute.right_speaker, dispute.right)):
        table.add_row(Text(printable(speaker), style=NAME), _side(side, [], shelf))
    return Group(Text(), title, Padding(table, (0, 0, 0, 2)))


def _named_rows() -> Table:
    """An empty table of two columns: whose words they are, and the words."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=2)
    table.add_column(ratio=7)
    return table


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
    table = columns({"": None, "source": 4, "claim": 12, "held by": 4})
    for member in comparison.unmatched:
        claim = shelf.claims[member]
        table.add_row(
            Text(member.claim, style=FAINT), Text(shelf.names[member.article]), pieces(claim.spans), holder(claim)
        )
    return [table] if comparison.unmatched else []


def _caveats(comparison: Comparison, shelf: Shelf) -> list[RenderableType]:
    of_articles = [
        Text.assemble((f"{shelf.names[article.id]}: ", NAME)).append_text(caveat_line(caveat))
        for article in comparison.articles
        for caveat in article.extraction.caveats
    ]
    shown: list[RenderableType] = []
    counts = Counter(caveat.code for caveat in comparison.caveats)
    for code, count in counts.items():
        alike = [caveat for caveat in comparison.caveats if caveat.code == code]
        shown += [caveat_line(caveat) for caveat in alike[:MOST_ALIKE]]
        if count > MOST_ALIKE:
            shown.append(Text.assemble(("! ", "yellow"), f"and {count - MOST_ALIKE:,} more", (f"  {code}", FAINT)))
    return [*of_articles, *shown]


DIGEST = Detail(count_unmatched, LIKELY, MOST_AGREEMENTS)
EVERYTHING = Detail(list_unmatched, 0.0, None)
