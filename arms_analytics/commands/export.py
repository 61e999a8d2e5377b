"""Write one row per review and question, for other programs.

csv      UTF-8 with a header; text that a spreadsheet would take for a formula has an apostrophe in front
parquet  the same rows, every text exactly as stored

Columns: force, quarter (2025-26-Q1), risk_level (low, medium, high, very_high), review_ref, reviewing_force,
officer_ref, question_id, question, grade (a key of the grade scale, not_applicable, or empty), feedback, workbook,
sheet, cell. Grades clarified at a meeting stand as clarified.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=("csv", "parquet"), required=True, help="what to write")
    parser.add_argument("out", type=Path, metavar="OUT", help="the file to write; one that exists is replaced")
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Write the file."""
    from arms_analytics.commands.opened import opened
    from arms_analytics.exports.answers import write_csv, write_parquet
    from arms_analytics.network import network

    snapshot = opened(given.database)
    write = write_csv if given.format == "csv" else write_parquet
    with snapshot.cursor(officers_of=snapshot.forces) as cursor:
        rows = write(cursor, given.out, network())
    print(f"{given.out}: {rows} rows.")
    return 0
