"""Which problems are listed, and in which order."""

import pytest

from arms_analytics.findings.problems import unsure_of
from arms_analytics.vocabulary import Problem, Selection, Severity
from tests.store.readings import QUARTER, make_reading, store

PROBLEMS = (
    Problem(Severity.INFO, "three_reviews", "Cumbria", "", "Three reviews."),
    Problem(Severity.WARNING, "colour_unclear", "Cheshire", "C9", "Yellow or amber."),
    Problem(Severity.WARNING, "colour_unclear", "Cheshire", "C10", "Yellow or amber."),
)


@pytest.fixture
def cursor(tmp_path):
    folder = tmp_path / "store"
    earlier = make_reading(QUARTER, problems=PROBLEMS[:1])
    return store(folder, earlier, make_reading(QUARTER.plus(1), problems=PROBLEMS)).cursor()


def cells(found):
    return list(zip(found["workbook"], found["sheet"], found["cell"], strict=True))


def test_the_weightiest_come_first_then_the_newest(cursor):
    assert cells(unsure_of(cursor, Selection())) == [
        ("2025-26-Q2.xlsx", "Cheshire", "C9"),
        ("2025-26-Q2.xlsx", "Cheshire", "C10"),
        ("2025-26-Q2.xlsx", "Cumbria", ""),
        ("2025-26-Q1.xlsx", "Cumbria", ""),
    ]


def test_a_quarter_and_a_force_narrow(cursor):
    assert len(unsure_of(cursor, Selection(quarter=QUARTER))) == 1
    assert cells(unsure_of(cursor, Selection(quarter=QUARTER.plus(1), force="Cumbria"))) == [
        ("2025-26-Q2.xlsx", "Cumbria", "")
    ]


def test_a_workbook_that_was_replaced_whole_has_no_say_any_more(tmp_path):
    folder = tmp_path / "store"
    store(folder, make_reading(QUARTER, problems=PROBLEMS))
    corrected = store(folder, make_reading(QUARTER, feedback="corrected"))
    assert unsure_of(corrected.cursor(), Selection()).empty
