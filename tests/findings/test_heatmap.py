"""The heatmap counts what a person would count with a pencil."""

import random

import pytest

from arms_analytics.findings.heatmap import DIMENSIONS, count_by
from arms_analytics.vocabulary import Quarter, RiskLevel, Selection
from tests.findings.stores import GRADES, store_of

QUARTER = Quarter(2025, 1)
NOW = QUARTER.index
KEYS = {dimension: dimension for dimension in DIMENSIONS} | {"review": "id"}


def some_reviews(seed=1):
    rng = random.Random(seed)
    boxes = [*GRADES, "not_applicable", None]
    return [
        {
            "id": place,
            "force": force,
            "quarter": QUARTER.index + quarter,
            "reviewing_force": rng.choice("ABC"),
            "risk_level": rng.choice(["low", "high"]),
            "answers": {f"Q{n:02d}": rng.choice(boxes) for n in range(1, 5)},
        }
        for place, (quarter, force, _) in enumerate((q, f, p) for q in range(3) for f in "ABC" for p in range(4))
    ]


def counted_by_hand(reviews, rows, columns, keep):
    cells = {}
    for review in reviews:
        for question, grade in review["answers"].items():
            box = {**review, "question": question}
            if not keep(box):
                continue
            cell = cells.setdefault(
                (box[KEYS[rows]], box[KEYS[columns]]),
                {"graded": 0, "failures": 0, "of_grade": {}, "not_applicable": 0, "ungraded": 0, "worst_rank": None},
            )
            if grade is None:
                cell["ungraded"] += 1
            elif grade == "not_applicable":
                cell["not_applicable"] += 1
            else:
                rank = GRADES.index(grade)
                cell["graded"] += 1
                cell["failures"] += rank < 2
                cell["of_grade"][grade] = cell["of_grade"].get(grade, 0) + 1
                cell["worst_rank"] = rank if cell["worst_rank"] is None else min(rank, cell["worst_rank"])
    return cells


def as_cells(frame):
    return {
        (row.row, row.column): {
            "graded": row.graded, "failures": row.failures, "of_grade": row.of_grade,
            "not_applicable": row.not_applicable, "ungraded": row.ungraded,
            "worst_rank": None if row.worst_rank is frame["worst_rank"].dtype.na_value else row.worst_rank,
        }
        for row in frame.itertuples()
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "columns", "selection", "keep"),
    [
        ("question", "force", Selection(quarter=QUARTER), lambda b: b["quarter"] == QUARTER.index),
        ("question", "quarter", Selection(quarter=QUARTER, force="B"), lambda b: b["force"] == "B"),
        ("force", "quarter", Selection(question_id="Q02"), lambda b: b["question"] == "Q02"),
        (
            "question",
            "review",
            Selection(quarter=QUARTER, force="A"),
            lambda b: (b["force"], b["quarter"]) == ("A", NOW),
        ),
        ("question", "force", Selection(risk_levels=(RiskLevel.HIGH,)), lambda b: b["risk_level"] == "high"),
        ("force", "question", Selection(reviewing_force="C"), lambda b: b["reviewing_force"] == "C"),
        ("reviewing_force", "quarter", Selection(force="A", reviewing_force="C"), lambda b: b["force"] == "A"),
    ],
)
def test_each_side_of_the_cube_is_counted_as_by_hand(rows, columns, selection, keep):
    reviews = some_reviews()
    frame = count_by(store_of(reviews), rows, columns, selection)
    assert as_cells(frame) == counted_by_hand(reviews, rows, columns, keep)


def test_a_clarified_grade_counts_and_a_replaced_review_does_not():
    reviews = [
        {"force": "A", "quarter": QUARTER.index, "answers": {"Q01": "inadequate"}},
        {"force": "A", "quarter": QUARTER.index, "answers": {"Q01": "inadequate"}, "replaced_by": 2},
    ]
    cell = count_by(store_of(reviews, clarified=[(0, "Q01", "good")]), "question", "force", Selection()).iloc[0]
    assert (cell["graded"], cell["failures"], cell["of_grade"]) == (1, 0, {"good": 1})


def test_nothing_loaded_gives_an_empty_frame():
    frame = count_by(store_of([]), "question", "quarter", Selection())
    assert frame.empty and {"row", "column", "graded", "of_grade"} <= set(frame.columns)


def test_a_cell_in_which_nothing_is_graded_is_there_without_a_worst_grade():
    frame = count_by(
        store_of([{"force": "A", "quarter": 1, "answers": {"Q01": None}}]), "question", "force", Selection()
    )
    assert frame["ungraded"].tolist() == [1] and frame["of_grade"].tolist() == [{}]
    assert frame["worst_rank"].isna().all()


@pytest.mark.parametrize("sides", [("force", "force"), ("force", "officer")])
def test_other_sides_are_refused(sides):
    with pytest.raises(ValueError, match="two different sides"):
        count_by(store_of([]), *sides, Selection())
