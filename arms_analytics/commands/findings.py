"""List what the reviews say: repeat failures, training needs, promising practice, changes, strictness of reviewers.

Every finding with a chance of 20 in 100 or more, and every one whose rule is met; those of 50 in 100 or more are the
flags. `--quarter` shows a quarter with what was known up to it, as corrected since. Findings about single officers
are listed too: what this command writes is for the operator alone.

json     {"findings": [{kind, status, force, question_id, officer_ref, reviewing_force, quarters, reviews, failures,
         estimate, low, high, probability, explanation}, …]}: estimate, low and high are shares of plans, for
         reviewer_severity logits (more is stricter); probability is that of the explanation, null where there is too
         little to say; keys that do not apply are null
csv      the same keys as columns; quarters separated by spaces
"""

from __future__ import annotations

import argparse

from arms_analytics.commands import arguments as shared


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    from arms_analytics.findings.kinds import KINDS

    parser.add_argument("--kind", choices=KINDS, help="only this kind (default: all)")
    shared.quarter(parser, "as of this quarter, such as 2025-26-Q1 (default: the latest)")
    parser.add_argument("--format", choices=("json", "csv"), default="json", help="how to list (default: json)")
    shared.database(parser)


def run(given: argparse.Namespace) -> int:
    """Print the findings."""
    from arms_analytics.commands.as_of import as_of
    from arms_analytics.findings.listing import findings

    with as_of(given.database, given.quarter) as (_, asked, _):
        found = findings(asked, given.kind)
    _print(found, given.format)
    return 0


def _print(found: list[dict[str, object]], how: str) -> None:
    import json

    from arms_analytics.exports.findings_csv import findings_csv

    if how == "json":
        print(json.dumps({"findings": found}, ensure_ascii=False, indent=1))
    else:
        print(findings_csv(found), end="")
