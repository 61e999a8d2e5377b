"""Findings as CSV: the same keys as the listing, a row a finding."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from arms_analytics.exports.formulas import harmless
from arms_analytics.findings.listing import KEYS


def findings_csv(found: Iterable[Mapping[str, object]]) -> str:
    """What `findings.listing` found, quarters separated by spaces; text is safe to open in a spreadsheet."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(KEYS)
    for finding in found:
        values = (" ".join(value) if isinstance(value, list) else value for value in finding.values())
        writer.writerow("" if value is None else harmless(str(value)) for value in values)
    return file.getvalue()
