"""Every review and question as rows, for other programs: CSV and Parquet."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from arms_analytics.exports.formulas import mark
from arms_analytics.exports.replacing import replaced
from arms_analytics.network import Network

QUERY = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
COLUMNS = (
    "force", "quarter", "risk_level", "review_ref", "reviewing_force", "officer_ref", "question_id", "question",
    "grade", "feedback", "workbook", "sheet", "cell",
)  # fmt: skip


def write_csv(cursor: Any, out: Path, region: Network) -> int:
    """Write the rows as UTF-8 CSV, safe to open in a spreadsheet; how many there were."""
    rows = 0
    with replaced(out) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for quarter in _quarters(cursor, region):
            found = cursor.execute(QUERY, quarter).fetchall()
            writer.writerows([["" if text is None else mark(text) for text in row] for row in found])
            rows += len(found)
    return rows


def write_parquet(cursor: Any, out: Path, region: Network) -> int:
    """Write the rows as Parquet, every text exactly as stored and NULL where there is none; how many there were."""
    import pyarrow.parquet as parquet

    rows = 0
    columns = cursor.sql(QUERY, params={"index": -1, "key": ""}).to_arrow_table().schema
    with replaced(out) as draft, parquet.ParquetWriter(draft, columns) as writer:
        for quarter in _quarters(cursor, region):
            found = cursor.sql(QUERY, params=quarter).to_arrow_table()
            writer.write_table(found)
            rows += found.num_rows
    return rows


def _quarters(cursor: Any, region: Network) -> list[dict[str, Any]]:
    """A query each: neither the memory nor the time allowed to one depends on how many quarters are stored."""
    rows = cursor.execute("SELECT DISTINCT quarter_index FROM reviews ORDER BY ALL").fetchall()
    return [{"index": index, "key": region.quarter_at(index).key} for (index,) in rows]
