"""Which process needs training or mending, such as recording actions: questions gathered by their process tag."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import counted, listed, number
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import FLAGGED, WHOLE_REGION, Quarter, share


def find(cursor: Cursor, network: Network, quarter: Quarter, fit: Fit | None = None) -> pd.DataFrame:
    """One row per process and force: process, reviewed_force, questions (their ids), reviews, answers, failures.

    The process that failed most over the region comes first. `estimate` is the mean share of plans failing now over the
    process's questions, `probably_failing` holds those of its questions that the force probably fails (both empty
    without a fit).
    """
    rows = ask(cursor, "process_needs", {"quarter": quarter.index})
    rows["questions"] = rows["questions"].map(tuple)
    totals = rows.groupby("process")[["failures", "answers"]].transform("sum")
    worst = (totals["failures"] / totals["answers"]).sort_values(ascending=False, kind="stable").index
    rows = rows.loc[worst].reset_index(drop=True)
    if fit is None:
        return rows.assign(
            estimate=np.nan, probably_failing=pd.Series([()] * len(rows), index=rows.index, dtype=object)
        )
    tags = [(process, q.id) for q in network.question_set.questions for process in q.processes]
    tagged = pd.DataFrame(tags, columns=["process", "question_id"])
    keys = ["process", "reviewed_force"]
    cells = tagged.merge(fit.cells, on="question_id")
    estimate = cells.groupby(keys)["fails_estimate"].mean().rename("estimate")
    flagged = (
        cells[cells["fails_probability"] >= FLAGGED].groupby(keys)["question_id"].agg(tuple).rename("probably_failing")
    )
    rows = rows.merge(estimate, on=keys, how="left").merge(flagged, on=keys, how="left")
    rows["probably_failing"] = [each if isinstance(each, tuple) else () for each in rows["probably_failing"]]
    return rows


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences."""
    said = f"{row['reviewed_force']}: " + _failed(
        row["process"], row["questions"], row["failures"], row["answers"], network
    )
    if row["probably_failing"]:
        failing, questions = listed(row["probably_failing"]), len(row["questions"])
        together = f"over its {number(questions)} questions" if questions > 1 else "of its plans"
        said += f" It probably fails {failing}; {together} about {share(row['estimate'])} would fail now."
    return said


def explain_together(rows: pd.DataFrame, network: Network, where: str = WHOLE_REGION) -> str:
    """Rows of one process as sentences: how often it failed over these forces, and what probably fails in which."""
    failures, answers = rows[["failures", "answers"]].sum()
    said = f"{where}: {_failed(rows['process'].iloc[0], asked(rows), failures, answers, network)}"
    failing = [
        f"{row['reviewed_force']} {listed(row['probably_failing'])}"
        for _, row in rows.iterrows()
        if row["probably_failing"]
    ]
    return said + (f" Probably failing: {'; '.join(failing)}." if failing else "")


def asked(rows: pd.DataFrame) -> list[str]:
    """The questions that these rows of one process gather, each once."""
    return sorted({question for questions in rows["questions"] for question in questions})


def _failed(process: str, questions: Sequence[str], failures: int, answers: int, network: Network) -> str:
    about = f"{counted(len(questions), 'question')} about {process}"
    good = network.grade_scale.pass_name
    return f"{failures:,} of {answers:,} answers to {about} fell below {good} in the last four quarters."
