"""What takes minutes to read, kept in a file of the run folder."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")


def kept(path: Path, read: Callable[[], Iterable[_T]]) -> list[_T]:
    """What `read` gives, and from then on the file. Remove the file when `read` would give something else."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(list(read())))
    found: list[_T] = pickle.loads(path.read_bytes())  # noqa: S301 - our own file
    return found
