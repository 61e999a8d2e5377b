"""Workbooks that the store holds already: how a load knows that a file brings nothing new."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import duckdb

from arms_analytics.vocabulary import Problem, Severity

QUERY = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Standing:
    """A stored workbook that no undo took back. `current_reviews` of its `reviews` were not replaced since."""

    workbook_id: int
    sha256: str
    content: str
    read_with: str
    current_reviews: int
    reviews: int
    grades: int
    quarters: tuple[int, ...]
    forces: tuple[str, ...]


def standing(
    connection: duckdb.DuckDBPyConnection, sha256s: Collection[str] = (), contents: Collection[str] = ()
) -> list[Standing]:
    """The stored workbooks with one of these digests of bytes or of content, the newest first."""
    rows = connection.execute(QUERY, {"sha256s": list(sha256s), "contents": list(contents)}).fetchall()
    return [
        Standing(id_, sha256, text, read_with, current, reviews, grades, tuple(sorted(quarters)), _each_once(forces))
        for id_, sha256, text, read_with, current, reviews, grades, quarters, forces in rows
    ]


def _each_once(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def problems_of(connection: duckdb.DuckDBPyConnection, workbook_id: int) -> tuple[Problem, ...]:
    """What the reader said of this workbook when it was stored."""
    rows = connection.execute(
        "SELECT severity, code, sheet, cell, message FROM problem WHERE workbook_id = ?", [workbook_id]
    ).fetchall()
    return tuple(Problem(Severity(severity), *rest) for severity, *rest in rows)
