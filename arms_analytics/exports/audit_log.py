"""The audit log as CSV, with everything that is needed to check its chain elsewhere."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from arms_analytics.exports.formulas import harmless
from arms_analytics.store.records import AuditEntry

COLUMNS = ("number", "at", "who", "what", "about", "previous", "digest")


def audit_csv(log: Iterable[AuditEntry]) -> str:
    """One line per entry, the oldest first; `at` is ISO 8601 in UTC; text is safe to open in a spreadsheet."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for entry in log:
        words = (entry.who, entry.what, entry.about, entry.previous, entry.digest)
        writer.writerow([entry.id, entry.at.isoformat(), *map(harmless, words)])
    return file.getvalue()
