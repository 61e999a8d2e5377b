"""Findings as rows: every key a column, nothing that a spreadsheet would run."""

from arms_analytics.exports.findings_csv import findings_csv
from arms_analytics.findings.listing import KEYS

NOTHING = dict.fromkeys(KEYS)


def test_every_key_is_a_column_and_none_is_empty():
    lines = findings_csv([NOTHING | {"kind": "training_need", "quarters": ["2025-26-Q1", "2025-26-Q2"], "reviews": 0}])
    head, row = lines.splitlines()
    assert head == ",".join(KEYS)
    assert row == "training_need,,,,,,2025-26-Q1 2025-26-Q2,0,,,,,,"


def test_text_that_looks_like_a_formula_is_marked():
    assert "'=1+1" in findings_csv([NOTHING | {"explanation": "=1+1"}])
