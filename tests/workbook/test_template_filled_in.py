"""The program's own template as it comes back: untouched, or filled in for some forces and some plans only."""

import io

import openpyxl
import pytest

from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter, Severity
from arms_analytics.workbook import read_workbook
from arms_analytics.workbook.writer import template

REGION = network()


@pytest.fixture
def blank():
    return openpyxl.load_workbook(io.BytesIO(template(Quarter(2026, 2), REGION)))


def fill(sheet, column, grades=("Good", "Outstanding", "Requires improvement")):
    """What a person types into one review's columns: its head and the first boxes, no colours."""
    reviewing = "Merseyside" if sheet.title == "Cumbria" else "Cumbria"
    for row, text in ((6, f"LAN-00{column:02d}"), (7, f"OM {column:04d}"), (9, reviewing)):
        sheet.cell(row, column).value = text
    rows = [row for row in range(11, sheet.max_row + 1) if str(sheet.cell(row, 1).value).startswith("Q")]
    for row, grade in zip(rows, grades, strict=False):
        sheet.cell(row, column).value = grade
        sheet.cell(row, column + 1).value = f"Feedback on a box that is {grade.lower()}, typed by hand."


def read_back(workbook, tmp_path):
    workbook.save(tmp_path / "returned.xlsx")
    return read_workbook(tmp_path / "returned.xlsx")


def test_a_blank_template_is_refused_in_one_sentence(blank, tmp_path):
    reading = read_back(blank, tmp_path)
    (error,) = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    assert "nothing has been written into its boxes" in error.message


def test_forces_whose_tabs_are_still_blank_are_awaited_and_hold_up_nobody(blank, tmp_path):
    for column in (3, 5, 7, 9):
        fill(blank["Lancashire"], column)
    reading = read_back(blank, tmp_path)
    assert not reading.refused
    assert reading.forces == ("Lancashire",)
    assert [problem.sheet for problem in reading.problems if problem.code == "empty_tab"] == [
        force for force in REGION.member_names if force != "Lancashire"
    ]


def test_a_plan_not_yet_reviewed_is_no_review(blank, tmp_path):
    fill(blank["Lancashire"], 5)
    reading = read_back(blank, tmp_path)
    (review,) = reading.reviews
    assert (review.risk_level, review.review_ref, review.reviewing_force) == ("medium", "LAN-0005", "Cumbria")
    assert [answer.grade for answer in review.answers][:4] == ["good", "outstanding", "requires_improvement", None]


def test_what_was_typed_in_is_read_without_a_warning(blank, tmp_path):
    everything = ["Good", "Inadequate", "Not applicable", "Outstanding"] * 7
    for force in REGION.member_names:
        for column in (3, 5, 7, 9):
            fill(blank[force], column, everything[:25])
    reading = read_back(blank, tmp_path)
    assert reading.problems == ()
    assert len(reading.reviews) == 24
    assert {len(review.answers) for review in reading.reviews} == {25}
