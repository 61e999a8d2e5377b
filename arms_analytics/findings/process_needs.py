"""Which process needs training or mending, such as recording actions: questions gathered by their process tag."""

from __future__ import annotations

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import counted, listed, share
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import FLAGGED, Quarter


def find(cursor: Cursor, network: Network, quarter: Quarter, fit: Fit | None = None) -> pd.DataFrame:
    """One row per process and force: process, reviewed_force, questions, reviews, answers, failures; the worst first.

    `estimate` is the mean share of plans failing now over the process's questions, `probably_failing` holds those of
    its questions that the force probably fails (both empty without a fit).
    """
    rows = ask(cursor, "process_needs", {"quarter": quarter.index})
    tags = [(process, q.id) for q in network.question_set.questions for process in q.processes]
    tagged = pd.DataFrame(tags, columns=["process", "question_id"])
    keys = ["process", "reviewed_force"]
    if fit is None:
        return rows.assign(
            estimate=np.nan, probably_failing=pd.Series([()] * len(rows), index=rows.index, dtype=object)
        )
    cells = tagged.merge(fit.cells, on="question_id")
    estimate = cells.groupby(keys)["fails_estimate"].mean().rename("estimate")
    flagged = (
        cells[cells["fails_probability"] >= FLAGGED].groupby(keys)["question_id"].agg(tuple).rename("probably_failing")
    )
    rows = rows.merge(estimate, on=keys, how="left").merge(flagged, on=keys, how="left")
    rows["probably_failing"] = [each if isinstance(each, tuple) else () for each in rows["probably_failing"]]
    return rows.sort_values("estimate", ascending=False, kind="stable", ignore_index=True)


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences."""
    asked = f"{counted(row['questions'], 'question')} about {row['process']}"
    said = f"{row['reviewed_force']}: {row['failures']} of {row['answers']} answers to {asked} fell below "
    said += f"{network.grade_scale.pass_name} in the last four quarters."
    if row["probably_failing"]:
        failing = listed(row["probably_failing"])
        said += f" It probably fails {failing}; over all of them {share(row['estimate'])} would fail now."
    return said
