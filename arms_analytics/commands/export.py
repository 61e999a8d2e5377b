"""Write the stored reviews: one row per review and question for other programs, or collated workbooks again.

csv      UTF-8 with a header; text that a spreadsheet would take for a formula has an apostrophe in front
parquet  the same rows, every text exactly as stored
xlsx     a folder of collated workbooks, one a quarter, that load again to the same grades, feedback and references

Columns of csv and parquet: force, quarter (2025-26-Q1), risk_level (low, medium, high, very_high), review_ref,
reviewing_force, officer_ref, question_id, question, grade (a key of the grade scale, not_applicable, or empty),
feedback, workbook, sheet, cell. Grades clarified at a meeting stand as clarified; in a collated workbook the box
keeps its grade, with a note on it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from arms_analytics.commands import CommandError
from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=("csv", "parquet", "xlsx"), required=True, help="what to write")
    parser.add_argument(
        "out", type=Path, metavar="OUT", help="the file to write (one that exists is replaced); for xlsx a folder"
    )
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Write the file or the folder."""
    from arms_analytics.commands.audited import audited
    from arms_analytics.commands.opened import viewed
    from arms_analytics.exports.answers import write_csv, write_parquet
    from arms_analytics.exports.collated_workbooks import write_collated
    from arms_analytics.exports.stamp import Stamp
    from arms_analytics.network import network

    with viewed(given.database) as (snapshot, cursor):
        if given.format == "xlsx":
            try:
                written = write_collated(cursor, given.out, network(), Stamp.of(snapshot, network()))
            except ValueError as fault:
                raise CommandError(str(fault)) from fault
            what = f"{written} collated workbooks"
        else:
            write = write_csv if given.format == "csv" else write_parquet
            what = f"{write(cursor, given.out, network())} rows"
    audited(given.database, "export", f"{given.format}, {what}")
    print(f"{given.out}: {what}.")
    return 0
