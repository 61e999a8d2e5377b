"""A change is one snapshot or none: open readers keep theirs, a failing disk leaves nothing behind."""

import datetime as dt
import errno
import os
from dataclasses import replace

import duckdb
import pytest

from arms_analytics.store import StoreError, newest_number, newest_snapshot
from arms_analytics.store.draft import Entry
from arms_analytics.store.errors import BusyStoreError
from arms_analytics.store.history import history
from arms_analytics.store.lock import locked
from arms_analytics.store.publish import publish
from arms_analytics.vocabulary import Quarter
from tests.store.readings import current, make_reading, store


def test_one_load_makes_one_snapshot(folder):
    snapshot = store(folder, make_reading(Quarter(2025, 1)), make_reading(Quarter(2025, 2)))
    assert snapshot.number == 1
    assert len(current(snapshot)) == 2 * 2 * 4 * 3


def test_the_folder_holds_nothing_but_snapshots_and_the_lock(folder):
    store(folder, make_reading())
    assert {path.name for path in folder.iterdir()} == {"snap-000001.duckdb", "lock"}


def test_the_last_three_are_kept(folder):
    for number in range(1, 6):
        store(folder, make_reading(feedback=f"version {number}"))
    assert sorted(path.name for path in folder.glob("snap-*")) == [f"snap-00000{n}.duckdb" for n in (3, 4, 5)]


def test_a_change_that_changes_nothing_publishes_nothing(folder):
    store(folder, make_reading())
    assert publish(folder, lambda draft: None) is None
    assert newest_number(folder) == 1


def test_a_change_that_fails_leaves_the_store_as_it_was(folder):
    before = current(store(folder, make_reading()))

    def half(draft):
        draft.connection.execute("DELETE FROM answer")
        raise ValueError("the workbook turned out to be wrong")

    with pytest.raises(ValueError, match="turned out"):
        publish(folder, half)
    assert current(newest_snapshot(folder)) == before
    assert not list(folder.glob("draft*"))


def test_an_open_snapshot_does_not_change_under_its_reader(folder):
    old = store(folder, make_reading(grade="good"))
    store(folder, make_reading(grade="inadequate"))
    assert {row[3] for row in current(old)} == {"good"}
    assert {row[3] for row in current(newest_snapshot(folder))} == {"inadequate"}


def test_a_draft_with_rows_lost_is_not_published(folder, monkeypatch):
    store(folder, make_reading())
    counts = iter([{"answer": 24}, {"answer": 23}])
    monkeypatch.setattr("arms_analytics.store.publish.counts_of", lambda connection: next(counts))
    with pytest.raises(StoreError, match="does not hold what was written"):
        publish(folder, lambda draft: Entry("test", ""))
    assert newest_number(folder) == 1


def test_the_folder_is_the_owners_alone(folder):
    store(folder, make_reading())
    assert folder.stat().st_mode & 0o077 == 0


def test_the_order_of_loads_does_not_depend_on_the_clock(folder, monkeypatch):
    store(folder, make_reading(grade="good"))

    class Yesterday(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return dt.datetime(2001, 1, 1, tzinfo=tz)

    monkeypatch.setattr("arms_analytics.store.draft.datetime", Yesterday)
    snapshot = store(folder, make_reading(grade="inadequate"))
    os.utime(snapshot.path, (0, 0))
    assert newest_snapshot(folder).number == 2
    assert {row[3] for row in current(newest_snapshot(folder))} == {"inadequate"}
    loads = history(newest_snapshot(folder).cursor())
    assert [load.at.year == 2001 for load in loads] == [False, True]


def test_a_load_that_waits_too_long_for_another_says_so(folder):
    store(folder, make_reading())
    with locked(folder), pytest.raises(BusyStoreError, match="Another load is still writing"), locked(folder, 0.1):
        pass


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files")
def test_a_reader_keeps_its_snapshot_though_it_was_removed_meanwhile(folder):
    old = store(folder, make_reading(feedback="version 0"))
    before = current(old)
    for number in range(1, 5):
        store(folder, make_reading(feedback=f"version {number}"))
    assert not old.path.exists()
    assert current(old) == before


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), duckdb.IOException("disk failed")])
def test_a_disk_that_fails_stores_nothing_and_leaves_nothing_behind(folder, monkeypatch, fault):
    store(folder, make_reading(grade="good"))

    def fail(*given):
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr("arms_analytics.store.publish.to_disk", fail)
        with pytest.raises(StoreError, match="Nothing was stored"):
            store(folder, make_reading(grade="inadequate"))
    assert {path.name for path in folder.iterdir()} == {"snap-000001.duckdb", "lock"}


def test_a_workbook_without_risk_levels_reviewing_forces_and_references_is_kept(folder):
    reading = make_reading(grade=None)
    bare = [
        replace(each, risk_level=None, reviewing_force=None, review_ref="", officer_ref="") for each in reading.reviews
    ]
    snapshot = store(folder, replace(reading, reviews=tuple(bare)))
    rows = current(snapshot, "DISTINCT reviewed_force, review_key, risk_level, reviewing_force, grade, officer_ref")
    keys = [f"no risk level #{n}" for n in (1, 2, 3, 4)]
    assert rows == [(force, key, None, None, None, "") for force in ("Cheshire", "Cumbria") for key in keys]
