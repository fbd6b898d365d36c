"""One article in a terminal: who said what, then what is claimed, with the facets of each claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from api.commands.terminal.parts import NAME, OFFSETS_EXPLAINED, caveat_line, columns, holder, section
from api.commands.terminal.printable import FAINT, counted, pieces, printable
from extractors.records import Attribution, Claim, Extraction, Quantity, Time
from matching.values import number_in_words


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of an article besides its text."""

    title: str | None
    source: str | None
    published: dt.datetime | dt.date | None


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
        *section("Who said what", [_attributions(extraction.attributions)] if said else []),
        *section("What is claimed", [_claims(extraction.claims)] if claims else []),
        *section("Not read, or not fully", [caveat_line(caveat) for caveat in extraction.caveats]),
        Text(OFFSETS_EXPLAINED, style=FAINT),
    )


def _heading(heading: Heading) -> Text:
    line = Text().append(printable(heading.title or "Untitled article"), style=NAME)
    known = [printable(heading.source)] if heading.source else []
    known.append(heading.published.isoformat() if heading.published else "date of publication unknown")
    return line.append("\n" + " · ".join(known), style=FAINT)


def _attributions(attributions: Sequence[Attribution]) -> Table:
    table = columns({"": None, "who": 5, "how": 4, "what": 13})
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
    table = columns({"": None, "claim": 10, "held by": 4, "facets": 7})
    for one in (claim for claim in claims if claim.level == "clause"):
        table.add_row(Text(one.id, style=FAINT), pieces(one.spans), holder(one), Text("\n").join(facets(one)))
    return table


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
    """The value and what happened to it: `about 5,000 homes destroyed`."""
    return f"{number_in_words(quantity)} {quantity.measure or ''}".rstrip()


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
