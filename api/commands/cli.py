"""The command line, `variorum`.

    extract FILE|URL|-      who said what in one article
    compare FILE FILE ...   where several articles agree and where they diverge
    seed                    store the demonstration stories; --show prints the comparison of one
    serve                   answer the API on this machine
    openapi                 the contract of the API

Only the command that runs is paid for: models, framework and database are imported inside the functions below.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.commands.console import FAILED, counting, fail, print_json, reported, safe, show, working

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

    from api.commands.demonstration import Shown, StoredStory
    from api.commands.inputs import Given, InputArticle, Outside
    from api.commands.seeding import SeedArticle, SeedStory
    from api.running.engine import Engine


app = typer.Typer(
    name="variorum",
    help="Who said what, where sources agree and where they diverge, with the exact words as evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Everything = Annotated[
    bool, typer.Option("--all", help="List also what is less likely, and what only one article has.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the JSON that the API answers.")]
Database = Annotated[
    str | None, typer.Option("--database", help="Where it is stored, as SQLAlchemy names it.", show_default=False)
]


class Reach:
    """What commands use of the world; a test hands in its own as the context's object."""

    def engine(self) -> Engine:
        from api.running.engine import LocalEngine

        return LocalEngine()

    def outside(self) -> Outside:
        from api.commands.inputs import Outside

        def fetch_lazily(url: str) -> Any:
            from api.commands.fetching import fetch

            return fetch(url)

        return Outside(fetch=fetch_lazily, standard_input=lambda: sys.stdin.buffer.read())


def version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version as installed

        typer.echo(f"variorum {installed('variorum')}")
        raise typer.Exit


@app.callback()
def prepare(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    context.obj = context.obj or Reach()


@app.command()
def extract(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="FILE|URL|-", help="A text file, an address, or - for stdin.")],
    published: Annotated[str | None, typer.Option(help="Its date, as in 2022-01-08.", show_default=False)] = None,
    source: Annotated[str | None, typer.Option(help="Who published it.", show_default=False)] = None,
    title: Annotated[str | None, typer.Option(help="Its headline.", show_default=False)] = None,
    as_json: AsJson = False,
) -> None:
    """Read one article: who said what, and what it claims.

    A file may begin with lines such as "title: ...", "source: ..." and "published: 2022-01-08" between two lines of
    three hyphens; the text is what follows, and offsets count in it.
    """
    with reported():
        from api.commands.inputs import Given

        (read,) = read_inputs([article], [Given(published, source, title)], context.obj.outside())
        (extraction,) = extract_all([read], context.obj.engine())
        if as_json:
            from api.resources.extraction.schemas import extract_result

            print_json(extract_result(extraction))
        else:
            from api.commands.terminal.extraction import Heading, extraction_view

            show(extraction_view(Heading(read.title, read.source, read.published), extraction))


@app.command()
def compare(
    context: typer.Context,
    articles: Annotated[list[str], typer.Argument(metavar="FILE|URL...", help="Two to fifty files or addresses.")],
    published: Annotated[
        list[str] | None, typer.Option(help="A date for all, or repeated for each in order.", show_default=False)
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(help="Who published it, repeated for each in order.", show_default=False)
    ] = None,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """Compare articles about one event: where they agree and where they diverge.

    Files may name their source and date in their first lines; see "variorum extract --help".
    """
    with reported():
        from api.commands.inputs import Given, ids_of, per_article

        refuse_number(len(articles))
        dates = per_article(published or [], len(articles), "--published")
        sources = per_article(source or [], len(articles), "--source")
        given = [Given(date, name) for date, name in zip(dates, sources, strict=True)]
        read = read_inputs(articles, given, context.obj.outside())
        refuse_length(read)
        engine = context.obj.engine()
        extractions = extract_all(read, engine)
        named = zip(read, ids_of(read), extractions, strict=True)
        with working("comparing"):
            comparison = engine.compare([one.as_article(name, extraction) for one, name, extraction in named])
        if as_json:
            from api.resources.comparison.schemas import compare_result

            print_json(compare_result(comparison))
        else:
            from api.commands.terminal.comparison import DIGEST, EVERYTHING, comparison_view

            show(comparison_view(comparison, EVERYTHING if everything else DIGEST))


@app.command()
def seed(
    context: typer.Context,
    story: Annotated[
        str | None, typer.Option("--show", metavar="STORY", help="Print its comparison.", show_default=False)
    ] = None,
    everything: Everything = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Store the demonstration stories; what is stored already is left as it is."""
    with reported():
        from api.bundled import bundled
        from api.commands.demonstration import chosen
        from api.commands.seeding import load_stories
        from api.storage.migrating import upgrade

        seeds = load_stories(bundled("seeds"))
        wanted = chosen(seeds, story) if story else None
        settings = settings_for(database)
        with working("preparing the database"):
            upgrade(settings.database)
        stored, compared = store_seeds(settings.database, seeds, wanted, context.obj.engine())
        if as_json:
            print_json(seed_message(stored, compared))
        else:
            from api.commands.terminal.comparison import DIGEST, EVERYTHING, comparison_view
            from api.commands.terminal.stories import stories_view

            show(stories_view(stored))
            if compared:
                show(comparison_view(compared.comparison, EVERYTHING if everything else DIGEST))


@app.command()
def serve(
    host: Annotated[
        str | None, typer.Option(help="127.0.0.1, which it is by default, ::1 or localhost.", show_default=False)
    ] = None,
    port: Annotated[int | None, typer.Option(help="Where to listen; 8000 by default.", show_default=False)] = None,
    database: Database = None,
) -> None:
    """Answer the API on this machine, with its reference pages, until interrupted."""
    with reported():
        from api.commands.serving import listening_address
        from api.commands.serving import serve as answer
        from api.storage.migrating import upgrade

        settings = settings_for(database, host=host, port=port)
        listening_address(settings)
        with working("preparing the database"):
            upgrade(settings.database)
        name = f"[{settings.host}]" if ":" in settings.host.strip("[]") else settings.host
        address = f"http://{name}:{settings.port}"
        typer.echo(f"Variorum answers on {address} and explains itself on {address}/docs")
        typer.echo("Press Ctrl+C to stop.", err=True)
        answer(settings)


@app.command()
def openapi(
    write: Annotated[bool, typer.Option("--write", help="Write it to openapi.yaml of this checkout.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Fail unless openapi.yaml says the same.")] = False,
) -> None:
    """Print the contract of the API, OpenAPI 3.1."""
    with reported():
        from api.contract.document import CHECKED_IN, render

        text = render()
        if write:
            CHECKED_IN.write_text(text, encoding="utf-8")
            typer.echo(f"wrote {CHECKED_IN}", err=True)
        if check and not matches(CHECKED_IN, text):
            fail(f"{CHECKED_IN} is not what the code says. Run `variorum openapi --write`.", "contract_drift", FAILED)
        if not write and not check:
            typer.echo(text, nl=False)


def matches(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def refuse_number(count: int) -> None:
    """Raises TooFewArticles or TooManyArticles."""
    from api.wire import MAX_ARTICLES, MIN_ARTICLES
    from matching.errors import ComparisonError, TooFewArticles

    if count < MIN_ARTICLES:
        raise TooFewArticles(f"Give at least {MIN_ARTICLES} articles to compare.")
    if count > MAX_ARTICLES:
        raise ComparisonError(f"Give at most {MAX_ARTICLES} articles to compare; these are {count}.")


def refuse_length(articles: Sequence[InputArticle]) -> None:
    from api.errors import TooMuchText
    from api.wire import MAX_TOTAL_TEXT

    total = sum(len(one.text) for one in articles)
    if total > MAX_TOTAL_TEXT:
        raise TooMuchText(f"Give at most {MAX_TOTAL_TEXT:,} characters in all; these are {total:,}.")


def store_seeds(
    database: str, seeds: Sequence[SeedStory], wanted: SeedStory | None, engine: Engine
) -> tuple[list[StoredStory], Shown | None]:
    """The stories as they are stored, and the comparison of the wanted one."""
    import asyncio

    from api.commands import demonstration
    from api.running.computing import Computing
    from api.running.intake import Intake
    from api.storage.database import Database

    async def storing() -> tuple[list[StoredStory], Shown | None]:
        opened, computing = Database(database), Computing(engine, workers=1)
        try:
            with counting("loading the models and reading", sum(len(seed.articles) for seed in seeds)) as count:

                def told(story: SeedStory, article: SeedArticle) -> None:
                    count(f"read {article.source} on {story.id}")

                stored = await demonstration.store(Intake(opened, computing), seeds, told)
            async with opened.reading() as session:
                found = [await demonstration.shown(session, one.story) for one in stored if one.seed is wanted]
            return stored, found[0] if found else None
        finally:
            computing.close()
            await opened.close()

    return asyncio.run(storing())


def seed_message(stored: Sequence[StoredStory], compared: Shown | None) -> BaseModel:
    """The API's list of stories, or its comparison of the one that is shown."""
    from api.resources.stories.schemas import StoryPage, story_comparison

    if compared is None:
        return StoryPage(items=[one.story for one in stored], next_cursor=None)
    return story_comparison(compared.run, compared.comparison)


def settings_for(database: str | None, **more: Any) -> Any:
    """The environment's settings, with those that the command line gives over them. Raises UnsafeSetting.

    A database without a scheme is the path of a SQLite file.
    """
    import os
    from dataclasses import replace

    from api.running.settings import from_environment

    address = f"sqlite+aiosqlite:///{database}" if database and "://" not in database else database or None
    given = {name: value for name, value in {**more, "database": address}.items() if value is not None}
    return replace(from_environment(os.environ), **given)


def read_inputs(places: Sequence[str], given: Sequence[Given], outside: Outside) -> list[InputArticle]:
    """Every article, with what whoever typed the command should know about them said on standard error."""
    from api.commands.inputs import read_input

    read = []
    for place, known in zip(places, given, strict=True):
        with working(f"reading {place}"):
            read.append(read_input(place, known, outside))
    for note in (note for one in read for note in one.notes):
        typer.echo(f"note: {safe(note)}", err=True)
    return read


def extract_all(articles: Sequence[InputArticle], engine: Engine) -> list[Any]:
    """The extraction of each article; an error names the article it is about."""
    from extractors.errors import InputError

    extractions = []
    with counting("loading the models and reading", len(articles)) as count:
        for one in articles:
            try:
                extractions.append(engine.extract(one.as_text()))
            except InputError as error:
                raise type(error)(f"{one.place}: {error.message}") from error
            count(f"read {one.source}")
    return extractions
