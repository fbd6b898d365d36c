"""Text from outside, made safe and readable in a terminal.

Articles are data: they must neither colour the terminal nor move its cursor. So what they hold is only ever put into
`Text` objects, which rich does not read for markup, and only after `printable`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rich.text import Text

from extractors.records import Span

CONTEXT = 130
"""Code points shown on either side of a piece of evidence; two such columns fill some ten lines at 80 columns."""
FAINT = "dim"
EVIDENCE = "bold underline"
HIDDEN = "\ufffd"


def printable(text: str) -> str:
    """The text on one line, without anything a terminal would obey.

    White space becomes single spaces; control characters, half surrogates and marks that turn the direction of writing
    become a replacement character, so that it shows that something was there.
    """
    one_line = re.sub(r"[ \t\r\n\u0085\u2028\u2029]+", " ", text)
    return "".join(HIDDEN if _commands(character) else character for character in one_line)


def _commands(character: str) -> bool:
    turns = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    return turns or unicodedata.category(character) in {"Cc", "Cs"}


def counted(number: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def offsets(span: Span) -> Text:
    return Text(f"[{span.start}:{span.end}]", style=FAINT)


def pieces(spans: Sequence[Span]) -> Text:
    """The characters of each span with its offsets."""
    joined = Text()
    for number, span in enumerate(spans):
        joined.append(" … " if number else "", style=FAINT)
        joined.append(printable(span.exact))
        joined.append(" ").append_text(offsets(span))
    return joined


def in_context(text: str, marked: Sequence[Span], context: Span) -> Text:
    """`context` with the characters of `marked` made conspicuous, cut CONTEXT code points before and after them."""
    start = max(min(context.start, marked[0].start), marked[0].start - CONTEXT)
    end = min(max(context.end, marked[-1].end), marked[-1].end + CONTEXT)
    shown = Text().append("…" if start > context.start else "", style=FAINT)
    position = start
    for span in marked:
        shown.append(printable(text[position : max(position, span.start)]))
        shown.append(printable(text[max(position, span.start) : span.end]), style=EVIDENCE)
        position = max(position, span.end)
    shown.append(printable(text[position:end]))
    return shown.append("…" if end < context.end else "", style=FAINT)
