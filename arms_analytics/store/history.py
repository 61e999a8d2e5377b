"""What was loaded, by whom and when; and one load taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from arms_analytics.store.draft import Draft, Entry
from arms_analytics.store.errors import StoreError
from arms_analytics.store.newest import newest_snapshot
from arms_analytics.store.publish import publish

QUERY = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class LoadedWorkbook:
    """A workbook of a load: how many reviews it brought, and what became of them."""

    name: str
    reviews: int
    current_reviews: int
    replaced_reviews: int
    undone_reviews: int


@dataclass(frozen=True, slots=True)
class Load:
    """One change of the store. `at` is in UTC by the clock of the machine; the order is that of the ids."""

    load_id: int
    at: dt.datetime
    who: str
    action: str
    detail: str
    workbooks: list[LoadedWorkbook] = field(default_factory=list)

    @property
    def undone(self) -> bool:
        """Whether an undo took it back."""
        return any(workbook.undone_reviews for workbook in self.workbooks)


def history(cursor: duckdb.DuckDBPyConnection) -> list[Load]:
    """Every change of the store, the first one first. `cursor` is a snapshot's."""
    loads: dict[int, Load] = {}
    for load_id, at, who, action, detail, *workbook in cursor.execute(QUERY).fetchall():
        load = loads.setdefault(load_id, Load(load_id, at.replace(tzinfo=dt.UTC), who, action, detail))
        if workbook[0] is not None:
            load.workbooks.append(LoadedWorkbook(*workbook))
    return list(loads.values())


def undo(folder: Path, load_id: int, who: str = "") -> None:
    """Take one load back: its reviews are no longer current, those it replaced are again.

    StoreError where there is no such load, where it was taken back already, or where a later one stands on it.
    """
    newest_snapshot(folder).close()  # says so when nothing was ever loaded
    publish(folder, lambda draft: _undo(draft, load_id, who))


def _undo(draft: Draft, load_id: int, who: str) -> Entry:
    row = draft.connection.execute("SELECT action, detail FROM load WHERE load_id = ?", [load_id]).fetchall()
    if not row:
        raise StoreError(f"There is no load {load_id}. `history` lists the loads with their numbers.")
    action, detail = row[0]
    if action != "load":
        raise StoreError(f"Number {load_id} in the history is no load of workbooks ({action}) and cannot be undone.")
    _refuse_if_built_upon(draft.connection, load_id)
    draft.connection.execute(
        "UPDATE review SET replaced_by = NULL FROM workbook WHERE review.workbook_id = workbook.workbook_id "
        "AND replaced_by = $load AND workbook.load_id <> $load",
        {"load": load_id},
    )
    draft.connection.execute(
        "UPDATE review SET undone_by = $undo FROM workbook WHERE review.workbook_id = workbook.workbook_id "
        "AND workbook.load_id = $load",
        {"undo": draft.load_id, "load": load_id},
    )
    return Entry("undo", f"load {load_id}: {detail}", who)


def _refuse_if_built_upon(connection: duckdb.DuckDBPyConnection, load_id: int) -> None:
    rows = connection.execute(
        "SELECT count(undone_by), list(DISTINCT replaced_by) FILTER (replaced_by <> $load) "
        "FROM review JOIN workbook USING (workbook_id) WHERE load_id = $load",
        {"load": load_id},
    ).fetchall()
    undone, later = rows[0]
    if undone:
        raise StoreError(f"Load {load_id} was taken back already. To have it again, load its workbooks again.")
    if later:
        raise StoreError(
            f"Load {load_id} cannot be taken back: later loads replaced some of it. "
            f"Undo {_names(sorted(later, reverse=True))} first."
        )


def _names(loads: list[int]) -> str:
    return ("load " if len(loads) == 1 else "loads ") + " and ".join(map(str, loads))
