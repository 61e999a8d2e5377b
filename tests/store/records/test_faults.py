"""What befalls the records' database while the app runs: a sentence for the person, and nothing half stored."""

import pytest

from arms_analytics.store import StoreError
from arms_analytics.store.records import Action, Records
from tests.store.records.postgres_server import running_server


@pytest.fixture
def kept(tmp_path):
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    records.actions.add(Action(text="Before"), who="Chair")
    yield records
    records.close()


def test_a_full_disk_stores_nothing_by_halves(kept):
    with kept.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # SQLite's own way to have no room left
    with pytest.raises(StoreError, match="full"):
        kept.actions.add(Action(text="x" * 100_000), who="Chair")
    assert [action.text for action in kept.actions.find()] == ["Before"]
    assert [entry.what for entry in kept.audit_log()] == ["add action"]


def test_records_that_may_not_be_written_can_still_be_read(kept):
    with kept.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="readonly"):
        kept.actions.add(Action(text="After"), who="Chair")
    assert [action.text for action in kept.actions.find()] == ["Before"]


def test_records_damaged_while_they_are_open_are_said_to_be(kept, tmp_path):
    kept.close()  # the file alone holds everything now; the next use opens it again
    (tmp_path / "records.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError, match="not a database"):
        kept.actions.find()


@pytest.mark.postgres
@pytest.mark.xdist_group("postgres")
def test_a_server_that_goes_away_is_said_to_have_gone_and_is_found_again():
    with running_server() as socket:
        records = Records(f"postgresql+psycopg://arms@/postgres?host={socket}")
        records.actions.add(Action(text="Before"), who="Chair")
    with pytest.raises(StoreError, match="cannot be read or stored now"):
        records.actions.add(Action(text="After"), who="Chair")
    records.close()


@pytest.mark.postgres
@pytest.mark.xdist_group("postgres")
def test_a_connection_that_was_cut_is_made_anew_unnoticed(postgres):
    records = Records(f"postgresql+psycopg://arms@/postgres?host={postgres}")
    with records.engine.connect() as connection:
        connection.exec_driver_sql("SELECT pg_backend_pid()")
    other = Records(f"postgresql+psycopg://arms@/postgres?host={postgres}")
    with other.engine.begin() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND backend_type = 'client backend'"
        )
    assert isinstance(records.version, int)
    records.close()
    other.close()
