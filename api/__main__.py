"""`python -m api` is `variorum`, for where the script is not on the path."""

from api.commands.cli import app

app()
