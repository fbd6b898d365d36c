"""The stored stories in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from api.commands.terminal.parts import NAME, columns

if TYPE_CHECKING:  # it brings the database with it
    from api.commands.demonstration import StoredStory


def stories_view(stored: Sequence[StoredStory]) -> RenderableType:
    table = columns({"story": None, "about": 1, "articles": None, "new": None})
    for one in stored:
        table.add_row(Text(one.seed.id, style=NAME), Text(one.seed.title), Text(str(one.story.articles)), str(one.new))
    return Group(table, Text())
