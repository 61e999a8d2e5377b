"""The heatmap's and the repeat-failure query, beside pandas and polars doing the same on the same data

DuckDB reads the stored snapshot; the other two hold the columns needed in memory, as categories, before the clock
starts. All three count graded boxes and failures of one quarter by question and force.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import polars as pl

from arms_analytics.findings.heatmap import count_by
from arms_analytics.findings.repeat_failures import find
from arms_analytics.network import network
from arms_analytics.store import newest_snapshot
from arms_analytics.vocabulary import Selection
from benchmarks.made_up import LAST, made_up
from benchmarks.rows import Row, as_time, seconds

MUSTS = {10_000: 0.020, 1_000_000: 0.150, 100_000_000: 2.0}
SINCE = (
    "Where a cell meets the rule it also says since when, so it looks at every quarter that there ever was, 160 here; "
    "the heatmap looks at one. Pages ask it once a snapshot and keep the answer."
)
COLUMNS = "SELECT reviewed_force, question_id, quarter_index, failure, rank FROM answers"
KEYS = ["question_id", "reviewed_force"]


def measure() -> list[Row]:
    """Every size in turn."""
    return [row for size in MUSTS for row in _size(size)]


def _size(answers: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        snapshot = newest_snapshot(made_up(Path(place), answers))
        cursor = snapshot.cursor()
        grades = seconds(lambda: count_by(cursor, "question", "force", Selection(quarter=LAST)))
        repeats = seconds(lambda: find(cursor, network(), LAST))
        table = cursor.sql(COLUMNS).to_arrow_table()
        snapshot.close()
    polars = pl.DataFrame(pl.from_arrow(table)).with_columns(pl.col(KEYS).cast(pl.Categorical))
    of_polars = seconds(lambda: by_polars(polars))
    pandas = polars.to_pandas()
    del table
    of_pandas = seconds(lambda: by_pandas(pandas))
    must = MUSTS[answers]
    return [
        Row(f"heatmap of a quarter out of {answers:,} answers", as_time(grades), f"≤ {as_time(must)}", "",
            grades <= must),
        Row(f"repeat failures up to that quarter, {answers:,} answers", as_time(repeats), f"≤ {as_time(must)}", "",
            repeats <= must, "" if repeats <= must else SINCE),
        Row(f"the heatmap's count by pandas and by polars, {answers:,} answers",
            f"{as_time(of_pandas)}, {as_time(of_polars)}"),
    ]  # fmt: skip


def by_polars(table: Any) -> Any:
    """Graded boxes and failures of the last quarter, a row a question and force."""
    quarter = table.filter((pl.col("quarter_index") == LAST.index) & pl.col("rank").is_not_null())
    return quarter.group_by(KEYS).agg(pl.len(), pl.col("failure").sum())


def by_pandas(table: Any) -> Any:
    """The same, indexed by question and force."""
    quarter = table[(table["quarter_index"] == LAST.index) & table["rank"].notna()]
    return quarter.groupby(KEYS, observed=True)["failure"].agg(["size", "sum"])
