"""The app as a person starts it, on a free port of this machine; and a Chromium that goes nowhere else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
READY = "[data-testid=stApp][data-test-script-state=notRunning]"


def command(*arguments: str | Path, database: Path | None = None) -> None:
    """Run `python -m arms_analytics …` and fail with what it said."""
    named = ["--database", str(database)] if database else []
    done = subprocess.run(
        [sys.executable, "-m", "arms_analytics", *map(str, arguments), *named], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr or done.stdout


def make_region(folder: Path, quarters: int = 5) -> Path:
    """A store that holds a demonstration region, made by the same two commands as `make demo`."""
    command("demo", folder / "workbooks", "--quarters", str(quarters))
    command("load", folder / "workbooks", database=folder / "store")
    return folder / "store"


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(store: Path) -> Iterator[str]:
    """The address of the app over this store, for as long as the block runs."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "ARMS_DATABASE": str(store)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        _wait(server, f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _wait(server: subprocess.Popen[str], health: str, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert server.poll() is None, f"The app did not start: {server.stdout.read() if server.stdout else ''}"
        try:
            with urllib.request.urlopen(health, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"The app did not answer within {seconds} seconds.")
