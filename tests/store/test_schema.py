"""Stores made by other versions of the program."""

import pytest

from arms_analytics.store import newest_snapshot, schema
from arms_analytics.store.errors import NewerStoreError
from arms_analytics.store.publish import publish
from tests.store.readings import current, make_reading, store


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """The program one version on: reviews get a column."""
    step = tmp_path / "002.sql"
    step.write_text("ALTER TABLE review ADD COLUMN remark VARCHAR DEFAULT 'none'")

    def come():
        monkeypatch.setattr(schema, "SCHEMA_VERSION", 2)
        monkeypatch.setattr(schema, "MIGRATIONS", {2: step})

    yield come


def test_a_store_of_an_older_program_is_brought_up_to_date_when_opened(folder, next_version):
    before = current(store(folder, make_reading()))
    next_version()
    snapshot = newest_snapshot(folder)
    assert (snapshot.number, snapshot.meta["schema_version"]) == (2, "2")
    assert snapshot.connection.execute("SELECT DISTINCT remark FROM review").fetchall() == [("none",)]
    assert current(snapshot) == before
    assert newest_snapshot(folder).number == 2


def test_a_store_of_a_newer_program_is_refused_and_left_alone(folder, next_version, monkeypatch):
    store(folder, make_reading()).close()
    next_version()
    newest_snapshot(folder).close()
    monkeypatch.undo()
    with pytest.raises(NewerStoreError, match="Update the program"):
        newest_snapshot(folder)
    with pytest.raises(NewerStoreError):
        publish(folder, lambda draft: None)
    assert sorted(path.name for path in folder.iterdir()) == ["lock", "snap-000001.duckdb", "snap-000002.duckdb"]
