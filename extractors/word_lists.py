"""How word tables are written down: one string, words set apart by white space. And a pattern for many of them."""

from __future__ import annotations

import re


def word_set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def word_list(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


def any_of(*patterns: str) -> re.Pattern[str]:
    """A pattern that is found wherever one of `patterns` is, each of which begins with a plain letter or sign.

    Those of one letter stand behind it together: of sixty, a letter of the text is compared with twenty.
    """
    behind: dict[str, list[str]] = {}
    for pattern in patterns:
        behind.setdefault(pattern[0], []).append(pattern[1:])
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in behind.items()))
