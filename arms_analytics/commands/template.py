"""Write a blank collated workbook for a quarter: a tab a force, grades to choose from, boxes that colour themselves.

A file that is there already is left alone, for somebody may have begun to fill it in, unless it is a blank template
of that quarter or --replace is given.
"""

from __future__ import annotations

import argparse

from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    shared.new_file(parser, "OUT.xlsx")
    shared.quarter(parser, "whose reviews it will hold, such as 2025-26-Q1", required=True)


def run(given: argparse.Namespace) -> int:
    """Write the workbook."""
    from arms_analytics.commands.writing import write_new
    from arms_analytics.network import network
    from arms_analytics.workbook.writer import template

    write_new(given.out, template(given.quarter, network()), given.replace)
    forces = len(network().members)
    print(f"{given.out}: a blank collated workbook for {given.quarter.label}, {forces} forces.")
    return 0
