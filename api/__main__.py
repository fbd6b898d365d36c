"""`python -m api` is `variorum`, for where the script is not on the path."""

from api.cli import app

app()
