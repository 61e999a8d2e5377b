"""What people write outlives the program that wrote it; what is spoilt, or of a newer program, is refused in words."""

import sqlite3
import threading

import pytest
import sqlalchemy

from arms_analytics.store import StoreError
from arms_analytics.store.errors import NewerStoreError
from arms_analytics.store.records import Action, Records, database, open_records, tables


def test_the_records_lie_beside_the_snapshots_unless_said_otherwise(tmp_path, monkeypatch):
    monkeypatch.delenv("ARMS_RECORDS", raising=False)
    open_records(tmp_path).close()
    assert (tmp_path / "records.sqlite").exists()
    monkeypatch.setenv("ARMS_RECORDS", f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    open_records(tmp_path).close()
    assert (tmp_path / "elsewhere.sqlite").exists()


def test_sqlite_writes_ahead_and_waits_for_the_disk(tmp_path):
    records = open_records(tmp_path)
    with records.engine.connect() as connection:
        modes = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    assert modes == ["wal", 2]


def test_what_was_written_is_there_after_opening_again(records, url):
    records.actions.add(Action(text="Do it"), who="Chair")
    records.close()
    again = Records(url)
    assert [action.text for action in again.actions.find()] == ["Do it"]
    again.close()


def test_records_opened_by_several_at_once_for_the_first_time(url):
    opened, faults = [], []

    def start():
        try:
            opened.append(Records(url))
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert {records.version for records in opened} == {0}
    for records in opened:
        records.close()


def test_records_of_a_newer_program_are_refused_with_a_sentence(records, url):
    with records.engine.begin() as connection:
        connection.execute(sqlalchemy.update(tables.counter).values(number=99))
    with pytest.raises(NewerStoreError, match="newer version"):
        Records(url)


@pytest.mark.parametrize("url", ["no address", "oracle+nothing://u:secret@h/d", "mysql://u:secret@h/d"])
def test_an_address_of_no_database_is_refused_with_a_sentence_that_tells_no_password(url):
    with pytest.raises(StoreError, match="ARMS_RECORDS names no database") as refused:
        Records(url)
    assert "secret" not in str(refused.value)


def test_a_place_where_no_folder_can_be_made_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be opened"):
        Records(f"sqlite:///{tmp_path}/file/below/records.sqlite")


def test_spoilt_records_are_refused_with_a_sentence(tmp_path):
    (tmp_path / "records.sqlite").write_bytes(b"this is no database, whatever it is called" * 100)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_records(tmp_path)


def test_records_spoilt_in_the_middle_are_noticed_on_opening(tmp_path):
    records = open_records(tmp_path)
    for number in range(200):
        records.actions.add(Action(text=f"Action {number} " + "x" * 200), who="Chair")
    records.close()
    path = tmp_path / "records.sqlite"
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + bytes(8192) + data[len(data) // 2 + 8192 :])
    with pytest.raises(StoreError, match="restore a backup"):
        open_records(tmp_path)


def test_an_older_store_gets_the_tables_and_columns_that_are_new(url, monkeypatch):
    Records(url).close()
    metadata = sqlalchemy.MetaData()
    for table in tables.metadata.sorted_tables:
        table.to_metadata(metadata)
    metadata.tables["action"].append_column(
        sqlalchemy.Column("team", sqlalchemy.String, nullable=False, server_default="", info={"since": 2})
    )
    sqlalchemy.Table(
        "meeting", metadata, sqlalchemy.Column("id", sqlalchemy.Integer, primary_key=True), info={"since": 2}
    )
    monkeypatch.setattr(database, "metadata", metadata)
    monkeypatch.setattr(database, "VERSION", 2)
    upgraded = database.connect(url)
    inspector = sqlalchemy.inspect(upgraded)
    assert "team" in {column["name"] for column in inspector.get_columns("action")}
    assert inspector.has_table("meeting")
    with upgraded.connect() as connection:
        assert connection.scalar(sqlalchemy.select(tables.counter.c.number).filter_by(name="schema")) == 2
    upgraded.dispose()


def test_deleted_text_leaves_no_trace_in_the_file(tmp_path):
    records = open_records(tmp_path)
    records.actions.add(Action(text="A very particular sentence"), who="Chair")
    with records.engine.execution_options(writes=True).begin() as connection:
        connection.execute(sqlalchemy.delete(tables.action))
    records.close()
    with sqlite3.connect(tmp_path / "records.sqlite") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"particular sentence" not in (tmp_path / "records.sqlite").read_bytes()
