"""A connection that can read one snapshot and do nothing else, on a file that proved readable."""

from __future__ import annotations

from pathlib import Path

import duckdb

from arms_analytics.store import schema

Connection = duckdb.DuckDBPyConnection
Settings = dict[str, str | bool | int | float | list[str]]
SETTINGS: Settings = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "python_enable_replacements": False,
    "temp_directory": "",
    "memory_limit": "1GB",
    "threads": 2,
    "max_execution_time": 30_000,
    "lock_configuration": True,
}
"""Nothing but the snapshot can be read, nothing written, none of this changed. Limits in bytes and milliseconds."""

SMALL = 16 * 2**20
"""Bytes up to which a snapshot is read whole before it is trusted; beyond, only its structure is."""


def look_through(path: Path) -> Connection:
    """A hardened connection to a snapshot's file, of whatever name, once it proved readable. duckdb.Error if not."""
    connection = duckdb.connect(path, read_only=True, config=SETTINGS)
    try:
        schema.version(connection, path)
        _read_through(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _read_through(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Touch every block of a small file, so that a damaged one shows now and not in the middle of a meeting."""
    if path.stat().st_size > SMALL:
        return
    tables = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY ALL").fetchall()
    for (table,) in tables:
        connection.execute(f'SELECT bit_xor(hash(COLUMNS(*))) FROM "{table}"').fetchall()  # noqa: S608
