"""Whose a writing is that an article tells the author of before it calls it "the letter"."""

from __future__ import annotations

import re

LONGEST_WAY = 2_000
"""Code points between a writing's author and "the letter": news prose tells of one letter at a time."""

_TELLS = (
    r"\b(?:an?|the|this|another|open|joint|his|her|their)\s(?:[\w’'-]+\s){{0,3}}?{noun}\s"
    r"(?:(?:published|written|issued|released|signed|posted|sent|reported|co-written)\s)?(?:from|by)\s(?:the\s)?(?=[A-Z])"
)


def author_told(text: str, noun: str, before: int) -> int | None:
    """Where the author told last begins: "a letter from | Ann Lee ... The letter says"."""
    told = re.compile(_TELLS.format(noun=re.escape(noun)), re.IGNORECASE)
    last = None
    for found in told.finditer(text, max(0, before - LONGEST_WAY), before):
        if text[found.end()].isupper():
            last = found.end()
    return last
