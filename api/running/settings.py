"""How one process of the service is configured: arguments of the command line over variables of the environment.

VARIORUM_HOST, VARIORUM_PORT   where it listens; loopback only
VARIORUM_DATABASE              the database, as SQLAlchemy names it; a file in the working folder by default
VARIORUM_WORKERS               computations at once
VARIORUM_CORS_ORIGINS          origins whose pages may call from a browser, with commas between them; none by default
"""

from __future__ import annotations

import importlib.util
import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass

from api.errors import ServiceError

DATABASE = "sqlite+aiosqlite:///variorum.sqlite3"
MAX_BODY = 16 * 1024 * 1024
"""Bytes of a request body. 1,000,000 characters take at most 12,000,000, each written as two JSON escapes."""
DRIVERS = {"sqlite+aiosqlite": "aiosqlite", "postgresql+psycopg": "psycopg"}
"""The package behind each kind of database; that of PostgreSQL comes with an extra."""
MAX_PORT = 65_535
ORIGIN = re.compile(r"https?://(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::[0-9]{1,5})?")
"""As a browser sends it: in small letters, without a path."""
MAX_WORKERS = 64
"""Computations at once. Each needs a core to itself, so that more would only wait for each other."""


class UnsafeSetting(ServiceError):
    """A setting that is out of bounds, or that would open the service to others."""

    code = "unsafe_setting"
    title = "The service cannot be started like this"


@dataclass(frozen=True, slots=True)
class Settings:
    """`workers` is the number of computations that run at once, `max_body` counts bytes, `cors_origins` are those whose
    pages may call the service from a browser.

    Raises UnsafeSetting when `host` is not loopback: there are no keys yet, so whoever reaches the port may use it.
    When an origin is a pattern or none: whatever page is open in a browser here could read and write. And when the
    database is of a kind that the service does not know or this installation has no driver for.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    database: str = DATABASE
    workers: int = 2
    max_body: int = MAX_BODY
    cors_origins: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not is_loopback(self.host):
            raise UnsafeSetting(f"{self.host!r} is not loopback. Listen on 127.0.0.1, ::1 or localhost.")
        if not 1 <= self.port <= MAX_PORT:
            raise UnsafeSetting(f"The port is a number from 1 to {MAX_PORT}, not {self.port}.")
        refuse_database(self.database)
        if not 1 <= self.workers <= MAX_WORKERS:
            raise UnsafeSetting(f"The number of workers is from 1 to {MAX_WORKERS}, not {self.workers}.")
        for origin in self.cors_origins:
            refuse_origin(origin)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens on `host`. No name but localhost is looked up."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def refuse_database(address: str) -> None:
    """Raises UnsafeSetting. The address itself is not told, since it may hold a password."""
    scheme = address.partition("://")[0]
    if scheme not in DRIVERS:
        raise UnsafeSetting(
            f"There is no storage called {scheme!r}. Give sqlite+aiosqlite:///FILE or "
            "postgresql+psycopg://USER@HOST/NAME."
        )
    if importlib.util.find_spec(DRIVERS[scheme]) is None:
        raise UnsafeSetting(
            f"{scheme} needs the package {DRIVERS[scheme]}, which is not installed: install variorum[postgres]."
        )


def refuse_origin(origin: str) -> None:
    """Raises UnsafeSetting."""
    if not ORIGIN.fullmatch(origin):
        raise UnsafeSetting(
            f"{origin!r} is no origin. Name each as in https://dashboard.example or http://localhost:3000, in small "
            "letters, without a path and without *."
        )


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Settings from VARIORUM_ variables, defaults for those that are absent or empty. Raises UnsafeSetting."""
    return Settings(
        host=environment.get("VARIORUM_HOST") or "127.0.0.1",
        port=_number(environment, "VARIORUM_PORT", 8000),
        database=environment.get("VARIORUM_DATABASE") or DATABASE,
        workers=_number(environment, "VARIORUM_WORKERS", 2),
        cors_origins=tuple(filter(None, map(str.strip, environment.get("VARIORUM_CORS_ORIGINS", "").split(",")))),
    )


def environment_of(settings: Settings) -> dict[str, str]:
    """The variables from which another process gets these settings."""
    return {
        "VARIORUM_HOST": settings.host,
        "VARIORUM_PORT": str(settings.port),
        "VARIORUM_DATABASE": settings.database,
        "VARIORUM_WORKERS": str(settings.workers),
        "VARIORUM_CORS_ORIGINS": ",".join(settings.cors_origins),
    }


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(name) or str(default)
    if not value.isdecimal():
        raise UnsafeSetting(f"{name} is a whole number, not {value!r}.")
    return int(value)
