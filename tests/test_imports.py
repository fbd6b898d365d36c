"""Imports point one way: api -> matching -> extractors. And importing the service loads no model."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "extractors": {"extractors"},
    "matching": {"matching", "extractors"},
    "api": {"api", "matching", "extractors"},
}
OURS = {"extractors", "matching", "api", "training", "benchmarks", "tests", "seeds", "migrations"}


def imported(module: Path) -> set[str]:
    """Top-level names of everything a module imports, wherever in the file."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_lies_below_it(package: str) -> None:
    wrong = {
        str(module.relative_to(ROOT)): sorted(foreign)
        for module in (ROOT / package).rglob("*.py")
        if (foreign := (imported(module) & OURS) - MAY_IMPORT[package])
    }
    assert not wrong


@pytest.mark.parametrize("package", ["extractors", "matching"])
def test_reading_and_comparing_know_nothing_of_http_or_databases(package: str) -> None:
    outside = {"httpx", "litestar", "sqlmodel", "sqlalchemy", "granian", "typer", "rich"}
    wrong = {
        str(module.relative_to(ROOT)): sorted(foreign)
        for module in (ROOT / package).rglob("*.py")
        if (foreign := imported(module) & outside)
    }
    assert not wrong


def test_only_one_module_fetches() -> None:
    fetching = [
        str(module.relative_to(ROOT))
        for package in MAY_IMPORT
        for module in (ROOT / package).rglob("*.py")
        if "httpx" in imported(module)
    ]
    assert fetching == ["api/commands/fetching.py"]


@pytest.mark.parametrize(
    "statement",
    [
        "import api, matching, extractors",
        "import api.app",
        "from api.commands.cli import app; from typer.testing import CliRunner; CliRunner().invoke(app, ['--help'])",
        "from api.contract.document import render; render()",
    ],
)
def test_no_model_library_is_loaded_by(statement: str) -> None:
    program = (
        f"{statement}\nimport sys\nsys.exit(' '.join({{'spacy', 'onnxruntime', 'thinc'}} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
