#!/usr/bin/env python3
"""Set Variorum up and run it, with nothing but Python 3.11 or newer.

    python3 dev.py demo     set up, load the demonstration stories, print one comparison, serve the API
    python3 dev.py test     set up, then lint, types and tests, as continuous integration runs them
    python3 dev.py run ...  set up, then `variorum ...` (for example: python3 dev.py run extract article.txt)

Everything is installed into folders beside this file (.venv, and .tools for the installer); deleting the two undoes
it. The versions are those of uv.lock.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
UV_VERSION = "0.13.9"
BIN = "Scripts" if os.name == "nt" else "bin"
VENV_BIN = ROOT / ".venv" / BIN
DEMO_STORY = "nato-russia-talks"


def say(message):
    print(">> " + message, file=sys.stderr, flush=True)


def call(*command):
    """Run a command in the project's folder; its failure is ours, with its exit status."""
    environment = dict(os.environ, UV_PROJECT_ENVIRONMENT=str(ROOT / ".venv"))
    environment.pop("VIRTUAL_ENV", None)
    status = subprocess.run([str(part) for part in command], cwd=str(ROOT), env=environment).returncode
    if status:
        sys.exit(status)


def uv():
    """The installer: our own copy, since whatever `uv` is on the machine may read the lock file differently."""
    tools = ROOT / ".tools"
    program = tools / BIN / ("uv.exe" if os.name == "nt" else "uv")
    stamp = tools / ("uv-" + UV_VERSION)
    if not (program.exists() and stamp.exists()):
        say("getting the installer (uv " + UV_VERSION + ")")
        shutil.rmtree(str(tools), ignore_errors=True)
        try:
            import ensurepip  # noqa: F401  Debian splits it from Python; say so before venv fails obscurely
        except ImportError:
            sys.exit("This Python has no ensurepip. On Debian or Ubuntu: apt install python3-venv. Then run again.")
        call(sys.executable, "-m", "venv", tools)
        call(tools / BIN / "python", "-m", "pip", "install", "--quiet", "uv==" + UV_VERSION)
        stamp.touch()
    return program


def set_up(*groups):
    say("installing the locked versions into .venv (the first time takes a minute)")
    call(uv(), "sync", "--quiet", "--locked", "--python", sys.executable, *groups)


def demo():
    set_up("--no-dev")
    call(VENV_BIN / "variorum", "seed", "--show", DEMO_STORY)
    call(VENV_BIN / "variorum", "serve")


def test():
    set_up("--extra", "postgres")
    python = VENV_BIN / "python"
    for step in (
        ("lint", "ruff", "check", "."),
        ("format", "ruff", "format", "--check", "."),
        ("types", "mypy"),
        ("tests, contract and migrations", "pytest"),
    ):
        say(step[0])
        call(python, "-m", *step[1:])


def main():
    if sys.version_info < (3, 11):
        sys.exit("Variorum needs Python 3.11 or newer; this is " + sys.version.split()[0])
    arguments = sys.argv[1:]
    if arguments == ["demo"]:
        demo()
    elif arguments == ["test"]:
        test()
    elif arguments[:1] == ["run"]:
        set_up("--no-dev", "--inexact")
        call(VENV_BIN / "variorum", *arguments[1:])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
