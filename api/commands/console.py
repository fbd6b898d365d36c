"""How a command speaks: results on standard output, progress, notes and errors on standard error.

Exit status 0 is success, 2 bad input, 1 anything else that failed; both come with one line that says what to do and the
stable code of the error.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import Console, RenderableType

    from extractors.errors import VariorumError

WIDEST = 140
"""Columns of what is printed; longer lines are hard to read on any screen."""
WIDEST_STEP = 50
"""Columns of what the progress bar says beside itself."""
BAD_INPUT = 2
FAILED = 1
"""Exit statuses."""


def show(view: RenderableType) -> None:
    from rich.console import Console

    console = Console(highlight=False)
    console.print(view, width=min(console.width, WIDEST))


def print_json(message: BaseModel) -> None:
    """The wire message. What a terminal might obey is escaped, which JSON reads back as the same characters."""
    text = json.dumps(message.model_dump(mode="json"), ensure_ascii=False, indent=2)
    hidden = [*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)]
    typer.echo(text.translate({code: f"\\u{code:04x}" for code in hidden}))


@contextmanager
def working(what: str) -> Iterator[None]:
    """Says on a terminal's standard error what is going on, while it goes on."""
    from rich.text import Text

    console = progress_console()
    if console.is_terminal:
        with console.status(Text(safe(what))):
            yield
    else:
        yield


@contextmanager
def counting(first: str, total: int) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal's standard error; what is yielded takes it one step on and says what was done."""
    from rich.markup import escape
    from rich.progress import Progress

    console = progress_console()
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(first, total=total)
        yield lambda done: progress.update(task, advance=1, description=escape(safe(done)[:WIDEST_STEP]))


def progress_console() -> Console:
    from rich.console import Console

    return Console(stderr=True)


def safe(text: str) -> str:
    from api.commands.terminal.printable import printable

    return printable(text)


@contextmanager
def reported() -> Iterator[None]:
    """Turns an error of ours into one line on standard error and an exit status."""
    from extractors.errors import VariorumError

    try:
        yield
    except VariorumError as error:
        fail(error.message, error.code, BAD_INPUT if is_bad_input(error) else FAILED)


def is_bad_input(error: VariorumError) -> bool:
    from api.errors import ServiceError
    from api.running.settings import UnsafeSetting
    from extractors.errors import InputError
    from matching.errors import ComparisonError

    refused = isinstance(error, ServiceError) and error.status < 500
    return refused or isinstance(error, InputError | ComparisonError | UnsafeSetting)


def fail(message: str, code: str, status: int) -> None:
    typer.echo(f"error: {safe(message)} ({code})", err=True)
    raise typer.Exit(status)
