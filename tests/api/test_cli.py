"""The command line: what it prints, what it answers as JSON, and how it fails. The engine is the predictable one."""

from __future__ import annotations

import datetime as dt
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from litestar.testing import TestClient
from typer.testing import CliRunner, Result

from api.app import create_app
from api.commands.cli import Reach, app
from api.commands.console import is_bad_input
from api.commands.fetching import FetchedArticle, FetchFailed
from api.commands.inputs import Outside
from api.errors import InternalError, ServiceError, TooMuchText
from api.resources.comparison import service as comparison
from api.resources.comparison.schemas import CompareRequest, compare_result
from api.resources.extraction import service as extraction
from api.resources.extraction.schemas import ExtractRequest
from api.running.engine import Engine
from api.running.settings import Settings
from tests.api.fakes import FakeEngine

ONE = "Flooding closed 12 roads. Haas said the bridge is safe."
OTHER = "Flooding closed 19 roads. The bridge is safe."


class Pretended(Reach):
    """The predictable engine and a web of one page."""

    def engine(self) -> Engine:
        return FakeEngine()

    def outside(self) -> Outside:
        def fetch(url: str) -> FetchedArticle:
            if url != "https://harrow.example/flood":
                raise FetchFailed(f"{url} answers 404 Not Found. Check the address.")
            return FetchedArticle(url, OTHER, "Flood", "Harrow Courier", dt.date(2024, 3, 12))

        return Outside(fetch=fetch, standard_input=lambda: ONE.encode())


def run(*arguments: object, **environment: str) -> Result:
    variables = {"COLUMNS": "100", **environment}
    return CliRunner().invoke(app, [str(argument) for argument in arguments], obj=Pretended(), env=variables)


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "northline.txt"
    path.write_text(
        f"---\ntitle: Roads shut\nsource: Northline\npublished: 2024-03-12\n---\n\n{ONE}\n", encoding="utf-8"
    )
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "courier.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


def test_extract_prints_who_said_what_with_offsets(one: Path) -> None:
    done = run("extract", one)
    assert done.exit_code == 0
    assert "Roads shut" in done.stdout
    assert "Northline · 2024-03-12" in done.stdout
    assert "Haas" in done.stdout
    assert "the bridge is safe [36:54]" in done.stdout


def test_extract_answers_the_json_of_the_api(one: Path) -> None:
    answer = extraction.extract(FakeEngine(), ExtractRequest.model_validate({"text": ONE}))
    assert json.loads(run("extract", one, "--json").stdout) == answer.model_dump(mode="json")


def test_compare_answers_the_json_of_the_api(one: Path, other: Path) -> None:
    request = CompareRequest.model_validate(
        {
            "articles": [
                {"id": "northline", "source": {"name": "Northline"}, "published_at": "2024-03-12", "text": ONE},
                {"id": "courier", "source": {"name": "courier"}, "text": OTHER},
            ]
        }
    )
    engine = FakeEngine()
    answer = compare_result(engine.compare(comparison.read_all(engine, request.articles)))
    assert json.loads(run("compare", one, other, "--json").stdout) == answer.model_dump(mode="json")


def test_compare_begins_with_the_counts(one: Path, other: Path) -> None:
    done = run("compare", one, other)
    assert done.exit_code == 0
    assert done.stdout.startswith("2 articles · 2 aligned claims · 0 agreements · 1 divergence · 2 only in one\n")


def test_compare_lists_what_only_one_has_when_asked(one: Path, other: Path) -> None:
    assert "the bridge is safe [36:54]" not in run("compare", one, other).stdout
    assert "the bridge is safe [36:54]" in run("compare", one, other, "--all").stdout


def test_an_address_is_fetched_and_compared(one: Path) -> None:
    done = run("compare", one, "https://harrow.example/flood")
    assert done.exit_code == 0
    assert "Harrow Courier" in done.stdout


def test_standard_input_is_an_article() -> None:
    done = run("extract", "-")
    assert done.exit_code == 0
    assert "Haas" in done.stdout


def test_a_saved_page_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "flood.html"
    filler = "The water stood in the cellars of the lower town until late in the evening and then began to fall. " * 3
    path.write_text(f"<html><body><article><p>{filler}</p><p>{ONE}</p></article></body></html>", encoding="utf-8")
    assert "Haas" in run("extract", path).stdout


def test_options_come_before_front_matter(one: Path) -> None:
    done = run("extract", one, "--source", "Harrow Courier", "--published", "2024-03-13", "--title", "Floods")
    assert "Floods\nHarrow Courier · 2024-03-13" in done.stdout


def test_a_date_may_be_given_once_for_all_or_once_for_each(one: Path, other: Path) -> None:
    assert run("compare", one, other, "--published", "2024-03-13").stdout.count("2024-03-13") == 2
    each = run("compare", one, other, "--published", "2024-03-13", "--published", "2024-03-14").stdout
    assert "2024-03-13" in each
    assert "2024-03-14" in each


def test_an_article_without_a_date_is_noted(one: Path, other: Path) -> None:
    done = run("compare", one, other)
    assert "courier.txt has no date" in done.stderr
    assert "northline.txt" not in done.stderr


def test_a_key_that_means_nothing_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"---\ntittle: Roads shut\npublished: 2024-03-12\n---\n{ONE}", encoding="utf-8")
    assert "'tittle' before the text means nothing" in run("extract", path).stderr


def test_articles_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder, text in (("a", ONE), ("b", OTHER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "flood.txt").write_text(text, encoding="utf-8")
    answer = json.loads(run("compare", tmp_path / "a/flood.txt", tmp_path / "b/flood.txt", "--json").stdout)
    assert [article["id"] for article in answer["articles"]] == ["flood", "flood-2"]


BAD_FILES = [
    ("empty.txt", b"", "empty.txt holds no text", "empty_text"),
    ("blank.txt", b" \n\t\n", "blank.txt holds no text", "empty_text"),
    ("only_front_matter.txt", b"---\ntitle: T\n---\n", "holds no text", "empty_text"),
    ("binary.txt", b"\x89PNG\x00\x01", "binary.txt is no plain text", "unreadable_file"),
    ("latin.txt", "Déjà vu.".encode("latin-1"), "latin.txt is not in UTF-8 (byte 1 is 0xe9)", "unreadable_file"),
    (
        "french.txt",
        b"---\npublished: 2024-03-12\n---\nBonjour tout le monde.",
        "french.txt: Send English text",
        "unsupported_language",
    ),
    ("date.txt", b"---\npublished: Friday\n---\nText.", "date of publication 'Friday'", "bad_front_matter"),
    ("twice.txt", b"---\ntitle: A\ntitle: B\n---\nText.", "line 3: 'title' is given twice", "bad_front_matter"),
    ("list.txt", b"---\ntags:\n- a\n---\nText.", "line 3: expected `key: value`", "bad_front_matter"),
    ("page.html", b"<html><body></body></html>", "page.html holds no article text", "no_article"),
]


@pytest.mark.parametrize(("name", "raw", "message", "code"), BAD_FILES, ids=[case[0] for case in BAD_FILES])
def test_a_file_that_cannot_be_read_is_named_in_one_line(
    tmp_path: Path, name: str, raw: bytes, message: str, code: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    done = run("extract", tmp_path / name)
    assert done.exit_code == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert message in line
    assert line.startswith("error: ")
    assert line.endswith(f"({code})")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    missing, folder = run("extract", tmp_path / "no.txt"), run("extract", tmp_path)
    assert (missing.exit_code, folder.exit_code) == (2, 2)
    assert "There is no file" in missing.stderr
    assert "is a folder" in folder.stderr


def test_a_page_that_cannot_be_fetched_is_no_bad_input() -> None:
    done = run("extract", "https://harrow.example/gone")
    assert done.exit_code == 1
    assert "(fetch_failed)" in done.stderr


def test_one_article_is_too_few(one: Path) -> None:
    done = run("compare", one)
    assert done.exit_code == 2
    assert "(too_few_articles)" in done.stderr


def test_options_for_some_of_the_articles_are_refused(one: Path, other: Path) -> None:
    done = run("compare", one, other, one, "--published", "2024-03-12", "--published", "2024-03-13")
    assert done.exit_code == 2
    assert "(mismatched_options)" in done.stderr


def test_a_date_that_is_none_is_refused(one: Path) -> None:
    done = run("extract", one, "--published", "12 March")
    assert done.exit_code == 2
    assert "--published" in done.stderr
    assert "(bad_option)" in done.stderr


def test_seed_stores_every_story_once(tmp_path: Path) -> None:
    first = run("seed", "--database", tmp_path / "demo.sqlite3", "--json")
    again = run("seed", "--database", tmp_path / "demo.sqlite3", "--json")
    assert first.exit_code == 0
    assert len(json.loads(first.stdout)["items"]) >= 5
    assert again.stdout == first.stdout


def test_seed_shows_the_comparison_of_a_story_as_the_api_answers_it(tmp_path: Path) -> None:
    database = tmp_path / "demo.sqlite3"
    done = run("seed", "--database", database, "--show", "skerrow-ferry", "--json")
    with TestClient(create_app(Settings(database=f"sqlite+aiosqlite:///{database}"), FakeEngine())) as client:
        answer = client.get(f"/v1/stories/{json.loads(done.stdout)['story_id']}/comparison")
    assert json.loads(done.stdout) == answer.json()


def test_seed_prints_the_stories_and_the_comparison_that_is_wanted(tmp_path: Path) -> None:
    done = run("seed", "--database", tmp_path / "demo.sqlite3", "--show", "skerrow-ferry")
    assert "nato-russia-talks" in done.stdout
    assert "4 articles · " in done.stdout
    assert "Port Keld Mercury" in done.stdout


def test_a_story_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    done = run("seed", "--database", tmp_path / "demo.sqlite3", "--show", "unheard-of")
    assert done.exit_code == 2
    assert "skerrow-ferry" in done.stderr
    assert not (tmp_path / "demo.sqlite3").exists()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["compare", "--help"], ["serve", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    heavy = {"spacy", "litestar", "sqlalchemy", "pydantic", "trafilatura", "httpx", "granian", "numpy", "yaml"}
    program = (
        "import sys, typer.testing, api.commands.cli\n"
        f"done = typer.testing.CliRunner().invoke(api.commands.cli.app, {arguments!r})\n"
        f"sys.exit(done.exit_code or ' '.join({heavy!r} & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.1", "example.org"])  # noqa: S104  refused, not bound
def test_serve_refuses_to_listen_to_others(host: str) -> None:
    done = run("serve", "--host", host)
    assert done.exit_code == 2
    assert "(unsafe_setting)" in done.stderr


def test_serve_listens_where_the_environment_says_unless_an_option_does() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        by_environment = run("serve", VARIORUM_PORT=str(port))
        by_option = run("serve", "--port", port, VARIORUM_PORT="1")
    for done in (by_environment, by_option):
        assert done.exit_code == 1
        assert f"127.0.0.1:{port} cannot be listened on" in done.stderr


@pytest.mark.parametrize(
    ("database", "code"),
    [
        ("mysql://reader:secret@host/news", "unsafe_setting"),
        ("sqlite:///news.sqlite3", "unsafe_setting"),
        ("postgresql://host/news", "unsafe_setting"),
        ("no such folder/news.sqlite3", "unusable_database"),
    ],
)
def test_a_database_that_cannot_be_used_is_told_in_one_line(database: str, code: str) -> None:
    done = run("seed", "--database", database)
    assert done.exit_code != 0
    assert f"({code})" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "secret" not in done.output


def test_the_contract_is_printed() -> None:
    done = run("openapi")
    assert done.exit_code == 0
    assert done.stdout.startswith("openapi: 3.1")


def test_nothing_is_coloured_where_nobody_looks(one: Path, other: Path) -> None:
    assert "\x1b" not in run("compare", one, other).output + run("extract", one).output


HOSTILE = "\x1b]0;owned\x07 [bold red]Haas[/] \x9b2J \u202e"


def test_an_article_cannot_command_the_terminal(tmp_path: Path) -> None:
    for name in ("a", "b"):
        lines = f"---\ntitle: {HOSTILE}\nsource: {HOSTILE}{name}\n{HOSTILE}: x\n---\n"
        (tmp_path / f"{name}.txt").write_text(
            f"{lines}{HOSTILE} 1{name == 'a':d}. Haas said {HOSTILE}.", encoding="utf-8"
        )
    for done in (
        run("extract", tmp_path / "a.txt"),
        run("compare", tmp_path / "a.txt", tmp_path / "b.txt", "--all"),
        run("extract", tmp_path / "a.txt", "--json"),
        run("extract", tmp_path / "\x1b[2J.txt"),
    ):
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.output)
    assert "[bold red]Haas[/]" in run("extract", tmp_path / "a.txt").stdout


def test_errors_of_the_service_are_bad_input_when_their_status_says_so() -> None:
    errors: list[tuple[ServiceError, bool]] = [(TooMuchText("long"), True), (InternalError("broken"), False)]
    assert [is_bad_input(error) for error, _ in errors] == [expected for _, expected in errors]
