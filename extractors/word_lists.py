"""How word tables are written down: one string, words set apart by white space."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def word_list(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())
