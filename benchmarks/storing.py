"""Storing: a load published onto up to twenty million answers, folders of workbooks, the same loaded again

The large stores are made up by SQL, 43 forces over 160 quarters; what is published onto each is one region's quarter.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from arms_analytics.demonstration import Demonstration, write_workbooks
from arms_analytics.loading import HowToRead, load
from arms_analytics.network import network
from arms_analytics.store import newest_snapshot
from arms_analytics.store.incoming import Incoming
from arms_analytics.store.insert import add_workbooks
from arms_analytics.store.publish import publish
from arms_analytics.vocabulary import Answer, Quarter, Reading, Review, RiskLevel
from benchmarks.made_up import made_up
from benchmarks.rows import Row, as_time, seconds

SIZES = (10_000, 1_000_000, 20_000_000)
QUARTERS, FEW = 40, 4
COPIED = "A snapshot is a file of its own: the one before is copied whole and written through to the disk."


def measure() -> list[Row]:
    """Every size in turn, then folders of workbooks through the command line."""
    return [_published(size) for size in SIZES] + _folders()


def _published(answers: int) -> Row:
    with tempfile.TemporaryDirectory() as place:
        folder = made_up(Path(place), answers)
        size = newest_snapshot(folder).path.stat().st_size / 1e6
        quarters = iter(range(8000, 9000))
        published = seconds(lambda: publish_quarter(folder, Quarter.from_index(next(quarters))))
    return Row(
        f"publish a quarter onto {answers:,} answers ({size:,.0f} MB)", as_time(published), "≤ 500 ms", "",
        published <= 0.5, "" if published <= 0.5 else COPIED,
    )  # fmt: skip


def publish_quarter(folder: Path, quarter: Quarter) -> None:
    """One region's quarter, published onto what is there."""
    incoming = [Incoming(_reading(quarter), f"{quarter}.xlsx", 30_000, "")]
    publish(folder, lambda draft: add_workbooks(draft, incoming))


def _reading(quarter: Quarter) -> Reading:
    questions = network().question_set.questions
    answers = tuple(
        Answer(question.id, question.wording, "good", f"Feedback on {question.short}.", f"C{row}", f"D{row}")
        for row, question in enumerate(questions, 8)
    )
    reviews = tuple(
        Review(force, quarter, level, None, f"REF/{force}/{level}", "OM-1", "", force, place, answers)
        for force in network().member_names
        for place, level in enumerate(RiskLevel, 1)
    )
    return Reading(f"{quarter}.xlsx", hashlib.sha256(str(quarter).encode()).hexdigest(), True, reviews)


def _folders() -> list[Row]:
    """43 forces: 40 quarters with one worker and with one a core; then again; memory of 4 and of 40 quarters."""
    with tempfile.TemporaryDirectory() as place:
        books, short = Path(place) / "books", Path(place) / "short"
        list(write_workbooks(Demonstration(network(), quarters=QUARTERS, size=43), books))
        short.mkdir()
        for path in sorted(books.iterdir())[:FEW]:
            path.rename(short / path.name)
        store = Path(place) / "store"
        alone = _time(lambda: load([books], Path(place) / "alone", HowToRead(workers=1)))
        together = _time(lambda: load([books], store, HowToRead()))
        again = seconds(lambda: load([books], store, HowToRead())) / (QUARTERS - FEW)
        few, many = _peak_memory(LOAD, short), _peak_memory(LOAD, books, short)
        fitted = _peak_memory(COMMAND, books, short)
    return [
        Row(
            f"{QUARTERS - FEW} workbooks of 43 forces, one worker ÷ one a core",
            f"{alone / together:.2f}x ({as_time(together)})",
        ),
        Row("a workbook loaded again, unchanged", as_time(again), "≤ 50 ms", "", again <= 0.05),
        Row(
            f"memory of the largest process, {FEW} and then {QUARTERS} workbooks of 43 forces",
            f"{few:.0f} MB, {many:.0f} MB",
            why="One workbook per worker is open at a time; what was read waits until all are stored in "
            "one step, a quarter at a time.",
        ),
        Row(f"the same by the command `load`, which fits the model to all {QUARTERS} quarters too", f"{fitted:.0f} MB"),
    ]


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _peak_memory(program: str, *folders: Path) -> float:
    """Megabytes of the largest process of a load, told by a small parent: a large one would count as its child."""
    with tempfile.TemporaryDirectory() as store:
        told = subprocess.run(
            [sys.executable, "-c", PARENT, sys.executable, "-c", program, store, *map(str, folders)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    return int(told.stdout) / 1024


LOAD = (
    "import sys; from pathlib import Path; from arms_analytics.loading import HowToRead, load; "
    "load(map(Path, sys.argv[2:]), Path(sys.argv[1]), HowToRead())"
)
COMMAND = (
    "import sys; from arms_analytics.commands import main; main(['load', *sys.argv[2:], '--database', sys.argv[1]])"
)
PARENT = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
