"""Every finding of a quarter in one shape, for scripts: what the `findings` command writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from arms_analytics.findings import (
    changes,
    officer_needs,
    promising_practice,
    repeat_failures,
    reviewer_severity,
    training_needs,
)
from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sql import Cursor
from arms_analytics.network import Network
from arms_analytics.vocabulary import LISTED, YEAR, Quarter

KEYS = (
    "kind", "status", "force", "question_id", "officer_ref", "reviewing_force", "quarters", "reviews", "failures",
    "estimate", "low", "high", "probability", "explanation",
)  # fmt: skip
Finding = dict[str, object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the listing is made from: the view as of `quarter`, the model as of it and as of the quarter before."""

    cursor: Cursor
    network: Network
    quarter: Quarter
    fit: Fit | None
    before: Fit | None

    def window(self, quarters: int) -> list[str]:
        """The keys of so many quarters up to this one."""
        return [self.quarter.plus(back).key for back in range(1 - quarters, 1)]


def findings(asked: Asked, kind: str | None = None) -> list[Finding]:
    """All findings with a chance of LISTED or more, and those whose hand rule is met; one kind where it is named.

    One dict of KEYS each: estimate, low, high are shares of plans (logits for reviewer_severity), `probability` is
    that of the explanation, None where there is too little to say; keys that do not apply are None.
    """
    rows = (row for each, kinds in LISTS if kind is None or kind in kinds for row in each(asked))
    return [{key: row.get(key) for key in KEYS} for row in rows if kind in (None, row["kind"])]


def _repeat_failures(asked: Asked) -> Iterator[Finding]:
    cells = repeat_failures.find(asked.cursor, asked.network, asked.quarter, asked.fit, asked.before)
    for _, row in cells[cells["listed"]].iterrows():
        explanation = repeat_failures.explain(row, asked.network)
        yield _finding("repeat_failure", row, asked.window(YEAR), explanation, force=row["reviewed_force"])
    needs = cells[cells["third_probability"] >= LISTED].assign(relative=False, status="")
    for _, row in needs.assign(probability=needs["third_probability"]).iterrows():
        explanation = repeat_failures.explain(row, asked.network)
        yield _finding("training_need", row, asked.window(YEAR), explanation, force=row["reviewed_force"])


def _training_needs(asked: Asked) -> Iterator[Finding]:
    topics = training_needs.find(asked.cursor, asked.quarter, asked.fit)
    for _, row in topics[topics["probability"] >= LISTED].iterrows():
        yield _finding("training_need", row, asked.window(YEAR), training_needs.explain(row, asked.network))
    if asked.fit is None:
        return
    for _, row in officer_needs.find(asked.cursor, asked.fit).iterrows():
        explanation = officer_needs.explain(row, asked.network)
        names = {"force": row["reviewed_force"], "officer_ref": row["officer_ref"], "reviews": int(row["plans"])}
        yield _finding("training_need", row, _all_quarters(asked, asked.fit), explanation, **names)


def _promising_practice(asked: Asked) -> Iterator[Finding]:
    cells = promising_practice.find(asked.cursor, asked.quarter, asked.fit, asked.before)
    for _, row in cells[cells["listed"]].iterrows():
        explanation = promising_practice.explain(row, asked.network)
        yield _finding("promising_practice", row, asked.window(YEAR), explanation, force=row["reviewed_force"])


def _changes(asked: Asked) -> Iterator[Finding]:
    both = changes.find(asked.cursor, asked.quarter, asked.fit)
    for _, row in both[both["listed"]].iterrows():
        explanation = changes.explain(row, asked.network)
        yield _finding(row["kind"], row, asked.window(2 * YEAR), explanation, force=row["reviewed_force"])


def _reviewer_severity(asked: Asked) -> Iterator[Finding]:
    forces = reviewer_severity.find(asked.cursor, asked.quarter, asked.fit)
    for _, row in forces[forces["estimate"].notna()].iterrows():
        explanation = reviewer_severity.explain(row, asked.network)
        assert asked.fit
        names = {"reviewing_force": row["reviewing_force"], "status": row["stands"]}
        yield _finding("reviewer_severity", row, _all_quarters(asked, asked.fit), explanation, **names)


LISTS: tuple[tuple[Callable[[Asked], Iterator[Finding]], set[str]], ...] = (
    (_repeat_failures, {"repeat_failure", "training_need"}),
    (_training_needs, {"training_need"}),
    (_promising_practice, {"promising_practice"}),
    (_changes, {"improving", "deteriorating"}),
    (_reviewer_severity, {"reviewer_severity"}),
)


def _all_quarters(asked: Asked, fit: Fit) -> list[str]:
    return asked.window(asked.quarter.index - fit.first_quarter + 1)


def _finding(kind: str, row: pd.Series, quarters: list[str], explanation: str, **more: object) -> Finding:
    """A row of any finding under the common keys; shares and chances to four places."""
    shares = {
        key: None if pd.isna(row[key]) else round(float(row[key]), 4)
        for key in ("estimate", "low", "high", "probability")
    }
    counts = {key: int(row[key]) for key in ("reviews", "failures") if key in row}
    names = {"question_id": row.get("question_id"), "status": row.get("status") or None}
    return {"kind": kind, **names, "quarters": quarters, **counts, **shares, "explanation": explanation, **more}
