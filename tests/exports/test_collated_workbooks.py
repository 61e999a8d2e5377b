"""Reviews taken away as a collated workbook: as they were graded, narrowed as chosen, without officers."""

import datetime as dt
import io

import openpyxl
import pytest

from arms_analytics.exports.collated_workbooks import collated_workbooks
from arms_analytics.exports.stamp import Stamp
from arms_analytics.network import network
from arms_analytics.vocabulary import SYNTHETIC_MARK, Quarter, Selection
from tests.findings.stores import store_of

QUARTER = Quarter(2026, 2)
ALL = Selection()
STAMP = Stamp("All forces", dt.datetime(2026, 11, 21, 14, 5), 17, "OFFICIAL-SENSITIVE", synthetic=False)


def review(force, quarter=QUARTER, **answers):
    return {
        "force": force, "quarter": quarter.index, "reviewing_force": "Cumbria", "risk_level": "high",
        "officer_ref": "OM07", "team": "Team 1", "answers": answers,
    }  # fmt: skip


def exported(reviews, selection=ALL, stamp=STAMP, **said):
    cursor = store_of(reviews, **said)
    return {
        name: openpyxl.load_workbook(io.BytesIO(content))
        for name, content in collated_workbooks(cursor, selection, network(), stamp)
    }


def boxes(sheet):
    return {row[0].value: (row[2].value, row[3].value) for row in sheet.iter_rows(min_row=11) if row[0].value}


def test_a_workbook_a_quarter_earliest_first():
    books = exported([review("Cheshire", Q01="good"), review("Cheshire", QUARTER.plus(-1), Q01="good")])
    assert list(books) == ["ARMS peer reviews 2026-27-Q1.xlsx", "ARMS peer reviews 2026-27-Q2.xlsx"]


def test_members_come_in_the_network_s_order_then_other_forces():
    (book,) = exported([review(force, Q01="good") for force in ("Kent", "Cumbria", "Cheshire")]).values()
    assert book.sheetnames == ["Cheshire", "Cumbria", "Kent", "Key"]


def test_grades_feedback_and_references_are_there():
    (book,) = exported([review("Cheshire", Q01=("good", "Fine."), Q02=None)], officers_of=["Cheshire"]).values()
    assert boxes(book["Cheshire"]) == {"Q01": ("Good", "Fine."), "Q02": (None, None)}
    assert [book["Cheshire"].cell(row, 3).value for row in range(5, 10)] == [
        "High", "Cheshire-0", "OM07", "Team 1", "Cumbria",
    ]  # fmt: skip


def test_officers_stay_out_where_the_viewer_may_not_see_them():
    (book,) = exported([review("Cheshire", Q01="good")]).values()
    assert book["Cheshire"]["C7"].value is None


def test_a_clarified_grade_keeps_its_box_and_gets_a_note():
    (book,) = exported([review("Cheshire", Q01="inadequate")], clarified=[(0, "Q01", "good")]).values()
    box = next(row[2] for row in book["Cheshire"].iter_rows() if row[0].value == "Q01")
    assert box.value == "Inadequate"
    assert "Clarified at the meeting: Good" in box.comment.text


@pytest.mark.parametrize(
    ("selection", "tabs"),
    [
        (Selection(force="Cumbria"), ["Cumbria", "Key"]),
        (Selection(quarter=QUARTER), ["Cheshire", "Cumbria", "Key"]),
        (Selection(question_id="Q01"), ["Cheshire", "Cumbria", "Key"]),
    ],
)
def test_the_selection_narrows_reviews_but_never_questions(selection, tabs):
    (book,) = exported([review(force, Q01="good", Q02="good") for force in ("Cheshire", "Cumbria")], selection).values()
    assert book.sheetnames == tabs
    assert list(boxes(book["Cumbria"])) == ["Q01", "Q02"]


def test_it_says_what_was_chosen_when_and_from_which_data():
    (book,) = exported([review("Cheshire", Q01="good")], Selection(quarter=QUARTER)).values()
    said = "All forces, Q2 2026/27 (Jul–Sep 2026). Made on 21 November 2026 at 14:05 from data version 17."
    assert [book["Cheshire"][cell].value for cell in ("A2", "A3")] == ["OFFICIAL-SENSITIVE", said]


def test_an_export_of_demonstration_data_is_marked_as_such():
    stamp = Stamp("All forces", STAMP.made, 17, STAMP.marking, synthetic=True)
    ((name, book),) = exported([review("Cheshire", Q01="good")], stamp=stamp).items()
    assert "synthetic" in name
    assert all(sheet["A3"].value == SYNTHETIC_MARK for sheet in book)
