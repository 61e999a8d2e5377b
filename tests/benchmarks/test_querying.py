"""What is timed beside our query counts the same boxes."""

import polars as pl

from arms_analytics.findings.heatmap import count_by
from arms_analytics.store import newest_snapshot
from arms_analytics.vocabulary import Selection
from benchmarks.made_up import LAST, made_up
from benchmarks.querying import COLUMNS, by_pandas, by_polars


def test_pandas_and_polars_count_what_the_heatmap_counts(tmp_path):
    snapshot = newest_snapshot(made_up(tmp_path, 20_000))
    cursor = snapshot.cursor()
    counts = count_by(cursor, "question", "force", Selection(quarter=LAST))
    ours = {(line.row, line.column): (line.graded, line.failures) for line in counts.itertuples()}
    table = pl.from_arrow(cursor.sql(COLUMNS).to_arrow_table())
    of_polars = {tuple(row[:2]): tuple(row[2:]) for row in by_polars(table).rows()}
    of_pandas = {key: tuple(row) for key, *row in by_pandas(table.to_pandas()).itertuples()}
    assert len(ours) > 25
    assert ours == of_polars == of_pandas
    snapshot.close()
