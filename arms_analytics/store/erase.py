"""Reviews or an officer's reference removed for good: from a store built again, its older snapshots and the records."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

import duckdb

from arms_analytics.store import schema
from arms_analytics.store.draft import Draft, Entry
from arms_analytics.store.errors import StoreError
from arms_analytics.store.newest import newest_snapshot
from arms_analytics.store.publish import publish
from arms_analytics.store.snapshots import DERIVED, numbers, path_of

HERE = Path(__file__).parent
REBUILD = (HERE / "erase.sql").read_text(encoding="utf-8")
VERSIONS = (HERE / "erased_reviews.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class ReviewName:
    """A review by natural key; `review_key` is its reference, or `high #1` where it has none."""

    force: str
    quarter_index: int
    review_key: str


@dataclass(frozen=True, slots=True)
class OfficerName:
    """An officer as the workbooks of a force name them."""

    force: str
    officer_ref: str

    @property
    def pattern(self) -> str:
        """Finds the reference in text, standing by itself; its groups are the signs before and after.

        The database's own word boundary knows no letter beyond ASCII: it would pass over André.
        """
        return rf"(^|[^\pL\pN_]){re.escape(self.officer_ref)}($|[^\pL\pN_])"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is to go: reviews by name, those of quarters before one, or an officer's reference (the reviews stay)."""

    reviews: Collection[ReviewName] = ()
    before: int | None = None
    officer: OfficerName | None = None


@dataclass(frozen=True, slots=True)
class Erased:
    """What goes: every stored version of the reviews by name, and the references that text may hold."""

    reviews: tuple[ReviewName, ...]
    references: tuple[str, ...]

    def __str__(self) -> str:
        """What went, without naming it: for the history and the audit log."""
        if not self.reviews:
            return "an officer's reference"
        return "1 review" if len(self.reviews) == 1 else f"{len(self.reviews)} reviews"


def erase(folder: Path, what: Erasure, elsewhere: Callable[[Erased], None], who: str = "") -> list[Path]:
    """Build the store again without it and remove every older snapshot. StoreError when nothing like it is stored.

    `elsewhere` takes the same out of the records; it comes first, so that an erasure that was interrupted can be
    repeated. Returned are older snapshots that another program holds open: they go with the next load.
    """
    newest_snapshot(folder).close()
    gone: list[Erased] = []

    def rebuild(connection: duckdb.DuckDBPyConnection) -> None:
        _name(connection, what)
        gone.append(_found(connection, what))
        elsewhere(gone[0])
        connection.execute(REBUILD)

    def change(draft: Draft) -> Entry:
        schema.set_meta(draft.connection, "oldest_kept", str(draft.number))
        return Entry("erase", str(gone[0]), who)

    made = publish(folder, change, rebuild=rebuild)
    assert made
    shutil.rmtree(folder / DERIVED, ignore_errors=True)
    return [path_of(folder, number) for number in numbers(folder) if number < made]


def _name(connection: duckdb.DuckDBPyConnection, what: Erasure) -> None:
    names = list(what.reviews)
    said: dict[str, object] = {
        "forces": [name.force for name in names],
        "quarters": [name.quarter_index for name in names],
        "reviews": [name.review_key for name in names],
        "before": what.before if what.before is not None else -1,
    }
    connection.execute(f"CREATE TEMP TABLE erased_review AS {VERSIONS}", said)
    connection.execute(
        "CREATE TEMP TABLE erased_officer (reviewed_force VARCHAR, officer_ref VARCHAR, pattern VARCHAR)"
    )
    if what.officer:
        row = [what.officer.force, what.officer.officer_ref, what.officer.pattern]
        connection.execute("INSERT INTO erased_officer VALUES (?, ?, ?)", row)


def _found(connection: duckdb.DuckDBPyConnection, what: Erasure) -> Erased:
    if what.officer:
        if not _officer_is_known(connection):
            raise StoreError(f"No review of {what.officer.force} names the officer {what.officer.officer_ref!r}.")
        return Erased((), (what.officer.officer_ref,))
    rows = connection.execute(
        "SELECT reviewed_force, quarter_index, review_key, review_ref FROM basis.review "
        "JOIN erased_review USING (review_id) ORDER BY review_id"
    ).fetchall()
    if not rows:
        raise StoreError("No such review is stored. `export` lists the reviews with their references.")
    names = dict.fromkeys(ReviewName(*row[:3]) for row in rows)
    return Erased(tuple(names), tuple(dict.fromkeys(row[3] for row in rows if row[3])))


def _officer_is_known(connection: duckdb.DuckDBPyConnection) -> bool:
    rows = connection.execute(
        "SELECT count(*) FROM basis.review JOIN erased_officer USING (reviewed_force) "
        "WHERE lower(review.officer_ref) = lower(erased_officer.officer_ref) AND erased_officer.officer_ref <> ''"
    ).fetchall()
    return bool(rows[0][0])
