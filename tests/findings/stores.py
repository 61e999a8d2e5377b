"""A snapshot's tables and views in memory, filled from plain rows: what the findings are tested on."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd

from arms_analytics.network import network

STORE = Path(__file__).resolve().parents[2] / "arms_analytics" / "store"
GRADES = [grade.key for grade in network().grade_scale]


def quoted(names):
    return ", ".join(f"'{name}'" for name in names)


def empty_store(grades=GRADES, failures=("inadequate", "requires_improvement")):
    cursor = duckdb.connect()
    cursor.execute(f"CREATE TYPE grade AS ENUM ({quoted([*grades, 'not_applicable'])})")
    cursor.execute("CREATE TYPE risk_level AS ENUM ('low', 'medium', 'high', 'very_high')")
    cursor.execute((STORE / "schema.sql").read_text(encoding="utf-8"))
    for rank, grade in enumerate(grades):
        cursor.execute("INSERT INTO grade_step VALUES (?, ?, ?, ?, ?)", [grade, grade, grade, rank, grade in failures])
    cursor.execute("INSERT INTO load VALUES (1, TIMESTAMP '2026-01-01', 'test', 'load', '')")
    cursor.execute("INSERT INTO workbook VALUES (1, 1, 'book.xlsx', '', 1, '', '')")
    cursor.execute("CREATE TEMPORARY TABLE clarified (review_id INTEGER, question_id VARCHAR, grade grade)")
    cursor.execute("CREATE TEMPORARY TABLE officers_shown (reviewed_force VARCHAR)")
    cursor.execute((STORE / "views.sql").read_text(encoding="utf-8"))
    return cursor


def store_of(reviews, officers_of=(), clarified=(), sections=(), processes=(), **scale):
    """`reviews`: dicts with force, quarter (index) and answers {question id: grade key, None or (grade, feedback)}.

    `sections` {question id: section} and `processes` {question id: its processes} tell what questions are part of.
    """
    section, process = dict(sections), dict(processes)
    cursor = empty_store(**scale)
    questions = sorted({question for review in reviews for question in review["answers"]})
    for place, question in enumerate(questions):
        part = [section.get(question, "Part"), list(process.get(question, ()))]
        row = [question, f"Is {question} done?", f"{question} short", *part, place]
        cursor.execute("INSERT INTO question VALUES (?, ?, ?, ?, ?, ?)", row)
    stored = [review_row(review_id, review) for review_id, review in enumerate(reviews)]
    answers = [answer for review_id, review in enumerate(reviews) for answer in answer_rows(review_id, review)]
    insert(cursor, "review", stored)
    insert(cursor, "answer", answers)
    insert(cursor, "officers_shown", [[force] for force in officers_of])
    insert(cursor, "clarified", clarified)
    return cursor


def insert(cursor, table, rows):
    if rows:
        cursor.register("rows", pd.DataFrame([list(row) for row in rows], dtype=object))
        cursor.execute(f"INSERT INTO {table} SELECT * FROM rows")
        cursor.unregister("rows")


def review_row(review_id, review):
    force, named = review["force"], f"{review['force']}-{review_id}"
    return [
        review_id, 1, review["quarter"], force, review.get("reviewing_force"), review.get("risk_level"), named, named,
        review.get("officer_ref", ""), review.get("team", ""), force, review_id, review.get("replaced_by"), None,
    ]  # fmt: skip


def answer_rows(review_id, review):
    for place, (question, box) in enumerate(review["answers"].items()):
        grade, feedback = box if isinstance(box, tuple) else (box, "")
        yield [
            review_id, review["quarter"], review["force"], question, f"Is {question} done?", grade, feedback,
            f"B{place}", f"C{place}",
        ]  # fmt: skip
