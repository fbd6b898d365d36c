"""What storing something needs from outside: the database, the computation, the time and new ids."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from litestar.datastructures import State
from litestar.di import NamedDependency

from api.running.computing import Computing
from api.storage.database import Database
from api.storage.ids import IdSource, new_id

Clock = Callable[[], dt.datetime]


def now() -> dt.datetime:
    """A `Clock`: the moment it is, in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Intake:
    database: Database
    computing: Computing
    clock: Clock = now
    new_id: IdSource = new_id


def provide_intake(state: State) -> Intake:
    """What the handlers of a running application store with."""
    return Intake(state.database, state.computing, state.clock, state.new_id)


Storing = NamedDependency[Intake]
"""How a handler asks for it: an argument named `intake`."""
