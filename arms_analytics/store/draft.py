"""The next snapshot while it is written: one transaction, in a file that no reader knows of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from arms_analytics.access import operator
from arms_analytics.network import Network
from arms_analytics.store import schema
from arms_analytics.store.hardened import Settings

SETTINGS: Settings = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """Who did what: the row that a change leaves in the history."""

    action: str
    detail: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The number of the next snapshot, a connection inside its one transaction, the number of its load."""

    number: int
    connection: duckdb.DuckDBPyConnection
    load_id: int
    network: Network


Change = Callable[[Draft], Entry | None]
Fill = Callable[[duckdb.DuckDBPyConnection], None]


@dataclass(frozen=True, slots=True)
class Writing:
    """What is to be written where: the draft's file, what it is based on, the change, the number it will have."""

    draft: Path
    basis: Path | None
    change: Change
    network: Network
    number: int
    rebuild: Fill | None


def write_draft(what: Writing, step: Step) -> dict[str, int] | None:
    """Write the draft to its file. The row count of each table, or None when nothing changed."""
    connection = duckdb.connect(what.draft, config=SETTINGS)
    try:
        return _write(connection, what, step)
    finally:
        connection.close()
        step("closed")


def _write(connection: duckdb.DuckDBPyConnection, what: Writing, step: Step) -> dict[str, int] | None:
    upgraded = _begin(connection, what)
    reconfigured = schema.configure(connection, what.network) and what.basis is not None
    step("begun")
    load_id = _next_load(connection)
    entry = what.change(Draft(what.number, connection, load_id, what.network))
    if entry is None and (upgraded or reconfigured):
        entry = (
            Entry("upgrade", "the format") if upgraded else Entry("configure", "the grade scale or the question set")
        )
    if entry is None:
        return None
    now = datetime.now(UTC).replace(tzinfo=None)
    row = [load_id, now, entry.who or operator().name, entry.action, entry.detail]
    connection.execute("INSERT INTO load VALUES (?, ?, ?, ?, ?)", row)
    step("written")
    counts = counts_of(connection)
    connection.commit()
    step("committed")
    connection.execute("CHECKPOINT")
    step("checkpointed")
    return counts


def _begin(connection: duckdb.DuckDBPyConnection, what: Writing) -> bool:
    """Begin the transaction with tables of this version in it; whether they had to be brought up to it."""
    if what.basis and what.rebuild:
        name = str(what.basis).replace("'", "''")
        connection.execute(f"ATTACH '{name}' AS basis (READ_ONLY)")
        connection.begin()
        schema.create(connection, schema.stored_grades(connection, "basis"))
        what.rebuild(connection)
        return False
    connection.begin()
    if what.basis:
        return schema.migrate(connection, what.draft)
    schema.create(connection, schema.grades_of(what.network))
    return False


def _next_load(connection: duckdb.DuckDBPyConnection) -> int:
    return int(connection.execute("SELECT coalesce(max(load_id), 0) + 1 FROM load").fetchall()[0][0])


def counts_of(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many rows each table of this database holds."""
    tables = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() ORDER BY ALL"
    ).fetchall()
    counted = (connection.execute(f'SELECT count(*) FROM "{name}"').fetchall() for (name,) in tables)  # noqa: S608
    return {name: rows[0][0] for (name,), rows in zip(tables, counted, strict=True)}
