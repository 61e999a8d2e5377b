"""Snapshots as readers have them: the newest one of a folder, opened read-only and unable to do anything else."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import duckdb

from arms_analytics.network import Network
from arms_analytics.store import schema
from arms_analytics.store.errors import StoreError
from arms_analytics.store.hardened import Connection, look_through

NAME = re.compile(r"snap-(\d{6,})\.duckdb")
VIEWS = Path(__file__).with_name("views.sql").read_text(encoding="utf-8")
CLARIFY = Path(__file__).with_name("clarify.sql").read_text(encoding="utf-8")
DERIVED = "fits"
"""The folder beside the snapshots for what is worked out from them and may be worked out again."""
IDLE = 8
"""Cursors kept for the next page run that is shown the same, and ways of showing for which any are kept."""


class ClarifiedGrade(NamedTuple):
    """A grade clarified at a meeting, by natural key: what stands now instead of the workbook's."""

    force: str
    quarter_index: int
    review_key: str
    question_id: str
    grade: str


class Shown(NamedTuple):
    """What a cursor shows: the officer references of these forces, these grades instead of the original."""

    officers_of: frozenset[str]
    clarified: tuple[ClarifiedGrade, ...]


@dataclass(frozen=True)
class Snapshot:
    """One immutable state of the store. Keep one per process, and one cursor of it per thread and page run.

    `problem` is empty, or the sentence that says why this is not the newest one.
    """

    path: Path
    number: int
    connection: duckdb.DuckDBPyConnection = field(repr=False)
    problem: str = ""
    _idle: dict[Shown, list[duckdb.DuckDBPyConnection]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def open(cls, path: Path, problem: str = "") -> Snapshot:
        """Open this file. duckdb.Error when it is corrupt, NewerStoreError when it is beyond this program."""
        return cls(path, number_of(path), look_through(path), problem)

    def cursor(
        self, officers_of: Collection[str] = (), clarified: Iterable[ClarifiedGrade] = ()
    ) -> duckdb.DuckDBPyConnection:
        """A cursor of its own on which `reviews` and `answers` of views.sql exist, as this viewer may see them.

        Officer references show for the forces in `officers_of` alone; `clarified` grades stand in for the original.
        """
        cursor = self.connection.cursor()
        cursor.execute("CREATE TEMP TABLE officers_shown (reviewed_force VARCHAR)")
        if officers_of:
            cursor.execute("INSERT INTO officers_shown SELECT DISTINCT unnest(?::VARCHAR[])", [list(officers_of)])
        cursor.execute("CREATE TEMP TABLE clarified (review_id INTEGER, question_id VARCHAR, grade grade)")
        if rows := list(clarified):
            names = ("forces", "quarters", "reviews", "questions", "grades")
            cursor.execute(CLARIFY, dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))
        cursor.execute(VIEWS)
        return cursor

    @contextmanager
    def reading(
        self, officers_of: Collection[str] = (), clarified: Iterable[ClarifiedGrade] = ()
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor as `cursor` makes it, for one question at a time, and then for the next that may see the same.

        To make one takes longer than most questions. One on which a question failed is not used again.
        """
        shown = Shown(frozenset(officers_of), tuple(clarified))
        try:
            cursor = self._idle.get(shown, []).pop()
        except IndexError:
            cursor = self.cursor(*shown)
        try:
            yield cursor
        except BaseException:
            cursor.close()
            raise
        if len(self._idle) >= IDLE and shown not in self._idle:
            self._idle.clear()
        idle = self._idle.setdefault(shown, [])
        if len(idle) < IDLE:
            idle.append(cursor)

    @functools.cached_property
    def meta(self) -> dict[str, str]:
        """What the snapshot says of itself: schema_version, kind, configuration."""
        return schema.meta(self.connection)

    @property
    def synthetic(self) -> bool:
        """Whether it holds demonstration data."""
        return self.meta.get("kind") == "demonstration"

    @functools.cached_property
    def forces(self) -> tuple[str, ...]:
        """Every force that has a review in it, by name: what the operator passes as `officers_of`."""
        rows = self.connection.cursor().execute("SELECT DISTINCT reviewed_force FROM review ORDER BY ALL").fetchall()
        return tuple(row[0] for row in rows)

    def close(self) -> None:
        """Let go of the file."""
        self._idle.clear()
        self.connection.close()


def path_of(folder: Path, number: int) -> Path:
    """The file of the snapshot with this number."""
    return folder / f"snap-{number:06}.duckdb"


def number_of(path: Path) -> int:
    """The number in a snapshot's name. ValueError when it is no snapshot's name."""
    found = NAME.fullmatch(path.name)
    if found is None:
        raise ValueError(f"{path.name} is no snapshot.")
    return int(found[1])


def numbers(folder: Path) -> list[int]:
    """The numbers of the snapshots in this folder, in no order."""
    if not folder.is_dir():
        return []
    return [int(found[1]) for path in folder.iterdir() if (found := NAME.fullmatch(path.name))]


def newest_number(folder: Path) -> int | None:
    """The number of the newest snapshot: cheap enough to ask on every page run."""
    return max(numbers(folder), default=None)


def newest_or_none(folder: Path) -> Snapshot | None:
    """The newest snapshot that can be read; None where there is none. StoreError when there are, but none can be."""
    faults: list[str] = []
    while found := sorted(numbers(folder), reverse=True):
        for number in found:
            path = path_of(folder, number)
            try:
                return Snapshot.open(path, _fallen_back(faults, path))
            except (duckdb.Error, OSError):
                if not path.exists():
                    break  # removed by a load while we looked: look again, a newer one is there
                faults.append(path.name)
        else:
            break
    if faults:
        raise StoreError(
            f"No snapshot in {folder} can be read ({', '.join(faults)}). Restore a backup into another folder with: "
            "python -m arms_analytics restore BACKUP --database FOLDER"
        )
    return None


def _fallen_back(faults: list[str], path: Path) -> str:
    if not faults:
        return ""
    return (
        f"{' and '.join(faults)} cannot be read; {path.name}, the state before, is shown instead. "
        "Load the latest workbooks again, and check the disk."
    )


@contextmanager
def reading_or_empty(folder: Path, network: Network) -> Iterator[Connection]:
    """A cursor on the newest snapshot, or on an empty store in memory where nothing was loaded yet."""
    snapshot = newest_or_none(folder)
    connection = snapshot.connection.cursor() if snapshot else duckdb.connect()
    try:
        if snapshot is None:
            schema.create(connection, schema.grades_of(network))
            schema.configure(connection, network)
        yield connection
    finally:
        connection.close()
        if snapshot:
            snapshot.close()
