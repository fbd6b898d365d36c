"""`variorum serve` as a process: it answers on loopback and leaves when told to."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from api.commands.serving import PortTaken, listening_address
from api.running.settings import Settings

PATIENCE = 60
"""Seconds for a busy machine to start the server; it usually takes three."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def started(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server with interrupts ignored when it starts, as a shell starts it in the background, and its address."""
    port = free_port()
    ignoring = (
        "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    )
    variorum = [sys.executable, "-c", "from api.commands.cli import app; app()"]
    arguments = ["serve", "--port", str(port), "--database", str(tmp_path / "served.sqlite3")]
    process = subprocess.Popen(
        [sys.executable, "-c", ignoring, *variorum, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    yield process, f"http://127.0.0.1:{port}"
    if process.poll() is None:
        process.kill()
        process.wait()


def answer(address: str) -> int:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/healthz") as response:  # noqa: S310  an address of this test
                status: int = response.status
                return status
        except URLError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


def test_it_answers_and_leaves_when_told_to(started: tuple[subprocess.Popen[bytes], str]) -> None:
    process, address = started
    assert answer(address) == 200
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) == 0


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=str(port)):
            listening_address(Settings(port=port))


@pytest.mark.parametrize(("host", "address"), [("localhost", "127.0.0.1"), ("127.0.0.1", "127.0.0.1")])
def test_a_name_becomes_its_address(host: str, address: str) -> None:
    assert listening_address(Settings(host=host, port=free_port())) == address
