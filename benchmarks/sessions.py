"""Fifty people moving through every page while workbooks are loaded

Nobody sees an error, a page answers soon, and the memory that they took is given back when they leave.
"""

from __future__ import annotations

import asyncio
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from arms_analytics.network import network
from arms_analytics.ui.navigation import PAGES
from benchmarks.crowd import Link, Rerun, crowd
from benchmarks.rows import Row, as_time
from tests.app_server import ROOT, app_server

SESSIONS, SECONDS, QUARTERS, PAUSE = 50, 60, 13, 10
FORGET = ("--server.disconnectedSessionTTL", "2")
"""Seconds after which the server lets go of a session that has left; two minutes otherwise."""
MEGABYTE = 2**20


def run(*arguments: str | Path) -> None:
    """`python -m arms_analytics …`, to its end; CalledProcessError when it fails."""
    subprocess.run(
        [sys.executable, "-m", "arms_analytics", *map(str, arguments)], cwd=ROOT, check=True, capture_output=True
    )


def quarters_in(folder: Path) -> list[str]:
    """The quarters whose demonstration workbooks lie there, earliest first."""
    return sorted(found[0] for path in folder.iterdir() if (found := re.search(r"\d{4}-\d\d-Q\d", path.name)))


def every_link(quarters: Sequence[str]) -> list[Link]:
    """Each page for each of these quarters, once for the region and once for each force."""
    return [
        Link(listed.address, (("quarter", quarter), *force))
        for listed in PAGES
        for quarter in quarters
        for force in [(), *((("force", name),) for name in network().member_names)]
    ]


@contextmanager
def loads_meanwhile(books: Sequence[Path], store: Path, pause: float) -> Iterator[list[float]]:
    """Load these workbooks into the store in turn, with so many seconds between, until the block ends.

    The list has the seconds of each load. Every one of them publishes a snapshot if each replaces the one before it.
    """
    took: list[float] = []
    over = threading.Event()

    def work() -> None:
        while not over.wait(pause):
            begun = time.monotonic()
            run("load", books[len(took) % len(books)], "--database", store)
            took.append(time.monotonic() - begun)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield took
    finally:
        over.set()
        thread.join()


@contextmanager
def memory_of(server: psutil.Process) -> Iterator[list[int]]:
    """What the process holds, in bytes, twice a second while the block runs."""
    held: list[int] = []
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.5):
            held.append(server.memory_info().rss)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield held
    finally:
        over.set()
        thread.join()


def make(folder: Path, quarters: int = QUARTERS) -> tuple[Path, list[Path]]:
    """A store with a demonstration region, and two workbooks of its last quarter that replace each other."""
    for seed in (1, 2):
        run("demo", folder / f"books-{seed}", "--quarters", str(quarters), "--seed", str(seed))
    run("load", folder / "books-1", "--database", folder / "store")
    rivals = [sorted((folder / f"books-{seed}").iterdir())[-1] for seed in (2, 1)]
    return folder / "store", rivals


def measure() -> list[Row]:
    """The region on one app process, with the crowd at full size."""
    with tempfile.TemporaryDirectory() as folder:
        store, rivals = make(Path(folder))
        links = every_link(quarters_in(rivals[1].parent)[-4:])
        with app_server(Path(folder), store, *FORGET) as app:
            server = psutil.Process(app.process.pid)
            asyncio.run(crowd(app.url, links, sessions=2, seconds=20, looks=(0, 1)))
            before, worked = server.memory_info().rss, _worked(server)
            with memory_of(server) as held, loads_meanwhile(rivals, store, PAUSE) as loads:
                reruns = asyncio.run(crowd(app.url, links, sessions=SESSIONS, seconds=SECONDS))
            worked = _worked(server) - worked
            time.sleep(15)
            after = server.memory_info().rss
    return [*_times(reruns, len(loads), worked), _memory(before, max(held), after)]


def _worked(server: psutil.Process) -> float:
    """Seconds of processor time that it has taken."""
    taken = server.cpu_times()
    return float(taken.user + taken.system)


def _times(reruns: Sequence[Rerun], loads: int, worked: float) -> list[Row]:
    troubles = [rerun.trouble for rerun in reruns if rerun.trouble]
    times = sorted(rerun.seconds for rerun in reruns)
    slow = times[int(len(times) * 0.95)]
    first = f"; the first: {troubles[0][:100]}" if troubles else ""
    work = f"{SESSIONS} people for {SECONDS} s, {loads} loads meanwhile"
    return [
        Row(f"{work}: pages with an error", f"{len(troubles)} of {len(reruns)}{first}", "none", holds=not troubles),
        Row("a page of theirs, median", as_time(statistics.median(times))),
        Row("a page of theirs, 95th percentile", as_time(slow), "≤ 1 s", holds=slow <= 1),
        Row("processor time of the server for each page", as_time(worked / len(times))),
    ]


def _memory(*held: int) -> Row:
    said = " / ".join(f"{each // MEGABYTE} MB" for each in held)
    return Row("memory of the server before they came / at most / after they left", said)
