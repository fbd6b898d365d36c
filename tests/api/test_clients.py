"""Clients generated from `openapi.yaml` compile, and the Python one talks to the service."""

from __future__ import annotations

import compileall
import importlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from api.contract.document import CHECKED_IN, contract, operations
from api.http.observing import ObservedApp

CLIENTS = Path(__file__).parent.parent / "clients"
PACKAGE = "variorum_client"
GENERATOR = Path(sys.executable).parent / "openapi-python-client"
INSTALL_SECONDS = 120
"""How long the package manager may take before the check is skipped; it needs some three seconds."""


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; its failure is the test's."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def python_client(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The generated package, imported. A warning of the generator, such as an answer it leaves out, is a failure."""
    folder = tmp_path_factory.mktemp("python")
    (folder / "config.yaml").write_text("post_hooks: []\n", encoding="utf8")
    arguments = ("--path", CHECKED_IN, "--output-path", folder / PACKAGE, "--config", folder / "config.yaml")
    run(GENERATOR, "generate", "--meta", "none", "--fail-on-warning", *arguments, cwd=folder)
    assert compileall.compile_dir(folder / PACKAGE, quiet=1)
    sys.path.insert(0, str(folder))
    yield importlib.import_module(PACKAGE)
    sys.path.remove(str(folder))


def module(python_client: Any, name: str) -> Any:
    return importlib.import_module(f"{python_client.__name__}.{name}")


def connected(python_client: Any, service: TestClient[ObservedApp]) -> Any:
    return python_client.Client(base_url=str(service.base_url)).set_httpx_client(service)


def test_the_python_client_reads_an_article(python_client: Any, stateless: TestClient[ObservedApp]) -> None:
    models = module(python_client, "models")
    operation = module(python_client, "api.extraction.extract_article")
    result = operation.sync(
        client=connected(python_client, stateless),
        body=models.ExtractRequest(text="Marwen said the river rose.", source=models.SourceRef(name="The Post")),
    )
    [attribution] = result.attributions
    assert attribution.speaker.name == "Marwen"
    assert attribution.kind is models.AttributionKind.INDIRECT
    assert [span.exact for span in attribution.spans] == ["the river rose"]


def test_the_python_client_compares_articles(python_client: Any, stateless: TestClient[ObservedApp]) -> None:
    models = module(python_client, "models")
    operation = module(python_client, "api.comparison.compare_articles")
    articles = [
        models.CompareArticle(id=name, source=models.SourceRef(name=name), text=text)
        for name, text in (("a", "It took 3 days."), ("b", "It took 5 days."))
    ]
    result = operation.sync(client=connected(python_client, stateless), body=models.CompareRequest(articles=articles))
    [alignment] = result.alignments
    assert alignment.agreement is None
    assert alignment.divergences[0].kind is models.DivergenceKind.NUMBER


def test_the_python_client_gets_problems_as_objects(python_client: Any, stateless: TestClient[ObservedApp]) -> None:
    models = module(python_client, "models")
    operation = module(python_client, "api.extraction.extract_article")
    answer = operation.sync_detailed(
        client=connected(python_client, stateless), body=models.ExtractRequest(text="Bonjour.")
    )
    assert answer.status_code == 422
    assert isinstance(answer.parsed, models.Problem)
    assert answer.parsed.errors[0].pointer == "/text"


def test_every_operation_has_a_function_in_the_python_client(python_client: Any) -> None:
    folder = Path(python_client.__file__).parent / "api"
    generated = {path.stem for path in folder.glob("*/*.py") if path.stem != "__init__"}
    named = {operation["operationId"] for _, _, operation in operations(contract())}
    assert generated == {re.sub(r"(?=[A-Z])", "_", name).lower() for name in named}


@pytest.fixture(scope="module")
def node_modules() -> Path:
    """The pinned compiler and generator; fetched once, then kept beside the check."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("node and npm are not installed, so no TypeScript client can be compiled")
    installed = CLIENTS / "node_modules"
    if not (installed / ".bin" / "tsc").exists():
        flags = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000")
        try:
            done = subprocess.run(
                [npm, "ci", *flags], cwd=CLIENTS, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            pytest.skip("the packages of the TypeScript check could not be had in time")
        if done.returncode:
            pytest.skip(f"the packages of the TypeScript check could not be had: {done.stderr.strip()[-200:]}")
    return installed


def test_the_typescript_client_compiles_strictly(node_modules: Path, tmp_path: Path) -> None:
    programs = node_modules / ".bin"
    generated = tmp_path / "contract.ts"
    run(programs / "openapi-typescript", CHECKED_IN, "-o", generated, "--default-non-nullable=false", cwd=tmp_path)
    shutil.copy(CLIENTS / "use.ts", tmp_path)
    strict = ("--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--noEmit")
    modern = ("--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler")
    run(programs / "tsc", *strict, *modern, tmp_path / "use.ts", generated, cwd=tmp_path)
