"""Every write leaves a line that names no content; a line changed, cut off or put in between shows."""

import datetime as dt
from dataclasses import replace

import pytest
import sqlalchemy
from sqlalchemy.exc import DatabaseError

from arms_analytics.store.records import Action, writing
from arms_analytics.store.records.audit import faults, first_break, mark


def test_every_write_leaves_a_line_that_names_no_content(records):
    row = records.actions.add(Action(text="Speak to officer OM-7", owner="SOMU lead"), who="Chair")
    records.actions.change(row, who="Coordinator", status="done")
    records.log("Chair", "export", "csv")
    lines = [(entry.who, entry.what, entry.about) for entry in records.audit_log()]
    assert lines == [
        ("Chair", "add action", "action 1"),
        ("Coordinator", "change action", "action 1: status"),
        ("Chair", "export", "csv"),
    ]


@pytest.mark.parametrize("statement", ["UPDATE audit SET who = 'nobody'", "DELETE FROM audit WHERE id = 1"])
def test_the_database_itself_refuses_to_change_the_log(records, statement):
    records.log("Chair", "export", "csv")
    with pytest.raises(DatabaseError, match="only grows"), records.engine.begin() as connection:
        connection.execute(sqlalchemy.text(statement))
    assert len(records.audit_log()) == 1


def test_an_untouched_log_has_no_break(records):
    for number in range(5):
        records.log("Chair", "export", f"file {number}")
    assert first_break(records.audit_log()) is None
    assert first_break([]) is None


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (lambda log: [log[0], replace(log[1], who="nobody"), *log[2:]], 2),
        (lambda log: [log[0], *log[2:]], 2),
        (lambda log: log[1:], 1),
        (lambda log: [log[1], log[0], *log[2:]], 1),
        (lambda log: [*log[:3], replace(log[3], at=log[3].at.replace(year=2020))], 4),
    ],
)
def test_tampering_shows_where_it_begins(records, tamper, found):
    for number in range(4):
        records.log("Chair", "export", f"file {number}")
    assert first_break(tamper(records.audit_log())) == found


def test_a_write_that_fails_leaves_no_line(records):
    with pytest.raises(DatabaseError):
        records.actions.add(Action(text="Do it", status="no such status"), who="Chair")
    assert records.audit_log() == []


def test_a_whole_log_has_no_faults_and_bears_the_mark_noted_before(records):
    assert faults(records.audit_log(), mark(records.audit_log())) == []
    records.log("Chair", "export", "csv")
    noted = mark(records.audit_log())
    records.log("Chair", "export", "csv")
    assert faults(records.audit_log(), f" {noted} ") == []


def test_a_changed_entry_is_named(records):
    records.log("Chair", "export", "csv")
    changed = [replace(records.audit_log()[0], who="nobody")]
    assert faults(changed) == ["Entry 1 is not as it was written: it, or the one before it, was changed or removed."]


def test_entries_cut_off_at_the_end_show_against_the_mark(records):
    for number in range(3):
        records.log("Chair", "export", f"file {number}")
    log = records.audit_log()
    assert faults(log[:2]) == []
    assert "Entry 3 is not the one that was noted" in faults(log[:2], mark(log))[0]


@pytest.mark.parametrize("noted", ["yesterday", "3", "3:abc", ":" + "0" * 64])
def test_what_is_no_mark_is_said_to_be_none(records, noted):
    assert "is no mark of an audit log" in faults(records.audit_log(), noted)[0]


def test_a_clock_turned_back_changes_no_order(records, monkeypatch):
    class Earlier(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(1999, 1, 1, tzinfo=tz)

    records.log("Chair", "load", "first")
    monkeypatch.setattr(writing.dt, "datetime", Earlier)
    records.log("Chair", "undo", "second")
    assert [(entry.what, entry.at.year) for entry in records.audit_log()][1] == ("undo", 1999)
    assert faults(records.audit_log()) == []
