"""The app as its users start it: a process of its own on a free port of this machine."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
START = 60.0
"""Seconds within which the app answers, on a machine that has other things to do as well."""


@dataclass(frozen=True)
class AppServer:
    """A running app: where it answers, its process, and what it wrote to its terminal."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


def to_its_end(people: Coroutine[Any, Any, Any]) -> Any:
    """What these asynchronous visitors found, on a thread of their own: Playwright keeps a loop running on this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, people).result()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def app_server(
    work: Path,
    store: Path,
    *options: str,
    port: int | None = None,
    secrets: str = "",
    environment: Mapping[str, str] | None = None,
) -> Iterator[AppServer]:
    """The app over this store until the block ends. `work` holds its log and secrets; `options` are Streamlit's."""
    work.mkdir(parents=True, exist_ok=True)
    port = port or free_port()
    file, log = work / f"secrets-{port}.toml", work / f"app-{port}.log"
    file.write_text(secrets, encoding="utf-8")
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    if secrets:
        command += ["--secrets.files", str(file)]
    settings = {**os.environ, "ARMS_DATABASE": str(store), **(environment or {})}
    with log.open("w", encoding="utf-8") as terminal:
        process = subprocess.Popen(
            [*command, *options], cwd=ROOT, env=settings, stdout=terminal, stderr=subprocess.STDOUT
        )
    server = AppServer(f"http://localhost:{port}", process, log)
    try:
        _wait(server)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(server: AppServer) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        if server.process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(server.url + "/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"The app did not start:\n{server.said}")
