"""Short passages with the mentions of speakers marked, read by the stage under test.

A mention of a speaker stands in ⟦⟧; the content of its attribution is the text behind it.
"""

from __future__ import annotations

import re

from extractors.attribution.found import FoundAttribution
from extractors.quotations import find_quotes
from extractors.records import Span, Speaker
from extractors.speakers import Resolved, resolve

MARKED = re.compile(r"[⟦⟧]")


def read(marked: str, via: dict[int, int] | None = None) -> Resolved:
    """Resolve the marked mentions of a text; the content of each attribution is the text behind its mention."""
    text = MARKED.sub("", marked)
    found = []
    for number, mention in enumerate(re.finditer(r"⟦(.*?)⟧", marked, re.DOTALL)):
        start = mention.start() - 2 * number
        source = Span.of(text, start, start + len(mention.group(1)))
        content = Span.of(text, min(source.end, len(text) - 1), len(text))
        found.append(FoundAttribution(source, None, (content,), 0.9, "test", (via or {}).get(number)))
    return resolve(text, tuple(found), find_quotes(text))


def speakers(marked: str) -> list[Speaker]:
    return [attribution.speaker for attribution in read(marked).attributions if attribution.speaker]


def names(marked: str) -> list[str]:
    return [speaker.name for speaker in speakers(marked)]
