"""Brings a database to the shape this version of the program expects, from a checkout and from a wheel alike."""

from alembic import command
from alembic.config import Config
from sqlalchemy.exc import OperationalError

from api.bundled import bundled
from api.errors import ServiceError


class UnusableDatabase(ServiceError):
    """The database does not exist, is not reached, or refuses what the service does."""

    code = "unusable_database"
    title = "The database cannot be used"
    status = 503


def upgrade(url: str) -> None:
    """Apply every migration that is not yet applied, in one transaction; nothing happens when there is none.

    Of several processes that start together, one migrates and the others wait. Blocks: call it before the event loop
    runs, or in a thread. `url` is that of the asynchronous driver or of the synchronous one. Raises UnusableDatabase.
    """
    try:
        command.upgrade(configuration(url), "head")
    except OperationalError as error:
        raise UnusableDatabase(
            f"The database cannot be used: {str(error.orig).strip().splitlines()[0]}. "
            "Check that its folder exists and may be written to, or that its server answers."
        ) from error


def configuration(url: str) -> Config:
    """Alembic's configuration for one database, without a file."""
    config = Config()
    config.set_main_option("script_location", str(bundled("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["url"] = url
    return config
