"""Write a blank collated workbook for a quarter: a tab a force, grades to choose from, boxes that colour themselves.

A file that is there already is left alone, for somebody may have begun to fill it in, unless it is a blank template
of that quarter or --replace is given.
"""

from __future__ import annotations

import argparse
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("out", type=Path, metavar="OUT.xlsx", help="the workbook to write")
    parser.add_argument("--quarter", required=True, metavar="Q", help="whose reviews it will hold, such as 2025-26-Q1")
    parser.add_argument("--replace", action="store_true", help="overwrite the file whatever it holds")


def run(given: argparse.Namespace) -> int:
    """Write the workbook."""
    from arms_analytics.commands import say_error
    from arms_analytics.network import network
    from arms_analytics.workbook.writer import template

    region = network()
    try:
        quarter = region.quarter(given.quarter)
    except ValueError as fault:
        return say_error(str(fault))
    content = template(quarter, region)
    if not given.replace and given.out.exists() and given.out.read_bytes() not in {b"", content}:
        return say_error(f"{given.out} is there already and may be filled in: choose another name, or add --replace.")
    given.out.write_bytes(content)
    print(f"{given.out}: a blank collated workbook for {quarter.label}, {len(region.members)} forces.")
    return 0
