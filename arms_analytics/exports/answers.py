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
CHUNK = 20_000


def write_csv(cursor: Any, out: Path, region: Network) -> int:
    """Write the rows as UTF-8 CSV, safe to open in a spreadsheet; how many there were."""
    rows = 0
    result = cursor.execute(QUERY, _quarters(cursor, region))
    with replaced(out) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        while chunk := result.fetchmany(CHUNK):
            writer.writerows([["" if text is None else mark(text) for text in row] for row in chunk])
            rows += len(chunk)
    return rows


def write_parquet(cursor: Any, out: Path, region: Network) -> int:
    """Write the rows as Parquet, every text exactly as stored and NULL where there is none; how many there were."""
    import pyarrow.parquet as parquet

    rows = 0
    batches = cursor.sql(QUERY, params=_quarters(cursor, region)).to_arrow_reader(CHUNK)
    with replaced(out) as draft, parquet.ParquetWriter(draft, batches.schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
            rows += batch.num_rows
    return rows


def _quarters(cursor: Any, region: Network) -> dict[str, list[Any]]:
    rows = cursor.execute("SELECT DISTINCT quarter_index FROM reviews").fetchall()
    indexes = [index for (index,) in rows]
    return {"indexes": indexes, "keys": [region.quarter_at(index).key for index in indexes]}
