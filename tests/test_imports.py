"""Imports point one way: api -> matching -> extractors, and inside the service. And importing it loads no model."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SERVICE = ROOT / "api"
MAY_IMPORT = {
    "extractors": {"extractors"},
    "matching": {"matching", "extractors"},
    "api": {"api", "matching", "extractors"},
}
LAYERS = (
    {"wire", "errors", "bundled"},
    {"storage"},
    {"running"},
    {"http"},
    {"lists"},
    {"resources"},
    {"contract", "app"},  # the application shows the contract, which is made from the application
    {"commands"},
    {"__main__"},
)
"""The parts of the service from the bottom up: each imports from its own layer and from those below."""
OURS = {"extractors", "matching", "api", "training", "benchmarks", "tests", "seeds", "migrations"}


def names_imported(module: Path) -> set[str]:
    """Full names of everything a module imports, wherever in the file."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def imported(module: Path) -> set[str]:
    return {name.split(".")[0] for name in names_imported(module)}


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_lies_below_it(package: str) -> None:
    wrong = {
        str(module.relative_to(ROOT)): sorted(foreign)
        for module in (ROOT / package).rglob("*.py")
        if (foreign := (imported(module) & OURS) - MAY_IMPORT[package])
    }
    assert not wrong


def parts_imported(module: Path) -> set[str]:
    """Parts of the service, as its map names them."""
    return {name.split(".")[1] for name in names_imported(module) if name.startswith("api.")}


@pytest.mark.parametrize("at", range(len(LAYERS)), ids=lambda at: " ".join(sorted(LAYERS[at])))
def test_a_part_of_the_service_imports_only_what_lies_below_it(at: int) -> None:
    below = set().union(*LAYERS[: at + 1])
    modules = [
        module for part in LAYERS[at] for module in [*SERVICE.glob(f"{part}.py"), *SERVICE.glob(f"{part}/**/*.py")]
    ]
    wrong = {
        str(module.relative_to(ROOT)): sorted(foreign)
        for module in modules
        if (foreign := parts_imported(module) - below)
    }
    assert modules
    assert not wrong


def test_every_part_of_the_service_has_its_place() -> None:
    modules = {module.stem for module in SERVICE.glob("*.py")} - {"__init__"}
    packages = {init.parent.name for init in SERVICE.glob("*/__init__.py")}
    assert modules | packages == set().union(*LAYERS)


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
