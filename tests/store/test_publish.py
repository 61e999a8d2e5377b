import pytest

from arms_analytics.store import StoreError, newest_number, newest_snapshot
from arms_analytics.store.draft import Entry
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
