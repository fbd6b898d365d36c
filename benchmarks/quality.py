"""Run the scorers against a fresh server and print their figures as one table.

    python -m benchmarks.quality --score DIR --data DIR [--only attribution stories contrast] [--write]

`--score` is the folder with attribution.py, stories.py and contrast.py, `--data` the one with polnear/, stories/ and
contrast/; neither is part of this repository. The scorers are clients: they see nothing but the HTTP API. `--write`
puts the table into benchmarks/RESULTS.md between its markers.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import json
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
GOLD = {"attribution": "polnear/dev.jsonl", "stories": "stories/dev", "contrast": "contrast/dev.jsonl"}
START_SECONDS = 60  # a cold start loads two models; 60 s is far above what a busy two-core machine needed


@contextlib.contextmanager
def server(log: Path) -> Iterator[str]:
    """A server on a free loopback port with an empty database, stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    database = f"sqlite+aiosqlite:///{log.parent / 'benchmark.sqlite3'}"
    command = [sys.executable, "-m", "api", "serve", "--port", str(port), "--database", database]
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        give_up = time.monotonic() + START_SECONDS
        while True:
            try:
                urllib.request.urlopen(f"{address}/readyz", timeout=5).close()  # noqa: S310
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > give_up:
                    sys.exit(f"the server did not start:\n{log.read_text()}")
                time.sleep(0.3)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def cells(figures: dict[str, float]) -> str:
    return ", ".join(f"{name} {value}" for name, value in figures.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--score", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", nargs="+", choices=GOLD, default=list(GOLD))
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()

    lines = []
    with tempfile.TemporaryDirectory() as folder, server(Path(folder) / "server.log") as address:
        for name in args.only:
            out = Path(folder) / f"{name}.json"
            scorer = [
                sys.executable,
                args.score / f"{name}.py",
                "--api",
                address,
                "--gold",
                args.data / GOLD[name],
            ]
            subprocess.run([*map(str, scorer), "--json", str(out)], check=True)
            rows = json.loads(out.read_text())
            lines += [f"### `{name}.py` on `{GOLD[name]}`", "", "| figure | value |", "|---|---|"]
            lines += [f"| {row} | {cells(figures)} |" for row, figures in rows.items()]
            lines.append("")
    if args.write:
        text = RESULTS.read_text(encoding="utf8")
        head, tail = text.split(BEGIN)[0], text.split(END)[1]
        today = f"Measured {dt.datetime.now(dt.UTC):%Y-%m-%d}.\n\n"
        RESULTS.write_text(head + BEGIN + "\n" + today + "\n".join(lines) + END + tail, encoding="utf8")


if __name__ == "__main__":
    main()
