"""What the views are put together from: sections, tables of columns, and lines that both kinds of view have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from api.commands.terminal.printable import FAINT, offsets, printable
from extractors.records import Caveat, Claim

NAME = "bold"
"""Style of names: of outlets, speakers, articles and sections."""
OFFSETS_EXPLAINED = "\n[start:end] counts characters of the article's text, without front matter."


def section(title: str, body: Sequence[RenderableType]) -> Iterable[RenderableType]:
    if body:
        yield Text()
        yield Rule(Text(title, style=NAME), align="left", style=FAINT)
        yield from body


def columns(headers: Mapping[str, int | None]) -> Table:
    """An empty table as wide as the terminal. Columns with a number share the width by it; others are as wide as what
    they hold.
    """
    table = Table(box=None, pad_edge=False, expand=True, header_style=FAINT, padding=(0, 2, 0, 0))
    for header, ratio in headers.items():
        table.add_column(header, ratio=ratio)
    return table


def holder(claim: Claim) -> Text:
    """Who stands behind a claim: a speaker, or the outlet itself."""
    if claim.attribution is None:
        return Text("the outlet", style=FAINT)
    speaker = claim.attribution.speaker
    return Text(printable(speaker.name)) if speaker else Text("speaker unknown", style=FAINT)


def caveat_line(caveat: Caveat) -> Text:
    line = Text.assemble(("! ", "yellow"), printable(caveat.detail), (f"  {caveat.code}", FAINT))
    return line.append(" ").append_text(offsets(caveat.span)) if caveat.span else line
