"""A program that answers on a port of this machine for as long as it is measured."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.app_server import ROOT, free_port

PATIENCE = 60.0
"""Seconds within which a program answers."""


@contextmanager
def dash(store: Path, quarter: str) -> Iterator[str]:
    """The address of the heatmap in Dash."""
    port = str(free_port())
    with _served(port, "benchmarks.twins.dash_page", str(store), port, quarter) as address:
        yield address


@contextmanager
def empty() -> Iterator[str]:
    """The address of the empty Streamlit page."""
    port, page = str(free_port()), str(Path(__file__).with_name("empty_page.py"))
    with _served(port, "streamlit", "run", page, "--server.port", port) as address:
        yield address


@contextmanager
def _served(port: str, *module: str) -> Iterator[str]:
    address = f"http://127.0.0.1:{port}/"
    process = subprocess.Popen(
        [sys.executable, "-m", *module], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(address).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
