"""Brings a database to the shape this version of the program expects, from a checkout and from a wheel alike."""

from pathlib import Path

from alembic import command
from alembic.config import Config

BESIDE_THE_PACKAGE = Path(__file__).parent.parent / "migrations"
INSIDE_THE_WHEEL = Path(__file__).parent / "_migrations"


def upgrade(url: str) -> None:
    """Apply every migration that is not yet applied, in one transaction; nothing happens when there is none.

    Of several processes that start together, one migrates and the others wait. Blocks: call it before the event loop
    runs, or in a thread. `url` is that of the asynchronous driver or of the synchronous one.
    """
    command.upgrade(configuration(url), "head")


def configuration(url: str) -> Config:
    """Alembic's configuration for one database, without a file."""
    config = Config()
    scripts = INSIDE_THE_WHEEL if INSIDE_THE_WHEEL.is_dir() else BESIDE_THE_PACKAGE
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["url"] = url
    return config
