"""A snapshot's tables: made new, brought up to date by migrations, and told what the network's configuration says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb

from arms_analytics.network import Network
from arms_analytics.store.errors import NewerStoreError, StoreError
from arms_analytics.vocabulary import NOT_APPLICABLE, RiskLevel

HERE = Path(__file__).parent
SCHEMA_VERSION = 1
MIGRATIONS: Mapping[int, Path] = {}
"""{version: the SQL file that makes it out of the version before}. The next one goes into store/migrations/."""


def create(connection: duckdb.DuckDBPyConnection, grades: list[str]) -> None:
    """The tables of an empty store, of the newest version, for these keys of grades."""
    connection.execute(f"CREATE TYPE grade AS ENUM ({_names(grades)})")
    connection.execute(f"CREATE TYPE risk_level AS ENUM ({_names(list(RiskLevel))})")
    connection.execute((HERE / "schema.sql").read_text(encoding="utf-8"))
    set_meta(connection, "schema_version", str(SCHEMA_VERSION))


def meta(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """What the snapshot says of itself, by name."""
    return dict(connection.execute("SELECT name, value FROM meta").fetchall())


def set_meta(connection: duckdb.DuckDBPyConnection, name: str, value: str) -> None:
    """Say one thing of the snapshot, instead of what was said before."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [name, value])


def version(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """The schema version of this snapshot. NewerStoreError when it is beyond this program."""
    found = int(meta(connection)["schema_version"])
    if found > SCHEMA_VERSION:
        raise NewerStoreError(
            f"{path} was made by a newer version of this program (its format is {found}, this program knows "
            f"{SCHEMA_VERSION}). Update the program; nothing was changed."
        )
    return found


def migrate(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Bring the draft up to this program's version, one step after the other; whether there was any to take."""
    steps = range(version(connection, path) + 1, SCHEMA_VERSION + 1)
    for step in steps:
        connection.execute(MIGRATIONS[step].read_text(encoding="utf-8"))
        set_meta(connection, "schema_version", str(step))
    return bool(steps)


def configuration(network: Network) -> str:
    """A digest of what a snapshot takes from the configuration: the grade scale and the question set."""
    return hashlib.sha256(repr((network.grade_scale, network.question_set)).encode()).hexdigest()


def configure(connection: duckdb.DuckDBPyConnection, network: Network) -> bool:
    """Write the network's grade scale and question set into the draft; whether they differ from what it held."""
    now = configuration(network)
    if meta(connection).get("configuration") == now:
        return False
    _set_grade_type(connection, network)
    _set_steps(connection, network)
    _set_questions(connection, network)
    set_meta(connection, "configuration", now)
    return True


def _set_steps(connection: duckdb.DuckDBPyConnection, network: Network) -> None:
    rows = [(grade.key, grade.name, grade.letter, grade.rank, grade.failure) for grade in network.grade_scale]
    connection.execute("DELETE FROM grade_step")
    append(connection, "grade_step", [*rows, (NOT_APPLICABLE, "Not applicable", "N/A", None, None)])


def _set_questions(connection: duckdb.DuckDBPyConnection, network: Network) -> None:
    """The question set's questions first and as it words them now, then the others in the order they were seen."""
    ours = {question.id: question for question in network.question_set.questions}
    others = connection.execute(
        "SELECT * EXCLUDE (place) FROM question WHERE NOT list_contains(?, question_id) ORDER BY place", [list(ours)]
    ).fetchall()
    rows = [(q.id, q.wording, q.short, q.section, list(q.processes)) for q in ours.values()] + others
    connection.execute("DELETE FROM question")
    append(connection, "question", [(*row, place) for place, row in enumerate(rows)])


def append(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Sequence[object]]) -> None:
    """Add rows with DuckDB's appender: a hundred times faster than an INSERT a row."""
    with connection.appender(table) as appender:
        appender.append_rows(list(rows))


def _set_grade_type(connection: duckdb.DuckDBPyConnection, network: Network) -> None:
    """Change the grade type when the scale has other steps now. StoreError when a stored grade is not among them."""
    wanted = grades_of(network)
    if stored_grades(connection) == wanted:
        return
    lost = connection.execute(
        "SELECT DISTINCT grade::VARCHAR FROM answer WHERE NOT list_contains(?, grade::VARCHAR)", [wanted]
    ).fetchall()
    if lost:
        raise StoreError(
            f"The grade scale {network.grade_scale.name!r} has no step {', '.join(row[0] for row in lost)}, "
            "which stored reviews were given. Add the step to the scale, or begin another store with --database."
        )
    # A type that columns use cannot be changed: the columns become text while it is made again.
    connection.execute("ALTER TABLE answer ALTER grade TYPE VARCHAR")
    connection.execute("DROP TABLE grade_step")
    connection.execute("DROP TYPE grade")
    connection.execute(f"CREATE TYPE grade AS ENUM ({_names(wanted)})")
    connection.execute("ALTER TABLE answer ALTER grade TYPE grade USING grade::grade")
    connection.execute(_statement("grade_step"))


def stored_grades(connection: duckdb.DuckDBPyConnection, catalog: str = "") -> list[str]:
    """The keys that the grade type of this store knows, or of the one attached under this name."""
    name = f"{catalog}.grade" if catalog else "grade"
    keys: list[str] = connection.execute(f"SELECT enum_range(NULL::{name})::VARCHAR[]").fetchall()[0][0]
    return keys


def _statement(table: str) -> str:
    """The CREATE TABLE statement of this table in schema.sql."""
    found = re.search(rf"CREATE TABLE {table} \(.*?;", (HERE / "schema.sql").read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found.group()


def grades_of(network: Network) -> list[str]:
    """Every key that a stored grade may have, the scale's from worst to best."""
    return [*(grade.key for grade in network.grade_scale), NOT_APPLICABLE]


def _names(values: list[str] | list[RiskLevel]) -> str:
    """The values as SQL text literals; types take no bound parameters."""
    return ", ".join("'" + value.replace("'", "''") + "'" for value in values)
