"""Where handlers have their computing done: in a few threads, so that the event loop keeps answering."""

from __future__ import annotations

import asyncio
import contextvars
import functools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from api.running.engine import Engine

P = ParamSpec("P")
T = TypeVar("T")


class Computing:
    """An engine, and `workers` threads that use it; more work than threads waits in order of arrival."""

    def __init__(self, engine: Engine, workers: int) -> None:
        self._engine = engine
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="variorum")

    async def run(self, work: Callable[Concatenate[Engine, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        """The result of `work(engine, *arguments, **named)`, computed in one of the threads."""
        context = contextvars.copy_context()
        call = functools.partial(context.run, work, self._engine, *arguments, **named)
        return await asyncio.get_running_loop().run_in_executor(self._pool, call)

    def close(self) -> None:
        """Work that has begun is finished, work that waits is given up."""
        self._pool.shutdown(wait=False, cancel_futures=True)
