import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DatabaseError

from arms_analytics.store import audit
from arms_analytics.store.audit import AuditLog, check


@pytest.fixture
def engine(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'records.sqlite'}")
    yield engine
    engine.dispose()


@pytest.fixture
def log(engine):
    log = AuditLog(engine)
    for deed in ("sign-in", "load", "export"):
        log.append("jo@cheshire.police.uk", "oidc", deed, quarter="2025-26-Q1")
    return log


def behind_its_back(engine, *statements):
    """What somebody does who owns the file: the triggers go first."""
    with engine.begin() as connection:
        for trigger in ("audit_log_refuses_update", "audit_log_refuses_delete"):
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        for statement in statements:
            connection.execute(text(statement))


def test_an_entry_says_who_did_what_when_and_how(log):
    entry = log.entries()[1]
    assert (entry.number, entry.who, entry.how, entry.deed) == (2, "jo@cheshire.police.uk", "oidc", "load")
    assert json.loads(entry.detail) == {"quarter": "2025-26-Q1"}
    assert entry.at.endswith("+00:00")


def test_a_log_as_it_was_written_is_whole(log):
    assert check(log.entries()) == []
    assert check(log.entries(), log.mark) == []


def test_an_empty_log_is_whole(engine):
    empty = AuditLog(engine)
    assert check(empty.entries(), empty.mark) == []


@pytest.mark.parametrize("statement", ["UPDATE audit_log SET who = 'al'", "DELETE FROM audit_log"])
def test_the_table_refuses_to_change(log, engine, statement):
    with pytest.raises(DatabaseError, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))
    assert check(log.entries()) == []
    assert len(log.entries()) == 3


@pytest.mark.parametrize("column", ["at", "who", "how", "deed", "detail"])
def test_a_changed_entry_shows(log, engine, column):
    behind_its_back(engine, f"UPDATE audit_log SET {column} = 'x' WHERE number = 2")
    assert check(log.entries()) == ["Entry 2 was changed after it was written."]


def test_a_removed_entry_shows(log, engine):
    behind_its_back(engine, "DELETE FROM audit_log WHERE number = 2")
    assert check(log.entries()) == ["Entry 2 is missing."]


def test_an_entry_changed_together_with_its_mark_shows_at_the_next(log, engine):
    forged = audit._seal(replace(log.entries()[1], who="al"))
    behind_its_back(engine, f"UPDATE audit_log SET who = 'al', mark = '{forged.mark}' WHERE number = 2")
    assert check(log.entries()) == ["Entry 3 does not follow from the one before it."]


def test_entries_cut_off_at_the_end_show_against_a_mark_noted_before(log, engine):
    noted = log.mark
    behind_its_back(engine, "DELETE FROM audit_log WHERE number = 3")
    assert check(log.entries()) == []
    assert check(log.entries(), noted) == [
        "Entry 3 is not the one that was noted: entries were cut off or written anew."
    ]


@pytest.mark.parametrize("noted", ["yesterday", "3", "3:abc", ":" + "0" * 64])
def test_what_is_no_mark_is_said_to_be_none(log, noted):
    assert "is no mark of an audit log" in check(log.entries(), noted)[0]


def test_many_write_at_once_and_each_entry_stands(engine):
    AuditLog(engine)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: AuditLog(engine).append(f"person {n}", "oidc", "export"), range(40)))
    entries = AuditLog(engine).entries()
    assert {entry.who for entry in entries} == {f"person {n}" for n in range(40)}
    assert check(entries) == []


def test_a_clock_turned_back_changes_no_order(log, monkeypatch):
    class Earlier(audit.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(1999, 1, 1, tzinfo=tz)

    monkeypatch.setattr(audit, "datetime", Earlier)
    entry = log.append("jo", "oidc", "undo")
    assert entry.at.startswith("1999")
    assert [entry.deed for entry in log.entries()] == ["sign-in", "load", "export", "undo"]
    assert check(log.entries()) == []
