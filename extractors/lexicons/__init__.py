"""Word lists as data. Every file says in its first lines what it is for and where its words come from.

lines(name)   the lines of a list without comments and blank ones
"""

from __future__ import annotations

from importlib.resources import files


def lines(name: str) -> tuple[str, ...]:
    """The entries of `<name>.txt` in this folder, in the order of the file."""
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)
