"""Every package says in its docstring what each of its modules is for, so that a newcomer finds the way."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = [
    init.parent for top in ("api", "extractors", "matching") for init in sorted((ROOT / top).rglob("__init__.py"))
]
OF_A_RESOURCE = {"routes", "schemas", "service"}
"""The docstring of `api.resources` says once for all resources what these are."""


def parts(package: Path) -> set[str]:
    modules = {module.stem for module in package.glob("[!_]*.py")}
    return modules | {init.parent.name for init in package.glob("*/__init__.py")}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: str(package.relative_to(ROOT)))
def test_a_package_names_all_its_parts(package: Path) -> None:
    described = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf8"))) or ""
    assert parts(package) - OF_A_RESOURCE <= set(re.findall(r"\w+", described))
