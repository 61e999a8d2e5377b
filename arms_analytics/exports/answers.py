"""Every review and question as rows, for other programs: CSV and Parquet."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from arms_analytics.exports.formulas import harmless
from arms_analytics.exports.replacing import replaced
from arms_analytics.findings.sql import bound
from arms_analytics.network import Network
from arms_analytics.vocabulary import Selection

QUERY = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
COLUMNS = (
    "force", "quarter", "risk_level", "review_ref", "reviewing_force", "officer_ref", "question_id", "question",
    "grade", "feedback", "workbook", "sheet", "cell",
)  # fmt: skip
STORED = "SELECT DISTINCT quarter_index FROM reviews ORDER BY ALL"
ALL = Selection()
EVERY_BOX: dict[str, Any] = {"words": None, "grade": None}


@dataclass(frozen=True, slots=True)
class Texts:
    """Only boxes whose feedback holds all of `words` (as `feedback_search.words_of` gives them), with this grade."""

    words: tuple[str, ...]
    grade: str | None = None


def write_csv(cursor: Any, out: Path, network: Network, selection: Selection = ALL, texts: Texts | None = None) -> int:
    """Write the rows as UTF-8 CSV, safe to open in a spreadsheet; how many there were."""
    narrowed = {"words": list(texts.words), "grade": texts.grade} if texts else {}
    rows = 0
    with replaced(out) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for quarter in _quarters(cursor, network, selection):
            found = cursor.execute(QUERY, quarter | narrowed).fetchall()
            writer.writerows([["" if text is None else harmless(text) for text in row] for row in found])
            rows += len(found)
    return rows


def write_parquet(cursor: Any, out: Path, network: Network) -> int:
    """Write the rows as Parquet, every text exactly as stored and NULL where there is none; how many there were."""
    import pyarrow.parquet as parquet

    rows = 0
    columns = cursor.sql(QUERY, params=_nothing()).to_arrow_table().schema
    with replaced(out) as draft, parquet.ParquetWriter(draft, columns) as writer:
        for quarter in _quarters(cursor, network, ALL):
            found = cursor.sql(QUERY, params=quarter).to_arrow_table()
            writer.write_table(found)
            rows += found.num_rows
    return rows


def _quarters(cursor: Any, network: Network, selection: Selection) -> list[dict[str, Any]]:
    """A query each: neither the memory nor the time allowed to one depends on how many quarters are stored."""
    indexes = (
        [selection.quarter.index] if selection.quarter else [index for (index,) in cursor.execute(STORED).fetchall()]
    )
    quarters = [network.quarter_at(index) for index in indexes]
    return [{**EVERY_BOX, **bound(replace(selection, quarter=quarter)), "key": quarter.key} for quarter in quarters]


def _nothing() -> dict[str, Any]:
    """No quarter at all: what the columns are, with no rows."""
    return {**EVERY_BOX, **bound(ALL), "last_quarter": -1, "key": ""}
