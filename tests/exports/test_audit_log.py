"""The audit log taken away: a line for each entry, none that a spreadsheet would run."""

import csv
import datetime as dt
import io

from arms_analytics.exports.audit_log import COLUMNS, audit_csv
from arms_analytics.store.records import AuditEntry

ENTRY = AuditEntry(1, dt.datetime(2026, 11, 21, 14, 5, tzinfo=dt.UTC), "=jo@example", "export", "csv, Q1", "", "ab")


def test_each_entry_is_a_line_that_no_spreadsheet_takes_for_a_formula():
    head, line = csv.reader(io.StringIO(audit_csv([ENTRY])))
    assert tuple(head) == COLUMNS
    assert line == ["1", "2026-11-21T14:05:00+00:00", "'=jo@example", "export", "csv, Q1", "", "ab"]


def test_an_empty_log_has_its_heads():
    assert audit_csv([]).strip() == ",".join(COLUMNS)
